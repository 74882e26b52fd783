"""Where a micro-uitvraag or the log of a talk stands."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.signals import SignalNumber


@dataclass(frozen=True, slots=True)
class Surveying:
    """The micro-uitvraag: question 1 or 2 is open for this respondent."""

    question: int
    respondent: str


@dataclass(frozen=True, slots=True)
class SurveyDone:
    """An answer was kept; `number` is the one that a respondent can follow."""

    number: SignalNumber


@dataclass(frozen=True, slots=True)
class TalkPlace:
    """A volunteer logs a talk: where was it?"""


@dataclass(frozen=True, slots=True)
class TalkPeople:
    place: str


@dataclass(frozen=True, slots=True)
class TalkSignals:
    """Up to three signals; `respondent` ties them to this talk."""

    place: str
    people: int
    respondent: str
    given: int = 0


LoggingState: TypeAlias = Surveying | SurveyDone | TalkPlace | TalkPeople | TalkSignals
