"""One message, one step: who answers what, in which order."""

from collections.abc import Callable
from typing import assert_never

from domain.heard import (
    Changed,
    Command,
    Heard,
    Opened,
    Pressed,
    PressedStale,
    Said,
    ShowedCode,
    TookBack,
    Unclear,
)
from domain.messages import Act, Text
from domain.signals import SignalNumber
from handlers import (
    agreeing,
    arrival,
    cards,
    coordinator,
    danger,
    expert,
    fast_lane,
    folder,
    held,
    joining,
    owner,
    partnership,
    practice,
    privacy,
    professional,
    promises,
    quiet,
    quotes,
    resident,
    retelling,
    rights,
    volunteer,
    who,
)
from handlers.states import (
    Agreeing,
    AnsweringFast,
    AskingWho,
    Changing,
    Describing,
    ExplainingDelay,
    GivingReason,
    NamingTheme,
    Planning,
    Practising,
    Quoting,
    Rewriting,
    Speaking,
    TellingHow,
)
from handlers.turn import Situation, Turn, say

WRITING_FOR_OTHERS = (
    Agreeing,
    NamingTheme,
    Changing,
    GivingReason,
    Planning,
    TellingHow,
    Rewriting,
    Speaking,
    AnsweringFast,
    AskingWho,
    Describing,
    ExplainingDelay,
    Practising,
    Quoting,
)
"""States in which words describe an action, not what somebody goes through: no emergency answer."""

PRESSED: tuple[Callable[[Situation, Act], Turn | None], ...] = (
    partnership.pressed,
    owner.pressed,
    fast_lane.pressed,
    practice.pressed,
    expert.pressed,
    promises.pressed,
    agreeing.pressed,
    held.pressed,
    quotes.pressed,
    who.pressed,
    coordinator.pressed,
    cards.pressed,
    volunteer.pressed,
    professional.pressed,
    retelling.pressed,
    privacy.pressed,
    quiet.pressed,
    resident.pressed,
)
SAID: tuple[Callable[[Situation, Said], Turn | None], ...] = (
    practice.said,
    partnership.said,
    owner.said,
    fast_lane.said,
    expert.said,
    promises.said,
    agreeing.said,
    held.said,
    quotes.said,
    who.said,
    coordinator.said,
    cards.said,
    volunteer.said,
    professional.said,
)
OF_ROLES: tuple[Callable[[Situation, Command, str], Turn | None], ...] = (
    cards.commanded,
    partnership.commanded,
    owner.commanded,
    fast_lane.commanded,
    practice.commanded,
    expert.commanded,
    promises.commanded,
    agreeing.commanded,
    folder.commanded,
    retelling.commanded,
    held.commanded,
    quotes.commanded,
    who.commanded,
    coordinator.commanded,
)
OF_PEOPLE: tuple[Callable[[Situation, Command], Turn | None], ...] = (
    volunteer.commanded,
    professional.commanded,
    privacy.commanded,
    quiet.commanded,
    resident.commanded,
)


def step(situation: Situation, heard: Heard) -> Turn:
    """What this message leads to; never raises for anything a person can say, and changes only what this
    person may change."""
    return rights.guarded(situation, _step(situation, heard))


def _step(situation: Situation, heard: Heard) -> Turn:  # noqa: C901 - one line a kind of thing heard
    match heard:
        case Said():
            spoken = arrival.first_words(situation, heard)
            return arrival.in_their_language(situation, spoken, _said(spoken, heard))
        case Pressed(act):
            return rights.elsewhere(situation, heard) or _pressed(situation, act)
        case PressedStale():
            return Turn(situation.state, (say(situation, Text("resident-old-button")),))
        case Opened():
            return arrival.opened(situation, heard)
        case ShowedCode():
            return joining.showed_code(situation)
        case Changed():
            return _changed(situation, heard)
        case TookBack():
            return resident.took_back(situation, heard)
        case Unclear():
            return Turn(situation.state) if situation.room else resident.unclear(situation, heard)
        case _ as never:
            assert_never(never)


def _changed(situation: Situation, heard: Changed) -> Turn:
    unkept = heard.number is None
    if heard.danger is not None and not (unkept and _for_others(situation)):
        return danger.changed(situation, heard, heard.danger)
    turn = danger.reworded(situation, heard) if unkept else None
    return turn or resident.changed(situation, heard)


def _for_others(situation: Situation) -> bool:
    """Whether what is said now describes what others do, or is said among others."""
    return situation.room is not None or isinstance(situation.state, WRITING_FOR_OTHERS)


def _pressed(situation: Situation, act: Act) -> Turn:
    turns = (part(situation, act) for part in PRESSED)
    old = Turn(situation.state, (say(situation, Text("resident-old-button")),))
    return next((turn for turn in turns if turn is not None), old)


def _said(situation: Situation, heard: Said) -> Turn:
    if heard.danger and not _for_others(situation):
        return danger.answer(situation, heard, heard.danger)
    if heard.act is not None:
        return _pressed(situation, heard.act)
    if heard.command is not None:
        turn = _commanded(situation, heard.command, heard.rest)
        if turn is not None:
            return turn
    situation = danger.passed_by(situation)
    for part in SAID:
        answered = part(situation, heard)
        if answered is not None:
            return answered
    return Turn(situation.state) if situation.room else resident.said(situation, heard)


def _commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    turns = (part(situation, command, rest) for part in OF_ROLES)
    turn = next((turn for turn in turns if turn is not None), None)
    if turn is None and command is Command.WITHDRAW and rest and situation.room is None:
        return resident.withdraw(situation, SignalNumber(rest))
    if turn is not None or rest or situation.room:
        return turn
    plain = (part(situation, command) for part in OF_PEOPLE)
    return next((turn for turn in plain if turn is not None), None)
