"""Quotes: bound to their words, and only ever made shorter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quotes import GAP, hash_of, left_out

SHOWN = "al weken donker bij flat De Linde, de lamp doet het niet"
WORDS = st.lists(
    st.sampled_from(["lamp", "kapot", "De", "Linde,", "donker.", GAP, "foto's"]), min_size=1, max_size=9
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (SHOWN, SHOWN),
        ("al weken donker bij flat De Linde", "al weken donker bij flat De Linde […]"),
        ("DONKER bij flat de linde", "[…] donker bij flat De Linde […]"),
        ("al weken donker ... de lamp doet het niet", "al weken donker […] de lamp doet het niet"),
        ("de lamp doet het", "[…] de lamp doet het […]"),
        ("de lamp is kapot", None),
        ("niet de lamp", None),
        ("...", None),
        ("", None),
    ],
)
def test_words_can_be_left_out_only(typed: str, expected: str | None) -> None:
    """In their order, as they were shown; a gap shows where words went."""
    assert left_out(SHOWN, typed) == expected


@given(WORDS, st.data())
def test_what_comes_out_was_shown(words: list[str], data: st.DataObject) -> None:
    """Whatever is left out, every word of the result stood there, and doing it again changes nothing."""
    shown = " ".join(words)
    typed = " ".join(word for word in words if data.draw(st.booleans()))
    shorter = left_out(shown, typed)
    if shorter is not None:
        assert set(shorter.replace(GAP, "").split()) <= set(" ".join(words).replace(GAP, "").split()) | {
            word.rstrip(",.") for word in words
        }
        assert left_out(shorter, shorter) == shorter


def test_a_hash_is_of_exactly_these_words() -> None:
    """One space more is another text."""
    assert hash_of("a b") != hash_of("a  b")
