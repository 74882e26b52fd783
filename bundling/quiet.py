"""The quiet voice: beside the five, one topic of people who are heard less than others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from domain.topics import Evidence, Topic

OUTSIDE = 10
"""A topic that stands higher needs no help to be seen."""
FEWEST = 3
_HALF = 0.5


def quiet_voice(topics: Sequence[Topic]) -> Topic | None:
    """The first topic below the first ten with three people or more who are heard less, if there is one.

    A language, buurt or source is heard less when it has under half of an equal share of all people.
    """
    shares = [_total(counts) for counts in zip(*(_views(topic.evidence) for topic in topics), strict=True)]
    return next((topic for topic in topics[OUTSIDE:] if _heard_less(topic, shares) >= FEWEST), None)


def _views(found: Evidence) -> tuple[Mapping[str, int], ...]:
    return found.languages, found.neighbourhoods, found.sources


def _total(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total


def _heard_less(topic: Topic, shares: Sequence[Counter[str]]) -> int:
    """The most people of this topic who belong to groups that are heard less, in one of the views."""
    return max(
        sum(
            people
            for name, people in view.items()
            if everybody[name] < _HALF * everybody.total() / len(everybody)
        )
        for view, everybody in zip(_views(topic.evidence), shares, strict=True)
    )
