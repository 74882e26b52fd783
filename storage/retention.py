"""What is kept long enough goes: one table of rules, with a rule for every table of the schema.

The class of each table stands in the schema, the periods in `periods.py`; here stands by which moment a row
is old. Done in batches, each a transaction of its own, so that nobody waits for it and a crash loses nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    Table,
    and_,
    case,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.districts import NETHERLANDS
from domain.messages import PersonKey
from domain.rounds import RoundStatus, local_day
from domain.signals import Source
from storage import schema
from storage.outbox import give_up
from storage.periods import PROMISED, Periods
from storage.schema import agreement_versions, asks, feedback, outbox, people, rounds, signals, topics
from storage.states import Delivery

BATCH = 500
_NEWER = agreement_versions.alias("newer")
Old = Callable[[Periods, datetime], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Which rows of a table go (or are emptied), and the moment by which they are old."""

    table: Table
    old: Old
    age: Any
    """A column or expression: a moment, a day, or the name of a month."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What is put in the place of words; empty when the row goes."""

    @property
    def name(self) -> str:
        return f"{self.table.name} (words)" if self.values else self.table.name


@dataclass(frozen=True, slots=True)
class Due:
    """What a rule would do now."""

    table: str
    rows: int
    oldest: str


def _past(column: Column[Any], period: str) -> Old:
    def old(periods: Periods, now: datetime) -> ColumnElement[bool]:
        since = now - getattr(periods, period)
        return column < (local_day(since, NETHERLANDS) if isinstance(column.type, Date) else since)

    return old


def _rule(name: str, column: str, period: str) -> Rule:
    table = schema.metadata.tables[name]
    return Rule(table, _past(table.c[column], period), table.c[column])


def _month_past(column: Column[str], period: str) -> Old:
    """Rounds are named after a month."""

    def old(periods: Periods, now: datetime) -> ColumnElement[bool]:
        return column < f"{local_day(now - getattr(periods, period), NETHERLANDS):%Y-%m}"

    return old


def _spent(periods: Periods, now: datetime) -> ColumnElement[bool]:
    """The words of a signal: some time after its round closed, or when they are too old."""
    closed = select(rounds.c.name).where(
        rounds.c.district == signals.c.district,
        rounds.c.name == signals.c.round,
        rounds.c.status == RoundStatus.CLOSED,
        rounds.c.closed_at < now - periods.words_after_closing,
    )
    return or_(signals.c.said_at < now - periods.words, closed.exists())


def _with_words(periods: Periods, now: datetime) -> ColumnElement[bool]:
    return and_(signals.c.text != "", _spent(periods, now))


def _of_signal(name: str, age: str) -> Rule:
    """Goes with the words of its signal."""
    table = schema.metadata.tables[name]

    def old(periods: Periods, now: datetime) -> ColumnElement[bool]:
        return table.c.signal.in_(select(signals.c.number).where(_spent(periods, now)))

    return Rule(table, old, table.c[age])


def _of_feedback(name: str) -> Rule:
    table = schema.metadata.tables[name]

    def old(periods: Periods, now: datetime) -> ColumnElement[bool]:
        past = feedback.c.made_at < now - periods.counts
        return table.c.feedback.in_(select(feedback.c.id).where(past))

    made = select(feedback.c.made_at).where(feedback.c.id == table.c.feedback).scalar_subquery()
    return Rule(table, old, made)


def _ended(periods: Periods, now: datetime) -> ColumnElement[bool]:
    ended = outbox.c.state.in_([Delivery.SENT, Delivery.DEAD])
    return and_(ended, outbox.c.created_at < now - periods.sent)


def _superseded(periods: Periods, now: datetime) -> ColumnElement[bool]:
    """What an agreement said before; what it says now stands until it is changed."""
    newer = select(_NEWER.c.number).where(
        _NEWER.c.agreement == agreement_versions.c.agreement, _NEWER.c.number > agreement_versions.c.number
    )
    return and_(agreement_versions.c.at < now - periods.counts, newer.exists())


def _other_month(_periods: Periods, now: datetime) -> ColumnElement[bool]:
    """Who was asked in an earlier month matters no more."""
    return asks.c.month < f"{local_day(now, NETHERLANDS):%Y-%m}"


def _expired(_periods: Periods, now: datetime) -> ColumnElement[bool]:
    return schema.buttons.c.expires_at < now


