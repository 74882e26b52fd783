"""What the wijkverband says of a topic of the five: taken up, or not and why not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.meeting import Score, Sitting
from domain.messages import PersonKey
from domain.rounds import RoundName, RoundStatus


class Outcome(StrEnum):
    TAKEN_UP = "taken-up"
    NOT_NOW = "not-now"
    LATER = "later"
    REFERRED = "referred"
    """Belongs to somebody else: the town, another partner."""


MAX_TAKEN_UP = 2
"""One or two a round; a third needs a reason (domain rules: no project carousel)."""

FIRST_STEP_DAYS = 14
CHECK_WEEKS = (6, 8)


class Field(StrEnum):
    """What of an answer can be changed by itself, until the round closes."""

    WHAT = "what"
    OWNER = "owner"
    PARTNERS = "partners"
    FIRST_STEP = "first_step"
    FIRST_STEP_ON = "first_step_on"
    CHECK_ON = "check_on"
    REFERRED_TO = "referred_to"
    SENTENCE = "sentence"


OF_PLAN = (Field.WHAT, Field.OWNER, Field.PARTNERS, Field.FIRST_STEP, Field.FIRST_STEP_ON, Field.CHECK_ON)


@dataclass(frozen=True, slots=True)
class Plan:
    """Template 2: what is done with a topic that was taken up."""

    what: str
    owner: str
    """Name of a role or organisation."""
    owner_key: PersonKey | None
    """Who gets the reminders; None when nobody with a phone was chosen: then the coordinator."""
    partners: str
    first_step: str
    first_step_on: date
    check_on: date


@dataclass(frozen=True, slots=True)
class TopicOnTable:
    """One of the five, with the answer given so far."""

    id: int
    rank: int
    title: str
    people: int
    outcome: Outcome | None = None
    sentence: str = ""
    """What the reporters will read, as far as it was answered."""
    referred_to: str = ""
    """To whom it was passed on, when it belongs to somebody else."""
    plan: Plan | None = None
    version: int = 0
    """Grows with every answer and change: who answers says what they answered to. 0 without an answer."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """What can be changed of this answer, in the order of template 2."""
        if self.plan is not None:
            return (*OF_PLAN, Field.SENTENCE)
        passed_on = (Field.REFERRED_TO,) if self.outcome is Outcome.REFERRED else ()
        return (*passed_on, Field.SENTENCE) if self.outcome is not None else ()

    def value(self, field: Field) -> str:
        """What stands there now, as it is kept: a day as YYYY-MM-DD."""
        found = getattr(self.plan if field in OF_PLAN else self, field.value, "")
        return found.isoformat() if isinstance(found, date) else str(found)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A round whose report is out, with its five."""

    district: str
    round: RoundName
    status: RoundStatus
    topics: tuple[TopicOnTable, ...]
    sitting: Sitting | None = None
    """None until somebody begins."""
    scores: tuple[Score, ...] = ()
    members: tuple[PersonKey, ...] = ()
    """Everybody with a mandate to decide: who is asked for points."""

    @property
    def open(self) -> tuple[TopicOnTable, ...]:
        """Topics without an answer: while there is one, the round cannot close."""
        return tuple(topic for topic in self.topics if topic.outcome is None)

    @property
    def taken_up(self) -> int:
        return sum(topic.outcome is Outcome.TAKEN_UP for topic in self.topics)

    def topic(self, topic_id: int) -> TopicOnTable | None:
        return next((topic for topic in self.topics if topic.id == topic_id), None)
