"""The meeting of twenty minutes: its three parts with their times, and going on after a break."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from domain.decisions import Meeting, TopicOnTable
from domain.events import OverrunTold, PartBegun
from domain.meeting import BREAK, MINUTES, Part
from domain.messages import Act, Choice, Text, Value, Verb
from domain.rounds import local_day
from handlers.states import Changing, Choosing, ConfirmingClose, GivingReason, Opening, Planning
from handlers.turn import Situation, Turn, say, then

OfMeeting: TypeAlias = Opening | Choosing | GivingReason | Planning | Changing | ConfirmingClose
"""States of the table: a question of the meeting is open."""


# --- the parts ---------------------------------------------------------------------------------


def begun(situation: Situation, meeting: Meeting, part: Part) -> PartBegun:
    """This part begins now, and has its own minutes."""
    return PartBegun(meeting.round, part, situation.now + timedelta(minutes=MINUTES[part]))


def heading(situation: Situation, event: PartBegun) -> Text:
    """Which part this is, and until when."""
    return Text("meeting-part", {"part": event.part.value, "until": _clock(situation, event.ends_at)})


def opening(situation: Situation, meeting: Meeting) -> Turn:
    """Part 1: the five in short, and until when. Said again while it lasts, it keeps its time."""
    sitting, event = meeting.sitting, begun(situation, meeting, Part.TOP_FIVE)
    lasts = sitting is not None and not broken_off(situation, meeting)
    args: dict[str, Value] = {
        "part": heading(situation, replace(event, ends_at=sitting.ends_at) if sitting and lasts else event),
        "topics": tuple(_line(topic) for topic in meeting.topics),
    }
    choices = (
        Choice(Text("meeting-go-on"), Act(Verb.GO_ON, meeting.round)),
        Choice(Text("meeting-give-points"), Act(Verb.SCORE, meeting.round)),
    )
    message = say(situation, Text("meeting-opening", args), *choices)
    return Turn(Opening(), (message,), () if lasts else (event,))


def _line(topic: TopicOnTable) -> Text:
    return Text("meeting-topic", {"rank": topic.rank, "title": topic.title, "people": topic.people})


def _clock(situation: Situation, moment: datetime) -> str:
    return f"{moment.astimezone(situation.zone):%H:%M}"


# --- time --------------------------------------------------------------------------------------


def broken_off(situation: Situation, meeting: Meeting | None) -> bool:
    """Nothing of this meeting was asked or answered for hours."""
    asked = situation.asked_at if isinstance(situation.state, OfMeeting) else None
    sat = meeting.sitting.sat_at if meeting and meeting.sitting else None
    moments = [moment for moment in (asked, sat) if moment is not None]
    return bool(moments) and situation.now - max(moments) > BREAK


def after_break(situation: Situation, meeting: Meeting, turn: Turn) -> Turn:
    """Begun again later: says first what was done already, and the part gets its time anew."""
    sitting = meeting.sitting
    if sitting is None or not turn.messages or not broken_off(situation, meeting):
        return turn
    started = next((event for event in turn.events if isinstance(event, PartBegun)), None)
    event = started or begun(situation, meeting, sitting.part)
    said = _said_before(situation, meeting, None if started else event)
    return _with_before(turn, said, () if started else (event,))


def _said_before(situation: Situation, meeting: Meeting, event: PartBegun | None) -> Text:
    sat_at = meeting.sitting.sat_at if meeting.sitting else situation.now
    done = tuple(
        Text("meeting-done", {**dict(_line(topic).args), "outcome": topic.outcome.value})
        for topic in meeting.topics
        if topic.outcome
    )
    args: dict[str, Value] = {"day": local_day(sat_at, situation.zone), "done": done}
    said = Text("meeting-resumed" if done else "meeting-resumed-empty", args)
    said = then(said, heading(situation, event)) if event else said
    halfway = _halfway(situation, meeting)
    return then(said, halfway) if halfway else said


def _halfway(situation: Situation, meeting: Meeting) -> Text | None:
    """The topic that was being answered, and what was said of it so far."""
    state = situation.state
    topic = meeting.topic(state.topic) if isinstance(state, GivingReason | Planning) else None
    if topic is None:
        return None
    line = Text("meeting-halfway", {"topic": _line(topic)})
    what = state.what if isinstance(state, Planning) else ""
    return then(line, Text("meeting-halfway-what", {"what": what})) if what else line


def timed(situation: Situation, meeting: Meeting | None, turn: Turn | None) -> Turn | None:
    """When a part takes longer than planned that is said once, in front of what comes next anyway."""
    if turn is None or meeting is None or meeting.sitting is None or not isinstance(turn.state, OfMeeting):
        return turn
    moved = any(isinstance(event, PartBegun) for event in turn.events)
    if moved or turn.state == situation.state or not turn.messages:
        return turn
    if not meeting.sitting.over(situation.now) or broken_off(situation, meeting):
        return turn
    over = Text(
        "meeting-over", {"part": meeting.sitting.part.value, "minutes": MINUTES[meeting.sitting.part]}
    )
    return _with_before(turn, over, (OverrunTold(meeting.round),))


def _with_before(turn: Turn, text: Text, events: tuple[PartBegun | OverrunTold, ...]) -> Turn:
    first, *rest = turn.messages
    messages = (replace(first, text=then(text, first.text)), *rest)
    return replace(turn, messages=messages, events=(*turn.events, *events))