# The fingerprint of an imported row says nothing, and keeps the same file from coming in twice.
_EMPTY = {
    "text": "",
    "respondent": None,
    "origin": case((signals.c.source == Source.IMPORTED, signals.c.origin), else_=""),
}
RULES: tuple[Rule, ...] = (
    # Words, and what was made of them.
    _of_signal("photos", "added_at"),
    _of_signal("held", "held_at"),
    _of_signal("quotes", "approved_at"),
    _of_signal("vectors", "signal"),
    _of_signal("origins", "signal"),
    _of_signal("titles", "at"),
    _of_signal("set_aside", "at"),
    _rule("cards", "sent_at", "words"),
    _rule("links", "at", "words"),
    _rule("conversations", "updated_at", "words_after_closing"),
    Rule(signals, _with_words, signals.c.said_at, _EMPTY),
    # Messages and ids of events.
    Rule(outbox, _ended, outbox.c.created_at),
    Rule(schema.buttons, _expired, schema.buttons.c.expires_at),
    _rule("inbox", "at", "dedup"),
    _rule("parked", "at", "dedup"),
    _rule("wrong_codes", "at", "dedup"),
    # Who did what.
    _rule("audit", "at", "audit"),
    _rule("erasures", "on", "audit"),
    _rule("invitations", "made_at", "audit"),
    _rule("lookups", "asked_at", "audit"),
    _rule("pauses", "ended_at", "audit"),
    _rule("reminders", "at", "audit"),
    # People; who fell silent goes whole (`silent`).
    Rule(asks, _other_month, asks.c.at),
    _rule("followers", "since", "counts"),
    _rule("roles", "withdrawn_at", "audit"),
    _rule("scores", "at", "audit"),
    # Counts, decisions and reports.
    _of_feedback("feedback_words"),
    _of_feedback("updates"),
    _rule("delays", "promised_on", "counts"),
    _rule("moves", "at", "counts"),
    _rule("actions", "moved_at", "counts"),
    _rule("decisions", "decided_on", "counts"),
    _rule("fast_lane", "put_at", "counts"),
    _rule("effects", "at", "counts"),
    _rule("practice", "begun_on", "counts"),
    _rule("talks", "at", "counts"),
    _rule("stood", "at", "counts"),
    _rule("meetings", "sat_at", "counts"),
    _rule("mails", "created_at", "counts"),
    _rule("skipped_asks", "on", "counts"),
    _rule("calendar_entries", "changed_at", "counts"),
    Rule(agreement_versions, _superseded, agreement_versions.c.at),
    Rule(schema.ledger, _month_past(schema.ledger.c.round, "counts"), schema.ledger.c.round),
    _rule("feedback", "made_at", "counts"),
    Rule(topics, _month_past(topics.c.round, "counts"), topics.c.round),
    _rule("rounds", "last", "counts"),
    Rule(signals, _past(signals.c.said_at, "counts"), signals.c.said_at),
)
WITH_ANOTHER = {
    "topic_signals": "goes with its topic or its signal",
    "people": "goes when the person fell silent",
}
"""Tables without a rule of their own."""
NO_END = {
    "agreements": "stand until they are changed; what they said before goes with its version",
    "cursors": "nothing of people",
    "heartbeats": "nothing of people",
    "rooms": "the room of a wijkverband, until another one is bound",
    "sequences": "nothing of people",
    "strange_rooms": "until the bot left them, within days",
}
"""Tables in which nothing grows old."""


async def batch(connection: AsyncConnection, rule: Rule, now: datetime, periods: Periods = PROMISED) -> int:
    """Do one batch of a rule; gives how many rows it took."""
    keys = list(rule.table.primary_key.columns)
    found = select(*keys).where(rule.old(periods, now)).limit(BATCH)
    these = keys[0].in_(found) if len(keys) == 1 else tuple_(*keys).in_(found)
    work = update(rule.table).values(**rule.values) if rule.values else delete(rule.table)
    return (await connection.execute(work.where(these))).rowcount


async def forget(connection: AsyncConnection, now: datetime, periods: Periods = PROMISED) -> None:
    """Everything whose time has come, at once."""
    await give_up(connection, now)
    for rule in RULES:
        while await batch(connection, rule, now, periods):
            pass


async def silent(
    connection: AsyncConnection, now: datetime, periods: Periods = PROMISED
) -> tuple[PersonKey, ...]:
    """People of whom nothing was heard for so long, and who hold no role: some of them, the rest later."""
    since, key = now - periods.person, people.c.key
    heard = (
        select(signals.c.number).where(signals.c.person == key, signals.c.said_at >= since),
        select(schema.followers.c.signal).where(
            schema.followers.c.person == key, schema.followers.c.since >= since
        ),
        select(schema.conversations.c.key).where(schema.conversations.c.key == key),
        select(schema.roles.c.id).where(schema.roles.c.person == key, schema.roles.c.withdrawn_at.is_(None)),
    )
    found = select(key).where(people.c.first_seen < since, *(~one.exists() for one in heard)).limit(BATCH)
    return tuple((await connection.execute(found)).scalars())


async def due(connection: AsyncConnection, now: datetime, periods: Periods = PROMISED) -> tuple[Due, ...]:
    """What would go now, by rule; changes nothing."""
    found = []
    for rule in RULES:
        counted = select(func.count(), func.min(rule.age)).select_from(rule.table)
        rows, oldest = (await connection.execute(counted.where(rule.old(periods, now)))).one()
        found.append(Due(rule.name, rows, _day(oldest)))
    return (*found, Due("people", len(await silent(connection, now, periods)), ""))


def _day(oldest: object) -> str:
    return f"{oldest:%Y-%m-%d}" if hasattr(oldest, "strftime") else str(oldest or "")
