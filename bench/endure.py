"""A long run: the service on our own platform, killed (kill -9) at random moments while people go on talking.

    python -m bench.endure [--minutes 5]

Ends with one line, and with 1 when a signal was lost, kept twice, or not answered.
"""

import argparse
import asyncio
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from bench.intake import SAYINGS, WIJK
from bot.local import Local
from bot.service import built

PEOPLE, AT_ONCE = 300, 40
LONGEST_LIFE = 6.0
"""Seconds between two kills, at most."""


def now() -> datetime:
    """The time of this machine."""
    return datetime.now(UTC)


async def serve(folder: Path, seed: int) -> None:
    """The life of one service: people say things, and it ends by its own kill -9 at a random moment."""
    chance, local = random.Random(seed), Local(folder, now)
    async with built(f"sqlite:///{folder / 'wijk.sqlite'}", "endure", (WIJK,), (local,), now) as house:
        running = asyncio.ensure_future(house.run())
        asyncio.get_running_loop().call_later(
            chance.uniform(0.5, LONGEST_LIFE), os.kill, os.getpid(), signal.SIGKILL
        )
        while not running.done():
            if local.waiting < AT_ONCE:
                count = len((folder / "said").read_bytes())
                local.say(
                    f"p{chance.randrange(PEOPLE)}", f"{SAYINGS[count % len(SAYINGS)]} life{seed}said{count}"
                )
                with (folder / "said").open("ab") as log:
                    log.write(b".")
            await asyncio.sleep(chance.uniform(0, 0.02))  # people do not all talk at once
        await running


async def finish(folder: Path) -> Local:
    """The last life, without a kill: everything that waits is taken in and answered."""
    local = Local(folder, now)
    async with built(f"sqlite:///{folder / 'wijk.sqlite'}", "endure", (WIJK,), (local,), now) as house:
        running = asyncio.ensure_future(house.run())
        async with asyncio.timeout(300):
            while local.waiting:
                await local.changed()
            while not await settled(folder):  # noqa: ASYNC110 - the store rings no bell
                await asyncio.sleep(0.5)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
    return local


async def settled(folder: Path) -> bool:
    """Whether nothing waits to be sent."""
    with closing(sqlite3.connect(folder / "wijk.sqlite")) as store:
        (left,) = store.execute(
            "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending', 'doubt')"
        ).fetchone()
    return bool(left == 0)


def told(folder: Path, local: Local) -> tuple[int, int, int, int]:
    """Said, lost, kept twice, not answered; what somebody says in one go may be one signal."""
    with closing(sqlite3.connect(folder / "wijk.sqlite")) as store:
        kept = "\n".join(text for (text,) in store.execute("SELECT text FROM signals")).split("\n")
        numbers = {number for (number,) in store.execute("SELECT number FROM signals")}
    said = [
        bubble.text for n in range(PEOPLE) for bubble in local.sees(f"p{n}") if bubble.author and bubble.text
    ]
    seen = "\n".join(b.text for n in range(PEOPLE) for b in local.sees(f"p{n}") if not b.author)
    slowed = "veel berichten" in seen
    unanswered = 0 if slowed else sum(number not in seen for number in numbers)
    return len(said), len(set(said) - set(kept)), len(kept) - len(set(kept)), unanswered


def endure(minutes: float) -> int:
    """Live, die, and count."""
    with tempfile.TemporaryDirectory() as name:
        folder, lives, ends = Path(name), 0, monotonic() + 60 * minutes
        (folder / "said").touch()
        while monotonic() < ends:
            lives += 1
            command = (sys.executable, "-m", "bench.endure", "--life", str(lives), name)
            life = subprocess.run(command, check=False).returncode
            if life != -signal.SIGKILL:
                print(f"life {lives} ended with {life}, not by its kill")
                return 1
        local = asyncio.run(finish(folder))
        said, lost, twice, unanswered = told(folder, local)
        with closing(sqlite3.connect(folder / "wijk.sqlite")) as store:
            (sound,) = store.execute("PRAGMA integrity_check").fetchone()
    print(
        f"{lives} kills in {minutes:g} minutes, {said} messages: {lost} lost, {twice} kept twice, "
        f"{unanswered} not answered, integrity {sound}"
    )
    return int(bool(lost or twice or unanswered or sound != "ok" or not said))


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--life", nargs=2, metavar=("SEED", "FOLDER"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.life:
        asyncio.run(serve(Path(asked.life[1]), int(asked.life[0])))
    else:
        sys.exit(endure(asked.minutes))


if __name__ == "__main__":
    main()
