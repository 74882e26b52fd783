"""The calendar of a wijkverband: its next meetings, and the days of the actions that are open (.ics).

No person stands in it: a title of a topic, and the days.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from dateutil.easter import easter

from domain.actions import Action, ActionStatus
from domain.districts import District
from domain.meeting import Edition
from domain.messages import Text
from domain.rounds import Span, local_day, span_of

if TYPE_CHECKING:
    from icalendar import Calendar, Event

MEETINGS = 6
"""So many are foreseen."""
LASTS = timedelta(minutes=20)
FIXED_HOLIDAYS = {(1, 1), (4, 27), (12, 25), (12, 26)}
"""Month and day on which nobody works."""
AFTER_EASTER = (1, 39, 50)
"""Days: Easter Monday, Ascension, Whit Monday."""

Say = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar; a day that lasts all day is a date. `uid` stays the same for ever."""

    uid: str
    title: Text
    starts: datetime | date
    about: str = ""
    """The topic that it is about."""

    @property
    def shown(self) -> str:
        """What has to be told anew when it changes, whatever language it is read in."""
        return f"{self.starts.isoformat()} {self.about}"


def entries(district: District, actions: Iterable[Action], now: datetime) -> tuple[Entry, ...]:
    """The next meetings, and the first steps and check moments of the open actions."""
    return (*_meetings(district, now), *(entry for action in actions for entry in _days(action)))


def ics(district: District, lines: Sequence[Entry], told: Mapping[str, Edition], say: Say) -> bytes:
    """The file, with the time zone of the wijk in it; the same lines give the same bytes."""
    # Loaded here: the service starts in less time and memory without it, and seldom writes a calendar.
    from icalendar import Calendar  # noqa: PLC0415 - see above

    calendar = Calendar()
    calendar.add("prodid", "-//Wijksignaal//Wijkverband//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say(Text("calendar-name", {"district": district.name})))
    for entry in lines:
        calendar.add_component(_event(entry, told[entry.uid], say))
    _add_zone(calendar, [entry.starts for entry in lines if isinstance(entry.starts, datetime)])
    made: bytes = calendar.to_ical()
    return made


def _add_zone(calendar: "Calendar", starts: Sequence[datetime]) -> None:
    """The clock of these years only: all changes since 1970 are a long list, that some programs misread."""
    if starts:
        calendar.add_missing_timezones(date(min(starts).year, 1, 1), date(max(starts).year + 1, 1, 1))


# --- days --------------------------------------------------------------------------------------


def _meetings(district: District, now: datetime) -> Iterable[Entry]:
    """From the meeting of the round that ended last on, as far as it is still to come."""
    day = local_day(now, district.zone)
    coming = (span for span in _spans(district, day) if _starts(district, span) > now)
    for span in islice(coming, MEETINGS):
        uid = f"meeting-{span.name}@{district.slug}.wijksignaal"
        title = Text("calendar-meeting", {"district": district.name, "last": span.last})
        yield Entry(uid, title, _starts(district, span))


def _spans(district: District, day: date) -> Iterable[Span]:
    span = span_of(district.rhythm, span_of(district.rhythm, day).first - timedelta(days=1))
    while True:
        yield span
        span = span_of(district.rhythm, span.last + timedelta(days=1))


def _starts(district: District, span: Span) -> datetime:
    day = working_day(span.last + timedelta(days=district.meeting_after_days))
    return datetime.combine(day, district.meeting_time, district.zone)


def working_day(day: date) -> date:
    """This day, or the first one after it that is no weekend and no holiday in the Netherlands."""
    while day.weekday() >= 5 or _holiday(day):  # noqa: PLR2004 - Saturday
        day += timedelta(days=1)
    return day


def _holiday(day: date) -> bool:
    moving = {easter(day.year) + timedelta(days=days) for days in AFTER_EASTER}
    return (day.month, day.day) in FIXED_HOLIDAYS or day in moving


def _days(action: Action) -> Iterable[Entry]:
    about: dict[str, str] = {"title": action.title}
    name = f"{action.id}@{action.district}.wijksignaal"
    if action.status is ActionStatus.PLANNED:
        title = Text("calendar-first-step", about)
        yield Entry(f"first-step-{name}", title, action.first_step_on, action.title)
    if action.open:
        yield Entry(f"check-{name}", Text("calendar-check", about), action.check_on, action.title)


# --- the file ----------------------------------------------------------------------------------


def _event(entry: Entry, told: Edition, say: Say) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - as above

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", told.sequence)
    event.add("dtstamp", told.changed_at)
    event.add("last-modified", told.changed_at)
    event.add("summary", say(entry.title))
    event.add("dtstart", entry.starts)
    all_day = not isinstance(entry.starts, datetime)
    event.add("dtend", entry.starts + (timedelta(days=1) if all_day else LASTS))
    event.add("transp", "TRANSPARENT" if all_day else "OPAQUE")
    return event
