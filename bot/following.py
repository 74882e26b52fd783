"""Following a platform for ever: an account that is refused rests, and everything else goes on."""

import asyncio
import logging
from collections.abc import MutableMapping

from bot.answered import AFTER_HALT
from bot.chat import AccountRefused, Chat, Platform
from bot.intake import Intake

log = logging.getLogger(__name__)


async def follow(intake: Intake, chat: Chat, halted: MutableMapping[Platform, str]) -> None:
    """Take in what it brings. What waits to be sent stays, and goes out when the account works again."""
    while True:
        halted.pop(chat.platform, None)
        try:
            await intake.follow(chat)
        except AccountRefused as fault:
            halted[chat.platform] = str(fault)
            log.error("%s: %s", chat.platform, str(fault))  # noqa: TRY400 - known, no trace
            await asyncio.sleep(AFTER_HALT.total_seconds())
