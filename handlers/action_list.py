"""The action list of a wijk: open to all partners, in the room and in a chat of two.

Everybody with a role sees who does what and when; only the owner or the coordinator says how it goes.
"""

from collections.abc import Mapping

from domain.actions import Action, ActionStatus
from domain.heard import Command
from domain.messages import Message, Text, Value
from domain.policy import Deed
from domain.report import FEWEST, Noticed
from handlers import practice, rights
from handlers.reminders import choices
from handlers.turn import Situation, Turn, say

MAX_SHOWN = 15
"""Actions in one list; the rest is counted."""
MOST, FEW = 0.6, 0.4


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`acties`, and `acties 2`."""
    if command is not Command.ACTIONS or not (not rest or rest.isdecimal()) or not _offered(situation):
        return None
    return _one(situation, int(rest)) if rest else _list(situation)


def _offered(situation: Situation) -> bool:
    """To somebody without a role or an action, outside the room, this is an ordinary word."""
    own = any(action.owner_key == situation.person.key for action in situation.actions)
    return rights.may(situation, Deed.SEE_ACTIONS, own=own)


def may_tell(situation: Situation, action: Action) -> bool:
    """Only the owner or the coordinator says how it goes."""
    own = action.owner_key == situation.person.key
    return rights.may(situation, Deed.MOVE_ACTION, own=own)


def status_of(action: Action) -> Text:
    """How it stands."""
    return Text("owner-status", {"status": action.status.value})


def _list(situation: Situation) -> Turn:
    parts = tuple(_parts(situation))
    if not parts:
        return Turn(situation.state, (say(situation, Text("owner-no-actions")),))
    overview = say(situation, Text("owner-list", {"parts": parts}))
    return Turn(situation.state, (overview, *_own(situation)))


def _parts(situation: Situation) -> list[Text]:
    """Open actions, steps of practice conversations, and what came to an end lately."""
    actions, steps = situation.actions, situation.practices.steps if situation.practices else ()
    parts = [Text("owner-actions", {"actions": tuple(_lines(actions))})] if actions else []
    parts += [practice.step_line(one) for one in steps]
    ended = tuple(_ended(one, situation.noticed.get(one.id)) for one in situation.finished[:MAX_SHOWN])
    return [*parts, Text("owner-finished", {"actions": ended})] if ended else parts


def _lines(actions: tuple[Action, ...]) -> list[Text]:
    shown = [_line(rank, action) for rank, action in enumerate(actions[:MAX_SHOWN], 1)]
    more = len(actions) - MAX_SHOWN
    return [*shown, Text("owner-more", {"count": more})] if more > 0 else shown


def _line(rank: int, action: Action) -> Text:
    args = {**_when(action), "owner": _who(action), "rank": rank, "title": action.title}
    return _planned_or(action, "owner-line-planned", "owner-line", args)


def _planned_or(action: Action, planned: str, under_way: str, args: Mapping[str, Value]) -> Text:
    """The first step is told as long as it still has to be taken."""
    return Text(planned if action.status is ActionStatus.PLANNED else under_way, args)


def _who(action: Action) -> Value:
    if not action.partners:
        return action.owner
    return Text("owner-with", {"owner": action.owner, "partners": action.partners})


def _when(action: Action) -> dict[str, Value]:
    return {
        "status": status_of(action),
        "step": action.first_step,
        "day": action.first_step_on,
        "check": action.check_on,
    }


def _ended(action: Action, noticed: Noticed | None) -> Text:
    args: dict[str, Value] = {"title": action.title, "owner": action.owner, "status": status_of(action)}
    line = Text("owner-ended", args)
    said = _noticed(noticed) if action.status is ActionStatus.DONE and noticed else None
    return Text("owner-ended-noticed", {"line": line, "noticed": said}) if said else line


def _noticed(noticed: Noticed) -> Text:
    """Whether the reporters notice a difference, without a number that could be one of them."""
    total = noticed.yes + noticed.some + noticed.no
    if total < FEWEST:
        return Text("owner-noticed", {"share": "unknown"})
    share = (noticed.yes + noticed.some) / total
    return Text("owner-noticed", {"share": "most" if share >= MOST else "few" if share <= FEW else "half"})


def _own(situation: Situation) -> tuple[Message, ...]:
    if situation.room:
        return ()
    own = (action for action in situation.actions if action.owner_key == situation.person.key)
    return (*(_shown(situation, action) for action in own), *practice.own_steps(situation))


def _shown(situation: Situation, action: Action) -> Message:
    """One action; with buttons for who may say how it goes, in a chat of two: words are told there."""
    own = action.owner_key == situation.person.key
    args: dict[str, Value] = {
        "title": action.title,
        "owner": _who(action),
        "what": action.what,
        "stand": _planned_or(action, "owner-stand-planned", "owner-stand", _when(action)),
    }
    moves = choices(action) if may_tell(situation, action) and situation.room is None else ()
    return say(situation, Text("owner-action" if own else "owner-action-of", args), *moves)


def _one(situation: Situation, rank: int) -> Turn:
    if not 1 <= rank <= len(situation.actions):
        text = Text("owner-no-such-action", {"count": len(situation.actions)})
        return Turn(situation.state, (say(situation, text),))
    return Turn(situation.state, (_shown(situation, situation.actions[rank - 1]),))
