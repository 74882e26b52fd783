"""What the wijkverband says of a topic of the five: taken up, or not and why not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Meeting:
    """A round whose report is out, with its five."""

    district: str
    round: RoundName
    status: RoundStatus
    topics: tuple[TopicOnTable, ...]

    @property
    def open(self) -> tuple[TopicOnTable, ...]:
        """Topics without an answer: while there is one, the round cannot close."""
        return tuple(topic for topic in self.topics if topic.outcome is None)

    @property
    def taken_up(self) -> int:
        return sum(topic.outcome is Outcome.TAKEN_UP for topic in self.topics)

    def topic(self, topic_id: int) -> TopicOnTable | None:
        return next((topic for topic in self.topics if topic.id == topic_id), None)
