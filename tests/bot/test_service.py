"""The parts together: they outlast a store that is away, and end together."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot import outlasting
from bot.chat import AnotherInstance, Batch, Words
from storage import turns
from storage.locks import StoreInUse
from tests.bot.scripted import Scripted, sqlite, street, until

pytestmark = pytest.mark.asyncio
LAMP = "de lantaarn achter de flat is al weken stuk"


async def test_what_comes_in_is_answered(folder: Path) -> None:
    """Running, it takes in, answers, and leaves a sign of life."""
    async with street(sqlite(folder), Scripted()) as at:
        at.chat.batches = [Batch((at.event("anja", Words(LAMP)),))]
        running = asyncio.ensure_future(at.house.run())
        await until(lambda: any("is bewaard" in one.text for one in at.chat.sent))
        await at.thrives()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        assert await at.ails() == ()


async def test_a_store_that_is_away_ends_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sender finds the store locked a few times, and goes on where it was."""
    faults, claim = [OperationalError("x", {}, Exception("locked"))] * 3, turns.claim

    async def sometimes(*given: object) -> object:
        if faults:
            raise faults.pop()
        return await claim(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(outlasting, "IDLE", 0.01)
    monkeypatch.setattr(turns, "claim", sometimes)
    async with street(sqlite(folder), Scripted()) as at:
        at.chat.batches = [Batch((at.event("anja", Words(LAMP)),))]
        running = asyncio.ensure_future(at.house.run())
        await until(lambda: any("is bewaard" in one.text for one in at.chat.sent))
        assert faults == []
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_a_second_poller_ends_the_service(folder: Path) -> None:
    """No fight over one account: the fault reaches whoever started the service."""
    async with street(sqlite(folder), Scripted(refusal=AnotherInstance("another program"))) as at:
        with pytest.raises(ExceptionGroup) as raised:
            await at.house.run()
        assert raised.value.subgroup(AnotherInstance) is not None


async def test_one_store_one_service(folder: Path) -> None:
    """A second instance on the same store is refused at once."""
    async with street(sqlite(folder)):
        with pytest.raises(StoreInUse):
            async with street(sqlite(folder)):
                pass
