"""What is kept long enough goes, table by table; the class of each table stands in the schema."""

from datetime import datetime, timedelta

from sqlalchemy import case, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.rounds import RoundStatus
from domain.signals import Source
from storage import contact
from storage.outbox import give_up
from storage.schema import (
    buttons,
    held,
    inbox,
    outbox,
    parked,
    photos,
    quotes,
    rounds,
    signals,
    vectors,
    wrong_codes,
)
from storage.states import Delivery, PhotoState

DEDUP = timedelta(days=30)
SENT = timedelta(days=7)
WORDS_AFTER_CLOSING = timedelta(days=90)
WORDS_AT_MOST = timedelta(days=365)

_CLOSED = (
    select(rounds.c.name)
    .where(rounds.c.district == signals.c.district, rounds.c.name == signals.c.round)
    .where(rounds.c.status == RoundStatus.CLOSED)
)


async def forget(connection: AsyncConnection, now: datetime) -> None:
    """Everything whose time has come: words, sent messages, keys of events. Counts and reports stay."""
    await _forget_words(connection, now)
    await give_up(connection, now)
    await contact.forget(connection, now)
    settled = outbox.c.state.in_([Delivery.SENT, Delivery.DEAD])
    await connection.execute(delete(outbox).where(settled, outbox.c.created_at < now - SENT))
    await connection.execute(delete(buttons).where(buttons.c.expires_at < now))
    for table, moment in ((inbox, inbox.c.at), (parked, parked.c.at), (wrong_codes, wrong_codes.c.at)):
        await connection.execute(delete(table).where(moment < now - DEDUP))


async def _forget_words(connection: AsyncConnection, now: datetime) -> None:
    """The words of a signal go; that it was given, and what came of it, stays counted."""
    closed = _CLOSED.where(rounds.c.closed_at < now - WORDS_AFTER_CLOSING).exists()
    old = or_(signals.c.said_at < now - WORDS_AT_MOST, closed)
    # The fingerprint of an imported row says nothing, and keeps the same file from coming in twice.
    origin = case((signals.c.source == Source.IMPORTED, signals.c.origin), else_="")
    gone = {"text": "", "respondent": None, "origin": origin}
    pictures = {"state": PhotoState.REFUSED, "data": None, "file": ""}
    theirs = select(signals.c.number).where(old)
    await connection.execute(update(photos).where(photos.c.signal.in_(theirs)).values(**pictures))
    for table in (held, quotes, vectors):
        await connection.execute(delete(table).where(table.c.signal.in_(theirs)))
    await connection.execute(update(signals).where(old, signals.c.text != "").values(**gone))
