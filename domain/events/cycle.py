"""Choosing, acting and telling."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domain.actions import ActionStatus
from domain.decisions import Outcome, Plan
from domain.feedback import FeedbackKind
from domain.rounds import RoundName


@dataclass(frozen=True, slots=True)
class TopicAnswered:
    """The wijkverband's answer to one of the five. `plan` stands with TAKEN_UP, `reason` with the others,
    `referred_to` with REFERRED.

    `sentence` is what the reporters will read; it goes out when the round closes and it is approved.
    """

    topic: int
    outcome: Outcome
    sentence: str
    reason: str = ""
    plan: Plan | None = None
    referred_to: str = ""
    version: int = 0
    """Of the answer that this one replaces; when it grew meanwhile, somebody else answered first."""


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """All five have an answer; everybody who reported in this round is told."""

    round: RoundName


@dataclass(frozen=True, slots=True)
class ActionMoved:
    """The owner says how it goes; `sentence` waits for a check before the reporters read it."""

    action: int
    status: ActionStatus
    sentence: str
    kind: FeedbackKind
    check_on: date | None = None
    """A new check moment, when it takes longer."""


@dataclass(frozen=True, slots=True)
class FeedbackApproved:
    """Somebody with the role read exactly these words and let them go out."""

    feedback: int
    sentence: str
    others: tuple[tuple[str, str], ...] = ()
    """Language and the sentence in it, read and approved the same way."""
    waived: bool = False
    """The coordinator let it go out without an experience expert."""


CycleEvent: TypeAlias = TopicAnswered | RoundClosed | ActionMoved | FeedbackApproved
