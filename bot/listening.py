"""Whether each platform still answers: the moment of its last answer is kept as a sign of life."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.chat import Chat, Platform
from storage import account
from storage.engine import Connection

LISTENS = "listens "
"""Signs of life: a platform answered the question for news, also when there was none."""


@runtime_checkable
class Answering(Protocol):
    """An account that knows when its platform last answered."""

    platform: Platform
    heard: datetime | None


async def keep(connection: Connection, chats: Iterable[Chat], now: datetime) -> None:
    """Keep what is known; one that never answered counts from now. Who is not followed any more is let go."""
    followed = [chat for chat in chats if isinstance(chat, Answering)]
    for chat in followed:
        name = f"{LISTENS}{chat.platform}"
        if chat.heard is None:
            await account.expect(connection, name, now)
        else:
            await account.beat(connection, name, chat.heard)
    for gone in {*Platform} - {chat.platform for chat in followed}:
        await account.let_go(connection, f"{LISTENS}{gone}")
