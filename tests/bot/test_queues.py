"""A queue for each platform: one that is slow or down holds up no other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.chat import Batch, Incoming, Outcome, Outgoing, Platform, Words
from domain.messages import Kind, Message, Text
from storage import outbox
from tests.bot.scripted import BOOMGAARD, Scripted, Street, sqlite, street, until

pytestmark = pytest.mark.asyncio


@dataclass(slots=True)
class Slow(Scripted):
    """A platform that takes messages and answers only when it is let go."""

    holding: bool = False
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, message: Outgoing) -> Outcome:
        outcome = await Scripted.send(self, message)
        if self.holding:
            await self.let_go.wait()
        return outcome


@asynccontextmanager
async def living(at: Street) -> AsyncIterator[None]:
    """The service runs meanwhile."""
    running = asyncio.ensure_future(at.house.run())
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def arrives(at: Street, chat: Scripted, who: str) -> Incoming:
    """Somebody greets on this platform; gives the event."""
    own, at.chat = at.chat, chat
    event = at.event(who, Words("hallo"))
    await at.house.intake.take(Batch((event,)), chat.bot)
    at.chat = own
    return event


async def owe(at: Street, *events: Incoming) -> None:
    """News for these people."""
    keys = at.house.intake.keys
    news = [
        Message(keys.person(one), Text("name", {"name": f"nieuws voor {one.sender}"}), kind=Kind.NOTICE)
        for one in events
    ]
    async with at.house.store.begin() as connection:
        await outbox.queue(connection, news, at.clock())
    at.house.sender.ring()


def heard(chat: Scripted) -> list[str]:
    """The news that this platform was given."""
    return [one.text for one in chat.sent if one.text.startswith("nieuws voor")]


async def test_a_platform_that_hangs_holds_up_no_other(folder: Path) -> None:
    """Telegram answers nothing at all; whoever is on Matrix hears the news all the same."""
    telegram, matrix = Slow(Platform.TELEGRAM, "t"), Slow(Platform.MATRIX, "m")
    async with street(sqlite(folder), telegram, (BOOMGAARD,), matrix) as at:
        on_telegram = [await arrives(at, telegram, f"t{n}") for n in range(8)]
        on_matrix = [await arrives(at, matrix, f"m{n}") for n in range(3)]
        await at.house.send_all()
        at.clock.on(seconds=5)
        telegram.holding = True
        async with living(at):
            await owe(at, *on_telegram, *on_matrix)
            await until(lambda: len(heard(matrix)) == 3)
            assert len(heard(telegram)) == 4
            telegram.let_go.set()
            await until(lambda: len(heard(telegram)) == 8)
        assert len(set(heard(telegram))) == 8


async def test_what_waits_elsewhere_is_sorted_at_once(folder: Path) -> None:
    """Whoever meets news of another platform gives all that waits its queue, so it is met once."""
    telegram, matrix = Scripted(Platform.TELEGRAM, "t"), Scripted(Platform.MATRIX, "m")
    async with street(sqlite(folder), telegram, (BOOMGAARD,), matrix) as at:
        people = [await arrives(at, telegram, f"t{n}") for n in range(20)]
        await at.house.send_all()
        at.clock.on(seconds=5)
        await owe(at, *people)
        assert await at.house.sender.send_one(Platform.MATRIX)
        assert not await at.house.sender.send_one(Platform.MATRIX)
        await at.house.send_all()
        assert len(heard(telegram)) == 20


async def test_what_is_under_way_is_in_nobodys_doubt(folder: Path) -> None:
    """When the store was away for one sender, what another one is sending goes out once all the same."""
    telegram = Slow(Platform.TELEGRAM, "t")
    async with street(sqlite(folder), telegram) as at:
        people = [await arrives(at, telegram, f"t{n}") for n in range(2)]
        await at.house.send_all()
        at.clock.on(seconds=5)
        telegram.holding = True
        await owe(at, *people)
        sending = asyncio.ensure_future(at.house.sender.send_one(Platform.TELEGRAM))
        await until(lambda: len(heard(telegram)) == 1)
        assert await at.house.sender.recover() == 0
        telegram.let_go.set()
        await sending
        at.clock.on(seconds=60)
        await at.house.send_all()
        assert sorted(heard(telegram)) == ["nieuws voor t0", "nieuws voor t1"]
