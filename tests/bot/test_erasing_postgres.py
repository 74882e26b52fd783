"""`wissen` on PostgreSQL, byte by byte: in a dump, in the files of the server, and in its log."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.invitations import Grant
from storage.engine import open_store
from tests.bot.scripted import Street, street
from tests.bot.test_erasing import CANARY, canary, found, leaves, lives
from tests.servers.postgres import Postgres, name_of, running

pytestmark = pytest.mark.asyncio
LOG = "pg_wal"
PEOPLE = 10


@pytest.fixture
def server() -> Iterator[Postgres]:
    """A server of this test alone: its files hold nothing of others, and old parts of its log go."""
    with running(wal_recycle="off") as server:
        yield server


def _does(server: Postgres, url: str, *statements: str) -> None:
    """As the owner of the server, each in a transaction of its own."""
    for one in statements:
        server.run("psql", "-h", str(server.directory), "-U", "test", "-d", name_of(url), "-qX", "-c", one)


def _dumped(server: Postgres, url: str) -> Path:
    """Everything of the database as text, in a folder of its own."""
    there = server.directory / "dumped"
    there.mkdir(exist_ok=True)
    there.chmod(0o777)
    server.run("pg_dump", "-h", str(server.directory), "-U", "test", f"--file={there}/all.sql", name_of(url))
    return there


async def _a_day_later(at: Street) -> None:
    at.clock.on(minutes=1)
    await at.house.send_all()
    at.clock.on(days=1)
    await at.house.tick()


async def test_of_ten_people_nothing_is_left(server: Postgres) -> None:
    """A day later: no byte in a dump and in the tables; in the log until the server drops that part."""
    url, files = server.database(), server.directory / "data"
    async with street(url) as at:
        await at.becomes("sofie", Grant.COORDINATOR)
        for n in range(PEOPLE):
            await lives(at, n)
        await at.says("gerda", "de stoep bij de bushalte ligt los")
        # What the server does by itself, some day: looking which values are common.
        _does(server, url, "ANALYZE", "CHECKPOINT")
        there = found(files / "base", tuple(canary(n, "edit") for n in range(PEOPLE)))
        assert len(there) >= PEOPLE
        assert len(found(_dumped(server, url), (canary(0, "id"), canary(0, "edit")))) == 2
        for n in range(PEOPLE):
            await leaves(at, n)
        await _a_day_later(at)
        _does(server, url, "CHECKPOINT")
        assert found(_dumped(server, url), (CANARY,)) == []
        assert [hit for hit in found(server.directory, (CANARY,)) if not _in_log(files, hit)] == []
        assert found(files / LOG, (CANARY,))
        # What `archive_timeout` and the next checkpoint do.
        _does(server, url, "SELECT pg_switch_wal()", "CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT")
        assert found(server.directory, (CANARY,)) == []


def _in_log(files: Path, hit: str) -> bool:
    return (files / LOG / hit.partition(":")[0]).exists()


async def test_a_table_that_is_read_is_written_anew_later(postgres_url: str) -> None:
    """While a backup reads, nobody waits long and it is not done; an hour later it is."""
    async with street(postgres_url) as at, at.house.store.read() as reader:
        await reader.execute(text("SELECT count(*) FROM signals"))
        assert not await asyncio.wait_for(at.house.store.overwrite_what_was_deleted(), 60)
        before = await _place(at)
        await at.house.tick()
        assert await _place(at) == before
        await reader.rollback()
        at.clock.on(minutes=61)
        await at.house.tick()
        assert await _place(at) != before


async def _place(at: Street) -> object:
    """Which file the last of the tables is: a new one each time that all of them are written anew."""
    async with at.house.store.read() as connection:
        asked = text("SELECT pg_relation_filepath('vault.addresses')")
        return (await connection.execute(asked)).scalar_one()


async def test_no_samples_of_words(postgres_url: str) -> None:
    """No column with words, keys or addresses is one of which the server keeps samples."""
    async with open_store(postgres_url) as store, store.read() as connection:
        asked = text(
            "SELECT DISTINCT attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
            " JOIN pg_namespace ON pg_namespace.oid = relnamespace"
            " WHERE nspname IN ('public', 'vault') AND relkind = 'r' AND attnum > 0"
            " AND coalesce(attstattarget, -1) <> 0 AND format_type(atttypid, NULL) IN ('text', 'bytea')"
        )
        sampled = set((await connection.execute(asked)).scalars())
    assert sampled == {"district", "round", "platform", "bot"}
