"""One long life: people live with the service, things go wrong around it, and its memory is looked at.

    python -m tests.endure.soak [--hours 4] [--seed 1] [--every 10] [--calm 30] [--samples FILE]

The service is a process of its own on our Telegram, with all faults of `kills --faults`; now and then the
platform, its line or a store is away for seconds. It is never killed: growth shows in one long life only. A
month takes half a minute, and people move in and out: an hour of this is years of service.

What it grows by with what happened is told for each month that it lived. In the last quarter nobody speaks,
the faults go on, and it looks, asks and waits as ever: growth in that part is told for each day on the wall.

Ends with 1 when a promise was broken, when the service did not end as asked, or when one of the two surely is
more than a megabyte a day.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic
from typing import TextIO

import psutil

from storage.engine import open_store
from tests.endure.audit import Found, words_kept
from tests.endure.counting import news_of, spoken
from tests.endure.living import Wijk
from tests.endure.slope import LEAST, Slope, slope
from tests.endure.weather import Weather
from tests.endure.worlds import World, gone, newest, on_telegram_with, settle
from tests.whole_round.cast import RESIDENTS
from tests.whole_round.lives import Lives, Nursery
from tests.whole_round.on_telegram import TelegramPhones
from tests.whole_round.stage import Stage

log = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
HOUR, DAY = 3600.0, 86400.0
PATIENCE = 300.0
"""So long a person waits for an answer, on a machine that has much else to do."""
WARM = 0.25
"""The first part of a run, in which the service still loads and fills what it keeps."""
LIMIT = 1.0
"""Megabytes a day."""
DAYS = 30
"""In a month."""
REST = 0.25
"""The last part of a run, in which nobody speaks."""
HANDLES = 4
"""So many more open files in the middle are no leak yet."""
ARRIVE = 4
"""People who move in every month, for one month."""


@dataclass(frozen=True)
class Sample:
    """What the process held at a moment of its life, in megabytes; `own` is what it shares with none."""

    at: float
    memory: float
    own: float
    handles: int
    threads: int


@dataclass
class Soaked:
    """How it went."""

    found: Found = field(default_factory=Found)
    months: int = 0
    messages: int = 0
    people: int = 0
    met: Counter[str] = field(default_factory=Counter)
    samples: list[Sample] = field(default_factory=list)
    code: int = -1
    rested: int = 0
    """From this look on nobody spoke."""

    @property
    def warm(self) -> list[Sample]:
        """Of the part in which people spoke."""
        return self.samples[int(self.rested * WARM) : self.rested]

    @property
    def growth(self) -> Slope:
        """Megabytes for each month of the service."""
        month = self.samples[self.rested - 1].at / self.months
        return slope([(one.at / month, one.memory) for one in self.warm])

    @property
    def at_rest(self) -> Slope:
        """Megabytes a day, while nobody speaks."""
        resting = self.samples[self.rested :]
        # What was said last is still being told and tidied up.
        return slope([(one.at / DAY, one.memory) for one in resting[len(resting) // 4 :]])

    @property
    def leaks_handles(self) -> bool:
        first, last = self.warm[: len(self.warm) // 4 + 1], self.warm[-len(self.warm) // 4 :]
        return min(one.handles for one in last) > max(one.handles for one in first) + HANDLES

    @property
    def kept(self) -> bool:
        """Whether every promise held, and no growth is sure."""
        held = not self.found.broken and bool(self.found.said and self.found.news) and self.code == 0
        grows = max(self.growth.low / DAYS, self.at_rest.low)
        return held and grows < LIMIT and not self.leaks_handles

    def table(self) -> str:
        """What is printed at the end."""
        minutes, warm = self.samples[-1].at / 60, self.warm
        storms = ", ".join(f"{count} x {name}" for name, count in sorted(self.met.items()))
        memory, own = _spread([one.memory for one in warm]), _spread([one.own for one in warm])
        files, threads = _spread([one.handles for one in warm]), _spread([one.threads for one in warm])
        lines = (
            f"{minutes:.0f} minutes, {self.months} months, {self.people} people, {self.messages} messages",
            f"storms: {storms or 'none'}",
            f"promises: {self.found}; it ended with {self.code}",
            f"memory: {memory} MB when warm, {own} MB of its own; open files {files}, threads {threads}",
            f"growth for each month of service: {_likely(self.growth)} MB",
            f"growth for each day when nobody speaks: {_likely(self.at_rest)} MB",
        )
        return "\n".join(lines)


def _likely(one: Slope) -> str:
    return f"{one.middle:+.2f} (95 %: {one.low:+.2f} to {one.high:+.2f})"


def _spread(values: list[float] | list[int]) -> str:
    return f"{min(values):g} to {max(values):g}"


async def soaked(world: World, phones: TelegramPhones, nursery: Nursery, asked: "Asked") -> Soaked:
    """One life, as long as asked, and a month at least."""
    went, lives, chance = Soaked(), Lives(nursery, world.config), Random(asked.seed)
    weather = Weather(world, Random(chance.random()), asked.calm, went.met)
    code = await world.invites()
    await lives.begins()
    world.begin_faults()
    began = monotonic()
    around = [
        asyncio.create_task(_looks(lives.pid, asked.every, went.samples, asked.to)),
        asyncio.create_task(weather.goes_on()),
    ]
    try:
        lived = Lived(world, phones, lives, chance, went, weather.counting)
        await lived.through(code, began + asked.hours * HOUR * (1 - REST))
        went.rested = len(went.samples)
        await asyncio.sleep(max((monotonic() - began) * REST / (1 - REST), LEAST * asked.every * 2))
    finally:
        for one in around:
            one.cancel()
        await asyncio.gather(*around, return_exceptions=True)
        went.code = await lives.ends()
    return went


@dataclass
class Lived:
    """Month after month in one wijk."""

    world: World
    phones: TelegramPhones
    lives: Lives
    chance: Random
    went: Soaked
    counting: asyncio.Lock
    _news: set[int] = field(default_factory=set)
    _words: set[str] = field(default_factory=set)

    async def through(self, code: str, until: float) -> None:
        """All of it. Every month is counted at its end, before its words are old."""
        world = self.world
        wijk = Wijk(
            self._stage(),
            partial(settle, world),
            lambda: self._count(wijk),
            self.chance,
            gone=partial(gone, world),
        )
        await wijk.begins(code)
        while not wijk.months or monotonic() < until:
            new = self._arrive(wijk.months)
            wijk.turns_over(RESIDENTS, new)
            await wijk.month()
            await wijk.finishes()
            async with self.counting, open_store(world.url) as store:
                self.went.found += await words_kept(store, partial(spoken, world, wijk), self._words)
            self.went.months, self.went.messages = wijk.months, await newest(world)
            log.info("%d months: %s", wijk.months, self.went.found)
            self.phones.forget()
            wijk.stage = self._stage()
        self.went.people = len(world.people)

    def _stage(self) -> Stage:
        return Stage(self.phones, self.world.clock, self.lives, patience=PATIENCE)

    def _arrive(self, month: int) -> list[str]:
        new = [f"nieuw{month}x{n}" for n in range(ARRIVE)]
        for one in new:
            self.phones.arrives(one)
        self.world.people = (*self.world.people, *new)
        return new

    async def _count(self, wijk: Wijk) -> None:
        await settle(self.world)
        async with self.counting:
            found, self._news = await news_of(self.world, wijk, self._news)
        self.went.found += found


async def _looks(pid: int, every: float, samples: list[Sample], to: TextIO | None) -> None:
    """At its memory, until cancelled; each look is a line of the file."""
    process, began = psutil.Process(pid), monotonic()
    while True:
        held = process.memory_full_info()
        samples.append(
            Sample(
                monotonic() - began,
                round(held.rss / MEGABYTE, 2),
                round(held.uss / MEGABYTE, 2),
                process.num_fds(),
                process.num_threads(),
            )
        )
        if to is not None:
            one = samples[-1]
            to.write(f"{one.at:.1f},{one.memory},{one.own},{one.handles},{one.threads}\n")
            to.flush()
        await asyncio.sleep(every)


# --- the program --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """How long, by which seed, how often to look, and how much calm there is between storms, in seconds."""

    hours: float = 4.0
    seed: int = 1
    every: float = 10.0
    calm: float = 30.0
    to: TextIO | None = None
    """For every look at its memory."""


async def lived_in(folder: Path, nursery: Nursery, asked: Asked) -> Soaked:
    """On a Telegram of its own."""
    async with on_telegram_with(folder, faults=True) as world:
        if not isinstance(world.phones, TelegramPhones):
            raise TypeError("people move in on Telegram only")
        return await soaked(world, world.phones, nursery, asked)


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("hours", "every", "calm"):
        parser.add_argument(f"--{name}", type=float, default=getattr(Asked, name))
    parser.add_argument("--seed", type=int, default=Asked.seed)
    parser.add_argument(
        "--samples",
        type=argparse.FileType("w"),
        help="for each look: seconds, megabytes, of its own, open files, threads",
    )
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    for chatty in ("alembic", "aiohttp"):
        logging.getLogger(chatty).setLevel(logging.CRITICAL)
    nursery = Nursery()
    try:
        with tempfile.TemporaryDirectory() as name:
            asked = Asked(given.hours, given.seed, given.every, given.calm, given.samples)
            went = asyncio.run(lived_in(Path(name), nursery, asked))
    finally:
        nursery.close()
    print(went.table())  # noqa: T201 - a program
    sys.exit(0 if went.kept else 1)


if __name__ == "__main__":
    main()
