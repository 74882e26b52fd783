"""When somebody may be written to: on the clock of their wijk, also in the two nights of another length."""

from datetime import UTC, datetime

import pytest

from domain.districts import NETHERLANDS
from domain.quiet import Quiet, quiet_until


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment on the clock of the wijk."""
    return datetime(2026, month, day, hour, minute, tzinfo=NETHERLANDS)


@pytest.mark.parametrize(
    ("wish", "now", "until"),
    [
        (Quiet.NIGHT, at(11, 2, 20, 59), None),
        (Quiet.NIGHT, at(11, 2, 21), at(11, 3, 8)),
        (Quiet.NIGHT, at(11, 3, 0), at(11, 3, 8)),
        (Quiet.NIGHT, at(11, 3, 7, 59), at(11, 3, 8)),
        (Quiet.NIGHT, at(11, 3, 8), None),
        (Quiet.ALL_BUT_DAY, at(11, 3, 8, 59), at(11, 3, 9)),
        (Quiet.ALL_BUT_DAY, at(11, 3, 9), None),
        (Quiet.ALL_BUT_DAY, at(12, 31, 18), datetime(2027, 1, 1, 9, tzinfo=NETHERLANDS)),
        (Quiet.NONE, at(11, 3, 3), None),
    ],
)
def test_the_quiet_ends_on_the_hour(wish: Quiet, now: datetime, until: datetime | None) -> None:
    """News waits until the hour that was chosen, and not a minute longer."""
    assert quiet_until(wish, now, NETHERLANDS) == until


@pytest.mark.parametrize(
    ("evening", "morning"),
    [
        (datetime(2026, 3, 28, 22, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)),
        (datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 7, tzinfo=UTC)),
    ],
    ids=["23 hours", "25 hours"],
)
def test_a_night_of_another_length_ends_at_eight(evening: datetime, morning: datetime) -> None:
    """The clock on the wall counts, whichever way it was turned that night."""
    assert quiet_until(Quiet.NIGHT, evening, NETHERLANDS) == morning
    assert quiet_until(Quiet.NIGHT, morning, NETHERLANDS) is None
