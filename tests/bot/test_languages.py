"""In which language something is said; when in doubt, in the language that was chosen."""

import pytest

from bot.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("de lantaarn achter de flat is al weken stuk", "nl"),
        ("the street light behind our building is broken", "en"),
        ("sokak lambası haftalardır yanmıyor, çocuklar korkuyor", "tr"),
        ("مصباح الشارع معطل منذ أسابيع والأطفال خائفون", "ar"),
        ("latarnia za blokiem od tygodni nie działa", "pl"),
        ("ліхтар за будинком не працює вже кілька тижнів", "uk"),
    ],
)
def test_a_sentence_is_known(text: str, language: str) -> None:
    """A sentence in a language that is spoken here, whatever the app is set to."""
    assert language_of(text, "nl") == language
    assert language_of(text, "en") == language


@pytest.mark.parametrize("text", ["", "ok", "stop help", "1 2 3 4", "😀 😀 😀"])
def test_too_little_to_tell(text: str) -> None:
    """Short words look alike: the language of the person is taken."""
    assert language_of(text, "nl") == "nl"
    assert language_of(text, "en") == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [("مرحبا", "ar"), ("حالة", "ar"), ("стан", "uk"), ("Привіт", "uk"), ("ضوء De Bongerd معطل", "ar")],
)
def test_letters_tell_at_once(text: str, language: str) -> None:
    """One word is enough where only one of the languages has its letters."""
    assert language_of(text, "nl") == language


@pytest.mark.parametrize(
    "text",
    ["Picknicken in De Bongerd", "automobilisten nemen de bocht", "Zwarte Audi reed", "De Boomgaard 3"],
)
def test_a_few_words_tell_only_when_it_is_sure(text: str) -> None:
    """A short cry in Dutch is never answered in Polish or Turkish."""
    assert language_of(text, "nl") == "nl"
