"""The service as a process of its own that tells everything, and what it wrote."""

import asyncio
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.servers.synapse import free_port
from tests.whole_round.lives import ROOT
from tests.whole_round.performing import write_config

KEY = "Sleutelbloem-van-de-sleutelmaker-77"
START = 30.0


@asynccontextmanager
async def loud(folder: Path, platform: str) -> AsyncIterator[tuple[Process, str]]:
    """The service on this platform, telling everything, and the address of its page."""
    port = free_port()
    web = f'[web]\nport = {port}\npublic_url = "http://localhost"\nmetrics = true\n'
    config = write_config(folder, f"{platform}\n{web}")
    config.write_text(config.read_text().replace("[service]", '[service]\nlog = "json"\nlog_level = "debug"'))
    (folder / "secret").write_text(KEY)
    out, err = (folder / "out.log").open("wb"), (folder / "err.log").open("wb")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.ops.loud", config, folder / "plain.log",
        cwd=ROOT, stdout=out, stderr=err,
    )  # fmt: skip
    out.close()
    err.close()
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def until(true: Callable[[], object]) -> None:
    """Look until it is so."""
    async with asyncio.timeout(START):
        while not true():  # noqa: ASYNC110 - a real process on the other side
            await asyncio.sleep(0.02)


async def written(file: Path, words: str) -> None:
    """Until the log says this."""
    await until(lambda: words in file.read_text())
