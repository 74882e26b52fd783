"""Groups of signals: average linkage, exact through group means, with what people joined and kept apart."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from bundling.similarity import Floats, Space

Pair = tuple[int, int]

EXACT_UP_TO = 4_000
"""Above this many signals a leader pass makes small, tight groups first."""
TIGHT = 0.32
_BLOCK = 512
_LEAN = 0.3
"""How much the nearest member counts for a group that people made, beside the mean over all pairs."""
_NEVER = np.float32(-9)


def joined(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Groups of 0..count-1 that the pairs tie together, each sorted, in the order of their first member."""
    parent = list(range(count))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: dict[int, list[int]] = {}
    for index in range(count):
        groups.setdefault(root(index), []).append(index)
    return list(groups.values())


def means(rows: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """The mean row of each group."""
    stacked: Floats = np.array([rows[list(group)].mean(axis=0) for group in groups], np.float32)
    return stacked


def linkage(
    space: Space, groups: Sequence[list[int]], apart: Iterable[Pair], threshold: float
) -> list[list[int]]:
    """Join the two groups that are most alike until no two are alike enough; `apart` are pairs of signals."""
    centres = means(space.rows, groups)
    table = space.likeness(centres, centres)
    lean(table, groups, lambda members: space.likeness(space.rows[members], space.rows).max(axis=0))
    return join(table, groups, apart, threshold)


def lean(table: Floats, groups: Sequence[list[int]], nearest: Callable[[list[int]], Floats]) -> None:
    """What people joined keeps drawing what is like one of it: its mean alone is like nothing much.

    `nearest` gives for some signals how alike each signal is to the one it is most like.
    """
    order = [index for group in groups for index in group]
    starts = np.cumsum([0, *(len(group) for group in groups)])[:-1]
    means_only = table.copy()
    for number, members in enumerate(groups):
        if len(members) > 1:
            closest = np.maximum.reduceat(nearest(members)[order], starts)
            leaning = (1 - _LEAN) * means_only[number] + _LEAN * closest
            table[number] = np.maximum(table[number], leaning)
            table[:, number] = table[number]


def join(
    table: Floats, groups: Sequence[list[int]], apart: Iterable[Pair], threshold: float
) -> list[list[int]]:
    """Average linkage from a table of likeness between groups; the table is used up."""
    sizes = np.array([len(group) for group in groups], np.float32)
    np.fill_diagonal(table, _NEVER)
    forbid(table, groups, apart)
    return _merge(table, [list(group) for group in groups], sizes, threshold)


def forbid(table: Floats, groups: Sequence[Sequence[int]], apart: Iterable[Pair]) -> None:
    """Mark pairs of groups that people keep apart. Minus infinity stays so through every mean."""
    where = {index: number for number, group in enumerate(groups) for index in group}
    for one, other in apart:
        a, b = where[one], where[other]
        if a != b:
            table[a, b] = table[b, a] = -np.inf


def _merge(table: Floats, groups: list[list[int]], sizes: Floats, threshold: float) -> list[list[int]]:
    nearest = table.argmax(axis=1)
    best = table[np.arange(len(groups)), nearest]
    while len(groups) > 1:
        a = int(best.argmax())
        if best[a] < threshold:
            break
        b = int(nearest[a])
        _fold_into(table, sizes, a, b)
        groups[a], groups[b] = groups[a] + groups[b], []
        stale = np.flatnonzero((nearest == a) | (nearest == b))
        for index in {*stale.tolist(), a}:
            nearest[index] = table[index].argmax()
            best[index] = table[index, nearest[index]]
        nearer = np.flatnonzero(table[:, a] > best)
        nearest[nearer], best[nearer] = a, table[nearer, a]
        best[b] = -np.inf
    return [sorted(group) for group in groups if group]


def _fold_into(table: Floats, sizes: Floats, a: int, b: int) -> None:
    """Group b becomes part of a: its likeness to others is the mean over all pairs."""
    row = (sizes[a] * table[a] + sizes[b] * table[b]) / (sizes[a] + sizes[b])
    sizes[a] += sizes[b]
    table[a], table[:, a] = row, row
    table[a, a] = _NEVER
    table[b], table[:, b] = -np.inf, -np.inf


def group(
    space: Space, groups: Sequence[list[int]], apart: Iterable[Pair], threshold: float
) -> list[list[int]]:
    """Average linkage; of more signals than fit in one table, small tight groups are made first."""
    links = list(apart)
    if len(groups) > EXACT_UP_TO:
        groups = _leaders(space, groups, {index for pair in links for index in pair})
    return sorted(linkage(space, groups, links, threshold), key=lambda members: members[0])


class _Leaders:
    """Small tight groups, made in one pass over the signals; who has links from people stays alone."""

    def __init__(self, space: Space, centres: Floats) -> None:
        self._signs = space.signs
        self._means = np.zeros_like(centres)
        self._sizes: list[int] = []
        self._open: list[bool] = []
        self.groups: list[list[int]] = []

    def take(self, block: Floats, groups: Sequence[list[int]], fixed: set[int]) -> None:
        """Each group joins the leader that is most alike, if it is very alike, or becomes one itself.

        Leaders from before the block are compared all at once, with the means they had then.
        """
        known = len(self.groups)
        signed = block * self._signs
        old = signed @ self._means[:known].T
        old[:, [not is_open for is_open in self._open]] = _NEVER
        for row, members in enumerate(groups):
            new = self._means[known : len(self.groups)] @ signed[row]
            new[[not is_open for is_open in self._open[known:]]] = _NEVER
            alike = np.concatenate([old[row], new])
            alone = not fixed.isdisjoint(members)
            best = int(alike.argmax()) if len(alike) and not alone else -1
            if best < 0 or alike[best] < TIGHT:
                best = self._add(is_open=not alone)
            self._join(best, block[row], members)

    def _add(self, *, is_open: bool) -> int:
        self.groups.append([])
        self._sizes.append(0)
        self._open.append(is_open)
        return len(self.groups) - 1

    def _join(self, leader: int, centre: Floats, members: list[int]) -> None:
        self._sizes[leader] += len(members)
        self._means[leader] += (centre - self._means[leader]) * (len(members) / self._sizes[leader])
        self.groups[leader] = self.groups[leader] + members


def _leaders(space: Space, groups: Sequence[list[int]], fixed: set[int]) -> list[list[int]]:
    centres = means(space.rows, groups)
    leaders = _Leaders(space, centres)
    for start in range(0, len(groups), _BLOCK):
        leaders.take(centres[start : start + _BLOCK], groups[start : start + _BLOCK], fixed)
    return leaders.groups
