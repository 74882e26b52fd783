"""Acting: the owner of an action is reminded and says in one tap and one sentence how it goes.

The sentence is checked before the reporters read it. The list of actions stands in `action_list`.
"""

from dataclasses import replace

from domain.actions import NEXT, Action, ActionStatus
from domain.decisions import Plan, TopicOnTable
from domain.events import ActionMoved
from domain.feedback import OF_STATUS
from domain.heard import Command, Said
from domain.messages import Act, Choice, Kind, Message, Text, Value, Verb
from handlers import action_list, expert
from handlers.action_list import may_tell, status_of
from handlers.moments import today, typed_day, weeks_ahead, window
from handlers.reminders import VERBS, choices
from handlers.sentences import MAX_SENTENCE, as_sentence, one_line
from handlers.states import Idle, TellingHow
from handlers.turn import Situation, Turn, say

LATER_WEEKS = (2, 4, 6)
LATEST_WEEK = 26


# --- what the owner is told --------------------------------------------------------------------


def told(situation: Situation, topic: TopicOnTable, plan: Plan | None) -> tuple[Message, ...]:
    """The new owner of a topic hears of the action, and whoever owned it before that it is theirs no more."""
    new = plan.owner_key if plan else None
    before = {action.owner_key for action in situation.actions if action.topic == topic.id} - {new, None}
    released = (
        Message(key, Text("owner-released", {"title": topic.title}), kind=Kind.NOTICE)
        for key in sorted(key for key in before if key)
    )
    again = any(action.topic == topic.id and action.owner_key == new for action in situation.actions)
    return (*released, *(_assigned(topic, plan, again=again) if plan else ()))


def _assigned(topic: TopicOnTable, plan: Plan, *, again: bool) -> tuple[Message, ...]:
    if plan.owner_key is None:
        return ()
    args: dict[str, Value] = {
        "again": int(again),
        "title": topic.title,
        "what": plan.what,
        "partners": plan.partners or Text("owner-no-partners"),
        "step": plan.first_step,
        "day": plan.first_step_on,
        "check": plan.check_on,
    }
    return (Message(plan.owner_key, Text("owner-assigned", args), kind=Kind.NOTICE),)


# --- how it goes -------------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """A status of an action, or its new check moment."""
    if act.verb in VERBS:
        return _report(situation, int(act.about), VERBS[act.verb])
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
    if not may_tell(situation, action):
        return Turn(situation.state, (say(situation, Text("owner-refused", {"owner": action.owner})),))
    if status not in NEXT[action.status]:
        text = Text("owner-already", {"title": action.title, "status": status_of(action)})
        return Turn(Idle(), (say(situation, text, *choices(action)),))
    return action


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
    if not words or heard.aside or len(words) > MAX_SENTENCE:
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


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`annuleer` while a sentence is asked; else the list."""
    if command is Command.CANCEL and isinstance(situation.state, TellingHow):
        return Turn(Idle(), (say(situation, Text("owner-cancelled")),))
    return action_list.commanded(situation, command, rest)
