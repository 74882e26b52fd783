"""Empty stores for the tests of this room: made once, copied for each."""

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storage.engine import VAULT_FILE, open_store
from tests.bot.scripted import sqlite


async def _open_once(url: str) -> None:
    async with open_store(url):
        pass


@pytest.fixture(scope="session")
def empty_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files of an empty store."""
    folder = tmp_path_factory.mktemp("empty")
    # In a thread of its own: the loop of the first test that asks is running already.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(_open_once(sqlite(folder)))).result()
    return folder


@pytest.fixture
def folder(empty_files: Path, tmp_path: Path) -> Path:
    """A folder with an empty store."""
    for name in (Path(sqlite(empty_files)).name, VAULT_FILE):
        shutil.copy(empty_files / name, tmp_path / name)
    return tmp_path
