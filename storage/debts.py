"""What everybody is owed of a round, and how far it is: one debt a person and signal, with its reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Text, bindparam, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.feedback import FeedbackKind
from domain.ledger import Debt, Why
from domain.messages import PersonKey
from domain.rounds import RoundName, RoundStatus, local_day
from domain.signals import Source
from storage.schema import (
    fast_lane,
    feedback,
    followers,
    outbox,
    people,
    rounds,
    signals,
    topic_signals,
    topics,
    updates,
)
from storage.signals import THE_FIVE
from storage.states import Delivery, FeedbackState, LeftOut

REST = "rest"
"""What is told to everybody whose topic was not among the five."""

_HERE = (signals.c.district == bindparam("district"), signals.c.round == bindparam("round"))
_SIGNALS = select(signals, rounds.c.status).outerjoin_from(
    signals, rounds, (rounds.c.district == signals.c.district) & (rounds.c.name == signals.c.round)
)
_FOLLOWERS = select(followers).join_from(followers, signals).where(*_HERE)
_STOPPED = select(people.c.key).where(people.c.wants_updates.is_(False))
_SCOPES = select(topic_signals.c.signal, topics.c.id).join_from(topic_signals, topics).where(THE_FIVE)
_TOPICS = select(topics.c.id).where(
    topics.c.district == bindparam("district"), topics.c.round == bindparam("round")
)
_ABOUT = or_(
    feedback.c.topic.in_(_TOPICS),
    (feedback.c.district == bindparam("district"))
    & (feedback.c.round == bindparam("round"))
    & feedback.c.topic.is_(None),
    fast_lane.c.signal.in_(select(signals.c.number).where(*_HERE)),
)
_SCOPE = func.coalesce(fast_lane.c.signal, cast(feedback.c.topic, Text), REST).label("scope")
_ANSWERS = feedback.c.kind.not_in([FeedbackKind.NO_NEWS, FeedbackKind.ASKED])
_FEEDBACK = (
    select(_SCOPE, feedback.c.state, feedback.c.approved_at)
    .outerjoin_from(feedback, fast_lane, fast_lane.c.feedback == feedback.c.id)
    .where(_ABOUT, _ANSWERS)
)
_UPDATES = (
    select(_SCOPE, updates.c.person, updates.c.sent_at, updates.c.left_out, outbox.c.state)
    .join_from(updates, feedback)
    .outerjoin(fast_lane, fast_lane.c.feedback == feedback.c.id)
    .outerjoin(outbox, outbox.c.id == updates.c.outbox)
    .where(_ABOUT, _ANSWERS)
    .order_by(updates.c.id)
)
_NO_NEWS = (
    select(updates.c.person, func.min(updates.c.sent_at).label("sent_at"))
    .join_from(updates, feedback)
    .where(
        feedback.c.district == bindparam("district"),
        feedback.c.kind == FeedbackKind.NO_NEWS,
        updates.c.sent_at.isnot(None),
    )
    .group_by(updates.c.person)
)
_WHY_LEFT_OUT = {
    LeftOut.NO_UPDATES: Why.STOPPED,
    LeftOut.WITHDRAWN: Why.WITHDRAWN,
    LeftOut.WITHHELD: Why.WITHHELD,
    LeftOut.IMPORTED: Why.IMPORTED,
    LeftOut.UNREACHABLE: Why.GIVEN_UP,
    LeftOut.DEAD: Why.REFUSED,
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was released about one topic of the five, about one signal, or about the rest of the round."""

    draft: bool = False
    approved_at: datetime | None = None
    """The first moment; who follows since a later one is not owed it."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """All that the debts of a round are made of."""

    zone: ZoneInfo
    topics: Mapping[str, str]
    answers: Mapping[str, _Answer]
    updates: Mapping[tuple[str, str], Sequence[Row[Any]]]
    no_news: Mapping[str, datetime]
    stopped: frozenset[str]

    def day(self, moment: datetime) -> date:
        return local_day(moment, self.zone)

    def answer(self, number: str) -> _Answer:
        return self.answers.get(self.topics.get(number, REST), _Answer())

    def told(self, number: str, person: str) -> Sequence[Row[Any]]:
        """In the fast lane, and with its round; whom the fast lane answered is skipped by the round."""
        scopes = (number, self.topics.get(number, REST))
        rows = (row for scope in scopes for row in self.updates.get((scope, person), ()))
        return [row for row in rows if row.left_out != LeftOut.SETTLED]


async def debts_of(
    connection: AsyncConnection, district: str, name: RoundName, zone: ZoneInfo
) -> tuple[Debt, ...]:
    """What everybody is owed of this round, and how far it is."""
    asked = {"district": district, "round": name}
    given = {row.number: row for row in await connection.execute(_SIGNALS.where(*_HERE), asked)}
    facts = await _facts(connection, asked, zone)
    found = [_debt(facts, PersonKey(row.person), row) for row in given.values()]
    for row in await connection.execute(_FOLLOWERS, asked):
        signal = given[row.signal]
        if _too_late(facts, signal, row.since) or row.person == signal.person:
            continue
        found.append(_debt(facts, PersonKey(row.person), signal, follows=True))
    return tuple(found)


async def _facts(connection: AsyncConnection, asked: dict[str, str], zone: ZoneInfo) -> _Facts:
    told: dict[tuple[str, str], list[Any]] = {}
    for row in await connection.execute(_UPDATES, asked):
        told.setdefault((row.scope, row.person), []).append(row)
    district = {"district": asked["district"]}
    return _Facts(
        zone=zone,
        topics={row.signal: str(row.id) for row in await connection.execute(_SCOPES, asked)},
        answers=_answers(await connection.execute(_FEEDBACK, asked)),
        updates=told,
        no_news={row.person: row.sent_at for row in await connection.execute(_NO_NEWS, district)},
        stopped=frozenset((await connection.execute(_STOPPED)).scalars()),
    )


def _answers(rows: Iterable[Row[Any]]) -> dict[str, _Answer]:
    found: dict[str, _Answer] = {}
    for row in rows:
        known = found.get(row.scope, _Answer())
        if row.state is FeedbackState.DRAFT:
            found[row.scope] = replace(known, draft=True)
        else:
            first = min(row.approved_at, known.approved_at or row.approved_at)
            found[row.scope] = replace(known, approved_at=first)
    return found


def _too_late(facts: _Facts, signal: Row[Any], since: datetime) -> bool:
    """Who follows after the answer was released hears only what comes next."""
    released = facts.answer(signal.number).approved_at
    return released is not None and since > released


def _debt(facts: _Facts, person: PersonKey, row: Row[Any], *, follows: bool = False) -> Debt:
    told = facts.told(row.number, person)
    sent = min((one.sent_at for one in told if one.sent_at is not None), default=None)
    first = facts.no_news.get(person) if row.missed else None
    moments = [moment for moment in (sent, first) if moment is not None]
    return Debt(
        person=person,
        number=row.number,
        said_on=facts.day(row.said_at),
        promised_on=row.first_promise_on or row.promise_on,
        told_on=facts.day(min(moments)) if moments else None,
        answered_on=None if sent is None else facts.day(sent),
        why=None if sent is not None else _why(facts, person, row, told, follows=follows),
        missed=row.missed if first is not None else 0,
    )


def _why(facts: _Facts, person: PersonKey, row: Row[Any], told: Sequence[Row[Any]], *, follows: bool) -> Why:
    own = (
        (row.withdrawn_at is not None, Why.WITHDRAWN),
        (row.withheld, Why.WITHHELD),
        (row.source is Source.IMPORTED and not follows, Why.IMPORTED),
    )
    why = next((why for holds, why in own if holds), None)
    if why is not None:
        return why
    if told:
        return _why_not_sent(told)
    if person in facts.stopped:
        return Why.STOPPED
    if facts.answers.get(row.number, _Answer()).draft:
        return Why.WORDS
    return _why_nothing(facts.answer(row.number), row)


def _why_not_sent(told: Sequence[Row[Any]]) -> Why:
    """There are updates and none was sent: the newest says why."""
    last = told[-1]
    if last.left_out is not None:
        return _WHY_LEFT_OUT[LeftOut(last.left_out)]
    if last.state is Delivery.PARKED:
        return Why.UNREACHABLE
    return Why.SENDING if last.state is not None else Why.FORGOTTEN


def _why_nothing(answer: _Answer, row: Row[Any]) -> Why:
    if answer.approved_at is not None:
        return Why.FORGOTTEN
    if answer.draft:
        return Why.WORDS
    if row.status is RoundStatus.CLOSED:
        return Why.FORGOTTEN
    return Why.UNDECIDED if row.status is RoundStatus.CHOOSING else Why.COLLECTING
