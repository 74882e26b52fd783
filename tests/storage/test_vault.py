"""The vault: who to write to, apart from everything that was said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.messages import RoomKey
from storage import vault
from storage.engine import Connection, Store
from storage.vault import Address
from tests.storage.a_wijk import NOW, person

pytestmark = pytest.mark.asyncio
ANNA = person("anna")
HERE = Address(ANNA, "telegram", "bot", "123456", "tr")


async def remembers(connection: Connection, seen: Address) -> Address:
    """Somebody is seen; gives their address as it is kept."""
    return (await vault.remember_all(connection, [seen]))[seen.key]


async def test_an_address_is_remembered(store: Store) -> None:
    """As it was seen; nothing is known of a stranger."""
    async with store.vault_begin() as connection:
        assert await vault.address(connection, ANNA) is None
        assert await remembers(connection, HERE) == HERE
    async with store.vault_begin() as connection:
        assert await vault.address(connection, ANNA) == HERE


async def test_a_chosen_language_stays(store: Store) -> None:
    """Whatever a client reports later; a language that was never known is filled in."""
    async with store.vault_begin() as connection:
        await remembers(connection, replace(HERE, language=None))
        assert (await remembers(connection, HERE)).language == "tr"
        await vault.set_language(connection, ANNA, "ar")
        kept = await remembers(connection, replace(HERE, language="nl", room="999"))
        assert (kept.language, kept.room) == ("ar", "999")
        assert await vault.address(connection, ANNA) == kept


async def test_wishes_and_reach_are_kept(store: Store) -> None:
    """Stop and start; unreachable since the first time it failed, until they come back."""
    async with store.vault_begin() as connection:
        await remembers(connection, HERE)
        await vault.set_wants_updates(connection, ANNA, wanted=False)
        await vault.mark_unreachable(connection, ANNA, "blocked", NOW)
        await vault.mark_unreachable(connection, ANNA, "gone", NOW + timedelta(days=1))
        kept = await remembers(connection, HERE)
        assert (kept.wants_updates, kept.unreachable_since, kept.unreachable_why) == (False, NOW, "blocked")
        await vault.mark_reachable(connection, ANNA)
        again = await vault.address(connection, ANNA)
        assert again is not None
        assert again.unreachable_since is None


async def test_a_room_moves_with_its_key(store: Store) -> None:
    """Also when the new room was heard of before."""
    old, new = RoomKey("g:old"), RoomKey("g:new")
    async with store.vault_begin() as connection:
        await remembers(connection, Address(old, "telegram", "bot", "-1", "nl"))
        await remembers(connection, Address(new, "telegram", "bot", "-100"))
        await vault.moved(connection, old, new, "-100")
        assert await vault.address(connection, old) is None
        assert await vault.address(connection, new) == Address(new, "telegram", "bot", "-100", "nl")


async def test_who_wiped_everything_is_forgotten_after_the_last_word(store: Store) -> None:
    """The address stays half a minute for the goodbye, then goes; writing again keeps it."""
    soon = NOW + timedelta(minutes=1)
    async with store.vault_begin() as connection:
        for key in (ANNA, person("bram")):
            await remembers(connection, replace(HERE, key=key))
            await vault.forget_soon(connection, key, NOW)
        assert await vault.forget_due(connection, NOW) == ()
        await remembers(connection, HERE)
        assert await vault.forget_due(connection, soon) == (person("bram"),)
        assert await vault.forget_due(connection, soon) == ()
        assert await vault.address(connection, ANNA) == HERE
        await vault.forget(connection, ANNA)
        assert await vault.address(connection, ANNA) is None


async def test_it_is_known_who_is_where_and_what_is_kept_of_them(store: Store) -> None:
    """Each platform with its people and rooms; people are no rooms, and who is leaving is no reader."""
    bram, carla, room = person("bram"), person("carla"), RoomKey("g:room")
    async with store.vault_begin() as connection:
        for key, platform in ((ANNA, "telegram"), (bram, "matrix"), (carla, "telegram"), (room, "telegram")):
            await remembers(connection, Address(key, platform, "bot", "1"))
        found = await vault.platforms(connection, [ANNA, bram, carla, person("nobody")])
        assert {name: set(keys) for name, keys in found.items()} == {
            "telegram": {ANNA, carla},
            "matrix": {bram},
        }
        await vault.forget_soon(connection, carla, NOW)
        assert set(await vault.people(connection)) == {ANNA, bram}
        kept = await vault.of(connection, bram)
        assert kept is not None
        assert (kept["key"], kept["platform"], kept["wants_updates"]) == (bram, "matrix", True)
        assert await vault.of(connection, person("nobody")) is None


async def test_the_wijks_store_alone_leads_to_nobody(store: Store) -> None:
    """An address stands in the vault only: another file, or another schema."""
    async with store.vault_begin() as connection:
        await remembers(connection, HERE)
    if store.sqlite:
        assert b"123456" not in store.path.read_bytes()
        assert store.vault_path != store.path
        assert store.vault_path.stat().st_mode & 0o077 == 0
    else:
        assert vault.addresses.schema == "vault"
