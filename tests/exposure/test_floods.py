"""Many messages of one person, or the same words of many: counted as people, marked, and never dropped."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.situation import PER_DAY, PER_HOUR
from domain.invitations import MAX_TRIES, Grant
from storage import schema
from tests.bot.scripted import Street, sqlite, street
from tests.exposure.on_telegram import town

pytestmark = pytest.mark.asyncio

SLOWER = "U stuurde vandaag veel berichten"


async def _texts(at: Street) -> list[str]:
    async with at.house.store.read() as connection:
        return list((await connection.execute(select(schema.signals.c.text))).scalars())


async def _answers(at: Street, who: str, minutes: float, count: int, first: int = 0) -> list[list[str]]:
    """What somebody hears who sends so many different signals, so many minutes apart."""
    heard = []
    for n in range(first, first + count):
        await at.says(who, f"Signaal {n}: op plek {n} ligt een losse stoeptegel")
        heard.append(await at.hears(who))
        at.clock.on(minutes=minutes)
    return heard


async def test_ten_an_hour(folder: Path) -> None:
    """The first ten get a receipt, then one friendly answer an hour; every word is kept."""
    async with street(sqlite(folder)) as at:
        heard = await _answers(at, "mallory", 2, 40)
        assert all(heard[:PER_HOUR])
        later = [answer for answer in heard[PER_HOUR:] if answer]
        assert len(later) == 1
        assert len(later[0]) == 1
        assert len(await _texts(at)) == 40
        at.clock.on(hours=2)
        assert len((await _answers(at, "mallory", 2, 1, 40))[0]) >= 1
        assert len(await _texts(at)) == 41


async def test_thirty_a_day(folder: Path) -> None:
    """Slower, but all day: after thirty one answer an hour; the next day all is as before."""
    async with street(sqlite(folder)) as at:
        heard = await _answers(at, "mallory", 10, 90)
        assert all(heard[:PER_DAY])
        rest = [at_ for at_, answer in enumerate(heard) if at_ >= PER_DAY and answer]
        # Six signals an hour: an answer to the first and then to every sixth.
        assert len(rest) == (90 - PER_DAY) // 6
        assert all(len(heard[one]) == 1 for one in rest)
        assert len(await _texts(at)) == 90
        at.clock.on(days=1)
        assert len((await _answers(at, "mallory", 2, 1, 90))[0]) >= 1


async def test_a_neighbour_is_answered_meanwhile(folder: Path) -> None:
    """The flood of one person changes nothing for another."""
    async with street(sqlite(folder)) as at:
        await _answers(at, "mallory", 0.1, 30)
        await at.says("anja", "De lantaarn bij de fietstunnel is stuk")
        assert "bewaard" in "".join(await at.hears("anja"))


async def test_stuffing(folder: Path) -> None:
    """One person with thirty messages about one thing is one person, in the topic and in the report."""
    async with street(sqlite(folder)) as at:
        for n in range(28):
            await at.says("mallory", f"Er moet een hek om het plein, zeg ik voor de {n + 1}e keer, een hek")
            at.clock.on(minutes=11)
        for who in ("anja", "bram"):
            await at.says(who, "Er moet een hek om het plein")
            at.clock.on(minutes=2)
        await at.house.tick()
        at.clock.on(days=30)
        await at.house.tick()
        report = await at.house.pages.find("boomgaard", "2026-10")
        assert (report.people, report.messages) == (3, 30)
        assert max(topic.people for topic in report.topics) <= 3
        assert sum(topic.messages for topic in report.topics) == 30


async def test_a_campaign(folder: Path) -> None:
    """Near-equal words of many accounts are marked in the report, and none of them is dropped."""
    async with street(sqlite(folder)) as at:
        for n in range(12):
            words = "Stop de bouw van de flat op het Elzenplein, wij willen groen" + "!" * (n % 3)
            await at.says(f"account{n}", words if n % 2 else words.replace("wij", "we"))
            at.clock.on(minutes=3)
        others = (
            "Het verkeer raast langs de school",
            "De bus rijdt niet meer na acht uur",
            "Een bankje graag",
        )
        for n, words in enumerate(others):
            await at.says(f"mens{n}", words)
            at.clock.on(minutes=3)
        await at.house.tick()
        at.clock.on(days=30)
        await at.house.tick()
        report = await at.house.pages.find("boomgaard", "2026-10")
        marked = [topic for topic in report.topics if topic.campaign]
        assert [(topic.campaign, topic.people, topic.messages) for topic in marked] == [(12, 12, 12)]
        assert report.people == 15
        html = await at.house.pages.report(
            "boomgaard", "2026-10", at.house.pages.keys.page("boomgaard", "2026-10")
        )
        assert html is not None
        assert "geen stemming" in html


async def test_guessing_codes(folder: Path) -> None:
    """After ten wrong codes even the right one is refused for an hour; nobody gets a role by guessing."""
    async with town(folder) as here:
        mallory, good = here.server.person("Mallory"), await here.code("guess", Grant.COORDINATOR)
        for n in range(MAX_TRIES + 5):
            mallory.starts(f"{n:022d}") if n % 2 else mallory.says(f"{n:022d}")
            await here.takes()
        mallory.says(good)
        await here.takes()
        async with here.house.store.read() as connection:
            assert not (await connection.execute(select(schema.roles))).all()
            assert len((await connection.execute(select(schema.wrong_codes))).all()) == MAX_TRIES
        here.clock.on(minutes=61)
        mallory.says(good)
        await here.takes()
        async with here.house.store.read() as connection:
            assert len((await connection.execute(select(schema.roles))).all()) == 1
