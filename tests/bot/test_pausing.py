"""`pause` and `resume`: what goes out meanwhile, what waits, and that it goes on without doubles."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from domain.invitations import Grant
from domain.messages import Kind, Message, Text
from storage import account, outbox, pauses
from tests.bot.scripted import Street, street

pytestmark = pytest.mark.asyncio
LAMP = "de lamp op de hoek is al weken kapot"
PAUSED = "Wij versturen nu even geen berichten."


@pytest_asyncio.fixture
async def quiet(url: str) -> AsyncIterator[Street]:
    """A house in which nothing is sent."""
    async with street(url) as at:
        await at.says("anja", LAMP)
        await at.becomes("sofie", Grant.COORDINATOR)
        await at.hears("anja")
        await at.house.tick()
        await pauses_now(at, "wrong words")
        yield at


async def pauses_now(at: Street, reason: str) -> None:
    """The operator types `pause`."""
    async with at.house.store.begin() as connection:
        assert await pauses.begin(connection, reason, pauses.OPERATOR, at.clock())


async def resumes(at: Street) -> None:
    """The operator types `resume`."""
    async with at.house.store.begin() as connection:
        assert await pauses.end(connection, at.clock())


async def test_who_writes_hears_once_that_it_waits(quiet: Street) -> None:
    """What they say is kept; the answers come afterwards, each once and in order."""
    quiet.clock.on(minutes=5)
    await quiet.says("bram", "het speeltoestel is stuk")
    assert [text.partition("berichten.")[0] + "berichten." for text in await quiet.hears("bram")] == [PAUSED]
    await quiet.says("bram", "Perenpad")
    assert await quiet.hears("bram") == []
    await resumes(quiet)
    said = await quiet.hears("bram")
    quiet.clock.on(seconds=5)
    said += await quiet.hears("bram")
    quiet.clock.on(seconds=5)
    said += await quiet.hears("bram")
    assert sum("is bewaard" in text for text in said) == 1
    assert len(said) == len(set(said))
    assert await quiet.hears("bram") == []


async def test_news_to_many_is_held_back(quiet: Street) -> None:
    """Wrong words that were about to go to everybody are still in the outbox."""
    async with quiet.house.store.begin() as connection:
        news = Message(quiet.key("anja"), Text("resident-cancelled"), kind=Kind.UPDATE)
        await outbox.queue(connection, [news], quiet.clock())
    assert await quiet.hears("anja") == []
    assert quiet.chat.edited == []


async def test_danger_is_answered_as_always(quiet: Street) -> None:
    """Past whatever waits before it, and without the line about waiting."""
    await quiet.says("anja", "de stoep ligt los")
    await quiet.hears("anja")
    await quiet.says("anja", "er is brand in de flat")
    (said,) = await quiet.hears("anja")
    assert "112" in said


async def test_wissen_works(quiet: Street) -> None:
    """Who wants to leave leaves, and hears that it was done."""
    await quiet.says("anja", "wissen")
    await quiet.hears("anja")
    await quiet.presses("anja", quiet.button("anja", "Ja, wis alles"))
    assert any("gewist" in text for text in await quiet.hears("anja"))


async def test_health_and_the_coordinator_see_it(quiet: Street) -> None:
    """With who did it for the operator; the coordinator sees since when."""
    assert any("nothing is sent" in line and "by operator" in line for line in await quiet.ails())
    await quiet.says("sofie", "wacht")
    (said,) = await quiet.hears("sofie")
    assert "verstuurt de bot niets" in said


async def test_rounds_stand_still(quiet: Street) -> None:
    """The month ends during the pause: no report, no reminder. Afterwards each comes, once."""
    quiet.clock.on(days=25)
    await quiet.house.tick()
    assert await quiet.hears("sofie") == []
    async with quiet.house.store.read() as connection:
        assert not await account.given(connection, ["promise-warning"], ["boomgaard"])
    await resumes(quiet)
    await quiet.house.tick()
    await quiet.house.tick()
    said = []
    for _ in range(20):
        said += await quiet.hears("sofie")
        quiet.clock.on(seconds=2)
    assert sum("De Boomgaard" in text and "oktober" in text for text in said) >= 1
    assert len(said) == len(set(said))


async def test_a_restart_changes_nothing(folder: Path) -> None:
    """It is in the store."""
    url = f"sqlite:///{folder / 'wijk.sqlite'}"
    async with street(url) as at:
        await pauses_now(at, "x")
        await at.says("anja", LAMP)
    async with street(url) as again:
        again.clock.on(minutes=1)
        assert len(await again.hears("anja")) == 1
        async with again.house.store.begin() as connection:
            assert not await pauses.begin(connection, "y", pauses.OPERATOR, again.clock())


async def test_a_promise_that_passed_is_told_honestly(quiet: Street) -> None:
    """The promised day came during the pause: afterwards it is said that there is no news yet, with a day."""
    quiet.clock.on(days=30)
    await quiet.house.tick()
    assert await quiet.hears("anja") == []
    await resumes(quiet)
    await quiet.house.tick()
    quiet.clock.on(days=1)
    await quiet.house.tick()
    said = []
    for _ in range(10):
        said += await quiet.hears("anja")
        quiet.clock.on(hours=2)
    assert sum("Dat is er nog niet." in text for text in said) == 1
