"""How people get a role, and what they log for others."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from domain.invitations import Grant
from domain.messages import PersonKey
from domain.signals import SignalNumber


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


RoleEvent: TypeAlias = Invited | InvitationUsed | WrongCode | TalkLogged
