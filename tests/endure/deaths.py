"""Ends the service by `kill -9` again and again, at named points and at moments that nobody chose."""

import os
import signal
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from queue import Empty
from random import Random
from time import monotonic

from storage.points import Point
from tests.whole_round.lives import Nursery

OFTEN = (
    Point.AFTER_FETCH,
    Point.IN_TX_AFTER_INBOX,
    Point.BEFORE_COMMIT,
    Point.AFTER_COMMIT,
    Point.BEFORE_ACK,
    Point.AFTER_MARK_SENDING,
    Point.AFTER_SEND,
    Point.BEFORE_MARK_SENT,
    Point.AFTER_MARK_SENT,
)
"""Every message brings the service to these."""
EDITING = (Point.BEFORE_EDIT, Point.AFTER_EDIT)
"""Only where an update in doubt is put into a card: on Telegram."""
SELDOM = (
    Point.AFTER_NEWS,
    Point.REPORT_AFTER_SELECT,
    Point.REPORT_AFTER_INSERT,
    Point.REPORT_AFTER_OUTBOX,
    Point.ERASE_AFTER_JOURNAL,
    Point.ERASE_AFTER_DELETE,
    Point.RETENTION_MID_BATCH,
)
"""Once a month or once a day, news as well: whenever one is met it may be the end."""
AT_BIRTH = (Point.MIGRATION_MID,)
"""When the store is made."""
BY_OTHERS = {Point.MIGRATION_MID, Point.BACKUP_MID}
"""The first is met at birth, the second in a process of its own."""
STEPS = 15
"""The history of the store has more."""
LOOK = 0.05
LONGEST_LIFE = 1.0
"""Seconds from birth to a death by chance, at most."""
UNMET = 3.0
"""Seconds until a life that is ready, and does not meet its point, ends all the same."""
BY_CHANCE = 0.3
"""The share of lives that end at any moment, the birth included."""


@dataclass(frozen=True)
class Fate:
    """At which time of meeting which point a life ends, and after how many seconds at the latest."""

    dying: Mapping[str, int] = field(default_factory=dict)
    within: float = inf
    once_ready: bool = False
    """The seconds count from when it is ready; else from its birth."""


@dataclass
class Deaths:
    """Kills of one service, by its config file, until there are `wanted`. `points`: where to die."""

    nursery: Nursery
    config: Path
    chance: Random
    points: Sequence[Point]
    fair: float = 0.0
    """So often at least one dies at each point, where chance allows."""
    slow: float = 1.0
    """So many times as long as on Telegram a life takes to get going."""
    wanted: int = 0
    at: Counter[Point] = field(default_factory=Counter)
    by_chance: int = 0
    _calm: bool = False
    _over: bool = False
    _child: int = 0

    @property
    def kills(self) -> int:
        return self.by_chance + self.at.total()

    @property
    def _mortal(self) -> bool:
        return not self._calm and self.kills < self.wanted

    @property
    def missed(self) -> list[Point]:
        """Points at which nothing was ever killed."""
        return [point for point in self.points if not self.at[point]]

    async def run(self) -> None:
        """Life after life; those after the last kill, and in calm moments, go on until `end`."""
        try:
            while not self._over:
                await self._one_life()
        finally:
            if self._child:
                os.kill(self._child, signal.SIGKILL)

    async def in_migrations(self, times: int) -> None:
        """Before there is a store: so many lives that end while it is made."""
        for _ in range(times):
            step = self.chance.randint(1, STEPS)
            await self._one_life(Fate({str(Point.MIGRATION_MID): step}))

    @contextmanager
    def calm(self) -> Iterator[None]:
        """Nothing is killed meanwhile, but what was to die at a point already."""
        self._calm = True
        try:
            yield
        finally:
            self._calm = False

    def end(self) -> None:
        """Let the service stop as an operator stops it."""
        self._over = True

    def log(self) -> str:
        """The last of what the service wrote."""
        file = self.config.parent / "house.log"
        return file.read_text()[-3000:] if file.exists() else ""

    async def _one_life(self, fate: Fate | None = None) -> None:
        fate = fate or (
            self._fate() if self._mortal else Fate({} if self._calm else self._unmet(self.points))
        )
        self.nursery.ask(self.config, fate.dying)
        met, signalled = None, 0
        ends_at = inf if fate.once_ready else monotonic() + fate.within
        while True:
            if self._mortal and ends_at == inf and not fate.once_ready:
                # It was born when there was nothing to kill.
                ends_at = monotonic() + self.chance.uniform(0, LONGEST_LIFE * self.slow)
            try:
                word, rest = await self.nursery.hears(LOOK)
            except Empty:
                signalled = signalled or self._signal(late=monotonic() > ends_at)
                continue
            if word == "born":
                self._child = int(rest)
            elif word == "reached":
                met = Point(rest)
            elif word == "ready":
                ends_at = monotonic() + fate.within if fate.once_ready else ends_at
            else:
                break
        self._child = 0
        self._count(int(rest or 1), met, signalled)

    def _signal(self, *, late: bool) -> int:
        """End the process when it is time; the number of the signal, 0 for none."""
        number = signal.SIGTERM if self._over else signal.SIGKILL
        if not self._child or not (self._over or (late and self._mortal)):
            return 0
        with suppress(ProcessLookupError):
            os.kill(self._child, number)
        return number

    def _count(self, code: int, met: Point | None, signalled: int) -> None:
        if met is not None:
            self.at[met] += 1
        elif signalled == signal.SIGKILL:
            self.by_chance += 1
        assert code == (0 if signalled == signal.SIGTERM and met is None else -signal.SIGKILL), (
            f"a life ended with {code}\n{self.log()}"
        )

    def _fate(self) -> Fate:
        """At which time of meeting which point the next life ends, and after how long at the latest."""
        seldom = [one for one in (*EDITING, *SELDOM) if one in self.points and self.at[one] < self.fair]
        dying = self._unmet((*EDITING, *SELDOM)) | {
            str(one): 1 for one in seldom if self.chance.random() < 0.5
        }
        if self.chance.random() < BY_CHANCE:
            return Fate(dying, self.chance.uniform(0, LONGEST_LIFE * self.slow))
        often = [one for one in self.points if one in OFTEN]
        least = min(often, key=lambda one: (self.at[one], self.chance.random()))
        return Fate({**dying, str(least): self.chance.randint(1, 3)}, UNMET * self.slow, once_ready=True)

    def _unmet(self, among: Sequence[Point]) -> dict[str, int]:
        """What was never met: the first time that it comes is the end, however many died."""
        missed = set(self.missed)
        unmet = [one for one in among if one in missed and one not in BY_OTHERS]
        if missed & set(EDITING):
            # Only news that was sent, and not marked so, leaves a doubt that an edit settles.
            unmet.append(Point.AFTER_NEWS)
        return {str(one): 1 for one in unmet}
