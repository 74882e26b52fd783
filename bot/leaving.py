"""Leaving groups that belong to no wijkverband: a bot that stays there reads along with strangers.

Where they are is forgotten as soon as the bot is out.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.chat import Chat, Platform
from domain.messages import RoomKey
from storage import outbox, strangers, vault
from storage.engine import Store
from storage.vault import Address

AGAIN = timedelta(minutes=10)
"""After a platform that could not be told."""


async def leave_one(store: Store, chats: Mapping[Platform, Chat], now: datetime) -> bool:
    """Leave one group whose time is over; says whether there was one."""
    async with store.read() as connection:
        room = await strangers.due(connection, now)
    if room is None:
        return False
    async with store.vault_begin() as safe:
        address = await vault.address(safe, room)
    if await _left(chats, address):
        await _forgotten(store, room)
    else:
        async with store.begin() as connection:
            await strangers.try_later(connection, room, now + AGAIN)
    return True


async def _left(chats: Mapping[Platform, Chat], address: Address | None) -> bool:
    """Without an address, or a platform, there is nothing to leave any more."""
    if address is None or address.platform not in chats:
        return True
    return await chats[Platform(address.platform)].leave(address.room)


async def _forgotten(store: Store, room: RoomKey) -> None:
    # The wijk's store first, then the vault: the same order as everywhere, so that nobody waits for ever.
    async with store.begin() as connection, store.vault_begin() as safe:
        await strangers.gone(connection, room)
        await outbox.drop(connection, (room,))
        await vault.forget(safe, room)
