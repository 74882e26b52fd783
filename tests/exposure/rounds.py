"""Random rounds of a wijk, as a report counts them; `attacker.py` subtracts."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from random import Random

from domain.messages import Text
from domain.report import Counts, Mention, Noticed, ReportTopic, RoundReport
from domain.rounds import RoundName

BUURTEN = ("Appelhof", "Kersentuin", "Perenpad", "Walnoot")
SOURCES = ("bewoner", "gesprek", "uitvraag", "import")
LANGUAGES = ("ar", "nl", "pl", "ti", "tr", "uk")
UNTOLD = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Where somebody lives (or did not say), their languages, and per topic how they were heard."""

    buurt: str
    languages: tuple[str, ...]
    said: dict[int, str]


def people(chance: Random) -> list[Person]:
    """A few to many people, unevenly over all that there is; in half of the rounds everybody speaks once."""
    several = chance.random() < 0.5
    topics = range(1, chance.randint(1, 8) + 1)
    weights = [chance.choice((1, 1, 2, 5, 12)) for _ in topics]
    where = _some(chance, BUURTEN, (UNTOLD,) if chance.random() < 0.5 else ())
    ways, languages = _some(chance, SOURCES), _some(chance, LANGUAGES)
    return [
        Person(
            _one(chance, where),
            tuple({_one(chance, languages) for _ in range(chance.choice((1, 1, 1, 2)) if several else 1)}),
            {
                topic: _one(chance, ways)
                for topic in chance.choices(topics, weights, k=chance.randint(1, 3) if several else 1)
            },
        )
        for _ in range(chance.randint(1, 60))
    ]


def _some(chance: Random, names: tuple[str, ...], more: tuple[str, ...] = ()) -> dict[str, int]:
    """One of these at least, each with a weight of its own."""
    found = chance.sample(names, chance.randint(1, len(names)))
    return {name: chance.choice((1, 1, 3, 9)) for name in found} | dict.fromkeys(more, 1)


def _one(chance: Random, weights: dict[str, int]) -> str:
    return chance.choices([*weights], [*weights.values()])[0]


def report_of(heard: list[Person]) -> RoundReport:
    """What the store would make a report of, with every breakdown as it was counted."""
    sizes = Counter(topic for one in heard for topic in one.said)
    ranked = [topic for topic, _ in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0]))]
    five = tuple(_topic(rank, topic, heard) for rank, topic in enumerate(ranked[:5], 1))
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
        languages=_counts(language for one in heard for language in one.languages),
        sources=_counts(way for one in heard for way in {*one.said.values()}),
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


def one_topic_each(heard: list[Person]) -> bool:
    """Whether everybody spoke once: then all of a row are different people."""
    return all(len(one.said) == 1 for one in heard)
