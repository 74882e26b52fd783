"""Danger: the emergency answer comes first, whatever else is going on."""

from domain.heard import Danger, Said
from domain.messages import Act, Choice, Text, Verb
from handlers import arrival, receipts
from handlers.states import ConfirmingDanger
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
    before = arrival.held_in(situation.state)
    state = ConfirmingDanger(heard.safe or heard.text, heard.origin, heard.language, before)
    return Turn(state, (ask,))


def answered(situation: Situation, *, keep_it: bool) -> Turn:
    """Kept on request: the coordinator reads it, the wijkverband never does, and no news is promised."""
    state = situation.state
    if not isinstance(state, ConfirmingDanger) or not keep_it:
        return Turn(arrival.back(situation), (say(situation, Text("danger-dropped")),))
    heard = Said(state.text, state.origin, language=state.language)
    if situation.district is None:
        return arrival.hold(situation, heard, state.held, withheld=True)
    return receipts.keep(situation, heard, situation.district, withheld=True)
