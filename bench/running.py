"""The running service: how soon it is ready, and how much memory it holds after a morning's work.

The unmodified program, as a process of its own, on the tests' Telegram; no bundling model.

    python -m bench.running
"""

import asyncio
import contextlib
import os
import re
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter

import psutil

from bench.intake import SAYINGS
from tests.servers.telegram.server import TelegramServer

STARTS, PEOPLE = 5, 200
CONFIG = """
[service]
secret_file = "people.key"
[storage]
url = "sqlite:///wijk.sqlite"
[telegram]
token_file = "telegram.token"
base_url = "{base_url}"
base_file_url = "{base_file_url}"
[web]
port = {port}
"""
A_WIJK = """
[[wijk]]
slug = "{slug}"
name = "Wijk {slug}"
buurten = ["Appelhof", "Perenpad"]
questions = ["Wat gaat goed?", "Wat zou u veranderen?"]
"""


def written(folder: Path, server: TelegramServer, wijken: int = 1, model: str = "") -> Path:
    """A configuration for this server, with so many wijken: `w0`, `w1` and so on; and a kind of model."""
    (folder / "people.key").write_text("a secret of the measurement")
    (folder / "telegram.token").write_text(server.token)
    config = folder / "config.toml"
    port = 20_000 + os.getpid() % 20_000
    text = CONFIG.format(base_url=server.base_url, base_file_url=server.base_file_url, port=port)
    text += f'[model]\nkind = "{model}"\n' if model else ""
    config.write_text(text + "".join(A_WIJK.format(slug=f"w{n}") for n in range(wijken)))
    return config


@asynccontextmanager
async def service(config: Path, core: int | None = None) -> AsyncIterator[tuple[psutil.Process, float]]:
    """The program, ready, and the seconds that it took to get there; all of its threads on one core."""
    began = perf_counter()
    where = () if core is None else ("taskset", "-c", str(core))
    command = (*where, sys.executable, "-m", "bot", "run", "--config", str(config))
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    try:
        if process.stderr is None:
            raise RuntimeError("the service has no output")
        async for line in process.stderr:
            if b"ready" in line:
                break
        else:
            raise RuntimeError("the service ended before it was ready")
        took = perf_counter() - began
        reading = asyncio.create_task(process.stderr.read())
        yield psutil.Process(process.pid), took
        reading.cancel()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        await process.wait()


async def answered(server: TelegramServer, people: int) -> None:
    """So many people say something, and everybody got a receipt with a number."""
    crowd = [server.person(f"P{n}") for n in range(people)]
    for n, person in enumerate(crowd):
        # Far from 112, which is a word of danger.
        person.says(f"{SAYINGS[n % len(SAYINGS)]} ({n + 1000})")
    async with asyncio.timeout(300):
        while not all(any(re.search(r"20\d\d-\d{4}", one.text) for one in p.messages) for p in crowd):  # noqa: ASYNC110 - phones ring no bell
            await asyncio.sleep(0.2)


async def run() -> None:
    """Start it a few times, then let it work."""
    async with TelegramServer() as server:
        with tempfile.TemporaryDirectory() as name:
            config = written(Path(name), server)
            took = []
            for _ in range(STARTS):
                async with service(config) as (_, seconds):
                    took.append(seconds)
            async with service(config) as (process, _):
                at_start = process.memory_info().rss
                await answered(server, PEOPLE)
                after = process.memory_info().rss
    megabytes = 1024 * 1024
    print(f"Ready after {min(took):.1f} s at best of {STARTS}, {max(took):.1f} s at worst (makes the store)")
    print(f"Memory: {at_start // megabytes} MB when ready, {after // megabytes} MB after {PEOPLE} signals")


def main() -> None:
    """Run this measurement."""
    asyncio.run(run())


if __name__ == "__main__":
    main()
