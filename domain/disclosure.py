"""What may be told of a round as a whole: no small group follows from one table beside another.

Each breakdown alone is safe (`domain.breakdown`). But who has that of the round and those of its topics can
subtract. So a topic tells its groups only when each of them is large, when the round tells the same groups,
and when what the topics together leave of a group is large too, or nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from domain.breakdown import masked
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
    large = dict(masked(whole, report.people).shown)
    told = [part if _is_large(part, large) else () for part in parts]
    # From the last topic on, as long as what is left of some group is a small one.
    while small := _left_small(large, told):
        last = max(at for at, part in enumerate(told) if not small.isdisjoint(dict(part)))
        told[last] = ()
    return told


def _is_large(part: Counts, whole: Mapping[str, int]) -> bool:
    groups = [(name, people) for name, people in part if people]
    return bool(groups) and all(people >= FEWEST and name in whole for name, people in groups)


def _left_small(whole: Mapping[str, int], told: Sequence[Counts]) -> set[str]:
    """Groups of which the topics that tell leave one to four people."""
    named = {name for part in told for name, _ in part}
    left = {name: whole.get(name, 0) - sum(dict(part).get(name, 0) for part in told) for name in named}
    return {name for name, people in left.items() if 0 < people < FEWEST}
