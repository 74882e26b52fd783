"""One instance sends, polls and keeps time: a lock that ends with the process that holds it.

On PostgreSQL it is held by a connection, and a connection can end before its process does: then somebody else
may have it. `Lock.held` is false from the moment that is known; nothing is written until it is true again.
"""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TextIO

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.faults import STORE_DOWN, StoreAway

ADVISORY_KEY = 0x77696A6B
"""Ours among the advisory locks of a PostgreSQL database: "wijk"."""
ANSWERS_WITHIN = 10.0
"""Seconds in which the connection that holds the lock has to answer; else it is taken for lost."""


class StoreInUse(Exception):
    """Another instance holds this store: exit 75, or wait as standby."""


class Lock(Protocol):
    """What makes this process the one."""

    @property
    def held(self) -> bool:
        """Whether it is ours, as far as is known at this moment."""
        ...

    async def look(self) -> None:
        """Find out. Takes it again when it was lost; raises `StoreInUse` when somebody else has it now."""
        ...


@dataclass(slots=True)
class FileLock:
    """A lock on a file beside the store. It is lost when somebody takes that file away."""

    store: Path
    beside: Path
    handle: TextIO
    held: bool = True

    async def look(self) -> None:
        try:
            same = os.path.samestat(self.beside.stat(), os.fstat(self.handle.fileno()))
        except FileNotFoundError:
            same = False
        if not same:
            self.held = False
            raise StoreInUse(f"the lock beside {self.store} was taken away: another instance may use it")


@asynccontextmanager
async def file_lock(store: Path) -> AsyncIterator[FileLock]:
    """Hold a lock on a file beside the store."""
    beside = store.with_name(f"{store.name}.lock")
    with _opened(beside) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise StoreInUse(f"another instance uses {store}") from fault
        yield FileLock(store, beside, handle)


_TRY = text(
    "SELECT pg_try_advisory_lock(:key), pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()"
)
_GIVE_BACK = text("SELECT pg_advisory_unlock(:key)")
_END = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = :pid AND backend_start = :since"
)
_LOST = (*STORE_DOWN, SQLAlchemyError)


@dataclass(slots=True)
class PostgresLock:
    """An advisory lock on a connection of its own, outside any transaction."""

    engine: AsyncEngine
    held: bool = False
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _connection: AsyncConnection | None = None
    _session: dict[str, object] | None = None
    """Ours at the server, which may outlive our side of it."""

    async def take(self) -> None:
        """Get it, or raise `StoreInUse`."""
        bare = await self._stack.enter_async_context(self.engine.connect())
        connection = await bare.execution_options(isolation_level="AUTOCOMMIT")
        got, pid, since = (await connection.execute(_TRY, {"key": ADVISORY_KEY})).one()
        if not got:
            await self._end_our_own(connection)
            raise StoreInUse("another instance uses this database")
        driver = (await connection.get_raw_connection()).driver_connection
        if driver is None:
            raise StoreAway("the connection that holds the instance lock was lost")
        driver.add_termination_listener(self._ended)
        self._connection, self._session, self.held = connection, {"pid": pid, "since": since}, True

    async def look(self) -> None:
        if self.held and self._connection is not None:
            try:
                async with asyncio.timeout(ANSWERS_WITHIN):
                    await self._connection.execute(text("SELECT 1"))
            except _LOST:
                self.held = False
        if not self.held:
            await self.let_go()
            await self.take()

    async def let_go(self) -> None:
        """End the connection, and the lock with it. Not given back to the pool: it could hold the lock."""
        self.held = False
        if self._connection is not None:
            with suppress(*_LOST):
                await self._connection.invalidate()
        self._connection = None
        await self._stack.aclose()

    async def give_back(self) -> None:
        """So that a standby has it at once."""
        if self.held and self._connection is not None:
            with suppress(*_LOST):
                await self._connection.execute(_GIVE_BACK, {"key": ADVISORY_KEY})
        await self.let_go()

    async def _end_our_own(self, connection: AsyncConnection) -> None:
        """Our side of the line broke, and the server does not know it yet: that session holds our lock."""
        if self._session and (await connection.execute(_END, self._session)).first() is not None:
            self._session = None
            await self.let_go()
            raise StoreAway("the database still held the instance lock for a line that broke")

    def _ended(self, _connection: object) -> None:
        self.held = False


@asynccontextmanager
async def postgres_lock(engine: AsyncEngine) -> AsyncIterator[PostgresLock]:
    """Hold an advisory lock, and give it back at the end."""
    lock = PostgresLock(engine)
    try:
        await lock.take()
        yield lock
    finally:
        await lock.give_back()


def _opened(path: Path) -> TextIO:
    return path.open("a")
