"""PostgreSQL restarts, breaks the line after a COMMIT, takes nothing, or gives our lock to somebody else."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

import asyncpg
import pytest
from sqlalchemy import func, select

from storage import schema
from storage.engine import open_store
from storage.faults import StoreUnusable
from storage.locks import ADVISORY_KEY, StoreInUse
from tests.bot.scripted import until
from tests.faults.line import line
from tests.faults.scene import Scene, first, hurried, receipts, service
from tests.servers.postgres import Postgres, name_of
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(240)]
MANY = 12


@pytest.fixture(autouse=True)
def _hurried() -> Iterator[None]:
    with hurried():
        yield


async def ask(postgres: Postgres, database: str, statement: str) -> object:
    """As the owner of the server, beside the service."""
    host = str(postgres.directory)
    connection = await asyncpg.connect(host=host, user="test", database=name_of(database))
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


async def test_restarted_under_load(postgres: Postgres, database: str) -> None:
    """The server stops at once while twelve people write, and comes back: each is kept once and told once."""
    async with TelegramServer() as server, service(database, server) as scene:
        people = [await scene.somebody(f"Persoon {n}") for n in range(MANY)]
        for n, person in enumerate(people):
            person.says(f"de lantaarn bij nummer {n} is al weken stuk")
            if n == MANY // 2:
                data = str(postgres.directory / "data")
                restarting = asyncio.to_thread(
                    postgres.run, "pg_ctl", "-D", data, "-m", "fast", "-w", "restart"
                )
                await restarting
            await asyncio.sleep(0.01)
        for person in people:
            await person.sees("is bewaard", within=30)
        await quiet(scene)
        assert [receipts(person) for person in people] == [1] * MANY
        assert await scene.count("signals") == MANY


async def quiet(scene: Scene) -> None:
    """Nothing waits any more, and nothing is in doubt."""
    async with asyncio.timeout(60):
        while await unsent(scene):  # noqa: ASYNC110 - a store rings no bell
            await asyncio.sleep(0.02)


async def unsent(scene: Scene) -> int:
    """How many messages are not sent yet."""
    with suppress(OSError):
        async with scene.house.store.read() as connection:
            waits = schema.outbox.c.state.not_in(["sent", "dead", "parked"])
            found = await connection.execute(select(func.count()).select_from(schema.outbox).where(waits))
            return int(found.scalar_one())
    return 1


async def test_cut_after_commit(postgres: Postgres, database: str) -> None:
    """The line breaks when COMMIT was sent and not answered, at every such moment: kept once, told once."""
    async with (
        line(postgres.directory) as wire,
        TelegramServer() as server,
        service(wire.url(database), server) as scene,
    ):
        anna = await scene.somebody()
        for n in range(6):
            before = wire.cuts
            commits = iter(range(100))
            wire.cut_after_commit = lambda _data, n=n, commits=commits: next(commits) == n
            anna.says(f"bij de flat op nummer {n} is de lantaarn al weken stuk")
            async with asyncio.timeout(60):
                while receipts(anna) < n + 1 or wire.cuts == before:  # noqa: ASYNC110 - nor does a line
                    await asyncio.sleep(0.02)
            wire.cut_after_commit = None
            await quiet(scene)
        assert (receipts(anna), await scene.count("signals")) == (6, 6)
        assert wire.cuts == 6


async def test_cut_when_it_was_claimed(postgres: Postgres, database: str) -> None:
    """The line breaks at the commit that marks a message as being sent: it is sent all the same, and once."""
    async with (
        line(postgres.directory) as wire,
        TelegramServer() as server,
        service(wire.url(database), server) as scene,
    ):
        anna = await scene.somebody()
        wire.cut_after_commit = lambda _: bool(scene.house.sender._underway) and wire.cuts < 6
        anna.says("bij de flat is de lantaarn al weken stuk")
        await anna.sees("is bewaard", within=20)
        await quiet(scene)
        assert (receipts(anna), wire.cuts > 0, scene.house.sender._underway) == (1, True, set())


async def test_the_lock_is_taken_back(postgres: Postgres, database: str) -> None:
    """The connection that holds the lock ends: noticed, the lock is taken again, and the service goes on."""
    async with TelegramServer() as server, service(database, server) as scene:
        anna = await scene.somebody()
        held = f"FROM pg_locks WHERE locktype = 'advisory' AND objid = {ADVISORY_KEY}"
        before = await ask(postgres, database, f"SELECT pid {held}")
        assert await ask(postgres, database, f"SELECT pg_terminate_backend({before})")
        async with asyncio.timeout(60):
            while await ask(postgres, database, f"SELECT pid {held}") in {None, before}:  # noqa: ASYNC110 - nor a server
                await asyncio.sleep(0.02)
        anna.says("de lantaarn achter de flat is al weken stuk")
        await anna.sees("is bewaard")
        assert not scene.running.done()


async def test_the_lock_is_lost_to_another(postgres: Postgres, database: str) -> None:
    """Another instance was quicker: this one writes and sends nothing more, and ends as one too many."""
    async with TelegramServer() as server:
        anna = server.person("Anna")
        with pytest.raises(StoreInUse):
            await _goes_on_without_lock(postgres, database, server, anna)
        assert receipts(anna) == 0
        async with service(database, server):
            await anna.sees("is bewaard")


async def _goes_on_without_lock(
    postgres: Postgres, database: str, server: TelegramServer, anna: Person
) -> None:
    try:
        async with service(database, server) as scene:
            anna.starts("boomgaard")
            await anna.sees("wat er speelt in De Boomgaard")
            await lose_lock(postgres, database, scene)
            anna.says("de lantaarn achter de flat is al weken stuk")
            await scene.running
    except BaseExceptionGroup as group:
        raise first(group) from None


async def lose_lock(postgres: Postgres, database: str, scene: Scene) -> None:
    """The lock's connection ends, and somebody else has the lock before the service can ask for it again."""
    host, key = str(postgres.directory), ADVISORY_KEY
    other = await asyncpg.connect(host=host, user="test", database=name_of(database))
    waiting = asyncio.ensure_future(other.execute(f"SELECT pg_advisory_lock({key})"))
    waits = f"SELECT 1 FROM pg_locks WHERE objid = {key} AND NOT granted"  # noqa: S608 - a number of ours
    async with asyncio.timeout(60):
        while not await ask(postgres, database, waits):  # noqa: ASYNC110 - a server rings no bell
            await asyncio.sleep(0.01)
    held = f"SELECT pid FROM pg_locks WHERE objid = {key} AND granted"  # noqa: S608 - the same
    await ask(postgres, database, f"SELECT pg_terminate_backend(({held}))")
    await waiting
    scene.running.add_done_callback(lambda _: other.terminate())


