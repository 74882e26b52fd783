"""The pages of wijken, from the store to HTML; and the ways into the chat that stand on them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.chat import Chat
from bot.texts import Words
from domain.districts import District
from domain.folder import Door
from reports import folder_page
from reports.folder_paper import pdf
from reports.page import policy
from storage.engine import Store
from storage.folder import wijk_page


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


async def folder_paper(
    store: Store, words: Words, district: District, doors: tuple[Door, ...], *, language: str, now: datetime
) -> bytes:
    """The folder of this wijk on paper, as it stands now."""
    async with store.read() as connection:
        found = await wijk_page(connection, district, now, most=None)
    whole = words.whole(language)
    return pdf(replace(found, doors=doors), partial(words.say, language=whole), whole)
