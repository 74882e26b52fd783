"""Words are the same word however a keyboard writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.spelling import folded


@pytest.mark.parametrize(
    "alike",
    [
        ("DURUM", "durum"),
        ("Yardım", "yardim", "YARDIM"),
        ("İPTAL", "iptal", "ıptal"),
        ("język", "jezyk", "JĘZYK"),
        ("złe", "zle"),
        ("oké", "oke"),
        ("дев'ять", "дев\u2019ять", "девять"),
        ("حالة", "حاله", "حـالة", "حَالَة"),
        ("إلغاء", "الغاء", "\u2068إلغاء\u2069"),
        ("أخرى", "اخري"),
    ],
)
def test_the_same_word_in_other_letters(alike: tuple[str, ...]) -> None:
    """Capitals, accents, vowel signs, marks of direction and another keyboard make no difference."""
    assert len({folded(one) for one in alike}) == 1


def test_other_words_stay_other_words() -> None:
    """Folding takes away how a word is written, not which word it is."""
    assert len({folded(one) for one in ("stoep", "stop", "стоп", "قف", "dur")}) == 5


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is compared is compared in its last form."""
    assert folded(folded(text)) == folded(text)
