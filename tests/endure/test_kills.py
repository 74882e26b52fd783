"""A hundred kills, at each named point and at any moment: nothing lost, nothing twice, nothing unseen."""

from pathlib import Path

import pytest

from tests.endure.audit import Found
from tests.endure.kills import POINTS, Tally, endured
from tests.endure.living import MORE
from tests.endure.worlds import on_matrix_with, on_telegram_with
from tests.servers.postgres import Postgres
from tests.servers.synapse import Synapse
from tests.whole_round.lives import Nursery

pytestmark = pytest.mark.timeout(1800)


def nothing_broken(tally: Tally, kills: int) -> None:
    """What must hold after every run; the numbers are in the message."""
    assert tally.kills >= kills, tally.table()
    assert tally.found.broken == 0, tally.table()
    assert tally.found.said > 0, tally.table()
    assert tally.found.news > 0, tally.table()


@pytest.mark.asyncio
@pytest.mark.parametrize("faults", [False, True])
async def test_on_telegram(nursery: Nursery, tmp_path: Path, *, faults: bool) -> None:
    """Fifty kills when Telegram is well, fifty when many of its answers go wrong; each point is met."""
    tally = await endured(
        lambda number: on_telegram_with(tmp_path / str(number), faults=faults, more=MORE),
        nursery,
        kills=50,
        points=POINTS["telegram"],
        seed=1,
    )
    nothing_broken(tally, 50)
    assert not tally.missed, tally.table()


@pytest.mark.asyncio
async def test_on_postgresql(nursery: Nursery, postgres: Postgres, tmp_path: Path) -> None:
    """A handful with the store of a town."""
    tally = await endured(
        lambda number: on_telegram_with(tmp_path / str(number), faults=True, url=postgres.database()),
        nursery,
        kills=12,
        points=POINTS["postgres"],
        seed=1,
    )
    nothing_broken(tally, 12)


@pytest.mark.asyncio
async def test_on_a_homeserver(nursery: Nursery, synapse: Synapse, tmp_path: Path) -> None:
    """A month on a real Synapse, with something unruly before it; each of its points is met."""
    tally = await endured(
        lambda number: on_matrix_with(tmp_path / str(number), synapse, faults=True),
        nursery,
        kills=16,
        points=POINTS["matrix"],
        seed=1,
    )
    nothing_broken(tally, 16)
    assert not tally.missed, tally.table()


def test_a_point_that_is_never_met_fails() -> None:
    """A run that did not reach everything proves nothing."""
    tally = Tally(found=Found(said=1, news=1), missed=POINTS["telegram"][:1])
    assert not tally.kept
