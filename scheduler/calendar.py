"""Which moments matter, on the wijk's own clock. Pure: a moment and facts in, what is due out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.actions import Action, ActionStatus
from domain.rounds import Rhythm, Span, local_day, span_of

MORNING = time(9)
"""Nobody is written to at night: what falls due on a day is told from nine o'clock."""
BEFORE_FIRST_STEP = timedelta(days=2)
BEFORE_CHECK = timedelta(days=3)
"""The owner is asked in time, so that the reporters hear something at the promised day."""
SILENT_OWNER = timedelta(days=7)
"""So long after the check moment without a word the coordinator hears of it."""
NEW_PROMISE = timedelta(days=7)
"""After "no news yet" people hear again within a week."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that will be due: round-ends, promise, first-step, reminder or check."""

    at: datetime
    what: str
    district: str
    about: int = 0
    """The action, where it is about one."""


def ended(spans: Iterable[Span], now: datetime, zone: ZoneInfo) -> tuple[Span, ...]:
    """Of the rounds that still collect, those that are over: their report is due, however late it is."""
    return tuple(sorted((one for one in spans if one.ends_at(zone) <= now), key=lambda one: one.last))


def promise_on(rhythm: Rhythm, now: datetime, zone: ZoneInfo, answer_days: int) -> tuple[Span, date]:
    """The round that collects now, and the day by which whoever speaks now hears."""
    span = span_of(rhythm, local_day(now, zone))
    return span, span.last + timedelta(days=answer_days)


def telling_day(now: datetime, zone: ZoneInfo) -> date:
    """The last day whose promises may be told now: today from nine in the morning, else yesterday."""
    local = now.astimezone(zone)
    return local.date() if local.time() >= MORNING else local.date() - timedelta(days=1)


def reminders(actions: Sequence[Action], today: date) -> tuple[tuple[str, Action], ...]:
    """(kind, action) of every reminder whose day has come; whoever asks keeps that each is sent once."""
    due: list[tuple[str, Action]] = []
    for action in actions:
        if action.status is ActionStatus.PLANNED and today >= action.first_step_on - BEFORE_FIRST_STEP:
            due.append(("first-step", action))
        if action.open and action.check_on - BEFORE_CHECK <= today < action.check_on:
            due.append(("promise", action))
        if action.open and today >= action.check_on:
            due.append(("check", action))
        if action.open and today >= action.check_on + SILENT_OWNER:
            due.append(("overdue", action))
    return tuple(due)


def at_morning(day: date, zone: ZoneInfo) -> datetime:
    """Nine o'clock on that day in the wijk."""
    return datetime.combine(day, MORNING, zone)


def coming(
    district: str, zone: ZoneInfo, spans: Iterable[Span], promises: Iterable[date], actions: Iterable[Action]
) -> tuple[Moment, ...]:
    """All moments of a wijk that the data foresee, the first one first; those in the past are due now."""
    moments = [Moment(span.ends_at(zone), "round-ends", district) for span in spans]
    moments += [Moment(at_morning(day, zone), "promise", district) for day in set(promises)]
    for action in actions:
        if action.status is ActionStatus.PLANNED:
            first = at_morning(action.first_step_on - BEFORE_FIRST_STEP, zone)
            moments.append(Moment(first, "first-step", district, action.id))
        if action.open:
            near = at_morning(action.check_on - BEFORE_CHECK, zone)
            moments.append(Moment(near, "reminder", district, action.id))
            moments.append(Moment(at_morning(action.check_on, zone), "check", district, action.id))
    return tuple(sorted(moments, key=lambda moment: moment.at))
