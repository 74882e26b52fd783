"""The pages of wijken, from the store to HTML; and the ways into the chat that stand on them."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.chat import Chat
from bot.texts import Words
from domain.districts import District
from domain.folder import Door, WijkPage
from reports import folder_page
from reports.page import policy
from storage.engine import Store
from storage.folder import wijk_page

FindPage = Callable[[str, datetime], Awaitable[WijkPage]]
"""Slug and moment -> everything that everybody may read of this wijk, all its rounds."""


def doors_of(chats: Iterable[Chat], slug: str) -> tuple[Door, ...]:
    """The addresses that open a chat about this wijk. A platform that has none now is left out."""
    found = []
    for chat in chats:
        try:
            address = chat.link(slug)
        except OSError:
            continue
        if address.startswith("https://"):
            found.append(Door(chat.platform.value, address))
    return tuple(found)


def finder(store: Store, districts: Sequence[District], chats: Sequence[Chat]) -> FindPage:
    """Looks up the whole page of a wijk, for its folder."""
    towards = {district.slug: district for district in districts}

    async def find(slug: str, now: datetime) -> WijkPage:
        async with store.read() as connection:
            page = await wijk_page(connection, towards[slug], now, most=None)
        return replace(page, doors=doors_of(chats, slug))

    return find


@dataclass(frozen=True, slots=True)
class WijkPages:
    """Makes the public pages; a wijk has one when its settings give it an address."""

    store: Store
    words: Words
    districts: Sequence[District]
    chats: Sequence[Chat]
    clock: Callable[[], datetime]

    async def page(self, slug: str, language: str) -> str | None:
        """HTML, or None."""
        district = next((one for one in self.districts if one.slug == slug and one.page), None)
        if district is None:
            return None
        async with self.store.read() as connection:
            found = await wijk_page(connection, district, self.clock())
        shown = replace(found, doors=doors_of(self.chats, slug))
        return folder_page.wijk_page(shown, partial(self.words.say, language=language), language)

    def missing(self, language: str) -> str:
        """In plain words."""
        return folder_page.missing_page(partial(self.words.say, language=language), language)

    def later(self, language: str) -> str:
        """The same when the store is away."""
        return folder_page.later_page(partial(self.words.say, language=language), language)

    def policy(self) -> str:
        """Nothing from elsewhere, and no scripts."""
        return policy()
