"""Groups that belong to no wijkverband: how long the bot stays in them, and when it goes."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import PersonKey, RoomKey
from storage.schema import strange_rooms

STAYS = timedelta(days=1)
"""So long a code can be pasted: whoever makes the group may have to ask for one first."""
AT_ONCE = 3
"""Groups of one person in which the bot waits for a code; it leaves a further one without a word."""

_CAME = insert(strange_rooms).on_conflict_do_nothing(index_elements=[strange_rooms.c.room])
_DUE = strange_rooms.c.leave_at.asc()


async def came(connection: AsyncConnection, room: RoomKey, by: PersonKey, now: datetime) -> bool:
    """The bot is in this group, which nobody claimed; True when it has to say so: once, and not too often."""
    others = select(func.count()).where(strange_rooms.c.put_by == by, strange_rooms.c.room != room)
    waits = int((await connection.execute(others)).scalar_one()) < AT_ONCE
    row = {"room": room, "put_by": by, "came_at": now, "leave_at": now + STAYS if waits else now}
    return bool((await connection.execute(_CAME, row)).rowcount) and waits


async def due(connection: AsyncConnection, now: datetime) -> RoomKey | None:
    """A group whose day is over, None when there is none."""
    found = select(strange_rooms.c.room).where(strange_rooms.c.leave_at <= now).order_by(_DUE).limit(1)
    room: RoomKey | None = (await connection.execute(found)).scalar_one_or_none()
    return room


async def gone(connection: AsyncConnection, room: str) -> bool:
    """The bot is out, or the group belongs to a wijkverband now; True when it was one of these."""
    out = await connection.execute(delete(strange_rooms).where(strange_rooms.c.room == room))
    return bool(out.rowcount)


async def try_later(connection: AsyncConnection, room: RoomKey, at: datetime) -> None:
    """The platform could not be told: leave at this moment."""
    later = update(strange_rooms).where(strange_rooms.c.room == room).values(leave_at=at)
    await connection.execute(later)


async def moved(connection: AsyncConnection, old: RoomKey, new: RoomKey) -> None:
    """A group got another id: its day goes on."""
    if old != new and await _known(connection, old):
        await gone(connection, new)
        await connection.execute(update(strange_rooms).where(strange_rooms.c.room == old).values(room=new))


async def _known(connection: AsyncConnection, room: RoomKey) -> bool:
    found = select(func.count()).where(strange_rooms.c.room == room)
    return bool((await connection.execute(found)).scalar_one())
