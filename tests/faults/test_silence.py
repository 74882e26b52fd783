"""A platform that was silent for more than a day: who may have lost something hears it, once and by day."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.events import Invited, Occasion
from domain.invitations import Grant, hash_of
from domain.messages import PersonKey
from storage import apply
from tests.bot.scripted import NOW, sqlite, until
from tests.faults.scene import Clock, Scene, hurried, service
from tests.servers.telegram.faults import broken
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(240)]
SILENT, COORDINATOR = "geen berichten ontvangen", "kan verloren zijn"


@pytest.fixture(autouse=True)
def _hurried() -> Iterator[None]:
    with hurried():
        yield


def told(person: Person, words: str = SILENT) -> int:
    """How often somebody was told of it: a message, no card that was edited because nobody knew."""
    return sum(words in one.text and one.what == "message" for one in person.seen)


async def coordinator(scene: Scene) -> Person:
    """Somebody with an invitation of the operator."""
    code, now = "marit".ljust(22, "0"), scene.clock()
    made = Invited(hash_of(code), Grant.COORDINATOR, "boomgaard", now + timedelta(days=1), "wijkcoordinator")
    async with scene.house.store.begin() as connection:
        await apply.apply(connection, Occasion(now, PersonKey("p:somebody"), "boomgaard"), [made])
    marit = scene.server.person("Marit")
    marit.says(code)
    await marit.sees("nu coordinator van De Boomgaard")
    return marit


async def says(person: Person, words: str) -> None:
    """Tell this, and see that it is kept."""
    person.says(words)
    await person.sees("is bewaard")


async def test_a_machine_that_was_off(folder: Path) -> None:
    """Off for three weeks, then for thirty hours: who wrote in the week before hears it, once and by day."""
    url, clock = sqlite(folder), Clock(NOW - timedelta(days=20))
    async with TelegramServer() as server:
        async with service(url, server, clock) as scene:
            marit, dirk = await coordinator(scene), await scene.somebody("Dirk")
            await says(dirk, "de stoep voor de school ligt los")
            await scene.house.tick()
        clock.jump(NOW)
        async with service(url, server, clock) as scene:
            anna, stopped = await scene.somebody("Anna"), await scene.somebody("Bea")
            await says(anna, "de lantaarn achter de flat is al weken stuk")
            stopped.says("/stop")
            await until(lambda: len(stopped.seen) > 1)
            await marit.sees(COORDINATOR)
            await dirk.sees(SILENT)
            await scene.house.tick()
        clock.jump(NOW + timedelta(hours=30))
        async with service(url, server, clock) as scene:
            await until(lambda: told(marit, COORDINATOR) == 2)
            assert told(anna) == 0
            clock.jump(NOW + timedelta(hours=42))
            word = await anna.sees(SILENT)
            assert "van 12 oktober tot en met 13 oktober" in word.text
        async with service(url, server, clock) as scene:
            eva = await scene.somebody("Eva")
            await scene.house.tick()
            await scene.house.send_all()
            assert [told(one) for one in (anna, dirk, stopped, eva)] == [1, 1, 0, 0]
            assert told(marit, COORDINATOR) == 2


@pytest.mark.parametrize("hours", [20, 30])
async def test_a_platform_that_was_away(folder: Path, hours: int) -> None:
    """The service ran and Telegram could not be reached: only longer than it keeps updates is told."""
    async with TelegramServer() as server, service(sqlite(folder), server) as scene:
        anna = await scene.somebody()
        await says(anna, "de lantaarn achter de flat is al weken stuk")
        await scene.house.tick()
        server.faults.add(broken(502), method="getUpdates", times=None)
        met = server.faults.met
        await until(lambda: server.faults.met > met + 1)
        scene.clock.jump(NOW + timedelta(hours=hours))
        server.faults.clear()
        anna.says("en de stoep voor de school ligt los")
        await until(lambda: sum("is bewaard" in one.text for one in anna.seen) == 2)
        await scene.house.tick()
        scene.clock.jump(NOW + timedelta(hours=42))
        await scene.house.tick()
        await scene.house.send_all()
        assert told(anna) == (1 if hours > 24 else 0)


async def test_a_clock_that_jumps_is_no_silence(folder: Path) -> None:
    """Forty days forward while the service runs: nobody is told that it was away."""
    async with TelegramServer() as server, service(sqlite(folder), server) as scene:
        anna, seconds = await scene.somebody(), iter(range(10_000))
        scene.house.silence.awake = lambda: float(next(seconds))
        await says(anna, "de lantaarn achter de flat is al weken stuk")
        await scene.house.tick()
        scene.clock.on(days=40)
        anna.says("en de stoep voor de school ligt los")
        await until(lambda: sum("is bewaard" in one.text for one in anna.seen) == 2)
        await scene.house.tick()
        await scene.house.send_all()
        assert told(anna) == 0


async def test_the_first_day_is_no_silence(folder: Path) -> None:
    """A service that never heard anything has nothing to compare with."""
    async with TelegramServer() as server, service(sqlite(folder), server) as scene:
        anna = await scene.somebody()
        await says(anna, "de lantaarn achter de flat is al weken stuk")
        await scene.house.tick()
        await scene.house.send_all()
        assert told(anna) == 0
