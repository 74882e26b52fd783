"""SQLite as it has to be for this service: durable, and quick inside a transaction.

aiosqlite sends every call through a thread: some forty switches a signal, many times dearer than the work
itself, which is a lookup in pages that are in memory. So only what may wait for the disk or for another
writer (`BEGIN IMMEDIATE` and the commit) goes through the thread; all else runs at once.
"""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.faults import StoreUnusable, plain, sort_faults

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: a commit is on the disk before anybody is told
    "foreign_keys": 1,
    "secure_delete": 1,  # what `wissen` deletes is overwritten
    "busy_timeout": 5_000,
}
VAULT_FILE = "vault.sqlite"
WAITING = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK", "PRAGMA")
"""What begins so; a transaction that only reads waits for nobody."""


class QuickConnection(aiosqlite.Connection):
    """A connection that uses its thread only for what may wait. Its calls never overlap: each is awaited."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        if not self._running or self._connection is None or _may_wait(fn, args):
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return fn(*args, **kwargs)


def sqlite_engine(path: Path) -> AsyncEngine:
    """An engine on this file, which only its owner may read; it is made when it is not there."""
    _make_private(path)
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        async_creator=partial(_connect, path),
        hide_parameters=True,
    )
    sort_faults(engine.sync_engine)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


async def empty_log(engine: AsyncEngine) -> bool:
    """Move everything from the write-ahead log into the file, and make the log empty; False while read."""
    async with engine.connect() as bare:
        connection = await bare.execution_options(outside=True)
        row = (await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))).one()
        return bool(row[0] == 0)


async def check_pragmas(engine: AsyncEngine) -> None:
    """Raise `StoreUnusable` when SQLite does not keep one of the promised settings."""
    try:
        async with engine.connect() as connection:
            for name, wanted in PRAGMAS.items():
                found = (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
                _must_be(name, found, wanted)
    except (DBAPIError, StoreUnusable) as fault:
        raise StoreUnusable(f"{engine.url.database} cannot be opened: {plain(fault)}") from fault


def _must_be(name: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise StoreUnusable(f"SQLite keeps {name} at {found}, and {wanted} is needed")


def _may_wait(fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    if args:
        return isinstance(args[0], str) and args[0].startswith(WAITING)
    # commit, rollback and close of the connection; a cursor's fetchall and close wait for nothing, nor
    # does a rollback after the end, with which the pool takes a connection back.
    held = getattr(fn, "__self__", None)
    if not isinstance(held, sqlite3.Connection) or fn.__name__ == "cursor":
        return False
    return fn.__name__ != "rollback" or held.in_transaction


async def _connect(path: Path) -> aiosqlite.Connection:
    # The thread of aiosqlite and the loop take turns, never both at once.
    open_file = partial(sqlite3.connect, path, check_same_thread=False)
    connection = QuickConnection(open_file, iter_chunk_size=64)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does: an open connection never stops an exit
    return await connection


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    # The driver's own transactions start late and break savepoints; ours start in `_begin`.
    connection.isolation_level = None
    cursor = connection.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    cursor.close()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("outside", False):
        connection.exec_driver_sql("BEGIN" if options.get("reading", False) else "BEGIN IMMEDIATE")


def _make_private(path: Path) -> None:
    # Words of people stand in it; SQLite gives its -wal and -shm the same rights.
    try:
        path.touch(mode=0o600)
    except OSError as fault:
        raise StoreUnusable(f"{path} cannot be written: {fault.strerror}. Look whose folder it is") from fault
