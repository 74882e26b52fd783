"""Intake where two things meet: the same event twice at one moment, a store that fails half-way, groups."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.chat import Incoming, Left, Returned, Unreadable, Words
from bot.intake import Intake, Taking
from storage import inbox, people, schema, signals, strangers, vault
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


async def known(at: Street, who: str) -> vault.Address:
    """What the vault knows of somebody; there has to be something."""
    async with at.house.store.vault_begin() as connection:
        found = await vault.address(connection, at.key(who))
    assert found is not None
    return found


async def test_who_left_is_known_by_the_first_moment_until_they_write(here: Street) -> None:
    """Leaving twice is leaving once; a word is enough to be back."""
    await here.says("anja", LAMP)
    gone = here.clock.now
    for _ in range(2):
        await here.take(here.event("anja", Left()))
        here.clock.on(days=1)
    left = await known(here, "anja")
    assert (left.unreachable_since, left.unreachable_why) == (gone, "left")
    await here.says("anja", "status")
    back = await known(here, "anja")
    assert (back.unreachable_since, back.unreachable_why) == (None, None)


async def test_the_app_of_one_says_nothing_of_a_group(here: Street) -> None:
    """A member with an English app takes us in: the group is spoken to in Dutch."""
    await here.take(here.event("grace", Returned(), "vreemde groep", language="en"))
    (heard,) = await here.hears("vreemde groep")
    assert " de " in heard
    kept = await in_vault(here, "vreemde groep")
    assert kept is not None
    assert kept.language is None


async def test_what_is_set_aside_belongs_to_its_sender(here: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that `wissen` reaches it; what nobody sent belongs to nobody. The operator reads what was wrong."""

    async def failing(*_: object) -> object:
        raise ValueError("cannot be handled")

    monkeypatch.setattr(Intake, "_answer", failing)
    nobodys = replace(here.event("", Unreadable("[]", "no sender")), sender="", room="", private=False)
    await here.take(here.event("kees", Words(LAMP)), nobodys, cursor="s1")
    async with here.house.store.read() as connection:
        asked = select(schema.parked.c.person, schema.parked.c.why, schema.parked.c.at)
        rows = {row.why: (row.person, row.at) for row in await connection.execute(asked)}
        assert await inbox.cursor(connection, here.chat.bot) == "s1"
    assert rows == {
        "ValueError at handling": (here.key("kees"), here.clock.now),
        "no sender": ("", here.clock.now),
    }


async def test_who_wiped_themselves_is_kept_out_from_that_moment(here: Street) -> None:
    """The journal that a restore replays says who, as a hash, and when."""
    await here.says("anja", LAMP)
    await here.says("anja", "wissen")
    here.clock.on(minutes=1)
    await here.says("anja", "1")
    assert any("gewist" in text for text in await here.hears("anja"))
    leaving = (await known(here, "anja")).leaving
    assert leaving is not None
    assert timedelta() <= leaving - here.clock.now <= timedelta(minutes=1)
