"""Intake where two things meet: the same event twice at one moment, a store that fails half-way, groups."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy.exc import OperationalError

from bot.chat import Incoming, Left, Returned, Words
from bot.intake import Intake, Taking
from storage import inbox, people, signals, strangers, vault
from tests.bot.scripted import Street, sqlite, street

pytestmark = pytest.mark.asyncio

LAMP = "de lantaarn achter de flat is al weken stuk"


@pytest_asyncio.fixture
async def here(folder: Path) -> AsyncIterator[Street]:
    """A house on SQLite."""
    async with street(sqlite(folder)) as opened:
        yield opened


async def kept(at: Street, who: str = "anja") -> int:
    """How many signals of somebody are kept."""
    async with at.house.store.read() as connection:
        return len(await signals.own(connection, at.key(who)))


async def test_the_same_event_twice_at_one_moment_works_once(
    here: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both look before either has written: then the row of the inbox decides, and the second does nothing."""
    event = here.event("anja", Words(LAMP))
    both_looked = asyncio.Barrier(2)
    known = inbox.known

    async def together(*asked: object) -> object:
        found = await known(*asked)  # type: ignore[arg-type]
        await both_looked.wait()
        return found

    monkeypatch.setattr(inbox, "known", together)
    await asyncio.gather(here.take(event), here.take(event))
    assert await kept(here) == 1
    assert len([text for text in await here.hears("anja") if "is bewaard" in text]) == 1


async def test_a_store_that_fails_is_no_fault_of_an_event(
    here: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One event is at fault, the next one meets a store that fails: nothing is parked, all come again."""
    bad, good = here.event("bea", Words("kapot")), here.event("anja", Words(LAMP))
    handle = Intake._handle

    async def failing(intake: Intake, taking: Taking, incoming: Incoming) -> object:
        if incoming is bad:
            raise ValueError("cannot be handled")
        raise OperationalError("insert", {}, Exception("disk I/O error"))

    monkeypatch.setattr(Intake, "_handle", failing)
    with pytest.raises(OperationalError):
        await here.take(bad, good, cursor="s1")
    monkeypatch.setattr(Intake, "_handle", handle)
    async with here.house.store.read() as connection:
        assert await inbox.parked_count(connection) == 0
        assert await inbox.cursor(connection, here.chat.bot) is None
    await here.take(bad, good, cursor="s1")
    assert await kept(here) == 1


async def in_vault(at: Street, room: str) -> vault.Address | None:
    """What the vault knows of a group."""
    async with at.house.store.vault_begin() as connection:
        return await vault.address(connection, at.house.intake.keys.room(at.chat.platform, room))


async def test_a_group_that_nobody_claimed_is_forgotten_when_it_throws_us_out(here: Street) -> None:
    """It was nobody's: not an address stays, and it is not left a second time."""
    await here.says("anja", LAMP, "vreemde groep")
    assert await in_vault(here, "vreemde groep") is not None
    await here.take(here.event("anja", Left(), "vreemde groep"))
    assert await in_vault(here, "vreemde groep") is None
    async with here.house.store.begin() as connection:
        room = here.house.intake.keys.room(here.chat.platform, "vreemde groep")
        assert not await strangers.gone(connection, room)


@pytest.mark.parametrize(("together", "asked"), [(5, True), (6, False)])
async def test_with_many_waiting_nobody_is_asked_about_topics(
    here: Street, together: int, *, asked: bool
) -> None:
    """Five at once get the question whether neighbours mean the same; with more, answering goes first."""
    for n in range(4):
        await here.says(f"p{n}", LAMP)
    await here.says("anja", "schimmel in de slaapkamer")
    await here.says("anja", "Perenpad")
    await here.house.tick()
    await here.house.bundle_now()
    await here.hears("anja")
    others = [here.event(f"q{n}", Words("status")) for n in range(together - 1)]
    await here.take(here.event("anja", Words("de lantaarn achter de flat op het Perenpad is stuk")), *others)
    here.clock.on(seconds=1)
    assert any("over hetzelfde" in text for text in await here.hears("anja")) is asked


async def test_a_group_that_takes_us_in_hears_what_is_missing(here: Street) -> None:
    """Once; a group with a wijkverband is only found again."""
    await here.take(here.event("anja", Returned(), "vreemde groep"))
    assert len(await here.hears("vreemde groep")) == 1
    own = here.house.intake.keys.room(here.chat.platform, "groep")
    async with here.house.store.begin() as connection:
        await people.bind_room(connection, own, "boomgaard", here.clock())
    await here.take(here.event("anja", Returned(), "groep"))
    assert await here.hears("groep") == []
