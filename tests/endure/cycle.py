"""Lives of a wijk by chance, on both engines: `python -m tests.endure.cycle --steps 300 --seeds 20`.

Every promise is looked at after every step, and both stores must end equal. What broke is told with its seed
and its steps: `--first SEED --seeds 1` does it again.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bot.scripted import sqlite
from tests.generated.cycle.dump import differences
from tests.generated.cycle.walking import Ended, PromiseBroken, walked
from tests.servers.postgres import Postgres, running


def main() -> int:
    """Say of each seed how it ended."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--steps", type=int, default=300)
    asked.add_argument("--seeds", type=int, default=20)
    asked.add_argument("--first", type=int, default=1)
    given = asked.parse_args()
    broken, began, crashes, pushes = 0, time.monotonic(), 0, 0
    with running() as server:
        for seed in range(given.first, given.first + given.seeds):
            try:
                here, told = _both(server, seed, given.steps)
            except PromiseBroken as fault:
                _say(str(fault))
                broken += 1
                continue
            broken += bool(told)
            crashes, pushes = crashes + here.crashes, pushes + here.pushes
            _say(
                f"seed {seed}: {here.crashes} crashes, {here.pushes} sent, {len(told)} differences {told[:5]}"
            )
    _say(
        f"{given.seeds} seeds of {given.steps} steps on two engines: {crashes} crashes, {pushes} sent, "
        f"{broken} broken, {time.monotonic() - began:.0f} s, {time.process_time():.0f} s of one core"
    )
    return 1 if broken else 0


def _both(server: Postgres, seed: int, steps: int) -> tuple[Ended, list[str]]:
    with _folder() as here, _folder() as there:
        first = asyncio.run(walked(sqlite(here), here, seed, steps))
        address = server.database()
        try:
            second = asyncio.run(walked(address, there, seed, steps))
        finally:
            server.drop(address)
    return first, differences(first.stores, second.stores)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def _folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="cycle-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
