"""A backup takes the place of the stores, as a whole or not at all. The service stands still meanwhile.

Everything happens beside the present stores: unpacked, checked, brought to this version's schema, erasures
replayed, put right. Only then names are changed: the present files go into a folder of their own, the new
ones come. A marker stands while that happens; with it no store opens, and doing it again goes on from there.
"""

import logging
from asyncio import to_thread
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from shutil import move, rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import TypeAlias

from storage import archive, aside, pauses, postgres, restored, settling, vault, wrote
from storage.archive import BadBackup, Manifest, sync_folder
from storage.backup import MAIN, MATRIX, Damaged, check, revision
from storage.engine import MARKER, Store, open_store
from storage.faults import STORE_DOWN, StoreUnusable
from storage.journal import JOURNAL_FILE, Journal
from storage.locks import file_lock, postgres_lock
from storage.migrate import known
from storage.periods import Keeping
from storage.restored import Before
from storage.sqlite import VAULT_FILE

log = logging.getLogger(__name__)

_LOGS = ("", "-wal", "-shm")
LATELY = timedelta(days=7)
"""Who wrote so long before the backup may well have written after it."""


Present: TypeAlias = tuple[Before, list[vault.Address]]
"""What the store that is replaced knows, and the addresses of who wrote to it since the backup."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, for who has to know."""

    store: Store
    """Open, and not yet in its place."""
    manifest: Manifest
    gone_again: int
    """People who were wiped since the backup, and are again."""
    knew: bool
    """The replaced store could be read, so it is known what was sent since."""
    wrote: tuple[tuple[str, str | None], ...]
    """Whom what they said may be lost of, with their wijk."""


@asynccontextmanager
async def restoring(
    keeping: Keeping, matrix: Path | None, backup: Path, now: datetime
) -> AsyncIterator[Restored]:
    """The stores of a backup, ready. They take their place when the block ends well.

    Raises StoreInUse while the service runs, BadBackup for what cannot be restored.
    """
    target = open_store(keeping)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(file_lock(target.path))
        stage = Path(mkdtemp(prefix=".restore-", dir=target.path.parent))
        stack.callback(rmtree, stage, ignore_errors=True)
        manifest = _unpacked(backup, stage)
        put_in = _aside(target.path, now)
        if _marker(target.path).exists():
            _clear(target.path, put_in)
        there = put_in / target.path.name if (put_in / target.path.name).exists() else target.path
        present = Keeping(f"sqlite:///{there}") if there.exists() else None
        knows = await _remembered(present, manifest.made_at) if present else None
        journal = target.journal.path if target.journal else None
        staged = Keeping(f"sqlite:///{stage / MAIN}", journal, keeping.periods)
        async with open_store(staged) as store:
            yield await _put_right(store, knows, manifest, backup, now)
            await store.overwrite_what_was_deleted()
        _swap(target.path, stage, put_in, matrix)


@asynccontextmanager
async def restoring_postgres(keeping: Keeping, backup: Path, now: datetime) -> AsyncIterator[Restored]:
    """The same on PostgreSQL, where the present schemas stand aside meanwhile."""
    again = replace(keeping, restoring=True)
    async with AsyncExitStack() as stack:
        engine = open_store(keeping).bare_engine()
        stack.push_async_callback(engine.dispose)
        await stack.enter_async_context(postgres_lock(engine))
        stage = Path(stack.enter_context(TemporaryDirectory(prefix=".restore-")))
        manifest = archive.unpack(backup, stage)
        _must_be("postgresql", manifest, backup)
        for store_name in ("main", "vault"):
            _must_be_known(store_name, manifest.schema.get(store_name, ""), manifest, backup)
        present = await _remembered(keeping, manifest.made_at)
        async with engine.begin() as connection:
            await postgres.make_room(connection)
        try:
            await to_thread(postgres.load, engine.url, stage / postgres.DUMP)
            async with open_store(again) as store:
                yield await _put_right(store, present, manifest, backup, now)
        except BaseException:
            async with engine.begin() as connection:
                await postgres.give_back(connection)
            raise
        async with engine.begin() as connection:
            await postgres.clear(connection)


def _must_be(engine: str, manifest: Manifest, backup: Path) -> None:
    if manifest.engine != engine:
        raise BadBackup(f"{backup}: is of {manifest.engine}, and storage.url names {engine}. Change either.")


