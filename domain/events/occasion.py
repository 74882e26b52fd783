"""Who does it, when and where: the same for all events of a turn."""

from dataclasses import dataclass
from datetime import datetime

from domain.messages import PersonKey, RoomKey


@dataclass(frozen=True, slots=True)
class Occasion:
    """By whom, when, for which wijk (None before one was chosen) and in which group, if any."""

    now: datetime
    person: PersonKey
    district: str | None
    room: RoomKey | None = None
