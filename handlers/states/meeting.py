"""Where the wijkverband stands while it answers the five."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from domain.decisions import Outcome


@dataclass(frozen=True, slots=True)
class Choosing:
    """One of the five is on the table. `was` is its answer when it was asked: when that changed meanwhile,
    somebody else answered first."""

    topic: int
    was: Outcome | None = None


@dataclass(frozen=True, slots=True)
class GivingReason:
    """Not taken up: why not, in one sentence. With a reason and a sentence, that sentence waits for a yes;
    with a reason only, the next text is the sentence."""

    topic: int
    outcome: Outcome
    reason: str = ""
    sentence: str = ""
    was: Outcome | None = None


class PlanPart(StrEnum):
    """The questions of template 2, in their order."""

    WHY_MORE = "why-more"
    WHAT = "what"
    OWNER = "owner"
    PARTNERS = "partners"
    FIRST_STEP = "first-step"
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
    check_on: date | None = None
    sentence: str = ""
    """Waits for a yes; empty while the next text is the sentence."""
    was: Outcome | None = None


@dataclass(frozen=True, slots=True)
class ConfirmingClose:
    """All five are answered: tell everybody now?"""


MeetingState: TypeAlias = Choosing | GivingReason | Planning | ConfirmingClose
