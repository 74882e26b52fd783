"""How long the bundling of many signals takes, and the memory it needs: texts of the example wijk.

python -m bench.bundling_speed 370 2000 10000
"""

import argparse
import json
import random
import resource
import time
from pathlib import Path

from bundling.bundle import bundle
from bundling.items import Item

CORPUS = Path(__file__).parent / "data" / "corpus_a.jsonl"


def signals(count: int) -> list[Item]:
    """Signals of so many people; after the first turn through the corpus words are shuffled and dropped."""
    texts = [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(1)
    items: list[Item] = []
    for number in range(count):
        words = texts[number % len(texts)].split()
        kept = chance.sample(words, max(1, len(words) - number // len(texts)))
        items.append(Item(number, " ".join(kept), f"r{number}"))
    return items


def main() -> None:
    """One line a size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="+")
    for size in parser.parse_args().sizes:
        items = signals(size)
        start = time.perf_counter()
        topics = len(bundle(items).topics)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size} signals: {topics} topics in {seconds:.1f} s, {memory} MB at most")


if __name__ == "__main__":
    main()
