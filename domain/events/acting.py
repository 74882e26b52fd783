"""The fast lane and the practice conversation."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domain.messages import PersonKey
from domain.practice import PracticePart
from domain.signals import SignalNumber


@dataclass(frozen=True, slots=True)
class PutInFastLane:
    """The coordinator asks for a yes or a no; only this sentence goes to those who decide."""

    number: SignalNumber
    sentence: str


@dataclass(frozen=True, slots=True)
class FastLaneAnswered:
    """The first answer counts. Without a sentence a yes is told in fixed words, which need no check."""

    number: SignalNumber
    yes: bool
    sentence: str
    by: str
    """The organisation or role of who answered."""


@dataclass(frozen=True, slots=True)
class FastLaneLeft:
    """The coordinator took it out: nobody has to answer any more."""

    number: SignalNumber


@dataclass(frozen=True, slots=True)
class PracticeAnswered:
    """One question was answered, or skipped (no words)."""

    part: PracticePart
    words: str
    owner_key: PersonKey | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class PracticeDropped:
    """What was broken off is not gone on with."""


@dataclass(frozen=True, slots=True)
class PracticeStepTaken:
    """The step that a conversation ended with was taken."""

    practice: int


ActingEvent: TypeAlias = (
    PutInFastLane | FastLaneAnswered | FastLaneLeft | PracticeAnswered | PracticeDropped | PracticeStepTaken
)
