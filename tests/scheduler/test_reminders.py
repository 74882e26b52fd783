"""When an owner is reminded: at most once a day, never after an answer, and never in a flood."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.actions import Action, ActionStatus
from domain.districts import NETHERLANDS
from domain.fast_lane import LaneState, SmallRequest
from domain.messages import PersonKey
from domain.practice import Practice
from domain.rounds import local_day
from domain.signals import number_of
from scheduler.calendar import (
    CHECK,
    FIRST_STEP,
    MORNING,
    QUIET_AFTER_A_WORD,
    WEEK,
    reminders,
    requests_due,
    steps_due,
    working_day,
)

PLANNED = datetime(2026, 11, 1, 10, tzinfo=UTC)
ACTION = Action(
    id=7,
    district="boomgaard",
    topic=1,
    title="Lamp",
    what="lampen",
    owner="corporatie",
    owner_key=PersonKey("p:jamila"),
    first_step="offerte",
    first_step_on=date(2026, 11, 18),
    check_on=date(2027, 1, 13),
    moved_at=PLANNED,
)
FIRST_DAY = date(2026, 11, 1)


class Owner:
    """An action from day to day, with the reminders that were given."""

    def __init__(self, action: Action = ACTION) -> None:
        self.action = action
        self.given: dict[tuple[str, int, date], date] = {}
        self.heard: list[tuple[date, str]] = []

    def day(self, today: date) -> list[str]:
        """What is sent on this day; looked at twice, as the scheduler does."""
        kinds = []
        for _ in range(2):
            for due in reminders([self.action], self.given, today, NETHERLANDS):
                key = (due.kind, due.action.id, due.moment)
                if key not in self.given:
                    self.given[key] = today
                    kinds.append(due.kind)
        self.heard += [(today, kind) for kind in kinds]
        return kinds

    def says(self, today: date, status: ActionStatus, check_on: date | None = None) -> None:
        """The owner presses a button in the afternoon."""
        moved = datetime(today.year, today.month, today.day, 14, tzinfo=UTC)
        self.action = replace(
            self.action, status=status, moved_at=moved, check_on=check_on or self.action.check_on
        )


def days(count: int, first: date = FIRST_DAY) -> list[date]:
    """So many days in a row."""
    return [first + timedelta(days=n) for n in range(count)]


def test_a_silent_owner_is_asked_four_times_and_then_the_coordinator() -> None:
    """Two days before the first step, on the day, twice a week later, and then it goes to the coordinator;
    the same around the check moment."""
    owner = Owner()
    for today in days(110):
        owner.day(today)
    step, check = date(2026, 11, 18), date(2027, 1, 13)
    assert owner.heard == [
        (step - timedelta(days=2), "first-step"),
        (step, "first-step-day"),
        (step + WEEK, "first-step-week-1"),
        (step + 2 * WEEK, "first-step-week-2"),
        (step + 3 * WEEK, "first-step-silent"),
        (date(2027, 1, 8), "promise"),  # three days before is a Sunday
        (check, "check"),
        (check + WEEK, "check-week-1"),
        (check + 2 * WEEK, "check-week-2"),
        (check + 3 * WEEK, "overdue"),
    ]


def test_an_answer_ends_it_until_the_next_moment() -> None:
    """Whoever said that it started hears nothing more until the check moment comes near."""
    owner = Owner()
    for today in days(20):
        owner.day(today)
    owner.says(date(2026, 11, 20), ActionStatus.STARTED)
    heard = [today for today in days(110, date(2026, 11, 21)) if owner.day(today)]
    assert heard[0] == date(2027, 1, 8)


def test_what_goes_on_after_its_check_moment_is_not_forgotten() -> None:
    """Started, said at the check moment: quiet for four weeks, then it is asked again."""
    owner = Owner(replace(ACTION, status=ActionStatus.STARTED))
    owner.says(date(2027, 1, 13), ActionStatus.STARTED)
    heard = [(today, owner.day(today)) for today in days(60, date(2027, 1, 14))]
    assert next((today, kinds) for today, kinds in heard if kinds) == (
        date(2027, 1, 13) + QUIET_AFTER_A_WORD,
        ["check"],
    )


def test_a_new_moment_gets_its_own_reminders() -> None:
    """Delayed to a day: near that day and on it, not before."""
    owner = Owner()
    owner.says(date(2027, 1, 13), ActionStatus.DELAYED, date(2027, 2, 10))
    heard = [(today, kind) for today in days(40, date(2027, 1, 14)) for kind in owner.day(today)]
    assert heard[:2] == [(date(2027, 2, 5), "promise"), (date(2027, 2, 10), "check")]


def test_a_machine_that_slept_sends_one_reminder_and_not_five() -> None:
    """Off for a month: the owner gets one, a week later the second, and only then the coordinator hears."""
    owner = Owner()
    late = date(2026, 12, 14)
    assert owner.day(late) == ["first-step-week-1"]
    assert [(today - late).days for today in days(30, late)[1:] if owner.day(today)] == [7, 14, 25]
    assert [kind for _, kind in owner.heard] == [
        "first-step-week-1",
        "first-step-week-2",
        "first-step-silent",
        "promise",
    ]


def test_nobody_is_reminded_in_a_weekend() -> None:
    """Before a Monday it is said on Friday; what falls on a Sunday is asked on Monday."""
    monday = replace(ACTION, first_step_on=date(2026, 11, 16))
    sunday = replace(ACTION, first_step_on=date(2026, 11, 15))
    for action, expected in ((monday, [13, 16, 23]), (sunday, [13, 16, 23])):
        owner = Owner(action)
        assert [today.day for today in days(25) if owner.day(today)] == expected
    assert working_day(date(2026, 11, 15)) == date(2026, 11, 16)
    assert working_day(date(2026, 11, 14), back=True) == date(2026, 11, 13)


WORDS = st.sampled_from(
    [None, None, None, None, ActionStatus.STARTED, ActionStatus.DELAYED, ActionStatus.DONE]
)


@given(st.lists(st.tuples(st.integers(1, 12), WORDS), min_size=1, max_size=40), st.integers(14, 40))
def test_never_a_flood_and_never_after_an_answer(
    looks: list[tuple[int, ActionStatus | None]], check_after: int
) -> None:
    """Whatever the owner says and however long the machine sleeps: at most one reminder a day, weekly ones
    a week apart, each kind once for a moment, none within four weeks of an answer but for a day that the
    owner named, none when it is over, and the coordinator only after two weekly ones."""
    owner = Owner(replace(ACTION, check_on=date(2026, 11, 18) + timedelta(days=check_after)))
    today, named = FIRST_DAY, owner.action.check_on
    for gap, word in looks:
        today += timedelta(days=gap)
        said = local_day(owner.action.moved_at, NETHERLANDS) if owner.action.moved_at else FIRST_DAY
        kinds = owner.day(today)
        assert len(kinds) <= (1 if today.weekday() < 5 and owner.action.open else 0)
        if kinds and owner.action.status is not ActionStatus.PLANNED:
            near = named - timedelta(days=5) <= today and said < named
            assert near or today - said >= QUIET_AFTER_A_WORD - timedelta(days=5)
        if word is not None and owner.action.may_become(word):
            named = today + timedelta(days=20) if word is ActionStatus.DELAYED else named
            owner.says(today, word, named)
    assert len(set(owner.given)) == len(owner.heard)
    for kind, weekly in (("first-step-silent", FIRST_STEP[2:4]), ("overdue", CHECK[2:4])):
        for name, _, moment in owner.given:
            if name == kind:
                assert all((one, 7, moment) in owner.given for one in weekly)
    asked = [day for day, kind in owner.heard if "week" in kind or kind in {"overdue", "first-step-silent"}]
    assert all(later - earlier >= WEEK for earlier, later in pairwise(asked))


def test_the_morning_comes_on_the_nights_that_the_clock_is_turned() -> None:
    """The day of a moment is the wijk's own, at nine by its clock, also when the night had 23 or 25 hours."""
    for day, hour in ((date(2026, 10, 25), 8), (date(2027, 3, 28), 7)):
        nine = datetime(day.year, day.month, day.day, hour, tzinfo=UTC).astimezone(NETHERLANDS)
        assert nine.time() == MORNING
        monday = local_day(nine, NETHERLANDS) + timedelta(days=1)
        action = replace(
            ACTION,
            first_step_on=day,
            moved_at=nine - timedelta(days=20),
            check_on=day + timedelta(days=60),
        )
        assert [due.kind for due in reminders([action], {}, monday, NETHERLANDS)] == ["first-step-day"]
        night = datetime(day.year, day.month, day.day, 1, 30, tzinfo=UTC)
        assert reminders([action], {}, local_day(night, NETHERLANDS), NETHERLANDS) == ()


def test_small_requests_are_repeated_after_two_days_and_late_after_three() -> None:
    """To the minute, weekends included; what was answered or lapsed is not asked again."""
    friday = datetime(2026, 10, 16, 16, tzinfo=UTC)
    request = SmallRequest(number_of(2026, 1), "Een bankje.", friday)
    for hours, expected in ((47, []), (48, ["lane-again"]), (71, ["lane-again"]), (72, ["lane-late"])):
        found = requests_due([request], friday + timedelta(hours=hours))
        assert [kind for kind, _ in found] == expected
    for state in (LaneState.YES, LaneState.NO, LaneState.LAPSED):
        assert requests_due([replace(request, state=state)], friday + timedelta(days=9)) == ()


def test_the_step_of_a_practice_conversation_is_near_two_days_before() -> None:
    """Not in a weekend, and not when it was taken."""
    step = Practice(1, FIRST_DAY, None, due_on=date(2026, 11, 25))
    near = {today.day for today in days(26) if steps_due([step], today)}
    assert min(near) == 23
    assert not steps_due([replace(step, done=True)], date(2026, 11, 24))
    assert not steps_due([replace(step, due_on=None)], date(2026, 11, 24))
    assert not steps_due([step], date(2026, 11, 28))
