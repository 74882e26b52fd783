"""The five on the table: which one is next, what was answered, and closing the round.

What the room decided so far stands in `Situation.meeting`; the question that is open, in the state.
"""

from dataclasses import replace
from typing import TypeAlias

from domain.decisions import Meeting, Outcome, TopicOnTable
from domain.events import RoundClosed, TopicAnswered
from domain.messages import Act, Choice, Kind, Message, Text, Value, Verb
from domain.rounds import RoundStatus
from handlers import expert, owner
from handlers.states import Choosing, ConfirmingClose, GivingReason, Idle, Planning
from handlers.turn import Situation, Turn, say

Question: TypeAlias = Choosing | GivingReason | Planning
"""States in which one topic is being answered."""


OUTCOMES = {
    Verb.TAKE_UP: Outcome.TAKEN_UP,
    Verb.NOT_NOW: Outcome.NOT_NOW,
    Verb.LATER: Outcome.LATER,
    Verb.REFER: Outcome.REFERRED,
}


def choosing(situation: Situation) -> Meeting | None:
    """The round that the wijkverband can answer now, if there is one."""
    meeting = situation.meeting
    return meeting if meeting is not None and meeting.status is RoundStatus.CHOOSING else None


def then(first: Text, second: Text) -> Text:
    """Two texts in one message: what was kept, and what comes next."""
    return Text("partnership-then", {"first": first, "second": second})


# --- asking ------------------------------------------------------------------------------------


def begin(situation: Situation, about: str) -> Turn:
    """Start, go on where it stopped, or answer one topic again. `about` is ROUND, ROUND/RANK or /RANK."""
    meeting = choosing(situation)
    name, _, rank = about.partition("/")
    if meeting is None or name not in {"", meeting.round}:
        return nothing_to_choose(situation)
    return _again(situation, meeting, rank) if rank else go_on(situation, meeting)


def _again(situation: Situation, meeting: Meeting, rank: str) -> Turn:
    topic = next((topic for topic in meeting.topics if str(topic.rank) == rank), None)
    if topic is None:
        text = Text("partnership-no-such-topic", {"count": len(meeting.topics)})
        return Turn(situation.state, (say(situation, text),))
    return ask(situation, meeting, topic)


def go_on(situation: Situation, meeting: Meeting, before: Text | None = None) -> Turn:
    """The first topic without an answer, or the summary when there is none."""
    if meeting.open:
        return ask(situation, meeting, meeting.open[0], before)
    return summary(situation, meeting, before)


def ask(situation: Situation, meeting: Meeting, topic: TopicOnTable, before: Text | None = None) -> Turn:
    """This topic, and what the wijkverband does with it."""
    text = _topic_text(meeting, topic)
    message = say(situation, then(before, text) if before else text, *_topic_choices(topic))
    return Turn(Choosing(topic.id, topic.outcome), (message,))


def _topic_text(meeting: Meeting, topic: TopicOnTable) -> Text:
    args: dict[str, Value] = {
        "rank": topic.rank,
        "count": len(meeting.topics),
        "title": topic.title,
        "people": topic.people,
    }
    return Text("partnership-topic", args)


def _topic_choices(topic: TopicOnTable) -> tuple[Choice, ...]:
    return tuple(
        Choice(Text("partnership-choice", {"outcome": outcome.value}), Act(verb, str(topic.id)))
        for verb, outcome in OUTCOMES.items()
    )


# --- answering ---------------------------------------------------------------------------------


def kept(situation: Situation, meeting: Meeting, topic: TopicOnTable, answer: TopicAnswered) -> Turn:
    """The topic has its answer: its owner hears of it, and the next question follows."""
    topics = tuple(
        replace(one, outcome=answer.outcome, sentence=answer.sentence) if one.id == topic.id else one
        for one in meeting.topics
    )
    turn = go_on(situation, replace(meeting, topics=topics), Text("partnership-kept", {"rank": topic.rank}))
    told = owner.told(situation, topic, answer.plan)
    return replace(turn, messages=(*turn.messages, *told), events=(answer,))


