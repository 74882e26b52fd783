"""One wijk in which everything can be done, for all tests of a module."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.scripted import sqlite, street
from tests.rights.world import WIJKEN, World, made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A house, put back as it was by whatever test changed it."""
    folder = tmp_path_factory.mktemp("rights")
    async with street(sqlite(folder), None, WIJKEN) as built:
        yield await made(built, folder)


@pytest.fixture(autouse=True)
def as_it_was(request: pytest.FixtureRequest) -> None:
    """Whatever an earlier test left behind is gone."""
    if "world" in request.fixturenames:
        request.getfixturevalue("world").restore()
