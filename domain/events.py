"""What a turn changes: facts, in the past tense, that `storage` writes in the transaction of the turn.

Who did it, when, and in which room is the same for all events of a turn (`Occasion`).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from domain.actions import ActionStatus
from domain.decisions import Outcome, Plan
from domain.feedback import Effect, FeedbackKind
from domain.invitations import Grant
from domain.messages import PersonKey, RoomKey
from domain.rounds import RoundName
from domain.signals import SignalNumber, Source
from domain.topics import SetAside


@dataclass(frozen=True, slots=True)
class Occasion:
    """By whom, when, for which wijk (None before one was chosen) and in which group, if any."""

    now: datetime
    person: PersonKey
    district: str | None
    room: RoomKey | None = None


# --- residents ---------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class SignalChanged:
    number: SignalNumber
    text: str


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


# --- roles -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Invited:
    code_hash: str
    grant: Grant
    district: str
    expires_at: datetime
    label: str = ""
    signal: SignalNumber | None = None
    replaces: PersonKey | None = None


@dataclass(frozen=True, slots=True)
class InvitationUsed:
    """The code was accepted: the role, the room or the following is given and the code is spent."""

    code_hash: str


@dataclass(frozen=True, slots=True)
class WrongCode:
    """Somebody showed a code that is not valid: counted, to slow down guessing."""


@dataclass(frozen=True, slots=True)
class TalkLogged:
    """A buurtgesprek of a volunteer. The signals of it follow as `SignalGiven` with `Source.TALK`."""

    place: str
    people: int


# --- choosing, acting, telling -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TopicAnswered:
    """The wijkverband's answer to one of the five. `plan` stands with TAKEN_UP, `reason` with the others.

    `sentence` is what the reporters will read; it goes out when the round closes and it is approved.
    """

    topic: int
    outcome: Outcome
    sentence: str
    reason: str = ""
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """All five have an answer; everybody who reported in this round is told."""

    round: RoundName


@dataclass(frozen=True, slots=True)
class ActionMoved:
    """The owner says how it goes; `sentence` waits for a check before the reporters read it."""

    action: int
    status: ActionStatus
    sentence: str
    kind: FeedbackKind
    check_on: date | None = None
    """A new check moment, when it takes longer."""


@dataclass(frozen=True, slots=True)
class FeedbackApproved:
    """Somebody with the role read exactly these words and let them go out."""

    feedback: int
    sentence: str


# --- coordinator -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TopicTitled:
    """A better title, tied to a signal at the heart of the topic so that it outlives a new bundling."""

    number: SignalNumber
    title: str


@dataclass(frozen=True, slots=True)
class SignalSetAside:
    """While sorting: this signal stands in no topic."""

    number: SignalNumber
    why: SetAside


@dataclass(frozen=True, slots=True)
class SortingTakenBack:
    """A person's answer to a card does not count any more: what they said of these pairs and this signal."""

    pairs: tuple[tuple[SignalNumber, SignalNumber], ...] = ()
    aside: SignalNumber | None = None


@dataclass(frozen=True, slots=True)
class TopFiveStood:
    """Somebody sorted until the top 5 of this round stood."""

    round: RoundName


Event: TypeAlias = (
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
    | Invited
    | InvitationUsed
    | WrongCode
    | TalkLogged
    | TopicAnswered
    | RoundClosed
    | ActionMoved
    | FeedbackApproved
    | TopicTitled
    | SignalSetAside
    | SortingTakenBack
    | TopFiveStood
)
