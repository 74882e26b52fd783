"""Where an owner, who checks words, and the coordinator stand."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domain.actions import ActionStatus
from domain.invitations import Grant
from domain.sorting import Given, SortCard


@dataclass(frozen=True, slots=True)
class TellingHow:
    """The owner pressed a status: one sentence of what happened, or why not. What takes longer is asked first
    for its new check moment."""

    action: int
    status: ActionStatus
    check_on: date | None = None


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Verbeter was pressed: the next text replaces these words. `sentence` is the new one, when it was given
    and waits for a yes."""

    feedback: int
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Speaking:
    """The Dutch sentence is approved and its readers write other languages too: asked in each, or skipped.
    `words` waits for a yes in the language that is asked now."""

    feedback: int
    sentence: str
    waived: bool = False
    others: tuple[tuple[str, str], ...] = ()
    skipped: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Inviting:
    """The coordinator chose what to invite for: for whom (an organisation or role)?

    Handing over ends their own role when the code is used.
    """

    grant: Grant
    handing_over: bool = False


@dataclass(frozen=True, slots=True)
class Sorting:
    """A card is on the table, or none while it is said that the top 5 stands (`stood`: from then on)."""

    card: SortCard | None = None
    stood: bool = False
    given: tuple[Given, ...] = ()
    """The last answers, which can be taken back."""


AfterState: TypeAlias = TellingHow | Rewriting | Speaking | Inviting | Sorting
