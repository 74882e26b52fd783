"""Bundle a file of signals with the code of the round and write what the scorer reads.

python -m bench.bundling_scores bench/data/corpus_a.jsonl OUT.json --round 2026-10
"""

import argparse
import json
from pathlib import Path

from bot.texts import Words
from bundling.rows import bundle_rows


def main() -> None:
    """Read the rows, bundle one round, write the topics."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--round", dest="round_")
    asked = parser.parse_args()
    lines = asked.rows.read_text(encoding="utf-8").splitlines()
    words = Words()
    result = bundle_rows(
        [json.loads(line) for line in lines if line.strip()],
        lambda text: words.say(text, "nl"),
        round_=asked.round_,
        is_danger=lambda text: words.dangers.find(text) is not None,
    )
    asked.out.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    for topic in result["topics"][:5]:
        print(f"{topic['title']}: {topic['reason']}")
    print(f"{len(result['topics'])} topics, {len(result['left_out'])} left out")


if __name__ == "__main__":
    main()
