"""What the answer of a platform means for a message: sent, again, in doubt, waiting, dead (promises 1)."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import assert_never

from bot.chat import Doubt, Halted, Moved, NotSent, Outcome, Platform, Refused, Sent, Unreachable
from bot.keys import Keys
from domain.messages import Kind, RoomKey
from handlers.states import PASSING, Idle, dump
from storage import conversations, outbox, people, vault
from storage.engine import Connection, Store
from storage.outbox import Queued
from storage.points import Point, reached
from storage.states import Delivery

log = logging.getLogger(__name__)

LONGEST_BACKOFF = 300.0
AFTER_HALT = timedelta(minutes=1)
LOOK_AGAIN = timedelta(hours=1)
"""Whoever left with an update in doubt: so long until the card is tried again."""


@dataclass(slots=True)
class Answered:
    """Keeps what a platform answered."""

    store: Store
    keys: Keys
    chance: Random = field(default_factory=Random)

    async def keep(self, queued: Queued, outcome: Outcome, now: datetime, *, once_more: bool = False) -> None:
        """Write it down. `once_more`: the store went away while it was written, so it may stand there."""
        async with self.store.begin() as connection:
            if once_more and not await outbox.is_underway(connection, queued.id):
                return
            await self._mark(connection, queued, outcome, now)
            reached(Point.BEFORE_MARK_SENT)
        reached(Point.AFTER_MARK_SENT)

    async def _mark(self, connection: Connection, queued: Queued, outcome: Outcome, now: datetime) -> None:
        match outcome:
            case Sent(ref):
                await _sent(connection, queued, ref, now)
            case NotSent(why, after):
                await _again(connection, queued, now + (after or self._back_off(queued)), why)
            case Doubt(why):
                await outbox.mark_doubt(connection, queued.id, now + self._back_off(queued), why)
            case Unreachable(why):
                await self._unreachable(connection, queued, why, now)
            case Refused(why):
                log.warning("message %d is refused: %s", queued.id, why)
                await outbox.mark_dead(connection, queued.id, why)
            case Moved(to):
                await self._moved(connection, queued, to, now)
            case Halted(why):
                await _again(connection, queued, now + AFTER_HALT, why)
            case _ as never:
                assert_never(never)

    def _back_off(self, queued: Queued) -> timedelta:
        """1, 2, 4 .. 300 seconds, each a little different so that not all come back at once."""
        seconds = min(2.0 ** min(queued.attempts, 10), LONGEST_BACKOFF)
        return timedelta(seconds=seconds * self.chance.uniform(0.5, 1.0))

    async def _moved(self, connection: Connection, queued: Queued, to: str, now: datetime) -> None:
        async with self.store.vault_begin() as safe:
            address = await vault.address(safe, queued.message.to)
            if address is not None:
                new = self.keys.room(Platform(address.platform), to)
                await people.room_moved(connection, RoomKey(queued.message.to), new)
                await vault.moved(safe, queued.message.to, new, to)
        await _again(connection, queued, now, "the room moved")

    async def _unreachable(self, connection: Connection, queued: Queued, why: str, now: datetime) -> None:
        await outbox.park_for(connection, queued.message.to, now)
        async with self.store.vault_begin() as safe:
            await vault.mark_unreachable(safe, queued.message.to, why, now)
        if queued.state is Delivery.DOUBT:
            # Parked it would be pushed when they come back; it may have arrived before they left.
            if now - queued.created_at < timedelta(days=outbox.WAITING_DAYS):
                await outbox.mark_doubt(connection, queued.id, now + LOOK_AGAIN, why)
            else:
                await outbox.mark_dead(connection, queued.id, why)


def _asked_since(kept: conversations.Conversation, made_at: datetime) -> bool:
    """They were asked something else after this was made: what arrived long ago takes no question away."""
    return bool(kept.choices and kept.at and kept.at > made_at)


async def _again(connection: Connection, queued: Queued, moment: datetime, why: str) -> None:
    """Later, the way it was tried now: what is in doubt stays in doubt, or it would be pushed once more."""
    mark = outbox.mark_doubt if queued.state is Delivery.DOUBT else outbox.mark_pending
    await mark(connection, queued.id, moment, why)


async def _sent(connection: Connection, queued: Queued, ref: str, now: datetime) -> None:
    await outbox.mark_sent(connection, queued, ref, now)
    message = queued.message
    if not message.choices or message.kind not in (Kind.NOTICE, Kind.UPDATE):
        return
    kept = await conversations.state_of(connection, message.to)
    if not (queued.state is Delivery.DOUBT and kept and _asked_since(kept, queued.created_at)):
        await conversations.offer(
            connection, message.to, message.choices, now, idle=dump(Idle()), passing=PASSING
        )
