"""Days that people choose or type, for a check moment: `15-1`, `15-1-2027` or `over 7 weken`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.rounds import local_day
from handlers.turn import Situation

# The word behind the number may be of any language that calls a week something with a w.
_WEEKS = re.compile(r"\D*(\d{1,2})\s*(?:w\w*\.?)?", re.IGNORECASE)
_DAY = re.compile(r"\D*(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?\.?")


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a chosen day must fall on, the first and the last included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def today(situation: Situation) -> date:
    """The day it is in the wijk."""
    return local_day(situation.now, situation.zone)


def weeks_ahead(day: date, weeks: int) -> date:
    """The same day of the week, so many weeks on."""
    return day + timedelta(weeks=weeks)


def days_ahead(day: date, days: int) -> date:
    """So many days on."""
    return day + timedelta(days=days)


def window(day: date, first_week: int, last_week: int) -> Window:
    """From one number of weeks after a day up to another."""
    return Window(weeks_ahead(day, first_week), weeks_ahead(day, last_week))


def typed_day(words: str, day: date) -> date | None:
    """The day that was typed on `day`; without a year the next such day. None when it is no day."""
    if found := _WEEKS.fullmatch(words.strip()):
        return weeks_ahead(day, int(found[1]))
    if found := _DAY.fullmatch(words.strip()):
        return _calendar_day(found, day)
    return None


def _calendar_day(found: re.Match[str], day: date) -> date | None:
    century = "20" if found[3] and len(found[3]) == len("27") else ""
    try:
        chosen = date(int(f"{century}{found[3] or day.year}"), int(found[2]), int(found[1]))
        return chosen.replace(year=chosen.year + 1) if not found[3] and chosen < day else chosen
    except ValueError:
        # 31-2, or 29-2 in a year without one.
        return None
