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

from storage import postgres
from storage.faults import DAMAGED, STORE_DOWN, StoreAway, StoreUnusable, connect_postgres, plain, sort_faults
from storage.journal import JOURNAL_FILE, Journal
from storage.locks import Lock, file_lock, postgres_lock
from storage.migrate import upgrade
from storage.periods import Keeping
from storage.rewriting import keep_no_samples, rewrite
from storage.sqlite import VAULT_FILE, check_pragmas, empty_log, sqlite_engine

__all__ = ["STORE_DOWN", "VAULT_FILE", "Connection", "Store", "StoreUnusable", "open_store"]

MARKER = ".restoring"
"""At the end of the name of a file that stands beside a store while another one takes its place."""
HALF_RESTORED = "a restore was not finished: run the same `wijksignaal restore` again"
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


class Store:
    """The wijk's store and the vault. Use as `async with open_store(url) as store`."""

    def __init__(self, url: URL, keeping: Keeping) -> None:
        self.url = url
        self.periods = keeping.periods
        self._restoring = keeping.restoring
        beside = self.path.with_name(JOURNAL_FILE) if self.sqlite and url.database else None
        kept = keeping.journal or beside
        self.journal = Journal(kept) if kept else None
        """Erasures, outside the stores and their backups."""
        self._stack = AsyncExitStack()
        self._main: AsyncEngine
        self._vault: AsyncEngine
        self._writing = {"main": asyncio.Lock(), "vault": asyncio.Lock()}
        self._lock: Lock | None = None
        self.troubles: dict[str, str] = {}
        """Who could not keep something, and why; gone when they could."""

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
    def missing(self) -> bool:
        """There is no file of it, and none on its way (`restore`)."""
        return self.sqlite and not self.path.exists() and not self._marker.exists()

    @property
    def _marker(self) -> Path:
        return self.path.with_name(f"{self.path.name}{MARKER}")

    @property
    def vault_path(self) -> Path:
        return self.path.with_name(VAULT_FILE)

    def bare_engine(self) -> AsyncEngine:
        """An engine on the database of a server, whatever schema it has. PostgreSQL only."""
        return create_async_engine(
            self.url,
            pool_size=10,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"async_creator_fn": connect_postgres},
        )

    async def __aenter__(self) -> Self:
        if self.sqlite:
            if self._marker.exists():
                raise StoreUnusable(HALF_RESTORED)
            self._main, vault = sqlite_engine(self.path), sqlite_engine(self.vault_path)
            self._vault = vault.execution_options(schema_translate_map={"vault": None})
        else:
            self._main = self._vault = self.bare_engine()
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
        try:
            async with self._main.connect() as connection:
                yield await connection.execution_options(reading=True)
        except StoreUnusable as fault:
            self.troubles["main"] = plain(fault)
            raise

    @asynccontextmanager
    async def vault_begin(self) -> AsyncIterator[Connection]:
        """A writing transaction of the vault. For intake and sender only."""
        async with self._write("vault", self._vault) as connection:
            yield connection

    async def overwrite_what_was_deleted(self) -> bool:
        """Once a day: what `wissen` took is still in SQLite's log, and in the tables of PostgreSQL.

        False when somebody reads in it (a backup is being made): then it has to be tried again.
        """
        if not self.sqlite:
            return await rewrite(self._main)
        emptied = True
        for store, engine in (("main", self._main), ("vault", self._vault)):
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

    async def look(self) -> None:
        """Is the instance lock ours still, and the store whole? Raises `StoreInUse` or `StoreUnusable`."""
        if self.trouble == DAMAGED:
            raise StoreUnusable(DAMAGED)
        if self._lock is not None:
            await self._lock.look()

    @property
    def trouble(self) -> str:
        """Why something could not be kept, and how to mend it; empty when all could."""
        return next(iter(self.troubles.values()), "")

    @asynccontextmanager
    async def _write(self, store: str, engine: AsyncEngine) -> AsyncIterator[Connection]:
        try:
            async with AsyncExitStack() as stack:
                if self.sqlite:
                    await stack.enter_async_context(self._writing[store])
                self._be_the_one()
                yield await stack.enter_async_context(engine.begin())
        except (OperationalError, InterfaceError, StoreAway, StoreUnusable) as fault:
            self.troubles[store] = plain(fault)
            raise
        self.troubles.pop(store, None)

    def _be_the_one(self) -> None:
        if self._lock is not None and not self._lock.held:
            raise StoreAway("the database let go of the instance lock: it is asked for again")

    async def _prepare(self) -> None:
        """Bring both schemas to this version, and see that the engine keeps what it promises."""
        if self.sqlite:
            await check_pragmas(self._main)
            await check_pragmas(self._vault)
        async with self._main.begin() as connection:
            if not self.sqlite and not self._restoring and await postgres.half_restored(connection):
                raise StoreUnusable(HALF_RESTORED)
            await connection.run_sync(upgrade, "main")
        async with self._vault.begin() as connection:
            await connection.run_sync(upgrade, "vault")
            if not self.sqlite:
                await keep_no_samples(connection)


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
