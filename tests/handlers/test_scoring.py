"""Points: each member in their own chat, shown to all at once, deciding nothing."""

from dataclasses import replace

import pytest

from domain.decisions import Meeting
from domain.events import PartBegun, ScoringMoved, TopicScored
from domain.meeting import Score, Scoring
from domain.messages import Act, Kind, PersonKey, Verb
from domain.people import Person
from handlers.states import Idle, Weighing
from tests.handlers.spoken import (
    COORDINATOR,
    PARTNER,
    RESIDENT,
    ROOM,
    ROUND,
    Dialogue,
    begun,
    meeting,
    read,
    situation,
)


@pytest.fixture
def room() -> Dialogue:
    """The group of the wijkverband, two topics on the table."""
    return Dialogue(situation(PARTNER, ROOM)).given(meeting=begun(2))


def asked(*scores: Score, scoring: Scoring = Scoring.OPEN) -> Meeting:
    """Points were asked of the two members for two topics."""
    table = begun(2)
    assert table.sitting is not None
    return replace(table, sitting=replace(table.sitting, scoring=scoring), scores=scores)


def chat(who: Person, table: Meeting) -> Dialogue:
    """Somebody's own chat."""
    return Dialogue(situation(who)).given(meeting=table)


def gives(own: Dialogue, *points: str) -> str:
    """Taps these, one after the other; what was read last."""
    return [own.taps(point) for point in points][-1]


def test_every_member_is_asked_in_private(room: Dialogue) -> None:
    """The room hears how it works; nobody is asked twice."""
    said = room.says("punten")
    assert said.startswith("Iedereen in het wijkverband kan nu punten geven, in de eigen chat met mij.")
    assert said.endswith("[Toon de punten] [Verder]")
    assert [(one.to, one.kind) for one in room.others] == [
        (PARTNER.key, Kind.NOTICE),
        (COORDINATOR.key, Kind.NOTICE),
    ]
    assert room.events == [ScoringMoved(ROUND, Scoring.OPEN)]
    room.says("punten geven")
    assert len(room.others) == 2


def test_points_before_the_meeting_begin_it(room: Dialogue) -> None:
    """There is a meeting then, so that the result has somewhere to stand."""
    room.given(meeting=meeting(2)).says("punten")
    assert [type(one) for one in room.events] == [PartBegun, ScoringMoved]


def test_two_taps_a_topic() -> None:
    """How feasible, how much it helps; then it waits for the others without telling anything of them."""
    own = chat(PARTNER, asked(Score(11, COORDINATOR.key, 1, 1)))
    said = own.presses(Act(Verb.SCORE, "own"))
    assert said == (
        "Onderwerp 1 van 2: Schimmel in flat De Linde. Hoe haalbaar is het om hier iets aan te doen?\n"
        "[Moeilijk] [Gaat wel] [Goed te doen]"
    )
    assert gives(own, "Goed te doen").endswith("Hoeveel helpt het de bewoners?\n[Weinig] [Best wat] [Veel]")
    assert gives(own, "Veel", "Gaat wel", "Weinig") == (
        "Dank u, uw punten zijn bewaard. Eén van de 2 is klaar. U ziet alles zodra iedereen klaar is."
    )
    assert own.events == [TopicScored(11, 3, 3), TopicScored(12, 2, 1)]
    assert own.now.state == Idle()
    assert not own.others


def test_the_last_one_shows_it_to_the_room() -> None:
    """All members answered: the result comes by itself, in order, as plain words."""
    own = chat(PARTNER, asked(Score(11, COORDINATOR.key, 1, 2), Score(12, COORDINATOR.key, 3, 3)))
    own.presses(Act(Verb.SCORE, "own"))
    assert "Iedereen is klaar." in gives(own, "Moeilijk", "Best wat", "Goed te doen", "Best wat")
    assert own.events[-1] == ScoringMoved(ROUND, Scoring.SHOWN)
    (result,) = own.others
    assert (result.to, result.kind) == (ROOM, Kind.NOTICE)
    assert read(result) == (
        "Zo denken wij erover. 2 mensen gaven punten. De punten kiezen niet: dat doet u samen.\n"
        "2. Parkeren bij school: haalbaar 3,0 van 3, helpt 2,5 van 3\n"
        "1. Schimmel in flat De Linde: haalbaar 1,0 van 3, helpt 2,0 van 3\n[Verder]"
    )


