"""Whether the secret key is the one that a store was made with: with another one nobody is recognised."""

from bot.config import ConfigError
from bot.keys import Keys
from storage import inbox
from storage.engine import Store

KEY = "people.key"
"""Beside how far each platform was read: the mark of the key."""
ANOTHER = (
    "service.secret_file: this is another key than the one that the store was made with, and with it nobody "
    "is recognised. Put the old people.key back; it is in no backup of ours"
)


async def is_the_same(store: Store, keys: Keys) -> bool:
    """Of a store that knows no key yet this one becomes the key."""
    async with store.begin() as connection:
        known = await inbox.cursor(connection, KEY)
        if known is None:
            await inbox.advance(connection, KEY, keys.mark())
        return known in (None, keys.mark())


async def must_be_the_same(store: Store, keys: Keys) -> None:
    """Raises ConfigError when it is another one."""
    if not await is_the_same(store, keys):
        raise ConfigError([ANOTHER])
