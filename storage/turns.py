"""Whose turn it is: the next message that a platform may send, and the next doubt that it may settle.

Each platform has a queue of its own, so that a slow one holds up no other. What was just queued belongs to
none yet: only the vault knows who is where. Whoever claims it finds out (`belongs`).
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, bindparam, literal_column, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Recipient
from domain.pausing import SAID_ANYWAY
from storage import pauses
from storage.outbox import Queued, from_row, is_in
from storage.schema import outbox
from storage.states import Delivery

_older = outbox.alias("older")
_WAITS = select(_older.c.id).where(
    _older.c.recipient == outbox.c.recipient,
    _older.c.id != outbox.c.id,
    _older.c.state.not_in([literal_column("'sent'"), literal_column("'dead'")]),
    or_(
        is_in(_older.c.state, Delivery.SENDING),
        and_(
            # News in doubt keeps news waiting, and no answer.
            is_in(_older.c.state, Delivery.DOUBT),
            _older.c.urgency <= outbox.c.urgency,
            _older.c.id < outbox.c.id,
        ),
        and_(
            is_in(_older.c.state, Delivery.PENDING),
            or_(
                _older.c.urgency < outbox.c.urgency,
                and_(_older.c.urgency == outbox.c.urgency, _older.c.id < outbox.c.id),
            ),
        ),
    ),
)


def _first_of(platform: ColumnElement[str], name: str) -> Any:  # noqa: ANN401 - a select with its columns
    """The first message that is due in one queue: each of its own, so that the index gives it at once."""
    due = (
        select(outbox.c.id, outbox.c.urgency, outbox.c.not_before)
        .where(is_in(outbox.c.state, Delivery.PENDING), outbox.c.platform == platform)
        .where(outbox.c.not_before <= bindparam("now"), ~_WAITS.exists())
        .order_by(outbox.c.urgency, outbox.c.not_before, outbox.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return select(due.subquery(name))


_OURS: ColumnElement[str] = bindparam("queue", type_=Text)
_NOBODYS: ColumnElement[str] = literal_column("''")
_FIRSTS = union_all(_first_of(_OURS, "ours"), _first_of(_NOBODYS, "nobodys")).subquery("firsts")
_NEXT = select(_FIRSTS.c.id).order_by(_FIRSTS.c.urgency, _FIRSTS.c.not_before, _FIRSTS.c.id).limit(1)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id == _NEXT.scalar_subquery())
    .values(state=Delivery.SENDING, attempts=outbox.c.attempts + 1)
    .returning(outbox)
)
_URGENT = (
    select(outbox.c.id)
    .where(is_in(outbox.c.state, Delivery.PENDING), outbox.c.platform.in_([_OURS, _NOBODYS]))
    .where(outbox.c.not_before <= bindparam("now"), outbox.c.text_key.in_(sorted(SAID_ANYWAY)))
    .order_by(outbox.c.urgency, outbox.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_CLAIM_URGENT = (
    update(outbox)
    .where(outbox.c.id == _URGENT.scalar_subquery())
    .values(state=Delivery.SENDING, attempts=outbox.c.attempts + 1)
    .returning(outbox)
)
_IN_DOUBT = (
    select(outbox)
    .where(is_in(outbox.c.state, Delivery.DOUBT), outbox.c.not_before <= bindparam("now"))
    .where(
        outbox.c.platform.in_([_OURS, _NOBODYS]), outbox.c.id.not_in(bindparam("underway", expanding=True))
    )
    .order_by(outbox.c.id)
    .limit(1)
)
_NO_QUEUE = (
    select(outbox.c.recipient)
    .where(is_in(outbox.c.state, Delivery.PENDING), outbox.c.platform == _NOBODYS)
    .distinct()
    .limit(500)
)


async def claim(connection: AsyncConnection, now: datetime, platform: str = "") -> Queued | None:
    """The next message to send on this platform, or whose platform nobody knows yet; now in `sending`. None
    when nothing is due.
    """
    row = (await connection.execute(_CLAIM, {"now": now, "queue": platform})).one_or_none()
    return None if row is None else from_row(row)


async def claim_urgent(connection: AsyncConnection, now: datetime, platform: str = "") -> Queued | None:
    """The same during a pause: only what is said anyway, past whatever waits before it."""
    row = (await connection.execute(_CLAIM_URGENT, {"now": now, "queue": platform})).one_or_none()
    return None if row is None else from_row(row)


async def next_turn(
    connection: AsyncConnection, now: datetime, platform: str, underway: Collection[int]
) -> Queued | None:
    """What is settled or sent now: a doubt, then what is due; in a pause only what cannot wait."""
    if await pauses.now_paused(connection) is not None:
        return await claim_urgent(connection, now, platform)
    doubt = await due_doubt(connection, now, platform, underway)
    return doubt or await claim(connection, now, platform)


async def due_doubt(
    connection: AsyncConnection, now: datetime, platform: str = "", underway: Collection[int] = ()
) -> Queued | None:
    """The oldest message of which nobody knows whether it arrived, but for those that are looked at now."""
    asked = {"now": now, "queue": platform, "underway": [*underway]}
    row = (await connection.execute(_IN_DOUBT, asked)).one_or_none()
    return None if row is None else from_row(row)


async def after_clock_back(connection: AsyncConnection, now: datetime) -> None:
    """What was queued at a moment that is still to come, for the clock was put back, need not wait for it."""
    waits = is_in(outbox.c.state, Delivery.PENDING, Delivery.DOUBT)
    await connection.execute(update(outbox).where(waits, outbox.c.created_at > now).values(not_before=now))


async def without_queue(connection: AsyncConnection) -> tuple[Recipient, ...]:
    """Some of the recipients for whom something waits of which nobody knows yet where it goes out."""
    return tuple((await connection.execute(_NO_QUEUE)).scalars())


async def belongs(connection: AsyncConnection, platform: str, recipients: Sequence[Recipient]) -> None:
    """What waits for these goes out on this platform."""
    waits = is_in(outbox.c.state, Delivery.PENDING, Delivery.DOUBT)
    theirs = update(outbox).where(waits, outbox.c.recipient.in_(recipients))
    await connection.execute(theirs.values(platform=platform))


async def recover(connection: AsyncConnection, underway: Collection[int] = ()) -> int:
    """At start, with the instance lock: what was being sent when the last run ended is in doubt. What is
    `underway` in this run is not.
    """
    sending = update(outbox).where(is_in(outbox.c.state, Delivery.SENDING), outbox.c.id.not_in([*underway]))
    return (await connection.execute(sending.values(state=Delivery.DOUBT))).rowcount
