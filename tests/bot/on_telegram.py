"""The bot's account on our own Telegram, with short waits."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.chat import Button, File, Outgoing
from bot.telegram.account import Telegram
from bot.telegram.wire import Timeouts
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer

QUICK = Timeouts(connect=1, pool=0.2, read=0.5, write=1, poll=5, pause=0.01, between=0)
PNG = b"\x89PNG\r\n\x1a\nsomething"


def account(server: TelegramServer, timeouts: Timeouts = QUICK) -> Telegram:
    """An account of the server's bot, not open yet."""
    return Telegram(
        server.token, server.base_url, server.base_file_url, clock=server.clock, timeouts=timeouts
    )


@asynccontextmanager
async def connected(timeouts: Timeouts = QUICK) -> AsyncIterator[tuple[TelegramServer, Telegram, Person]]:
    """A server, an open account, and somebody who wrote to the bot (which the bot has read)."""
    async with TelegramServer() as server, account(server, timeouts) as chat:
        anna = server.person("Anna")
        anna.starts()
        server.updates.waiting.clear()
        yield server, chat, anna


def message(
    to: Person | str, text: str = "Dag", *buttons: tuple[str, str], file: File | None = None
) -> Outgoing:
    """A message for somebody; buttons as label and token."""
    room = to if isinstance(to, str) else str(to.id)
    return Outgoing(1, room, text, tuple(Button(*one) for one in buttons), file)
