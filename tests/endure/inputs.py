"""Anything may come in, for as long as one wants: `python -m tests.endure.inputs --count 100000`.

Half of it are updates of Telegram, half events of Matrix, each followed by a good one, in runs of a fresh
store and a seed of their own; then 5,000 events are played one to five times.
"""

import argparse
import asyncio
import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.bot.scripted import sqlite
from tests.generated import anything, replays
from tests.generated.cycle.dump import differences
from tests.generated.feeding import Tally

RUN = 5_000
"""Events on one store."""
REPLAYED = 5_000


def main() -> int:
    """Say what went in and what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--replayed", type=int, default=REPLAYED)
    given = asked.parse_args()
    began = time.monotonic()
    for platform in ("telegram", "matrix"):
        whole = Tally()
        for run in range(max(1, given.count // 2 // RUN)):
            _add(whole, _run(platform, min(RUN, given.count // 2), given.seed + run))
        _say(f"{platform}: {whole}, 0 exits, 0 good ones missed, 0 personal in the log")
    told = asyncio.run(_replayed(given.replayed, given.seed))
    _say(f"{given.replayed} events played 1 to 5 times: {len(told)} differences {told[:5]}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    _say(f"{time.monotonic() - began:.0f} s, {time.process_time():.0f} s of one core, {peak} MB at most")
    return 1 if told else 0


def _run(platform: str, count: int, seed: int) -> Tally:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        try:
            if platform == "telegram":
                return anything.telegram(sqlite(folder), count, seed)
            return anything.matrix(sqlite(folder), folder, count, seed)
        except BaseException:
            _say(f"{platform} broke with seed {seed} and {count} events")
            raise


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _add(whole: Tally, part: Tally) -> None:
    whole.events += part.events
    whole.good += part.good
    whole.parked += part.parked
    whole.troubles += part.troubles


async def _replayed(count: int, seed: int) -> list[str]:
    first = replays.events(count, seed)
    with tempfile.TemporaryDirectory() as here, tempfile.TemporaryDirectory() as there:
        once = await replays.played(sqlite(Path(here)), first, [])
        often = await replays.played(sqlite(Path(there)), first, replays.disorder(first, seed))
    return differences(once, often)


if __name__ == "__main__":
    sys.exit(main())
