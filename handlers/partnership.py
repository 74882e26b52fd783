"""Choosing: the wijkverband answers the five, in its room or at the table in the coordinator's chat.

One question stands open for the whole room; whoever decides may answer it. People talk in a group, so words
that answer nothing are left alone there.
"""

from dataclasses import replace

from domain.decisions import Meeting, Outcome, TopicOnTable
from domain.events import TopicAnswered
from domain.heard import Command, Said
from domain.messages import Act, Choice, Text, Verb
from handlers import planning, table
from handlers.sentences import MAX_SENTENCE, as_sentence, one_line
from handlers.states import Choosing, ConfirmingClose, GivingReason, Idle, Planning, PlanPart, State
from handlers.table import OUTCOMES, Question
from handlers.turn import Situation, Turn, say

MAX_LABEL, MAX_ANSWER = 80, 300
"""Characters: together they fit in the sentence back."""


# --- buttons -----------------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """A button of the table; None when it belongs to another conversation."""
    if not _mine(act):
        return None
    if not situation.person.decides:
        return refused(situation, situation.state)
    return _acted(situation, act)


def _acted(situation: Situation, act: Act) -> Turn:
    match act.verb:
        case Verb.BEGIN:
            return _begin(situation, act.about)
        case Verb.CLOSE_ROUND:
            return table.close(situation, act.about)
        case Verb.KEEP:
            return Turn(Idle(), (say(situation, Text("partnership-not-closed")),))
        case verb if verb in OUTCOMES:
            return _chose(situation, int(act.about), OUTCOMES[verb])
        case _:
            return _pressed_in_question(situation, act)


def _mine(act: Act) -> bool:
    if act.verb in {Verb.SKIP, Verb.CHECK_IN, Verb.APPROVE, Verb.REWRITE}:
        return act.about.startswith("topic/")
    if act.verb is Verb.KEEP:
        return act.about.startswith("round/")
    return act.verb in {*OUTCOMES, Verb.BEGIN, Verb.SET_OWNER, Verb.CLOSE_ROUND}


def _begin(situation: Situation, about: str) -> Turn:
    """A question that is open is said again: `begin` does not throw away half an answer."""
    found = _open_question(situation)
    if found is None or "/" in about:
        return table.begin(situation, about)
    return _repeat(situation, *found)


def _chose(situation: Situation, topic_id: int, outcome: Outcome) -> Turn:
    meeting = table.choosing(situation)
    topic = meeting.topic(topic_id) if meeting else None
    if meeting is None or topic is None:
        return table.nothing_to_choose(situation)
    found = _open_question(situation)
    if found and found[1].id != topic.id and not isinstance(situation.state, Choosing):
        return _repeat(situation, *found)
    if topic.outcome is not None and (found is None or found[1].id != topic.id):
        return table.already(situation, meeting, topic)
    if outcome is Outcome.TAKEN_UP:
        return planning.start(situation, meeting, topic)
    return _ask_reason(situation, topic, GivingReason(topic.id, outcome, was=topic.outcome))


def _pressed_in_question(situation: Situation, act: Act) -> Turn:
    topic_id, _, value = act.about.removeprefix("topic/").partition("/")
    found = _open_question(situation)
    if found is None:
        return _overtaken(situation, int(topic_id))
    meeting, topic = found
    if topic.id == int(topic_id):
        turn = _answer_pressed(situation, meeting, topic, Act(act.verb, value))
        if turn is not None:
            return turn
    # A button of an earlier question: what is asked now is said again.
    return _repeat(situation, meeting, topic)


def _answer_pressed(situation: Situation, meeting: Meeting, topic: TopicOnTable, act: Act) -> Turn | None:
    match situation.state, act.verb:
        case GivingReason() | Planning(), Verb.APPROVE | Verb.REWRITE:
            return _judged_sentence(situation, meeting, topic, act.verb)
        case Planning(asks=PlanPart.OWNER) as state, Verb.SET_OWNER:
            return planning.pressed_owner(situation, topic, state, act.about)
        case Planning(asks=PlanPart.PARTNERS) as state, Verb.SKIP:
            return planning.no_partners(situation, topic, state)
        case Planning(asks=PlanPart.CHECK) as state, Verb.CHECK_IN:
            return planning.pressed_check(situation, topic, state, act.about)
        case _:
            return None


def _judged_sentence(situation: Situation, meeting: Meeting, topic: TopicOnTable, verb: Verb) -> Turn | None:
    state = situation.state
    if not isinstance(state, GivingReason | Planning) or not state.sentence:
        return None
    if verb is Verb.REWRITE:
        return _repeat(replace(situation, state=replace(state, sentence="")), meeting, topic)
    if isinstance(state, Planning):
        return planning.agreed(situation, meeting, topic, state)
    answer = TopicAnswered(topic.id, state.outcome, state.sentence, state.reason)
    return table.kept(situation, meeting, topic, answer)


