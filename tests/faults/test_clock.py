"""The clock jumps, the night is an hour longer or shorter, the scheduler was away or is there twice (P7)."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.chat import Platform
from domain.invitations import Grant
from domain.rounds import Rhythm, RoundStatus
from storage import rounds, schema
from storage.locks import StoreInUse
from tests.bot.scripted import BOOMGAARD, NOW, Scripted, Street, sqlite, street
from tests.faults.scene import hurried, receipts, service
from tests.servers.telegram.server import TelegramServer

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(240)]
LAMP = "de lantaarn achter de flat is al weken stuk"
OVER = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _hurried() -> Iterator[None]:
    with hurried():
        yield


@asynccontextmanager
async def october(url: str, rhythm: Rhythm | None = None) -> AsyncIterator[Street]:
    """A wijk with a coordinator and a signal."""
    wijk = replace(BOOMGAARD, rhythm=rhythm or Rhythm())
    async with street(url, Scripted(Platform.LOCAL), (wijk,)) as at:
        await at.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
        await at.house.tick()
        await at.says("anja", LAMP)
        await at.hears("anja")
        yield at


async def tick(at: Street, now: datetime) -> None:
    """What is due at this moment happens, and is sent."""
    at.clock.now = now
    await at.house.tick()
    await at.house.send_all()


def papers(at: Street) -> int:
    """How many reports the coordinator got."""
    files = [one.file.name for one in at.chat.sent if one.file is not None and one.room == "marit"]
    return sum(name.endswith(".pdf") for name in files)


async def over(at: Street) -> int:
    """How many rounds have ended."""
    async with at.house.store.read() as connection:
        known = await rounds.rounds_of(connection, "boomgaard")
    return sum(one.status is not RoundStatus.COLLECTING for one in known)


async def test_two_hours_back(folder: Path) -> None:
    """The clock is put back while people write: what waited goes out at once, and nobody waits two hours."""
    async with TelegramServer() as server, service(sqlite(folder), server) as scene:
        anna, ben = await scene.somebody("Anna"), await scene.somebody("Ben")
        anna.says(LAMP)
        await anna.sees("is bewaard")
        ben.says("de stoep voor de school ligt los")
        scene.clock.on(hours=-2)
        anna.says("en het bankje in het park is kapot")
        await ben.sees("is bewaard")
        await anna.sees("Toegevoegd aan signaal")
        await scene.house.tick()
        async with scene.house.store.read() as connection:
            late = select(schema.outbox.c.id).where(schema.outbox.c.state == "pending")
            assert (await connection.execute(late)).all() == []
        assert (receipts(anna), receipts(ben), await scene.count("signals")) == (1, 1, 2)


async def test_two_hours_back_at_the_end_of_a_round(url: str) -> None:
    """Put back just after the report was made, and right again: one report."""
    async with october(url) as at:
        for hours in (0, -11, 0, -11, 1):
            await tick(at, OVER + timedelta(hours=hours))
        assert (papers(at), await over(at)) == (1, 1)


async def test_forty_days_forward_and_back(url: str) -> None:
    """One report for each round that was over by that clock; what is said after it was put right is kept."""
    async with october(url) as at:
        for days in (0, 40, 0, 1, 40, 41):
            await tick(at, NOW + timedelta(days=days))
        assert papers(at) == await over(at) == 1
        await tick(at, NOW + timedelta(days=2))
        await at.says("kees", "de stoep voor de school ligt los")
        assert any("is bewaard" in text for text in await at.hears("kees"))
        await tick(at, NOW + timedelta(days=41))
        assert papers(at) == 1


@pytest.mark.parametrize(
    ("last", "night"),
    [(date(2026, 10, 24), datetime(2026, 10, 24, 20, tzinfo=UTC)),
     (date(2027, 3, 27), datetime(2027, 3, 27, 20, tzinfo=UTC))],
    ids=["an hour longer", "an hour shorter"],
)  # fmt: skip
async def test_the_nights_that_the_clock_is_turned(url: str, last: date, night: datetime) -> None:
    """A round that ends in such a night, looked at every ten minutes: one report, at local midnight."""
    async with october(url, Rhythm(last + timedelta(days=1) - timedelta(weeks=6))) as at:
        await tick(at, night - timedelta(days=1))
        before = papers(at)
        await at.says("kees", "de stoep voor de school ligt los")
        made: list[datetime] = []
        for step in range(12 * 6):
            now = night + timedelta(minutes=10 * step)
            await tick(at, now)
            made += [now] * (papers(at) - before - len(made))
        assert [one.astimezone(BOOMGAARD.zone).date() for one in made] == [last + timedelta(days=1)]
        assert made[0].astimezone(BOOMGAARD.zone).hour == 0


async def test_down_over_the_end_of_a_round(url: str) -> None:
    """Off from before midnight until days later: the report comes late, and once."""
    async with october(url) as at:
        pass
    async with street(url, Scripted(Platform.LOCAL)) as at:
        for hours in (60, 60, 61, 85):
            await tick(at, OVER + timedelta(hours=hours))
        assert (papers(at), await over(at)) == (1, 1)


async def test_two_schedulers(url: str) -> None:
    """Four looks at once, and a second service on the same store: one report; the second one is refused."""
    async with october(url) as at:
        at.clock.now = OVER
        with pytest.raises(StoreInUse):
            async with street(url, Scripted(Platform.LOCAL)):
                pass
        await asyncio.gather(*(at.house.ticks.tick(OVER) for _ in range(4)))
        await at.house.send_all()
        assert (papers(at), await over(at)) == (1, 1)
