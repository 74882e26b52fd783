"""Taking out: whatever is typed, in every language, without a name for a place or a place for a name."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from screening.numbers import is_bsn, is_iban
from screening.redact import redact
from screening.seen import MARK
from screening.words import groups, words

PIECES = st.sampled_from(
    [
        "06 12 34 56 78", "0612345678", "+31 6 12345678", "NL45INGB3207320215", "945807302",
        "a.b@voorbeeld.nl",
        "https://voorbeeld.nl/x", "@handje_1", "TR-908-P", "3571 AB 14", "Pruimenlaan 14", "geb. 1-2-1950",
        "mevrouw Jansen", "ans de vries", "groetjes", "Kevin R.", "[…]", "meneer", "nr", "van", "de",
        "\ud800",
        "\u200b", "É́́", "١٢٣", "ﷺ", "\ue000", "K.", "en", "\n", ".", ",", "kenteken", "bel", "0", "12-en-14",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14).map(" ".join),
    st.lists(PIECES, max_size=10).map("".join),
)


@given(TEXTS, st.sampled_from(["nl", "en", "tr", "ar", "pl", "uk", "", "xx"]))
@example("meneer […] […]", "nl")
@example("[…]06 12 34 56 78[…]", "nl")
def test_anything_can_be_typed(text: str, language: str) -> None:
    """Spans lie in the text, in order and apart; the rest is as it was; doing it again changes nothing."""
    safe = redact(text, language, ("Pruimenlaan",))
    ends = [0, *(end for span in safe.spans for end in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in safe.spans)
    between = [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
    assert safe.text == MARK.join(between)
    assert redact(safe.text, language, ("Pruimenlaan",)).text == safe.text


@given(
    st.text(st.characters(blacklist_categories=("Nd", "No", "Nl", "Cs")), max_size=40),
    st.sampled_from(["06 12 34 56 78", "NL45 INGB 3207 3202 15", "945807302", "ans@voorbeeld.nl"]),
    st.sampled_from([" ", ", ", " (", ": ", "\n"]),
)
def test_numbers_go_whatever_stands_around_them(around: str, number: str, gap: str) -> None:
    """None of them is left behind any words."""
    assert number not in redact(f"{around}{gap}{number}").text


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "My name is Grace Osei, call me on 06 12345678", "My name is […], call me on […]"),
        ("en", "mail grace@example.org, passport number NX1R4B7L2", "mail […], passport number […]"),
        ("tr", "Benim adım Ayşe Demir, telefonum 0532 123 45 67", "Benim adım […], telefonum […]"),
        ("tr", "Vlierweg 12 adresinde oturuyorum", "[…] adresinde oturuyorum"),
        ("pl", "Nazywam się Marek Zieliński, numer +48 601 234 567", "Nazywam się […], numer […]"),
        ("pl", "konto PL61 1090 1014 0000 0712 1981 2874", "konto […]"),
        ("uk", "Мене звати Оксана Бойко, телефон 06 12345678", "Мене звати […], телефон […]"),
        ("ar", "اسمي فاطمة ورقم الهاتف ٠٦١٢٣٤٥٦٧٨", "اسمي […] ورقم الهاتف […]"),
        ("ar", "بريدي fatima@example.org", "بريدي […]"),
        ("nl", "bel ０６－１２３４５６７８", "bel […]"),
        ("nl", "bel 06\u200b12\u200b34\u200b56\u200b78", "bel […]"),
    ],
)
def test_numbers_and_names_in_every_language(language: str, text: str, expected: str) -> None:
    """Structured items and who says their name, in other digits and with invisible signs in between too."""
    assert redact(text, language).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "de A2 en de N230 hoor je hier dag en nacht",
        "flat 12 heeft geen licht, flat De Linde ook niet",
        "op De Notenkraker zitten 30 kinderen in een klas",
        "de Burgemeester Reigerstraat en de Jan van Galenkade zijn opgebroken",
        "van 06.00 tot 07.30 uur, 14 dagen lang, 30 km per uur",
        "sinds 14-03-2026 wachten wij, het kost 1.250.000 euro",
        "in de Maria Montessorischool bij het Julianapark",
        "mijn man werkt nachten en mijn dochter wil slapen",
        "bel 112, 0900-8844, 0800-2000 of 14 030",
    ],
)
def test_look_alikes_stay(text: str) -> None:
    """Roads, schools, streets named after somebody, times, sums, and help lines."""
    assert redact(text, "nl", ("De Linde", "Julianapark")).text == text


def test_streets_of_the_wijk_stay_and_their_house_numbers_go() -> None:
    """A street that is called like a person is no person here."""
    assert redact("op Bram 14 is het donker", "nl", ("Bram",)).text == "op Bram […] is het donker"
    assert redact("op Bram is het donker").text == "op […] is het donker"


def test_a_name_that_was_found_goes_everywhere() -> None:
    """Also where nothing tells that it is one."""
    assert redact("mevrouw Zwijnenburg belt. Help Zwijnenburg.").text == "mevrouw […] belt. Help […]."


@pytest.mark.parametrize(
    "piece",
    ["jan van de ", "van ", "a.a.", "K. ", "0 ", "1.1.", "NL12 ", "3571 ab ", "nr ", "a@", "-", "[…]", "é"],
)
def test_no_text_takes_long(piece: str) -> None:
    """4,000 characters of anything, the longest that is kept, are far from a minute of work."""
    begun = time.process_time()
    redact(piece * (4_000 // len(piece)))
    assert time.process_time() - begun < 15


def test_the_checks_of_numbers() -> None:
    """The check of eleven and the check by 97 refuse a slip."""
    assert is_bsn("945807302")
    assert not is_bsn("945807303")
    assert not is_bsn("111111111")
    assert is_iban("nl45ingb3207320215")
    assert not is_iban("nl46ingb3207320215")


def test_the_lists_are_what_they_say() -> None:
    """Names are folded, no list is empty, and a name for sure is not a word besides."""
    assert all(groups("name_words.txt")[group] for group in ("strong", "role", "relation", "farewell"))
    assert len(words("given.txt")) > 4_000
    assert not words("given.txt") & words("given_capital.txt")
    assert not words("given.txt") & words("function_words.txt")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # In the middle, at the very beginning, to the very end, and all of it.
        ("het nummer is 06-12-10-2026", "het nummer is […]"),
        ("0612-10-2026", "[…]"),
        ("bel 030 12-10-2026 22", "bel […] 22"),
        ("20261012 bel", "[…] bel"),
        ("12345678bel20261012", "[…]bel[…]"),
        # Of these a date is only a part of what looks like a number.
        ("0612 2026-10-12", "0612 2026-10-12"),
        ("op 12-10-2026, bel 06 12 34 56 78", "op 12-10-2026, bel […]"),
        ("we waren er op 12-10-2026 om 10 uur", "we waren er op 12-10-2026 om 10 uur"),
    ],
)
def test_a_date_is_no_number_and_hides_none(text: str, expected: str) -> None:
    """A number in which something looks like a date goes; a date beside digits stays."""
    assert redact(text).text == expected


def test_what_touches_is_one_mark() -> None:
    """Two things without a character between them: nobody sees how many there were."""
    assert redact("0612030TR-908-P").text == "[…]"
    assert len(redact("0612030TR-908-P").spans) == 1


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was taken out makes plain what stands beside it; where that would not end it is broken off."""
    assert redact("3571 AB-ans").text == "[…]-[…]"
    monkeypatch.setattr("screening.redact.MOST_ROUNDS", 1)
    assert redact("3571 AB-ans").text == "[…]-ans"


def test_words_are_dutch_unless_it_is_said() -> None:
    """In Dutch `de vries` may be a name; in another language it is no name without a capital."""
    assert redact("meneer de vries").text == redact("meneer de vries", "nl").text == "meneer […]"
    assert redact("meneer de vries", "en").text == "meneer de vries"
