"""What has to be put right in a store that comes out of a backup, before anything is sent from it.

Since the backup messages were sent, numbers were given and questions asked, and the store does not know.
Where the store that it replaces can still be read, that one tells; else what may have been sent counts as in
doubt, and the next numbers begin far enough away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, column, delete, func, insert, select, table, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Kind, PersonKey
from storage import wrote
from storage.erasure import erased
from storage.outbox import is_in
from storage.schema import asks, heartbeats, metadata, outbox, people, reminders, sequences, signals, updates
from storage.states import Delivery

APART = 1_000
"""So many numbers at least are left out when nobody knows which were given."""
RATE_DAYS = 30
EVERYBODY = datetime.max.replace(tzinfo=UTC)
"""Also who came today."""
IDS_APART = 100_000
_IDS = table("sqlite_sequence", column("name"), column("seq"))
MAYBE_SENT = "may have been sent before the restore"
_UNSENT = (Delivery.PENDING, Delivery.SENDING, Delivery.DOUBT, Delivery.PARKED)


@dataclass(frozen=True, slots=True)
class Before:
    """What the store that is replaced still knows."""

    erased: Mapping[str, datetime] = field(default_factory=dict)
    sequences: Mapping[int, int] = field(default_factory=dict)
    unsent: Mapping[int, datetime] = field(default_factory=dict)
    """What still waited to be sent there, by id, with its moment of making."""
    promises: tuple[tuple[str, date, int, datetime | None], ...] = ()
    """Of each signal the day, how often it was missed, and whether there was an answer."""
    reminders: tuple[Mapping[str, Any], ...] = ()
    asks: tuple[Mapping[str, Any], ...] = ()
    people: frozenset[str] = frozenset()
    wrote: tuple[tuple[PersonKey, str | None], ...] = ()
    """Who wrote since the backup, with their wijk."""


async def remembered(connection: AsyncConnection, made_at: datetime) -> Before:
    """Read all of this from a store that is about to be replaced."""
    unsent = select(outbox.c.id, outbox.c.created_at).where(is_in(outbox.c.state, *_UNSENT))
    promised = select(signals.c.number, signals.c.promise_on, signals.c.missed, signals.c.answered_at)
    return Before(
        erased=await erased(connection),
        sequences={row.year: row.next for row in await connection.execute(select(sequences))},
        unsent={row.id: row.created_at for row in await connection.execute(unsent)},
        promises=tuple(tuple(row) for row in await connection.execute(promised)),
        reminders=await _rows(connection, reminders),
        asks=await _rows(connection, asks),
        people=frozenset((await connection.execute(select(people.c.key))).scalars()),
        wrote=tuple(await wrote.since(connection, made_at, EVERYBODY)),
    )


async def follows(connection: AsyncConnection, before: Before) -> bool:
    """Whether that store went on from this one. A new one, begun after a loss, knows nothing of it."""
    rows = (await connection.execute(select(sequences))).all()
    known = {PersonKey(key) for key in (await connection.execute(select(people.c.key))).scalars()}
    kept = known & before.people
    return all(before.sequences.get(row.year, 0) >= row.next for row in rows) and 2 * len(kept) >= len(known)


async def reconcile(
    connection: AsyncConnection, before: Before | None, made_at: datetime, now: datetime
) -> None:
    """Put all of it right. Erasures come first, and elsewhere (`settling`)."""
    # A sign of life of long ago would be taken for a silence of the platform.
    await connection.execute(delete(heartbeats))
    await _leave_ids_out(connection)
    if before is None:
        await _leave_numbers_out(connection, made_at, now)
        await _doubt_what_waited(connection, now)
        return
    for year, following in before.sequences.items():
        await _count_up(connection, year, following)
    await _take_over_sent(connection, before)
    await _take_over_told(connection, before)


async def _leave_numbers_out(connection: AsyncConnection, made_at: datetime, now: datetime) -> None:
    lately = select(func.count()).where(signals.c.said_at > made_at - timedelta(days=RATE_DAYS))
    a_day = (await connection.execute(lately)).scalar_one() / RATE_DAYS
    days = max((now - made_at) / timedelta(days=1), 0) + 1
    apart = APART + round(20 * a_day * days)
    for row in (await connection.execute(select(sequences))).all():
        await _count_up(connection, row.year, row.next + apart)
    # In a year that began after the backup nothing is known at all.
    await _count_up(connection, now.year, apart)


async def _leave_ids_out(connection: AsyncConnection) -> None:
    """A button, or a reminder, of after the backup may still name a row."""
    for kept in (one for one in metadata.sorted_tables if "id" in one.c):
        following = select(func.coalesce(func.max(kept.c.id), 0) + IDS_APART).scalar_subquery()
        if connection.dialect.name == "postgresql":
            counter = func.pg_get_serial_sequence(kept.name, "id")
            await connection.execute(select(func.setval(counter, following)))
        else:
            await connection.execute(delete(_IDS).where(_IDS.c.name == kept.name))
            await connection.execute(insert(_IDS).values(name=kept.name, seq=following))


async def _count_up(connection: AsyncConnection, year: int, following: int) -> None:
    row = upsert(sequences).values(year=year, next=following)
    higher = row.on_conflict_do_update(
        index_elements=[sequences.c.year],
        set_={"next": row.excluded.next},
        where=sequences.c.next < row.excluded.next,
    )
    await connection.execute(higher)


async def _doubt_what_waited(connection: AsyncConnection, now: datetime) -> None:
    """News may stand in the chat: it goes into the card. A card may come twice. An answer is stale."""
    waits = is_in(outbox.c.state, *_UNSENT)
    news = (waits, outbox.c.kind == Kind.UPDATE)
    await connection.execute(update(outbox).where(*news).values(state=Delivery.DOUBT, not_before=now))
    stale = (waits, outbox.c.kind.in_([Kind.ANSWER, Kind.NOTICE]))
    await connection.execute(update(outbox).where(*stale).values(state=Delivery.DEAD, why=MAYBE_SENT))


async def _take_over_sent(connection: AsyncConnection, before: Before) -> None:
    """What waited at the backup and waits no more was sent, or given up, since."""
    waits = select(outbox.c.id, outbox.c.created_at).where(is_in(outbox.c.state, *_UNSENT))
    rows = (await connection.execute(waits)).all()
    gone = [row.id for row in rows if before.unsent.get(row.id) != row.created_at]
    for at in range(0, len(gone), 500):
        ids = gone[at : at + 500]
        sent = update(outbox).where(outbox.c.id.in_(ids))
        await connection.execute(sent.values(state=Delivery.SENT, sent_at=outbox.c.created_at))
        owed = update(updates).where(updates.c.outbox.in_(ids), updates.c.sent_at.is_(None))
        moment = select(outbox.c.created_at).where(outbox.c.id == updates.c.outbox).scalar_subquery()
        await connection.execute(owed.values(sent_at=moment))


async def _take_over_told(connection: AsyncConnection, before: Before) -> None:
    """Nobody is told or asked again what they were told or asked since."""
    for number, promise_on, missed, answered_at in before.promises:
        told = update(signals).where(signals.c.number == number, signals.c.answered_at.is_(None))
        await connection.execute(told.values(promise_on=promise_on, missed=missed, answered_at=answered_at))
    await _add(connection, reminders, before.reminders)
    known = frozenset((await connection.execute(select(people.c.key))).scalars())
    await connection.execute(delete(asks))
    rows = [{**row} for row in before.asks if row["person"] in known]
    if rows:
        await connection.execute(insert(asks), rows)


async def _add(connection: AsyncConnection, table: Table, rows: tuple[Mapping[str, Any], ...]) -> None:
    if rows:
        await connection.execute(upsert(table).on_conflict_do_nothing(), [{**row} for row in rows])


async def _rows(connection: AsyncConnection, table: Table) -> tuple[Mapping[str, Any], ...]:
    return tuple(dict(row) for row in (await connection.execute(select(table))).mappings())
