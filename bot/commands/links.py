"""Links into the service: to the chat on each platform, and to the page of a wijk."""

from collections.abc import AsyncIterator

from bot.commands.platforms import matrix, telegram
from bot.commands.tools import Tools, aside
from bot.config import ConfigError, Settings
from reports.poster import Way

TELEGRAM, MATRIX, PAGE = "Telegram", "Matrix", ""


async def chats(settings: Settings, tools: Tools, start: str) -> AsyncIterator[Way]:
    """Telegram's link carries `start`, a code or a wijk; Matrix's opens the chat in which it is typed."""
    if settings.telegram is not None:
        try:
            async with telegram(settings.telegram, tools.clock) as chat:
                await chat.check()
                yield Way(TELEGRAM, chat.link(start))
        except (OSError, ConfigError) as fault:
            aside().print(f"No link for Telegram: {fault}", markup=False)
    if settings.matrix is not None:
        try:
            yield Way(MATRIX, matrix(settings.matrix, tools.clock).link(start))
        except ConfigError as fault:
            aside().print(f"No link for Matrix: {fault}", markup=False)


async def ways(settings: Settings, tools: Tools, slug: str) -> tuple[Way, ...]:
    """How residents of a wijk come in: the chats, else the page; none when the settings have neither."""
    found = tuple([way async for way in chats(settings, tools, slug)])
    page = settings.web.page(slug)
    return found or ((Way(PAGE, page),) if page else ())
