"""A service to kill, with phones around it: on Telegram with either store, or on a real homeserver."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from sqlalchemy import select, text

from bot.chat import Platform
from bot.commands.inviting import invited
from bot.commands.tools import Tools
from bot.config import load
from domain.invitations import Grant
from storage import waiting
from storage.engine import open_store
from storage.schema import signals
from storage.states import Delivery
from tests.endure.unruly import Unruly, mix
from tests.servers.synapse import PASSWORD, Synapse
from tests.servers.telegram.faults import Faults
from tests.servers.telegram.server import TelegramServer
from tests.whole_round import on_matrix, on_telegram
from tests.whole_round.cast import PEOPLE
from tests.whole_round.clock import Clock
from tests.whole_round.on_matrix import MatrixPhones
from tests.whole_round.on_telegram import TelegramPhones
from tests.whole_round.performing import write_config
from tests.whole_round.stage import PAUSE, Phones
from tests.whole_round.story import STARTS

PATIENCE = 300.0
SIGNING_IN = 6.0
"""On Matrix a life first signs in, and is given all of its rooms."""
_NEWEST = "SELECT coalesce(max(id), 0) FROM outbox"
_LEFT = "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending', 'doubt')"


class Reachable(Phones, Protocol):
    """Phones whose accounts are known."""

    def address(self, who: str) -> tuple[Platform, str]: ...


@dataclass
class World:
    """A configured service that was not started yet, and who will talk to it."""

    phones: Reachable
    people: tuple[str, ...]
    clock: Clock
    config: Path
    url: str
    begin_faults: Callable[[], None]
    """From now on answers go wrong, if they should."""
    faults: Faults
    """What else should go wrong at the platform."""
    slow: float = 1.0
    """So many times as long as on Telegram a life of the service takes to get going."""

    async def invites(self) -> str:
        """The operator's invitation for the coordinator."""
        settings = load(self.config)
        tools = Tools(self.clock, run=lambda *_: 0, demo=lambda *_: 0)
        wijk, role = settings.districts[0], Grant.COORDINATOR
        return (await invited(settings, tools, wijk, role, "wijkcoordinator")).code


def _made(
    phones: Reachable,
    people: tuple[str, ...],
    config: Path,
    begin_faults: Callable[[], None],
    faults: Faults,
    *,
    slow: float = 1.0,
) -> World:
    clock = Clock(config.parent / "clock")
    clock.jump(STARTS, phones.rate)
    return World(phones, people, clock, config, load(config).storage.url, begin_faults, faults, slow)


@asynccontextmanager
async def on_telegram_with(
    folder: Path, *, faults: bool, url: str = "sqlite:///data.sqlite", more: Sequence[str] = ()
) -> AsyncIterator[World]:
    """Our own Telegram, that answers every fifth call or so with a fault when asked to."""
    async with TelegramServer() as server:
        config = write_config(folder, on_telegram.PLATFORM.format(server=server), url)
        (folder / "token").write_text(server.token)
        people = (*PEOPLE, *more)
        begin = partial(mix, server.faults) if faults else _none
        yield _made(TelegramPhones(server, people), people, config, begin, server.faults)


@asynccontextmanager
async def on_matrix_with(folder: Path, synapse: Synapse, *, faults: bool) -> AsyncIterator[World]:
    """A real homeserver, with something unruly between it and the service when asked to."""
    bot = synapse.register("bot")
    async with AsyncExitStack() as stack:
        between = await stack.enter_async_context(Unruly(synapse.url))
        config = write_config(folder, on_matrix.PLATFORM.format(homeserver=between.url, bot=bot))
        (folder / "password").write_text(PASSWORD)
        phones = await MatrixPhones.entered(stack, synapse, bot, folder / "people")
        begin = between.misbehaves if faults else _none
        yield _made(phones, PEOPLE, config, begin, between.faults, slow=SIGNING_IN)


def _none() -> None:
    """All answers are as they should be."""


async def settle(world: World) -> None:
    """Wait until nothing is left to send."""
    async with asyncio.timeout(PATIENCE):
        while await left(world):  # noqa: ASYNC110 - the store rings no bell
            await asyncio.sleep(PAUSE)


async def gone(world: World, texts: Sequence[str]) -> None:
    """Wait until none of these texts is kept."""
    async with asyncio.timeout(PATIENCE):
        while set(texts) & set(await _said(world)):  # noqa: ASYNC110 - the store rings no bell
            await asyncio.sleep(PAUSE)


async def _said(world: World) -> list[str]:
    if (file := _file(world)) is not None:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as look:
            return [str(text) for (text,) in look.execute("SELECT text FROM signals")]
    async with open_store(world.url) as store, store.read() as connection:
        return list((await connection.execute(select(signals.c.text))).scalars())


async def left(world: World) -> int:
    """How much waits to be sent. No connection stays open: the next life puts its log in order itself."""
    if (file := _file(world)) is not None:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as look:
            (count,) = look.execute(_LEFT).fetchone()
            return int(count)
    async with open_store(world.url) as store, store.read() as connection:
        counts = await waiting.counts(connection)
    return counts[Delivery.PENDING] + counts[Delivery.SENDING] + counts[Delivery.DOUBT]


async def newest(world: World) -> int:
    """The id of the last message that was made."""
    if (file := _file(world)) is not None:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as look:
            return int(look.execute(_NEWEST).fetchone()[0])
    async with open_store(world.url) as store, store.read() as connection:
        return int((await connection.execute(text(_NEWEST))).scalar_one())


def _file(world: World) -> str | None:
    return world.url.removeprefix("sqlite:///") if world.url.startswith("sqlite") else None
