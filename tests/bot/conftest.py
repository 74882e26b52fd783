"""Empty stores for the tests of intake and sender: copied, since making them takes longer."""

import asyncio
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storage.engine import VAULT_FILE, open_store
from tests.bot.scripted import sqlite
from tests.servers.postgres import Postgres, name_of


async def _open_once(url: str) -> None:
    async with open_store(url):
        pass


def _migrate(url: str) -> None:
    # In a thread of its own: the loop of the first test that asks is running already.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(_open_once(url))).result()


@pytest.fixture(scope="session")
def empty_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files of an empty store."""
    folder = tmp_path_factory.mktemp("empty")
    _migrate(sqlite(folder))
    return folder


@pytest.fixture(scope="session")
def empty_database(postgres: Postgres) -> str:
    """The name of an empty database, to which nobody is connected."""
    address = postgres.database()
    _migrate(address)
    return name_of(address)


@pytest.fixture
def folder(empty_files: Path, tmp_path: Path) -> Path:
    """A folder with an empty SQLite store."""
    for name in (Path(sqlite(empty_files)).name, VAULT_FILE):
        shutil.copy(empty_files / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def database(postgres: Postgres, empty_database: str) -> Iterator[str]:
    """The address of an empty PostgreSQL store."""
    address = postgres.database(empty_database)
    yield address
    postgres.drop(address)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty store, on both engines."""
    if request.param == "sqlite":
        return sqlite(request.getfixturevalue("folder"))
    address: str = request.getfixturevalue("database")
    return address
