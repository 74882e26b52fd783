"""Which moments matter: on the wijk's own clock, on odd nights too."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.actions import Action, ActionStatus
from domain.districts import NETHERLANDS
from domain.messages import PersonKey
from domain.rounds import Rhythm, Span, span_named, span_of
from scheduler.calendar import at_morning, coming, ended, promise_on, telling_day

MONTHLY, SIX_WEEKLY = Rhythm(), Rhythm(date(2026, 1, 5))
ACTION = Action(
    id=7,
    district="boomgaard",
    topic=1,
    title="Lamp",
    what="lampen",
    owner="corporatie",
    owner_key=PersonKey("p:jamila"),
    first_step="offerte",
    first_step_on=date(2026, 12, 18),
    check_on=date(2027, 1, 15),
)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def at(*moment: int) -> datetime:
    """A moment in UTC."""
    return datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_a_round_ends_at_local_midnight_also_when_the_clock_is_turned() -> None:
    """October ends in winter time and March in summer time, whatever the first days of the month had."""
    october, march = span_of(MONTHLY, date(2026, 10, 12)), span_of(MONTHLY, date(2026, 3, 12))
    assert october.ends_at(NETHERLANDS).astimezone(UTC) == at(2026, 10, 31, 23)
    assert march.ends_at(NETHERLANDS).astimezone(UTC) == at(2026, 3, 31, 22)
    for span, end in ((october, at(2026, 10, 31, 23)), (march, at(2026, 3, 31, 22))):
        assert ended([span], end - timedelta(seconds=1), NETHERLANDS) == ()
        assert ended([span], end, NETHERLANDS) == (span,)


def test_the_double_hour_ends_no_round_twice() -> None:
    """A round that ends on the night of the turned clock ends once, at its one midnight."""
    night = Span(span_of(MONTHLY, date(2026, 10, 1)).name, date(2026, 9, 14), date(2026, 10, 24))
    moments = [at(2026, 10, 24, 21, 59) + timedelta(minutes=n) for n in range(300)]
    over = [moment for moment in moments if ended([night], moment, NETHERLANDS)]
    assert over == [moment for moment in moments if moment >= at(2026, 10, 24, 22)]


def test_rounds_slept_over_are_all_due_the_oldest_first() -> None:
    """A machine that was off for two rounds owes two reports."""
    september, october, november = (span_of(MONTHLY, date(2026, month, 1)) for month in (9, 10, 11))
    late = at(2026, 11, 20, 12)
    assert ended([november, october, september], late, NETHERLANDS) == (september, october)


@given(days, days)
def test_six_weekly_names_are_unique(anchor: date, day: date) -> None:
    """No two rounds have one name, every day has a round, and its name leads back to it."""
    rhythm = Rhythm(anchor)
    spans = [span_of(rhythm, day + timedelta(weeks=6 * n)) for n in range(12)]
    assert len({span.name for span in spans}) == 12
    assert spans[0].first <= day <= spans[0].last
    assert (spans[0].last - spans[0].first).days == 41
    assert all(span_named(rhythm, span.name) == span for span in spans)


@given(days)
def test_who_speaks_now_is_promised_a_day_after_the_round(day: date) -> None:
    """The promise lies as many days after the end as the wijk chose, in both rhythms."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=NETHERLANDS)
    for rhythm in (MONTHLY, SIX_WEEKLY):
        span, promised = promise_on(rhythm, noon, NETHERLANDS, 8)
        assert span == span_of(rhythm, day)
        assert promised == span.last + timedelta(days=8)


def test_nobody_is_told_at_night() -> None:
    """Before nine the promises of yesterday may be told, from nine those of today."""
    assert telling_day(at(2026, 11, 8, 7, 59), NETHERLANDS) == date(2026, 11, 7)
    assert telling_day(at(2026, 11, 8, 8, 0), NETHERLANDS) == date(2026, 11, 8)
    assert telling_day(at(2026, 7, 8, 7, 0), NETHERLANDS) == date(2026, 7, 8)
    assert telling_day(at(2026, 10, 24, 22, 30), NETHERLANDS) == date(2026, 10, 24)
    assert at_morning(date(2026, 10, 25), NETHERLANDS).astimezone(UTC) == at(2026, 10, 25, 8)


def test_what_is_to_come_stands_in_order() -> None:
    """Ends of rounds, promises (each day once), first steps, reminders and checks; nothing that is done."""
    october = span_of(MONTHLY, date(2026, 10, 12))
    promise = date(2026, 11, 8)
    done = replace(ACTION, id=8, status=ActionStatus.DONE)
    started = replace(ACTION, id=9, status=ActionStatus.STARTED, check_on=date(2027, 2, 1))
    found = coming("boomgaard", NETHERLANDS, [october], [promise, promise], [ACTION, done, started])
    assert [(one.what, one.about) for one in found] == [
        ("round-ends", 0),
        ("promise", 0),
        ("first-step", 7),
        ("reminder", 7),
        ("check", 7),
        ("reminder", 9),
        ("check", 9),
    ]
    assert [one.at for one in found] == sorted(one.at for one in found)
    assert all(one.district == "boomgaard" for one in found)


def test_nothing_planned_is_nothing_to_come() -> None:
    """An empty wijk has no moments."""
    assert coming("boomgaard", NETHERLANDS, [], [], []) == ()
