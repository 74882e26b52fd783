"""Acting: the owner of an action is reminded and says in one tap and one sentence how it goes.

The reminders are made here and sent by the scheduler; the sentence is checked before the reporters read it.
"""

from dataclasses import replace

from domain.actions import NEXT, Action, ActionStatus
from domain.decisions import Plan, TopicOnTable
from domain.events import ActionMoved
from domain.feedback import OF_STATUS
from domain.heard import Command, Said
from domain.messages import Act, Choice, Kind, Message, Recipient, Text, Value, Verb
from domain.people import Role
from handlers import expert
from handlers.moments import today, typed_day, weeks_ahead, window
from handlers.sentences import MAX_SENTENCE, as_sentence, one_line
from handlers.states import Idle, TellingHow
from handlers.turn import Situation, Turn, say

MAX_SHOWN = 15
"""Actions in one list; the rest is counted."""
LATER_WEEKS = (2, 4, 6)
LATEST_WEEK = 26

_VERBS = {
    Verb.REPORT_STARTED: ActionStatus.STARTED,
    Verb.REPORT_DONE: ActionStatus.DONE,
    Verb.REPORT_DELAYED: ActionStatus.DELAYED,
    Verb.REPORT_IMPOSSIBLE: ActionStatus.IMPOSSIBLE,
}


# --- what the owner is told --------------------------------------------------------------------


def told(situation: Situation, topic: TopicOnTable, plan: Plan | None) -> tuple[Message, ...]:
    """The new owner of a topic hears of the action, and whoever owned it before that it is theirs no more."""
    new = plan.owner_key if plan else None
    before = {action.owner_key for action in situation.actions if action.topic == topic.id} - {new, None}
    released = (
        Message(key, Text("owner-released", {"title": topic.title}), kind=Kind.NOTICE)
        for key in sorted(key for key in before if key)
    )
    return (*released, *(_assigned(topic, plan) if plan else ()))


def _assigned(topic: TopicOnTable, plan: Plan) -> tuple[Message, ...]:
    if plan.owner_key is None:
        return ()
    args: dict[str, Value] = {
        "title": topic.title,
        "what": plan.what,
        "partners": plan.partners or Text("owner-no-partners"),
        "step": plan.first_step,
        "day": plan.first_step_on,
        "check": plan.check_on,
    }
    return (Message(plan.owner_key, Text("owner-assigned", args), kind=Kind.NOTICE),)


def first_step_reminder(action: Action, to: Recipient) -> Message:
    """Two days before the first step."""
    args: dict[str, Value] = {"title": action.title, "step": action.first_step, "day": action.first_step_on}
    return Message(to, Text("owner-first-step", args), choices(action), Kind.NOTICE)


def check_reminder(action: Action, to: Recipient) -> Message:
    """At the check moment: does it work?"""
    args: dict[str, Value] = {"title": action.title, "what": action.what}
    return Message(to, Text("owner-check", args), choices(action), Kind.NOTICE)


def promise_reminder(action: Action, to: Recipient) -> Message:
    """A promise to the reporters comes near and there is no news of this action yet."""
    args: dict[str, Value] = {"title": action.title, "what": action.what}
    return Message(to, Text("owner-promise", args), choices(action), Kind.NOTICE)


def overdue_notice(action: Action, coordinator: Recipient) -> Message:
    """The check moment went by without a word of the owner."""
    args: dict[str, Value] = {"title": action.title, "owner": action.owner, "check": action.check_on}
    return Message(coordinator, Text("owner-overdue", args), choices(action), Kind.NOTICE)


def choices(action: Action) -> tuple[Choice, ...]:
    """The moves that this action can make now."""
    return tuple(
        Choice(Text("owner-choice", {"status": status.value}), Act(verb, str(action.id)))
        for verb, status in _VERBS.items()
        if action.may_become(status)
    )


# --- how it goes -------------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """A status of an action, or its new check moment."""
    if act.verb in _VERBS:
        return _report(situation, int(act.about), _VERBS[act.verb])
    if act.verb is Verb.CHECK_IN and act.about.startswith("action/"):
        _, number, weeks = act.about.split("/")
        return _later(situation, int(number), int(weeks))
    return None


def _report(situation: Situation, number: int, status: ActionStatus) -> Turn:
    found = _may_move(situation, number, status)
    if isinstance(found, Turn):
        return found
    return _ask(situation, TellingHow(found.id, status))


def _later(situation: Situation, number: int, weeks: int) -> Turn:
    found = _may_move(situation, number, ActionStatus.DELAYED)
    if isinstance(found, Turn):
        return found
    day = weeks_ahead(today(situation), weeks)
    return _ask(situation, TellingHow(found.id, ActionStatus.DELAYED, day))


def _may_move(situation: Situation, number: int, status: ActionStatus) -> Action | Turn:
    """The action, when it is still open, this person's to move, and this is a move it can make."""
    action = next((action for action in situation.actions if action.id == number), None)
    if action is None:
        return Turn(Idle(), (say(situation, Text("owner-closed")),))
    if not _may_tell(situation, action):
        return Turn(situation.state, (say(situation, Text("owner-refused", {"owner": action.owner})),))
    if status not in NEXT[action.status]:
        text = Text("owner-already", {"title": action.title, "status": _status(action)})
        return Turn(Idle(), (say(situation, text, *choices(action)),))
    return action


