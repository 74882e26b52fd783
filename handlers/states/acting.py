"""Where the fast lane and the practice conversation stand."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.practice import PracticePart
from domain.signals import SignalNumber


@dataclass(frozen=True, slots=True)
class Describing:
    """The next text describes this signal in one sentence; with one, that waits for a yes."""

    number: SignalNumber
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class AnsweringFast:
    """Ja or Nee was pressed: what happens and when, or why not."""

    number: SignalNumber
    yes: bool


@dataclass(frozen=True, slots=True)
class Practising:
    """This question of the practice conversation is open; the answers so far are kept."""

    asks: PracticePart


ActingState: TypeAlias = Describing | AnsweringFast | Practising
