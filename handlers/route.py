"""One message, one step: who answers what, in which order."""

from typing import assert_never

from domain.heard import Changed, Command, Heard, Opened, Pressed, PressedStale, Said, ShowedCode, TookBack, Unclear
from domain.messages import Act, Text
from handlers import (
    arrival,
    coordinator,
    danger,
    expert,
    joining,
    owner,
    partnership,
    privacy,
    professional,
    resident,
    volunteer,
)
from handlers.states import GivingReason, Planning, Rewriting, TellingHow
from handlers.turn import Situation, Turn, say

WRITING_FOR_OTHERS = (GivingReason, Planning, TellingHow, Rewriting)
"""States in which words describe an action, not what somebody goes through: no emergency answer."""


def step(situation: Situation, heard: Heard) -> Turn:
    """What this message leads to; never raises for anything a person can say."""
    match heard:
        case Said():
            return _said(situation, heard)
        case Pressed(act):
            return _pressed(situation, act)
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
    if heard.danger is not None and heard.number is not None:
        return danger.answer(situation, Said(heard.text, danger=heard.danger), heard.danger)
    return resident.changed(situation, heard)


def _pressed(situation: Situation, act: Act) -> Turn:
    for part in (partnership, owner, expert, coordinator, volunteer, professional, privacy, resident):
        turn = part.pressed(situation, act)
        if turn is not None:
            return turn
    return Turn(situation.state, (say(situation, Text("resident-old-button")),))


def _said(situation: Situation, heard: Said) -> Turn:
    if heard.danger and situation.room is None and not isinstance(situation.state, WRITING_FOR_OTHERS):
        return danger.answer(situation, heard, heard.danger)
    if heard.act is not None:
        return _pressed(situation, heard.act)
    if heard.command is not None:
        turn = _commanded(situation, heard.command, heard.rest)
        if turn is not None:
            return turn
    for part in (partnership, owner, expert, coordinator, volunteer, professional):
        turn = part.said(situation, heard)
        if turn is not None:
            return turn
    return Turn(situation.state) if situation.room else resident.said(situation, heard)


def _commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    for role in (partnership, owner, expert, coordinator):
        turn = role.commanded(situation, command, rest)
        if turn is not None:
            return turn
    if rest or situation.room:
        return None
    for part in (volunteer, professional, privacy, resident):
        turn = part.commanded(situation, command)
        if turn is not None:
            return turn
    return None
