"""The stores of the tests of the bot, and a house in the middle of October."""

from collections.abc import AsyncIterator

import pytest_asyncio

from domain.invitations import Grant
from tests.bot.conftest import database, empty_database, empty_files, folder, url
from tests.bot.scripted import Street, street
from tests.scheduler.in_october import LAMP

__all__ = ["at", "database", "empty_database", "empty_files", "folder", "url"]


@pytest_asyncio.fixture
async def at(url: str) -> AsyncIterator[Street]:
    """A wijk with a coordinator and three signals, in the middle of October."""
    async with street(url) as opened:
        await opened.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
        await opened.house.tick()
        for who in ("anja", "bea", "kees"):
            await opened.says(who, LAMP)
        await opened.house.send_all()
        yield opened
