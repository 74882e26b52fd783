"""How often the right topic stands among the suggestions for a new signal, when people filed those before it.

python -m bench.bundling_near bench/data/corpus_a.jsonl
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from bundling.items import Item
from bundling.near import Looking, near
from bundling.rows import parse_row

SHOWN = (1, 3, 5)
NO_TOPICS = {"NOISE", "SPOED"}


def counts(row: dict[str, Any]) -> bool:
    """Whether the label of this row is a topic to choose, as the scorer has it."""
    wrong = row["topic"] in NO_TOPICS or "spoed" in row["flags"] or row["sentiment"] == "pos"
    return not wrong and (row["source"] != "uitvraag" or row["question"] == 2)


def measure(rows: list[dict[str, Any]]) -> tuple[int, list[float]]:
    """Of the signals whose topic was there already: their number, and the shares found among the first."""
    topics: dict[str, list[Item]] = defaultdict(list)
    ranks: list[int] = []
    for line, row in enumerate(rows, 1):
        item = parse_row(row, line)
        if row["topic"] in topics:
            names = [found.topic for found in near(item, topics, Looking(most=max(SHOWN)))]
            ranks.append(names.index(row["topic"]) + 1 if row["topic"] in names else max(SHOWN) + 1)
        topics[row["topic"]].append(item)
    return len(ranks), [sum(rank <= shown for rank in ranks) / max(1, len(ranks)) for shown in SHOWN]


def main() -> None:
    """One line a round."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=Path)
    lines = parser.parse_args().rows.read_text(encoding="utf-8").splitlines()
    rounds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in (json.loads(line) for line in lines if line.strip()):
        if counts(row):
            rounds[row["round"]].append(row)
    for name, rows in sorted(rounds.items()):
        asked, shares = measure(rows)
        print(name, f"{asked} asked", *(f"first {n}: {s:.2f}" for n, s in zip(SHOWN, shares, strict=True)))


if __name__ == "__main__":
    main()
