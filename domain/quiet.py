"""When somebody wants to be written to, on the clock of their wijk.

It holds for news and questions that the service starts by itself. An answer to what somebody just said, and
above all to words of danger, never waits.
"""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Quiet(StrEnum):
    """The wish. `rust` asks for it; who never chose has NIGHT."""

    NONE = "none"
    NIGHT = "night"
    """Nothing from 21 to 8 o'clock."""
    ALL_BUT_DAY = "all-but-day"
    """Only from 9 to 18 o'clock."""


USUAL = Quiet.NIGHT

_OPEN = {Quiet.NIGHT: (time(8), time(21)), Quiet.ALL_BUT_DAY: (time(9), time(18))}
"""From and until when somebody may be written to."""


def quiet_until(wish: Quiet, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment at which the quiet ends; None when it is no quiet time now."""
    if wish not in _OPEN:
        return None
    opens, closes = _OPEN[wish]
    local = now.astimezone(zone)
    if opens <= local.time() < closes:
        return None
    day = local.date() if local.time() < opens else local.date() + timedelta(days=1)
    # Made from the day and the hour on the wall, so that a night of 23 or 25 hours ends at the same hour.
    return datetime.combine(day, opens, zone)
