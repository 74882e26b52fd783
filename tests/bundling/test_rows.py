"""Rows of a file become topics; a bad row is named by line and key."""

from typing import Any

import pytest

from bot.texts import Words
from bundling.rows import BadRowError, bundle_rows
from domain.messages import Text

GOOD: dict[str, Any] = {"id": "a", "text": "lantaarn stuk", "reporter": "r1", "source": "bewoner"}


def say(text: Text) -> str:
    """In Dutch."""
    return Words().say(text, "nl")


def test_rows_become_topics_with_a_sentence() -> None:
    """Titles, people, a Dutch reason and ids; what is left out carries its reason."""
    rows = [
        GOOD | {"buurt": "Noord"},
        GOOD | {"id": "b", "reporter": "r2", "buurt": "Zuid", "text": "straatlantaarn is stuk"},
        GOOD | {"id": 3, "text": "hoi", "buurt": None},
        GOOD | {"id": "d", "text": ""},
    ]
    result = bundle_rows(rows, say)
    assert result["topics"] == [
        {
            "title": "Straatverlichting",
            "people": 2,
            "reason": "2 verschillende buurtgenoten uit 2 buurten.",
            "signals": ["a", "b"],
        }
    ]
    assert result["left_out"] == [{"id": 3, "reason": "greeting"}, {"id": "d", "reason": "empty"}]


def test_one_round_is_taken_by_its_name_or_by_the_month() -> None:
    """A row's own round counts; without one its date; without both it is in no round."""
    rows = [
        GOOD | {"round": "2026-10", "date": "2026-09-30"},
        GOOD | {"id": "b", "date": "2026-10-31T23:00:00"},
        GOOD | {"id": "c", "date": "2026-11-01"},
        GOOD | {"id": "d"},
    ]
    topics = bundle_rows(rows, say, round_="2026-10")["topics"]
    assert sorted(key for topic in topics for key in topic["signals"]) == ["a", "b"]


def test_danger_is_judged_by_the_caller() -> None:
    """What the given rule calls danger is left out."""
    result = bundle_rows([GOOD], say, is_danger=lambda text: "lantaarn" in text)
    assert result == {"topics": [], "left_out": [{"id": "a", "reason": "danger"}]}


def test_no_rows_are_no_topics() -> None:
    """An empty file gives an empty answer."""
    assert bundle_rows([], say) == {"topics": [], "left_out": []}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({key: value for key, value in GOOD.items() if key != "text"}, "line 2: 'text' is missing"),
        (GOOD | {"reporter": ""}, "line 2: 'reporter' is missing"),
        (GOOD | {"source": None}, "line 2: 'source' is missing"),
        (GOOD | {"text": 5}, "line 2: 'text' must be a text"),
        (GOOD | {"id": ["x"]}, "line 2: 'id' must be a text or a whole number"),
        (GOOD | {"id": True}, "line 2: 'id' must be a text or a whole number"),
        (GOOD | {"buurt": 3}, "line 2: 'buurt' must be a text"),
        (
            GOOD | {"question": 4},
            "line 2: 'question' must be 1 (what goes well), 2 (what to change) or absent",
        ),
        (
            GOOD | {"question": True},
            "line 2: 'question' must be 1 (what goes well), 2 (what to change) or absent",
        ),
        (GOOD | {"date": "31-10-2026"}, "line 2: 'date' must be a date such as 2026-10-31"),
        (GOOD | {"date": 20261031}, "line 2: 'date' must be a date such as 2026-10-31"),
        (GOOD | {"id": "first"}, "line 2: 'id' is 'first' again, as on line 1"),
    ],
)
def test_a_bad_row_is_named(row: dict[str, Any], said: str) -> None:
    """Line, key and what is wrong."""
    with pytest.raises(BadRowError) as wrong:
        bundle_rows([GOOD | {"id": "first"}, row], say)
    assert str(wrong.value) == said
    assert wrong.value.line == 2


def test_a_row_that_is_no_object_is_named() -> None:
    """A list where an object should be is said so."""
    rows: list[Any] = [GOOD, ["no", "object"]]
    with pytest.raises(BadRowError, match="line 2: 'line' must be an object with keys"):
        bundle_rows(rows, say)


def test_reasons_are_whole_sentences() -> None:
    """One person, copies, rounds and hazards each read well."""
    counts = {"people": 1, "neighbourhoods": 1, "rounds": 1, "copies": 0, "urgent": 0}
    assert say(Text("topic-reason", counts)) == "Eén buurtgenoot uit 1 buurt."
    full = {"people": 23, "neighbourhoods": 2, "rounds": 3, "copies": 15, "urgent": 4}
    assert say(Text("topic-reason", full)) == (
        "23 verschillende buurtgenoten uit 2 buurten, derde ronde op rij, met 15 gelijkluidende berichten, "
        "van wie 4 over gevaar vertellen."
    )
