"""Where a conversation stands between two messages: small frozen values that survive as JSON.

A state holds only what that moment needs. An old or unknown one loads as `Idle`: nothing is lost, since every
answer is stored as it comes. The open choices of the last question are kept beside it by the intake.
"""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.invitations import Grant
from domain.signals import SignalNumber
from domain.sorting import Given, SortCard


@dataclass(frozen=True, slots=True)
class Idle:
    """No question is open; whatever comes is a signal or a command."""


# --- resident ----------------------------------------------------------------------------------


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


# --- professional and volunteer ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Surveying:
    """The micro-uitvraag: question 1 or 2 is open for this respondent."""

    question: int
    respondent: str


@dataclass(frozen=True, slots=True)
class SurveyDone:
    """An answer was kept; `number` is the one that a respondent can follow."""

    number: SignalNumber


@dataclass(frozen=True, slots=True)
class TalkPlace:
    """A volunteer logs a talk: where was it?"""


@dataclass(frozen=True, slots=True)
class TalkPeople:
    place: str


@dataclass(frozen=True, slots=True)
class TalkSignals:
    """Up to three signals; `respondent` ties them to this talk."""

    place: str
    people: int
    respondent: str
    given: int = 0


# --- wijkverband -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choosing:
    """One of the five is on the table. `was` is its answer when it was asked: when that changed meanwhile,
    somebody else answered first."""

    topic: int
    was: Outcome | None = None


@dataclass(frozen=True, slots=True)
class GivingReason:
    """Not taken up: why not, in one sentence. With a reason and a sentence, that sentence waits for a yes;
    with a reason only, the next text is the sentence."""

    topic: int
    outcome: Outcome
    reason: str = ""
    sentence: str = ""
    was: Outcome | None = None


class PlanPart(StrEnum):
    """The questions of template 2, in their order."""

    WHY_MORE = "why-more"
    WHAT = "what"
    OWNER = "owner"
    PARTNERS = "partners"
    FIRST_STEP = "first-step"
    CHECK = "check"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Planning:
    """Taken up: the plan so far, and which part is asked now."""

    topic: int
    asks: PlanPart
    why_more: str = ""
    """Why a third topic is taken up, where two is the rule."""
    what: str = ""
    owner: str = ""
    owner_key: str | None = None
    partners: str = ""
    first_step: str = ""
    check_on: date | None = None
    sentence: str = ""
    """Waits for a yes; empty while the next text is the sentence."""
    was: Outcome | None = None


@dataclass(frozen=True, slots=True)
class ConfirmingClose:
    """All five are answered: tell everybody now?"""


# --- owner, expert, coordinator ----------------------------------------------------------------


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


State: TypeAlias = (
    Idle
    | ChoosingDistrict
    | AwaitingNeighbourhood
    | AwaitingTopic
    | Correcting
    | ConfirmingDanger
    | ConfirmingWipe
    | Located
    | TellingWhatIsMissing
    | Surveying
    | SurveyDone
    | TalkPlace
    | TalkPeople
    | TalkSignals
    | Choosing
    | GivingReason
    | Planning
    | ConfirmingClose
    | TellingHow
    | Rewriting
    | Inviting
    | Sorting
)

PASSING = ("Idle", "Located", "AwaitingNeighbourhood", "AwaitingTopic", "SurveyDone")
"""Questions that may be passed by: when news with buttons comes, an answer is an answer to the news."""

_ADAPTERS: dict[str, TypeAdapter[Any]] = {cls.__name__: TypeAdapter(cls) for cls in State.__args__}


def dump(state: State) -> str:
    """JSON with the name of the state in front."""
    name = type(state).__name__
    return json.dumps([name, _ADAPTERS[name].dump_python(state, mode="json")], ensure_ascii=False)


def load(kept: str) -> State:
    """The state kept, or `Idle` when this version does not know it any more."""
    try:
        name, fields = json.loads(kept)
        state: State = _ADAPTERS[name].validate_python(fields)
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        return Idle()
    return state
