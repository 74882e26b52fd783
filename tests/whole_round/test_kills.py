"""`kill -9` of the process anywhere in the round: nothing is lost, and nothing but an answer comes twice."""

import asyncio
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from tests.servers.synapse import Synapse
from tests.whole_round import performing
from tests.whole_round.lives import Lives, Nursery
from tests.whole_round.outcome import perform
from tests.whole_round.stage import Disturb, Line

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(300)]

STEPS = 70
"""The story has a few more."""
KILLS, SEED = 25, 1
LONGEST = 0.15
"""Seconds in which an act is heard, answered and told."""


def every(lives: Lives, where: Callable[[int], bool] = lambda _: True) -> Disturb:
    """Kill at each of these steps."""

    async def kill(step: int) -> None:
        if where(step):
            await lives.dies_and_returns()

    return kill


def by_chance(lives: Lives, chance: Random) -> Disturb:
    """Kill at half of the steps, at a moment that nobody chose."""

    async def kill(_step: int) -> None:
        if lives.kills < KILLS and chance.random() < 0.5:
            await asyncio.sleep(chance.uniform(0, LONGEST))
            await lives.dies_and_returns()

    return kill


async def test_between_any_two_steps(nursery: Nursery, tmp_path: Path) -> None:
    """Killed as soon as a person saw the answer, after each and every step."""
    async with performing.telegram(nursery, tmp_path) as played:
        await perform(played, after=every(played.lives))
        assert played.lives.kills > STEPS


async def test_before_any_answer(nursery: Nursery, tmp_path: Path) -> None:
    """Killed as soon as a person acted, at every third step."""
    async with performing.telegram(nursery, tmp_path) as played:
        await perform(played, during=every(played.lives, lambda step: step % 3 == 0))
        assert played.lives.kills > STEPS / 3


async def test_at_any_moment(nursery: Nursery, tmp_path: Path) -> None:
    """Killed in the middle of whatever it was doing."""
    async with performing.telegram(nursery, tmp_path) as played:
        await perform(played, during=by_chance(played.lives, Random(SEED)))
        assert played.lives.kills == KILLS


def twice_in_a_row(lines: list[Line]) -> list[str]:
    """What was said again at once; where the platform knows what it was given, that is never."""
    return [one.text for one, other in pairwise(lines) if one.text == other.text]


async def test_on_local(nursery: Nursery, tmp_path: Path) -> None:
    """The phones of the demo lose nothing either."""
    async with performing.local(nursery, tmp_path) as played:
        heard = await perform(
            played,
            during=every(played.lives, lambda step: step % 12 == 4),
            after=every(played.lives, lambda step: step % 24 == 10),
        )
        assert not [one for lines in heard.values() for one in twice_in_a_row(lines)]


async def test_on_matrix(nursery: Nursery, synapse: Synapse, tmp_path: Path) -> None:
    """Nothing comes twice there at all: the server knows what it was given."""
    async with performing.matrix(nursery, synapse, tmp_path) as played:
        heard = await perform(
            played,
            during=every(played.lives, lambda step: step % 12 == 4),
            after=every(played.lives, lambda step: step % 24 == 10),
        )
        assert not [one for lines in heard.values() for one in twice_in_a_row(lines)]
