"""What somebody who sorts is asked, and what their answer says. Kept in the conversation, so small."""

from dataclasses import dataclass
from enum import StrEnum

from domain.signals import SignalNumber
from domain.topics import SetAside

Pairs = tuple[tuple[SignalNumber, SignalNumber], ...]


class CardKind(StrEnum):
    FILE = "file"
    """Where does this signal belong?"""
    MERGE = "merge"
    """Are these two topics one?"""
    ODD = "odd"
    """Does this signal belong in this topic?"""


@dataclass(frozen=True, slots=True)
class SortCard:
    """One question. `one` is the signal, or stands for the first topic; `faces` stand for topics."""

    kind: CardKind
    one: SignalNumber
    faces: tuple[SignalNumber, ...] = ()
    earlier: tuple[SignalNumber, ...] = ()
    """Topics of the pages before this one: who says that it is something new saw those as well."""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """What one answer says of pairs of signals, or that a signal stands in no topic."""

    same: Pairs = ()
    apart: Pairs = ()
    aside: SignalNumber | None = None
    why: SetAside | None = None
