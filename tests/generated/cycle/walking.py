"""One seed, so many steps, on one store; after each step every promise is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from storage.periods import Keeping
from tests.generated.cycle.dump import canonical
from tests.generated.cycle.promises import PROMISES
from tests.generated.cycle.rules import Walk
from tests.generated.cycle.world import World


@dataclass(frozen=True, slots=True)
class Ended:
    """What a life came to."""

    stores: Mapping[str, list[str]]
    steps: tuple[str, ...]
    crashes: int
    refused: int
    pushes: int
    restored: int


class PromiseBroken(AssertionError):
    """With the seed and the steps, so that it can be done again."""


async def walked(url: str, folder: Path, seed: int, steps: int) -> Ended:
    """So many steps of this seed. Raises PromiseBroken after the first one that breaks a promise."""
    world = World(Keeping(url, folder / "erased.journal"), folder, Random(seed))
    await world.prepare()
    walk = Walk(world)
    try:
        for _ in range(steps):
            await walk.step()
            for promise in PROMISES:
                if found := await promise(world):
                    raise PromiseBroken(_told(seed, walk, promise.__name__, found))
        pushes = len(world.chat.pushed)
        return Ended(
            await canonical(world.at.house.store),
            tuple(walk.steps),
            world.crashes,
            world.refused,
            pushes,
            walk.restored,
        )
    finally:
        await world.stop()


def _told(seed: int, walk: Walk, promise: str, found: list[object]) -> str:
    steps = "\n".join(f"  {number}. {step[:300]}" for number, step in enumerate(walk.steps, start=1))
    return f"{promise} does not hold with seed {seed} after {len(walk.steps)} steps: {found[:4]}\n{steps}"
