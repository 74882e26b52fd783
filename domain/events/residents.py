"""What people change of what is theirs: signals, wishes, place."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domain.feedback import Effect
from domain.held import Reason
from domain.rounds import RoundName
from domain.signals import SignalNumber, Source


@dataclass(frozen=True, slots=True)
class DistrictChosen:
    slug: str


@dataclass(frozen=True, slots=True)
class SignalGiven:
    """A signal, of a resident or logged by somebody with a role. `origin` is the platform's message id."""

    number: SignalNumber
    district: str
    round: RoundName
    text: str
    promise_on: date
    source: Source = Source.RESIDENT
    neighbourhood: str | None = None
    language: str = "nl"
    origin: str = ""
    question: int | None = None
    """1 or 2 of the micro-uitvraag."""
    respondent: str | None = None
    """Says which answers came from the same person asked; leads to nobody."""
    photo: str | None = None
    """What the platform needs to fetch the picture later."""
    withheld: bool = False
    """True for words of danger: kept on request, never bundled, never shown to the wijkverband."""
    held: tuple[Reason, ...] = ()
    """Why the coordinator reads it before it counts."""


@dataclass(frozen=True, slots=True)
class PhotoAdded:
    """A further picture of an album, or one without words, for a signal given before."""

    number: SignalNumber
    photo: str


@dataclass(frozen=True, slots=True)
class SignalExtended:
    """A second message within a minute that belongs to the same signal."""

    number: SignalNumber
    text: str
    origin: str
    held: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class SignalChanged:
    number: SignalNumber
    text: str
    held: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class SignalWithdrawn:
    number: SignalNumber


@dataclass(frozen=True, slots=True)
class NeighbourhoodTold:
    """The buurt of this person, and of the signal they were asked about. None: they do not know."""

    neighbourhood: str | None
    number: SignalNumber | None = None


@dataclass(frozen=True, slots=True)
class LanguageSet:
    language: str


@dataclass(frozen=True, slots=True)
class UpdatesWanted:
    """`stop` and `start`."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class PersonWiped:
    """Everything of this person goes, in both stores."""


@dataclass(frozen=True, slots=True)
class SameTopic:
    """A person said that two signals are about the same (must-link) or not (cannot-link)."""

    one: SignalNumber
    other: SignalNumber
    same: bool


@dataclass(frozen=True, slots=True)
class EffectTold:
    """Does this reporter notice a difference, after the action for their signal was done?"""

    number: SignalNumber
    effect: Effect


ResidentEvent: TypeAlias = (
    DistrictChosen
    | SignalGiven
    | PhotoAdded
    | SignalExtended
    | SignalChanged
    | SignalWithdrawn
    | NeighbourhoodTold
    | LanguageSet
    | UpdatesWanted
    | PersonWiped
    | SameTopic
    | EffectTold
)
