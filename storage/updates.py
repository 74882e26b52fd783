"""Who is owed which feedback: an update through the outbox, or left out with a reason, each person once.

A reporter is who gave a signal of the topic, or follows one. Whoever took every signal back, wants no news
or was brought in from a file gets none and is counted; who cannot be reached gets it when they come back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    case,
    false,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.districts import ASKS_PER_MONTH
from domain.fast_lane import LaneState
from domain.feedback import OF_ONE_SIGNAL, FeedbackKind, choices, numbered, unasked
from domain.feedback import update as words
from domain.messages import Kind, Message, PersonKey, Text
from domain.signals import Source
from storage import outbox
from storage.contact import may_ask
from storage.feedback import Released, released
from storage.owed import Owed, each_person
from storage.schema import fast_lane, feedback, followers, people, signals, topic_signals, topics, updates
from storage.schema import outbox as outbox_rows
from storage.signals import FIVE
from storage.states import Delivery, LeftOut

LASTING = frozenset(
    {
        FeedbackKind.CHOSEN,
        FeedbackKind.STARTED,
        FeedbackKind.DELAYED,
        FeedbackKind.ASKED,
        FeedbackKind.FAST_NO,
        FeedbackKind.NO_NEWS,
    }
)
"""After these more is to come: the promise goes on, to the date that was named."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Somebody who is owed feedback and has no row: there should be none, ever."""

    feedback: int
    person: PersonKey


_IN_TOPIC = signals.c.number.in_(
    select(topic_signals.c.signal).where(topic_signals.c.topic == bindparam("topic"))
)
_OUTSIDE_FIVE = (
    (signals.c.district == bindparam("in_district"))
    & (signals.c.round == bindparam("in_round"))
    & signals.c.number.not_in(
        select(topic_signals.c.signal)
        .join_from(topic_signals, topics)
        .where(
            topics.c.district == bindparam("in_district"),
            topics.c.round == bindparam("in_round"),
            topics.c.rank <= FIVE,
        )
    )
)
_DUE = (
    (signals.c.district == bindparam("in_district"))
    & (signals.c.promise_on <= bindparam("today"))
    & signals.c.answered_at.is_(None)
    & signals.c.withdrawn_at.is_(None)
    & signals.c.withheld.is_(False)
)
_IN_LANE = signals.c.number.in_(
    select(fast_lane.c.signal).where(fast_lane.c.feedback == bindparam("lane_feedback"))
)
_SETTLED = signals.c.number.in_(select(fast_lane.c.signal).where(fast_lane.c.state == LaneState.YES))
"""Their one closing answer is the yes of the fast lane."""
_NONE = false()


def _reporters(about: ColumnElement[bool], settled: ColumnElement[bool] = _NONE) -> Select[Any]:
    """Writers and followers of these signals, each with every signal of theirs, the first one first."""
    answered = settled.label("settled")
    columns = ("number", "said_at", "text", "withdrawn_at", "withheld")
    parts = (*(signals.c[name] for name in columns), answered)
    imported = (signals.c.source == Source.IMPORTED).label("imported")
    gave = select(signals.c.person, *parts, imported, null().label("since")).where(about)
    follow = (
        select(followers.c.person, *parts, literal(value=False).label("imported"), followers.c.since)
        .join_from(signals, followers)
        .where(about)
    )
    owed = union_all(gave, follow).subquery("owed")
    return (
        select(owed, people.c.wants_updates, people.c.unreachable_since)
        .outerjoin_from(owed, people, people.c.key == owed.c.person)
        .where(or_(owed.c.since.is_(None), owed.c.since <= bindparam("until")))
        .order_by(owed.c.person, owed.c.said_at, owed.c.number)
    )


_OWED_TOPIC = _reporters(_IN_TOPIC, _SETTLED)
_OWED_OUTSIDE = _reporters(_OUTSIDE_FIVE, _SETTLED)
_OWED_LANE = _reporters(_IN_LANE)
_OWED_DUE = _reporters(_DUE)


async def fan_out(
    connection: AsyncConnection, ready: Released, now: datetime, *, at_most: int = ASKS_PER_MONTH
) -> int:
    """Give feedback of a topic or round to everybody who is owed it; gives how many updates go out.

    `at_most` is the contact budget: who was asked that often this month hears it without a question.
    """
    owed, kind = await owed_of(connection, ready), ready.prepared.kind
    told = [one.person for one in owed if one.left_out is None and choices(kind, one.number)]
    asked = await may_ask(connection, told, ready.prepared.district, now, at_most=at_most)
    if kind is FeedbackKind.ASKED:
        # Without its question nothing is left to say.
        owed = [one if one.left_out or one.person in asked else _spared(one) for one in owed]
    messages = [_message(ready, one, ask=one.person in asked) for one in owed if one.left_out is None]
    await _tell(connection, ready, owed, messages, now)
    await _promise(connection, ready, _about(ready), _asked(ready))
    return len(messages)


async def fan_out_due(
    connection: AsyncConnection, ready: Released, today: date, now: datetime, texts: Mapping[str, Text]
) -> tuple[PersonKey, ...]:
    """Say to everybody whose promise falls due what `texts` has for their signal, and promise again."""
    asked = {"in_district": ready.prepared.district, "today": today}
    owed = each_person(await connection.execute(_OWED_DUE, {**asked, "until": now}))
    told = [one for one in owed if one.left_out is None]
    said = [Text(texts[one.number].key, {**texts[one.number].args, **numbered(one.numbers)}) for one in told]
    messages = [
        Message(one.person, text, kind=Kind.UPDATE, signal=one.number)
        for one, text in zip(told, said, strict=True)
    ]
    await _tell(connection, ready, owed, messages, now)
    again = update(signals).where(_DUE).values(promise_on=ready.prepared.next_on, missed=signals.c.missed + 1)
    await connection.execute(again, asked)
    return tuple(one.person for one in told)