async def test_a_second_instance(database: str) -> None:
    """On PostgreSQL too it is refused while the first one runs, and takes over when that one is gone."""
    async with TelegramServer() as server:
        async with service(database, server):
            with pytest.raises(StoreInUse):
                async with service(database, server):
                    pass
        async with service(database, server) as scene:
            await scene.somebody()


async def test_a_database_that_takes_nothing(postgres: Postgres, database: str) -> None:
    """Read-only, as a standby that did not take over: no receipt, health says why, then everything once."""
    name = name_of(database)
    end = f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'"  # noqa: S608 - ours
    async with TelegramServer() as server, service(database, server) as scene:
        anna = await scene.somebody()
        await ask(postgres, "@/postgres", f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
        await ask(postgres, "@/postgres", end)
        anna.says("de lantaarn achter de flat is al weken stuk")
        await until(lambda: "may only be read" in scene.house.store.trouble)
        assert "may only be read" in await scene.ails()
        assert receipts(anna) == 0
        await ask(postgres, "@/postgres", f'ALTER DATABASE "{name}" RESET ALL')
        await ask(postgres, "@/postgres", end)
        await anna.sees("is bewaard")
        await quiet(scene)
        assert (receipts(anna), await scene.count("signals")) == (1, 1)


async def test_a_server_that_is_away_or_refuses(postgres: Postgres) -> None:
    """At the start: one line that says what to do."""
    away = "postgresql+asyncpg://test@127.0.0.1:1/nothing"
    with pytest.raises(OSError, match=r"start it, and look at storage\.url"):
        async with open_store(away):
            pass
    with pytest.raises(StoreUnusable, match=r"look at storage\.url"):
        async with open_store(postgres.address("there_is_no_such_database")):
            pass
