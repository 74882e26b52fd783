"""Quotes of residents: approved word for word, shown as long as their signal is there and says the same."""

from typing import Any, TypeAlias

from sqlalchemy import Row, bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import HeldApart, HeldReleased, Occasion, QuoteApproved, QuoteDropped, QuotingEvent
from domain.quotes import MOST, Proposal, hash_of
from domain.report import Quote
from domain.rounds import RoundName
from domain.signals import SignalNumber
from storage import held
from storage.schema import held as held_signals
from storage.schema import quotes, rounds, signals, topic_signals, topics
from storage.signals import THE_FIVE

QuotesByRank: TypeAlias = dict[int, tuple[Quote, ...]]

_MAY_BE_QUOTED = (
    signals.c.withdrawn_at.is_(None),
    signals.c.withheld.is_(False),
    signals.c.text != "",
    signals.c.number.not_in(select(held_signals.c.signal)),
)
"""What was held once is counted when it is released, and never quoted."""
_OF_ROUND = (
    select(quotes, topics.c.rank, topics.c.title)
    .join_from(quotes, topics)
    .join(signals, signals.c.number == quotes.c.signal)
    .where(
        THE_FIVE,
        *_MAY_BE_QUOTED,
    )
    .order_by(topics.c.rank, quotes.c.place, quotes.c.signal)
)
_SAID = (
    select(
        topics.c.id,
        topics.c.rank,
        topics.c.title,
        signals.c.number,
        signals.c.text,
        signals.c.language,
        signals.c.person,
        signals.c.respondent,
    )
    .join_from(topics, topic_signals)
    .join(signals, signals.c.number == topic_signals.c.signal)
    .where(
        THE_FIVE,
        *_MAY_BE_QUOTED,
    )
    .order_by(topics.c.rank, topic_signals.c.position)
)
_REPORTED = (
    select(rounds.c.name)
    .where(rounds.c.district == bindparam("district"), rounds.c.reported_at.isnot(None))
    .order_by(rounds.c.last.desc())
    .limit(1)
)
_APPROVE = insert(quotes)
_APPROVE = _APPROVE.on_conflict_do_update(
    index_elements=[quotes.c.topic, quotes.c.signal],
    set_={
        name: _APPROVE.excluded[name] for name in ("text", "language", "hash", "approved_by", "approved_at")
    },
)


async def approved(connection: AsyncConnection, district: str, name: RoundName) -> QuotesByRank:
    """Rank -> the quotes beside that topic. Words that are not exactly those that were approved are none."""
    found: QuotesByRank = {}
    for row in await _of_round(connection, district, name):
        found[row.rank] = (*found.get(row.rank, ()), Quote(row.text, row.language))
    return found


async def approved_of(connection: AsyncConnection, district: str, name: RoundName) -> tuple[Proposal, ...]:
    """The same with the signals they come from, for who approves."""
    return tuple(
        Proposal(row.topic, row.rank, row.title, SignalNumber(row.signal), row.text, row.language)
        for row in await _of_round(connection, district, name)
    )


async def _of_round(connection: AsyncConnection, district: str, name: RoundName) -> list[Row[Any]]:
    rows = await connection.execute(_OF_ROUND, {"district": district, "round": name})
    return [row for row in rows if hash_of(row.text) == row.hash]


async def round_to_quote(connection: AsyncConnection, district: str) -> RoundName | None:
    """The round of the newest report."""
    return (await connection.execute(_REPORTED, {"district": district})).scalar_one_or_none()


async def said(connection: AsyncConnection, district: str, name: RoundName) -> list[Row[Any]]:
    """What may be quoted beside the five, the most typical words of each first, not redacted yet."""
    return list(await connection.execute(_SAID, {"district": district, "round": name}))


async def keep(connection: AsyncConnection, occasion: Occasion, event: QuotingEvent) -> bool:
    """An approval of exactly these words or its end, and what the coordinator said of words that wait.

    False when it was not theirs to say, or somebody said it before."""
    match event:
        case HeldReleased() | HeldApart():
            return await held.keep(connection, occasion, event)
        case QuoteApproved():
            return await _approve(connection, occasion, event)
        case QuoteDropped(topic, number):
            ours = select(topics.c.id).where(topics.c.district == occasion.district)
            gone = delete(quotes).where(
                quotes.c.topic == topic, quotes.c.signal == number, quotes.c.topic.in_(ours)
            )
            return bool((await connection.execute(gone)).rowcount)


async def _approve(connection: AsyncConnection, occasion: Occasion, event: QuoteApproved) -> bool:
    """Kept when the words are those of the fingerprint, the signal may be quoted and the topic has room."""
    may = (
        select(topics.c.id)
        .join_from(topics, topic_signals)
        .join(signals, signals.c.number == topic_signals.c.signal)
        .where(
            topics.c.id == event.topic,
            topics.c.district == occasion.district,
            signals.c.number == event.number,
            *_MAY_BE_QUOTED,
        )
    )
    if hash_of(event.text) != event.hash or (await connection.execute(may)).first() is None:
        return False
    others = select(func.count()).where(quotes.c.topic == event.topic, quotes.c.signal != event.number)
    place = int((await connection.execute(others)).scalar_one())
    if place >= MOST:
        return False
    row = {
        "topic": event.topic,
        "signal": event.number,
        "place": place,
        "text": event.text,
        "language": event.language,
        "hash": event.hash,
        "approved_by": occasion.person,
        "approved_at": occasion.now,
    }
    await connection.execute(_APPROVE, row)
    return True
