"""`backup` and `restore`: whole or refused, nobody comes back, nothing is said or numbered twice."""

import fcntl
import json
import os
import sqlite3
import tarfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.events import PersonWiped
from domain.messages import Kind, Message, Text
from storage import archive, outbox, pauses, restoring, schema, signals
from storage import backup as copying
from storage.engine import Connection
from storage.journal import JOURNAL_FILE, Journal
from storage.points import Point, listen
from storage.states import Delivery
from tests.bot.at_terminal import NOVEMBER, Operator
from tests.storage.a_wijk import does, person, says

ANNA = person("anna")


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody with a service in a folder, and a folder for backups beside it."""
    made = Operator(tmp_path / "service")
    made.sets_up()
    (tmp_path / "backups").mkdir()
    made.asks(_two_signals)
    made.now += timedelta(hours=1)
    return made


async def _two_signals(connection: Connection) -> None:
    await says(connection, "anna", "de lamp is stuk", now=NOVEMBER)
    await says(connection, "bram", "het is te donker", now=NOVEMBER)


async def _third(connection: Connection) -> str:
    return await says(connection, "dirk", "er ligt afval", now=NOVEMBER)


async def _anna_leaves(connection: Connection) -> None:
    await does(connection, "anna", PersonWiped(), now=NOVEMBER + timedelta(hours=2))


async def _texts(connection: Connection) -> list[str]:
    return sorted((await connection.execute(select(schema.signals.c.text))).scalars())


async def _next(connection: Connection) -> int:
    return await signals.next_sequence(connection, NOVEMBER.year)


def backed_up(operator: Operator) -> Path:
    """A backup of this moment."""
    folder = operator.folder.parent / "backups"
    made = operator.types("backup", "--config", operator.config, "-o", folder)
    assert made.exit_code == 0, made.output
    (newest,) = sorted(folder.glob("*.tar"))[-1:]
    return newest


def restored(operator: Operator, backup: Path) -> str:
    """It is put back; what the command said."""
    operator.now += timedelta(days=1)
    done = operator.types("restore", "--config", operator.config, backup)
    assert done.exit_code == 0, done.output
    return done.output


def store_of(operator: Operator) -> Path:
    """The file of the wijk's store."""
    return operator.folder / "data/wijksignaal.sqlite"


def test_a_backup_comes_back_whole(operator: Operator) -> None:
    """What was kept then is there again; what stood in its place is put aside; the service stands still."""
    backup = backed_up(operator)
    operator.asks(_third)
    said = restored(operator, backup)
    assert operator.asks(_texts) == ["de lamp is stuk", "het is te donker"]
    assert "resume" in said
    assert operator.asks(pauses.now_paused) is not None
    (aside,) = store_of(operator).parent.glob("before-restore-*")
    with closing(sqlite3.connect(aside / "wijksignaal.sqlite")) as before:
        assert before.execute("SELECT count(*) FROM signals").fetchone() == (3,)
    assert not list(store_of(operator).parent.glob(".restore-*"))


def test_twice_at_the_same_moment(operator: Operator) -> None:
    """Each restore puts aside what stood there, and goes on from what that knew: no number is given again."""
    backup, given = backed_up(operator), [operator.asks(_third)]
    for _ in range(2):
        restored(operator, backup)
        operator.now -= timedelta(days=1)
        given.append(operator.asks(_third))
    assert len(set(given)) == 3
    assert len(list(store_of(operator).parent.glob("before-restore-*"))) == 2


def test_a_backup_holds_no_secret_and_is_private(operator: Operator) -> None:
    """One file, for its owner alone; neither the key nor a token is in it, raw or in the manifest."""
    backup = backed_up(operator)
    assert backup.stat().st_mode & 0o777 == 0o600
    whole = backup.read_bytes()
    secrets = [file.read_bytes().strip() for file in (operator.folder / "secrets").iterdir()]
    assert secrets
    assert not [one for one in secrets if one and one in whole]
    with tarfile.open(backup) as tar:
        assert {member.mode for member in tar} == {0o600}
        manifest = json.load(tar.extractfile("manifest.json"))  # type: ignore[arg-type]
    assert set(manifest["parts"]) == {"main.sqlite", "vault.sqlite"}


