"""A migrated, empty store for every test, on SQLite and on PostgreSQL."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import pytest_asyncio

from storage import schema, vault
from storage.engine import VAULT_FILE, Store, open_store
from tests.servers.postgres import Postgres


async def _open_once(url: str) -> None:
    async with open_store(url):
        pass


def _migrate(url: str) -> None:
    # In a thread of its own: the loop of the first test that asks is running already.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(_open_once(url))).result()


@pytest.fixture(scope="session")
def migrated_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files of an empty store, to be copied: making them takes longer."""
    folder = tmp_path_factory.mktemp("migrated")
    _migrate(f"sqlite:///{folder}/wijk.sqlite")
    return folder


@pytest.fixture(scope="session")
def migrated_database(postgres: Postgres) -> Iterator[str]:
    """The address of one PostgreSQL database, emptied before each test."""
    address = postgres.database()
    _migrate(address)
    yield address
    postgres.drop(address)


@pytest.fixture
def sqlite_url(migrated_files: Path, tmp_path: Path) -> str:
    """The address of an empty SQLite store."""
    for name in ("wijk.sqlite", VAULT_FILE):
        shutil.copy(migrated_files / name, tmp_path / name)
    return f"sqlite:///{tmp_path}/wijk.sqlite"


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    """An open, empty store."""
    if request.param == "sqlite":
        async with open_store(request.getfixturevalue("sqlite_url")) as opened:
            yield opened
        return
    async with open_store(request.getfixturevalue("migrated_database")) as opened:
        async with opened.begin() as connection:
            # Quicker than TRUNCATE, which makes new files for every table.
            for table in (*reversed(schema.metadata.sorted_tables), vault.addresses):
                await connection.execute(table.delete())
        yield opened
