"""A hundred backups while a hundred rows a second are written, and each of them put back.

    python -m tests.endure.backups [HOW_MANY]

The writer gives numbers in order, in both stores. A backup passes when it holds every number up to one,
without a gap and in both stores alike, when its databases are whole, and when it was put back.
"""

import asyncio
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.messages import PersonKey
from storage import archive, aside, backup, inbox, restoring, vault
from storage.engine import Store, open_store
from storage.periods import Keeping

RATE = 100
"""Writes a second."""
TOGETHER = 4
"""Rows that share one commit."""
PAUSE = 0.3
"""Seconds between backups, so that the writer keeps its pace."""
NOW = datetime(2026, 11, 3, 10, tzinfo=UTC)


@dataclass(slots=True)
class Found:
    """What came of it."""

    backups: int = 0
    restored: int = 0
    rows: int = 0
    slowest: float = 0.0
    """Seconds of the slowest backup."""
    writes: int = 0
    seconds: float = 0.0
    """So long was written, while backups were made."""
    waited: float = 0.0
    """Seconds that the slowest write took."""


async def run(folder: Path, many: int) -> Found:
    """Make so many backups under writing, then put each back. AssertionError for one that is not whole."""
    found = Found()
    url = f"sqlite:///{folder / 'store/wijk.sqlite'}"
    (folder / "store").mkdir()
    (folder / "backups").mkdir()
    begun = time.monotonic()
    async with open_store(url) as store, _writing(store, found):
        while found.backups < many:
            await asyncio.to_thread(_back_up, store, folder / "backups", found)
            await asyncio.sleep(PAUSE)
        found.seconds = time.monotonic() - begun
    for file in sorted((folder / "backups").glob("*.tar")):
        found.rows = max(found.rows, await _put_back(url, file))
        found.restored += 1
    return found


@asynccontextmanager
async def _writing(store: Store, found: Found) -> AsyncIterator[None]:
    async def write() -> None:
        number, start = 0, time.monotonic()
        while True:
            begun = time.monotonic()
            await _some(store, range(number, number + TOGETHER))
            number = found.writes = number + TOGETHER
            took = time.monotonic() - begun
            found.waited = max(found.waited, took)
            await asyncio.sleep(max(0.0, start + number / RATE - time.monotonic()))

    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(write())
        try:
            yield
        finally:
            task.cancel()


async def _some(store: Store, numbers: range) -> None:
    """As the intake does: the vault inside the transaction of the wijk's store."""
    async with store.begin() as connection:
        await inbox.first_times(connection, "bot", [f"{number:08d}" for number in numbers], NOW)
        async with store.vault_begin() as safe:
            keys = [PersonKey(f"p:{number:08d}") for number in numbers]
            await vault.remember_all(safe, [vault.Address(key, "local", "bot", key) for key in keys])


def _back_up(store: Store, folder: Path, found: Found) -> None:
    begun = time.monotonic()
    moment = NOW + timedelta(seconds=found.backups)
    with archive.workplace(folder) as place:
        parts = place / "parts"
        backup.copy(store.path, store.vault_path, None, parts)
        found_in = [backup.revision(parts / name) for name in (backup.MAIN, backup.VAULT)]
        schema = dict(zip(("main", "vault"), found_in, strict=True))
        made = archive.Manifest(moment, "endure", "sqlite", schema, {})
        archive.write(parts, made, folder / archive.name_at(moment))
    found.backups += 1
    found.slowest = max(found.slowest, time.monotonic() - begun)


async def _put_back(url: str, file: Path) -> int:
    """Gives how many rows it holds, the same in both stores."""
    async with restoring.restoring(Keeping(url), None, file, NOW + timedelta(days=1)):
        pass
    main = Path(url.removeprefix("sqlite:///"))
    aside.remove(main, NOW + timedelta(days=9))
    events = _column(main, "SELECT event_id FROM inbox ORDER BY 1")
    addresses = _column(main.with_name("vault.sqlite"), "SELECT key FROM addresses ORDER BY 1")
    people = [key.removeprefix("p:") for key in addresses]
    assert events == people == [f"{number:08d}" for number in range(len(events))], file.name
    return len(events)


def _column(database: Path, question: str) -> list[str]:
    with closing(sqlite3.connect(database)) as store:
        return [row[0] for row in store.execute(question)]


def main() -> None:
    """Say it in one line."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with TemporaryDirectory() as folder:
        found = asyncio.run(run(Path(folder), many))
    print(  # noqa: T201 - what was measured
        f"{found.backups} backups under {found.writes / found.seconds:.0f} writes/s ({RATE} wanted), "
        f"{found.restored} put back whole; {found.rows} rows in the last; "
        f"slowest backup {found.slowest:.2f} s, slowest write meanwhile {found.waited * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
