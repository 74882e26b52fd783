"""A topic that is taken up: the questions of template 2, one at a time, up to the sentence back."""

from dataclasses import replace
from datetime import date
from typing import Any

from domain.actions import organisation
from domain.decisions import (
    CHECK_WEEKS,
    FIRST_STEP_DAYS,
    MAX_TAKEN_UP,
    Field,
    Meeting,
    Outcome,
    Plan,
    TopicOnTable,
)
from domain.events import TopicAnswered
from domain.messages import Act, Choice, Message, PersonKey, Text, Verb
from handlers import table
from handlers.moments import Window, days_ahead, today, typed_day, weeks_ahead, window
from handlers.sentences import as_sentence
from handlers.states import Planning, PlanPart
from handlers.turn import Situation, Turn, say

EARLIEST_WEEK, LATEST_WEEK = 5, 10
"""A typed check moment lies about six to eight weeks ahead."""
STEP_WEEKS = (1, 2)

MAX_CANDIDATES = 8
"""Owners offered as buttons; anybody else is typed."""

_AFTER = {
    PlanPart.WHY_MORE: PlanPart.WHAT,
    PlanPart.WHAT: PlanPart.OWNER,
    PlanPart.OWNER: PlanPart.PARTNERS,
    PlanPart.PARTNERS: PlanPart.FIRST_STEP,
    PlanPart.FIRST_STEP: PlanPart.CHECK,
    PlanPart.CHECK: PlanPart.SENTENCE,
    PlanPart.FIRST_DAY: PlanPart.SENTENCE,
}
_FIELDS = {
    PlanPart.WHY_MORE: "why_more",
    PlanPart.WHAT: "what",
    PlanPart.PARTNERS: "partners",
    PlanPart.FIRST_STEP: "first_step",
    PlanPart.SENTENCE: "sentence",
}


def start(situation: Situation, meeting: Meeting, topic: TopicOnTable) -> Turn:
    """The first question; from the third topic on that is why there is room for one more."""
    others = meeting.taken_up - (topic.outcome is Outcome.TAKEN_UP)
    asks = PlanPart.WHY_MORE if others >= MAX_TAKEN_UP else PlanPart.WHAT
    return ask(situation, topic, Planning(topic.id, asks, version=topic.version))


def ask(situation: Situation, topic: TopicOnTable, state: Planning) -> Turn:
    """The question that this state stands at."""
    if state.asks is PlanPart.SENTENCE and state.sentence:
        return Turn(state, (_sentence_message(situation, topic, state),))
    text = Text("partnership-ask", {"part": state.asks.value})
    return Turn(state, (say(situation, text, *choices_of(situation, topic, state.asks)),))


def choices_of(situation: Situation, topic: TopicOnTable, part: PlanPart) -> tuple[Choice, ...]:
    """The answers that can be tapped."""
    match part:
        case PlanPart.OWNER:
            return _owner_choices(situation, topic)
        case PlanPart.PARTNERS:
            return (Choice(Text("partnership-no-partners"), Act(Verb.SKIP, f"topic/{topic.id}")),)
        case PlanPart.CHECK:
            return (*_week_choices(topic, CHECK_WEEKS), _other_day(topic))
        case PlanPart.FIRST_DAY:
            return _week_choices(topic, STEP_WEEKS)
        case _:
            return ()


def _owner_choices(situation: Situation, topic: TopicOnTable) -> tuple[Choice, ...]:
    offered = (
        Choice(
            Text("partnership-owner", {"label": one.label}),
            Act(Verb.SET_OWNER, f"topic/{topic.id}/{one.key}"),
        )
        for one in situation.candidates[:MAX_CANDIDATES]
    )
    return (*offered, Choice(Text("partnership-other-owner"), Act(Verb.SET_OWNER, f"topic/{topic.id}/")))