def already(situation: Situation, meeting: Meeting, topic: TopicOnTable) -> Turn:
    """Somebody answered this topic before: shown, with the way on and the way back."""
    choices = (_again_choice(meeting, topic), Choice(Text("partnership-further"), _begin(meeting)))
    return Turn(Idle(), (say(situation, Text("partnership-already", _answer(topic)), *choices),))


def _again_choice(meeting: Meeting, topic: TopicOnTable) -> Choice:
    return Choice(Text("partnership-again", {"rank": topic.rank}), _begin(meeting, topic))


def _begin(meeting: Meeting, topic: TopicOnTable | None = None) -> Act:
    return Act(Verb.BEGIN, f"{meeting.round}/{topic.rank}" if topic else meeting.round)


def _answer(topic: TopicOnTable) -> dict[str, Value]:
    outcome = topic.outcome.value if topic.outcome else "open"
    answer = Text("partnership-outcome", {"outcome": outcome})
    return {"rank": topic.rank, "title": topic.title, "answer": answer, "sentence": topic.sentence}


# --- closing -----------------------------------------------------------------------------------


def summary(situation: Situation, meeting: Meeting, before: Text | None = None) -> Turn:
    """All answers, and the question to close. The numbers of the first choices are those of the topics."""
    answers = tuple(Text("partnership-answer", _answer(topic)) for topic in meeting.topics)
    text = Text("partnership-summary", {"answers": answers}) if answers else Text("partnership-summary-empty")
    choices = (
        *(_again_choice(meeting, topic) for topic in meeting.topics),
        Choice(Text("partnership-close"), Act(Verb.CLOSE_ROUND, meeting.round)),
        Choice(Text("partnership-not-yet"), Act(Verb.KEEP, f"round/{meeting.round}")),
    )
    return Turn(ConfirmingClose(), (say(situation, then(before, text) if before else text, *choices),))


def asked_to_close(situation: Situation) -> Turn:
    """`sluit ronde`: what stands in the way, or the question whether everybody may be told."""
    meeting = choosing(situation)
    if meeting is None:
        return nothing_to_choose(situation)
    return _still_open(situation, meeting) if meeting.open else summary(situation, meeting)


def close(situation: Situation, name: str) -> Turn:
    """The round closes when all five have an answer; the words wait for a check."""
    meeting = choosing(situation)
    if meeting is None or meeting.round != name:
        return nothing_to_choose(situation)
    if meeting.open:
        return _still_open(situation, meeting)
    closed = Text("partnership-closed" if meeting.topics else "partnership-closed-empty")
    told = (say(situation, closed), *_told_to_room(situation, closed))
    waiting = expert.waiting_notices(situation) if meeting.topics else ()
    return Turn(Idle(), (*told, *waiting), (RoundClosed(meeting.round),))


def _told_to_room(situation: Situation, text: Text) -> tuple[Message, ...]:
    # Who closes from the coordinator's chat closes for the room as well.
    room = situation.partnership
    return () if room is None or room == situation.here else (Message(room, text, kind=Kind.NOTICE),)


def _still_open(situation: Situation, meeting: Meeting) -> Turn:
    titles = tuple(
        Text("partnership-open-topic", {"rank": topic.rank, "title": topic.title}) for topic in meeting.open
    )
    text = Text("partnership-still-open", {"topics": titles, "count": len(titles)})
    return Turn(Idle(), (say(situation, text, Choice(Text("partnership-further"), _begin(meeting))),))


def nothing_to_choose(situation: Situation) -> Turn:
    """There is no report to answer now: says until when signals are collected, where that is known."""
    span = situation.span
    text = Text("partnership-collecting", {"last": span.last}) if span else Text("partnership-nothing")
    return Turn(Idle(), (say(situation, text),))
