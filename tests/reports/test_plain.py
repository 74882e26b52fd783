"""The report as plain text and as data."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages import Text
from domain.report import Noticed, RoundReport
from reports import closing
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


def test_a_full_round_as_data(say: Say) -> None:
    """Quotes with their language, partners, what was passed on, and what reporters notice."""
    data = json.loads(json.dumps(as_json(examples.after_the_meeting(), say)))
    first, fourth = data["topics"][0], data["topics"][3]
    assert [quote["language"] for quote in first["quotes"]] == ["ar", "nl"]
    assert first["decision"]["partners"] == "huurdersvereniging, Team Zorg"
    assert fourth["decision"]["referred_to"] == "Gemeente, afdeling openbare ruimte"
    assert data["previous"] == {"reporters": 48, "answered": 47, "in_time": 45, "median_days": 11}
    assert data["passed_on"][1]["to"] == "Vervoerder"
    assert data["fast_lane"] == {"yes": 4, "no": 1, "waiting": 2, "late": 1}
    assert data["skipped_asks"] == 23
    crossing, coffee, lamps = data["open_actions"]
    assert crossing["noticed"][0] == {"name": "yes", "people": 14, "fewer_than_5": False}
    assert (coffee["noticed"], lamps["noticed"]) == (None, None)


def test_a_full_round_as_text(say: Say) -> None:
    """Every part has its sentence."""
    words = text(examples.everything(), say)
    for part in (
        "„Увечері там зовсім темно, з дітьми я туди не йду.”\u2069 (Oekraïens)",
        "47 van de 48 melders kregen antwoord. Op tijd: 45. De helft hoorde het binnen 11 dagen.",
        "Doorgegeven: Bus rijdt niet meer na acht uur (5 mensen) aan Vervoerder.",
        "Ja: 4. Nee: 1. Wacht nog: 2. Langer dan 3 dagen: 1.",
        "Wij stelden 23 vragen niet, om mensen niet te veel te vragen.",
        "(Team Zorg met huurdersvereniging, duurt langer, kijken op 4 december).",
        "Merken melders verschil? ja 14, een beetje 6, nee 5.",
        "Merken melders verschil? te weinig antwoorden.",
    ):
        assert part in words


@pytest.mark.parametrize(
    ("noticed", "words"),
    [
        (None, "nog niet gevraagd"),
        (Noticed(), "nog geen antwoord"),
        (Noticed(yes=3, no=1), "te weinig antwoorden"),
        (Noticed(yes=9), "ja 9"),
        (Noticed(yes=9, some=3, no=2), "ja 9, nee minder dan 5, een beetje minder dan 5"),
        (Noticed(yes=9, some=6, no=2), "ja 9, verder nee, een beetje"),
    ],
)
def test_what_reporters_notice(report: RoundReport, say: Say, noticed: Noticed | None, words: str) -> None:
    """A breakdown like any other: few answers have no number, and none follows by subtraction."""
    told = closing.noticed(replace(report.open_actions[0], noticed=noticed))
    assert (say(told) if isinstance(told, Text) else told) == words


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
