"""An attacker with a report as data: adds and subtracts until nothing more follows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.report import FEWEST
from tests.exposure.rounds import UNTOLD, Person, one_topic_each

ROUND = "round"
"""Where the whole round stands among the topics."""
Shown = dict[str, object]
Found = tuple[str, str, str, int]
"""Kind of group, where, which group, how many people."""


@dataclass(slots=True)
class Cell:
    """What the attacker knows of one number."""

    low: int
    high: int

    @property
    def known(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Once:
    """What the attacker knows: whether nobody stands in two topics, nor in two groups of the round."""

    topics: bool
    groups: bool


class Attacker:
    """Knows how many people there are, and fills a table of one kind of group.

    A row is a topic (the last one: everything beyond those that are named), a column a group (the last one:
    who did not say). A kind that has no topics has only the round.
    """

    def __init__(self, shown: Shown, kind: str, names: Iterable[str], once: Once) -> None:
        self.kind, self.names, self._once = kind, [*names], once
        total = _number(shown["people"])
        topics, others = _parts(shown["topics"]), _parts(shown["others"])
        sizes = [_number(one["people"]) for one in (*topics, *others)]
        beyond = total - sum(sizes) if once.topics else total
        self.sizes = [Cell(total, total), *(Cell(size, size) for size in sizes), Cell(0, beyond)]
        if once.topics:
            self.sizes[-1].low = beyond
        self.whole = self._row(shown[kind], total)
        if not any(kind in one for one in topics):
            self.rows: list[list[Cell]] = []
            return
        told = [one[kind] for one in topics] + [None] * (len(others) + 1)
        # A topic without a table keeps it to itself: that nobody was heard is not said by it.
        self.rows = [
            self._row(table or None, size.high) for table, size in zip(told, self.sizes[1:], strict=True)
        ]

    def _row(self, table: object, total: int) -> list[Cell]:
        there = dict.fromkeys(self.names, total)
        if table is not None:
            there |= {name: 0 for name in self.names if name != UNTOLD}
        found = {name: Cell(0, high) for name, high in there.items()}
        for one in _parts(table or ()):
            people, few = one["people"], one["fewer_than_5"]
            if people is not None:
                found[str(one["name"])] = Cell(_number(people), _number(people))
            else:
                found[str(one["name"])] = Cell(1, min(FEWEST - 1, total) if few else total)
        return [found[name] for name in self.names]

    def works_out(self) -> "Attacker":
        """Until nothing follows any more."""
        while any([*self._rounds()]):
            pass
        return self

    def _rounds(self) -> Iterator[bool]:
        yield _adds_up(self.whole, self.sizes[0], once=self._once.groups)
        for row, size in zip(self.rows, self.sizes[1:], strict=False):
            # In one topic everybody is counted where, and how, they were heard first.
            yield _adds_up(row, size, once=True)
        for at, total in enumerate(self.whole if self.rows else ()):
            yield _adds_up([row[at] for row in self.rows], total, once=self._once.topics)

    def small(self) -> Iterator[Found]:
        """Groups of one to four people that are known exactly, and are a part of their topic or round."""
        places = (ROUND, *map(str, range(1, len(self.rows) + 1)))
        for place, row, size in zip(places, (self.whole, *self.rows), self.sizes, strict=False):
            for name, cell in zip(self.names, row, strict=True):
                if (
                    name
                    and cell.known
                    and 0 < cell.low < FEWEST
                    and not (size.known and cell.low == size.low)
                ):
                    yield self.kind, place, name, cell.low


def _adds_up(parts: list[Cell], total: Cell, *, once: bool) -> bool:
    """Narrow every part, and the total, by what the others leave."""
    low, high = sum(one.low for one in parts), sum(one.high for one in parts)
    # Who is in two parts makes them more than the total, and each part is at most that.
    changed = _narrow(total, low if once else max(one.low for one in parts), high)
    for one in parts:
        most = total.high - (low - one.low) if once else total.high
        changed |= _narrow(one, total.low - (high - one.high), most)
    return changed


def _narrow(cell: Cell, low: int, high: int) -> bool:
    before = (cell.low, cell.high)
    cell.low, cell.high = max(cell.low, low), min(cell.high, high)
    assert cell.low <= cell.high, "the attacker assumes what is not true"
    return before != (cell.low, cell.high)


def learned(shown: Shown, heard: list[Person]) -> list[Found]:
    """What somebody finds who knows of these people all but the answer: which groups there are at all."""
    topics = one_topic_each(heard)
    groups: dict[str, list[tuple[str, ...]]] = {
        "neighbourhoods": [(one.buurt,) for one in heard],
        "sources": [(*{*one.said.values()},) for one in heard],
        "languages": [one.languages for one in heard],
    }
    return [
        found
        for kind, told in groups.items()
        for found in Attacker(
            shown,
            kind,
            sorted({name for names in told for name in names}, reverse=True),
            Once(topics, all(len(names) == 1 for names in told)),
        ).works_out().small()
    ]  # fmt: skip


def _parts(of: object) -> list[Shown]:
    return [*of]  # type: ignore[misc] # JSON of our own


def _number(value: object) -> int:
    return int(str(value))
