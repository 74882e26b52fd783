"""The two stores as one thing that is opened, written in whole transactions, and closed.

On SQLite every write is a `BEGIN IMMEDIATE`, and writers of this process queue up rather than poll a locked
file (`sqlite.py`).
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection as Connection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.faults import STORE_DOWN, StoreAway, StoreUnusable, connect_postgres, plain, sort_faults
from storage.journal import JOURNAL_FILE, Journal
from storage.locks import Lock, file_lock, postgres_lock
from storage.migrate import upgrade
from storage.periods import Keeping
from storage.sqlite import check_pragmas, empty_log, sqlite_engine

__all__ = ["STORE_DOWN", "Connection", "Store", "StoreUnusable", "open_store"]

VAULT_FILE = "vault.sqlite"
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


class Store:
    """The wijk's store and the vault. Use as `async with open_store(url) as store`."""

    def __init__(self, url: URL, keeping: Keeping) -> None:
        self.url = url
        self.periods = keeping.periods
        beside = self.path.with_name(JOURNAL_FILE) if self.sqlite and url.database else None
        kept = keeping.journal or beside
        self.journal = Journal(kept) if kept else None
        """Erasures, outside the stores and their backups."""
        self._stack = AsyncExitStack()
        self._main: AsyncEngine
        self._vault: AsyncEngine
        self._writing = {"main": asyncio.Lock(), "vault": asyncio.Lock()}
        self._lock: Lock | None = None
        self._troubles: dict[str, str] = {}

    @property
    def sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def path(self) -> Path:
        """The file of the wijk's store. SQLite only."""
        if not self.sqlite or not self.url.database:
            raise StoreUnusable("this store is not a file")
        return Path(self.url.database)

    @property
    def vault_path(self) -> Path:
        return self.path.with_name(VAULT_FILE)

    async def __aenter__(self) -> Self:
        if self.sqlite:
            self._main, vault = sqlite_engine(self.path), sqlite_engine(self.vault_path)
            self._vault = vault.execution_options(schema_translate_map={"vault": None})
        else:
            self._main = self._vault = create_async_engine(
                self.url,
                pool_size=10,
                pool_pre_ping=True,
                hide_parameters=True,
                connect_args={"async_creator_fn": connect_postgres},
            )
            sort_faults(self._main.sync_engine)
        for engine in {self._main, self._vault}:
            self._stack.push_async_callback(engine.dispose)
        try:
            await self._prepare()
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Connection]:
        """A writing transaction of the wijk's store: committed as a whole, or not at all."""
        async with self._write("main", self._main) as connection:
            yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Connection]:
        """A look at the wijk's store, beside whoever is writing; nothing is kept of it."""
        async with self._main.connect() as connection:
            yield await connection.execution_options(reading=True)

    @asynccontextmanager
    async def vault_begin(self) -> AsyncIterator[Connection]:
        """A writing transaction of the vault. For intake and sender only."""
        async with self._write("vault", self._vault) as connection:
            yield connection

    async def overwrite_what_was_deleted(self) -> bool:
        """Once a day: what `wissen` took is still in SQLite's log until that is made empty.

        False when somebody reads in it (a backup is being made): then it has to be tried again.
        """
        emptied = True
        for store, engine in (("main", self._main), ("vault", self._vault)) if self.sqlite else ():
            async with self._writing[store]:
                emptied &= await empty_log(engine)
        return emptied

    @asynccontextmanager
    async def hold_instance_lock(self) -> AsyncIterator[None]:
        """Be the one that sends, polls and keeps time. Raises `StoreInUse` when another one is."""
        lock = file_lock(self.path) if self.sqlite else postgres_lock(self._main)
        async with lock as held:
            self._lock = held
            try:
                yield
            finally:
                self._lock = None

    async def look_at_lock(self) -> None:
        """Is the instance lock ours still? Raises `StoreInUse` when another instance has it now."""
        if self._lock is not None:
            await self._lock.look()

    @property
    def trouble(self) -> str:
        """Why the last write did not succeed, and how to mend it; empty when it did."""
        return next(iter(self._troubles.values()), "")

    @asynccontextmanager
    async def _write(self, store: str, engine: AsyncEngine) -> AsyncIterator[Connection]:
        try:
            async with AsyncExitStack() as stack:
                if self.sqlite:
                    await stack.enter_async_context(self._writing[store])
                self._be_the_one()
                yield await stack.enter_async_context(engine.begin())
        except (OperationalError, InterfaceError, StoreAway, StoreUnusable) as fault:
            self._troubles[store] = plain(fault)
            raise
        self._troubles.pop(store, None)

    def _be_the_one(self) -> None:
        if self._lock is not None and not self._lock.held:
            raise StoreAway("the database let go of the instance lock: it is asked for again")

    async def _prepare(self) -> None:
        """Bring both schemas to this version, and see that the engine keeps what it promises."""
        if self.sqlite:
            await check_pragmas(self._main)
            await check_pragmas(self._vault)
        async with self._main.begin() as connection:
            await connection.run_sync(upgrade, "main")
        async with self._vault.begin() as connection:
            await connection.run_sync(upgrade, "vault")


def open_store(where: str | Keeping) -> Store:
    """The store at `sqlite:///PATH` or `postgresql://...`; opened by `async with`."""
    keeping = where if isinstance(where, Keeping) else Keeping(where)
    parsed = make_url(keeping.url)
    backend = parsed.get_backend_name()
    if backend not in _DRIVERS:
        raise StoreUnusable(
            f"storage.url: {backend} is not supported; use sqlite:///PATH or postgresql://..."
        )
    return Store(parsed.set(drivername=_DRIVERS[backend]), keeping)
