"""From texts to topics: golden small wijken, and what must hold for any input."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.texts import Words
from bundling import clusters
from bundling.bundle import Known, bundle
from bundling.items import Earlier, Item, Links
from bundling.near import Looking, near
from bundling.places import PlaceNames
from bundling.similarity import Floats, Weights
from tests.bundling.people import all_said, said, together
from tests.project.tree import ROOT

WASTE = [
    "vuilniszakken naast de container",
    "container vol, afval ernaast",
    "grofvuil gedumpt bij de container",
]
LIGHT = ["lantaarn stuk", "straatlantaarn doet het niet", "pikdonker, de straatverlichting is uit"]
DOCTOR = ["huisarts neemt niemand aan", "geen plek bij de huisarts", "huisarts is vol"]


def test_three_subjects_become_three_topics() -> None:
    """Signals about the same thing stand together, those about something else do not."""
    result = bundle(all_said(*WASTE, *LIGHT, *DOCTOR))
    assert together(result.topics) == {frozenset({1, 2, 3}), frozenset({4, 5, 6}), frozenset({7, 8, 9})}
    assert result.left_out == ()


def test_the_same_subject_at_two_places_is_two_topics() -> None:
    """About a place one decision is taken: speed on one road is not speed on the other."""
    texts = [
        f"{how} op de {street}"
        for street in ("Molenweg", "Kerkstraat")
        for how in ("hardrijden", "te hard rijden", "racen")
    ]
    place = PlaceNames(streets=("Molenweg", "Kerkstraat"))
    result = bundle(all_said(*texts), Known(place=place, threshold=0.45))
    assert together(result.topics) == {frozenset({1, 2, 3}), frozenset({4, 5, 6})}
    assert {topic.place for topic in result.topics} == {"Molenweg", "Kerkstraat"}


def test_languages_meet_in_theme_and_place() -> None:
    """Dutch, Turkish, Polish, Ukrainian and Arabic about waste at one square are one topic."""
    texts = ["vuilniszakken naast de containers", "konteyner dolu, çöp yerde", "śmieci obok kontenera"]
    texts += ["сміття біля контейнера", "الحاويات مليئة والقمامة على الأرض"]
    result = bundle(all_said(*texts, *DOCTOR))
    assert frozenset({1, 2, 3, 4, 5}) in together(result.topics)


def test_no_signals_give_no_topics() -> None:
    """An empty round is an empty answer."""
    assert bundle([]) == bundle([], Known(links=Links(same=((1, 2),))))
    assert bundle([]).topics == ()


@pytest.mark.parametrize(
    "text", ["lantaarn stuk", "x", "ضوء", "🌳 bomen", "\ud800 stoep \x00 los", "a" * 40_000]
)
def test_one_signal_is_one_topic(text: str) -> None:
    """Whatever somebody wrote, it stands in a topic or is left out."""
    result = bundle([said(text, "only")])
    assert [
        *(key for topic in result.topics for key in topic.signals),
        *(key for key, _ in result.left_out),
    ] == ["only"]


def test_people_join_what_words_do_not() -> None:
    """A yes holds, also along a chain; it goes before a no."""
    items = all_said("lantaarn stuk", "huisarts vol", "hondenpoep in het park")
    links = Links(same=((1, 2), (2, 3)), apart=((1, 3),))
    assert together(bundle(items, Known(links=links)).topics) == {frozenset({1, 2, 3})}


def test_people_keep_apart_what_words_join() -> None:
    """A no holds, also when others are merged later."""
    items = all_said(*["lantaarn stuk in de straat"] * 4)
    topics = bundle(items, Known(links=Links(apart=((1, 2),)))).topics
    assert not [topic for topic in topics if {1, 2} <= set(topic.signals)]
    assert len(topics) == 2


def test_links_to_unknown_signals_do_nothing() -> None:
    """A signal that was withdrawn leaves its links behind."""
    items = all_said(*LIGHT)
    known = Known(links=Links(same=((1, 99),), apart=((98, 2),)))
    assert bundle(items, known) == bundle(items)


def test_the_last_word_on_an_id_counts() -> None:
    """The same id twice is one signal with its newest text."""
    result = bundle([said("lantaarn stuk", 1), said("hoi", 1)])
    assert result.topics == ()
    assert [key for key, _ in result.left_out] == [1]


def test_topics_come_back_with_their_rounds() -> None:
    """A topic of the round before is known by its texts; the reason says which round it is."""
    earlier = [Earlier(2, tuple(WASTE)), Earlier(5, ()), Earlier(1, ("bankjes langs de wandelroute",))]
    topics = bundle(all_said(*WASTE, *DOCTOR), Known(earlier=earlier)).topics
    assert {topic.evidence.rounds_before for topic in topics} == {2, 0}
    assert topics[0].evidence.rounds_before == 2
    assert Words().say(topics[0].reason, "nl") == "3 verschillende buurtgenoten, derde ronde op rij."


def test_the_centre_stands_first() -> None:
    """The first signal of a topic is the most typical one."""
    items = all_said(
        "container vol", "container vol en afval ernaast", "afval ernaast, en die meeuwen ook nog van de kade"
    )
    topic = bundle(items, Known(threshold=0.05)).topics[0]
    assert topic.signals[0] == 2


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*WASTE, *LIGHT, *DOCTOR, "hoi", "", "test"]) | st.text(max_size=60),
            st.integers(0, 9),
        ),
        max_size=12,
    ),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=4),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=4),
)
@settings(max_examples=25, deadline=None)
def test_each_signal_stands_in_one_place(
    texts: list[tuple[str, int]], same: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    """Every id stands in exactly one topic or is left out, the same way each time, by score."""
    items = [said(text, number, f"r{person}") for number, (text, person) in enumerate(texts)]
    known = Known(links=Links(tuple(same), tuple(apart)))
    result = bundle(items, known)
    placed = [key for topic in result.topics for key in topic.signals] + [key for key, _ in result.left_out]
    assert sorted(placed) == list(range(len(texts)))
    assert bundle(items, known) == result
    assert [topic.score for topic in result.topics] == sorted(
        (topic.score for topic in result.topics), reverse=True
    )


def test_many_signals_go_through_leaders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the exact size the same small wijk comes out, and what people decided still holds."""
    monkeypatch.setattr(clusters, "EXACT_UP_TO", 2)
    items = all_said(*WASTE, *LIGHT, *WASTE, *LIGHT)
    links = Links(same=((1, 10),), apart=((2, 7),))
    topics = bundle(items, Known(links=links)).topics
    assert sorted(key for topic in topics for key in topic.signals) == list(range(1, 13))
    assert [topic for topic in topics if {1, 10} <= set(topic.signals)]
    assert not [topic for topic in topics if {2, 7} <= set(topic.signals)]


