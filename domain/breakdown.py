"""What may be read of a breakdown: a group of fewer than five people never gets a number.

Hiding the small groups is not enough. The total stands beside them, so one hidden group follows by
subtraction, and several follow when all must be one or all must be four. Then the smallest groups that
do have a number lose it too, and nothing tells which of them were small.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.report import FEWEST, Counts

_MOST_UNSEEN = FEWEST - 1


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A breakdown that is safe beside its total. Each name stands in one of the four."""

    shown: Counts = ()
    small: tuple[str, ...] = ()
    """"Minder dan 5" each, at least one person."""
    unnumbered: tuple[str, ...] = ()
    """Named without any number: some are small, some are not."""
    nobody: tuple[str, ...] = ()
    withheld: bool = False
    """There are groups, but naming them would tell how many people each has."""

    @property
    def groups(self) -> int:
        """How many groups were heard ("4 buurten"); 0 when that number would say too much."""
        return len(self.shown) + len(self.small) + len(self.unnumbered)


def masked(counts: Counts, total: int) -> Breakdown:
    """What can be shown of `counts` when `total` is shown too."""
    shown = _ordered((name, people) for name, people in counts if people >= FEWEST)
    small = tuple(sorted(name for name, people in counts if 0 < people < FEWEST))
    nobody = tuple(sorted(name for name, people in counts if people <= 0))
    everybody = tuple(sorted((*small, *(name for name, _ in shown))))
    if small and len(everybody) > 1 and total == _MOST_UNSEEN * len(everybody):
        # All could be four: every other round with these groups and this total has to look the same.
        return Breakdown(unnumbered=everybody, nobody=nobody)
    if small and not shown:
        # Without a large group the total says too much of the small ones, and so would who is missing.
        return Breakdown(withheld=True)
    if not _follows(len(small), total - sum(people for _, people in shown)):
        return Breakdown(shown=shown, small=small, nobody=nobody)
    # All groups of the lowest size, not just one: a choice among equals would tell which was small.
    lowest = shown[-1][1]
    kept = tuple((name, people) for name, people in shown if people > lowest)
    joined = (name for name, people in shown if people == lowest)
    return Breakdown(shown=kept, unnumbered=tuple(sorted((*small, *joined))), nobody=nobody)


def _follows(hidden: int, rest: int) -> bool:
    """Whether hidden groups of 1 to 4 people can be computed from what is left of the total."""
    if hidden == 0:
        return False
    if hidden == 1:
        return 0 < rest < FEWEST
    return rest in {hidden, hidden * _MOST_UNSEEN}


def _ordered(cells: Iterable[tuple[str, int]]) -> Counts:
    return tuple(sorted(cells, key=lambda cell: (-cell[1], cell[0])))
