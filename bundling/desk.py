"""The desk of a round: its signals with how alike they are, computed once, and the topics as they lie now."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from bundling.bundle import THRESHOLD, Known
from bundling.clusters import Pair, join, joined, lean
from bundling.items import Item
from bundling.near import FLOOR
from bundling.places import gazetteer
from bundling.ranking import evidence, score
from bundling.sift import left_out
from bundling.similarity import Floats, space
from domain.topics import SignalKey

Measure = Callable[[Sequence[Item]], float]
NEAREST = 3


def by_score(items: Sequence[Item]) -> float:
    """The order of the report: what counts in `ranking.py`."""
    return score(evidence(items))


def by_people(items: Sequence[Item]) -> float:
    """Distinct people and nothing else."""
    return float(len({item.voice for item in items}))


@dataclass(frozen=True, eq=False, slots=True)
class Desk:
    """Signals that can stand in a topic, and how alike each two are."""

    items: tuple[Item, ...]
    likeness: Floats
    measure: Measure = by_score
    threshold: float = THRESHOLD
    where: dict[SignalKey, int] = field(default_factory=dict)
    weighed: dict[tuple[int, ...], float] = field(default_factory=dict)
    """What was measured already; the same members always weigh the same."""

    def first(self, count: int) -> "Desk":
        """The desk as it was when so many signals had come in."""
        likeness = self.likeness[:count, :count]
        return Desk(self.items[:count], likeness, self.measure, self.threshold, self.where, self.weighed)

    def weight(self, members: Sequence[int]) -> float:
        """How heavy these signals weigh as one topic."""
        key = tuple(sorted(members))
        if key not in self.weighed:
            self.weighed[key] = self.measure([self.items[index] for index in key])
        return self.weighed[key]


def desk(items: Sequence[Item], known: Known = Known(), measure: Measure = by_score) -> Desk:
    """Lay out the signals of a round. Takes a second or so; every card after it is quick."""
    kept = tuple(item for item in {item.id: item for item in items}.values() if left_out(item) is None)
    where = {item.id: index for index, item in enumerate(kept)}
    if not kept:
        return Desk(kept, np.zeros((0, 0), np.float32), measure, known.threshold, where)
    places = gazetteer(known.place, [item.text for item in kept])
    whole = space(kept, places, known.weights, known.encoder)
    return Desk(kept, whole.likeness(whole.rows, whole.rows), measure, known.threshold, where)


def tied(table: Desk, same: Iterable[Pair], out: frozenset[int]) -> list[list[int]]:
    """What people tied together, and each other signal alone; who is `out` still ties what was tied to it."""
    atoms = ([index for index in atom if index not in out] for atom in joined(len(table.items), same))
    return [atom for atom in atoms if atom]


def arrange(table: Desk, atoms: Sequence[list[int]], apart: Iterable[Pair]) -> list[list[int]]:
    """The topics as they lie, the heaviest first."""
    inside = {index for atom in atoms for index in atom}
    kept = [pair for pair in apart if inside.issuperset(pair)]
    groups = join(_between(table.likeness, atoms), atoms, kept, table.threshold) if atoms else []
    return sorted(groups, key=lambda members: (-table.weight(members), members[0]))


def _between(likeness: Floats, atoms: Sequence[list[int]]) -> Floats:
    """The mean likeness of each two atoms, leaning to the nearest member of those that people made."""
    order = [index for atom in atoms for index in atom]
    sizes = np.array([len(atom) for atom in atoms], np.float32)
    starts = np.cumsum([0, *(len(atom) for atom in atoms)])[:-1]
    table = np.add.reduceat(np.add.reduceat(likeness[np.ix_(order, order)], starts, axis=0), starts, axis=1)
    table = (table / np.outer(sizes, sizes)).astype(np.float32)
    lean(table, atoms, lambda members: likeness[members].max(axis=0))
    return table


def positions(table: Desk, pairs: Iterable[tuple[SignalKey, SignalKey]]) -> list[Pair]:
    """Links as positions on the desk; those that name a signal which is not there do nothing."""
    count = len(table.items)
    found = [(table.where.get(one, count), table.where.get(other, count)) for one, other in pairs]
    return [pair for pair in found if max(pair) < count]


def face(likeness: Floats, members: Sequence[int]) -> int:
    """The signal that stands for a topic: the most like all others."""
    inside = likeness[np.ix_(members, members)]
    return members[int(inside.sum(axis=1).argmax())]


def nearness(likeness: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """For each signal how near each group is, itself left out: as `near.py` has it."""
    others = likeness.copy()
    np.fill_diagonal(others, -1)
    table = np.full((len(likeness), len(groups)), -1, np.float32)
    for number, members in enumerate(groups):
        column = -np.sort(-others[:, members], axis=1)[:, :NEAREST]
        table[:, number] = (column[:, 0] + column.mean(axis=1)) / 2
        if 1 < len(members) <= NEAREST:
            inside = column[members, : len(members) - 1]
            table[members, number] = (inside[:, 0] + inside.mean(axis=1)) / 2
    return table


def likely(row: Floats, groups: Sequence[Sequence[int]], most: int = 5) -> list[int]:
    """Numbers of the groups that a text may belong to, nearest first; `row`: how like each signal it is."""
    near: list[tuple[float, int]] = []
    for number, members in enumerate(groups):
        nearest = np.sort(row[list(members)])[::-1][:NEAREST]
        near.append((float(nearest[0] + nearest.mean()) / 2, number))
    return [number for value, number in sorted(near, key=lambda one: (-one[0], one[1])) if value >= FLOOR][
        :most
    ]
