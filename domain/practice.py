"""The practice conversation: one example walked along the cycle in ten minutes, and one step that follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.messages import PersonKey

WEEKS = (2, 3, 4)
"""The step is taken within two to four weeks; whoever names no day gets the middle one."""


class PracticePart(StrEnum):
    """The questions, in their order."""

    EXAMPLE = "example"
    COLLECTED = "collected"
    DONE = "done"
    MANDATE = "mandate"
    TOLD = "told"
    STEP = "step"
    OWNER = "owner"
    DAY = "day"


def following(part: PracticePart, *, skipped: bool) -> PracticePart | None:
    """The question after this one; None at the end. Without a step nobody has to take it."""
    if part is PracticePart.DAY or (part is PracticePart.STEP and skipped):
        return None
    parts = tuple(PracticePart)
    return parts[parts.index(part) + 1]


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice conversation of a wijkverband, as far as it came."""

    id: int
    begun_on: date
    asks: PracticePart | None
    """The question that is open; None when it is finished."""
    answers: Mapping[PracticePart, str] = field(default_factory=dict)
    """What was said, without what was skipped."""
    owner_key: PersonKey | None = None
    due_on: date | None = None
    done: bool = False
    """The step was taken."""

    def said(self, part: PracticePart) -> str:
        return self.answers.get(part, "")


@dataclass(frozen=True, slots=True)
class Practices:
    """What one turn knows: the conversation that was broken off, steps to take, and examples to choose."""

    begun: Practice | None = None
    steps: tuple[Practice, ...] = ()
    examples: tuple[str, ...] = ()
