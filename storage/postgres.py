"""Backups of a PostgreSQL store, by the programs that come with it: both schemas in one dump.

For a restore the present schemas are renamed and stay until the backup is whole in their place. While they
stand no service starts, and doing it again goes on from there.
"""

import shutil
import subprocess
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection

DUMP = "store.dump"
LONGEST = 6 * 3600
BEFORE = {"public": "wijk_before_restore", "vault": "vault_before_restore"}
_DEBIAN = Path("/usr/lib/postgresql")


class NoProgram(Exception):
    """PostgreSQL's own programs are not on this machine."""


class ProgramFailed(Exception):
    """One of them ended badly; the message is its last line."""


def dump(url: URL, there: Path) -> None:
    """Both schemas, of one moment."""
    there.touch(mode=0o600)
    schemas = (f"--schema={name}" for name in BEFORE)
    _run(url, "pg_dump", "--format=custom", "--no-owner", *schemas, f"--file={there}")


async def revisions(connection: AsyncConnection) -> dict[str, str]:
    """The schema of each store."""
    main = (await connection.execute(text("SELECT version_num FROM public.alembic_version"))).scalar_one()
    vault = (await connection.execute(text("SELECT version_num FROM vault.alembic_version"))).scalar_one()
    return {"main": main, "vault": vault}


def load(url: URL, dumped: Path) -> None:
    """What was dumped, whole or not at all."""
    _run(url, "pg_restore", "--no-owner", "--single-transaction", "--exit-on-error", str(dumped))


async def make_room(connection: AsyncConnection) -> None:
    """Put the present schemas aside; what an earlier try left half-way goes."""
    aside = await _there(connection, BEFORE["public"])
    for name, before in BEFORE.items():
        if not await _there(connection, name):
            continue
        # A schema that stands aside is the one of before: what has its place now is half a restore.
        moved = f"DROP SCHEMA {name} CASCADE" if aside else f"ALTER SCHEMA {name} RENAME TO {before}"
        await connection.execute(text(moved))


async def give_back(connection: AsyncConnection) -> None:
    """It did not work: everything as it was."""
    for name, before in BEFORE.items():
        if await _there(connection, before):
            await connection.execute(text(f"DROP SCHEMA IF EXISTS {name} CASCADE"))
            await connection.execute(text(f"ALTER SCHEMA {before} RENAME TO {name}"))


async def clear(connection: AsyncConnection) -> None:
    """It worked: what was replaced goes."""
    for before in BEFORE.values():
        await connection.execute(text(f"DROP SCHEMA IF EXISTS {before} CASCADE"))


async def half_restored(connection: AsyncConnection) -> bool:
    """Whether schemas stand aside."""
    return await _there(connection, BEFORE["public"])


async def _there(connection: AsyncConnection, name: str) -> bool:
    asked = text("SELECT 1 FROM pg_namespace WHERE nspname = :name")
    return (await connection.execute(asked, {"name": name})).first() is not None


def _run(url: URL, program: str, *arguments: str) -> None:
    password = {"PGPASSWORD": url.password} if isinstance(url.password, str) else {}
    address = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    command = [_found(program), *arguments, f"--dbname={address}"]
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program; no part of it is typed by residents
        command, env={**password, "LC_ALL": "C"}, capture_output=True, text=True, check=False, timeout=LONGEST
    )
    if done.returncode:
        raise ProgramFailed(f"{program}: {(done.stderr.strip().splitlines() or ['ended badly'])[-1]}")


def _found(program: str) -> str:
    """The newest of Debian's, or the one on the PATH."""
    debian = sorted(_DEBIAN.glob(f"*/bin/{program}"), key=lambda path: float(path.parts[4]))
    found = str(debian[-1]) if debian else shutil.which(program)
    if found is None:
        raise NoProgram(
            f"{program} is not on this machine. Install PostgreSQL's client programs "
            "(Debian: apt-get install postgresql-client), or back up on the machine of the database."
        )
    return found
