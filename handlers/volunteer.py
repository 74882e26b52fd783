"""A volunteer logs a buurtgesprek: where, how many people, and up to three signals."""

import re
from dataclasses import replace
from typing import TypeAlias

from domain.events import TalkLogged
from domain.heard import Command, Said
from domain.messages import Act, Choice, Kind, Message, Text, Verb
from domain.policy import Deed
from domain.signals import Source
from handlers import receipts, rights
from handlers.states import Idle, State, TalkPeople, TalkPlace, TalkSignals
from handlers.turn import Situation, Turn, say

OfTalk: TypeAlias = TalkPlace | TalkPeople | TalkSignals

MAX_SIGNALS = 3
MAX_PEOPLE = 500
MAX_PLACE = 200


def commanded(situation: Situation, command: Command) -> Turn | None:
    """`gesprek`; None for other words and for people without the role."""
    if command is not Command.TALK or not rights.may(situation, Deed.LOG_CONVERSATION):
        return None
    return Turn(TalkPlace(), (say(situation, Text("volunteer-where")),))


def said(situation: Situation, heard: Said) -> Turn | None:
    """The answer to the question that is open; None when none of these is."""
    if not heard.text or not isinstance(situation.state, OfTalk):
        return None
    if refused := rights.refused(situation, Deed.LOG_CONVERSATION, type(situation.state)):
        return refused
    match situation.state:
        case TalkPlace():
            place = heard.text.strip()[:MAX_PLACE]
            return Turn(TalkPeople(place), (say(situation, Text("volunteer-how-many")),))
        case TalkPeople(place):
            return _people(situation, place, heard.text)
        case TalkSignals() as state:
            return _signal(situation, heard, state)


def again(situation: Situation, state: State) -> Message | None:
    """The question that is still open; None when none of these is, or the role is gone."""
    if not isinstance(state, OfTalk) or not rights.may(situation, Deed.LOG_CONVERSATION):
        return None
    match state:
        case TalkPlace():
            return say(situation, Text("volunteer-where"))
        case TalkPeople():
            return say(situation, Text("volunteer-how-many"))
        case TalkSignals():
            return _ask(situation, state)


def _people(situation: Situation, place: str, text: str) -> Turn:
    found = re.search(r"\d+", text)
    people = int(found.group()) if found else 0
    if not 1 <= people <= MAX_PEOPLE:
        return Turn(situation.state, (say(situation, Text("volunteer-number-please", {"most": MAX_PEOPLE})),))
    state = TalkSignals(place, people, respondent=f"g{situation.number()}")
    return Turn(state, (_ask(situation, state),), (TalkLogged(place, people),))


def _ask(situation: Situation, state: TalkSignals) -> Message:
    text = Text("volunteer-what", {"given": state.given, "most": MAX_SIGNALS})
    return say(situation, text, Choice(Text("professional-finish"), Act(Verb.FINISH)))


def _signal(situation: Situation, heard: Said, state: TalkSignals) -> Turn:
    assert situation.district is not None  # noqa: S101 - a role belongs to a wijk
    event = replace(
        receipts.given(situation, heard, situation.district), source=Source.TALK, respondent=state.respondent
    )
    kept = say(
        situation,
        Text("professional-kept", {"number": event.number, "promise": event.promise_on}),
        *receipts.card_choices(event.number),
        kind=Kind.CARD,
        signal=event.number,
    )
    after = replace(state, given=state.given + 1)
    if after.given == MAX_SIGNALS:
        return Turn(Idle(), (kept, _thanks(situation, after)), (event,))
    return Turn(after, (kept, _ask(situation, after)), (event,))


def pressed(situation: Situation, act: Act) -> Turn | None:
    """Done; None for other buttons."""
    if act.verb is not Verb.FINISH or not isinstance(situation.state, TalkSignals):
        return None
    return Turn(Idle(), (_thanks(situation, situation.state),))


def _thanks(situation: Situation, state: TalkSignals) -> Message:
    return say(situation, Text("volunteer-thanks", {"given": state.given, "people": state.people}))
