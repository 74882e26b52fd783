"""Who does it, when and where: the same for all events of a turn."""

from dataclasses import dataclass
from datetime import datetime

from domain.districts import ASKS_PER_MONTH
from domain.messages import PersonKey, RoomKey
from domain.people import Role

OPERATOR_KEY = PersonKey("p:operator")
"""Who acts on the command line: nobody who ever writes."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """By whom, when, for which wijk (None before one was chosen) and in which group, if any."""

    now: datetime
    person: PersonKey
    district: str | None
    room: RoomKey | None = None
    asks_per_month: int = ASKS_PER_MONTH
    """The contact budget of this wijk."""
    roles: frozenset[Role] = frozenset()
    """Of this person in this wijk at this moment: the audit log says a role, never a person."""
