"""Reports by e-mail: each once to each reader, on both engines."""

import asyncio
from datetime import timedelta

import pytest

from storage import mail
from storage.engine import Store
from storage.states import Delivery
from tests.storage.a_wijk import AFTER, BOOMGAARD, reports, says

pytestmark = pytest.mark.asyncio

READERS = ("hash of one", "hash of another")


async def _out(store: Store) -> None:
    """The report of October is out."""
    async with store.begin() as connection:
        await says(connection, "anja")
        await reports(connection, [])


async def _queue(store: Store, **later: float) -> None:
    async with store.begin() as connection:
        await mail.queue(connection, BOOMGAARD.slug, READERS, AFTER + timedelta(**later))


async def test_every_reader_once(store: Store) -> None:
    """Looked at again and again, also after it went out: one row a reader, claimed once."""
    await _out(store)
    for _ in range(3):
        await _queue(store)
    async with store.begin() as connection:
        letters = [await mail.claim(connection, AFTER) for _ in range(3)]
        assert sorted(one.reader for one in letters if one) == sorted(READERS)
        for one in letters:
            if one:
                await mail.mark_sent(connection, one, AFTER)
    await _queue(store, days=1)
    async with store.begin() as connection:
        assert await mail.claim(connection, AFTER + timedelta(days=1)) is None
        assert await mail.unsent(connection) == ()


async def test_two_looks_at_once_make_one(store: Store) -> None:
    """Two instances that look at the same moment queue nothing twice."""
    await _out(store)
    await asyncio.gather(*(_queue(store) for _ in range(4)))
    async with store.read() as connection:
        assert len(await mail.unsent(connection)) == len(READERS)


async def test_what_waits_is_stuck_after_an_hour_and_for_two_weeks(store: Store) -> None:
    """What was put off, refused or is in doubt; after fourteen days nobody is asked to look any more."""
    await _out(store)
    await _queue(store)
    async with store.begin() as connection:
        first = await mail.claim(connection, AFTER)
        assert first is not None
        await mail.mark_later(connection, first, AFTER + timedelta(minutes=1), "down")
        second = await mail.claim(connection, AFTER)
        assert second is not None
        await mail.mark_failed(connection, second, Delivery.DEAD, "550")
        counts = {
            hours: await mail.stuck_count(connection, BOOMGAARD.slug, AFTER + timedelta(hours=hours))
            for hours in (0, 2, 15 * 24)
        }
        assert await mail.stuck_count(connection, "elders", AFTER + timedelta(hours=2)) == 0
        again = await mail.claim(connection, AFTER + timedelta(minutes=1))
    assert counts == {0: 1, 2: 2, 15 * 24: 0}
    assert (again and again.reader, again and again.attempts) == (first.reader, 2)


async def test_what_was_being_sent_is_in_doubt(store: Store) -> None:
    """After a stop it is not claimed again; what was dropped is gone."""
    await _out(store)
    await _queue(store)
    async with store.begin() as connection:
        first, second = await mail.claim(connection, AFTER), await mail.claim(connection, AFTER)
        assert first is not None
        assert second is not None
        await mail.drop(connection, second)
        await mail.recover(connection)
        assert await mail.claim(connection, AFTER + timedelta(days=1)) is None
        (left,) = await mail.unsent(connection)
    assert (left.reader, left.state) == (first.reader, Delivery.DOUBT)
