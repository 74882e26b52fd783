"""A service that is a process of its own, on our own Telegram, to be broken from the outside."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer
from tests.whole_round.clock import Clock
from tests.whole_round.lives import Lives, Nursery
from tests.whole_round.on_telegram import PLATFORM
from tests.whole_round.performing import write_config
from tests.whole_round.story import STARTS

RATE = 50.0


@dataclass
class Living:
    """The process, its folder and its Telegram."""

    folder: Path
    server: TelegramServer
    lives: Lives

    @property
    def store(self) -> Path:
        return self.folder / "data.sqlite"

    async def somebody(self) -> Person:
        """Who told in which wijk they live."""
        person = self.server.person("Anna")
        person.starts("boomgaard")
        await person.sees("wat er speelt in De Boomgaard", within=30)
        return person


@asynccontextmanager
async def living(nursery: Nursery, folder: Path, url: str = "sqlite:///data.sqlite") -> AsyncIterator[Living]:
    """Not born yet: `lives.begins()` does that."""
    async with TelegramServer() as server:
        (folder / "token").write_text(server.token)
        config = write_config(folder, PLATFORM.format(server=server), url)
        Clock(folder / "clock").jump(STARTS, RATE)
        lives = Lives(nursery, config)
        try:
            yield Living(folder, server, lives)
        finally:
            await lives.is_over()
