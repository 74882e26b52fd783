"""Where somebody stands who reads words that wait, or approves quotes."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.signals import SignalNumber


@dataclass(frozen=True, slots=True)
class ReadingHeld:
    """Words that wait are shown; those put off are not shown again in this conversation."""

    later: tuple[SignalNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoting:
    """A sentence is shown as it would be quoted; `shortening` when the next text makes it shorter."""

    topic: int = 0
    signal: SignalNumber = SignalNumber("")
    text: str = ""
    shortening: bool = False
    skipped: tuple[SignalNumber, ...] = ()


QuotingState: TypeAlias = ReadingHeld | Quoting
