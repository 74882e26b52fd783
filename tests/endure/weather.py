"""What goes wrong around a service that goes on living: the platform, its line, the disk."""

import asyncio
import logging
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from storage.engine import VAULT_FILE
from tests.endure.worlds import World
from tests.servers.telegram.faults import broken, cut, garbled, slow

log = logging.getLogger(__name__)

STORMS = {
    "platform away": broken(502),
    "a page instead of an answer": garbled(accepted=False),
    "line cut": cut(accepted=False),
    "answers lost": cut(accepted=True),
    "answers late": slow(1.0),
}
STORE, VAULT = "store locked", "vault locked"
SHORTEST, LONGEST = 2.0, 8.0
"""Seconds that something stays broken. The service waits five for a lock."""
PATIENCE = 30.0
"""Seconds to wait for a lock of our own."""


@dataclass
class Weather:
    """Between storms come calms of so many seconds on average, with the usual share of faults."""

    world: World
    chance: Random
    calm: float
    met: Counter[str] = field(default_factory=Counter)
    counting: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by who counts: no store is locked meanwhile."""

    async def goes_on(self) -> None:
        """Until it is cancelled; then it is fair again."""
        try:
            while True:
                await asyncio.sleep(self.chance.expovariate(1 / self.calm))
                await self._storm(self.chance.choice((*STORMS, STORE, VAULT)))
        finally:
            self._fair()

    async def _storm(self, name: str) -> None:
        self.met[name] += 1
        seconds = self.chance.uniform(SHORTEST, LONGEST)
        log.info("%s for %.0f seconds", name, seconds)
        if name in STORMS:
            self.world.faults.clear()
            self.world.faults.add(STORMS[name], times=None)
            await asyncio.sleep(seconds)
            self._fair()
        else:
            store = Path(self.world.url.removeprefix("sqlite:///"))
            async with self.counting:
                await _locked(store if name == STORE else store.with_name(VAULT_FILE), seconds)

    def _fair(self) -> None:
        self.world.faults.clear()
        self.world.begin_faults()


async def _locked(file: Path, seconds: float) -> None:
    """Another program writes in it for so long."""
    with closing(
        sqlite3.connect(file, isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    ) as other:
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        await asyncio.sleep(seconds)
        other.execute("ROLLBACK")
