"""People live with the service for months while it is killed again and again; then everything is counted.

    python -m tests.endure.kills [--kills 1000] [--faults] [--on telegram|postgres|matrix] [--seed 1]

Ends with one table, and with 1 when a promise was broken or a point was never met.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic

from storage.engine import open_store
from storage.points import Point
from tests.endure.audit import Found, words_kept
from tests.endure.counting import news_of, spoken
from tests.endure.deaths import AT_BIRTH, EDITING, OFTEN, SELDOM, Deaths
from tests.endure.living import MORE, Wijk
from tests.endure.worlds import World, gone, on_matrix_with, on_telegram_with, settle
from tests.servers import postgres, synapse
from tests.whole_round.cast import RESIDENTS
from tests.whole_round.lives import ROOT, Nursery
from tests.whole_round.stage import Stage

log = logging.getLogger(__name__)

PATIENCE = 300.0
"""So long a person waits for an answer: several lives, each cut short."""
IN_A_MONTH = 70
"""Kills, spread over what happens in it."""
MIGRATIONS = 2
"""Kills while the store of a wijk is made."""
MONTHS = 3
"""In one wijk. After ninety days its words go, as promised, and could not be counted."""

Made = Callable[[int], AbstractAsyncContextManager[World]]
"""A world of its own for each run of months; the number names its folder."""


@dataclass
class Tally:
    """All wijken together."""

    at: Counter[Point] = field(default_factory=Counter)
    by_chance: int = 0
    found: Found = field(default_factory=Found)
    missed: Sequence[Point] = ()
    months: int = 0
    seconds: float = 0.0

    @property
    def kills(self) -> int:
        return self.by_chance + self.at.total()

    @property
    def kept(self) -> bool:
        """Whether all was met and every promise held."""
        return not self.missed and not self.found.broken and bool(self.found.said and self.found.news)

    def table(self) -> str:
        """What is printed at the end, in Markdown."""
        rows = [(point.value, self.at[point]) for point in Point if self.at[point] or point in self.missed]
        lines = [("killed at", "times"), ("---", "---"), *rows, ("any moment", self.by_chance)]
        lines.append(("in all", self.kills))
        told = f"{self.months} months, {self.seconds:.0f} seconds: {self.found}"
        return "\n".join(f"| {name} | {count} |" for name, count in lines) + f"\n\n{told}"


async def endured(made: Made, nursery: Nursery, *, kills: int, points: Sequence[Point], seed: int) -> Tally:
    """Wijk after wijk until so many kills were made, and somewhat longer while a point was never met."""
    tally, began, chance = Tally(), monotonic(), Random(seed)
    while tally.kills < kills or (tally.kills < 3 * kills and not all(tally.at[point] for point in points)):
        async with made(tally.months) as world:
            deaths = Deaths(
                nursery,
                world.config,
                chance,
                points,
                fair=kills / (2 * len(points)),
                at=tally.at,
                by_chance=tally.by_chance,
                slow=world.slow,
            )
            goal = kills if tally.kills < kills else tally.kills + len(points)
            await Lived(world, deaths, tally, goal).through(Random(chance.random()))
            tally.by_chance = deaths.by_chance
    tally.missed = [point for point in points if not tally.at[point]]
    tally.seconds = monotonic() - began
    return tally


@dataclass
class Lived:
    """Some months in one wijk, until enough was killed; ends as an operator ends it."""

    world: World
    deaths: Deaths
    tally: Tally
    kills: int
    _before: int = 0
    _counted: set[int] = field(default_factory=set)

    async def through(self, chance: Random) -> None:
        """All of it."""
        stage = Stage(self.world.phones, self.world.clock, self.deaths, patience=PATIENCE)
        still, people = partial(settle, self.world), _residents(self.world)
        wijk = Wijk(
            stage, still, lambda: self._count(wijk), chance, self._part, people, partial(gone, self.world)
        )
        async with asyncio.TaskGroup() as tasks:
            if Point.MIGRATION_MID in self.deaths.points:
                await self.deaths.in_migrations(MIGRATIONS)
            self._before = self.deaths.kills
            code = await self.world.invites()
            self.world.begin_faults()
            tasks.create_task(self.deaths.run())
            await wijk.begins(code)
            await self._back_up()
            while not wijk.months or (self.deaths.kills < self.kills and wijk.months < MONTHS):
                await wijk.month()
                self._before = self.deaths.kills
                self.tally.months += 1
                log.info("%d kills, %d months: %s", self._before, self.tally.months, self.tally.found)
                log.info("not met yet: %s", ", ".join(self.deaths.missed) or "nothing")
            async with open_store(self.world.url) as store:
                self.tally.found += await words_kept(store, partial(spoken, self.world, wijk))
            self.deaths.end()

    async def _back_up(self) -> None:
        """A backup dies half-way beside the service; the next one is whole."""
        if Point.BACKUP_MID not in self.deaths.points:
            return
        config = self.world.config
        place = config.parent / "backups"
        place.mkdir()
        program = (sys.executable, "-m", "tests.endure.backing", config, place)
        backing = await asyncio.create_subprocess_exec(*program, cwd=ROOT)
        assert await backing.wait() == 0
        self.deaths.at[Point.BACKUP_MID] += 1

    def _part(self, share: float) -> None:
        """The kills are spread over the month."""
        upto = self._before + round(min(IN_A_MONTH, self.kills) * share)
        self.deaths.wanted = min(self.kills, upto)

    async def _count(self, wijk: Wijk) -> None:
        with self.deaths.calm():
            found, self._counted = await news_of(self.world, wijk, self._counted)
        self.tally.found += found


def _residents(world: World) -> tuple[str, ...]:
    return (*RESIDENTS, *(one for one in MORE if one in world.people))


# --- the program --------------------------------------------------------------------------------------

POINTS = {
    "telegram": tuple(Point),
    "postgres": (*OFTEN, *EDITING, *SELDOM, *AT_BIRTH),
    "matrix": (*OFTEN, *SELDOM),
}


@contextmanager
def _worlds(platform: str, folder: Path, *, faults: bool) -> Iterator[Made]:
    """Where to live; the servers that it needs run meanwhile."""
    with ExitStack() as stack:
        if platform == "matrix":
            server = synapse.made(folder)
            server.start()
            stack.callback(server.stop)
            yield lambda number: on_matrix_with(folder / str(number), server, faults=faults)
        elif platform == "postgres":
            towns = stack.enter_context(postgres.running())
            yield lambda number: on_telegram_with(
                folder / str(number), faults=faults, url=towns.database(), more=MORE
            )
        else:
            yield lambda number: on_telegram_with(folder / str(number), faults=faults, more=MORE)


def run(platform: str, *, kills: int, faults: bool, seed: int) -> Tally:
    """All of it, with a nursery and servers of its own."""
    nursery = Nursery()
    with tempfile.TemporaryDirectory() as name, _worlds(platform, Path(name), faults=faults) as made:
        try:
            points = POINTS[platform]
            return asyncio.run(endured(made, nursery, kills=kills, points=points, seed=seed))
        finally:
            nursery.close()


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--faults", action="store_true", help="10 %% 429, 5 %% 5xx, 10 %% cut replies")
    parser.add_argument("--on", choices=POINTS, default="telegram")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    for chatty in ("alembic", "nio", "peewee", "aiohttp"):
        logging.getLogger(chatty).setLevel(logging.CRITICAL)
    tally = run(asked.on, kills=asked.kills, faults=asked.faults, seed=asked.seed)
    print(tally.table())  # noqa: T201 - a program
    if tally.missed:
        print(f"never met: {', '.join(tally.missed)}")  # noqa: T201 - a program
    sys.exit(0 if tally.kept else 1)


if __name__ == "__main__":
    main()
