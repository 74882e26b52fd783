"""The process, broken from the outside: no room, no rights, another program's lock, killed at migrating."""

import asyncio
import os
import resource
import signal
import sqlite3
import stat
import sys
from asyncio.subprocess import PIPE
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest
from alembic import command
from alembic.config import Config

from storage import account
from storage.engine import open_store
from storage.points import Point
from tests.faults.lives import living
from tests.faults.scene import LAMP, receipts
from tests.whole_round.lives import ROOT, Nursery
from tests.whole_round.story import STARTS

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(240)]
LITTLE = 64 * 1024
"""Bytes to which a file may grow: enough for the log of the process, and not for its store."""
OLD = "0012"
FULL = Path("/dev/full").stat().st_rdev
HOLD = """
import sqlite3, sys, time
other = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
other.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
other.execute("ROLLBACK")
"""


async def logged(read: Sequence[str], file: Path, within: float = 30) -> None:
    """Until the log of the process has one of these words."""
    async with asyncio.timeout(within):
        while not _has(read, file):  # noqa: ASYNC110 - a file rings no bell
            await asyncio.sleep(0.02)


def _has(read: Sequence[str], file: Path) -> bool:
    said = file.read_text()
    return any(word in said for word in read)


async def test_no_room_by_limit(nursery: Nursery, tmp_path: Path) -> None:
    """Disk full, as a quota has it: files of the living process may not grow. Lifted, all is kept once."""
    async with living(nursery, tmp_path) as at:
        await at.lives.begins()
        anna = await at.somebody()
        _, most = resource.prlimit(at.lives._child, resource.RLIMIT_FSIZE)
        resource.prlimit(at.lives._child, resource.RLIMIT_FSIZE, (LITTLE, most))
        anna.says(LAMP)
        await logged(["the disk does not take", "is full: make room"], tmp_path / "house.log")
        assert receipts(anna) == 0
        resource.prlimit(at.lives._child, resource.RLIMIT_FSIZE, (most, most))
        await anna.sees("is bewaard", within=30)
        assert (receipts(anna), _signals(at.store)) == (1, 1)


async def test_no_room_at_all(nursery: Nursery, tmp_path: Path) -> None:
    """Disk full, as the kernel says it (ENOSPC): the log of the store is a device that takes nothing."""
    async with living(nursery, tmp_path) as at:
        await at.lives.begins()
        anna = await at.somebody()
        await at.lives.ends()
        log = at.store.with_name("data.sqlite-wal")
        log.unlink(missing_ok=True)
        # As root, or in a container: who may not make a device cannot see this.
        os.mknod(log, 0o600 | stat.S_IFCHR, FULL)
        anna.says(LAMP)
        await at.lives.begins()
        await logged(["is full: make room"], tmp_path / "house.log")
        assert receipts(anna) == 0
        await at.lives.ends(signal.SIGKILL)
        log.unlink(missing_ok=True)
        await at.lives.begins()
        await anna.sees("is bewaard", within=30)
        assert (receipts(anna), _signals(at.store)) == (1, 1)


async def test_locked_for_half_a_minute(nursery: Nursery, tmp_path: Path) -> None:
    """Another program holds the store for 30 seconds: nothing is said, and then everything, once."""
    async with living(nursery, tmp_path) as at:
        await at.lives.begins()
        anna = await at.somebody()
        other = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLD, at.store, "30", stdout=PIPE)
        assert other.stdout is not None
        assert await other.stdout.readline() == b"held\n"
        anna.says(LAMP)
        await logged(["another program holds the store"], tmp_path / "house.log")
        assert await other.wait() == 0
        assert receipts(anna) == 0
        await anna.sees("is bewaard", within=30)
        assert (receipts(anna), _signals(at.store)) == (1, 1)


def without_rights() -> list[str]:
    """What takes from root the right to write where the rights of a file forbid it; others never have it."""
    lost = "-dac_override,-dac_read_search,-fowner"
    return [] if os.geteuid() else ["setpriv", f"--bounding-set={lost}"]


async def test_a_folder_that_may_only_be_read(nursery: Nursery, tmp_path: Path) -> None:
    """Files and folder of somebody else: the service does not start and says why; mended, it does."""
    async with living(nursery, tmp_path) as at:
        await at.lives.begins()
        anna = await at.somebody()
        await at.lives.ends()
        anna.says(LAMP)
        rights(tmp_path, 0o400, 0o500)
        started = await asyncio.create_subprocess_exec(
            *without_rights(),
            Path(sys.executable).parent / "wijksignaal",
            "run",
            "--config",
            tmp_path / "config.toml",
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
            stderr=PIPE,
        )
        said = (await started.communicate())[1].decode()
        rights(tmp_path, 0o600, 0o700)
        assert started.returncode == 1, said
        assert "may only be read" in said or "cannot be written" in said, said
        assert "Traceback" not in said
        await at.lives.begins()
        await anna.sees("is bewaard", within=30)
        assert (receipts(anna), _signals(at.store)) == (1, 1)


def rights(folder: Path, file: int, place: int) -> None:
    """Of the stores and their folder."""
    for one in folder.glob("*.sqlite*"):
        one.chmod(file)
    folder.chmod(place)


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_killed_at_migrating(
    nursery: Nursery, request: pytest.FixtureRequest, tmp_path: Path, engine: str
) -> None:
    """`kill -9` between two steps: the store is as it was, and the next start brings it wholly up to date."""
    address = f"sqlite:///{tmp_path}/data.sqlite"
    if engine == "postgres":
        address = request.getfixturevalue("postgres_url")
    await _make_old(address)
    async with living(nursery, tmp_path, address) as at:
        nursery.ask(tmp_path / "config.toml", {str(Point.MIGRATION_MID): 2})
        heard = [await nursery.hears(30) for _ in range(3)]
        assert [word for word, _ in heard] == ["born", "reached", "ended"], at.lives.log()
        assert heard[2][1] == str(-signal.SIGKILL)
        assert await _stands_at(address) == (OLD, 1)
        await at.lives.begins()
        await at.somebody()
        revision, rows = await _stands_at(address)
        assert (revision > OLD, rows) == (True, 1)


async def _make_old(address: str) -> None:
    """A store as an earlier version left it, with a row in it."""
    upgrade = command.upgrade

    def to_old(config: Config, to: str) -> None:
        upgrade(config, OLD if config.get_main_option("version_locations", "").endswith("main") else to)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(command, "upgrade", to_old)
        async with open_store(address) as store, store.begin() as connection:
            await account.beat(connection, "old", STARTS)


async def _stands_at(address: str) -> tuple[str, int]:
    """The revision of the store, and how many rows the old one had."""
    asked = (
        "SELECT version_num FROM alembic_version",
        "SELECT count(*) FROM heartbeats WHERE name = 'old'",
    )
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as store:
            revision, rows = (store.execute(one).fetchone()[0] for one in asked)
        return str(revision), int(rows)
    connection = await asyncpg.connect(address.replace("+asyncpg", ""))
    revision, rows = [await connection.fetchval(one) for one in asked]
    await connection.close()
    return str(revision), int(rows)


def _signals(file: Path) -> int:
    with closing(sqlite3.connect(file)) as store:
        return int(store.execute("SELECT count(*) FROM signals").fetchone()[0])
