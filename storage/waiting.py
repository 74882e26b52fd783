"""What waits in the outbox, in numbers: for health, for the coordinator, and against repeats."""

from datetime import UTC, datetime
from typing import TypeAlias

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Choice, Kind, Recipient
from storage.codec import load_buttons
from storage.outbox import TOO_LATE, is_in
from storage.schema import outbox
from storage.states import Delivery, LeftOut

_SAID = select(outbox.c.id).where(
    outbox.c.recipient == bindparam("recipient"),
    outbox.c.text_key == bindparam("text_key"),
    outbox.c.created_at > bindparam("since"),
)
_COUNTS = select(outbox.c.state, func.count()).group_by(outbox.c.state)
_OLDEST = select(func.min(outbox.c.not_before)).where(is_in(outbox.c.state, Delivery.PENDING))
_UNDERWAY = (
    select(outbox.c.choices)
    .where(
        outbox.c.recipient == bindparam("recipient"),
        is_in(outbox.c.state, Delivery.SENDING, Delivery.DOUBT),
        or_(outbox.c.state == Delivery.SENDING, outbox.c.created_at >= bindparam("asked_at")),
        outbox.c.kind.in_([Kind.NOTICE, Kind.UPDATE]),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_ASKED = (
    select(outbox.c.choices)
    .where(outbox.c.recipient == bindparam("recipient"), outbox.c.ref == bindparam("ref"))
    .order_by(outbox.c.id.desc())
    .limit(1)
)
Asked: TypeAlias = tuple[tuple[Choice, ...], tuple[str, ...]]
"""The choices of a message, and the token of each."""
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_NO_FAULT = (TOO_LATE, LeftOut.NO_UPDATES.value, LeftOut.UNREACHABLE.value)


async def said_since(
    connection: AsyncConnection, recipient: Recipient, text_key: str, since: datetime
) -> bool:
    """Whether this text was said (or waits to be) to this recipient after this moment."""
    asked = {"recipient": recipient, "text_key": text_key, "since": since}
    return (await connection.execute(_SAID.limit(1), asked)).first() is not None


async def offered(
    connection: AsyncConnection, recipient: Recipient, asked_at: datetime = LONG_AGO
) -> tuple[Choice, ...]:
    """What the news offers that is being sent to them now: they may see it before its row says so.

    Older news in doubt is passed by when a question was asked after it, at `asked_at`.
    """
    given = {"recipient": recipient, "asked_at": asked_at}
    kept = (await connection.execute(_UNDERWAY, given)).scalar_one_or_none()
    return () if kept is None else load_buttons(kept)[0]


async def asked(connection: AsyncConnection, recipient: Recipient, ref: str) -> Asked | None:
    """What was offered in the message that the platform knows by this id; None when it is none of ours."""
    kept = (await connection.execute(_ASKED, {"recipient": recipient, "ref": ref})).scalar_one_or_none()
    return None if kept is None else load_buttons(kept)


async def underway(connection: AsyncConnection, recipient: Recipient) -> bool:
    """Whether something is being sent to them: they may see it before its id is known here."""
    going = select(outbox.c.id).where(
        outbox.c.recipient == recipient, is_in(outbox.c.state, Delivery.SENDING, Delivery.DOUBT)
    )
    return (await connection.execute(going.limit(1))).first() is not None


async def counts(connection: AsyncConnection) -> dict[Delivery, int]:
    """How many messages are in each state."""
    found = {state: count for state, count in await connection.execute(_COUNTS)}  # noqa: C416 - typed rows
    return dict.fromkeys(Delivery, 0) | found


async def refused(connection: AsyncConnection) -> int:
    """How many messages the platform refused for good. Who said stop, came back late or never is no fault."""
    dead = select(func.count()).where(outbox.c.state == Delivery.DEAD, outbox.c.why.not_in(_NO_FAULT))
    return int((await connection.execute(dead)).scalar_one())


async def held_until(connection: AsyncConnection, now: datetime) -> datetime | None:
    """The moment at which news goes out that waits for the hours of its reader; None when none does."""
    held = select(func.min(outbox.c.not_before)).where(
        is_in(outbox.c.state, Delivery.PENDING), outbox.c.kind == Kind.UPDATE, outbox.c.not_before > now
    )
    found: datetime | None = (await connection.execute(held)).scalar_one()
    return found


async def next_due(connection: AsyncConnection) -> datetime | None:
    """The moment from which something can be sent, None when nothing waits."""
    found: datetime | None = (await connection.execute(_OLDEST)).scalar_one()
    return found
