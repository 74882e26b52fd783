"""Promise dates: every signal has one until it is answered, and who was promised hears by then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import OPEN
from domain.events import DelayExplained, Occasion
from domain.feedback import FeedbackKind
from domain.messages import PersonKey, Spoken, Text
from domain.promises import OFTEN, Cause, Due, NoNews, Table, no_news
from domain.rounds import RoundName, RoundStatus
from domain.signals import SignalNumber
from storage.feedback import Prepared, Released, draft, release
from storage.people import experts
from storage.schema import (
    actions,
    decisions,
    delays,
    feedback,
    people,
    rounds,
    signals,
    topic_signals,
    topics,
)
from storage.signals import FIVE
from storage.spoken import words_of
from storage.states import FeedbackState
from storage.updates import fan_out_due


@dataclass(frozen=True, slots=True)
class Overdue:
    """A signal whose promise was broken."""

    number: SignalNumber
    person: PersonKey
    promise_on: date


_OPEN = (
    signals.c.district == bindparam("district"),
    signals.c.answered_at.is_(None),
    signals.c.withdrawn_at.is_(None),
    # Of words of danger the wijkverband knows nothing: nobody hears from it about those.
    signals.c.withheld.is_(False),
)
_OVERDUE = (
    select(signals.c.number, signals.c.person, signals.c.promise_on)
    .where(*_OPEN, signals.c.promise_on < bindparam("today"))
    .order_by(signals.c.promise_on, signals.c.number)
)
_FIVE_OF_ROUND = and_(topics.c.id == topic_signals.c.topic, topics.c.rank <= FIVE)
_DRAFT = (
    select(feedback.c.id)
    .where(feedback.c.topic == topics.c.id, feedback.c.state == FeedbackState.DRAFT)
    .exists()
)
_DUE = (
    select(
        signals.c.number,
        signals.c.person,
        signals.c.promise_on,
        signals.c.missed,
        signals.c.round,
        topics.c.title,
        rounds.c.status,
        people.c.wants_updates,
        actions.c.status.label("action"),
        _DRAFT.label("draft"),
    )
    .select_from(signals)
    .outerjoin(rounds, and_(rounds.c.district == signals.c.district, rounds.c.name == signals.c.round))
    .outerjoin(people, people.c.key == signals.c.person)
    .outerjoin(topic_signals, topic_signals.c.signal == signals.c.number)
    .outerjoin(topics, _FIVE_OF_ROUND)
    .outerjoin(actions, actions.c.topic == topics.c.id)
    .where(*_OPEN, signals.c.promise_on <= bindparam("last"))
    .order_by(signals.c.promise_on, signals.c.number)
)
_TABLES = (
    select(
        topics.c.round,
        func.count().label("topics"),
        (func.count() - func.count(decisions.c.topic)).label("open"),
    )
    .join_from(topics, rounds, and_(rounds.c.district == topics.c.district, rounds.c.name == topics.c.round))
    .outerjoin(decisions, decisions.c.topic == topics.c.id)
    .where(
        topics.c.district == bindparam("district"),
        topics.c.rank <= FIVE,
        rounds.c.status == RoundStatus.CHOOSING,
    )
    .group_by(topics.c.round)
)
_DELAYS = (
    select(delays.c.promised_on, delays.c.given_by, feedback)
    .join_from(delays, feedback)
    .where(delays.c.district == bindparam("district"))
    .order_by(delays.c.promised_on)
)
_EXPLAIN = insert(delays)
_EXPLAIN = _EXPLAIN.on_conflict_do_update(
    index_elements=[delays.c.district, delays.c.promised_on],
    set_={name: _EXPLAIN.excluded[name] for name in ("feedback", "given_by", "at")},
)


async def overdue(connection: AsyncConnection, district: str, today: date) -> tuple[Overdue, ...]:
    """Signals whose promise date has passed without an answer: this alarms a person."""
    rows = await connection.execute(_OVERDUE, {"district": district, "today": today})
    return tuple(Overdue(**row) for row in rows.mappings())


async def due(connection: AsyncConnection, district: str, last: date) -> tuple[Due, ...]:
    """Open promises of which the day has come by then, each with why there is no answer."""
    rows = (await connection.execute(_DUE, {"district": district, "last": last})).all()
    # A signal may stand in a topic of the five and be named beside it: the one on the table counts.
    each = {row.number: row for row in sorted(rows, key=lambda row: row.title is not None)}
    return tuple(_due(each[number]) for number in dict.fromkeys(row.number for row in rows))


async def tables(connection: AsyncConnection, district: str) -> dict[RoundName, Table]:
    """The rounds that the wijkverband chooses in now."""
    rows = await connection.execute(_TABLES, {"district": district})
    return {RoundName(row.round): Table(row.topics, row.open) for row in rows}


async def tell_no_news(
    connection: AsyncConnection, district: str, today: date, new_date: date, now: datetime
) -> NoNews:
    """Say honestly, at the promise date, that there is no news, why, and a new date."""
    found = await due(connection, district, today)
    if not found:
        return NoNews()
    given = await _given(connection, district, today)
    plain = Prepared(district=district, kind=FeedbackKind.NO_NEWS, next_on=new_date)
    ready = await _released(connection, given, plain, now)
    others = await words_of(connection, [row.id for row in given])
    said = {row.promised_on: Spoken(row.sentence, others.get(row.id, {})) for row in given}
    words: dict[str, Text] = {one.number: no_news(one, new_date, said.get(one.promise_on)) for one in found}
    told = await fan_out_due(connection, ready, today, now, words)
    missed: dict[str, int] = {}
    for one in found:
        missed[one.person] = max(one.missed, missed.get(one.person, 0))
    times = [missed.get(person, 0) + 1 for person in told]
    return NoNews(
        people=len(told),
        again=sum(1 < heard < OFTEN for heard in times),
        often=sum(heard >= OFTEN for heard in times),
    )


async def dates(connection: AsyncConnection, district: str) -> tuple[date, ...]:
    """The days on which somebody of this wijk was promised to hear, the first one first."""
    asked = select(signals.c.promise_on).distinct().where(*_OPEN).order_by(signals.c.promise_on)
    return tuple((await connection.execute(asked, {"district": district})).scalars())


# --- why it takes longer --------------------------------------------------------------------------


async def explain(connection: AsyncConnection, occasion: Occasion, event: DelayExplained) -> None:
    """The coordinator says why it takes longer. Where the wijk has an expert they look at it first.

    When the day comes before they did, the coordinator's own yes to these words is enough: they said it.
    """
    district = occasion.district or ""
    told = Prepared(
        district=district, kind=FeedbackKind.NO_NEWS, sentence=event.sentence, decided_on=event.promised_on
    )
    await _replace(connection, district, event.promised_on)
    if await experts(connection, district):
        feedback_id = await draft(connection, told, occasion.now)
    else:
        feedback_id = (await release(connection, told, occasion.now, occasion.person)).id
    row = {
        "district": district,
        "promised_on": event.promised_on,
        "feedback": feedback_id,
        "given_by": occasion.person,
        "at": occasion.now,
    }
    await connection.execute(_EXPLAIN, row)


async def reasons(connection: AsyncConnection, district: str) -> dict[date, str]:
    """What was said of why it takes longer, by the day that was promised."""
    rows = await connection.execute(_DELAYS, {"district": district})
    return {row.promised_on: row.sentence for row in rows}


async def _replace(connection: AsyncConnection, district: str, day: date) -> None:
    """A second sentence for the same day takes the place of the first, which nobody read yet."""
    before = select(delays.c.feedback).where(delays.c.district == district, delays.c.promised_on == day)
    await connection.execute(feedback.delete().where(feedback.c.id.in_(before)))


async def _given(connection: AsyncConnection, district: str, today: date) -> Sequence[Any]:
    rows = (await connection.execute(_DELAYS, {"district": district})).all()
    return [row for row in rows if row.promised_on <= today and row.next_on is None]


async def _released(
    connection: AsyncConnection, given: Sequence[Any], otherwise: Prepared, now: datetime
) -> Released:
    """The words that were given for a day go out now, checked or not; without any, those of ours."""
    for row in given:
        who = row.approved_by or row.given_by
        going = {"state": FeedbackState.APPROVED, "approved_at": now, "approved_by": who}
        going["next_on"] = otherwise.next_on
        await connection.execute(update(feedback).where(feedback.c.id == row.id).values(**going))
    if not given:
        return await release(connection, otherwise, now)
    return Released(given[-1].id, otherwise, now)


def _due(row: Any) -> Due:  # noqa: ANN401 - a row of _DUE
    cause = _cause(row)
    return Due(
        number=SignalNumber(row.number),
        person=PersonKey(row.person),
        promise_on=row.promise_on,
        cause=cause,
        round=RoundName(row.round),
        missed=row.missed,
        title=(row.title or "") if cause is Cause.OWNER else "",
        hears=row.wants_updates is not False,
    )


def _cause(row: Any) -> Cause:  # noqa: ANN401 - a row of _DUE
    if row.status is None or row.status is RoundStatus.COLLECTING:
        return Cause.COLLECTING
    if row.status is RoundStatus.CHOOSING:
        return Cause.UNDECIDED
    if row.draft:
        return Cause.WORDS
    return Cause.OWNER if row.action in OPEN else Cause.UNKNOWN
