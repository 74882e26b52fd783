"""A stage for each platform: the servers, the config file, the house, and the phones."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.commands.inviting import invited
from bot.commands.tools import Tools
from bot.config import load
from domain.invitations import Grant
from tests.servers.synapse import PASSWORD, Synapse
from tests.servers.telegram.server import TelegramServer
from tests.whole_round import on_matrix, on_telegram
from tests.whole_round.cast import CONFIG
from tests.whole_round.clock import Clock
from tests.whole_round.lives import Lives, Nursery
from tests.whole_round.on_local import LocalPhones
from tests.whole_round.on_matrix import MatrixPhones
from tests.whole_round.on_telegram import TelegramPhones
from tests.whole_round.stage import Phones
from tests.whole_round.story import STARTS


@dataclass
class Performance:
    """A running house with phones around it, before anybody said anything."""

    phones: Phones
    clock: Clock
    lives: Lives
    url: str
    code: str
    """The operator's invitation for the coordinator."""


async def _opening(phones: Phones, lives: Lives, folder: Path) -> Performance:
    clock, settings = Clock(folder / "clock"), load(folder / "config.toml")
    clock.jump(STARTS, phones.rate)
    tools = Tools(clock, run=lambda *_: 0, demo=lambda *_: 0)
    made = await invited(settings, tools, settings.districts[0], Grant.COORDINATOR, "wijkcoordinator")
    await lives.begins()
    return Performance(phones, clock, lives, settings.storage.url, made.code)


def write_config(folder: Path, platform: str, url: str = "sqlite:///data.sqlite") -> Path:
    """A config file and the secrets that it names."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "secret").write_text("a-secret-of-the-tests")
    config = folder / "config.toml"
    config.write_text(CONFIG.replace("{url}", url).replace("{platform}", platform))
    return config


@asynccontextmanager
async def telegram(
    nursery: Nursery, folder: Path, url: str = "sqlite:///data.sqlite"
) -> AsyncIterator[Performance]:
    """On our own Telegram, with a store of its own or the one of `url`."""
    async with TelegramServer() as server:
        (folder / "token").write_text(server.token)
        config = write_config(folder, on_telegram.PLATFORM.format(server=server), url)
        lives = Lives(nursery, config)
        try:
            yield await _opening(TelegramPhones(server), lives, folder)
        finally:
            await lives.is_over()


@asynccontextmanager
async def local(nursery: Nursery, folder: Path) -> AsyncIterator[Performance]:
    """On the phones of the demo."""
    lives = Lives(nursery, write_config(folder, ""))
    async with aiohttp.ClientSession() as web:
        try:
            yield await _opening(LocalPhones(web, lives), lives, folder)
        finally:
            await lives.is_over()


@asynccontextmanager
async def matrix(nursery: Nursery, synapse: Synapse, folder: Path) -> AsyncIterator[Performance]:
    """On a real homeserver, in encrypted rooms."""
    bot = synapse.register("bot")
    (folder / "password").write_text(PASSWORD)
    config = write_config(folder, on_matrix.PLATFORM.format(homeserver=synapse.url, bot=bot))
    lives = Lives(nursery, config)
    async with AsyncExitStack() as stack:
        phones = await MatrixPhones.entered(stack, synapse, bot, folder / "people")
        try:
            yield await _opening(phones, lives, folder)
        finally:
            await lives.is_over()
