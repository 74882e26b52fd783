"""The house of `house.py` from the outside: born, ready, killed, born again."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import pytest

ROOT = Path(__file__).parents[2]


class Nursery:
    """The process that forks the lives; loads the libraries once for all tests. `under` is what runs it."""

    def __init__(self, under: Sequence[str] = ()) -> None:
        command = [*under, sys.executable, "-m", "tests.whole_round.house"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        self._listening.join(timeout=60)
        self._process.stdout.close()

    def ask(self, config: Path, dying: Mapping[str, int] | None = None) -> None:
        """One life of this service; `dying` says where it ends itself."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{config}\t{json.dumps(dict(dying or {}))}\n")
        self._process.stdin.flush()

    async def hears(self, within: float | None = None) -> tuple[str, str]:
        """The next word of the house and what belongs to it; raises `queue.Empty` when none comes in time."""
        line = await asyncio.to_thread(self._lines.get, timeout=within)
        word, _, rest = line.strip().partition(" ")
        return word, rest

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")


class Lives:
    """One service, by its config file, through all of its lives."""

    def __init__(self, nursery: Nursery, config: Path) -> None:
        self._nursery = nursery
        self._config = config
        self._child = 0
        self.address = ""
        self.kills = 0

    async def begins(self) -> None:
        """Start the process; it is ready when this returns."""
        self._nursery.ask(self._config)
        word, self._child = "", 0
        while word != "ready":
            word, rest = await self._nursery.hears()
            if word == "born":
                self._child = int(rest)
            assert word in {"born", "ready"}, f"{word} {rest}\n{self.log()}"
            self.address = rest
        if not self._child:
            self._child = int((await self._nursery.hears())[1])

    @property
    def pid(self) -> int:
        """The process that lives now; 0 for none."""
        return self._child

    async def ends(self, number: int = signal.SIGTERM) -> int:
        """Send the signal and wait for the end; the exit code."""
        # One that fell down already says with what.
        with suppress(ProcessLookupError):
            os.kill(self._child, number)
        word, rest = await self._nursery.hears()
        assert word == "ended", word
        self._child = 0
        return int(rest)

    async def dies_and_returns(self) -> None:
        """`kill -9` at this very moment, and a new life."""
        assert await self.ends(signal.SIGKILL) == -signal.SIGKILL, self.log()
        self.kills += 1
        await self.begins()

    async def is_over(self) -> None:
        """After a test, whatever happened in it."""
        if self._child:
            await self.ends(signal.SIGKILL)

    def log(self) -> str:
        """The last of what the house wrote to its log."""
        file = self._config.parent / "house.log"
        return file.read_text()[-3000:] if file.exists() else ""


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """One for all tests of the session."""
    made = Nursery()
    yield made
    made.close()
