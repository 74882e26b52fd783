"""One-time codes: a role for a person, a room for a wijkverband, or following one signal."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.messages import PersonKey
from domain.people import Role
from domain.signals import SignalNumber

VALID = timedelta(hours=72)
FOLLOW_VALID = timedelta(days=30)
"""A respondent gets the code on paper or screen and may need longer."""
MAX_TRIES = 10
"""Wrong codes per person and hour; after that every code is refused for the rest of that hour."""
CODE_BYTES = 16


class Grant(StrEnum):
    """What a code gives. The roles have the same words as `Role`."""

    PROFESSIONAL = "professional"
    VOLUNTEER = "volunteer"
    EXPERT = "expert"
    PARTNER = "partner"
    COORDINATOR = "coordinator"
    ROOM = "partnership"
    """Binds a group or room to the wijkverband."""
    FOLLOW = "follow"
    """Lets the respondent of an uitvraag hear what happens with that signal."""

    @property
    def role(self) -> Role | None:
        return Role(self.value) if self.value in set(Role) else None


@dataclass(frozen=True, slots=True)
class Offer:
    """A code that somebody showed, looked up: valid, or why not."""

    code_hash: str
    grant: Grant
    district: str
    label: str = ""
    """Organisation or role name of the person invited, shown as owner of actions."""
    signal: SignalNumber | None = None
    replaces: PersonKey | None = None
    """Handing over: whose coordinator role ends when this code is used."""
    expires_at: datetime | None = None
    used: bool = False
    tell: tuple[PersonKey, ...] = ()
    """Who hears it when the code was shown where others can read it: who made it, or who runs the wijk."""

    def expired(self, now: datetime) -> bool:
        return self.expires_at is not None and now >= self.expires_at


def hash_of(code: str) -> str:
    """How a code is stored. It has 128 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(code.strip().encode()).hexdigest()
