"""The store takes nothing: nobody is told that something was kept, and all of it is kept after (P14)."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engine import StoreUnusable, open_store
from storage.faults import DAMAGED
from storage.sqlite import PRAGMAS
from tests.bot.scripted import sqlite, until
from tests.faults.scene import LAMP, Scene, first, hurried, receipts, service
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(240)]


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", 50)
    with hurried():
        yield


@asynccontextmanager
async def no_more_pages(scene: Scene) -> AsyncIterator[None]:
    """SQLite's own limit: the file may grow no page more."""
    # What was deleted left pages that are free: they are taken first, or there is room after all.
    with closing(sqlite3.connect(scene.house.store.path, timeout=60)) as other, other:
        (free,) = other.execute("PRAGMA freelist_count").fetchone()
        other.execute("CREATE TABLE filler (bytes)")
        other.execute("INSERT INTO filler VALUES (zeroblob(?))", (4096 * free,))

    with held_to(scene, "max_page_count = 1", afterwards="max_page_count = 1000000"):
        yield


@asynccontextmanager
async def locked(scene: Scene) -> AsyncIterator[None]:
    """Another program writes in it and does not end."""
    async with held(scene.house.store.path):
        yield


@asynccontextmanager
async def vault_locked(scene: Scene) -> AsyncIterator[None]:
    """The same, with the file of the addresses."""
    async with held(scene.house.store.vault_path):
        yield


@asynccontextmanager
async def held(file: Path) -> AsyncIterator[None]:
    """Somebody else has begun to write."""
    with closing(sqlite3.connect(file, isolation_level=None, timeout=0)) as other:
        async with asyncio.timeout(60):
            while not begun(other):  # noqa: ASYNC110 - a file rings no bell
                await asyncio.sleep(0)
        yield
        other.execute("ROLLBACK")


def begun(connection: sqlite3.Connection) -> bool:
    """Whether it was our turn."""
    with suppress(sqlite3.OperationalError):
        connection.execute("BEGIN IMMEDIATE")
    return connection.in_transaction


@asynccontextmanager
async def read_only(scene: Scene) -> AsyncIterator[None]:
    """Every connection may only read, as on a file system that became read-only."""
    with held_to(scene, "query_only = 1", afterwards="query_only = 0"):
        yield


@contextmanager
def held_to(scene: Scene, pragma: str, *, afterwards: str) -> Iterator[None]:
    """Every connection that is taken from the pool is held to this meanwhile."""
    scene.pragmas[:] = [pragma]
    yield
    scene.pragmas[:] = [afterwards]


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (no_more_pages, "make room"),
        (locked, "another program holds the store"),
        (vault_locked, "another program holds the store"),
        (read_only, "may only be read"),
    ],
)
async def test_a_store_that_takes_nothing(folder: Path, fault: object, says: str) -> None:
    """Full, locked or read-only while it runs: no receipt, health says what to do, then all of it once."""
    async with TelegramServer() as server, service(sqlite(folder), server) as scene:
        anna, ben = await scene.somebody("Anna"), await scene.somebody("Ben")
        async with fault(scene):  # type: ignore[operator] # one of the context managers above
            anna.says(LAMP)
            await until(lambda: says in scene.house.store.trouble)
            ben.says(LAMP.replace("lantaarn", "lamp"))
            asked = len(server.calls)
            assert says in await scene.ails()
            assert (receipts(anna), receipts(ben)) == (0, 0)
        for person in (anna, ben):
            await person.sees("is bewaard")
        await asyncio.wait_for(_emptied(server), 60)
        assert (receipts(anna), receipts(ben), await scene.count("signals")) == (1, 1, 2)
        await until(lambda: scene.house.store.trouble == "")
        assert len(server.calls) > asked


async def _emptied(server: TelegramServer) -> None:
    while server.updates.waiting:  # noqa: ASYNC110 - the platform rings no bell
        await asyncio.sleep(0.01)


async def test_a_corrupt_page(folder: Path) -> None:
    """The service ends with one line, says nothing false, and parks nobody's words as if they were wrong."""
    async with TelegramServer() as server:
        async with service(sqlite(folder), server) as scene:
            anna = await scene.somebody()
            anna.says(LAMP)
            await anna.sees("is bewaard")
        whole = {name: (folder / name).read_bytes() for name in ("wijk.sqlite", "vault.sqlite")}
        spoil(folder / "wijk.sqlite", "signals")
        with pytest.raises(StoreUnusable, match="restore the last backup"):
            await _told(sqlite(folder), server, anna, "nu is de stoep ook kapot bij de flat")
        assert receipts(anna) == 1
        for name, data in whole.items():
            (folder / name).write_bytes(data)
        async with service(sqlite(folder), server) as scene:
            await until(lambda: receipts(anna) == 2)
            assert (await scene.count("signals"), await scene.count("parked")) == (2, 0)


async def _told(url: str, server: TelegramServer, anna: Person, words: str) -> None:
    """Somebody tells this to a service whose store is damaged; raises what ended it."""
    try:
        async with service(url, server) as scene:
            anna.says(words)
            await scene.running
    except BaseExceptionGroup as group:
        raise first(group) from None


def spoil(file: Path, table: str) -> None:
    """Write nonsense over the root page of a table, as a failing disk does."""
    with closing(sqlite3.connect(file)) as store:
        root, size = store.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master WHERE name = ?",
            (table,),
        ).fetchone()
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as raw:
        raw.seek((root - 1) * size)
        raw.write(b"\xa5" * size)
    for log in ("-wal", "-shm"):
        file.with_name(file.name + log).unlink(missing_ok=True)


async def test_no_database_at_all(folder: Path) -> None:
    """A file whose first page is gone: refused at the start, in one line that says what to do."""
    with (folder / "wijk.sqlite").open("r+b") as raw:
        raw.write(bytes(range(100)))
    with pytest.raises(StoreUnusable, match=DAMAGED):
        async with open_store(sqlite(folder)):
            pass


async def test_a_newer_schema(url: str) -> None:
    """A store that a newer program wrote is left as it is, and the line names the way out."""
    async with open_store(url) as store, store.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    async with TelegramServer() as server:
        with pytest.raises(StoreUnusable, match="start the newer version"):
            async with service(url, server):
                pass