def test_who_was_wiped_does_not_come_back(operator: Operator) -> None:
    """The present store remembers, and so it does when only the journal outside it is left."""
    backup = backed_up(operator)
    operator.asks(_anna_leaves)
    assert "1 person who wiped themselves since then: wiped again." in restored(operator, backup)
    assert operator.asks(_texts) == ["het is te donker"]
    # The disk is lost; the journal stood on another one.
    for file in store_of(operator).parent.glob("*.sqlite*"):
        file.unlink()
    assert "1 person" in restored(operator, backup)
    assert operator.asks(_texts) == ["het is te donker"]


def test_the_journal_beside_the_backups_is_enough(operator: Operator) -> None:
    """Disk and journal are lost: an older backup is put back with what the last one knew."""
    older = backed_up(operator)
    operator.asks(_anna_leaves)
    operator.now += timedelta(hours=2)
    # The journal outside the stores is settled when the service starts, and every night.
    assert operator.types("retention", "--config", operator.config).exit_code == 0
    backed_up(operator)
    for file in [*store_of(operator).parent.glob("*.sqlite*"), *store_of(operator).parent.glob("*.journal")]:
        file.unlink()
    assert (older.parent / JOURNAL_FILE).exists()
    restored(operator, older)
    assert operator.asks(_texts) == ["het is te donker"]


def test_no_number_is_given_twice(operator: Operator) -> None:
    """Dirk holds 2026-0003: whoever is next gets another one, also when the present store cannot be read."""
    backup = backed_up(operator)
    third = operator.asks(_third)
    assert third == "2026-0003"
    restored(operator, backup)
    assert operator.asks(_next) == 4
    store_of(operator).write_bytes(b"no database at all, " * 400)
    restored(operator, backup)
    assert operator.asks(_next) > 1_000


def test_what_was_sent_since_is_not_sent_again(operator: Operator) -> None:
    """The present store knows; without it news counts as in doubt, and an answer is given up."""

    async def waits(connection: Connection) -> None:
        said = [Message(ANNA, Text("x"), kind=kind) for kind in (Kind.UPDATE, Kind.ANSWER)]
        await outbox.queue(connection, said, NOVEMBER)

    async def sent(connection: Connection) -> None:
        await connection.execute(schema.outbox.update().values(state=Delivery.SENT))

    async def states(connection: Connection) -> list[Delivery]:
        mine = select(schema.outbox.c.state).where(schema.outbox.c.text_key == "x")
        return list((await connection.execute(mine.order_by(schema.outbox.c.id))).scalars())

    operator.asks(waits)
    backup = backed_up(operator)
    operator.asks(sent)
    restored(operator, backup)
    assert operator.asks(states) == [Delivery.SENT, Delivery.SENT]
    store_of(operator).unlink()
    restored(operator, backup)
    assert operator.asks(states) == [Delivery.DOUBT, Delivery.DEAD]


def test_who_may_have_lost_something_hears_it(operator: Operator) -> None:
    """Who wrote since the backup is told, and nobody else; it waits for `resume`."""

    async def told(connection: Connection) -> set[str]:
        mine = select(schema.outbox.c.recipient).where(schema.outbox.c.text_key == "resident-restored")
        return set((await connection.execute(mine)).scalars())

    async def promised(connection: Connection) -> set[date]:
        return set((await connection.execute(select(schema.signals.c.promise_on))).scalars())

    backup = backed_up(operator)
    operator.now += timedelta(minutes=1)
    operator.asks(lambda connection: says(connection, "bram", "en nog iets", now=operator.now))
    before = operator.asks(promised)
    restored(operator, backup)
    assert operator.asks(told) == {person("bram")}
    assert operator.asks(promised) == before