def test_the_spread_needs_three(room: Dialogue) -> None:
    """With two, the lowest and highest would tell who gave what."""
    people = ("p:a", "p:b", "p:c")
    three = [Score(11, PersonKey(key), 1 + n, 3) for n, key in enumerate(people)]
    room.given(meeting=asked(*three))
    room.says("punten")
    said = room.taps("Toon de punten")
    assert "haalbaar 2,0 van 3, helpt 3,0 van 3 (samen van 4 tot 6 punten)" in said
    room.given(meeting=asked(*three[:2]))
    assert "samen van" not in room.presses(Act(Verb.SHOW_SCORES, ROUND))


def test_only_the_chair_shows_early(room: Dialogue) -> None:
    """Who began, or a coordinator; and only when there is something to show."""
    room.given(meeting=asked())
    assert room.presses(Act(Verb.SHOW_SCORES, ROUND)).startswith("Er zijn nog geen punten.")
    other = replace(PARTNER, key=PersonKey("p:another"))
    room.given(meeting=asked(Score(11, PARTNER.key, 3, 3)), person=other)
    assert room.presses(Act(Verb.SHOW_SCORES, ROUND)).startswith("Laten zien kan wie de vergadering begon")
    room.given(person=COORDINATOR)
    assert room.presses(Act(Verb.SHOW_SCORES, ROUND)).startswith("Zo denken wij erover. 1 mens gaf punten.")
    assert room.events == [ScoringMoved(ROUND, Scoring.SHOWN)]


def test_what_was_shown_can_be_seen_again() -> None:
    """After that nobody's points change any more."""
    table = asked(Score(11, PARTNER.key, 3, 3), scoring=Scoring.SHOWN)
    own = chat(PARTNER, table).given(state=Weighing(11, 2))
    assert own.presses(Act(Verb.SCORE, "11/impact/1")).startswith("Zo denken wij erover.")
    assert own.now.state == Idle()
    assert own.presses(Act(Verb.SHOW_SCORES, ROUND)).startswith("Zo denken wij erover.")
    assert own.given(state=Weighing(11)).says("hallo daar").startswith("De punten zijn al verteld")
    assert not own.events


def test_points_can_be_given_anew_while_it_is_open() -> None:
    """A later word takes the place of the earlier one; an interrupted member goes on where they were."""
    half = chat(PARTNER, asked(Score(11, PARTNER.key, 1, 1)))
    assert half.says("punten").startswith("Onderwerp 2 van 2")
    done = chat(PARTNER, asked(Score(11, PARTNER.key, 1, 1), Score(12, PARTNER.key, 1, 1)))
    assert done.says("punten").startswith("Onderwerp 1 van 2")


def test_odd_taps_and_words() -> None:
    """Words are no points, an old button asks again, `annuleer` stops, and a round that is over says so."""
    own = chat(PARTNER, asked())
    own.says("punten")
    assert own.says("dat hangt ervan af").startswith("Onderwerp 1 van 2")
    assert own.presses(Act(Verb.SCORE, "11/impact/3")).endswith("[Moeilijk] [Gaat wel] [Goed te doen]")
    assert own.presses(Act(Verb.SCORE, "12/impact/3")).startswith("Onderwerp 1 van 2")
    assert own.presses(Act(Verb.SCORE, "99/impact/3")).startswith("Onderwerp 1 van 2")
    assert own.says("annuleer").startswith("Gestopt.")
    assert own.given(state=Weighing(99)).says("hm, lastig").startswith("Er is nu niets om te kiezen.")
    own.given(meeting=None)
    assert own.presses(Act(Verb.SCORE, "own")).startswith("Er is nu niets om te kiezen.")
    assert not own.events


def test_who_does_not_decide_gives_no_points(room: Dialogue) -> None:
    """Neither by word nor by button."""
    room.given(person=RESIDENT)
    assert room.says("punten").startswith("Kiezen kan iemand")
    assert room.presses(Act(Verb.SCORE, "own")).startswith("Kiezen kan iemand")
    assert not room.events