def _may_tell(situation: Situation, action: Action) -> bool:
    person = situation.person
    return action.owner_key == person.key or person.has(Role.COORDINATOR)


def _ask(situation: Situation, state: TellingHow) -> Turn:
    if state.status is ActionStatus.DELAYED and state.check_on is None:
        return Turn(state, (say(situation, Text("owner-when"), *_week_choices(state.action)),))
    how = Text("owner-how", {"status": state.status.value})
    text = Text("owner-how-later", {"check": state.check_on, "how": how}) if state.check_on else how
    return Turn(state, (say(situation, text),))


def _week_choices(number: int) -> tuple[Choice, ...]:
    return tuple(
        Choice(Text("owner-weeks", {"weeks": weeks}), Act(Verb.CHECK_IN, f"action/{number}/{weeks}"))
        for weeks in LATER_WEEKS
    )


def said(situation: Situation, heard: Said) -> Turn | None:
    """The new check moment, or the one sentence that the reporters will read."""
    state = situation.state
    if not isinstance(state, TellingHow):
        return None
    found = _may_move(situation, state.action, state.status)
    if isinstance(found, Turn):
        return replace(found, state=Idle())
    words = one_line(heard.text)
    if state.status is ActionStatus.DELAYED and state.check_on is None:
        return _typed_day(situation, state, words)
    if not words or len(words) > MAX_SENTENCE:
        return Turn(state, (say(situation, Text("owner-one-sentence", {"most": MAX_SENTENCE})),))
    return _moved(situation, state, words)


def _typed_day(situation: Situation, state: TellingHow, words: str) -> Turn:
    day, allowed = typed_day(words, today(situation)), window(today(situation), 0, LATEST_WEEK)
    if day is None or day == allowed.first or not allowed.holds(day):
        text = Text("owner-no-day", {"last": allowed.last})
        return Turn(state, (say(situation, text, *_week_choices(state.action)),))
    return _ask(situation, replace(state, check_on=day))


def _moved(situation: Situation, state: TellingHow, words: str) -> Turn:
    event = ActionMoved(
        state.action, state.status, as_sentence(words), OF_STATUS[state.status], state.check_on
    )
    thanks = say(situation, Text("owner-thanks", {"status": state.status.value}))
    return Turn(Idle(), (thanks, *expert.waiting_notices(situation)), (event,))


# --- the list ----------------------------------------------------------------------------------


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`acties`, `acties 2`, and `annuleer` while a sentence is asked."""
    if command is Command.CANCEL and isinstance(situation.state, TellingHow):
        return Turn(Idle(), (say(situation, Text("owner-cancelled")),))
    if command is not Command.ACTIONS or not (not rest or rest.isdecimal()) or not _offered(situation):
        return None
    return _one(situation, int(rest)) if rest else _list(situation)


def _offered(situation: Situation) -> bool:
    """To somebody without a role or an action this is an ordinary word."""
    own = any(action.owner_key == situation.person.key for action in situation.actions)
    return own or bool(situation.person.roles)


def _list(situation: Situation) -> Turn:
    actions = situation.actions
    if not actions:
        return Turn(situation.state, (say(situation, Text("owner-no-actions")),))
    shown = [_line(rank, action) for rank, action in enumerate(actions[:MAX_SHOWN], 1)]
    if len(actions) > MAX_SHOWN:
        shown.append(Text("owner-more", {"count": len(actions) - MAX_SHOWN}))
    overview = say(situation, Text("owner-actions", {"actions": tuple(shown)}))
    return Turn(situation.state, (overview, *_own(situation)))


def _own(situation: Situation) -> tuple[Message, ...]:
    if situation.room:
        return ()
    own = (action for action in situation.actions if action.owner_key == situation.person.key)
    return tuple(_shown(situation, action) for action in own)


def _shown(situation: Situation, action: Action) -> Message:
    """One action; with buttons for who may say how it goes, in a chat of two: words are told there."""
    own = action.owner_key == situation.person.key
    args: dict[str, Value] = {
        "title": action.title,
        "owner": action.owner,
        "what": action.what,
        "status": _status(action),
        "check": action.check_on,
    }
    moves = choices(action) if _may_tell(situation, action) and situation.room is None else ()
    return say(situation, Text("owner-action" if own else "owner-action-of", args), *moves)


def _one(situation: Situation, rank: int) -> Turn:
    if not 1 <= rank <= len(situation.actions):
        text = Text("owner-no-such-action", {"count": len(situation.actions)})
        return Turn(situation.state, (say(situation, text),))
    return Turn(situation.state, (_shown(situation, situation.actions[rank - 1]),))


def _line(rank: int, action: Action) -> Text:
    args: dict[str, Value] = {
        "rank": rank,
        "title": action.title,
        "owner": action.owner,
        "status": _status(action),
        "check": action.check_on,
    }
    return Text("owner-line", args)


def _status(action: Action) -> Text:
    return Text("owner-status", {"status": action.status.value})