class Letters:
    """A tiny model: counts of letters."""

    name = "letters-1"
    dim = 26

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text."""
        return np.array([[text.lower().count(chr(97 + n)) for n in range(26)] for text in texts], np.float32)


def test_a_model_is_one_more_view() -> None:
    """An encoder takes part with its own weight, whatever the length of its rows."""
    weights = Weights(words=0.1, letters=0.1, theme=0.1, model=0.7)
    result = bundle(all_said(*WASTE, *LIGHT), Known(encoder=Letters(), weights=weights))
    assert sorted(key for topic in result.topics for key in topic.signals) == [1, 2, 3, 4, 5, 6]


def test_near_gives_the_topic_people_mean() -> None:
    """A new text finds its topic first; what is like nothing gets no suggestion."""
    topics = {"waste": all_said(*WASTE), "light": all_said(*LIGHT, start=4), "empty": []}
    found = near(said("de lantaarns bij ons doen het niet", "new"), topics)
    assert found[0].topic == "light"
    assert near(said("hxqz", "new"), topics) == ()
    assert near(said("lantaarn", "new"), {}) == ()
    assert len(near(said("lantaarn bij de container", "new"), topics, Looking(most=1))) == 1


def test_a_round_of_the_example_wijk_keeps_its_level() -> None:
    """October of the example wijk: of the first five, three or more are of one subject."""
    rows = [
        json.loads(line)
        for line in (ROOT / "bench/data/corpus_a.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    october = [row for row in rows if row["round"] == "2026-10"]
    label = {row["id"]: row["topic"] for row in october}
    items = [_item(row) for row in october]
    first = bundle(items).topics[:5]
    shares = [max(_shares([label[str(key)] for key in topic.signals])) for topic in first]
    assert sum(share >= 0.7 for share in shares) >= 3


def _item(row: dict[str, Any]) -> Item:
    more = {"source": row["source"], "buurt": row["buurt"] or "", "respondent": row.get("respondent") or ""}
    item = said(row["text"], row["id"], row["reporter"], **more)
    return replace(item, danger="spoed" in row["flags"], question=1 if row["question"] == 1 else None)


def _shares(labels: list[str]) -> list[float]:
    return [labels.count(label) / len(labels) for label in set(labels)]
