"""One instance sends, polls and keeps time: a lock that ends with the process that holds it."""

import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TextIO

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

ADVISORY_KEY = 0x77696A6B
"""Ours among the advisory locks of a PostgreSQL database: "wijk"."""


class StoreInUse(Exception):
    """Another instance holds this store: exit 75, or wait as standby."""


@asynccontextmanager
async def file_lock(store: Path) -> AsyncIterator[None]:
    """Hold a lock on a file beside the store."""
    beside = store.with_name(f"{store.name}.lock")
    with _opened(beside) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise StoreInUse(f"another instance uses {store}") from fault
        yield


@asynccontextmanager
async def postgres_lock(engine: AsyncEngine) -> AsyncIterator[None]:
    """Hold an advisory lock on a connection of its own, outside any transaction."""
    async with engine.connect() as plain:
        connection = await plain.execution_options(isolation_level="AUTOCOMMIT")
        question = text("SELECT pg_try_advisory_lock(:key)")
        if not (await connection.execute(question, {"key": ADVISORY_KEY})).scalar_one():
            raise StoreInUse("another instance uses this database")
        try:
            yield
        finally:
            await connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": ADVISORY_KEY})


def _opened(path: Path) -> TextIO:
    return path.open("a")
