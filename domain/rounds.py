"""Rounds: one turn of the cycle in one wijk, monthly or six-weekly, on the wijk's own clock.

A round is named after the month of its last day (`2026-10`); of two six-week rounds no two end in
the same month, so the name is unique per wijk.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NewType
from zoneinfo import ZoneInfo

RoundName = NewType("RoundName", str)

SIX_WEEKS = timedelta(weeks=6)


class RoundStatus(StrEnum):
    COLLECTING = "collecting"
    CHOOSING = "choosing"
    """The report is out; the wijkverband answers the five."""
    CLOSED = "closed"
    """All five have an answer and everybody who reported is told."""


NEXT: dict[RoundStatus, RoundStatus] = {
    RoundStatus.COLLECTING: RoundStatus.CHOOSING,
    RoundStatus.CHOOSING: RoundStatus.CLOSED,
}
"""The only moves a round makes."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often: by calendar month, or every six weeks counted from `anchor` (a first day)."""

    six_weekly_from: date | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a round: from `first` up to and including `last`, local dates."""

    name: RoundName
    first: date
    last: date

    def ends_at(self, zone: ZoneInfo) -> datetime:
        """The moment at which collecting stops: midnight after the last day."""
        return datetime.combine(self.last + timedelta(days=1), time(), zone)


@lru_cache(maxsize=1_000)
def span_of(rhythm: Rhythm, day: date) -> Span:
    """The round in which a local day falls. Remembered: it is asked for every wijk at every message."""
    if rhythm.six_weekly_from is None:
        first = day.replace(day=1)
        return _named(first, _next_month(first))
    turns = (day - rhythm.six_weekly_from) // SIX_WEEKS
    first = rhythm.six_weekly_from + turns * SIX_WEEKS
    return _named(first, first + SIX_WEEKS)


def span_named(rhythm: Rhythm, name: RoundName) -> Span:
    """The round of that name. ValueError when no round of this rhythm ends in that month."""
    end_of_month = _next_month(date.fromisoformat(f"{name}-01")) - timedelta(days=1)
    for day in (end_of_month, end_of_month - SIX_WEEKS):
        span = span_of(rhythm, day)
        if span.name == name:
            return span
    message = f"no round ends in {name}"
    raise ValueError(message)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day that it is on the clock of the wijk."""
    return moment.astimezone(zone).date()


def _named(first: date, after: date) -> Span:
    last = after - timedelta(days=1)
    return Span(RoundName(f"{last:%Y-%m}"), first, last)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