def _week_choices(topic: TopicOnTable, offered: tuple[int, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(Text("partnership-weeks", {"weeks": weeks}), Act(Verb.CHECK_IN, f"topic/{topic.id}/{weeks}"))
        for weeks in offered
    )


def _other_day(topic: TopicOnTable) -> Choice:
    return Choice(Text("partnership-other-day"), Act(Verb.CHECK_IN, f"topic/{topic.id}/"))


def _sentence_message(situation: Situation, topic: TopicOnTable, state: Planning) -> Message:
    told = table.told_plan(state.sentence, _plan(situation, state))
    text = Text("partnership-tell", {"people": topic.people, "told": told})
    about = f"topic/{topic.id}/{Field.FIRST_STEP_ON}"
    other_day = Choice(Text("meeting-other-first-day"), Act(Verb.CHANGE, about))
    return say(situation, text, *sentence_choices(topic), other_day)


def sentence_choices(topic: TopicOnTable) -> tuple[Choice, ...]:
    """Below the words that reporters will read."""
    return (
        Choice(Text("partnership-good"), Act(Verb.APPROVE, f"topic/{topic.id}")),
        Choice(Text("partnership-adjust"), Act(Verb.REWRITE, f"topic/{topic.id}")),
    )


# --- answers -----------------------------------------------------------------------------------


def answered(situation: Situation, topic: TopicOnTable, state: Planning, words: str) -> Turn:
    """The next text of somebody who decides is the answer to the question that is open."""
    match state.asks:
        case PlanPart.OWNER:
            return ask(situation, topic, _owned(state, words, key_of(situation, words)))
        case PlanPart.CHECK | PlanPart.FIRST_DAY:
            return _typed_day(situation, topic, state, words)
        case PlanPart.SENTENCE:
            return ask(situation, topic, _with(state, as_sentence(words)))
        case _:
            return ask(situation, topic, _with(state, words))


def _with(state: Planning, words: str) -> Planning:
    changes: dict[str, Any] = {"asks": _AFTER.get(state.asks, state.asks), _FIELDS[state.asks]: words}
    return replace(state, **changes)


def _owned(state: Planning, name: str, key: str | None) -> Planning:
    return replace(state, asks=_AFTER[state.asks], owner=name, owner_key=key)


def key_of(situation: Situation, words: str) -> str | None:
    """Somebody invited gets the reminders also when their label was typed."""
    return next((one.key for one in situation.candidates if one.label.casefold() == words.casefold()), None)


def pressed(situation: Situation, topic: TopicOnTable, state: Planning, act: Act) -> Turn | None:
    """A button below the question that is open; None when it belongs to another one."""
    match state.asks, act.verb:
        case PlanPart.OWNER, Verb.SET_OWNER:
            return _pressed_owner(situation, topic, state, act.about)
        case PlanPart.PARTNERS, Verb.SKIP:
            return ask(situation, topic, _with(state, ""))
        case PlanPart.CHECK | PlanPart.FIRST_DAY, Verb.CHECK_IN:
            return _pressed_day(situation, topic, state, act.about)
        case PlanPart.SENTENCE, Verb.CHANGE if act.about == Field.FIRST_STEP_ON:
            return ask(situation, topic, replace(state, asks=PlanPart.FIRST_DAY))
        case _:
            return None


def _pressed_owner(situation: Situation, topic: TopicOnTable, state: Planning, key: str) -> Turn:
    """One of the buttons; without a key the name is typed next."""
    chosen = next((one for one in situation.candidates if one.key == key), None)
    if chosen is None:
        return Turn(state, (say(situation, Text("partnership-type-owner")),))
    return ask(situation, topic, _owned(state, chosen.label, chosen.key))


def _pressed_day(situation: Situation, topic: TopicOnTable, state: Planning, weeks: str) -> Turn:
    """So many weeks from now; without a number the day is typed next."""
    if not weeks:
        return Turn(state, (say(situation, day_text("partnership-type-day", days(situation, state.asks))),))
    return _on_day(situation, topic, state, weeks_ahead(today(situation), int(weeks)))


def _typed_day(situation: Situation, topic: TopicOnTable, state: Planning, words: str) -> Turn:
    day = understood_day(situation, state.asks, words)
    if isinstance(day, date):
        return _on_day(situation, topic, state, day)
    return Turn(state, (say(situation, day, *choices_of(situation, topic, state.asks)),))


def understood_day(situation: Situation, part: PlanPart, words: str) -> date | Text:
    """The day that was typed, or why it cannot be that."""
    allowed = days(situation, part)
    day = typed_day(words, today(situation))
    if day is None:
        return day_text("partnership-no-day", allowed)
    return day if allowed.holds(day) else day_text(_OTHER_DAYS[part], allowed)


_OTHER_DAYS = {
    PlanPart.CHECK: "partnership-other-days",
    PlanPart.FIRST_DAY: "meeting-other-first-days",
}


def _on_day(situation: Situation, topic: TopicOnTable, state: Planning, day: date) -> Turn:
    if state.asks is PlanPart.FIRST_DAY:
        return ask(situation, topic, replace(state, asks=PlanPart.SENTENCE, first_step_on=day))
    proposed = proposal(state.owner, state.what)
    return ask(situation, topic, replace(state, asks=PlanPart.SENTENCE, check_on=day, sentence=proposed))


def proposal(owner: str, what: str) -> str:
    """The sentence as it is proposed, with who does it unless that is said already.

    The day of the first step is not in it: every reader gets that in their own language.
    """
    name = organisation(owner)
    return as_sentence(what if name.casefold() in what.casefold() else f"{name}: {what}")


def days(situation: Situation, part: PlanPart) -> Window:
    """The days that may be chosen."""
    now = today(situation)
    if part is PlanPart.FIRST_DAY:
        return Window(now, days_ahead(now, FIRST_STEP_DAYS))
    return window(now, EARLIEST_WEEK, LATEST_WEEK)


def day_text(key: str, allowed: Window) -> Text:
    """Which days there are."""
    return Text(key, {"first": allowed.first, "last": allowed.last})


def agreed(situation: Situation, meeting: Meeting, topic: TopicOnTable, state: Planning) -> Turn:
    """The sentence is good: the topic has its answer and the owner hears of it."""
    plan = _plan(situation, state)
    answer = TopicAnswered(
        topic.id, Outcome.TAKEN_UP, state.sentence, state.why_more, plan, version=state.version
    )
    return table.kept(situation, meeting, topic, answer)


def _plan(situation: Situation, state: Planning) -> Plan:
    day = today(situation)
    return Plan(
        what=state.what,
        owner=state.owner,
        owner_key=PersonKey(state.owner_key) if state.owner_key else None,
        partners=state.partners,
        first_step=state.first_step,
        first_step_on=state.first_step_on or days_ahead(day, FIRST_STEP_DAYS),
        check_on=state.check_on or weeks_ahead(day, CHECK_WEEKS[0]),
    )
