"""An action: one owner, one first step, a check moment, and how it goes."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.messages import PersonKey


def organisation(owner: str) -> str:
    """An owner as residents read it: of "Jamila - corporatie" the organisation only."""
    return re.split(r"\s[-–—]\s", owner.strip())[-1]


class ActionStatus(StrEnum):
    PLANNED = "planned"
    STARTED = "started"
    DELAYED = "delayed"
    DONE = "done"
    IMPOSSIBLE = "impossible"


NEXT: dict[ActionStatus, frozenset[ActionStatus]] = {
    ActionStatus.PLANNED: frozenset(ActionStatus) - {ActionStatus.PLANNED},
    ActionStatus.STARTED: frozenset({ActionStatus.DELAYED, ActionStatus.DONE, ActionStatus.IMPOSSIBLE}),
    ActionStatus.DELAYED: frozenset(
        {ActionStatus.STARTED, ActionStatus.DELAYED, ActionStatus.DONE, ActionStatus.IMPOSSIBLE}
    ),
    ActionStatus.DONE: frozenset(),
    ActionStatus.IMPOSSIBLE: frozenset(),
}
"""The moves an owner can make; done and impossible are the end."""
OPEN = tuple(status for status, following in NEXT.items() if following)
"""An action that is not at its end."""


@dataclass(frozen=True, slots=True)
class Action:
    """An action with the topic it came from."""

    id: int
    district: str
    topic: int
    title: str
    """Of the topic."""
    what: str
    owner: str
    owner_key: PersonKey | None
    first_step: str
    first_step_on: date
    check_on: date
    status: ActionStatus = ActionStatus.PLANNED
    partners: str = ""
    moved_at: datetime | None = None
    """When it was last heard of: planned, or moved by its owner."""

    def may_become(self, status: ActionStatus) -> bool:
        return status in NEXT[self.status]

    @property
    def open(self) -> bool:
        return self.status in OPEN
