"""`kill -9` of the process anywhere in the round: nothing is lost, and nothing but an answer comes twice."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.whole_round import performing
from tests.whole_round.lives import Lives, Nursery
from tests.whole_round.outcome import perform
from tests.whole_round.stage import Disturb

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(300)]

KILLS = 25
LONGEST = 0.15
"""Seconds in which an act is heard, answered and told."""


def every(lives: Lives, where: Callable[[int], bool] = lambda _: True) -> Disturb:
    """Kill at each of these steps."""

    async def kill(step: int) -> None:
        if where(step):
            await lives.dies_and_returns()

    return kill


def by_chance(lives: Lives, chance: Random) -> Disturb:
    """Kill at a third of the steps, at a moment that nobody chose."""

    async def kill(_step: int) -> None:
        if lives.kills < KILLS and chance.random() < 0.5:
            await asyncio.sleep(chance.uniform(0, LONGEST))
            await lives.dies_and_returns()

    return kill


async def test_between_any_two_steps(nursery: Nursery, tmp_path: Path) -> None:
    """Killed as soon as a person saw the answer, after each and every step."""
    async with performing.telegram(nursery, tmp_path) as played:
        stage = await perform(played, after=every(played.lives))
        assert played.lives.kills == stage.steps


async def test_before_any_answer(nursery: Nursery, tmp_path: Path) -> None:
    """Killed as soon as a person acted, at each and every step."""
    async with performing.telegram(nursery, tmp_path) as played:
        stage = await perform(played, during=every(played.lives))
        assert played.lives.kills == stage.steps


@pytest.mark.parametrize("seed", [1, 2])
async def test_at_any_moment(nursery: Nursery, tmp_path: Path, seed: int) -> None:
    """Killed in the middle of whatever it was doing."""
    async with performing.telegram(nursery, tmp_path) as played:
        await perform(played, during=by_chance(played.lives, Random(seed)))  # noqa: S311 - no secret
        assert played.lives.kills == KILLS


async def test_on_local(nursery: Nursery, tmp_path: Path) -> None:
    """The phones of the demo lose nothing either."""
    async with performing.local(nursery, tmp_path) as played:
        await perform(
            played,
            during=every(played.lives, lambda step: step % 9 == 4),
            after=every(played.lives, lambda step: step % 9 == 8),
        )