# --- words -------------------------------------------------------------------------------------


def said(situation: Situation, heard: Said) -> Turn | None:
    """The answer to the open question; in a room anything else is talk, and left alone."""
    state = situation.state
    if not isinstance(state, Choosing | GivingReason | Planning | ConfirmingClose):
        return Turn(state) if situation.room else None
    if not situation.person.decides:
        return Turn(state) if situation.room else refused(situation, Idle())
    if isinstance(state, ConfirmingClose):
        return Turn(state) if situation.room else table.asked_to_close(situation)
    found = _open_question(situation)
    if found is None:
        return _overtaken(situation, state.topic)
    words = one_line(heard.text)
    if isinstance(state, Choosing) or state.sentence or not words:
        return Turn(state) if situation.room else _repeat(situation, *found)
    if words.isdecimal() and not _asks_day(state):
        # The number of a choice that is not there.
        return _repeat(situation, *found)
    return _answered(situation, found[1], state, words)


def _asks_day(state: GivingReason | Planning) -> bool:
    return isinstance(state, Planning) and state.asks is PlanPart.CHECK


def _answered(situation: Situation, topic: TopicOnTable, state: GivingReason | Planning, words: str) -> Turn:
    most = _most(state)
    if len(words) > most:
        return Turn(state, (say(situation, Text("partnership-too-long", {"most": most})),))
    if isinstance(state, Planning):
        return planning.answered(situation, topic, state, words)
    # The reason is what the reporters read, until somebody adjusts the words.
    told = replace(state, reason=state.reason or words, sentence=as_sentence(words))
    return _ask_reason(situation, topic, told)


def _most(state: GivingReason | Planning) -> int:
    if isinstance(state, GivingReason):
        return MAX_SENTENCE if state.reason else MAX_ANSWER
    return {PlanPart.OWNER: MAX_LABEL, PlanPart.SENTENCE: MAX_SENTENCE}.get(state.asks, MAX_ANSWER)


def _ask_reason(situation: Situation, topic: TopicOnTable, state: GivingReason) -> Turn:
    if state.sentence:
        text = Text("partnership-tell-reason", {"people": topic.people, "sentence": state.sentence})
        return Turn(state, (say(situation, text, *planning.sentence_choices(topic)),))
    part = PlanPart.SENTENCE.value if state.reason else state.outcome.value
    return Turn(state, (say(situation, Text("partnership-ask", {"part": part})),))


# --- words that always work --------------------------------------------------------------------


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`begin`, `begin 3`, `sluit ronde` and, while one of its questions is open, `annuleer`."""
    expected = rest.isdecimal() if command is Command.BEGIN and rest else not rest
    if not expected or not _offered(situation, command):
        return None
    if not situation.person.decides:
        return refused(situation, situation.state)
    if command is Command.BEGIN:
        return _begin(situation, f"/{int(rest)}" if rest else "")
    return table.asked_to_close(situation) if command is Command.CLOSE else _cancelled(situation)


def _offered(situation: Situation, command: Command) -> bool:
    """To somebody without a role, outside the room, these are ordinary words."""
    if command is Command.CANCEL:
        return isinstance(situation.state, Choosing | GivingReason | Planning | ConfirmingClose)
    return command in {Command.BEGIN, Command.CLOSE} and bool(situation.room or situation.person.roles)


def _cancelled(situation: Situation) -> Turn:
    further = Choice(Text("partnership-further"), Act(Verb.BEGIN))
    return Turn(Idle(), (say(situation, Text("partnership-cancelled"), further),))


def refused(situation: Situation, state: State) -> Turn:
    """Promises are made only by people with a mandate: says who has it."""
    return Turn(state, (say(situation, Text("partnership-refused")),))


# --- the question that is open -----------------------------------------------------------------


def _open_question(situation: Situation) -> tuple[Meeting, TopicOnTable] | None:
    """The topic being answered, as long as nobody answered it meanwhile."""
    meeting, state = table.choosing(situation), situation.state
    if meeting is None or not isinstance(state, Question):
        return None
    topic = meeting.topic(state.topic)
    return (meeting, topic) if topic is not None and topic.outcome is state.was else None


def _overtaken(situation: Situation, topic_id: int) -> Turn:
    """The topic was answered elsewhere, waits for somebody to begin, or left the table with its round."""
    meeting = table.choosing(situation)
    topic = meeting.topic(topic_id) if meeting else None
    if meeting is None or topic is None:
        return table.nothing_to_choose(situation)
    return table.already(situation, meeting, topic) if topic.outcome else table.ask(situation, meeting, topic)


def _repeat(situation: Situation, meeting: Meeting, topic: TopicOnTable) -> Turn:
    match situation.state:
        case GivingReason() as state:
            return _ask_reason(situation, topic, state)
        case Planning() as state:
            return planning.ask(situation, topic, state)
        case _:
            return table.ask(situation, meeting, topic)
