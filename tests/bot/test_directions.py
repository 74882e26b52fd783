"""From right to left, what runs the other way keeps its direction, and a line keeps that of its language."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directions import marked
from bot.texts import Words
from domain.messages import Text

WORDS = Words()
OPEN, CLOSE = "\u2068", "\u2069"
LINES = Text(
    "status-collected", {"number": "2026-0412", "subject": "مصباح معطل", "promise": date(2026, 12, 8)}
)


def first_strong(line: str) -> str | None:
    """How an app decides which way a line runs (Unicode, annex 9, rule P2)."""
    depth = 0
    for letter in line:
        depth += (letter == OPEN) - (letter == CLOSE)
        if depth == 0 and (found := unicodedata.bidirectional(letter)) in {"L", "R", "AL"}:
            return found
    return None


@pytest.mark.parametrize(
    "text",
    [
        Text("resident-receipt", {"number": "2026-0412", "promise": date(2026, 12, 8)}),
        Text("status-list", {"count": 2, "lines": (LINES, LINES)}),
        Text("status-list", {"count": 1, "lines": (LINES,)}),
        Text("danger-suicide"),
        Text("rules", {"district": "De Boomgaard", "ends": date(2026, 10, 31), "promise": date(2026, 11, 8)}),
    ],
    ids=lambda text: text.key,
)
def test_every_line_runs_from_right_to_left(text: Text) -> None:
    """A line of Arabic is never taken for one that runs from left to right, whatever it begins with."""
    lines = WORDS.say(text, "ar").splitlines()
    assert {first_strong(line) for line in lines} <= {"AL", "R"}


@pytest.mark.parametrize("subject", ["مصباح معطل", "lamp kapot, portiek 3", "12 arabaya ceza"])
def test_a_line_that_begins_with_a_dutch_subject_too(subject: str) -> None:
    """Some apps take the first letter of a line, also between marks: they find one from right to left."""
    line = Text("status-collected", {"number": "2026-0412", "subject": subject, "promise": date(2026, 12, 8)})
    for text in (line, Text("status-list", {"count": 1, "lines": (line,)})):
        for words in WORDS.say(text, "ar").splitlines():
            letters = (unicodedata.bidirectional(letter) for letter in words)
            assert next(one for one in letters if one in {"L", "R", "AL"}) in {"R", "AL"}


def test_what_runs_the_other_way_is_marked() -> None:
    """A number and a Dutch sentence stand between marks, a date with an Arabic month does not."""
    told = WORDS.say(Text("help-with-person", {"contact": "Kom langs, tussen 9 en 12."}), "ar")
    assert f"{OPEN}Kom langs, tussen 9 en 12.{CLOSE}" in told
    receipt = WORDS.say(Text("resident-receipt", {"number": "2026-0412", "promise": date(2026, 12, 8)}), "ar")
    assert f"{OPEN}2026-0412{CLOSE}" in receipt
    assert receipt.count(OPEN) == 1


def test_other_languages_need_no_marks() -> None:
    """Where everything runs from left to right nothing is added."""
    for language in set(WORDS.languages) - {"ar"}:
        assert OPEN not in WORDS.say(LINES, language)


@given(st.text(st.sampled_from(f"a1 .\nأ-{OPEN}{CLOSE}"), max_size=30))
def test_marks_never_change_what_is_said(text: str) -> None:
    """Whatever stands between marks: the words stay, and marks that are made end in their own line."""
    without = str.maketrans("", "", OPEN + CLOSE + "\u200f")
    assert marked(text).translate(without) == text.translate(without)
    if text.count(OPEN) == text.count(CLOSE) == 1 and text.index(OPEN) < text.index(CLOSE):
        assert all(line.count(OPEN) == line.count(CLOSE) for line in marked(text).split("\n"))
