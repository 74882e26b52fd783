"""The units of systemd: hardened, kept apart by what they may reach, and told how the service is."""

import asyncio
import configparser
import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from bot.config import load, secret
from bot.systemd import Notices
from tests.docs.test_pages import OPERATING
from tests.project.tree import ROOT
from tests.servers.telegram.server import TelegramServer
from tests.whole_round.lives import ROOT as PROGRAM
from tests.whole_round.performing import write_config
from tests.whole_round.test_start import COMMAND, START, STOP, configured

UNITS = sorted((ROOT / "ops").glob("*.service"))
WORST = 1.5


def options(unit: Path) -> dict[str, str]:
    """The lines of [Service]; of several with one name the last."""
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(unit)
    return dict(parser["Service"])


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_hardened(unit: Path) -> None:
    """As systemd itself counts: 1.5 or less of each service (0 is best, 10 is worst)."""
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    (level,) = re.findall(r"Overall exposure level for \S+: ([\d.]+)", said.stdout)
    assert float(level) <= WORST, said.stdout


def test_all_units_are_there_and_alike() -> None:
    """The backup is kept apart as the service is, and a timer starts it every day."""
    service, backup = (options(ROOT / "ops" / f"wijksignaal{name}.service") for name in ("", "-backup"))
    limits = {
        key for key in service if key.startswith(("Protect", "Private", "Restrict", "SystemCall", "Capab"))
    }
    assert len(limits - {"RestartPreventExitStatus"}) > 15
    assert {key: backup.get(key) for key in limits} == {key: service[key] for key in limits}
    timer = (ROOT / "ops/wijksignaal-backup.timer").read_text()
    assert "OnCalendar=*-*-* 03:40:00" in timer
    assert "Persistent=true" in timer
    assert "--keep-days 7" in backup["ExecStart"]
    # A picture that needs too much memory ends its own process, and not the service.
    assert service["OOMPolicy"] == "continue"


def test_systemd_understands_every_line(tmp_path: Path) -> None:
    """Nothing is misspelled: read without a warning, but for programs that are not here."""
    for unit in (ROOT / "ops").glob("*.[st]*"):
        shutil.copy(unit, tmp_path)
    command = ["systemd-analyze", "verify", "--man=no", *sorted(map(str, tmp_path.iterdir()))]
    said = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    about_ours = [line for line in said.stderr.splitlines() if "wijksignaal" in line]
    assert [line for line in about_ours if "is not executable" not in line] == []


def test_the_page_and_the_units_name_the_same_places() -> None:
    """What docs/operating.md says of installing, folders and exit codes is what the unit has."""
    service = options(ROOT / "ops/wijksignaal.service")
    for place in ("/opt/wijksignaal", "/srv/wijksignaal/service/config.toml"):
        assert place in service["ExecStart"]
        assert place in OPERATING
    assert service["RestartPreventExitStatus"] == "2 75"
    for unit in (ROOT / "ops").glob("wijksignaal*"):
        assert unit.name in OPERATING


@pytest.fixture
def listener(tmp_path: Path) -> socket.socket:
    """A socket such as systemd opens for a service."""
    line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    line.bind(str(tmp_path / "notify"))
    line.settimeout(START)
    return line


@pytest.mark.asyncio
async def test_the_service_says_how_it_is(tmp_path: Path, listener: socket.socket) -> None:
    """Ready when people can write, alive again and again, and stopping when it was asked to."""
    async with TelegramServer() as server:
        config = configured(tmp_path, server)
        process = await asyncio.create_subprocess_exec(
            COMMAND, "run", "--config", config, cwd=PROGRAM, stderr=asyncio.subprocess.DEVNULL,
            env={"PYTHONPATH": str(PROGRAM), "NOTIFY_SOCKET": str(tmp_path / "notify")},
        )  # fmt: skip
        said = [await asyncio.to_thread(listener.recv, 100) for _ in range(3)]
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOP * 2):
            assert await process.wait() == 0
    said.append(await asyncio.to_thread(listener.recv, 100))
    listener.close()
    assert said == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1", b"STOPPING=1"]


def test_without_systemd_it_is_silent(tmp_path: Path) -> None:
    """No socket, a socket that is gone, or an address that is none: nothing happens."""
    for address in ({}, {"NOTIFY_SOCKET": str(tmp_path / "gone")}, {"NOTIFY_SOCKET": "vsock:2:1234"}):
        Notices.of(address).ready()
    assert list(tmp_path.iterdir()) == []


def test_a_socket_of_the_kernel() -> None:
    """A name that begins with @ is an abstract one, as containers have it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(b"")
        name = line.getsockname()[1:].decode()
        line.settimeout(5)
        Notices(f"@{name}").alive()
        assert line.recv(100) == b"WATCHDOG=1"


def test_credentials_of_systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret is read where LoadCredential puts it: by its path in the settings, or by a variable."""
    handed = tmp_path / "credentials/telegram.token"
    handed.parent.mkdir(mode=0o500)
    handed.parent.chmod(0o700)
    handed.write_text("7:abc\n")
    handed.chmod(0o400)
    by_path = load(write_config(tmp_path / "a", f'[telegram]\ntoken_file = "{handed}"\n'))
    assert by_path.telegram is not None
    assert secret(by_path.telegram.token, by_path.telegram.token_file, "telegram.token") == "7:abc"
    monkeypatch.setenv("WIJKSIGNAAL_TELEGRAM__TOKEN_FILE", str(handed))
    by_name = load(write_config(tmp_path / "b", "[telegram]\n"))
    assert by_name.telegram is not None
    assert secret(by_name.telegram.token, by_name.telegram.token_file, "telegram.token") == "7:abc"
