"""People by their key, and what they may do in a wijk. No name, number or address is known here."""

from dataclasses import dataclass
from enum import StrEnum

from domain.messages import PersonKey
from domain.quiet import USUAL, Quiet


class Role(StrEnum):
    """A role in one wijk, given by a one-time invitation. Whoever has none is a resident."""

    PROFESSIONAL = "professional"
    VOLUNTEER = "volunteer"
    EXPERT = "expert"
    """Experience expert (ervaringsdeskundige): checks words before they go out."""
    PARTNER = "partner"
    """Member of the wijkverband with a mandate to decide."""
    COORDINATOR = "coordinator"


DECIDERS = frozenset({Role.PARTNER, Role.COORDINATOR})
"""Who may answer a topic: promises are made only by people with a mandate."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote, as one turn sees them. `district` is None until a wijk was chosen."""

    key: PersonKey
    language: str = "nl"
    chose_language: bool = False
    """By a button or by their first words: it stays, whatever they write later."""
    district: str | None = None
    neighbourhood: str | None = None
    roles: frozenset[Role] = frozenset()
    known: bool = False
    """True when this person wrote before: the welcome is said once."""
    wants_updates: bool = True
    quiet: Quiet = USUAL

    def has(self, role: Role) -> bool:
        return role in self.roles


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can own an action: the organisation or role that they were invited as."""

    key: PersonKey
    label: str
