"""The command `wijksignaal run` as an operator starts it: ready, stopped, refused, or already running."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.servers.synapse import free_port
from tests.servers.telegram.faults import slow
from tests.servers.telegram.server import TelegramServer
from tests.whole_round.lives import ROOT
from tests.whole_round.on_telegram import PLATFORM
from tests.whole_round.performing import write_config
from tests.whole_round.stage import PAUSE

pytestmark = pytest.mark.asyncio

COMMAND = Path(sys.executable).parent / "wijksignaal"
START, STOP = 50.0, 50.0
"""Seconds. A busy machine takes long to load the libraries; stopping is all ours."""
IN_USE = 75


def configured(folder: Path, server: TelegramServer, token: str = "") -> Path:
    """A config file for this server, with a web port of its own."""
    folder.mkdir(exist_ok=True)
    (folder / "token").write_text(token or server.token)
    return write_config(folder, f"{PLATFORM.format(server=server)}\n[web]\nport = {free_port()}\n")


@asynccontextmanager
async def running(config: Path) -> AsyncIterator[Process]:
    """The command, until the end of the block at the latest."""
    process = await asyncio.create_subprocess_exec(
        COMMAND, "run", "--config", config, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=PIPE, stderr=PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(process: Process, within: float) -> tuple[int | None, list[str]]:
    """The exit code, and the lines on stderr that are no log."""
    async with asyncio.timeout(within):
        _, said = await process.communicate()
    lines = said.decode().splitlines()
    assert not [line for line in lines if "Traceback" in line], lines
    return process.returncode, [line for line in lines if not line.startswith(("INFO", "WARNING"))]


async def test_ready_and_stopped(tmp_path: Path) -> None:
    """It answers, and at SIGTERM it ends well and at once."""
    async with TelegramServer() as server, running(configured(tmp_path, server)) as process:
        anna = server.person("Anna")
        anna.starts("boomgaard")
        await anna.sees("wat er speelt in De Boomgaard", within=START)
        process.send_signal(signal.SIGTERM)
        assert await ended(process, STOP) == (0, [])


async def test_stopped_while_it_starts(tmp_path: Path) -> None:
    """SIGTERM before it is ready, when Telegram does not answer yet, ends it just as well."""
    async with TelegramServer() as server:
        server.faults.add(slow(STOP * 4, accepted=False), method="getMe")
        async with running(configured(tmp_path, server)) as process:
            async with asyncio.timeout(START):
                while not server.faults.met:  # noqa: ASYNC110 - a real process on the other side
                    await asyncio.sleep(PAUSE)
            process.send_signal(signal.SIGTERM)
            assert await ended(process, STOP) == (0, [])


@pytest.mark.timeout(240)
async def test_stopped_while_telegram_hangs(tmp_path: Path) -> None:
    """SIGTERM while Telegram keeps an answer of ours to itself for minutes: it ends well all the same."""
    async with TelegramServer() as server, running(configured(tmp_path, server)) as process:
        server.faults.add(slow(600, accepted=False), method="sendMessage")
        server.person("Anna").starts("boomgaard")
        async with asyncio.timeout(START):
            while not server.faults.met:  # noqa: ASYNC110 - a real process on the other side
                await asyncio.sleep(PAUSE)
        process.send_signal(signal.SIGTERM)
        assert await ended(process, STOP) == (0, [])


async def test_a_wrong_token(tmp_path: Path) -> None:
    """One line that says what to do, and 1; the token is not in it."""
    wrong = "7000001:WRONG-token-that-must-not-be-told"
    async with TelegramServer() as server, running(configured(tmp_path, server, wrong)) as process:
        code, lines = await ended(process, START)
    assert (code, len(lines)) == (1, 1), lines
    assert "token" in lines[0]
    assert "WRONG" not in lines[0]


async def test_no_homeserver(tmp_path: Path) -> None:
    """A homeserver that is not there: one line, and 1."""
    matrix = (
        '[matrix]\nhomeserver = "http://127.0.0.1:{}"\nuser_id = "@bot:localhost"\npassword_file = "secret"'
    )
    config = write_config(tmp_path, matrix.format(free_port()))
    async with running(config) as process:
        code, lines = await ended(process, START)
    assert (code, len(lines)) == (1, 1), lines
    assert "Matrix" in lines[0]


async def test_a_second_one_on_the_same_store(tmp_path: Path) -> None:
    """It ends with 75 and one line; the first goes on."""
    async with TelegramServer() as server:
        config = configured(tmp_path, server)
        async with running(config) as first:
            await waits(server)
            async with running(config) as second:
                code, lines = await ended(second, START)
            assert (code, len(lines)) == (IN_USE, 1), lines
            anna = server.person("Anna")
            anna.starts("boomgaard")
            await anna.sees("wat er speelt in De Boomgaard")
            assert first.returncode is None


async def test_a_second_one_with_the_same_bot(tmp_path: Path) -> None:
    """Two stores, one bot: Telegram tells the one that polled first, and that one does not fight."""
    async with TelegramServer() as server, running(configured(tmp_path / "one", server)) as first:
        await waits(server)
        async with running(configured(tmp_path / "two", server)):
            code, lines = await ended(first, START)
        assert (code, len(lines)) == (IN_USE, 1), lines


async def waits(server: TelegramServer) -> None:
    """Until the bot waits for what people say."""
    async with asyncio.timeout(START):
        await server.updates.asked()
