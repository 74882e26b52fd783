"""The folder of a wijk: what everybody may read of it, and what partners work with besides.

"Everything fits in one folder": agreements, actions, feedback. `WijkPage` holds approved words only.
"""

from dataclasses import dataclass
from datetime import date

from domain.actions import Action
from domain.agreements import Agreement, Version
from domain.practice import Practice
from domain.report import Answered, RoundReport
from domain.rounds import RoundName
from domain.telling import RoundFeedback


@dataclass(frozen=True, slots=True)
class Door:
    """A way in for residents: a platform, and an address that opens a chat there."""

    platform: str
    address: str


@dataclass(frozen=True, slots=True)
class AnsweredRound:
    """How many of the reporters of the last round that closed got an answer."""

    ends: date
    answered: Answered


@dataclass(frozen=True, slots=True)
class WijkPage:
    """What everybody may read of a wijk at this moment."""

    district: str
    """Name of the wijk."""
    slug: str
    contact: str
    today: date
    collects_until: date
    """The last day of the round that is collecting."""
    promise_on: date
    """Who tells something now hears by this day."""
    choosing: date | None = None
    """The last day of the round that the wijkverband chooses from now."""
    told: tuple[RoundFeedback, ...] = ()
    """Rounds with approved answers, the newest first."""
    answered: AnsweredRound | None = None
    agreements: tuple[tuple[str, Version], ...] = ()
    """Theme and the version that a coordinator agreed to."""
    doors: tuple[Door, ...] = ()
    address: str = ""
    """Where this page stands, when it stands somewhere."""


@dataclass(frozen=True, slots=True)
class PartnerAction:
    """An action as the wijkverband decided it, with the round of its topic and who takes part."""

    round: RoundName
    action: Action
    partners: str


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything of a wijk together. Only `page` is for everybody."""

    page: WijkPage
    agreements: tuple[Agreement, ...] = ()
    """With every version, also what is not settled yet."""
    actions: tuple[PartnerAction, ...] = ()
    """All actions, the newest round first."""
    report: RoundReport | None = None
    """The newest one."""
    practices: tuple[Practice, ...] = ()
