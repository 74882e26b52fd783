"""Words of danger in between: what happens to what was going on, and what is said of it later."""

from dataclasses import replace

import pytest

from domain.heard import Changed, Danger, Pressed, Said
from domain.messages import Act, Verb
from domain.signals import Standing
from handlers import route
from handlers.states import ConfirmingDanger, Idle, State, Surveying, TalkPeople, TalkPlace, TalkSignals
from tests.handlers.spoken import PROFESSIONAL, RESIDENT, VOLUNTEER
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
