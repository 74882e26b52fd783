"""What has to be said, in the transaction that made it true, until the sender has said it.

`pending -> sending -> sent | doubt | parked | dead` (promises 1). Answers go before news, and one recipient
gets their messages in order: nothing is claimed while something older waits for the same recipient.
Whose turn it is stands in `turns.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    delete,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Kind, Message, Recipient
from domain.signals import SignalNumber
from storage.buttons import make_buttons
from storage.cards import Card, keep_card
from storage.codec import (
    dump_attachment,
    dump_buttons,
    dump_text,
    load_attachment,
    load_buttons,
    load_text,
)
from storage.schema import outbox, people, updates
from storage.states import Delivery, LeftOut

URGENCY = {Kind.ANSWER: 0, Kind.CARD: 0, Kind.NOTICE: 1, Kind.UPDATE: 2}
"""An answer, above all to words of danger, does not wait behind twenty thousand updates."""

WAITING_DAYS = 90
"""So long a message waits for somebody who cannot be reached."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A row of the outbox. `tokens` stand beside the choices of the message, in their order."""

    id: int
    message: Message
    tokens: tuple[str, ...]
    state: Delivery
    attempts: int
    not_before: datetime
    created_at: datetime
    ref: str | None = None


def is_in(column: Any, *states: Delivery) -> Any:  # noqa: ANN401 - columns of a table or its alias
    """One of these states, in a way that lets a partial index be used."""
    # Literals: the engines use a partial index only when they can see that its condition holds.
    names: list[ColumnElement[str]] = [literal_column(f"'{state.value}'") for state in states]
    return column == names[0] if len(names) == 1 else column.in_(names)


_INSERT = insert(outbox)
_INSERT_WITH_IDS = _INSERT.returning(outbox.c.id, sort_by_parameter_order=True)
TOO_LATE = "came back too late"
"""Why a message is dead that waited longer than `WAITING_DAYS`."""


async def queue(
    connection: AsyncConnection, messages: Sequence[Message], now: datetime, district: str = ""
) -> None:
    """Put messages in the outbox; each choice gets a token of its own, good for a role in this wijk."""
    if messages:
        await connection.execute(_INSERT, await _rows(connection, messages, now, district))


async def queue_with_ids(
    connection: AsyncConnection, messages: Sequence[Message], now: datetime
) -> tuple[int, ...]:
    """The same; gives the ids, in order."""
    if not messages:
        return ()
    return tuple(
        (await connection.execute(_INSERT_WITH_IDS, await _rows(connection, messages, now))).scalars()
    )


