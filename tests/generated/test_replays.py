"""One event, one effect (P5): repeats and disorder change nothing."""

from pathlib import Path

import pytest

from bot.chat import Batch, Words
from storage import vault
from tests.bot.scripted import sqlite, street
from tests.generated import replays
from tests.generated.cycle.dump import differences

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(300)]
COUNT = 800
"""`python -m tests.endure.inputs` plays 5,000."""


async def test_repeats_and_disorder_change_nothing(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every event one to five times, late and shuffled, ends as each once and in order does."""
    first = replays.events(COUNT, seed=5)
    again = replays.disorder(first, seed=6)
    assert sum(map(len, again)) > COUNT
    once = await replays.played(sqlite(folder), first, [])
    other = tmp_path_factory.mktemp("again")
    often = await replays.played(sqlite(other), first, again)
    assert differences(once, often) == []
    assert len(once["signals"]) > COUNT // 5


async def test_a_repeat_brings_back_no_address(url: str) -> None:
    """Whoever wiped everything is gone after a minute, also when the platform repeats what they said."""
    async with street(url) as at:
        said = await at.says("anna", "de lamp is stuk")
        await at.says("anna", "wissen")
        await at.house.send_all()
        wish = at.event("anna", Words("ja, wis alles"))
        await at.take(wish)
        await at.take(wish)
        await at.house.send_all()
        at.clock.on(minutes=1)
        await at.house.tick()
        await at.house.intake.take(Batch((said, wish)), at.chat.bot)
        async with at.house.store.vault_begin() as safe:
            assert await vault.address(safe, at.key("anna")) is None
