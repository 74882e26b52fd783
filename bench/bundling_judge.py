"""Topics beside hand-made labels: found and clean of the five with most people, B-cubed, urgent shown."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.topics import SignalKey

Row = Mapping[str, Any]
NO_TOPICS = ("NOISE", "SPOED")
FIVE = 5


def counts(row: Row) -> bool:
    """Whether the label of this row is a topic to choose."""
    if row["topic"] in NO_TOPICS or "spoed" in row["flags"] or row["sentiment"] == "pos":
        return False
    return bool(row["source"] != "uitvraag" or row["question"] == 2)


def voice(row: Row) -> str:
    """Whose voice it is."""
    return str(row["respondent"] or row["reporter"])


@dataclass(frozen=True, slots=True)
class Marks:
    """How good the topics are."""

    found: int
    clean: int
    b3: float
    urgent: int


def marks(rows: Sequence[Row], topics: Sequence[Sequence[SignalKey]]) -> Marks:
    """The marks of ranked topics (ids) of one round."""
    by_id: dict[SignalKey, Row] = {row["id"]: row for row in rows}
    good: dict[SignalKey, str] = {key: str(row["topic"]) for key, row in by_id.items() if counts(row)}
    size = Counter(good.values())
    found = clean = 0
    for label in true_five(rows):
        pure, covered = max(
            (_fit(label, topic, good, size[label]) for topic in topics[:FIVE]), key=min, default=(0.0, 0.0)
        )
        found += pure >= 0.7 and covered >= 0.5
        clean += pure >= 0.8 and covered >= 0.7
    shown = [by_id[key] for topic in topics[:FIVE] for key in topic]
    urgent = sum(row["topic"] in NO_TOPICS or "spoed" in row["flags"] for row in shown)
    return Marks(found, clean, _bcubed(good, topics), urgent)


def people(rows: Sequence[Row]) -> dict[str, int]:
    """Label -> distinct people."""
    voices: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if counts(row):
            voices[row["topic"]].add(voice(row))
    return {label: len(who) for label, who in voices.items()}


def true_five(rows: Sequence[Row]) -> list[str]:
    """The five labels with most distinct people."""
    return [label for label, _ in sorted(people(rows).items(), key=lambda one: (-one[1], one[0]))[:FIVE]]


def _fit(
    label: str, topic: Sequence[SignalKey], good: Mapping[SignalKey, str], size: int
) -> tuple[float, float]:
    inside = [good[key] for key in topic if key in good]
    hit = sum(one == label for one in inside)
    return (hit / len(inside), hit / size) if hit else (0.0, 0.0)


def _bcubed(good: Mapping[SignalKey, str], topics: Sequence[Sequence[SignalKey]]) -> float:
    where = {key: f"topic {number}" for number, topic in enumerate(topics) for key in topic}
    told: dict[str, set[SignalKey]] = defaultdict(set)
    put: dict[str, set[SignalKey]] = defaultdict(set)
    for key, label in good.items():
        told[label].add(key)
        put[where.get(key, f"alone {key}")].add(key)
    precision = recall = 0.0
    for key, label in good.items():
        own = put[where.get(key, f"alone {key}")]
        both = len(own & told[label])
        precision, recall = precision + both / len(own), recall + both / len(told[label])
    return 2 * precision * recall / (precision + recall) / len(good) if good else 0.0
