"""People decide the rank, and one person or one text cannot pretend to be many."""

from math import sqrt

import pytest

from bundling.ranking import evidence, is_hazard, score
from domain.topics import Evidence
from tests.bundling.people import all_said, said

CAMPAIGN = "Stop de plannen voor de laadpalen in onze straat, wij willen parkeerplaatsen en geen laadpalen"


def counted(**more: float) -> Evidence:
    """Ten voices in one buurt through one source, with changes."""
    plain: dict[str, float] = {"people": 10, "messages": 10, "voices": 10.0, "rounds_before": 0, "urgent": 0}
    values = plain | more
    return Evidence(
        people=int(values["people"]),
        messages=int(values["messages"]),
        voices=values["voices"],
        sources={f"s{n}": 5 for n in range(int(values.get("sources", 1)))},
        neighbourhoods={f"b{n}": 5 for n in range(int(values.get("buurten", 1)))},
        languages={},
        rounds_before=int(values["rounds_before"]),
        urgent=int(values["urgent"]),
    )


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, 10.0),
        ({"buurten": 0, "sources": 0}, 10.0),
        ({"buurten": 2}, 11.5),
        ({"buurten": 3}, 13.0),
        ({"buurten": 9}, 13.0),
        ({"sources": 2}, 11.0),
        ({"sources": 7}, 12.0),
        ({"rounds_before": 1}, 11.5),
        ({"rounds_before": 8}, 14.5),
        ({"urgent": 1}, 10.0),
        ({"urgent": 2}, 12.0),
        ({"urgent": 3}, 12.5),
        ({"urgent": 10}, 12.5),
        ({"buurten": 3, "sources": 3, "rounds_before": 3, "urgent": 5}, 22.0),
    ],
)
def test_the_score_follows_from_what_is_counted(more: dict[str, float], expected: float) -> None:
    """Voices times what spread, sources, rounds and hazards add, each up to its most."""
    assert score(counted(**more)) == pytest.approx(expected)


def test_one_person_is_one_voice_however_many_messages() -> None:
    """Fifty messages of one person count as one."""
    found = evidence([said(f"weer duiven op het plein {n}", n, "r1") for n in range(50)])
    assert (found.people, found.messages, found.voices, found.campaign) == (1, 50, 1.0, 0)


def test_copies_of_a_text_count_as_a_root_and_are_shown() -> None:
    """Thirty people with the same words are thirty people, about five and a half voices and a campaign."""
    copies = [said(CAMPAIGN + ending, n) for n, ending in enumerate(["", "!", " svp", ". Groet", "!!"] * 6)]
    found = evidence(copies)
    assert found.people == 30
    assert found.voices == pytest.approx(sqrt(30))
    assert found.campaign == 30


def test_words_of_your_own_free_you_of_the_copy() -> None:
    """Who sent the copied text and something else too is a voice of their own."""
    items = [said(CAMPAIGN, n) for n in range(3)]
    items.append(said("bij ons op het hoekje staat de stoep vol kabels van elektrische auto's", 9, "r0"))
    found = evidence(items)
    assert found.people == 3
    assert found.voices == pytest.approx(1 + sqrt(2))
    assert found.campaign == 2


def test_short_texts_are_no_campaign() -> None:
    """Three words are easily the same by chance."""
    found = evidence([said("hondenpoep in park", n) for n in range(6)])
    assert (found.voices, found.campaign) == (6.0, 0)


def test_different_texts_of_one_length_are_no_copies() -> None:
    """Two texts that share a few words are two voices."""
    items = all_said(
        "de container op het plein zit alweer helemaal vol", "de schommel in de speeltuin is alweer stuk"
    )
    assert evidence(items).voices == 2.0


def test_a_respondent_counts_and_not_the_professional() -> None:
    """Two residents who spoke to the same professional are two people; one resident twice is one."""
    items = [
        said("geen huisarts", 1, "p1", source="uitvraag", respondent="u1", buurt="Noord"),
        said("huisarts vol", 2, "p1", source="uitvraag", respondent="u2", buurt="Noord"),
        said("nog steeds geen huisarts", 3, "p2", source="uitvraag", respondent="u2", buurt="Zuid"),
    ]
    found = evidence(items)
    assert found.people == 2
    assert found.sources == {"uitvraag": 2}
    assert found.neighbourhoods == {"Noord": 2, "Zuid": 1}


def test_people_without_a_buurt_are_left_out_of_the_buurten() -> None:
    """A buurt nobody named is no buurt."""
    found = evidence([said("vuurwerk", 1), said("vuurwerk", 2, buurt="Noord", lang="nl")], rounds_before=2)
    assert found.neighbourhoods == {"Noord": 1}
    assert found.languages == {"nl": 1}
    assert found.rounds_before == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("er was brand in de berging", True),
        ("In brand!", True),
        ("de brandgang ligt vol met fietsen", False),
        ("mijn buurvrouw is gevallen op die stoep", True),
        ("ze gaan ons vast weer tegenvallen", False),
        ("gaslucht in het trappenhuis", True),
        ("de messing naamplaatjes zijn weg", False),
        ("", False),
    ],
)
def test_a_hazard_is_a_whole_word(*, text: str, expected: bool) -> None:
    """A brandgang is no fire."""
    assert is_hazard(text) is expected


def test_hazards_are_counted_in_people() -> None:
    """One person who tells of three falls is one person."""
    items = [said("ik ben gevallen op die stoep", n, "r1") for n in range(3)]
    assert evidence(items).urgent == 1
