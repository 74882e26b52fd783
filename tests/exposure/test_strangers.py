"""A bot in a stranger's group says one sentence, has time to be claimed, and leaves."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.leaving import leave_one
from domain.invitations import Grant
from storage import schema, vault
from storage.strangers import AT_ONCE
from tests.bot.scripted import Scripted, sqlite, street
from tests.exposure.on_telegram import Town, town
from tests.servers.telegram.groups import Group

pytestmark = pytest.mark.asyncio

SENTENCE = "hoort nog niet bij een wijkverband"


def _places(*groups: Group) -> list[str]:
    """What the bot is in these groups."""
    return [group.chat.bot for group in groups]


async def _rooms_kept(here: Town) -> int:
    """Addresses of groups in the vault."""
    async with here.house.store.vault_begin() as safe:
        keys = (await safe.execute(select(vault.addresses.c.key))).scalars()
        return sum(key.startswith("g:") for key in keys)


async def test_one_sentence_and_gone(folder: Path) -> None:
    """Whatever is said there, the group hears one sentence; after a day the bot is out, and forgot where."""
    async with town(folder) as here:
        mallory, guest = here.server.person("Mallory"), here.server.person("Guest")
        group = here.server.group("Vrienden", mallory, guest)
        await here.takes()
        assert len(here.heard(mallory, group.id)) == 1
        assert SENTENCE in here.heard(mallory, group.id)[0]
        mallory.says("/start", group)
        guest.says("De lamp in onze straat is stuk", group)
        guest.sends_photo(room=group)
        mallory.says("besluit", group)
        await here.takes()
        assert len(here.heard(mallory, group.id)) == 1
        async with here.house.store.read() as connection:
            assert not (await connection.execute(select(schema.signals))).all()
        here.clock.on(hours=23)
        await here.settles()
        assert _places(group) == ["member"]
        here.clock.on(hours=2)
        await here.settles()
        assert _places(group) == ["left"]
        await here.takes()
        assert await _rooms_kept(here) == 0
        assert len(here.heard(mallory, group.id)) == 1


async def test_the_wijkverband_has_a_day(folder: Path) -> None:
    """A code in the first day binds the group, also after it became a supergroup; then nobody leaves."""
    async with town(folder) as here:
        carla = here.server.person("Carla")
        group = here.server.group("Wijkverband", carla)
        await here.takes()
        group.becomes_supergroup()
        await here.takes()
        here.clock.on(hours=23)
        carla.says(await here.code("room", Grant.ROOM), group)
        await here.takes()
        here.clock.on(days=30)
        await here.settles()
        assert group.chat.bot == "member"
        assert await _rooms_kept(here) == 1


async def test_groups_in_heaps(folder: Path) -> None:
    """Who puts the bot in group after group: it waits in three, and leaves the others without a word."""
    async with town(folder) as here:
        mallory = here.server.person("Mallory")
        groups = [here.server.group(f"Groep {n}", mallory) for n in range(AT_ONCE + 4)]
        await here.takes()
        stays = [group for group in groups if group.chat.bot == "member"]
        assert stays == groups[:AT_ONCE]
        told = [group for group in groups if here.heard(mallory, group.id)]
        assert told == stays


async def test_put_out_before(folder: Path) -> None:
    """Put out of a stranger's group the bot forgets at once where it was."""
    async with town(folder) as here:
        mallory = here.server.person("Mallory")
        group = here.server.group("Vrienden", mallory)
        await here.takes()
        group.removes_bot()
        await here.takes()
        assert await _rooms_kept(here) == 0
        async with here.house.store.read() as connection:
            assert not (await connection.execute(select(schema.strange_rooms))).all()


async def test_a_platform_that_does_not_let_go(folder: Path) -> None:
    """What could not be left is tried again later, and forgotten only when it is sure."""
    chat = Scripted(lets_go=False)
    async with street(sqlite(folder), chat) as here:
        await here.says("mallory", "hallo", "vreemde groep")
        here.clock.on(days=1)
        assert await leave_one(here.house.store, here.house.chats, here.clock())
        assert not await leave_one(here.house.store, here.house.chats, here.clock())
        chat.lets_go = True
        here.clock.on(minutes=10)
        assert await leave_one(here.house.store, here.house.chats, here.clock())
        assert chat.left == ["vreemde groep"] * 2
        here.clock.on(days=1)
        assert not await leave_one(here.house.store, here.house.chats, here.clock())
