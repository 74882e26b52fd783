"""A PostgreSQL of our own for the tests: made at the first test that asks, gone after the last.

It listens on a socket in a temporary directory only, so nothing else can meet it and no port is taken.
PostgreSQL refuses to run as root; as root it is started as the account `postgres`, or `nobody`.
"""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

HOW_TO_INSTALL = (
    "These tests need PostgreSQL's own programs (initdb, pg_ctl, psql) and found none. "
    "Debian and Ubuntu: apt-get install --no-install-recommends postgresql. `make setup` does it as root."
)

# Lost data is no loss here, and a test should not wait for a disk.
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "200",
}


@dataclass(frozen=True)
class Postgres:
    """A running server; `database()` makes a new, empty one in it and gives its address."""

    directory: Path
    binaries: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    """Beside the usual ones."""
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs as the account that owns the server."""
        owner = _owner()
        done = subprocess.run(
            [self.binaries / program, *arguments],
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": str(self.directory)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            user=owner and owner.pw_uid,
            group=owner and owner.pw_gid,
            extra_groups=[] if owner else None,
        )
        if done.returncode:
            raise RuntimeError(f"{program} ended with {done.returncode}: {done.stderr.strip()}{self._log()}")

    def start(self) -> None:
        """Make the cluster and start its server; returns when it answers."""
        data, settings = str(self.directory / "data"), {**SETTINGS, **self.settings}
        settings["unix_socket_directories"] = str(self.directory)
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        self.run("initdb", "-D", data, "-U", "test", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C")
        self.run("pg_ctl", "-D", data, "-w", "-l", str(self.directory / "log"), "-o", options, "start")

    def stop(self) -> None:
        """Stop the server at once; its data goes with it."""
        self.run("pg_ctl", "-D", str(self.directory / "data"), "-m", "immediate", "stop")

    def database(self, template: str = "template1") -> str:
        """Make a database, empty or a copy of `template` (a name, to which nobody is connected)."""
        name = f"test_{next(self.numbers)}"
        self.sql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.address(name)

    def drop(self, address: str) -> None:
        """Remove a database, also when a test left connections to it."""
        self.sql(f'DROP DATABASE "{name_of(address)}" WITH (FORCE)')

    def sql(self, statement: str) -> None:
        """Run one statement as the owner of everything."""
        self.run("psql", "-h", str(self.directory), "-U", "test", "-d", "postgres", "-qX", "-c", statement)

    def address(self, name: str) -> str:
        """The address of a database, as a setting would hold it."""
        return f"postgresql+asyncpg://test@/{name}?host={self.directory}"

    def _log(self) -> str:
        log = self.directory / "log"
        return f"\n{log.read_text()}" if log.exists() else ""


def name_of(address: str) -> str:
    """The name of the database in an address."""
    return address.partition("@/")[2].partition("?")[0]


def find_binaries() -> Path:
    """Where PostgreSQL's programs are: the newest of Debian's, or those on the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[4]))
    if debian:
        return debian[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise RuntimeError(HOW_TO_INSTALL)
    return Path(on_path).resolve().parent


def _owner() -> pwd.struct_passwd | None:
    """Who has to run the server: as root somebody else, otherwise whoever we are (None)."""
    if os.geteuid() != 0:
        return None
    known = {account.pw_name: account for account in pwd.getpwall()}
    return known.get("postgres", known["nobody"])


@contextmanager
def running(**settings: str) -> Iterator[Postgres]:
    """The server, for as long as the block lasts."""
    binaries = find_binaries()
    # The path of a socket has to be short, which a system's own temporary directory may not be.
    directory = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        owner = _owner()
        if owner is not None:
            os.chown(directory, owner.pw_uid, owner.pw_gid)
        server = Postgres(directory, binaries, settings)
        server.start()
        # The tests themselves may run as another account than the server.
        directory.chmod(0o755)
        yield server
        server.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server itself, for tests that stop it or copy a prepared database."""
    with running() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The address of a new, empty database that is this test's alone."""
    address = postgres.database()
    yield address
    postgres.drop(address)
