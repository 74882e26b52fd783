"""The five on the table: which one is next, what was answered, and closing the round.

What the room decided so far stands in `Situation.meeting`; the question that is open, in the state.
"""

from dataclasses import replace
from typing import TypeAlias

from domain.actions import organisation
from domain.decisions import Meeting, Outcome, Plan, TopicOnTable
from domain.events import RoundClosed, TopicAnswered
from domain.meeting import Part
from domain.messages import Act, Choice, Kind, Message, Text, Value, Verb
from domain.rounds import RoundStatus
from handlers import agenda, expert, owner
from handlers.moments import today
from handlers.states import Choosing, ConfirmingClose, GivingReason, Idle, Opening, Planning
from handlers.turn import Situation, Turn, say, then

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


# --- asking ------------------------------------------------------------------------------------


def begin(situation: Situation, about: str) -> Turn:
    """Start, go on where it stopped, or answer one topic again. `about` is ROUND, ROUND/RANK or /RANK."""
    meeting = choosing(situation)
    name, _, rank = about.partition("/")
    if meeting is None or name not in {"", meeting.round}:
        return nothing_to_choose(situation)
    if rank:
        found = ranked(situation, meeting, rank)
        return found if isinstance(found, Turn) else ask(situation, meeting, found)
    sitting = meeting.sitting
    first = sitting is None or sitting.part is Part.TOP_FIVE
    if first and meeting.topics and len(meeting.open) == len(meeting.topics):
        return agenda.opening(situation, meeting)
    return go_on(situation, meeting)


def ranked(situation: Situation, meeting: Meeting, rank: str) -> TopicOnTable | Turn:
    """The topic of that number, or which numbers there are."""
    topic = next((topic for topic in meeting.topics if str(topic.rank) == rank), None)
    if topic is not None:
        return topic
    text = Text("partnership-no-such-topic", {"count": len(meeting.topics)})
    return Turn(situation.state, (say(situation, text),))


def go_on(situation: Situation, meeting: Meeting, before: Text | None = None) -> Turn:
    """The first topic without an answer, or all sentences back when there is none."""
    part = Part.CHOOSE if meeting.open else Part.TELL
    known = meeting.sitting is not None and meeting.sitting.part is part
    event = None if known or not meeting.topics else agenda.begun(situation, meeting, part)
    if event is not None:
        before = then(before, agenda.heading(situation, event))
    if meeting.open:
        turn = ask(situation, meeting, meeting.open[0], before)
    else:
        turn = summary(situation, meeting, before)
    return replace(turn, events=(event,)) if event else turn


def ask(situation: Situation, meeting: Meeting, topic: TopicOnTable, before: Text | None = None) -> Turn:
    """This topic, and what the wijkverband does with it."""
    message = say(situation, then(before, _topic_text(meeting, topic)), *_topic_choices(topic))
    return Turn(Choosing(topic.id, topic.version), (message,))


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


def said_again(situation: Situation, state: Opening | ConfirmingClose) -> Turn:
    """The five in short, or the question to close, for whoever says something else in between."""
    return begin(situation, "") if isinstance(state, Opening) else asked_to_close(situation)


# --- answering ---------------------------------------------------------------------------------


def kept(situation: Situation, meeting: Meeting, topic: TopicOnTable, answer: TopicAnswered) -> Turn:
    """The topic has its answer: its owner hears of it, and the next question follows."""
    answered = replace(
        topic,
        outcome=answer.outcome,
        sentence=answer.sentence,
        referred_to=answer.referred_to,
        plan=answer.plan,
        version=topic.version + 1,
    )
    turn = go_on(situation, changed(meeting, answered), Text("partnership-kept", {"rank": topic.rank}))
    if isinstance(turn.state, Choosing):
        # Behind the four answers: a slip is mended at once, without asking the rest again.
        (asked,) = turn.messages
        turn = replace(turn, messages=(replace(asked, choices=(*asked.choices, change_choice(answered))),))
    told = owner.told(situation, topic, answer.plan)
    return replace(turn, messages=(*turn.messages, *told), events=(answer, *turn.events))


def changed(meeting: Meeting, topic: TopicOnTable) -> Meeting:
    """The same meeting with this topic as it stands now."""
    return replace(meeting, topics=tuple(topic if one.id == topic.id else one for one in meeting.topics))


def already(situation: Situation, meeting: Meeting, topic: TopicOnTable) -> Turn:
    """Somebody answered this topic before: shown, with the way on and the way back."""
    choices = (change_choice(topic), again_choice(meeting, topic), further_choice(meeting))
    return Turn(Idle(), (say(situation, Text("partnership-already", _answer(topic)), *choices),))


