"""What comes in: each event once, the ones that cannot be handled set aside, and how far was read."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import cursors, inbox, parked


@dataclass(frozen=True, slots=True)
class Parked:
    """An event that could not be handled. Without a `person` it holds no words."""

    bot: str
    event_id: str
    raw: str
    why: str
    person: str = ""


_NEW = (
    insert(inbox)
    .on_conflict_do_nothing(index_elements=[inbox.c.bot, inbox.c.event_id])
    .returning(inbox.c.event_id)
)
_KNOWN = select(inbox.c.event_id).where(
    inbox.c.bot == bindparam("bot"), inbox.c.event_id.in_(bindparam("event_ids", expanding=True))
)
_CURSOR = select(cursors.c.cursor).where(cursors.c.bot == bindparam("bot"))
_ADVANCE = insert(cursors)
_ADVANCE = _ADVANCE.on_conflict_do_update(
    index_elements=[cursors.c.bot], set_={"cursor": _ADVANCE.excluded.cursor}
)
_PARKED = select(func.count()).select_from(parked)


async def first_times(
    connection: AsyncConnection, bot: str, event_ids: Sequence[str], now: datetime
) -> frozenset[str]:
    """Which of these events were never handled before; from now on all were."""
    rows = [{"bot": bot, "event_id": event_id, "at": now} for event_id in event_ids]
    return frozenset((await connection.execute(_NEW, rows)).scalars()) if rows else frozenset()


async def known(connection: AsyncConnection, bot: str, event_ids: Sequence[str]) -> frozenset[str]:
    """Which of these events were handled before."""
    if not event_ids:
        return frozenset()
    found = await connection.execute(_KNOWN, {"bot": bot, "event_ids": [*event_ids]})
    return frozenset(found.scalars())


async def park(connection: AsyncConnection, event: Parked, now: datetime) -> None:
    """Set aside an event that could not be handled; the next one goes on."""
    await connection.execute(insert(parked), {**asdict(event), "at": now})


async def parked_count(connection: AsyncConnection) -> int:
    """How many events wait for somebody to look at them."""
    return int((await connection.execute(_PARKED)).scalar_one())


async def cursor(connection: AsyncConnection, bot: str) -> str | None:
    """How far this account was read, None at first."""
    kept: str | None = (await connection.execute(_CURSOR, {"bot": bot})).scalar_one_or_none()
    return kept


async def advance(connection: AsyncConnection, bot: str, to: str) -> None:
    """Everything up to this cursor is handled: keep it in the transaction of the events themselves."""
    await connection.execute(_ADVANCE, {"bot": bot, "cursor": to})
