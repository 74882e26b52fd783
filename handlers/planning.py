"""A topic that is taken up: the questions of template 2, one at a time, up to the sentence back."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.decisions import CHECK_WEEKS, FIRST_STEP_DAYS, MAX_TAKEN_UP, Meeting, Outcome, Plan, TopicOnTable
from domain.events import TopicAnswered
from domain.messages import Act, Choice, Message, PersonKey, Text, Value, Verb
from handlers import table
from handlers.moments import Window, today, typed_day, weeks_ahead, window
from handlers.sentences import as_sentence
from handlers.states import Planning, PlanPart
from handlers.turn import Situation, Turn, say

EARLIEST_WEEK, LATEST_WEEK = 5, 10
"""A typed check moment lies about six to eight weeks ahead."""

MAX_CANDIDATES = 8
"""Owners offered as buttons; anybody else is typed."""

_AFTER = {
    PlanPart.WHY_MORE: PlanPart.WHAT,
    PlanPart.WHAT: PlanPart.OWNER,
    PlanPart.OWNER: PlanPart.PARTNERS,
    PlanPart.PARTNERS: PlanPart.FIRST_STEP,
    PlanPart.FIRST_STEP: PlanPart.CHECK,
    PlanPart.CHECK: PlanPart.SENTENCE,
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
    return ask(situation, topic, Planning(topic.id, asks, was=topic.outcome))


def ask(situation: Situation, topic: TopicOnTable, state: Planning) -> Turn:
    """The question that this state stands at."""
    match state.asks:
        case PlanPart.OWNER:
            choices = _owner_choices(situation, topic)
        case PlanPart.PARTNERS:
            choices = (Choice(Text("partnership-no-partners"), Act(Verb.SKIP, f"topic/{topic.id}")),)
        case PlanPart.CHECK:
            choices = _check_choices(topic)
        case PlanPart.SENTENCE if state.sentence:
            return Turn(state, (_sentence_message(situation, topic, state),))
        case _:
            choices = ()
    return Turn(state, (say(situation, Text("partnership-ask", {"part": state.asks.value}), *choices),))


def _owner_choices(situation: Situation, topic: TopicOnTable) -> tuple[Choice, ...]:
    offered = (
        Choice(
            Text("partnership-owner", {"label": one.label}),
            Act(Verb.SET_OWNER, f"topic/{topic.id}/{one.key}"),
        )
        for one in situation.candidates[:MAX_CANDIDATES]
    )
    return (*offered, Choice(Text("partnership-other-owner"), Act(Verb.SET_OWNER, f"topic/{topic.id}/")))


def _check_choices(topic: TopicOnTable) -> tuple[Choice, ...]:
    weeks = (
        Choice(Text("partnership-weeks", {"weeks": weeks}), Act(Verb.CHECK_IN, f"topic/{topic.id}/{weeks}"))
        for weeks in CHECK_WEEKS
    )
    return (*weeks, Choice(Text("partnership-other-day"), Act(Verb.CHECK_IN, f"topic/{topic.id}/")))


def _sentence_message(situation: Situation, topic: TopicOnTable, state: Planning) -> Message:
    first_step_on = today(situation) + timedelta(days=FIRST_STEP_DAYS)
    args: dict[str, Value] = {
        "people": topic.people,
        "sentence": state.sentence,
        "day": first_step_on,
        "check": _check_on(situation, state),
    }
    return say(situation, Text("partnership-tell-plan", args), *sentence_choices(topic))


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
            return ask(situation, topic, _owned(state, words, _key_of(situation, words)))
        case PlanPart.CHECK:
            return _typed_check(situation, topic, state, words)
        case PlanPart.SENTENCE:
            return ask(situation, topic, _with(state, as_sentence(words)))
        case _:
            return ask(situation, topic, _with(state, words))


def _with(state: Planning, words: str) -> Planning:
    changes: dict[str, Any] = {"asks": _AFTER.get(state.asks, state.asks), _FIELDS[state.asks]: words}
    return replace(state, **changes)


def _owned(state: Planning, name: str, key: str | None) -> Planning:
    return replace(state, asks=_AFTER[state.asks], owner=name, owner_key=key)


def _key_of(situation: Situation, words: str) -> str | None:
    # Somebody invited gets the reminders also when their label was typed.
    return next((one.key for one in situation.candidates if one.label.casefold() == words.casefold()), None)


def pressed_owner(situation: Situation, topic: TopicOnTable, state: Planning, key: str) -> Turn:
    """One of the buttons; without a key the name is typed next."""
    chosen = next((one for one in situation.candidates if one.key == key), None)
    if chosen is None:
        return Turn(state, (say(situation, Text("partnership-type-owner")),))
    return ask(situation, topic, _owned(state, chosen.label, chosen.key))


def no_partners(situation: Situation, topic: TopicOnTable, state: Planning) -> Turn:
    """[Geen]: nobody else takes part."""
    return ask(situation, topic, _with(state, ""))


def pressed_check(situation: Situation, topic: TopicOnTable, state: Planning, weeks: str) -> Turn:
    """Six or eight weeks; without a number the day is typed next."""
    if not weeks:
        return Turn(state, (say(situation, _day_text("partnership-type-day", _window(situation))),))
    return _checked_on(situation, topic, state, weeks_ahead(today(situation), int(weeks)))


def _typed_check(situation: Situation, topic: TopicOnTable, state: Planning, words: str) -> Turn:
    allowed = _window(situation)
    day = typed_day(words, today(situation))
    if day is not None and allowed.holds(day):
        return _checked_on(situation, topic, state, day)
    key = "partnership-no-day" if day is None else "partnership-other-days"
    return Turn(state, (say(situation, _day_text(key, allowed), *_check_choices(topic)),))


def _checked_on(situation: Situation, topic: TopicOnTable, state: Planning, day: date) -> Turn:
    # The day of the first step is not in the sentence: every reader gets that in their own language.
    proposed = as_sentence(f"{state.owner}: {state.what}")
    return ask(situation, topic, replace(state, asks=PlanPart.SENTENCE, check_on=day, sentence=proposed))


def _window(situation: Situation) -> Window:
    return window(today(situation), EARLIEST_WEEK, LATEST_WEEK)


def _day_text(key: str, allowed: Window) -> Text:
    return Text(key, {"first": allowed.first, "last": allowed.last})


def agreed(situation: Situation, meeting: Meeting, topic: TopicOnTable, state: Planning) -> Turn:
    """The sentence is good: the topic has its answer and the owner hears of it."""
    plan = _plan(situation, state)
    answer = TopicAnswered(topic.id, Outcome.TAKEN_UP, state.sentence, state.why_more, plan)
    return table.kept(situation, meeting, topic, answer)


def _plan(situation: Situation, state: Planning) -> Plan:
    day = today(situation)
    return Plan(
        what=state.what,
        owner=state.owner,
        owner_key=PersonKey(state.owner_key) if state.owner_key else None,
        partners=state.partners,
        first_step=state.first_step,
        first_step_on=day + timedelta(days=FIRST_STEP_DAYS),
        check_on=_check_on(situation, state),
    )


def _check_on(situation: Situation, state: Planning) -> date:
    return state.check_on or weeks_ahead(today(situation), CHECK_WEEKS[0])
