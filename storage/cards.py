"""Cards: the message that confirmed a signal. Its id is kept as long as the signal itself."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Recipient
from domain.signals import SignalNumber
from storage.schema import cards, signals


@dataclass(frozen=True, slots=True)
class Card:
    """`ref` is the platform's id of the message."""

    signal: SignalNumber
    recipient: Recipient
    ref: str
    sent_at: datetime


_CARD = select(cards).where(
    cards.c.signal == bindparam("signal"), cards.c.recipient == bindparam("recipient")
)
_LATEST = select(cards).where(cards.c.recipient == bindparam("recipient")).order_by(cards.c.sent_at.desc())


_KEEP = insert(cards)
_KEEP = _KEEP.on_conflict_do_update(
    index_elements=[cards.c.signal, cards.c.recipient],
    set_={name: _KEEP.excluded[name] for name in ("ref", "sent_at")},
)


async def keep_card(connection: AsyncConnection, card: Card) -> None:
    """The card arrived, again when it was in doubt; nothing is kept when its signal was wiped meanwhile."""
    there = select(signals.c.number).where(signals.c.number == card.signal)
    if (await connection.execute(there)).first() is not None:
        await connection.execute(_KEEP, {name: getattr(card, name) for name in Card.__slots__})


async def card(connection: AsyncConnection, signal: str, recipient: Recipient) -> Card | None:
    """The card of a signal in somebody's chat, None when none arrived yet."""
    asked = {"signal": signal, "recipient": recipient}
    row = (await connection.execute(_CARD, asked)).mappings().one_or_none()
    return None if row is None else Card(**row)


async def latest(connection: AsyncConnection, recipient: Recipient) -> Card | None:
    """The newest card in somebody's chat, None when none arrived yet."""
    row = (await connection.execute(_LATEST, {"recipient": recipient})).mappings().first()
    return None if row is None else Card(**row)
