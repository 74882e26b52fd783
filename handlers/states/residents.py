"""Where the conversation of a resident stands."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.held import Reason
from domain.signals import SignalNumber


@dataclass(frozen=True, slots=True)
class Idle:
    """No question is open; whatever comes is a signal or a command."""


@dataclass(frozen=True, slots=True)
class HeldSignal:
    """A signal said before its wijk is known."""

    text: str
    origin: str = ""
    photo: str | None = None
    neighbourhood: str | None = None
    language: str = "nl"
    withheld: bool = False
    """Words of danger, kept on request."""
    reasons: tuple[Reason, ...] = ()
    """Why the coordinator reads it first."""


@dataclass(frozen=True, slots=True)
class ChoosingDistrict:
    """Several wijken and no link: asked once, what was said meanwhile is kept here."""

    held: tuple[HeldSignal, ...] = ()


@dataclass(frozen=True, slots=True)
class AwaitingNeighbourhood:
    number: SignalNumber


@dataclass(frozen=True, slots=True)
class AwaitingTopic:
    """Is it the same as one of these? `near` are signals at the heart of the topics offered."""

    number: SignalNumber
    near: tuple[SignalNumber, ...] = ()
    people: tuple[int, ...] = ()
    """How many others stood behind each of them when it was asked."""
    logged: bool = False
    """True in the micro-uitvraag: what comes next is another respondent, not a thank you."""


@dataclass(frozen=True, slots=True)
class Correcting:
    """Klopt niet was pressed: the next text replaces the signal."""

    number: SignalNumber


@dataclass(frozen=True, slots=True)
class ConfirmingDanger:
    """After an emergency answer: keep this as a signal, or not."""

    text: str
    origin: str = ""
    language: str = "nl"
    held: tuple[HeldSignal, ...] = ()
    """What was said before, while the wijk was not known yet."""
    logging: str = ""
    """The question of a survey or talk that it came in between, as it is kept."""


@dataclass(frozen=True, slots=True)
class ConfirmingWipe:
    """`wissen` was said: really everything?"""

    held: tuple[HeldSignal, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """A place was shared without words: what is said next is there."""

    neighbourhood: str


@dataclass(frozen=True, slots=True)
class TellingWhatIsMissing:
    """No difference noticed: what is not good yet? The answer is a new signal beside the old one."""

    number: SignalNumber


ResidentState: TypeAlias = (
    Idle
    | ChoosingDistrict
    | AwaitingNeighbourhood
    | AwaitingTopic
    | Correcting
    | ConfirmingDanger
    | ConfirmingWipe
    | Located
    | TellingWhatIsMissing
)