async def park(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """These wait from the start: their recipients cannot be reached now."""
    if ids:
        await connection.execute(update(outbox).where(outbox.c.id.in_(ids)).values(state=Delivery.PARKED))


# --- the sender ---------------------------------------------------------------------------------


async def mark_sent(connection: AsyncConnection, queued: Queued, ref: str, now: datetime) -> None:
    """It arrived. The id of a card is kept: later its text is edited, and replies to it are understood."""
    await _mark(connection, queued.id, state=Delivery.SENT, ref=ref, sent_at=now)
    message = queued.message
    if message.kind is Kind.UPDATE:
        # The row of the outbox goes within a week; that, and when, somebody was told stays.
        await connection.execute(update(updates).where(updates.c.outbox == queued.id).values(sent_at=now))
    if message.kind is Kind.CARD and message.signal is not None and ref:
        await keep_card(connection, Card(SignalNumber(message.signal), message.to, ref, now))


async def mark_pending(connection: AsyncConnection, id_: int, not_before: datetime, why: str = "") -> None:
    """Certainly not delivered: again, not before this moment."""
    await _mark(connection, id_, state=Delivery.PENDING, not_before=not_before, why=why)


async def postpone(connection: AsyncConnection, queued: Queued, not_before: datetime) -> None:
    """Its turn has not come: this was no try."""
    if queued.state is Delivery.DOUBT:
        await _mark(connection, queued.id, not_before=not_before)
    else:
        before = {"state": Delivery.PENDING, "attempts": queued.attempts - 1}
        await _mark(connection, queued.id, **before, not_before=not_before)


async def mark_doubt(connection: AsyncConnection, id_: int, not_before: datetime, why: str = "") -> None:
    """It may have arrived: never pushed again; `due_doubt` gives it for an edit from this moment."""
    tries = outbox.c.attempts + 1
    await _mark(connection, id_, state=Delivery.DOUBT, attempts=tries, not_before=not_before, why=why)


async def mark_dead(connection: AsyncConnection, id_: int, why: str) -> None:
    """The platform refuses this message for good; who was owed it is counted as left out."""
    await _mark(connection, id_, state=Delivery.DEAD, why=why)
    await connection.execute(update(updates).where(updates.c.outbox == id_).values(left_out=LeftOut.DEAD))


async def park_for(connection: AsyncConnection, recipient: Recipient, now: datetime) -> None:
    """They cannot be reached: what waits for them waits until they come back."""
    await connection.execute(
        update(people)
        .where(people.c.key == recipient, people.c.unreachable_since.is_(None))
        .values(unreachable_since=now)
    )
    waiting = (outbox.c.recipient == recipient, is_in(outbox.c.state, Delivery.PENDING, Delivery.SENDING))
    await connection.execute(update(outbox).where(*waiting).values(state=Delivery.PARKED))


async def unpark(connection: AsyncConnection, recipient: Recipient, now: datetime) -> None:
    """They came back: news of the last 90 days goes out; old answers would only confuse."""
    parked = (outbox.c.recipient == recipient, is_in(outbox.c.state, Delivery.PARKED))
    stale = or_(outbox.c.kind == Kind.ANSWER, outbox.c.created_at < now - timedelta(days=WAITING_DAYS))
    gone = {"state": Delivery.DEAD, "why": TOO_LATE}
    late = select(outbox.c.id).where(*parked, stale)
    left_out = update(updates).where(updates.c.outbox.in_(late)).values(left_out=LeftOut.UNREACHABLE)
    await connection.execute(left_out)
    await connection.execute(update(outbox).where(*parked, stale).values(**gone))
    await connection.execute(update(outbox).where(*parked).values(state=Delivery.PENDING, not_before=now))
    await connection.execute(update(people).where(people.c.key == recipient).values(unreachable_since=None))


async def give_up(connection: AsyncConnection, now: datetime) -> None:
    """Who did not come back in 90 days gets it no more, and is counted as left out."""
    waits = is_in(outbox.c.state, Delivery.PARKED, Delivery.PENDING, Delivery.DOUBT)
    over = (waits, outbox.c.created_at < now - timedelta(days=WAITING_DAYS))
    late = select(outbox.c.id).where(*over)
    left_out = update(updates).where(updates.c.outbox.in_(late)).values(left_out=LeftOut.UNREACHABLE)
    await connection.execute(left_out)
    await connection.execute(update(outbox).where(*over).values(state=Delivery.DEAD, why=LeftOut.UNREACHABLE))


async def drop_updates(connection: AsyncConnection, recipient: Recipient) -> None:
    """`stop`: news that waits is not sent; who was owed it is counted as left out."""
    waiting = select(outbox.c.id).where(
        outbox.c.recipient == recipient,
        outbox.c.kind == Kind.UPDATE,
        is_in(outbox.c.state, Delivery.PENDING, Delivery.PARKED),
    )
    ids = tuple((await connection.execute(waiting)).scalars())
    if ids:
        dead = {"state": Delivery.DEAD, "why": LeftOut.NO_UPDATES}
        await connection.execute(update(outbox).where(outbox.c.id.in_(ids)).values(**dead))
        left_out = update(updates).where(updates.c.outbox.in_(ids)).values(left_out=LeftOut.NO_UPDATES)
        await connection.execute(left_out)


async def drop(connection: AsyncConnection, recipients: Sequence[Recipient]) -> None:
    """After `wissen`, when the address is gone: nothing that was said to them stays."""
    if recipients:
        await connection.execute(delete(outbox).where(outbox.c.recipient.in_(recipients)))


# --- questions ----------------------------------------------------------------------------------


async def queued(connection: AsyncConnection, id_: int) -> Queued | None:
    """One row as it stands."""
    row = (await connection.execute(select(outbox).where(outbox.c.id == id_))).one_or_none()
    return None if row is None else from_row(row)


async def is_underway(connection: AsyncConnection, id_: int) -> bool:
    """Whether nobody wrote down yet how it went."""
    row = await queued(connection, id_)
    return row is not None and row.state in {Delivery.SENDING, Delivery.DOUBT}


async def _mark(connection: AsyncConnection, id_: int, **values: Any) -> None:  # noqa: ANN401
    await connection.execute(update(outbox).where(outbox.c.id == id_).values(**values))


async def _rows(
    connection: AsyncConnection, messages: Sequence[Message], now: datetime, district: str = ""
) -> list[dict[str, Any]]:
    tokens = await make_buttons(connection, messages, now, district)
    return [_row(message, own, now) for message, own in zip(messages, tokens, strict=True)]


def _row(message: Message, tokens: tuple[str, ...], now: datetime) -> dict[str, Any]:
    return {
        "recipient": message.to,
        "kind": message.kind,
        "urgency": URGENCY[message.kind],
        "text_key": message.text.key,
        "text": dump_text(message.text),
        "choices": dump_buttons(message.choices, tokens),
        "attachment": dump_attachment(message.attachment),
        "signal": message.signal,
        "state": Delivery.PENDING,
        "not_before": now,
        "created_at": now,
    }


def from_row(row: Row[Any]) -> Queued:
    """A row as the sender knows it."""
    choices, tokens = load_buttons(row.choices)
    attachment = load_attachment(row.attachment)
    message = Message(row.recipient, load_text(row.text), choices, row.kind, row.signal, attachment)
    return Queued(row.id, message, tokens, row.state, row.attempts, row.not_before, row.created_at, row.ref)
