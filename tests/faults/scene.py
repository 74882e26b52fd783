"""A whole service in this process, on our own Telegram, while something around it is broken."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, func, select

from bot import outlasting
from bot.health import reasons
from bot.service import House, built
from bot.telegram.account import Telegram
from bot.telegram.wire import Timeouts
from storage import schema
from storage.engine import Store
from tests.bot.scripted import BOOMGAARD, NOW
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer

LAMP = (
    "de lantaarn achter de flat is al weken stuk, s avonds is het daar pikdonker " + "en nog donkerder " * 230
)
"""Long, so that it does not fit in what is free in the pages that are there."""
KEPT = "is bewaard"
HASTE = Timeouts(poll=1, pause=0.02, between=0.0)
RATE = 50.0


@dataclass
class Clock:
    """Runs fast, so that the pace of a platform does not make tests slow, and can be put anywhere."""

    start: datetime = NOW
    _since: float = field(default_factory=time.monotonic)

    def __call__(self) -> datetime:
        return self.start + timedelta(seconds=(time.monotonic() - self._since) * RATE)

    def jump(self, to: datetime) -> None:
        self.start, self._since = to, time.monotonic()

    def on(self, **span: float) -> None:
        self.jump(self() + timedelta(**span))


@dataclass
class Scene:
    """The service, its Telegram and its clock."""

    house: House
    server: TelegramServer
    clock: Clock
    running: "asyncio.Task[None]"
    pragmas: list[str]
    """What every connection of the store is held to from now on: SQLite only."""

    async def somebody(self, name: str = "Anna") -> Person:
        """Who told in which wijk they live."""
        person = self.server.person(name)
        person.starts("boomgaard")
        await person.sees("wat er speelt in De Boomgaard")
        return person

    async def ails(self) -> str:
        """What /health complains of."""
        return " / ".join(await reasons(self.house.store, self.clock))

    async def count(self, table: str) -> int:
        return await count(self.house.store, table)


@asynccontextmanager
async def service(url: str, server: TelegramServer, clock: Clock | None = None) -> AsyncIterator[Scene]:
    """It runs until the end of the block; a fault of its own that ended it is raised there."""
    clock = clock or Clock()
    chat = Telegram(server.token, server.base_url, server.base_file_url, clock=clock, timeouts=HASTE)
    async with chat, built(url, "a secret of tests", (BOOMGAARD,), (chat,), clock) as house:
        pragmas = held_to(house.store)
        running = asyncio.ensure_future(house.run())
        try:
            yield Scene(house, server, clock, running, pragmas)
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


def held_to(store: Store) -> list[str]:
    """Fill it while the store is in use; who listens must be there before, or the pool stumbles over it."""
    pragmas: list[str] = []

    def hold(connection: sqlite3.Connection, *_: object) -> None:
        for pragma in pragmas:
            with closing(connection.cursor()) as cursor:
                cursor.execute(f"PRAGMA {pragma}")

    event.listen(store._main.sync_engine, "checkout", hold)
    return pragmas


def receipts(person: Person) -> int:
    """How often somebody was told that something of theirs was kept."""
    return sum(KEPT in one.text for one in person.seen if one.what == "message")


async def count(store: Store, table: str) -> int:
    """How many rows a table has."""
    async with store.read() as connection:
        found = await connection.execute(select(func.count()).select_from(schema.metadata.tables[table]))
        return int(found.scalar_one())


@contextmanager
def hurried() -> Iterator[None]:
    """What waits some seconds before it tries again, waits a moment."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.intake.PAUSE", 0.05)
        patched.setattr(outlasting, "IDLE", 0.05)
        patched.setattr("bot.service.IDLE", 0.05)
        patched.setattr("bot.service.TICK", 1)
        yield


def first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """What is inside, however deep."""
    inner = group.exceptions[0]
    return first(inner) if isinstance(inner, BaseExceptionGroup) else inner
