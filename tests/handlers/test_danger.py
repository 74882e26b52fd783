"""Words of danger in between: what happens to what was going on, and what is said of it later."""

from dataclasses import replace

import pytest

from domain.decisions import Outcome
from domain.events import SignalGiven
from domain.heard import Changed, Danger, Pressed, Said
from domain.messages import Act, Verb
from domain.signals import Standing
from handlers import route
from handlers.states import (
    ChoosingDistrict,
    ConfirmingDanger,
    GivingReason,
    HeldSignal,
    Idle,
    State,
    Surveying,
    TalkPeople,
    TalkPlace,
    TalkSignals,
)
from tests.handlers.spoken import PARTNER, PROFESSIONAL, RESIDENT, VOLUNTEER
from tests.handlers.test_anywhere import NUMBER, OWN, scene

FIRE = Said("er is brand in de flat", danger=Danger.NOW)
LOGGED = (
    (Surveying(1, "u2026-0013"), "professional-question"),
    (TalkPlace(), "volunteer-where"),
    (TalkPeople("bij de bakker"), "volunteer-how-many"),
    (TalkSignals("bij de bakker", 6, "g2026-0013", 1), "volunteer-what"),
)


@pytest.mark.parametrize("verb", [Verb.DROP_DANGER, Verb.KEEP_DANGER])
@pytest.mark.parametrize(("state", "asked"), LOGGED)
def test_a_log_goes_on_after_danger(state: State, asked: str, verb: Verb) -> None:
    """The question that was open is asked once more, whatever the answer, and after danger twice over."""
    person = PROFESSIONAL if isinstance(state, Surveying) else VOLUNTEER
    once = route.step(scene(person, state), FIRE)
    twice = route.step(scene(person, once.state), FIRE)
    turn = route.step(scene(person, twice.state), Pressed(Act(verb)))
    assert turn.state == state
    assert turn.messages[-1].text.key == asked


def test_typing_on_answers_the_log() -> None:
    """Who passes the question of danger by logs the answer, not a signal of their own."""
    waiting = route.step(scene(PROFESSIONAL, Surveying(1, "u2026-0013")), FIRE)
    assert isinstance(waiting.state, ConfirmingDanger)
    turn = route.step(scene(PROFESSIONAL, waiting.state), Said("meer bankjes"))
    assert turn.state == Surveying(2, "u2026-0013")
    late = route.step(scene(PROFESSIONAL, turn.state), Pressed(Act(Verb.DROP_DANGER)))
    assert late.state == turn.state


def test_a_role_that_is_gone_ends_the_log() -> None:
    """Who has no role any more is not asked on."""
    waiting = route.step(scene(PROFESSIONAL, Surveying(1, "u2026-0013")), FIRE)
    turn = route.step(scene(RESIDENT, waiting.state), Pressed(Act(Verb.DROP_DANGER)))
    assert turn.state == Idle()


def test_kept_words_of_danger_are_not_with_the_wijkverband() -> None:
    """Who wants to change them hears that they are with the coordinator."""
    kept = replace(scene(RESIDENT, Idle()), signals=(replace(OWN, standing=Standing.APART),))
    for heard in (Changed(NUMBER, "anders"), Pressed(Act(Verb.CORRECT, NUMBER))):
        assert route.step(kept, heard).messages[0].text.key == "danger-with-coordinator"


def edit(text: str, danger: Danger | None = None, of: str = "m1") -> Changed:
    """A message that was edited and gave no signal."""
    return Changed(None, text, danger, safe=text, origin=of)


ASKED = ConfirmingDanger("er is brand", origin="m1")


def test_an_edit_is_what_will_be_kept() -> None:
    """While the question is open: the new words are kept on request, and the question stands below them."""
    turn = route.step(scene(RESIDENT, ASKED), edit("de lamp brandt niet"))
    assert turn.state == replace(ASKED, text="de lamp brandt niet")
    assert [message.text.key for message in turn.messages] == ["danger-changed"]
    assert len(turn.messages[0].choices) == 2
    kept = route.step(scene(RESIDENT, turn.state), Pressed(Act(Verb.KEEP_DANGER)))
    (event,) = kept.events
    assert isinstance(event, SignalGiven)
    assert (event.text, event.withheld, event.origin) == ("de lamp brandt niet", True, "m1")


def test_an_edit_is_looked_at_for_danger_again() -> None:
    """Other danger is answered with its own numbers; the same words once more are answered once."""
    turn = route.step(scene(RESIDENT, ASKED), edit("ik wil niet meer leven", Danger.SUICIDE))
    assert turn.messages[0].text.key == "danger-suicide"
    assert turn.state == replace(ASKED, text="ik wil niet meer leven")
    for heard in (edit("er is brand"), edit("er is brand", Danger.NOW)):
        again = route.step(scene(RESIDENT, ASKED), heard)
        assert (again.state, again.messages, again.events) == (ASKED, (), ())


def test_danger_in_an_edit_is_answered_whatever_it_was() -> None:
    """Also of a greeting, or of words that were not kept; not while somebody writes for others."""
    assert route.step(scene(RESIDENT, Idle()), edit("er is brand", Danger.NOW)).state == ASKED
    writing = GivingReason(7, Outcome.NOT_NOW)
    assert route.step(scene(PARTNER, writing), edit("er is brand", Danger.NOW)).state == writing


def test_an_edit_of_another_message_leaves_the_question() -> None:
    """Only the words that it was asked about are changed."""
    turn = route.step(scene(RESIDENT, ASKED), edit("hallo allemaal", of="m0"))
    assert (turn.state, turn.messages) == (ASKED, ())


def test_an_edit_counts_while_the_wijk_is_not_known() -> None:
    """What is held is what somebody wrote last; danger in it is taken out of what is held, and answered."""
    held = (HeldSignal("de lanp is stuk", "m1"), HeldSignal("afval", "m2"))
    waiting = ChoosingDistrict(held)
    turn = route.step(scene(RESIDENT, waiting), edit("de lamp is stuk"))
    assert turn.state == ChoosingDistrict((HeldSignal("de lamp is stuk", "m1"), held[1]))
    assert turn.messages[0].text.key == "resident-held-ask-district"
    asked = route.step(scene(RESIDENT, waiting), edit("er is brand", Danger.NOW))
    assert asked.state == ConfirmingDanger("er is brand", "m1", held=(held[1],))
    withheld = ChoosingDistrict((HeldSignal("er is brand", "m1", withheld=True),))
    kept = route.step(scene(RESIDENT, withheld), edit("er was brand"))
    assert kept.state == ChoosingDistrict((HeldSignal("er was brand", "m1", withheld=True),))