def _must_be_known(store: str, found: str, manifest: Manifest, backup: Path) -> None:
    if found not in known(store):
        raise BadBackup(
            f"{backup}: the {store} store has schema {found}, this program knows up to {known(store)[-1]}. "
            f"Install the version that made it ({manifest.program}) or a newer one first."
        )


def _unpacked(backup: Path, stage: Path) -> Manifest:
    manifest = archive.unpack(backup, stage)
    _must_be("sqlite", manifest, backup)
    for name, store in ((MAIN, "main"), (VAULT_FILE, "vault")):
        if name not in manifest.parts:
            raise BadBackup(f"{backup}: has no {name}. Take another one.")
        try:
            check(stage / name)
        except Damaged as fault:
            raise BadBackup(f"{backup}: {fault}. Take another one.") from fault
        _must_be_known(store, revision(stage / name), manifest, backup)
    return manifest


async def _remembered(present: Keeping, made_at: datetime) -> Present | None:
    """What the present store knows; None where it is gone or cannot be read."""
    try:
        async with open_store(present) as store:
            async with store.read() as connection:
                before = await restored.remembered(connection, made_at)
            async with store.vault_begin() as safe:
                found = [await vault.address(safe, key) for key, _ in before.wrote]
            return before, [one for one in found if one is not None]
    except (*STORE_DOWN, StoreUnusable, ValueError, LookupError) as fault:
        log.warning("the present store cannot be read: %s", type(fault).__name__)
        return None


async def _put_right(
    store: Store,
    present: Present | None,
    manifest: Manifest,
    backup: Path,
    now: datetime,
) -> Restored:
    beside = Journal(backup.with_name(JOURNAL_FILE)).read()
    gone = await settling.settle(store, now, beside, present[0].erased if present else {})
    async with store.begin() as connection:
        before = present[0] if present and await restored.follows(connection, present[0]) else None
        await restored.reconcile(connection, before, manifest.made_at, now)
        reason = f"restored from a backup of {manifest.made_at:%Y-%m-%d %H:%M} UTC"
        await pauses.end(connection, now)
        await pauses.begin(connection, reason, pauses.RESTORE, now)
        lately = await wrote.since(connection, manifest.made_at - LATELY, restored.EVERYBODY)
        who = before.wrote if before else tuple(lately)
    if before and present:
        async with store.vault_begin() as safe:
            await vault.remember_all(safe, present[1])
    return Restored(store, manifest, gone, before is not None, who)


# --- names -------------------------------------------------------------------------------------------


def _aside(main: Path, now: datetime) -> Path:
    """Where the present files go; a restore that was cut off named it already."""
    marker = _marker(main)
    if marker.exists():
        return main.parent / marker.read_text().strip()
    return main.parent / aside.free_name(main, now)


def _marker(main: Path) -> Path:
    return main.with_name(f"{main.name}{MARKER}")


def _swap(main: Path, stage: Path, put_in: Path, matrix: Path | None) -> None:
    marker = _marker(main)
    marker.write_text(put_in.name)
    sync_folder(main.parent)
    _clear(main, put_in)
    _place(stage / MAIN, main)
    _place(stage / VAULT_FILE, main.with_name(VAULT_FILE))
    if matrix is not None and (stage / MATRIX).is_dir():
        _put_aside(matrix, put_in)
        _place(stage / MATRIX, matrix)
    sync_folder(main.parent)
    marker.unlink()
    sync_folder(main.parent)


def _place(part: Path, there: Path) -> None:
    move(part, there)


def _clear(main: Path, put_in: Path) -> None:
    """The place of the stores is empty; what stood there first stands aside."""
    put_in.mkdir(mode=0o700, exist_ok=True)
    for database in (main, main.with_name(VAULT_FILE)):
        # The log of a database goes before it: alone it would be taken for that of the next one.
        for log_ in reversed(_LOGS):
            _put_aside(database.with_name(f"{database.name}{log_}"), put_in)
    sync_folder(put_in)


def _put_aside(path: Path, put_in: Path) -> None:
    if not path.exists():
        return
    if (put_in / path.name).exists():
        # Put here by a restore that was cut off: what stood here before is safe already.
        rmtree(path) if path.is_dir() else path.unlink()
    else:
        move(path, put_in / path.name)
