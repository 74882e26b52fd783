"""What is done with rights: who reported is asked, agreed to or refused; a code is burnt."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.policy import Deed
from domain.signals import SignalNumber
from domain.who_reported import Why


@dataclass(frozen=True, slots=True)
class WhoAsked:
    """The coordinator asks who reported this. `sentence` says why, for who has to agree."""

    number: SignalNumber
    why: Why
    sentence: str
    later: bool = False
    """The writer is told 30 days after, because telling at once is dangerous."""


@dataclass(frozen=True, slots=True)
class WhoAgreed:
    """Somebody else than who asked agrees."""

    number: SignalNumber


@dataclass(frozen=True, slots=True)
class WhoRefused:
    """Somebody else says no."""

    number: SignalNumber


@dataclass(frozen=True, slots=True)
class InvitationBurnt:
    """A code was shown where others can read it: it is spent, and gives nothing."""

    code_hash: str


@dataclass(frozen=True, slots=True)
class Denied:
    """Somebody with another role tried what is watched: roles, codes, words that wait, who reported."""

    deed: Deed


RightsEvent: TypeAlias = WhoAsked | WhoAgreed | WhoRefused | InvitationBurnt | Denied
