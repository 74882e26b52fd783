"""Random rounds of a wijk, as a report counts them; and an attacker who subtracts."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from random import Random

from domain.messages import Text
from domain.report import FEWEST, Counts, Mention, Noticed, ReportTopic, RoundReport
from domain.rounds import RoundName

BUURTEN = ("Appelhof", "Kersentuin", "Perenpad", "Walnoot")
SOURCES = ("bewoner", "gesprek", "uitvraag")
LANGUAGES = ("ar", "nl", "tr", "uk")
UNTOLD = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Where somebody lives (or did not say), and per topic how they were heard."""

    buurt: str
    language: str
    said: dict[int, str]


def people(chance: Random) -> list[Person]:
    """A few to many people, unevenly over topics and buurten; in half of the rounds everybody speaks once."""
    several = chance.random() < 0.5
    topics = range(1, chance.randint(1, 8) + 1)
    buurten = chance.sample(BUURTEN, chance.randint(1, 4))
    weights = [chance.choice((1, 1, 2, 5, 12)) for _ in topics]
    home = [chance.choice((1, 1, 3, 9)) for _ in buurten]
    where = [*buurten, UNTOLD] if chance.random() < 0.5 else buurten
    home = [*home, 1] if len(where) > len(buurten) else home
    return [
        Person(
            chance.choices(where, home)[0],
            chance.choices(LANGUAGES, (1, 9, 2, 1))[0],
            {
                topic: chance.choice(SOURCES)
                for topic in chance.choices(topics, weights, k=chance.randint(1, 3) if several else 1)
            },
        )
        for _ in range(chance.randint(1, 60))
    ]


def report_of(heard: list[Person]) -> RoundReport:
    """What the store would make a report of, with every breakdown as it was counted."""
    sizes = Counter(topic for one in heard for topic in one.said)
    ranked = [topic for topic, _ in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0]))]
    five = tuple(_topic(rank, topic, heard) for rank, topic in enumerate(ranked[:5], 1))
    ways = Counter(source for one in heard for source in set(one.said.values()))
    return RoundReport(
        district="De Boomgaard",
        slug="boomgaard",
        round=RoundName("2026-10"),
        starts=date(2026, 10, 1),
        ends=date(2026, 10, 31),
        people=len(heard),
        messages=sum(len(one.said) for one in heard),
        topics=five,
        neighbourhoods=_counts(one.buurt for one in heard),
        languages=_counts(one.language for one in heard),
        sources=tuple(ways.items()),
        others=tuple(Mention(f"Onderwerp {topic}", sizes[topic]) for topic in ranked[5:7]),
    )


def _topic(rank: int, topic: int, heard: list[Person]) -> ReportTopic:
    here = [one for one in heard if topic in one.said]
    counts = _counts(one.buurt for one in here)
    args = {"people": len(here), "neighbourhoods": len(counts), "rounds": 1, "copies": 0, "urgent": 0}
    return ReportTopic(
        rank, f"Onderwerp {topic}", len(here), len(here), Text("topic-reason", dict(args)),
        sources=_counts(one.said[topic] for one in here), neighbourhoods=counts,
    )  # fmt: skip


def _counts(names: object) -> Counts:
    found = Counter(name for name in names if name)  # type: ignore[attr-defined] # any row of names
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def noticing(chance: Random) -> Noticed:
    """Answers of reporters to whether they notice a difference."""
    return Noticed(*(chance.choice((0, 0, 1, 2, 4, 5, 9)) for _ in range(4)))


# --- the attacker -------------------------------------------------------------------------------


@dataclass(slots=True)
class Cell:
    """What the attacker knows of one number."""

    low: int
    high: int


class Attacker:
    """Knows that everybody is in one buurt and one topic, and adds and subtracts until nothing more follows.

    A row is a topic (the last one: everything beyond those that are named), a column a buurt (the last one:
    who did not say).
    """

    def __init__(self, shown: dict[str, object], names: tuple[str, ...]) -> None:
        self._topics: list[dict[str, object]] = [*shown["topics"]]  # type: ignore[misc] # JSON of our own
        others: list[dict[str, object]] = [*shown["others"]]  # type: ignore[misc] # the same
        self.columns = [*names, UNTOLD]
        total = int(str(shown["people"]))
        sizes = [int(str(one["people"])) for one in (*self._topics, *others)]
        self.sizes = [*sizes, max(total - sum(sizes), 0)]
        self.cells = [[Cell(0, size) for _ in self.columns] for size in self.sizes]
        self.whole = self._row(shown["neighbourhoods"], total)
        for row, size, topic in zip(self.cells, self.sizes, self._topics, strict=False):
            for cell, known in zip(row, self._row(topic["neighbourhoods"], size), strict=True):
                cell.low, cell.high = max(cell.low, known.low), min(cell.high, known.high)
        self._total = total

    def _row(self, groups: object, total: int) -> list[Cell]:
        found = {name: Cell(0, total) for name in self.columns}
        for one in groups or ():  # type: ignore[attr-defined] # JSON of our own
            if one["people"] is not None:
                found[one["name"]] = Cell(one["people"], one["people"])
            else:
                found[one["name"]] = Cell(1, FEWEST - 1 if one["fewer_than_5"] else total)
        return list(found.values())

    def works_out(self) -> "Attacker":
        """Until nothing follows any more."""
        changed = True
        while changed:
            changed = any([self._sum(self.whole, Cell(self._total, self._total))])
            for row, size in zip(self.cells, self.sizes, strict=True):
                changed |= self._sum(row, Cell(size, size))
            for at, total in enumerate(self.whole):
                changed |= self._sum([row[at] for row in self.cells], total)
        return self

    def _sum(self, parts: list[Cell], total: Cell) -> bool:
        """Narrow every part, and the total, by what the others leave."""
        low, high = sum(one.low for one in parts), sum(one.high for one in parts)
        changed = _narrow(total, low, high)
        for one in parts:
            changed |= _narrow(one, total.low - (high - one.high), total.high - (low - one.low))
        return changed


def _narrow(cell: Cell, low: int, high: int) -> bool:
    before = (cell.low, cell.high)
    cell.low, cell.high = max(cell.low, low), min(cell.high, high)
    return before != (cell.low, cell.high)


def known_small(heard: list[Person], attacker: Attacker) -> list[tuple[str, str, int]]:
    """Small groups that the attacker knows exactly, and that are a part of their topic or round."""
    found = []
    rows = [*zip(attacker.cells, attacker.sizes, strict=True), (attacker.whole, len(heard))]
    for at, (row, size) in enumerate(rows):
        for name, cell in zip(attacker.columns, row, strict=True):
            if name and cell.low == cell.high and 0 < cell.low < FEWEST and cell.low != size:
                found.append((str(at), name, cell.low))
    return found


def one_topic_each(report: RoundReport) -> bool:
    """Whether the attacker's assumption is true."""
    return report.people == report.messages
