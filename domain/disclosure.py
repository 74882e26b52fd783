"""What may be told of a round as a whole: no small group follows from one table beside another.

Each breakdown alone is safe (`domain.breakdown`). But who has that of the round and those of its topics can
subtract. So a topic tells its groups only when each of them is large, when the round tells the same groups,
and when what the topics together leave of a group is large too, or nothing. Nor may they tell of so many who
named no group that all that is left for the hidden groups of the round is one person each.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from domain.breakdown import Breakdown, masked
from domain.report import FEWEST, Counts, Noticed, RoundReport


def veiled(report: RoundReport) -> RoundReport:
    """The report without the breakdowns of topics that would tell too much beside the others."""
    places = _told(report, report.neighbourhoods, [topic.neighbourhoods for topic in report.topics])
    ways = _told(report, report.sources, [topic.sources for topic in report.topics])
    topics = tuple(
        replace(topic, neighbourhoods=where, sources=how)
        for topic, where, how in zip(report.topics, places, ways, strict=True)
    )
    return replace(report, topics=topics)


def numbers(topics: Iterable[tuple[int, int]], total: int) -> Mapping[int, int]:
    """Of topics (rank and people) the numbers that all residents may read beside the total."""
    counts = tuple((str(rank), people) for rank, people in topics)
    return {int(rank): people for rank, people in masked(counts, total).shown}


def answers(found: Noticed) -> tuple[int, int] | None:
    """How many notice a difference, of how many who answered; None when some of the four may not be told."""
    given = (("yes", found.yes), ("some", found.some), ("no", found.no), ("unknown", found.unknown))
    total = sum(people for _, people in given)
    if total >= FEWEST and not found.no + found.unknown:
        # Everybody: which of the two they said is not told by it.
        return total, total
    safe = masked(tuple((answer, people) for answer, people in given if people), total)
    if not total or safe.small or safe.unnumbered or safe.withheld:
        return None
    return found.yes + found.some, total


def _told(report: RoundReport, whole: Counts, parts: Sequence[Counts]) -> list[Counts]:
    """The breakdowns of the topics; those that are not told are empty."""
    safe = masked(whole, report.people)
    told = [part if _is_large(part, dict(safe.shown)) else () for part in parts]
    # From the last topic on, until nothing follows: what one of them told may have hidden what another tells.
    while guilty := _left_small(dict(safe.shown), told) or _named_nothing(report, safe, told):
        told[max(guilty)] = ()
    return told


def _is_large(part: Counts, whole: Mapping[str, int]) -> bool:
    groups = [(name, people) for name, people in part if people]
    return bool(groups) and all(people >= FEWEST and name in whole for name, people in groups)


def _left_small(whole: Mapping[str, int], told: Sequence[Counts]) -> list[int]:
    """The topics that tell of a group of which all of them together leave one to four people."""
    left = Counter(whole)
    for part in told:
        left.subtract(dict(part))
    return [at for at, part in enumerate(told) if any(0 < left[name] < FEWEST for name, _ in part)]


def _named_nothing(report: RoundReport, safe: Breakdown, told: Sequence[Counts]) -> list[int]:
    """The topics that tell how many named no group, when that leaves one person for each hidden group."""
    nameless = [
        max(0, topic.people - sum(people for _, people in part)) if part else 0
        for topic, part in zip(report.topics, told, strict=True)
    ]
    hidden = len(safe.small) + len(safe.unnumbered)
    left = report.people - sum(people for _, people in safe.shown) - sum(nameless)
    return [at for at, people in enumerate(nameless) if people] if hidden and left <= hidden else []
