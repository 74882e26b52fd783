"""The whole round on each platform, and what must be true when it is over."""

from pathlib import Path

import pytest

from tests.servers.synapse import Synapse
from tests.whole_round import performing
from tests.whole_round.lives import Nursery
from tests.whole_round.outcome import perform

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(180)]


async def test_on_telegram(nursery: Nursery, tmp_path: Path) -> None:
    """With links and buttons, from the first message to the answer after "done"."""
    async with performing.telegram(nursery, tmp_path) as played:
        await perform(played)


async def test_on_local(nursery: Nursery, tmp_path: Path) -> None:
    """The same on the phones of the demo."""
    async with performing.local(nursery, tmp_path) as played:
        await perform(played)


async def test_on_matrix(nursery: Nursery, synapse: Synapse, tmp_path: Path) -> None:
    """The same in encrypted rooms, every choice typed."""
    async with performing.matrix(nursery, synapse, tmp_path) as played:
        await perform(played)


async def test_on_postgresql(nursery: Nursery, postgres_url: str, tmp_path: Path) -> None:
    """The same with the store of a town."""
    async with performing.telegram(nursery, tmp_path, postgres_url) as played:
        await perform(played)
