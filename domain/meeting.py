"""The meeting of twenty minutes: three parts, and points for who wants to weigh the topics first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.messages import PersonKey


class Part(StrEnum):
    """The fixed agenda of the wijkverband, in its order."""

    TOP_FIVE = "top-five"
    CHOOSE = "choose"
    TELL = "tell"


MINUTES = {Part.TOP_FIVE: 5, Part.CHOOSE: 10, Part.TELL: 5}

BREAK = timedelta(hours=3)
"""After a silence this long the meeting was broken off: what is said then is no answer to what was asked."""


class Scoring(StrEnum):
    """Points are asked only when the wijkverband wants it."""

    NONE = "none"
    OPEN = "open"
    SHOWN = "shown"


POINTS = (1, 2, 3)
SPREAD_FROM = 3
"""With fewer who gave points, the lowest and the highest would tell who gave which."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one member thinks of one topic: how feasible, and how much it helps; 1 to 3."""

    topic: int
    person: PersonKey
    feasibility: int
    impact: int


@dataclass(frozen=True, slots=True)
class Weight:
    """The points of all for one topic: averages in tenths, and the lowest and highest sum when many gave."""

    topic: int
    feasibility: int
    impact: int
    lowest: int | None = None
    highest: int | None = None

    @property
    def together(self) -> int:
        return self.feasibility + self.impact


@dataclass(frozen=True, slots=True)
class Sitting:
    """How far the meeting about a round is."""

    part: Part
    sat_at: datetime
    """When it began, or was taken up again."""
    ends_at: datetime
    """Until when this part is planned."""
    over_told: bool = False
    scoring: Scoring = Scoring.NONE
    begun_by: PersonKey | None = None

    def over(self, now: datetime) -> bool:
        """Whether this part takes longer than planned, and nobody was told yet."""
        return not self.over_told and now > self.ends_at


@dataclass(frozen=True, slots=True)
class Edition:
    """How often an entry of the calendar changed since it was shown first, and when it did last."""

    sequence: int
    changed_at: datetime


def weigh(scores: tuple[Score, ...]) -> tuple[Weight, ...]:
    """The topics that got points, the heaviest first."""
    topics = dict.fromkeys(score.topic for score in scores)
    weights = (_weight(topic, [score for score in scores if score.topic == topic]) for topic in topics)
    return tuple(sorted(weights, key=lambda weight: (-weight.together, weight.topic)))


def _weight(topic: int, scores: list[Score]) -> Weight:
    sums = [score.feasibility + score.impact for score in scores]
    many = len(scores) >= SPREAD_FROM
    return Weight(
        topic,
        _tenths([score.feasibility for score in scores]),
        _tenths([score.impact for score in scores]),
        min(sums) if many else None,
        max(sums) if many else None,
    )


def _tenths(points: list[int]) -> int:
    return (20 * sum(points) + len(points)) // (2 * len(points))
