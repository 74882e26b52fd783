"""What happens in a meeting beside the answers: its parts, points of members, and changes of an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from domain.decisions import Field
from domain.meeting import Part, Scoring
from domain.messages import PersonKey
from domain.rounds import RoundName


@dataclass(frozen=True, slots=True)
class PartBegun:
    """A part of the agenda begins, or is taken up again after a break."""

    round: RoundName
    part: Part
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class OverrunTold:
    """Somebody was told that the part takes longer than planned; that is said once."""

    round: RoundName


@dataclass(frozen=True, slots=True)
class FieldChanged:
    """One field of an answer reads differently. `before` is what stood there when it was asked."""

    topic: int
    field: Field
    before: str
    value: str
    owner_key: PersonKey | None = None
    """Who gets the reminders, when the field is the owner."""


@dataclass(frozen=True, slots=True)
class ScoringMoved:
    """Points are asked of the members, or shown to all."""

    round: RoundName
    scoring: Scoring


@dataclass(frozen=True, slots=True)
class TopicScored:
    """Points of the member who speaks; a later word takes the place of an earlier one."""

    topic: int
    feasibility: int
    impact: int


MeetingEvent: TypeAlias = PartBegun | OverrunTold | FieldChanged | ScoringMoved | TopicScored
