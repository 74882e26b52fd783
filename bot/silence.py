"""A platform that throws away what was not fetched in time, and what is said when that may have happened.

Telegram keeps what people send for a day. After a longer silence (the machine was off, the network was down,
the disk was full) nobody can know what was lost, so whoever may have lost something hears it: once, by day,
and only who wrote in the week before. Who never wrote cannot be told, and is told nothing.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from bot.chat import Chat, Platform
from bot.maybe_lost import Gap, tell
from domain.districts import District
from domain.messages import PersonKey
from storage import account, vault, wrote
from storage.engine import Connection, Store

log = logging.getLogger(__name__)

HEARD = "heard "
"""Signs of life: when a platform last gave what it had."""
LATELY = timedelta(days=7)
"""Who wrote so long before a silence may well have written in it."""
FEW = 500
"""So many are looked up at once."""


@runtime_checkable
class Forgetful(Protocol):
    """An account whose platform throws away what waits too long."""

    platform: Platform
    forgets: timedelta
    """What waited longer is gone."""
    heard: datetime | None
    """When it last gave what it had, this run."""


@dataclass(slots=True)
class Silence:
    """Keeps when each platform was last heard, and tells of a silence in which something may be lost.

    `awake` counts seconds, those of sleep included, whatever is done to the clock: with it a clock that jumps
    is not taken for a silence.
    """

    store: Store
    chats: Sequence[Chat]
    districts: Sequence[District]
    awake: Callable[[], float] | None = None
    _kept: dict[Platform, tuple[datetime, float]] = field(default_factory=dict)

    async def look(self, now: datetime) -> None:
        """Keep what was heard since the last look."""
        for chat in self.chats:
            if isinstance(chat, Forgetful) and chat.heard is not None:
                await self._keep(chat, chat.heard, now)

    async def _keep(self, chat: Forgetful, heard: datetime, now: datetime) -> None:
        kept, awake = self._kept.get(chat.platform), self.awake() if self.awake else 0.0
        if kept is not None and kept[0] == heard:
            return
        async with self.store.begin() as connection:
            name = f"{HEARD}{chat.platform}"
            before = (await account.heartbeats_of(connection)).get(name)
            await account.beat(connection, name, heard)
            if before is not None and heard - before > chat.forgets and not self._jumped(chat, before, awake):
                await self._tell(connection, chat.platform, before, now)
        self._kept[chat.platform] = heard, awake

    def _jumped(self, chat: Forgetful, before: datetime, awake: float) -> bool:
        """Only the clock says that it was long."""
        kept = self._kept.get(chat.platform)
        if self.awake is None or kept is None or kept[0] != before:
            return False
        return awake - kept[1] <= chat.forgets.total_seconds()

    async def _tell(
        self, connection: Connection, platform: Platform, before: datetime, now: datetime
    ) -> None:
        if not await account.remind_once(connection, "silence", platform, before.isoformat(), now):
            return
        log.warning("%s was silent for more than a day: what was said there may be lost", platform)
        writers = await wrote.since(connection, before - LATELY, before)
        there = await self._on(platform, [key for key, _ in writers])
        lost = [(key, slug) for key, slug in writers if key in there]
        gap = Gap(before, now, "resident-silence", "coordinator-silence")
        await tell(connection, self.districts, lost, gap)

    async def _on(self, platform: Platform, keys: Sequence[PersonKey]) -> set[str]:
        """Who of these is there."""
        found: set[str] = set()
        async with self.store.vault_begin() as safe:
            for at in range(0, len(keys), FEW):
                found |= {*(await vault.platforms(safe, keys[at : at + FEW])).get(platform, ())}
        return found
