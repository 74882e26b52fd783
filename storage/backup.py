"""A copy of everything that is kept, of one moment, while the service goes on.

The moment: both stores are closed to writers for some milliseconds. Meanwhile a view on each is opened and
the small files of Matrix are copied, so that no message that waits for its key is handled in one part and
forgotten in the other. The copying itself, from those views, keeps nobody waiting. The keys of Matrix come
after: they may know more than the stores, as after a crash, and never less.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copyfile

from storage.points import Point, reached

MAIN, VAULT, MATRIX = "main.sqlite", "vault.sqlite", "matrix"
BESIDES = ("*.json", "*.jsonl")
"""What the folder of Matrix holds beside its database; the lock stays where it is."""
WAIT = 30.0
"""Seconds for a writer to end."""


class Damaged(Exception):
    """A database that is not whole."""


def copy(main: Path, vault: Path, matrix: Path | None, into: Path) -> None:
    """Both stores as they are at one moment, and what Matrix needs to go on from there."""
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ExitStack() as stack:
        views = _views(stack, main, vault, lambda: _copy_besides(matrix, into))
        for place, (name, view) in enumerate(zip((MAIN, VAULT), views, strict=True)):
            _copy_view(view, into / name)
            if place == 0:
                reached(Point.BACKUP_MID)
    for store in sorted(matrix.glob("*.db")) if matrix else ():
        with _opened(store) as view:
            _copy_view(view, into / MATRIX / store.name)


def check(database: Path) -> None:
    """Raise Damaged when this copy is not whole."""
    try:
        with _opened(database) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            loose = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as fault:
        raise Damaged(f"{database.name}: {fault}") from fault
    if found != "ok" or loose is not None:
        raise Damaged(f"{database.name}: {found if found != 'ok' else 'a row hangs on nothing'}")


def revision(database: Path) -> str:
    """The schema that a copy has; empty when it has none."""
    with _opened(database) as connection:
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.DatabaseError:
            return ""
    return str(row[0]) if row else ""


def _views(
    stack: ExitStack, main: Path, vault: Path, meanwhile: Callable[[], None]
) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    # The wijk's store first, then the vault: the same order as everywhere, so that nobody waits for ever.
    with _closed_to_writers(main), _closed_to_writers(vault):
        views = stack.enter_context(_opened(main)), stack.enter_context(_opened(vault))
        for view in views:
            view.execute("BEGIN")
            view.execute("SELECT count(*) FROM sqlite_master").fetchone()
        meanwhile()
    return views


@contextmanager
def _closed_to_writers(database: Path) -> Iterator[None]:
    with _opened(database) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")


@contextmanager
def _opened(database: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(database, timeout=WAIT, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def _copy_view(view: sqlite3.Connection, there: Path) -> None:
    there.parent.mkdir(mode=0o700, exist_ok=True)
    there.touch(mode=0o600)
    with _opened(there) as made:
        view.backup(made)
        # One file, without a log beside it.
        made.execute("PRAGMA journal_mode=DELETE")
    check(there)


def _copy_besides(matrix: Path | None, into: Path) -> None:
    if matrix is None or not matrix.is_dir():
        return
    (into / MATRIX).mkdir(mode=0o700)
    for pattern in BESIDES:
        for file in sorted(matrix.glob(pattern)):
            (into / MATRIX / file.name).touch(mode=0o600)
            copyfile(file, into / MATRIX / file.name)
