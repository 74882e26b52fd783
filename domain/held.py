"""Words that the coordinator reads before they count: why, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.signals import SignalNumber


class Reason(StrEnum):
    """Why words wait, as the screen and the store say it."""

    BLAME = "beschuldiging"
    """They say what somebody did wrong whom neighbours can point out."""
    HEALTH = "gezondheid"
    """They tell of the health of somebody."""
    HATE = "haat"
    """They abuse or threaten people."""


class Verdict(StrEnum):
    """How far it is with words that wait."""

    WAITS = "waits"
    RELEASED = "released"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class HeldNow:
    """A signal that waits, as the coordinator reads it."""

    number: SignalNumber
    text: str
    language: str
    said_at: datetime
    reasons: tuple[Reason, ...]
