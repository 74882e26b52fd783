"""The container: what its file says, and the service run the way it would be run there."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.ops.sealed import SEALED
from tests.project.tree import ROOT
from tests.servers.telegram.server import TelegramServer
from tests.whole_round.test_start import START, STOP, configured

FILE = ROOT / "ops/Containerfile"
TEXT = FILE.read_text(encoding="utf-8")
BOX = Path(__file__).with_name("box.sh")


def test_nothing_to_remark() -> None:
    """A linter of container files finds nothing."""
    said = subprocess.run(
        [Path(sys.executable).parent / "hadolint", FILE],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (said.returncode, said.stdout) == (0, "")


def test_what_is_copied_is_there_and_is_all() -> None:
    """Every room of the program is copied, exists, and is let through by .dockerignore; nothing else is."""
    copied = {
        name for line in re.findall(r"^COPY (?!--)(.+) \S+$", TEXT, re.MULTILINE) for name in line.split()
    }
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    rooms = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert copied == let_in
    assert set(rooms["packages"]) < copied
    assert all((ROOT / name).exists() for name in copied)


def test_how_it_runs() -> None:
    """Pinned, hashed, not as root, without pip, stopped and looked after as systemd does it."""
    final = TEXT.partition("AS build")[2].partition("FROM")[2]
    assert re.search(r"^ARG BASE=\S+:\d+\.\d+\.\d+-slim-\w+$", TEXT, re.MULTILINE)
    assert "--require-hashes -r requirements.lock" in TEXT
    assert re.search(r"^USER [1-9]\d+:[1-9]\d+$", final, re.MULTILINE)
    assert 'CMD ["wijksignaal", "health", "--config", "/data/service/config.toml"]' in final
    assert "STOPSIGNAL SIGTERM" in final
    assert not re.search(r"pip install|apt-get|COPY (?!--from=build)", final)


async def boxed(data: Path, *command: str) -> asyncio.subprocess.Process:
    """A command in the box; its last word comes on stderr."""
    places = (ROOT, Path(sys.base_prefix), data)
    return await asyncio.create_subprocess_exec(
        BOX, *map(str, places), *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )


def given(folder: Path) -> Path:
    """This folder and all in it, now of the user of the container."""
    for one in (folder, *folder.rglob("*")):
        if os.getuid() == 0:
            os.chown(one, 10001, 10001)
    return folder


@pytest.mark.asyncio
async def test_it_runs_where_nothing_can_be_written(tmp_path: Path) -> None:
    """User 10001, no HOME, no rights, a read-only root: it keeps what is said, and stops when asked."""
    async with TelegramServer() as server:
        configured(tmp_path / "data", server)
        process = await boxed(given(tmp_path / "data"), "wijksignaal", "run", "--config", "/data/config.toml")
        anna = server.person("Anna")
        anna.starts("boomgaard")
        await anna.sees("wat er speelt in De Boomgaard", within=START * 2)
        anna.says("de lamp bij de flat is kapot")
        await anna.sees("is bewaard")
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOP * 2):
            _, said = await process.communicate()
    assert process.returncode == 0, said.decode()
    assert [line for line in said.decode().splitlines() if not line.startswith("INFO")] == []
    assert (tmp_path / "data/data.sqlite").stat().st_size > 0


@pytest.mark.asyncio
async def test_the_box_is_closed(tmp_path: Path) -> None:
    """The box is what it says: nothing but /data and /tmp can be written, and there is nobody to become."""
    look = (
        "import os; from pathlib import Path\n"
        "def can(place):\n"
        "    try: Path(place, 'x').write_text('x')\n"
        "    except OSError: return False\n"
        "    return True\n"
        f"print([one for one in ('/', '/etc', '/usr', '/dev', '/data', '/tmp', {str(ROOT)!r}) if can(one)],"
        " 'HOME' in os.environ, os.getuid(),"
        " Path('/proc/self/status').read_text().count('CapEff:\\t' + '0' * 16))"
    )
    (tmp_path / "data").mkdir()
    process = await boxed(given(tmp_path / "data"), "python", "-c", look)
    out, said = await process.communicate()
    user = 10001 if os.getuid() == 0 else 0
    assert out.decode().strip() == f"['/data', '/tmp'] False {user} 1", said.decode()


@pytest.mark.parametrize("name", SEALED)
def test_libraries_need_no_memory_that_is_written_and_run(name: str) -> None:
    """MemoryDenyWriteExecute (asked of the kernel itself): each library with machine code does its work."""
    command = [sys.executable, "-m", "tests.ops.sealed", name]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (said.returncode, said.stdout) == (0, f"{name} works\n"), said.stderr
