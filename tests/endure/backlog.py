"""A backlog that waits at the platform: everything is kept once and answered, and how long that takes.

    python -m tests.endure.backlog [HOW_MANY]

Telegram has so many updates waiting when the service starts, each of somebody else. The time until all are on
the disk stands beside what as many bare durable commits cost on the same machine: SQLite, WAL,
synchronous=FULL, one row each.
"""

import asyncio
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from sqlalchemy import func, select

from storage import schema
from storage.engine import open_store
from tests.faults.scene import Scene, count, hurried, service
from tests.servers.telegram.faults import limited
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer

ALL, LONGEST, BARE, LATER = 10_000, 300.0, 500, 3_000
LOOK = 0.05
SAYINGS = (
    "die lantaarn bij het paadje achter de flat is al weken stuk",
    "er ligt elke week grofvuil naast de containers op het plein",
    "de wachtlijst voor de taalles is te lang, ik wacht al vier maanden",
    "auto's staan op de stoep bij de school",
    "het buurthuis is s avonds altijd dicht",
)


@dataclass(frozen=True, slots=True)
class Played:
    """How it went. `bare` is what as many single commits would take."""

    waiting: int
    kept: int
    parked: int
    answered: int
    twice: int
    seconds: float
    bare: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.bare


async def played(folder: Path, waiting: int, *, answers: bool = True) -> Played:
    """So many people wrote while the service was away; it starts, keeps all, and then answers all. Until all
    are kept Telegram takes no message; without `answers` not after either, and those that are ready count.
    """
    async with open_store(f"sqlite:///{folder}/wijk.sqlite"):
        pass
    bare = _bare(folder) * waiting
    async with TelegramServer() as server:
        people = [server.person(f"Persoon {n}") for n in range(waiting)]
        for n, person in enumerate(people):
            person.says(f"{SAYINGS[n % len(SAYINGS)]}, in rij {n + 20_000}")
        server.faults.add(limited(LATER), method="sendMessage", times=None)
        began = perf_counter()
        async with service(f"sqlite:///{folder}/wijk.sqlite", server) as scene:
            while await count(scene.house.store, "inbox") < waiting:  # noqa: ASYNC110 - a store rings no bell
                await asyncio.sleep(LOOK)
            seconds = perf_counter() - began
            if answers:
                server.faults.clear()
            while answers and await _unsent(scene):  # noqa: ASYNC110 - the same
                await asyncio.sleep(LOOK)
            kept, parked = await scene.count("signals"), await scene.count("parked")
            told = [_receipts(person) for person in people] if answers else await _ready(scene)
    return Played(
        waiting, kept, parked, sum(one > 0 for one in told), sum(one > 1 for one in told), seconds, bare
    )


def _receipts(person: Person) -> int:
    return sum("is bewaard" in one.text for one in person.seen if one.what == "message")


async def _ready(scene: Scene) -> list[int]:
    """How many receipts wait for each."""
    receipt = schema.outbox.c.text_key == "resident-receipt"
    async with scene.house.store.read() as connection:
        each = select(func.count()).where(receipt).group_by(schema.outbox.c.recipient)
        return [int(found) for found in (await connection.execute(each)).scalars()]


async def _unsent(scene: Scene) -> int:
    waits = schema.outbox.c.state.not_in(["sent", "dead", "parked"])
    async with scene.house.store.read() as connection:
        found = await connection.execute(select(func.count()).select_from(schema.outbox).where(waits))
        return int(found.scalar_one())


def _bare(folder: Path) -> float:
    """Seconds of one row, on the disk."""
    with closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as store:
        store.execute("PRAGMA journal_mode = wal")
        store.execute("PRAGMA synchronous = full")
        store.execute("CREATE TABLE one (said TEXT)")
        began = perf_counter()
        for n in range(BARE):
            store.execute("INSERT INTO one VALUES (?)", (SAYINGS[n % len(SAYINGS)],))
        return (perf_counter() - began) / BARE


def main() -> int:
    """Play it, say how it went; 1 when something was lost, twice or slow."""
    waiting = int(sys.argv[1]) if len(sys.argv) > 1 else ALL
    with tempfile.TemporaryDirectory() as folder, hurried():
        went = asyncio.run(played(Path(folder), waiting))
    print(  # noqa: T201 - a program
        f"{went.waiting} waiting: {went.kept} kept, {went.parked} parked, {went.answered} answered, "
        f"{went.twice} twice; on the disk in {went.seconds:.1f} s, {went.ratio:.1f} x as many bare commits"
    )
    good = went.kept == went.answered == waiting and not (went.parked or went.twice)
    return 0 if good and went.seconds < LONGEST * waiting / ALL else 1


if __name__ == "__main__":
    sys.exit(main())
