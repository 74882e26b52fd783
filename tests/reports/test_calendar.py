"""The calendar file: the right days, a time zone that holds in winter and summer, and nobody in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from bot.texts import Words
from domain.actions import Action, ActionStatus
from domain.districts import District
from domain.meeting import Edition
from domain.messages import PersonKey
from domain.rounds import Rhythm
from reports.calendar import Entry, entries, ics, working_day

NOW = datetime(2026, 10, 12, 14, 30, tzinfo=UTC)
BOOMGAARD = District("boomgaard", "De Boomgaard", ("Appelhof",), ("Wat gaat goed?", "Wat anders?"))
LAMP = Action(
    id=7,
    district="boomgaard",
    topic=11,
    title='Donker pad, bij "De Bongerd"; \'s avonds',
    what="lampen ophangen door meneer Jansen",
    owner="Jamila - corporatie",
    owner_key=PersonKey("p:jamila"),
    first_step="bellen",
    first_step_on=date(2026, 11, 17),
    check_on=date(2026, 12, 15),
    status=ActionStatus.PLANNED,
)


def made(lines: tuple[Entry, ...], sequence: int = 0, language: str = "nl") -> bytes:
    """The file, with every entry in this edition."""
    words = Words()
    editions = {line.uid: Edition(sequence, NOW) for line in lines}
    return ics(BOOMGAARD, lines, editions, lambda text: words.say(text, language))


def read(file: bytes) -> list[Any]:
    """The entries as another program reads them."""
    return list(vobject.readOne(file.decode()).vevent_list)


def test_another_program_reads_the_next_six_meetings() -> None:
    """Three days after each round, on the clock of the wijk, in winter and in summer; 20 minutes each."""
    found = read(made(entries(BOOMGAARD, (), NOW)))
    starts = [one.dtstart.value for one in found]
    assert [f"{start:%Y-%m-%d %H:%M}" for start in starts] == [
        "2026-11-03 10:00",
        "2026-12-03 10:00",
        "2027-01-04 10:00",  # the 3rd is a Sunday
        "2027-02-03 10:00",
        "2027-03-03 10:00",
        "2027-04-05 10:00",  # a Saturday
    ]
    assert {one.dtend.value - one.dtstart.value for one in found} == {timedelta(minutes=20)}
    assert [start.astimezone(UTC).hour for start in starts] == [9, 9, 9, 9, 9, 8]
    assert (
        found[0].summary.value
        == "Wijkverband De Boomgaard: kiezen uit de top 5 (ronde tot en met 31 oktober)"
    )


def test_the_meeting_that_is_still_to_come_stands_first() -> None:
    """On 2 November the meeting about October is tomorrow; after it began, it is over."""
    before = entries(BOOMGAARD, (), datetime(2026, 11, 2, 12, tzinfo=UTC))
    after = entries(BOOMGAARD, (), datetime(2026, 11, 3, 9, 1, tzinfo=UTC))
    assert (before[0].uid, after[0].uid) == (
        "meeting-2026-10@boomgaard.wijksignaal",
        "meeting-2026-11@boomgaard.wijksignaal",
    )


def test_a_wijk_has_its_own_day_hour_and_rhythm() -> None:
    """Six-weekly, a week after the round, in the evening, on another clock."""
    wijk = replace(
        BOOMGAARD,
        rhythm=Rhythm(date(2026, 10, 5)),
        meeting_after_days=7,
        meeting_time=time(19, 30),
        zone=ZoneInfo("America/Curacao"),
    )
    first = entries(wijk, (), NOW)[0]
    # The round before ended on Sunday 4 October, and a week later is a Sunday too.
    assert first.starts == datetime(2026, 10, 12, 23, 30, tzinfo=UTC)
    assert b"TZID:America/Curacao" in made((first,))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 7), date(2026, 11, 9)),
        (date(2026, 12, 25), date(2026, 12, 28)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2027, 3, 29), date(2027, 3, 30)),
        (date(2027, 4, 27), date(2027, 4, 28)),
        (date(2027, 5, 6), date(2027, 5, 7)),
        (date(2027, 5, 17), date(2027, 5, 18)),
    ],
)
def test_nobody_meets_on_a_holiday(day: date, works: date) -> None:
    """Weekends, Christmas, New Year, Easter Monday, the King's birthday, Ascension and Whit Monday."""
    assert working_day(day) == works
    assert working_day(works) == works


def test_days_of_an_action_last_all_day() -> None:
    """The first step while it is planned, the check while it is open; the title of the topic, whole."""
    lines = entries(BOOMGAARD, (LAMP,), NOW)[6:]
    step, check = read(made(lines))
    assert (step.dtstart.value, check.dtstart.value) == (LAMP.first_step_on, LAMP.check_on)
    assert step.summary.value == f"Eerste stap: {LAMP.title}"
    assert check.summary.value == f"Kijken of het werkt: {LAMP.title}"
    started = entries(BOOMGAARD, (replace(LAMP, status=ActionStatus.STARTED),), NOW)[6:]
    assert [line.uid for line in started] == ["check-7@boomgaard.wijksignaal"]
    assert entries(BOOMGAARD, (replace(LAMP, status=ActionStatus.DONE),), NOW)[6:] == ()


def test_nobody_stands_in_it() -> None:
    """Neither an owner, nor what they said, nor a key."""
    file = made(entries(BOOMGAARD, (LAMP,), NOW)).decode()
    for word in ("Jamila", "corporatie", "Jansen", "bellen", "p:jamila"):
        assert word not in file


def test_the_same_lines_give_the_same_file() -> None:
    """Byte for byte; another edition counts on, under the same id; English has the same days."""
    lines = entries(BOOMGAARD, (LAMP,), NOW)
    assert made(lines) == made(entries(BOOMGAARD, (LAMP,), NOW))
    first, second = read(made(lines)), read(made(lines, sequence=2))
    assert [one.uid.value for one in first] == [one.uid.value for one in second]
    assert {one.sequence.value for one in second} == {"2"}
    assert read(made(lines, language="en"))[6].summary.value == f"First step: {LAMP.title}"


def test_a_moved_day_shows() -> None:
    """What is compared to see a change: the day and the topic, not the language."""
    (line,) = entries(BOOMGAARD, (replace(LAMP, status=ActionStatus.STARTED),), NOW)[6:]
    (moved,) = entries(
        BOOMGAARD, (replace(LAMP, status=ActionStatus.STARTED, check_on=date(2026, 12, 22)),), NOW
    )[6:]
    assert line.uid == moved.uid
    assert line.shown != moved.shown
