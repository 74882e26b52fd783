"""What taking in one signal costs: from the update as Telegram words it to the commit, without network.

Beside it, in the same run, what a bare durable commit costs: SQLite, WAL, synchronous=FULL, one row.

    python -m bench.intake
"""

import asyncio
import sqlite3
import statistics
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.chat import Batch
from bot.local import Local
from bot.service import House, built
from bot.telegram.updates import Me, read
from domain.districts import District

TIMES, TIMES_TOGETHER, TOGETHER = 300, 30, 50
STARTS = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
WIJK = District(
    "boomgaard", "De Boomgaard", ("Appelhof", "Perenpad"), ("Wat gaat goed?", "Wat zou u veranderen?")
)
SAYINGS = (
    "die lantaarn bij het paadje achter de flat is al weken stuk, smorgens pikkedonker met de kinderen",
    "er ligt elke week grofvuil naast de containers op het plein",
    "de wachtlijst voor de taalles is te lang, ik wacht al vier maanden",
    "auto's parkeren op de stoep bij de school, ik kan er met de rolstoel niet langs",
    "het is gezellig in het buurthuis maar savonds is het altijd dicht",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds, per signal or per commit."""

    median: float
    p99: float

    def beside(self, bare: "Measured") -> str:
        """How often the bare commit fits in it."""
        return f"median {self.median / bare.median:5.2f} x, p99 {self.p99 / bare.p99:5.2f} x"


def of(samples: list[float]) -> Measured:
    """Median and 99th percentile."""
    return Measured(statistics.median(samples), statistics.quantiles(samples, n=100, method="inclusive")[98])


def updates() -> Iterator[dict[str, Any]]:
    """Updates as the Bot API gives them: everybody says one thing, four in five for the first time."""
    for n in range(10_000_000):
        who = {"id": 10_000 + n - n % 5 // 4, "is_bot": False, "first_name": "A", "language_code": "nl"}
        chat = {"id": who["id"], "type": "private", "first_name": "A"}
        text = f"{SAYINGS[n % len(SAYINGS)]} ({n})"
        message = {"message_id": n + 1, "from": who, "chat": chat, "date": 1_791_800_000 + n, "text": text}
        yield {"update_id": 500_000 + n, "message": message}


class Ticking:
    """A clock that moves on a minute with every look, so that no two signals are taken for one."""

    def __init__(self) -> None:
        self._now = STARTS

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def bare_commit(folder: Path) -> Callable[[], None]:
    """One row, on the disk before it returns."""
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, words TEXT)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO said (words) VALUES (?)", (SAYINGS[0],))
        connection.execute("COMMIT")

    return commit


async def measure(house: House, folder: Path) -> tuple[Measured, Measured, Measured]:
    """A bare commit, one signal alone, and one of fifty that wait; taken in turns, so that a busy machine
    is busy for all of them.
    """
    stream, me, commit = updates(), Me("7000001", "bench"), bare_commit(folder)

    async def take(count: int) -> None:
        events = (read(next(stream), me, STARTS) for _ in range(count))
        await house.intake.take(Batch(tuple(event for event in events if event)), "7000001")

    bare, alone, together = [], [], []
    await take(TOGETHER)
    for turn in range(TIMES):
        bare.append(timed(commit))
        alone.append(await lasted(take(1)))
        if turn % (TIMES // TIMES_TOGETHER) == 0:
            together.append(await lasted(take(TOGETHER)) / TOGETHER)
    return of(bare), of(alone), of(together)


def timed(deed: Callable[[], None]) -> float:
    """How long it took."""
    began = perf_counter()
    deed()
    return perf_counter() - began


async def lasted(deed: Awaitable[None]) -> float:
    """How long it took."""
    began = perf_counter()
    await deed
    return perf_counter() - began


async def run() -> None:
    """Measure, and say it in ratios: they hold on another machine, seconds do not."""
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Ticking()
        chat = Local(folder, clock)
        with closing(chat):
            async with built(
                f"sqlite:///{folder / 'wijk.sqlite'}", "bench", (WIJK,), (chat,), clock
            ) as house:
                bare, alone, together = await measure(house, folder)
                async with house.store.read() as connection:
                    parked = await connection.exec_driver_sql("SELECT count(*) FROM parked")
                    if parked.scalar_one():
                        raise RuntimeError("an event was parked: this measured something else")
    print("Taking in a signal, from raw update to durable commit, beside one bare durable commit:")
    print(f"  one alone          {alone.beside(bare)}")
    print(f"  one of {TOGETHER} waiting   {together.beside(bare)}")
    print(f"  (bare commit here: median {bare.median * 1e3:.2f} ms, p99 {bare.p99 * 1e3:.2f} ms;")
    print(f"   alone {alone.median * 1e3:.2f} ms, of {TOGETHER} {together.median * 1e3:.2f} ms)")


def main() -> None:
    """Run this measurement."""
    asyncio.run(run())


if __name__ == "__main__":
    main()
