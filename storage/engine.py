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

from storage.journal import JOURNAL_FILE, Journal
from storage.locks import file_lock, postgres_lock
from storage.migrate import upgrade
from storage.sqlite import StoreUnusable, check_pragmas, empty_log, sqlite_engine

__all__ = ["STORE_DOWN", "Connection", "Store", "StoreUnusable", "open_store"]

STORE_DOWN = (OperationalError, InterfaceError, OSError)
"""Disk full, locked, read-only, server away: the same work succeeds later. Others are of the work itself."""
VAULT_FILE = "vault.sqlite"
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


class Store:
    """The wijk's store and the vault. Use as `async with open_store(url) as store`."""

    def __init__(self, url: URL, journal: Path | None = None) -> None:
        self.url = url
        beside = self.path.with_name(JOURNAL_FILE) if self.sqlite and url.database else None
        kept = journal or beside
        self.journal = Journal(kept) if kept else None
        """Erasures, outside the stores and their backups."""
        self._stack = AsyncExitStack()
        self._main: AsyncEngine
        self._vault: AsyncEngine
        self._writing = {"main": asyncio.Lock(), "vault": asyncio.Lock()}

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
                self.url, pool_size=10, pool_pre_ping=True, hide_parameters=True
            )
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

    async def overwrite_what_was_deleted(self) -> None:
        """Once a day: what `wissen` took is still in SQLite's log until that is made empty."""
        if self.sqlite:
            for store, engine in (("main", self._main), ("vault", self._vault)):
                async with self._writing[store]:
                    await empty_log(engine)

    @asynccontextmanager
    async def hold_instance_lock(self) -> AsyncIterator[None]:
        """Be the one that sends, polls and keeps time. Raises `StoreInUse` when another one is."""
        lock = file_lock(self.path) if self.sqlite else postgres_lock(self._main)
        async with lock:
            yield

    @asynccontextmanager
    async def _write(self, store: str, engine: AsyncEngine) -> AsyncIterator[Connection]:
        async with AsyncExitStack() as stack:
            if self.sqlite:
                await stack.enter_async_context(self._writing[store])
            yield await stack.enter_async_context(engine.begin())

    async def _prepare(self) -> None:
        """Bring both schemas to this version, and see that the engine keeps what it promises."""
        if self.sqlite:
            await check_pragmas(self._main)
            await check_pragmas(self._vault)
        async with self._main.begin() as connection:
            await connection.run_sync(upgrade, "main")
        async with self._vault.begin() as connection:
            await connection.run_sync(upgrade, "vault")


def open_store(url: str, journal: Path | None = None) -> Store:
    """The store at `sqlite:///PATH` or `postgresql://...`; opened by `async with`.

    `journal` is where erasures are kept outside it; else beside the file, where there is one.
    """
    parsed = make_url(url)
    backend = parsed.get_backend_name()
    if backend not in _DRIVERS:
        raise StoreUnusable(
            f"storage.url: {backend} is not supported; use sqlite:///PATH or postgresql://..."
        )
    return Store(parsed.set(drivername=_DRIVERS[backend]), journal)
