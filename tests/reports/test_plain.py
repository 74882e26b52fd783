"""The report as plain text and as data."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.report import RoundReport
from reports.plain import as_json, text
from reports.wording import Say
from tests.reports import examples
from tests.reports.conftest import say_in


def test_the_text_holds_everything(report: RoundReport, say: Say) -> None:
    """Round, topics, who was heard, actions and how the report was made."""
    words = text(report, say)
    assert "1 oktober tot en met 31 oktober" in words
    assert (
        "Buurten: Appelhof 52, Perenpad 41, Kersentuin 33, Kweepeer 22, nog niet gehoord: Walnoot." in words
    )
    assert "Talen: Nederlands 118, Turks 14, Arabisch 11, Pools minder dan 5, Oekraïens minder dan 5" in words
    assert (
        "Eenzaamheid in de flats: Koffie-uur op dinsdag in de hal van De Linde (Team Zorg, duurt langer"
        in words
    )
    assert words.endswith("Gebundeld op woorden, zonder taalmodel. Nagekeken door een mens.\n")


def test_the_text_of_an_empty_month_is_short(say: Say) -> None:
    """Without signals there is no talk of how they were bundled."""
    words = text(examples.empty(), say)
    assert "Er kwamen geen signalen binnen." in words
    assert "Gebundeld" not in words


def test_keys_are_stable(report: RoundReport, say: Say) -> None:
    """Programs rely on these names; what has no value is there as null."""
    data = as_json(report, say)
    assert list(data) == [
        "district", "round", "starts", "ends", "checked", "model", "people", "messages", "neighbourhoods",
        "languages", "sources", "topics", "others", "quiet_voice", "good_news", "previous",
        "passed_on", "fast_lane", "skipped_asks", "open_actions",
    ]  # fmt: skip
    bare = as_json(examples.empty(), say)
    assert list(bare) == list(data)
    assert (bare["quiet_voice"], bare["previous"], bare["topics"]) == (None, None, [])
    assert json.loads(json.dumps(data)) == data


def test_a_topic_as_data(say: Say) -> None:
    """A topic with its plan; groups whose number may not be told have null."""
    first, *_, fourth, _ = json.loads(json.dumps(as_json(examples.decided(), say)))["topics"]
    assert first["decision"]["outcome"] == "taken-up"
    assert first["decision"]["check_on"] == "2026-12-18"
    assert first["trend"] == [5, 9]
    assert fourth["decision"]["check_on"] is None
    assert fourth["neighbourhoods"] == [
        {"name": "Kersentuin", "people": None, "fewer_than_5": None},
        {"name": "Kweepeer", "people": None, "fewer_than_5": None},
    ]


def test_a_breakdown_that_may_not_be_told_is_null(say: Say) -> None:
    """Null says that there is one; an empty list says that nothing was counted."""
    data = json.loads(json.dumps(as_json(examples.few(), say)))
    assert data["topics"][0]["neighbourhoods"] is None
    assert json.loads(json.dumps(as_json(examples.empty(), say)))["sources"] == []


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.integers(0, 40))
def test_data_tells_no_small_number(people: list[int], campaign: int) -> None:
    """Whatever was counted, no group in the data has a number of one to four."""
    counts = tuple(zip("abcd", people, strict=True))
    usual = examples.october()
    topic = replace(
        usual.topics[0], people=sum(people), neighbourhoods=counts, sources=counts, campaign=campaign
    )
    round_ = replace(usual, people=sum(people), neighbourhoods=counts, languages=counts, topics=(topic,))
    data = json.loads(json.dumps(as_json(round_, say_in("nl"))))
    cells = [
        cell
        for part in (data, *data["topics"])
        for key in ("neighbourhoods", "sources", "languages")
        for cell in part.get(key) or ()
    ]
    assert not [cell for cell in cells if cell["people"] in {1, 2, 3, 4}]
    assert data["topics"][0]["campaign"] not in {1, 2, 3, 4}
