"""The library's own bot on our Telegram, and somebody who started it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer

PNG = b"\x89PNG\r\n\x1a\nsomething"


@asynccontextmanager
async def talking(
    *, privacy: bool = False, punish: bool = False
) -> AsyncIterator[tuple[TelegramServer, Bot, Person]]:
    """A server, the library's bot on it, and somebody who started it."""
    async with TelegramServer(privacy=privacy, punish=punish) as server:
        bot = Bot(server.token, server.base_url, server.base_file_url)
        async with bot:
            anna = server.person("Anna")
            anna.starts()
            server.updates.waiting.clear()
            yield server, bot, anna


def buttons(*tokens: str) -> InlineKeyboardMarkup:
    """A keyboard with a button for each token, labelled like it."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(one, callback_data=one) for one in tokens]])
