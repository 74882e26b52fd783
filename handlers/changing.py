"""One field of an answer, changed without asking the others again, until the round closes.

What stood there when it was asked is kept with the question: when somebody else changed the same field
meanwhile, the second hears what it reads now, and is asked.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from domain.decisions import OF_PLAN, Field, Meeting, TopicOnTable
from domain.events import FieldChanged
from domain.messages import Act, Choice, PersonKey, Text, Value, Verb
from handlers import owner, planning, reasons, table
from handlers.moments import today, weeks_ahead
from handlers.sentences import as_sentence
from handlers.states import Changing, PlanPart
from handlers.turn import Situation, Turn, say, then

_PARTS = {
    Field.WHAT: PlanPart.WHAT,
    Field.OWNER: PlanPart.OWNER,
    Field.PARTNERS: PlanPart.PARTNERS,
    Field.FIRST_STEP: PlanPart.FIRST_STEP,
    Field.FIRST_STEP_ON: PlanPart.FIRST_DAY,
    Field.CHECK_ON: PlanPart.CHECK,
    Field.SENTENCE: PlanPart.SENTENCE,
}
_DAYS = {Field.FIRST_STEP_ON, Field.CHECK_ON}


# --- looking -----------------------------------------------------------------------------------


def show(situation: Situation, meeting: Meeting, topic: TopicOnTable, before: Text | None = None) -> Turn:
    """The answer with its fields, each with a number."""
    if not topic.fields:
        return table.ask(situation, meeting, topic, before)
    lines = tuple(
        Text(
            "meeting-field-line",
            {"n": n, "field": field.value.replace("_", "-"), "value": _shown(topic, field)},
        )
        for n, field in enumerate(topic.fields, start=1)
    )
    text = Text("meeting-fields", {"rank": topic.rank, "title": topic.title, "lines": lines})
    choices = (
        *(_field_choice(topic, field) for field in topic.fields),
        table.again_choice(meeting, topic),
        Choice(Text("meeting-changed-enough"), Act(Verb.GO_ON, meeting.round)),
    )
    return Turn(Changing(topic.id), (say(situation, then(before, text), *choices),))


def _field_choice(topic: TopicOnTable, field: Field) -> Choice:
    label = Text("meeting-field", {"field": field.value.replace("_", "-")})
    return Choice(label, Act(Verb.CHANGE, f"topic/{topic.id}/{field}"))


def _shown(topic: TopicOnTable, field: Field) -> Value:
    return _readable(field, topic.value(field))


def _readable(field: Field, value: str) -> Value:
    if field in _DAYS:
        return date.fromisoformat(value)
    return value or Text("partnership-no-partners")


# --- asking ------------------------------------------------------------------------------------


def ask(situation: Situation, topic: TopicOnTable, field: Field) -> Turn:
    """What stands there now, and the question for it."""
    return repeat(situation, topic, Changing(topic.id, field, before=topic.value(field)))


def repeat(situation: Situation, topic: TopicOnTable, state: Changing, before: Text | None = None) -> Turn:
    """The question that this state stands at."""
    field = state.field or Field.SENTENCE
    if state.value is not None:
        return _confirm(situation, topic, state, field, state.value)
    now = Text("meeting-now", {"value": _readable(field, state.before)})
    question, choices = _question(situation, topic, field)
    return Turn(state, (say(situation, then(before, then(now, question)), *choices),))


def _question(situation: Situation, topic: TopicOnTable, field: Field) -> tuple[Text, tuple[Choice, ...]]:
    if field is Field.REFERRED_TO:
        return Text("meeting-refer-to"), reasons.whom_choices(situation, topic)
    part = _PARTS[field]
    return Text("partnership-ask", {"part": part.value}), planning.choices_of(situation, topic, part)


def _confirm(situation: Situation, topic: TopicOnTable, state: Changing, field: Field, value: str) -> Turn:
    """A sentence that has to fit the new plan, or a field that somebody else changed at the same time."""
    if state.look and topic.plan:
        told = table.told_plan(value, topic.plan)
        text = Text("meeting-look-again", {"people": topic.people, "told": told})
        return Turn(state, (say(situation, text, *planning.sentence_choices(topic)),))
    args = {"now": _readable(field, state.before), "mine": _readable(field, value)}
    choices = (
        Choice(Text("meeting-replace"), Act(Verb.APPROVE, f"topic/{topic.id}")),
        Choice(Text("meeting-leave"), Act(Verb.KEEP, f"topic/{topic.id}")),
    )
    return Turn(state, (say(situation, Text("meeting-changed-meanwhile", args), *choices),))


# --- answering ---------------------------------------------------------------------------------


def pressed(situation: Situation, meeting: Meeting, topic: TopicOnTable, act: Act) -> Turn | None:
    """A button below a question of this conversation; `act.about` is what follows the topic."""
    state = situation.state
    if not isinstance(state, Changing) or state.topic != topic.id or state.field is None:
        return None
    if state.field not in topic.fields:
        return table.already(situation, meeting, topic)
    if act.verb is Verb.KEEP:
        return show(situation, meeting, topic)
    if state.value is not None:
        return _judged(situation, meeting, topic, act.verb)
    if not act.about and (act.verb, state.field) in _TYPED:
        return Turn(state, (say(situation, _typed_next(situation, act.verb, state.field)),))
    given = _given(situation, state, act)
    return None if given is None else _keep(situation, meeting, topic, given)


def _judged(situation: Situation, meeting: Meeting, topic: TopicOnTable, verb: Verb) -> Turn | None:
    state = situation.state
    if not isinstance(state, Changing) or verb not in {Verb.APPROVE, Verb.REWRITE}:
        return None
    if verb is Verb.REWRITE:
        return ask(situation, topic, Field.SENTENCE)
    return _keep(situation, meeting, topic, state)


_TYPED = {
    (Verb.SET_OWNER, Field.OWNER),
    (Verb.REFER_TO, Field.REFERRED_TO),
    (Verb.CHECK_IN, Field.CHECK_ON),
}
"""Buttons that only say how to type something else."""


def _typed_next(situation: Situation, verb: Verb, field: Field) -> Text:
    if verb is Verb.CHECK_IN:
        return planning.day_text("partnership-type-day", planning.days(situation, _PARTS[field]))
    return Text("partnership-type-owner" if verb is Verb.SET_OWNER else "meeting-type-refer-to")


def _given(situation: Situation, state: Changing, act: Act) -> Changing | None:
    """The value that a button gives."""
    match act.verb, state.field:
        case Verb.SET_OWNER, Field.OWNER:
            chosen = next((one for one in situation.candidates if one.key == act.about), None)
            return replace(state, value=chosen.label, owner_key=chosen.key) if chosen else None
        case Verb.REFER_TO, Field.REFERRED_TO:
            return replace(state, value=act.about)
        case Verb.SKIP, Field.PARTNERS:
            return replace(state, value="")
        case Verb.CHECK_IN, Field.FIRST_STEP_ON | Field.CHECK_ON:
            day = weeks_ahead(today(situation), int(act.about))
            return replace(state, value=day.isoformat())
        case _:
            return None


def answered(situation: Situation, meeting: Meeting, topic: TopicOnTable, words: str) -> Turn:
    """The next text is what has to stand there."""
    state = situation.state
    if not isinstance(state, Changing) or state.field not in topic.fields:
        return table.already(situation, meeting, topic)
    if state.field in _DAYS:
        day = planning.understood_day(situation, _PARTS[state.field], words)
        if isinstance(day, Text):
            return repeat(situation, topic, state, day)
        words = day.isoformat()
    if state.field is Field.SENTENCE:
        words = as_sentence(words)
    key = planning.key_of(situation, words) if state.field is Field.OWNER else None
    return _keep(situation, meeting, topic, replace(state, value=words, owner_key=key))


# --- keeping -----------------------------------------------------------------------------------


def _keep(situation: Situation, meeting: Meeting, topic: TopicOnTable, state: Changing) -> Turn:
    """Kept when the field still reads as it did when it was asked; else it is asked which it has to be."""
    field, value = state.field or Field.SENTENCE, state.value or ""
    current = topic.value(field)
    if value == current:
        return show(situation, meeting, topic, Text("meeting-changed"))
    if current != state.before:
        return repeat(situation, topic, replace(state, before=current, look=False))
    key = PersonKey(state.owner_key) if state.owner_key else None
    event = FieldChanged(topic.id, field, current, value, key)
    after = _with(topic, event)
    turn = _next(situation, table.changed(meeting, after), topic, after)
    told = owner.told(situation, after, after.plan) if field in OF_PLAN else ()
    return replace(turn, messages=(*turn.messages, *told), events=(event,))


def _with(topic: TopicOnTable, event: FieldChanged) -> TopicOnTable:
    """The topic as it reads after this change."""
    value = date.fromisoformat(event.value) if event.field in _DAYS else event.value
    changes: dict[str, Any] = {event.field.value: value}
    version = topic.version + 1
    if event.field not in OF_PLAN or topic.plan is None:
        return replace(topic, version=version, **changes)
    if event.field is Field.OWNER:
        changes["owner_key"] = event.owner_key
    return replace(topic, version=version, plan=replace(topic.plan, **changes))


def _next(situation: Situation, meeting: Meeting, before: TopicOnTable, after: TopicOnTable) -> Turn:
    """The fields again; when the sentence does not fit the plan any more, that is looked at first."""
    sentence = _fitting(before, after)
    if sentence is None:
        return show(situation, meeting, after, Text("meeting-changed"))
    look = Changing(after.id, Field.SENTENCE, before=after.sentence, value=sentence, look=True)
    return repeat(situation, after, look)


def _fitting(before: TopicOnTable, after: TopicOnTable) -> str | None:
    """The sentence to look at after a change; None when nothing that it says changed."""
    if before.plan is None or after.plan is None:
        return None
    proposed = before.sentence == planning.proposal(before.plan.owner, before.plan.what)
    if before.plan.what == after.plan.what and not (proposed and before.plan.owner != after.plan.owner):
        return None
    return planning.proposal(after.plan.owner, after.plan.what) if proposed else after.sentence
