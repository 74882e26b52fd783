"""Who wrote lately, for when something that they said may have been lost on its way."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import PersonKey
from storage.schema import conversations, people, signals

_SPOKE = select(signals.c.number).where(
    signals.c.person == people.c.key, signals.c.said_at >= bindparam("since")
)
_TALKED = select(conversations.c.key).where(
    conversations.c.key == people.c.key, conversations.c.updated_at >= bindparam("since")
)
_LATELY = (
    select(people.c.key, people.c.district)
    .where(people.c.wants_updates, people.c.unreachable_since.is_(None))
    .where(people.c.first_seen <= bindparam("known"), or_(_SPOKE.exists(), _TALKED.exists()))
    .order_by(people.c.key)
)


async def since(
    connection: AsyncConnection, moment: datetime, known: datetime
) -> Sequence[tuple[PersonKey, str | None]]:
    """Who wrote at or after this moment and wants to be written to, with their wijk. Whoever came
    later than `known` is new, and left out.
    """
    found = await connection.execute(_LATELY, {"since": moment, "known": known})
    return [(PersonKey(row.key), row.district) for row in found]
