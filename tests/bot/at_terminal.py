"""The command line as the operator types it, with a clock that stands where the test puts it."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from typer.testing import CliRunner, Result

from bot.__main__ import address_of
from bot.command_line import Tools, build
from bot.config import Settings, load
from storage.engine import Connection, open_store

Found = TypeVar("Found")

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOVEMBER = datetime(2026, 11, 3, 10, tzinfo=AMSTERDAM)
INIT = (
    "--yes",
    "--name",
    "De Boomgaard",
    "--slug",
    "boomgaard",
    "--buurt",
    "Appelhof",
    "--buurt",
    "Perenpad",
)


@dataclass(slots=True)
class Operator:
    """Somebody at a terminal, in a folder of their own."""

    folder: Path
    now: datetime = NOVEMBER
    ran: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    def types(self, *words: str | Path, answers: str = "") -> Result:
        """One command."""
        tools = Tools(clock=lambda: self.now, run=self._run, demo=self._demo, address_of=address_of)
        return CliRunner().invoke(build(tools), [str(word) for word in words], input=answers)

    def about(self, *words: str | Path) -> Result:
        """A command about the wijk of the settings."""
        return self.types(*words, "--config", self.config, "--wijk", "boomgaard")

    def sets_up(self, *more: str | Path) -> Result:
        """`init` with all it needs to know."""
        made = self.types("init", self.folder, *INIT, *more)
        assert made.exit_code == 0, made.output
        return made

    def writes(self, name: str, content: str | bytes) -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def asks(self, question: Callable[[Connection], Coroutine[Any, Any, Found]]) -> Found:
        """What the store says, or what is written in it."""
        return asyncio.run(self._asked(question))

    async def _asked(self, question: Callable[[Connection], Coroutine[Any, Any, Found]]) -> Found:
        async with open_store(load(self.config).storage.url) as store, store.begin() as connection:
            return await question(connection)

    def _run(self, settings: Settings, path: Path) -> int:
        self.ran.append((settings.wijk[0].slug, path))
        return 75

    def _demo(self, port: int, data: Path | None) -> int:
        self.ran.append((port, data))
        return 0
