"""The ledger adds up: everybody who is owed an answer got one, or there is a reason."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.ledger import OPEN, Debt, Gone, Why, gone_of, ledger_of
from domain.messages import PersonKey
from domain.signals import SignalNumber

SAID, PROMISED = date(2026, 10, 12), date(2026, 11, 8)
TODAY = date(2026, 11, 20)
OPEN_DEBT = Debt(PersonKey("p:anna"), SignalNumber("2026-0001"), SAID, PROMISED, why=Why.UNDECIDED)


def debt(who: str, number: int = 1, **parts: Any) -> Debt:  # noqa: ANN401 - parts of a debt
    """What somebody is owed of a signal."""
    return replace(OPEN_DEBT, person=PersonKey(who), number=SignalNumber(f"2026-{number:04}"), **parts)


def answered(who: str, on: date, number: int = 1) -> Debt:
    """A signal that was answered on this day."""
    return debt(who, number, told_on=on, answered_on=on, why=None)


DEBTS = st.lists(
    st.builds(
        debt,
        st.sampled_from("abcdef"),
        st.integers(1, 9),
        why=st.sampled_from(Why),
        missed=st.integers(0, 4),
    )
    | st.builds(answered, st.sampled_from("abcdef"), st.dates(SAID, TODAY), st.integers(1, 9)),
    max_size=20,
)


@given(DEBTS, st.integers(0, 3), st.integers(0, 3))
def test_owed_is_answered_or_explained(debts: list[Debt], left: int, answered_before: int) -> None:
    """Whatever happened to whom: no difference, and nothing is more than everybody."""
    found = ledger_of(debts, TODAY, Gone(left + answered_before, answered=answered_before))
    assert found.difference == 0
    assert found.in_time <= found.answered <= found.reporters <= found.owed
    assert found.waiting == sum(found.reasons.get(why, 0) for why in OPEN)


def test_in_time_is_by_the_first_promise() -> None:
    """On the day itself is in time, a day later is not; one late answer makes somebody late."""
    found = ledger_of(
        [
            answered("a", PROMISED),
            answered("b", PROMISED + timedelta(1), 2),
            answered("c", SAID, 3),
            answered("c", PROMISED + timedelta(9), 4),
        ],
        TODAY,
    )
    assert (found.answered, found.in_time, found.late) == (3, 1, 2)


def test_the_median_is_of_signals() -> None:
    """Whole days from a signal to its answer; none while nothing was answered."""
    days = [answered("a", SAID + timedelta(n), n) for n in (1, 4, 10)]
    assert ledger_of(days, TODAY).median_days == 4
    assert ledger_of(days[:2], TODAY).median_days == 3
    assert ledger_of([OPEN_DEBT], TODAY).median_days is None


def test_who_waits_for_one_of_two_still_waits() -> None:
    """An answer about one signal is none about the other; for one that was taken back nobody waits."""
    both = [answered("a", PROMISED), debt("a", 2)]
    assert ledger_of(both, TODAY).reasons == {Why.UNDECIDED: 1}
    taken_back = [answered("a", PROMISED), debt("a", 2, why=Why.WITHDRAWN)]
    assert (ledger_of(taken_back, TODAY).answered, ledger_of(taken_back, TODAY).reasons) == (1, {})


def test_who_waits_too_long_is_counted() -> None:
    """Past the first promise; and in red who was told three times that there is no news."""
    found = ledger_of([debt("a"), debt("b", 2, missed=3, told_on=PROMISED), debt("c", 3, missed=2)], TODAY)
    assert (found.overdue, found.missed_often, found.told) == (3, 1, 1)
    assert ledger_of([debt("a")], PROMISED).overdue == 0


def test_who_is_not_waited_for_is_no_reporter() -> None:
    """Taken back, from a file, wiped: they count as owed once, and not in the share that was answered."""
    found = ledger_of(
        [answered("a", PROMISED), debt("b", 2, why=Why.IMPORTED), debt("c", 3, why=Why.STOPPED)],
        TODAY,
        Gone(people=2, told=1, answered=1, in_time=1),
    )
    assert (found.owed, found.reporters, found.answered, found.in_time) == (5, 3, 2, 2)
    assert found.reasons == {Why.STOPPED: 1, Why.WIPED: 1, Why.IMPORTED: 1}


def test_who_leaves_is_counted_as_they_stood() -> None:
    """Answered and in time, answered late, or not at all."""
    assert gone_of([answered("a", PROMISED)]) == Gone(1, 1, 1, 1)
    assert gone_of([answered("a", TODAY)]) == Gone(1, 1, 1, 0)
    assert gone_of([debt("a", told_on=PROMISED)]) == Gone(1, 1, 0, 0)
    assert gone_of([debt("a")]) == Gone(1, 0, 0, 0)
