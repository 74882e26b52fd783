"""`backup` and `restore` on PostgreSQL: by its own programs, whole or not at all, and nobody comes back."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from domain.events import PersonWiped
from storage import pauses, postgres, schema, signals
from storage.engine import Connection
from tests.bot.at_terminal import NOVEMBER, Operator
from tests.storage.a_wijk import does, says


@pytest.fixture
def operator(tmp_path: Path, database: str) -> Operator:
    """Somebody with a service on PostgreSQL."""
    made = Operator(tmp_path / "service")
    made.sets_up()
    written = re.sub(r'(?m)^url = "sqlite.*"$', f'url = "{database}"', made.config.read_text())
    made.config.write_text(written)
    (tmp_path / "backups").mkdir()
    made.asks(lambda connection: says(connection, "anna", "de lamp is stuk", now=NOVEMBER))
    made.asks(lambda connection: says(connection, "bram", "het is te donker", now=NOVEMBER))
    made.now += timedelta(hours=1)
    return made


async def _texts(connection: Connection) -> list[str]:
    return sorted((await connection.execute(select(schema.signals.c.text))).scalars())


async def _next(connection: Connection) -> int:
    return await signals.next_sequence(connection, NOVEMBER.year)


async def _anna_leaves(connection: Connection) -> None:
    await does(connection, "anna", PersonWiped(), now=NOVEMBER + timedelta(hours=2))


async def _aside(connection: Connection) -> bool:
    return await postgres.half_restored(connection)


def backed_up(operator: Operator) -> Path:
    """A backup of this moment."""
    folder = operator.folder.parent / "backups"
    made = operator.types("backup", "--config", operator.config, "-o", folder)
    assert made.exit_code == 0, made.output
    return max(folder.glob("*.tar"))


def test_there_and_back(operator: Operator) -> None:
    """Who was wiped stays away, no number comes twice, the service stands still, nothing stands aside."""
    backup = backed_up(operator)
    operator.asks(lambda connection: says(connection, "dirk", "er ligt afval", now=operator.now))
    operator.asks(_anna_leaves)
    operator.now += timedelta(hours=3)
    done = operator.types("restore", "--config", operator.config, backup)
    assert done.exit_code == 0, done.output
    assert operator.asks(_texts) == ["het is te donker"]
    assert operator.asks(_next) == 4
    assert operator.asks(pauses.now_paused) is not None
    assert not operator.asks(_aside)


def test_a_restore_that_fails_changes_nothing(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program ends badly half-way: everything is as it was."""
    backup = backed_up(operator)
    operator.asks(lambda connection: says(connection, "dirk", "er ligt afval", now=operator.now))

    def fails(*_: object) -> None:
        raise postgres.ProgramFailed("pg_restore: no more disk")

    monkeypatch.setattr(postgres, "load", fails)
    done = operator.types("restore", "--config", operator.config, backup)
    assert (done.exit_code, "no more disk" in done.output) == (1, True)
    assert len(operator.asks(_texts)) == 3
    assert not operator.asks(_aside)


def test_a_restore_that_was_cut_off_is_done_again(operator: Operator) -> None:
    """With schemas that stand aside no store opens; the same command again goes on from there."""
    backup = backed_up(operator)

    async def cut_off(connection: Connection) -> None:
        await postgres.make_room(connection)
        await connection.execute(text("CREATE SCHEMA public"))

    operator.asks(cut_off)
    refused = operator.types("health", "--config", operator.config)
    assert "restore was not finished" in refused.output
    done = operator.types("restore", "--config", operator.config, backup)
    assert done.exit_code == 0, done.output
    assert operator.asks(_texts) == ["de lamp is stuk", "het is te donker"]


def test_without_the_programs_it_is_said(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing, and how to get it."""
    monkeypatch.setattr(postgres, "_DEBIAN", Path("/nowhere"))
    monkeypatch.setattr("shutil.which", lambda _: None)
    done = operator.types("backup", "--config", operator.config, "-o", operator.folder.parent / "backups")
    assert done.exit_code == 1
    assert "postgresql-client" in done.output