def test_a_damaged_backup_is_refused(operator: Operator) -> None:
    """A byte that fell over, a part that is missing, half a file, another file: what, and what to do."""
    backup = backed_up(operator)
    whole, present = backup.read_bytes(), store_of(operator).read_bytes()
    at = whole.index(b"SQLite format 3") + 5_000
    faulty = {
        "fell": whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
        "half": whole[: len(whole) // 2],
        "other": b"hello" * 1_000,
        "empty": b"",
        "newer": whole.replace(b'"format": 1', b'"format": 9', 1),
    }
    for name, content in faulty.items():
        there = operator.writes(f"{name}.tar", content)
        done = operator.types("restore", "--config", operator.config, there)
        assert done.exit_code == 1, name
        assert f"{name}.tar" in done.output or "damaged" in done.output
        assert any(word in done.output for word in ("Take another one.", "Install that version"))
    assert store_of(operator).read_bytes() == present


def test_a_backup_of_a_newer_schema_is_refused(operator: Operator) -> None:
    """The program does not know it; the message names the version to install."""
    with closing(sqlite3.connect(store_of(operator))) as store, store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
    folder = operator.folder.parent / "backups"
    with archive.workplace(folder) as place:
        parts = place / "parts"
        copying.copy(store_of(operator), store_of(operator).with_name("vault.sqlite"), None, parts)
        manifest = archive.Manifest(operator.now, "9.0", "sqlite", {}, {})
        archive.write(parts, manifest, folder / "newer.tar")
    done = operator.types("restore", "--config", operator.config, folder / "newer.tar")
    assert done.exit_code == 1
    assert "9.0" in done.output


def test_no_restore_while_the_service_runs(operator: Operator) -> None:
    """The instance lock is held: 75, and nothing is touched."""
    backup = backed_up(operator)
    operator.asks(_third)
    with store_of(operator).with_name("wijksignaal.sqlite.lock").open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        done = operator.types("restore", "--config", operator.config, backup)
        assert done.exit_code == 75
        assert "Stop that one first" in done.output
    assert len(operator.asks(_texts)) == 3


def test_a_restore_that_was_cut_off_is_done_again(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between any two changes of names: no store opens until it was done again, and nothing is lost."""
    backup = backed_up(operator)
    operator.asks(_third)
    for at in (0, 2, 3, 5, 6, 7):
        _cut_off(operator, backup, at, monkeypatch)
        refused = operator.types("ledger", "--config", operator.config, "--wijk", "boomgaard")
        if restoring._marker(store_of(operator)).exists():
            assert "run the same `wijksignaal restore` again" in refused.output
        else:
            assert operator.asks(_texts), at
        restored(operator, backup)
        assert operator.asks(_texts) == ["de lamp is stuk", "het is te donker"]
        assert operator.asks(_next) >= 4


def _cut_off(operator: Operator, backup: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power goes at the `at`-th change of a name."""
    left = [at]

    def counting(real: Callable[..., object]) -> Callable[..., object]:
        def change(*given: object) -> object:
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
            return real(*given)

        return change

    with monkeypatch.context() as patch:
        for name in ("_put_aside", "_place"):
            patch.setattr(restoring, name, counting(getattr(restoring, name)))
        operator.now += timedelta(minutes=1)
        done = operator.types("restore", "--config", operator.config, backup)
        assert done.exit_code != 0


def test_older_backups_go(operator: Operator) -> None:
    """After seven days: whoever was wiped is gone from them too. What a killed run left goes as well."""
    first = backed_up(operator)
    operator.now += timedelta(days=6)
    second = backed_up(operator)
    assert first.exists()
    operator.now += timedelta(days=1, minutes=1)
    third = backed_up(operator)
    assert [path.name for path in sorted(first.parent.glob("*.tar"))] == [second.name, third.name]
    refused = operator.types("backup", "--config", operator.config, "-o", first.parent, "--keep-days", "8")
    assert refused.exit_code == 2


def test_a_killed_backup_leaves_nothing_under_its_name(operator: Operator) -> None:
    """In the middle of it the process dies; the next one removes what was left."""
    folder = operator.folder.parent / "backups"
    child = os.fork()
    if child == 0:
        listen(lambda point: os._exit(9) if point is Point.BACKUP_MID else None)
        operator.types("backup", "--config", operator.config, "-o", folder)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert not list(folder.glob("*.tar"))
    assert list(folder.glob(".wijksignaal-*"))
    backed_up(operator)
    assert not list(folder.glob(".wijksignaal-*"))


def test_the_keys_of_matrix_go_along(operator: Operator) -> None:
    """Its database by way of a copy of one moment, the small files beside it, and no lock."""
    matrix = operator.folder / "data/matrix"
    matrix.mkdir(parents=True)
    (matrix / "session.json").write_text("{}")
    (matrix / "waiting.jsonl").write_text("sealed")
    (matrix / "lock").write_text("")
    with closing(sqlite3.connect(matrix / "bot.db")) as keys, keys:
        keys.execute("CREATE TABLE keys (key TEXT)")
        keys.execute("INSERT INTO keys VALUES ('then')")
    parts = operator.folder / "parts"
    copying.copy(store_of(operator), store_of(operator).with_name("vault.sqlite"), matrix, parts)
    manifest = archive.Manifest(operator.now, "1", "sqlite", {}, {})
    backup = operator.folder / "with-matrix.tar"
    archive.write(parts, manifest, backup)
    with closing(sqlite3.connect(matrix / "bot.db")) as keys, keys:
        keys.execute("UPDATE keys SET key = 'later'")
    (matrix / "waiting.jsonl").write_text("other")
    written = operator.config.read_text()
    section = (
        '[matrix]\nhomeserver = "http://x.example.org"\nuser_id = "@b:x.example.org"\nstore = "data/matrix"\n'
    )
    operator.config.write_text(f"{written}\n{section}" if "\n[matrix]" not in written else written)
    restored(operator, backup)
    with closing(sqlite3.connect(matrix / "bot.db")) as keys:
        assert keys.execute("SELECT key FROM keys").fetchone() == ("then",)
    assert (matrix / "waiting.jsonl").read_text() == "sealed"
    assert {path.name for path in matrix.iterdir()} == {"session.json", "waiting.jsonl", "bot.db"}


def test_a_folder_that_may_not_be_written_is_named(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which folder, and what to do; root may write everywhere, so the right is taken away by hand."""
    folder = operator.folder.parent / "backups"
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != folder or not mode & os.W_OK)
    said = operator.types("backup", "--config", operator.config, "-o", folder)
    assert said.exit_code == 1
    assert f"{folder}: this user may not write there. Give that folder to the user" in said.output


def test_the_journal_beside_the_backups_is_shortened(operator: Operator) -> None:
    """What no backup can bring back any more goes from there too."""
    beside = Journal(operator.folder.parent / "backups" / JOURNAL_FILE)
    beside.append({"a" * 64: operator.now - timedelta(days=366), "b" * 64: operator.now})
    backed_up(operator)
    assert set(beside.read()) == {"b" * 64}


def test_nothing_but_a_backup_is_replaced(operator: Operator) -> None:
    """A file of something else, a link or a device under that name stays; an older backup is replaced."""
    folder = operator.folder.parent / "backups"
    letter, link, pipe = folder / "letter.txt", folder / "link.tar", folder / "pipe"
    letter.write_text("dear all")
    link.symlink_to(folder / "away.tar")
    os.mkfifo(pipe)
    for there in (letter, link, pipe):
        said = operator.types("backup", "--config", operator.config, "-o", there)
        assert (said.exit_code, said.output.strip()) == (
            2,
            f"{there}: is there already, and is no backup. Name another file.",
        )
    assert letter.read_text() == "dear all"
    for _ in range(2):
        assert operator.types("backup", "--config", operator.config, "-o", folder / "own.tar").exit_code == 0
