"""Where the wijkverband stands while it answers the five."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from domain.decisions import Field, Outcome


@dataclass(frozen=True, slots=True)
class Opening:
    """Part 1: the five are shown, nothing is asked yet."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """One of the five is on the table. `version` is that of its answer when it was asked: when it grew
    meanwhile, somebody else answered first."""

    topic: int
    version: int = 0


@dataclass(frozen=True, slots=True)
class GivingReason:
    """Not taken up: why not, in one sentence. With a reason and a sentence, that sentence waits for a yes;
    with a reason only, the next text is the sentence. What belongs to another asks first to whom."""

    topic: int
    outcome: Outcome
    to: str = ""
    reason: str = ""
    sentence: str = ""
    version: int = 0

    @property
    def asks_whom(self) -> bool:
        return self.outcome is Outcome.REFERRED and not self.to


class PlanPart(StrEnum):
    """The questions of template 2, in their order; `FIRST_DAY` only when somebody wants another day."""

    WHY_MORE = "why-more"
    WHAT = "what"
    OWNER = "owner"
    PARTNERS = "partners"
    FIRST_STEP = "first-step"
    FIRST_DAY = "first-day"
    CHECK = "check"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Planning:
    """Taken up: the plan so far, and which part is asked now."""

    topic: int
    asks: PlanPart
    why_more: str = ""
    """Why a third topic is taken up, where two is the rule."""
    what: str = ""
    owner: str = ""
    owner_key: str | None = None
    partners: str = ""
    first_step: str = ""
    first_step_on: date | None = None
    """None: two weeks from now."""
    check_on: date | None = None
    sentence: str = ""
    """Waits for a yes; empty while the next text is the sentence."""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Changing:
    """An answer is looked at, or one field of it is asked again. `before` is what stood there then. A `value`
    waits for a yes: somebody else changed the same field, or (`look`) the sentence has to fit a new plan."""

    topic: int
    field: Field | None = None
    before: str = ""
    value: str | None = None
    owner_key: str | None = None
    look: bool = False


@dataclass(frozen=True, slots=True)
class Weighing:
    """A member gives points, in their own chat; 0 while it is asked how feasible this topic is."""

    topic: int
    feasibility: int = 0


@dataclass(frozen=True, slots=True)
class ConfirmingClose:
    """All five are answered: tell everybody now?"""


MeetingState: TypeAlias = Opening | Choosing | GivingReason | Planning | Changing | Weighing | ConfirmingClose
