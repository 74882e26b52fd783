"""Participation agreements (template 1): what a wijk agrees on taking part, per theme, version by version.

Every change makes a new version. What residents read is the version that a coordinator agreed to, and no
other, until the next one is agreed to.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.people import Role


class Theme(StrEnum):
    """The chapters of a wijkanalyse. A wijk may also name a theme of its own."""

    RESIDENTS = "residents"
    HOUSING = "housing"
    SURROUNDINGS = "surroundings"
    WORK = "work"
    CARE = "care"
    TRAFFIC = "traffic"
    SAFETY = "safety"
    TOGETHER = "together"


class Rung(StrEnum):
    """Steps of the participation ladder, from the lowest up. No step is better than another."""

    INFORM = "inform"
    CONSULT = "consult"
    ADVISE = "advise"
    CO_PRODUCE = "co-produce"
    CO_DECIDE = "co-decide"
    INITIATIVE = "initiative"


class Part(StrEnum):
    """The questions of template 1, in their order, with influence and the step of the ladder."""

    QUESTION = "question"
    RESULT = "result"
    FORM = "form"
    EFFECT = "effect"
    FEEDBACK = "feedback"
    INFLUENCE = "influence"
    NO_INFLUENCE = "no-influence"
    RUNG = "rung"


NEEDED = (Part.QUESTION, Part.EFFECT, Part.FEEDBACK, Part.INFLUENCE, Part.RUNG)
"""Without these residents would not know what they can count on: they stand in every agreement."""

MAX_THEME, MAX_PART = 40, 300
"""Characters."""


@dataclass(frozen=True, slots=True)
class Version:
    """An agreement as it stood from one moment on. `changed` is None when nothing was filled in yet."""

    number: int
    parts: Mapping[Part, str]
    at: datetime
    role: Role
    """Of who changed it: a role, never a person."""
    changed: Part | None = None
    agreed_at: datetime | None = None
    """When a coordinator let exactly these words go to everybody."""
    agreed_role: Role | None = None

    def part(self, part: Part) -> str:
        return self.parts.get(part, "")

    @property
    def filled(self) -> tuple[tuple[Part, str], ...]:
        """Parts with an answer, in their order."""
        return tuple((part, self.part(part)) for part in Part if self.part(part))

    @property
    def empty(self) -> tuple[Part, ...]:
        """Parts without an answer, in their order."""
        return tuple(part for part in Part if not self.part(part))

    @property
    def lacking(self) -> tuple[Part, ...]:
        """What still has to be filled in before it can be agreed to."""
        return tuple(part for part in NEEDED if not self.part(part))

    @property
    def fingerprint(self) -> str:
        """Ties a yes to the very words that it was given to."""
        words = "\0".join(self.part(part) for part in Part)
        return hashlib.sha256(words.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of a wijk about one theme: a `Theme`, or words of its own. The oldest version first."""

    district: str
    theme: str
    versions: tuple[Version, ...] = field(default=())
    hidden: bool = False
    """A coordinator took it back from residents, since it was agreed to."""

    @property
    def now(self) -> Version:
        """The newest version: what an editor sees."""
        return self.versions[-1]

    @property
    def agreed(self) -> Version | None:
        """What residents read: the newest version that was agreed to, if any is."""
        if self.hidden:
            return None
        return next((one for one in reversed(self.versions) if one.agreed_at is not None), None)

    @property
    def settled(self) -> bool:
        """Whether the newest words are those that residents read."""
        return self.agreed is not None and self.agreed == self.now
