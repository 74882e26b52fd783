"""`check` and `invite` where there is a platform to talk to: the real program beside our own Telegram."""

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.bot.at_terminal import INIT
from tests.servers.mail import mail_server
from tests.servers.telegram.server import TelegramServer

PROGRAM = Path(sys.executable).with_name("wijksignaal")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


async def typed(*words: str | Path) -> Ended:
    """Run the program in its own process."""
    made = await asyncio.create_subprocess_exec(
        PROGRAM, *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, env=dict(os.environ)
    )
    out, err = await made.communicate()
    return Ended(made.returncode or 0, out.decode(), err.decode())


async def set_up(server: TelegramServer, folder: Path, token: str) -> Ended:
    """`init` with this token, towards our own Telegram."""
    file = folder / "token"
    file.write_text(token)
    more = ("--telegram-token-file", file, "--telegram-base-url", server.base_url)
    return await typed("init", folder / "service", *INIT, *more)


@pytest.mark.asyncio
async def test_a_bot_that_works_is_named_and_gives_links(tmp_path: Path) -> None:
    """`init` and `invite` print a link with the code, a poster leads to the wijk, `check` names the bot."""
    async with TelegramServer() as server:
        made = await set_up(server, tmp_path, server.token)
        config = tmp_path / "service/config.toml"
        checked = await typed("check", "--config", config)
        invited = await typed("invite", "--config", config, "--wijk", "boomgaard", "--role", "expert")
        poster = tmp_path / "poster.pdf"
        printed = await typed("poster", "--config", config, "--wijk", "boomgaard", "-o", poster)
    code = invited.out.split()[1]
    assert "Link:   https://t.me/" in made.out
    assert f"?start={code}" in invited.out
    assert printed.code == 0, printed.err
    assert "?start=boomgaard" in PdfReader(poster).pages[0].extract_text().replace("\n", "")
    assert checked.code == 0, checked.out
    assert "telegram: the bot is @" in checked.out
    assert "UTC, as 127.0.0.1 has it" in checked.out


@pytest.mark.asyncio
async def test_a_token_that_is_refused_is_said_without_it(tmp_path: Path) -> None:
    """It ends with 1 and says which setting to mend; an invitation is made, without a link."""
    token = "999999999:not-the-token-of-this-bot-at-all"
    async with TelegramServer() as server:
        made = await set_up(server, tmp_path, token)
        checked = await typed("check", "--config", tmp_path / "service/config.toml")
    assert made.code == 0
    assert "Code:" in made.out
    assert "No link for Telegram" in made.err
    assert checked.code == 1
    assert "Mend it: telegram.token_file" in checked.out
    assert token not in made.out + made.err + checked.out + checked.err


@pytest.mark.asyncio
async def test_check_looks_at_the_mail_server(tmp_path: Path) -> None:
    """It is named when it takes mail, and said in one line when it does not."""
    async with TelegramServer() as server, mail_server() as box:
        await set_up(server, tmp_path, server.token)
        config = tmp_path / "service/config.toml"
        email = f'host = "127.0.0.1"\nport = {box.port}\nsecurity = "none"\nsender = "wijk@example.org"\n'
        config.write_text(config.read_text() + f"\n[email]\n{email}")
        good = await typed("check", "--config", config)
        assert (good.code, f"email: wijk@example.org at 127.0.0.1:{box.port}" in good.out) == (0, True), (
            good.out
        )
        config.write_text(config.read_text().replace(str(box.port), "1"))
        wrong = await typed("check", "--config", config)
    assert wrong.code == 1
    assert "WRONG  email: 127.0.0.1:1 does not take mail" in wrong.out
    assert box.taken == []
