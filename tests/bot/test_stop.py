"""Asked to stop: what is on its way arrives and is written down, nothing new is taken, nobody waits long."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import outlasting
from bot.chat import Batch, Outcome, Outgoing, Start, Words
from storage import schema
from storage.states import Delivery
from tests.bot.scripted import Scripted, Street, sqlite, street, until

pytestmark = pytest.mark.asyncio
LAMP = "de lantaarn achter de flat is al weken stuk"


@dataclass(slots=True)
class Slow(Scripted):
    """A platform whose answer waits until the test lets it go."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    answers_now: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, message: Outgoing) -> Outcome:
        self.asked.set()
        await self.answers_now.wait()
        return await Scripted.send(self, message)


async def _states(at: Street) -> list[Delivery]:
    async with at.house.store.read() as connection:
        found = await connection.execute(select(schema.outbox.c.state).order_by(schema.outbox.c.id))
        return list(found.scalars())


async def _ended(running: asyncio.Future[None]) -> None:
    async with asyncio.timeout(30):
        with suppress(asyncio.CancelledError):
            await running


async def test_what_is_on_its_way_arrives(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped while the platform has the first of two messages: that one is sent, the next one waits."""
    monkeypatch.setattr(outlasting, "TO_FINISH", 600.0)
    chat = Slow()
    async with street(sqlite(folder), chat) as at:
        chat.batches = [Batch((at.event("anja", Start()), at.event("anja", Words(LAMP))))]
        running = asyncio.ensure_future(at.house.run())
        await until(chat.asked.is_set)
        running.cancel()
        await until(at.house.sender.ending.is_set)
        assert not running.done()
        chat.answers_now.set()
        await _ended(running)
        first, *later = await _states(at)
        assert (first, len(chat.sent)) == (Delivery.SENT, 1)
        assert later
        assert set(later) == {Delivery.PENDING}


async def test_a_platform_that_hangs_keeps_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer within the time that is given: it ends all the same, and the next start looks at it."""
    monkeypatch.setattr(outlasting, "TO_FINISH", 0.05)
    chat = Slow()
    async with street(sqlite(folder), chat) as at:
        chat.batches = [Batch((at.event("anja", Words(LAMP)),))]
        running = asyncio.ensure_future(at.house.run())
        await until(chat.asked.is_set)
        running.cancel()
        await _ended(running)
        assert running.done()
        assert Delivery.SENDING in await _states(at)
        assert await at.house.sender.recover() == 1
        assert Delivery.DOUBT in await _states(at)
