"""What is said of words that wait, and of quotes."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domain.rounds import RoundName
from domain.signals import SignalNumber


@dataclass(frozen=True, slots=True)
class HeldReleased:
    """The coordinator read it: it counts, in its own round, or in this one when that report is out."""

    number: SignalNumber
    round: RoundName
    promise_on: date


@dataclass(frozen=True, slots=True)
class HeldApart:
    """The coordinator read it: it is in no round."""

    number: SignalNumber


@dataclass(frozen=True, slots=True)
class QuoteApproved:
    """Somebody with the role read exactly this text and lets it be shown; `hash` is that of the text."""

    topic: int
    number: SignalNumber
    text: str
    language: str
    hash: str
    role: str


@dataclass(frozen=True, slots=True)
class QuoteDropped:
    """An approved quote is not shown any more."""

    topic: int
    number: SignalNumber


QuotingEvent: TypeAlias = HeldReleased | HeldApart | QuoteApproved | QuoteDropped
