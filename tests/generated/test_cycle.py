"""The cycle as a model: one seed, the same life on both engines, every promise after every step."""

from pathlib import Path

import pytest

from tests.bot.scripted import sqlite
from tests.generated.cycle.dump import differences
from tests.generated.cycle.walking import PromiseBroken, walked
from tests.generated.cycle.world import World

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(300)]
SEEDS, STEPS = (1, 2), 60


@pytest.mark.parametrize("seed", SEEDS)
async def test_one_life_on_two_engines(folder: Path, database: str, seed: int) -> None:
    """Crashes, repeats, a second instance, wrong clocks: both stores end with the same rows."""
    here = await walked(sqlite(folder), folder, seed, STEPS)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    there = await walked(database, elsewhere, seed, STEPS)
    assert here.steps == there.steps
    assert differences(here.stores, there.stores) == []
    assert len(here.steps) == STEPS
    assert here.pushes
    assert here.stores["signals"]


async def test_a_broken_promise_is_told_with_its_steps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seed and what happened, so that it can be done again."""

    async def no_signals(world: World) -> list[object]:
        return list(world.model.said)

    monkeypatch.setattr("tests.generated.cycle.walking.PROMISES", (no_signals,))
    with pytest.raises(
        PromiseBroken, match=r"(?s)no_signals does not hold with seed 1 after .* sends; "
    ) as told:
        await walked(sqlite(folder), folder, 1, STEPS)
    with pytest.raises(PromiseBroken) as again:
        await walked(f"{sqlite(folder)}-again", folder, 1, STEPS)
    assert str(again.value) == str(told.value)
