"""Moments at which the operator has nothing sent: an incident, or just after a restore."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import pauses

OPERATOR, RESTORE = "operator", "restore"

_OPEN = select(pauses).where(pauses.c.ended_at.is_(None)).order_by(pauses.c.begun_at, pauses.c.id).limit(1)


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is sent since then. `by` is what began it."""

    begun_at: datetime
    reason: str
    by: str


async def now_paused(connection: AsyncConnection) -> Pause | None:
    """The pause that is going on, the one that began first; None in ordinary times."""
    row = (await connection.execute(_OPEN)).one_or_none()
    return None if row is None else Pause(row.begun_at, row.reason, row.by)


async def begin(connection: AsyncConnection, reason: str, by: str, now: datetime) -> bool:
    """From now on nothing is sent; False when that was so already."""
    if await now_paused(connection) is not None:
        return False
    row = {"begun_at": now, "reason": reason, "by": by}
    await connection.execute(insert(pauses), row)
    return True


async def end(connection: AsyncConnection, now: datetime) -> bool:
    """Everything goes on; False when nothing was paused."""
    ended = update(pauses).where(pauses.c.ended_at.is_(None)).values(ended_at=now)
    return (await connection.execute(ended)).rowcount > 0