def change_choice(topic: TopicOnTable) -> Choice:
    """One field of this answer, without asking the rest again."""
    return Choice(Text("meeting-change", {"rank": topic.rank}), Act(Verb.CHANGE, f"topic/{topic.id}"))


def again_choice(meeting: Meeting, topic: TopicOnTable) -> Choice:
    """The whole topic once more."""
    about = f"{meeting.round}/{topic.rank}"
    return Choice(Text("partnership-again", {"rank": topic.rank}), Act(Verb.BEGIN, about))


def further_choice(meeting: Meeting) -> Choice:
    """On with the meeting."""
    return Choice(Text("partnership-further"), Act(Verb.GO_ON, meeting.round))


def _answer(topic: TopicOnTable) -> dict[str, Value]:
    outcome = topic.outcome.value if topic.outcome else "open"
    answer = Text("partnership-outcome", {"outcome": outcome})
    return {"rank": topic.rank, "title": topic.title, "answer": answer, "sentence": topic.sentence}


# --- the sentence back -------------------------------------------------------------------------


def told(topic: TopicOnTable) -> Text:
    """What the reporters of a topic will read."""
    if topic.plan is not None:
        return told_plan(topic.sentence, topic.plan)
    return told_reason(topic.sentence, topic.referred_to)


def told_plan(sentence: str, plan: Plan) -> Text:
    """What will be done, and when they hear again."""
    days: dict[str, Value] = {"day": plan.first_step_on, "check": plan.check_on}
    return Text("meeting-told-plan", {"sentence": sentence, **days})


def told_reason(sentence: str, referred_to: str) -> Text:
    """Why not; and to whom it was passed on, if it was."""
    if referred_to:
        return Text("meeting-told-referred", {"to": organisation(referred_to), "sentence": sentence})
    return Text("meeting-told-reason", {"sentence": sentence})


def summary(situation: Situation, meeting: Meeting, before: Text | None = None) -> Turn:
    """All sentences back for a last look, and the question to close. The first numbers are the topics."""
    lines = tuple(Text("meeting-back", {**_answer(topic), "told": told(topic)}) for topic in meeting.topics)
    lines += tuple(_passed(topic) for topic in meeting.topics if _is_past(situation, topic))
    text = Text("meeting-all-back", {"lines": lines}) if lines else Text("partnership-summary-empty")
    choices = (
        *(change_choice(topic) for topic in meeting.topics),
        Choice(Text("partnership-close"), Act(Verb.CLOSE_ROUND, meeting.round)),
        Choice(Text("partnership-not-yet"), Act(Verb.KEEP, f"round/{meeting.round}")),
    )
    return Turn(ConfirmingClose(), (say(situation, then(before, text), *choices),))


def _is_past(situation: Situation, topic: TopicOnTable) -> bool:
    """After a break of weeks the day of a first step may be over before anybody was told."""
    return topic.plan is not None and topic.plan.first_step_on < today(situation)


def _passed(topic: TopicOnTable) -> Text:
    return Text("meeting-passed", {"rank": topic.rank})


# --- closing -----------------------------------------------------------------------------------


def asked_to_close(situation: Situation) -> Turn:
    """`sluit ronde`: what stands in the way, or the question whether everybody may be told."""
    meeting = choosing(situation)
    if meeting is None:
        return nothing_to_choose(situation)
    return _still_open(situation, meeting) if meeting.open else go_on(situation, meeting)


def close(situation: Situation, name: str) -> Turn:
    """The round closes when all five have an answer; the words wait for a check."""
    meeting = choosing(situation)
    if meeting is None or meeting.round != name:
        return nothing_to_choose(situation)
    if meeting.open:
        return _still_open(situation, meeting)
    closed = Text("partnership-closed" if meeting.topics else "partnership-closed-empty")
    step = Choice(Text("meeting-last-step"), Act(Verb.PRACTICE, "step"))
    here = say(situation, then(closed, Text("meeting-last-question")), step) if meeting.topics else None
    told = (here or say(situation, closed), *_told_to_room(situation, closed))
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
    return Turn(Idle(), (say(situation, text, further_choice(meeting)),))


def nothing_to_choose(situation: Situation) -> Turn:
    """There is no report to answer now: says until when signals are collected, where that is known."""
    span = situation.span
    text = Text("partnership-collecting", {"last": span.last}) if span else Text("partnership-nothing")
    return Turn(Idle(), (say(situation, text),))
