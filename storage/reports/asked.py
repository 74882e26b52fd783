"""What every part of a report is asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.districts import NETHERLANDS
from domain.rounds import RoundName


@dataclass(frozen=True, slots=True)
class Asked:
    """A round of a wijk whose report is out, and the round before it."""

    district: str
    """Slug of the wijk."""
    round: RoundName
    first: date
    last: date
    reported_at: datetime
    previous: RoundName | None
    """The round before this one that has a report."""
    since: datetime
    """When that report was made: what happened after it is news. Without one, when this one was."""
    zone: ZoneInfo = NETHERLANDS
    """The clock of the wijk."""
