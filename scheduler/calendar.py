"""Which moments matter, on the wijk's own clock. Pure: a moment and facts in, what is due out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from domain.actions import Action, ActionStatus
from domain.fast_lane import ANSWER_WITHIN, REMIND_AFTER, LaneState, SmallRequest
from domain.practice import Practice
from domain.rounds import Rhythm, Span, local_day, span_of

FRIDAY = 4
MORNING = time(9)
"""Nobody is written to at night: what falls due on a day is told from nine o'clock."""
BEFORE_FIRST_STEP = timedelta(days=2)
BEFORE_CHECK = timedelta(days=3)
"""The owner is asked in time, so that the reporters hear something at the promised day."""
WEEK = timedelta(days=7)
QUIET_AFTER_A_WORD = timedelta(weeks=4)
"""So long after the owner said something nothing is asked, unless a new moment was named."""
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


# --- owners ------------------------------------------------------------------------------------

FIRST_STEP = ("first-step", "first-step-day", "first-step-week-1", "first-step-week-2", "first-step-silent")
CHECK = ("promise", "check", "check-week-1", "check-week-2", "overdue")
"""Before the moment, at it, two weekly ones, and then to the coordinator."""
FIRST_WEEKLY = 2


class Due(NamedTuple):
    """A reminder whose day has come. `moment` is what it counts from: the first step or the check moment."""

    kind: str
    action: Action
    moment: date


Given: TypeAlias = Mapping[tuple[str, int, date], date]
"""Kind, action and moment of every reminder that was given, with the day."""


@dataclass(frozen=True, slots=True)
class Series:
    """The reminders around one moment of an action, in order."""

    kinds: tuple[str, ...]
    moment: date
    days: tuple[date, ...]


def working_day(day: date, *, back: bool = False) -> date:
    """Nobody is reminded in a weekend: the Friday before, or the Monday after."""
    late = day.weekday() - FRIDAY
    if late <= 0:
        return day
    return day - timedelta(days=late) if back else day + timedelta(days=3 - late)


def reminders(actions: Sequence[Action], given: Given, today: date, zone: ZoneInfo) -> tuple[Due, ...]:
    """The reminders of today: at most one an action, also after a long sleep; none in a weekend.

    Whoever asks keeps that each is given once.
    """
    if today.weekday() > FRIDAY:
        return ()
    found = (_due(action, given, today, zone) for action in actions if action.open)
    return tuple(due for due in found if due is not None)


def _due(action: Action, given: Given, today: date, zone: ZoneInfo) -> Due | None:
    said = local_day(action.moved_at, zone) if action.moved_at else date.min
    series = _series(action, said, today)
    sent = [given.get((kind, action.id, series.moment)) for kind in series.kinds]
    at = _next(series, sent, said, today)
    # Only a moment that the reporters were told of comes near for them.
    if at is None or (series.kinds[at] == "promise" and series.moment != action.check_on):
        return None
    return Due(series.kinds[at], action, series.moment)


def _series(action: Action, said: date, today: date) -> Series:
    """Around the first step as long as nothing was ever said, and around the check moment."""
    check = _around(CHECK, action.check_on, BEFORE_CHECK)
    if action.status is ActionStatus.PLANNED and today < check.days[0]:
        return _around(FIRST_STEP, action.first_step_on, BEFORE_FIRST_STEP)
    if action.status is ActionStatus.DELAYED or said < check.days[0]:
        return check
    # The owner spoke about this moment and the action goes on: asked again after a while.
    return _around(CHECK, said + QUIET_AFTER_A_WORD, BEFORE_CHECK)


def _around(kinds: tuple[str, ...], moment: date, before: timedelta) -> Series:
    after = (working_day(moment + n * WEEK) for n in range(len(kinds) - 1))
    return Series(kinds, moment, (working_day(moment - before, back=True), *after))


def _next(series: Series, sent: Sequence[date | None], said: date, today: date) -> int | None:
    """Which one is due: the last whose day has come, but the weekly ones one by one and a week apart."""
    passed = sum(day <= today for day in series.days) - 1
    last = max((place for place, day in enumerate(sent) if day is not None), default=-1)
    if passed <= last or series.days[passed] <= said:
        return None
    if passed < FIRST_WEEKLY:
        return passed
    when = sent[last] if last >= 0 else None
    if when is not None and today - when < WEEK:
        return None
    return min(passed, max(last + 1, FIRST_WEEKLY))


# --- the fast lane and the step of a practice conversation ---------------------------------------


def requests_due(requests: Sequence[SmallRequest], now: datetime) -> tuple[tuple[str, SmallRequest], ...]:
    """After two days everybody is asked again, after three the coordinator hears it; weekends count."""
    waiting = [(now - one.put_at, one) for one in requests if one.state is LaneState.OPEN]
    return tuple(
        ("lane-late" if since >= ANSWER_WITHIN else "lane-again", one)
        for since, one in waiting
        if since >= REMIND_AFTER
    )


def steps_due(practices: Sequence[Practice], today: date) -> tuple[Practice, ...]:
    """Steps of practice conversations that somebody takes within two days, or should have taken."""
    if today.weekday() > FRIDAY:
        return ()
    return tuple(
        one
        for one in practices
        if one.due_on and not one.done and working_day(one.due_on - BEFORE_FIRST_STEP, back=True) <= today
    )


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
            first = _around(FIRST_STEP, action.first_step_on, BEFORE_FIRST_STEP).days[0]
            moments.append(Moment(at_morning(first, zone), "first-step", district, action.id))
        if action.open:
            near, there, *_ = _around(CHECK, action.check_on, BEFORE_CHECK).days
            moments.append(Moment(at_morning(near, zone), "reminder", district, action.id))
            moments.append(Moment(at_morning(there, zone), "check", district, action.id))
    return tuple(sorted(moments, key=lambda moment: moment.at))
