"""`backup` and `restore`: everything that is kept as one file, and back again."""

import asyncio
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.options import ConfigFile, awaited, opened, tools_of
from bot.commands.tools import Failed, WrongUse, counted
from bot.config import Settings, load
from bot.health import BACKUP
from bot.maybe_lost import Gap, tell
from domain.messages import PersonKey
from storage import account, archive, backup, postgres, restoring
from storage.archive import BadBackup, Manifest
from storage.engine import Store, StoreUnusable, open_store
from storage.journal import JOURNAL_FILE, Journal
from storage.restoring import Restored

KEPT_DAYS = 7
"""So long a backup may hold somebody who wiped themselves."""


def backup_(
    context: typer.Context,
    config: ConfigFile,
    out: Annotated[
        Path,
        typer.Option(
            "-o", "--out", metavar="PLACE", help="A folder, or the file to make.", show_default=False
        ),
    ],
    keep_days: Annotated[
        int,
        typer.Option(min=1, max=KEPT_DAYS, help="Remove backups in that folder that are older; 7 at most."),
    ] = KEPT_DAYS,
) -> None:
    """Make a backup while the service runs.

    One file with both databases of the same moment, and the keys of Matrix. The secret key is not in it: keep
    that elsewhere. In a folder older backups are removed: whoever typed "wissen" must be gone from these too.

    \b
    Example:
      wijksignaal backup --config config.toml -o /backup/wijksignaal --keep-days 7
    """
    settings, now = load(config), tools_of(context).clock()
    folder = out if out.is_dir() else out.absolute().parent
    if not folder.is_dir():
        raise WrongUse(f"{out}: there is no folder {folder}. Make it first.")
    there = out / archive.name_at(now) if out.is_dir() else out
    if archive.is_something_else(there):
        raise WrongUse(f"{there}: is there already, and is no backup. Name another file.")
    with _alone(folder):
        archive.remove_unfinished(folder)
        made = awaited(_made(settings, folder, there, now))
    typer.echo(f"{there}: {sum(part.bytes for part in made.parts.values()) // 1024} KB, whole")
    if out.is_dir():
        gone = archive.remove_older(out, now - timedelta(days=keep_days))
        typer.echo(f"{counted(len(gone), 'older backup', 'older backups')} removed")


def restore(
    context: typer.Context,
    config: ConfigFile,
    backup_file: Annotated[Path, typer.Argument(metavar="BACKUP", help="A file that backup made.")],
) -> None:
    """Put a backup back, with the service stopped.

    The present databases are put aside in a folder of their own. Whoever wiped themselves since the backup is
    wiped again before anything else. Afterwards nothing is sent until: wijksignaal resume.

    \b
    Example:
      wijksignaal restore --config config.toml /backup/wijksignaal/wijksignaal-20261122T030000Z.tar
    """
    settings, now = load(config), tools_of(context).clock()
    if not backup_file.is_file():
        raise WrongUse(f"{backup_file}: is no file. Name a backup.")
    try:
        for line in awaited(_restored(settings, backup_file, now)):
            typer.echo(line)
    except (BadBackup, StoreUnusable, postgres.NoProgram, postgres.ProgramFailed) as fault:
        raise Failed(f"{fault}") from fault


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One at a time in a folder, so that what a killed one left can go."""
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Failed(f"{folder}: this user may not write there. Give that folder to the user of the service.")
    with (folder / ".wijksignaal.lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise Failed(f"{folder}: another backup is being made there. Wait for it.") from fault
        yield


async def _made(settings: Settings, folder: Path, out: Path, now: datetime) -> Manifest:
    store = open_store(settings.keeping)
    with archive.workplace(folder) as place:
        parts = place / "parts"
        parts.mkdir(mode=0o700)
        manifest = await _copied(settings, store, parts, now)
        made = archive.write(parts, manifest, out)
    async with opened(settings) as opened_store, opened_store.begin() as connection:
        await account.beat(connection, BACKUP, now)
    if store.journal is not None:
        # Hashes only; with them the last backups bring nobody back after the loss of a disk.
        _keep_beside(store.journal, out.with_name(JOURNAL_FILE), now - store.periods.audit)
    return made


async def _copied(settings: Settings, store: Store, parts: Path, now: datetime) -> Manifest:
    if not store.sqlite:
        return await _dumped(settings, parts, now)
    if not store.path.exists():
        raise Failed(f"storage.url: there is no store at {store.path} yet. Start the service first.")
    matrix = settings.matrix.store if settings.matrix else None
    try:
        backup.copy(store.path, store.vault_path, matrix, parts)
    except backup.Damaged as fault:
        raise Failed(f"{fault}: the store itself is damaged. Restore the last backup.") from fault
    schema = {"main": backup.revision(parts / backup.MAIN), "vault": backup.revision(parts / backup.VAULT)}
    return Manifest(now, version("wijksignaal"), "sqlite", schema, {})


async def _dumped(settings: Settings, parts: Path, now: datetime) -> Manifest:
    async with opened(settings) as store, store.read() as connection:
        schema = await postgres.revisions(connection)
        try:
            await asyncio.to_thread(postgres.dump, store.url, parts / postgres.DUMP)
        except (postgres.NoProgram, postgres.ProgramFailed) as fault:
            raise Failed(f"{fault}") from fault
    return Manifest(now, version("wijksignaal"), "postgresql", schema, {})


def _keep_beside(journal: Journal, there: Path, before: datetime) -> None:
    kept = Journal(there)
    known = kept.read()
    kept.append({one: at for one, at in journal.read().items() if known.get(one) != at})
    kept.forget(before)


# --- restore -----------------------------------------------------------------------------------------


async def _restored(settings: Settings, file: Path, now: datetime) -> list[str]:
    matrix = settings.matrix.store if settings.matrix else None
    sqlite = open_store(settings.keeping).sqlite
    work = (
        restoring.restoring(settings.keeping, matrix, file, now)
        if sqlite
        else restoring.restoring_postgres(settings.keeping, file, now)
    )
    async with work as restored:
        told = await _tell(settings, restored, now)
    return _lines(restored, told)


async def _tell(settings: Settings, restored: Restored, now: datetime) -> int:
    """Whoever may have lost something hears it, once the operator lets go; and so do the coordinators."""
    writers = [(PersonKey(key), slug) for key, slug in restored.wrote]
    gap = Gap(restored.manifest.made_at, now, "resident-restored", "coordinator-restored")
    async with restored.store.begin() as connection:
        return await tell(connection, settings.districts, writers, gap)


def _lines(restored: Restored, told: int) -> list[str]:
    made_at, gone = restored.manifest.made_at, restored.gone_again
    known = (
        "What was sent since is known from the present store, and is not sent again."
        if restored.knew
        else "The present store could not be read: what may have been sent since is not pushed again, "
        "and the next signals get numbers farther on."
    )
    return [
        f"Restored: everything as it was at {made_at:%Y-%m-%d %H:%M} UTC.",
        f"{counted(gone, 'person', 'people')} who wiped themselves since then: wiped again.",
        known,
        "What was said on Telegram since then is lost. On Matrix it comes in again.",
        f"{counted(told, 'person', 'people')} will hear that, when you let messages go.",
        "Nothing is sent until you run: wijksignaal resume",
    ]
