"""Where a coordinator stands who fills in the agreements of the wijk."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.agreements import Part


@dataclass(frozen=True, slots=True)
class NamingTheme:
    """A new agreement: about what? The next text is a theme of the wijk's own."""


@dataclass(frozen=True, slots=True)
class Agreeing:
    """One part is asked. `was` stood there when it was asked; when that changed meanwhile, somebody else
    was first, and `words` wait for a choice between the two."""

    theme: str
    part: Part
    alone: bool = False
    """Only this part is changed; else the next empty one follows."""
    was: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReadingAgreement:
    """An agreement is shown with its buttons; empty when it is the list."""

    theme: str = ""


AgreeingState: TypeAlias = NamingTheme | Agreeing | ReadingAgreement
