"""Danger: the emergency answer comes first, whatever else is going on."""

from dataclasses import replace

from domain.heard import Changed, Danger, Said
from domain.messages import Act, Choice, Message, Text, Verb
from handlers import arrival, professional, receipts, volunteer
from handlers.states import (
    ChoosingDistrict,
    ConfirmingDanger,
    State,
    Surveying,
    TalkPeople,
    TalkPlace,
    TalkSignals,
    dump,
    load,
)
from handlers.turn import Situation, Turn, say

_EMERGENCY = {
    Danger.NOW: "danger-now",
    Danger.SUICIDE: "danger-suicide",
    Danger.HOME: "danger-home",
}


def answer(situation: Situation, heard: Said, danger: Danger) -> Turn:
    """Who to call, and the question whether to keep it; nothing is kept unasked."""
    before, logging = arrival.held_in(situation.state), _logging(situation.state)
    state = ConfirmingDanger(heard.safe or heard.text, heard.origin, heard.language, before, logging)
    return Turn(state, (_asked(situation, _EMERGENCY[danger], heard.language),))


def _asked(situation: Situation, key: str, spoken: str) -> Message:
    """Also in a language that the wijk does not offer: in danger nobody chooses one first."""
    return say(
        situation,
        Text(key, language=spoken),
        Choice(Text("danger-drop", language=spoken), Act(Verb.DROP_DANGER)),
        Choice(Text("danger-keep", language=spoken), Act(Verb.KEEP_DANGER)),
    )


def changed(situation: Situation, heard: Changed, danger: Danger) -> Turn:
    """Words of danger in an edit: the same answer, and the question is about the words as they are now."""
    # The words of a signal that is kept stay its own: these would be a new one.
    state, origin = situation.state, "" if heard.number else heard.origin
    if isinstance(state, ConfirmingDanger) and (state.origin, state.text) == (origin, heard.safe):
        # The same words again: some apps send an edit when nothing was changed.
        return Turn(state)
    if isinstance(state, ChoosingDistrict):
        left = tuple(one for one in state.held if one.origin != origin)
        situation = replace(situation, state=ChoosingDistrict(left))
    said = Said(heard.text, origin, danger=danger, safe=heard.safe, language=heard.language)
    return answer(situation, said, danger)


def reworded(situation: Situation, heard: Changed) -> Turn | None:
    """An edit of what waits for an answer and is no danger now; None when nothing of it waits."""
    state, text = situation.state, heard.text.strip()
    if not text or not heard.origin:
        return None
    if isinstance(state, ConfirmingDanger) and state.origin == heard.origin:
        # It began as words of danger: it is still only kept on request, and without names.
        if state.text == heard.safe:
            return Turn(state)
        now = replace(state, text=heard.safe, language=heard.language)
        return Turn(now, (_asked(situation, "danger-changed", heard.language),))
    if isinstance(state, ChoosingDistrict):
        return arrival.reworded(situation, state, heard)
    return None


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