async def owed_of(connection: AsyncConnection, ready: Released) -> list[Owed]:
    """Everybody who is owed this feedback of a topic, a round or one signal."""
    statement = _OWED_TOPIC if ready.prepared.topic is not None else _OWED_OUTSIDE
    statement = _OWED_LANE if ready.prepared.kind in OF_ONE_SIGNAL else statement
    asked = {**_asked(ready), "until": ready.approved_at}
    return each_person(await connection.execute(statement, asked))


async def left_out(connection: AsyncConnection, feedback_id: int) -> dict[str, int]:
    """How many people did not get this feedback, by reason; who cannot be reached now is waiting."""
    reason = case(
        (updates.c.left_out.isnot(None), updates.c.left_out),
        (outbox_rows.c.state == Delivery.PARKED, literal("unreachable")),
    )
    counted = (
        select(reason, func.count())
        .outerjoin_from(updates, outbox_rows, outbox_rows.c.id == updates.c.outbox)
        .where(updates.c.feedback == feedback_id, reason.isnot(None))
        .group_by(reason)
    )
    found = {row[0]: row[1] for row in await connection.execute(counted)}
    wiped = (
        select(topics.c.wiped)
        .join_from(topics, feedback, feedback.c.topic == topics.c.id)
        .where(feedback.c.id == feedback_id, topics.c.wiped > 0)
    )
    gone = (await connection.execute(wiped)).scalar_one_or_none()
    return found | ({"wiped": gone} if gone else {})


async def times_told(connection: AsyncConnection, person: PersonKey) -> int:
    """How often this person got news of us."""
    told = select(func.count()).where(updates.c.person == person, updates.c.sent_at.isnot(None))
    return int((await connection.execute(told)).scalar_one())


async def reconcile(connection: AsyncConnection, district: str) -> tuple[Gap, ...]:
    """Owed minus queued, delivered or left out with a reason. Anything here is a fault to look into."""
    have = select(updates.c.feedback, updates.c.person).join_from(updates, feedback)
    rows = await connection.execute(have.where(feedback.c.district == district))
    there = {(row.feedback, row.person) for row in rows}
    gaps: list[Gap] = []
    for one in await released(connection, district):
        if one.prepared.kind is not FeedbackKind.NO_NEWS:
            owed = await owed_of(connection, one)
            gaps += [Gap(one.id, each.person) for each in owed if (one.id, each.person) not in there]
    return tuple(gaps)


async def _tell(
    connection: AsyncConnection,
    ready: Released,
    owed: Sequence[Owed],
    messages: Sequence[Message],
    now: datetime,
) -> None:
    told = [one for one in owed if one.left_out is None]
    ids = await outbox.queue_with_ids(connection, messages, now)
    waiting = dict(zip((one.person for one in told), ids, strict=True))
    await outbox.park(connection, [waiting[one.person] for one in told if one.unreachable])
    rows = [
        {
            "feedback": ready.id,
            "person": one.person,
            "signal": one.number,
            "outbox": waiting.get(one.person),
            "left_out": one.left_out,
        }
        for one in owed
    ]
    if rows:
        await connection.execute(insert(updates), rows)


def _spared(owed: Owed) -> Owed:
    return replace(owed, left_out=LeftOut.ASKED_ENOUGH)


def _message(ready: Released, owed: Owed, *, ask: bool) -> Message:
    text = words(ready.news, numbered(owed.numbers), owed.subject)
    asked = choices(ready.news.kind, owed.number)
    if asked and not ask:
        return Message(owed.person, unasked(text), (), Kind.UPDATE, owed.number)
    return Message(owed.person, text, asked, Kind.UPDATE, owed.number)


async def _promise(
    connection: AsyncConnection, ready: Released, about: ColumnElement[bool], asked: dict[str, Any]
) -> None:
    """Either the promise is kept with this, or it goes on to the date that was named."""
    told = ready.prepared
    if told.kind not in LASTING:
        kept = update(signals).where(about).values(answered_at=ready.approved_at)
        await connection.execute(kept, asked)
    elif told.next_on is not None:
        await connection.execute(update(signals).where(about).values(promise_on=told.next_on), asked)


def _about(ready: Released) -> ColumnElement[bool]:
    """The signals whose promise this feedback is about."""
    if ready.prepared.kind in OF_ONE_SIGNAL:
        return _IN_LANE
    if ready.prepared.kind is FeedbackKind.ASKED:
        # Who was spared the question heard nothing, so the promise to them stands.
        heard = select(updates.c.person).where(updates.c.feedback == ready.id, updates.c.left_out.is_(None))
        return _IN_TOPIC & signals.c.answered_at.is_(None) & signals.c.person.in_(heard) & ~_SETTLED
    return (_IN_TOPIC if ready.prepared.topic is not None else _OUTSIDE_FIVE) & ~_SETTLED


def _asked(ready: Released) -> dict[str, Any]:
    told = ready.prepared
    if told.kind in OF_ONE_SIGNAL:
        return {"lane_feedback": ready.id}
    if told.topic is not None:
        return {"topic": told.topic}
    return {"in_district": told.district, "in_round": told.round}
