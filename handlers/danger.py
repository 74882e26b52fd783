"""Danger: the emergency answer comes first, whatever else is going on."""

from dataclasses import replace

from domain.heard import Danger, Said
from domain.messages import Act, Choice, Text, Verb
from handlers import arrival, professional, receipts, volunteer
from handlers.states import ConfirmingDanger, State, Surveying, TalkPeople, TalkPlace, TalkSignals, dump, load
from handlers.turn import Situation, Turn, say

_EMERGENCY = {
    Danger.NOW: "danger-now",
    Danger.SUICIDE: "danger-suicide",
    Danger.HOME: "danger-home",
}


def answer(situation: Situation, heard: Said, danger: Danger) -> Turn:
    """Who to call, and the question whether to keep it; nothing is kept unasked."""
    # Also where the wijk does not offer it: in danger nobody chooses a language first.
    spoken = heard.language
    ask = say(
        situation,
        Text(_EMERGENCY[danger], language=spoken),
        Choice(Text("danger-drop", language=spoken), Act(Verb.DROP_DANGER)),
        Choice(Text("danger-keep", language=spoken), Act(Verb.KEEP_DANGER)),
    )
    before, logging = arrival.held_in(situation.state), _logging(situation.state)
    state = ConfirmingDanger(heard.safe or heard.text, heard.origin, heard.language, before, logging)
    return Turn(state, (ask,))


def _logging(state: State) -> str:
    """What somebody was logging for others goes on after this question."""
    if isinstance(state, ConfirmingDanger):
        return state.logging
    return dump(state) if isinstance(state, Surveying | TalkPlace | TalkPeople | TalkSignals) else ""


def answered(situation: Situation, *, keep_it: bool) -> Turn:
    """Kept on request: the coordinator reads it, the wijkverband never does, and no news is promised."""
    state = situation.state
    if not isinstance(state, ConfirmingDanger):
        return Turn(state, (say(situation, Text("danger-dropped")),))
    if not keep_it:
        return _on(situation, state, Turn(arrival.back(situation), (say(situation, Text("danger-dropped")),)))
    heard = Said(state.text, state.origin, language=state.language)
    if situation.district is None:
        return arrival.hold(situation, heard, state.held, withheld=True)
    return _on(situation, state, receipts.keep(situation, heard, situation.district, withheld=True))


def passed_by(situation: Situation) -> Situation:
    """Whoever was logging and types on answers the question of the log."""
    state = situation.state
    if not isinstance(state, ConfirmingDanger) or not state.logging:
        return situation
    return replace(situation, state=load(state.logging))


def _on(situation: Situation, state: ConfirmingDanger, turn: Turn) -> Turn:
    """The turn, and the question that was open before."""
    before = load(state.logging)
    asked = professional.again(situation, before) or volunteer.again(situation, before)
    return turn if asked is None else replace(turn, state=before, messages=(*turn.messages, asked))
