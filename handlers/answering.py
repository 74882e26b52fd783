"""The question that is open on the table: what answers it, pressed or said, and what does not."""

from dataclasses import replace

from domain.decisions import Field, Meeting, TopicOnTable
from domain.messages import Act, Text, Verb
from handlers import agenda, changing, planning, reasons, table
from handlers.reasons import MAX_ANSWER, MAX_LABEL
from handlers.sentences import MAX_SENTENCE, leads_to_somebody
from handlers.states import Changing, Choosing, ConfirmingClose, GivingReason, Opening, Planning, PlanPart
from handlers.table import Question
from handlers.turn import Situation, Turn, say

_MOST_OF_PART = {PlanPart.OWNER: MAX_LABEL, PlanPart.SENTENCE: MAX_SENTENCE}
_MOST_OF_FIELD = {Field.OWNER: MAX_LABEL, Field.REFERRED_TO: MAX_LABEL, Field.SENTENCE: MAX_SENTENCE}
_DAYS = {PlanPart.CHECK, PlanPart.FIRST_DAY, Field.FIRST_STEP_ON, Field.CHECK_ON}
"""Asked for a day: a number alone may be one."""
_NAMES = {PlanPart.OWNER, PlanPart.PARTNERS, Field.OWNER, Field.PARTNERS, Field.REFERRED_TO}
"""Asked for organisations or roles, as all residents will read them."""


def open_question(situation: Situation) -> tuple[Meeting, TopicOnTable] | None:
    """The topic being answered, as long as nobody answered it meanwhile."""
    meeting, state = table.choosing(situation), situation.state
    if meeting is None or not isinstance(state, Question):
        return None
    topic = meeting.topic(state.topic)
    return (meeting, topic) if topic is not None and topic.version == state.version else None


def overtaken(situation: Situation, topic_id: int) -> Turn:
    """The topic was answered elsewhere, waits for somebody to begin, or left the table with its round."""
    meeting = table.choosing(situation)
    topic = meeting.topic(topic_id) if meeting else None
    if meeting is None or topic is None:
        return table.nothing_to_choose(situation)
    return table.already(situation, meeting, topic) if topic.outcome else table.ask(situation, meeting, topic)


def repeat(situation: Situation, meeting: Meeting, topic: TopicOnTable) -> Turn:
    """What is asked now, once more."""
    match situation.state:
        case GivingReason() as state:
            return reasons.ask(situation, topic, state)
        case Planning() as state:
            return planning.ask(situation, topic, state)
        case _:
            return table.ask(situation, meeting, topic)


# --- pressed -----------------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn:
    """A button about one topic: `act.about` is `topic/ID`, and what is chosen."""
    number, _, value = act.about.removeprefix("topic/").partition("/")
    meeting = table.choosing(situation)
    topic = meeting.topic(int(number)) if meeting else None
    act = Act(act.verb, value)
    if meeting and topic and (turn := _changing(situation, meeting, topic, act)):
        return turn
    found = open_question(situation)
    if found is None:
        return overtaken(situation, int(number))
    turn = _answer(situation, *found, act) if found[1].id == int(number) else None
    # A button of an earlier question: what is asked now is said again.
    return turn or repeat(situation, *found)


def _changing(situation: Situation, meeting: Meeting, topic: TopicOnTable, act: Act) -> Turn | None:
    """[Wijzig], one of its fields, or the answer to it; not while a plan is being made."""
    if isinstance(situation.state, GivingReason | Planning) and open_question(situation):
        return None
    if act.verb is not Verb.CHANGE:
        return changing.pressed(situation, meeting, topic, act)
    if act.about in topic.fields:
        return changing.ask(situation, topic, Field(act.about))
    return changing.show(situation, meeting, topic)


def _answer(situation: Situation, meeting: Meeting, topic: TopicOnTable, act: Act) -> Turn | None:
    match situation.state, act.verb:
        case GivingReason() | Planning(), Verb.APPROVE | Verb.REWRITE:
            return _judged(situation, meeting, topic, act.verb)
        case GivingReason(asks_whom=True) as state, Verb.REFER_TO:
            return reasons.pressed_whom(situation, topic, state, act.about)
        case Planning() as state, _:
            return planning.pressed(situation, topic, state, act)
        case _:
            return None


def _judged(situation: Situation, meeting: Meeting, topic: TopicOnTable, verb: Verb) -> Turn | None:
    """[Goed] or [Aanpassen] below the sentence back."""
    state = situation.state
    if not isinstance(state, GivingReason | Planning) or not state.sentence:
        return None
    if verb is Verb.REWRITE:
        return repeat(replace(situation, state=replace(state, sentence="")), meeting, topic)
    if isinstance(state, Planning):
        return planning.agreed(situation, meeting, topic, state)
    return reasons.agreed(situation, meeting, topic, state)


# --- said --------------------------------------------------------------------------------------


def said(situation: Situation, state: agenda.OfMeeting, words: str) -> Turn:
    """Words that answer the open question; in a room anything else is talk, and left alone."""
    if isinstance(state, Opening | ConfirmingClose):
        return Turn(state) if situation.room else table.said_again(situation, state)
    if isinstance(state, Changing):
        return _said_changing(situation, state, words)
    found = open_question(situation)
    if found is None:
        return overtaken(situation, state.topic)
    asks_day = isinstance(state, Planning) and state.asks in _DAYS
    if isinstance(state, Choosing) or not words or (state.sentence and not asks_day):
        return Turn(state) if situation.room else repeat(situation, *found)
    if words.isdecimal() and not asks_day:
        # The number of a choice that is not there.
        return repeat(situation, *found)
    return _answered(situation, found[1], state, words)


def _answered(situation: Situation, topic: TopicOnTable, state: GivingReason | Planning, words: str) -> Turn:
    if isinstance(state, Planning):
        most = _MOST_OF_PART.get(state.asks, MAX_ANSWER)
        if state.asks in _NAMES and leads_to_somebody(words):
            return _no_number(situation)
        return _long(situation, words, most) or planning.answered(situation, topic, state, words)
    if state.asks_whom and leads_to_somebody(words):
        return _no_number(situation)
    most = reasons.longest(state)
    return _long(situation, words, most) or reasons.answered(situation, topic, state, words)


def _said_changing(situation: Situation, state: Changing, words: str) -> Turn:
    meeting = table.choosing(situation)
    topic = meeting.topic(state.topic) if meeting else None
    if meeting is None or topic is None:
        return table.nothing_to_choose(situation)
    if state.field is None:
        return Turn(state) if situation.room else changing.show(situation, meeting, topic)
    if state.value is not None or not words:
        return Turn(state) if situation.room else changing.repeat(situation, topic, state)
    if words.isdecimal() and state.field not in _DAYS:
        return changing.repeat(situation, topic, state)
    if state.field in _NAMES and leads_to_somebody(words):
        return _no_number(situation)
    most = _MOST_OF_FIELD.get(state.field, MAX_ANSWER)
    return _long(situation, words, most) or changing.answered(situation, meeting, topic, words)


def _no_number(situation: Situation) -> Turn:
    return Turn(situation.state, (say(situation, Text("meeting-no-number")),))


def _long(situation: Situation, words: str, most: int) -> Turn | None:
    if len(words) <= most:
        return None
    return Turn(situation.state, (say(situation, Text("partnership-too-long", {"most": most})),))
