"""Looking up who reported a signal: rare, asked by one, agreed by another, seen once, told to the writer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.signals import SignalNumber

AGREED_WITHIN = timedelta(hours=24)
"""So long somebody else can agree; after that it has to be asked anew."""
SEEN_WITHIN = timedelta(hours=24)
"""So long after the yes the operator can see it, once."""
TOLD_LATER = timedelta(days=30)
"""Where telling at once is dangerous the writer hears it after this time, whatever comes."""


class Why(StrEnum):
    """The only two grounds."""

    DANGER = "danger"
    """Somebody's life or safety is at stake."""
    ORDER = "order"
    """Police or the court have the right to it, in writing."""


class WhoState(StrEnum):
    """How far it is."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class WhoQuestion:
    """One question who reported a signal. `own`: asked by whoever looks at it now."""

    number: SignalNumber
    why: Why
    sentence: str
    later: bool
    state: WhoState
    asked_at: datetime
    own: bool = False
    agreed_at: datetime | None = None

    @property
    def until(self) -> datetime:
        """The end of what it waits for now."""
        return self.agreed_at + SEEN_WITHIN if self.agreed_at else self.asked_at + AGREED_WITHIN

    def waits(self, now: datetime) -> bool:
        """Whether somebody else can agree now."""
        return self.state is WhoState.ASKED and now < self.until

    def seeable(self, now: datetime) -> bool:
        """Whether the operator can see it now."""
        return self.state is WhoState.AGREED and now < self.until
