"""Signals: given, extended, changed and withdrawn by their own writer only, and the questions about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Update, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.decisions import Outcome
from domain.events import Occasion, SignalExtended, SignalGiven
from domain.fast_lane import LaneState
from domain.messages import PersonKey
from domain.rounds import RoundName, RoundStatus
from domain.signals import Signal, SignalNumber, Source, Standing, standing
from storage.counting import not_waiting
from storage.schema import (
    actions,
    decisions,
    fast_lane,
    followers,
    held,
    origins,
    photos,
    quotes,
    rounds,
    sequences,
    signals,
    titles,
    topic_signals,
    topics,
    vectors,
)

FIVE = 5
"""Topics with a higher rank are not on the table of the wijkverband."""
THE_FIVE = and_(
    topics.c.district == bindparam("district"), topics.c.round == bindparam("round"), topics.c.rank <= FIVE
)
NEWEST = 50
"""How many of a person's signals one turn looks at: more than anybody may give in a day."""


@dataclass(frozen=True, slots=True)
class RoundSignal:
    """A signal as bundling and counting need it."""

    number: SignalNumber
    text: str
    person: PersonKey
    source: Source
    neighbourhood: str | None
    language: str
    said_at: datetime
    question: int | None = None
    respondent: str | None = None

    @property
    def voice(self) -> str:
        """Whose voice this is: a professional does not count for the people they met."""
        return f"{self.source.value}:{self.respondent}" if self.respondent else self.person


_THERE = signals.c.withdrawn_at.is_(None)
_GIVE = insert(signals)
_GIVEN = (
    "number",
    "district",
    "round",
    "text",
    "source",
    "neighbourhood",
    "language",
    "origin",
    "question",
    "respondent",
    "withheld",
    "promise_on",
)
_SEQUENCE = select(sequences.c.next).where(sequences.c.year == bindparam("year")).with_for_update()
_FIRST_OF_YEAR = insert(sequences).on_conflict_do_nothing()
_COUNT_UP = insert(sequences)
_COUNT_UP = _COUNT_UP.on_conflict_do_update(
    index_elements=[sequences.c.year],
    set_={"next": _COUNT_UP.excluded.next},
    where=sequences.c.next < _COUNT_UP.excluded.next,
)
_WITH_STANDING = (
    select(
        signals,
        topics.c.title,
        topics.c.rank,
        decisions.c.outcome,
        actions.c.status.label("action"),
        rounds.c.status.label("round_status"),
        and_(fast_lane.c.state == LaneState.YES, signals.c.answered_at.isnot(None)).label("settled"),
    )
    .select_from(signals)
    .outerjoin(fast_lane, fast_lane.c.signal == signals.c.number)
    .outerjoin(topic_signals, topic_signals.c.signal == signals.c.number)
    .outerjoin(topics, and_(topics.c.id == topic_signals.c.topic, topics.c.rank <= FIVE))
    .outerjoin(decisions, decisions.c.topic == topics.c.id)
    .outerjoin(actions, actions.c.topic == topics.c.id)
    .outerjoin(rounds, and_(rounds.c.district == signals.c.district, rounds.c.name == signals.c.round))
    .where(_THERE)
    .order_by(signals.c.said_at.desc(), signals.c.number.desc())
    .limit(NEWEST)
)
_OWN = _WITH_STANDING.where(signals.c.person == bindparam("person"))
_FOLLOWS = signals.c.number.in_(select(followers.c.signal).where(followers.c.person == bindparam("person")))
_OWN_OR_FOLLOWED = _WITH_STANDING.where(or_(signals.c.person == bindparam("person"), _FOLLOWS))
_BY_ORIGIN = (
    select(signals.c.number)
    .where(signals.c.person == bindparam("person"), signals.c.origin == bindparam("origin"))
    .union_all(
        select(origins.c.signal).where(
            origins.c.person == bindparam("person"), origins.c.origin == bindparam("origin")
        )
    )
)
_PACE = select(
    func.count().filter(signals.c.said_at > bindparam("hour")).label("hour"), func.count().label("day")
).where(signals.c.person == bindparam("person"), signals.c.said_at > bindparam("day"))
_OF_ROUND = (
    select(*(signals.c[name] for name in RoundSignal.__slots__))
    .where(
        signals.c.district == bindparam("district"),
        signals.c.round == bindparam("round"),
        signals.c.withheld.is_(False),
        not_waiting(),
        _THERE,
    )
    .order_by(signals.c.said_at, signals.c.number)
)
_LOGGED = select(func.count(signals.c.respondent.distinct())).where(
    signals.c.person == bindparam("person"),
    signals.c.district == bindparam("district"),
    signals.c.round == bindparam("round"),
    signals.c.source == Source.SURVEY,
    _THERE,
)


# --- facts --------------------------------------------------------------------------------------


async def give(connection: AsyncConnection, occasion: Occasion, given: SignalGiven) -> None:
    """Keep a signal under its number, and count up to the next one."""
    await give_many(connection, [(occasion.person, occasion.now, given)])


async def give_many(
    connection: AsyncConnection, given: Sequence[tuple[PersonKey, datetime, SignalGiven]]
) -> None:
    """Keep signals with their writers and moments, and count up to the next number."""
    if not given:
        return
    rows = [
        {"person": person, "said_at": said_at, "first_promise_on": one.promise_on, **_parts(one)}
        for person, said_at, one in given
    ]
    await connection.execute(_GIVE, rows)
    year, sequence = max(tuple(map(int, one.number.split("-"))) for _, _, one in given)
    await connection.execute(_COUNT_UP, {"year": year, "next": sequence + 1})


def _parts(given: SignalGiven) -> dict[str, Any]:
    return {name: getattr(given, name) for name in _GIVEN}


async def extend(connection: AsyncConnection, person: PersonKey, more: SignalExtended) -> None:
    """A second message belongs to the same signal; editing it later finds the signal too."""
    longer = signals.c.text + "\n" + more.text
    done = await connection.execute(_own(person, more.number).values(text=longer))
    if done.rowcount:
        await _forget_vector(connection, more.number)
    if done.rowcount and more.origin:
        row = {"person": person, "origin": more.origin, "signal": more.number}
        await connection.execute(insert(origins).on_conflict_do_nothing(), row)


async def change(connection: AsyncConnection, person: PersonKey, number: SignalNumber, text: str) -> None:
    """The writer corrected the words."""
    done = await connection.execute(_own(person, number).values(text=text))
    if done.rowcount:
        await _forget_vector(connection, number)


async def withdraw(
    connection: AsyncConnection, person: PersonKey, number: SignalNumber, now: datetime
) -> None:
    """The writer takes it back: words and pictures go at once, that there was a signal is kept."""
    gone = {"withdrawn_at": now, "text": "", "neighbourhood": None, "origin": "", "respondent": None}
    done = await connection.execute(_own(person, number).values(**gone))
    if done.rowcount:
        for table in (held, origins, photos, quotes, titles, vectors):
            await connection.execute(delete(table).where(table.c.signal == number))


async def place(
    connection: AsyncConnection, person: PersonKey, number: SignalNumber, neighbourhood: str | None
) -> None:
    """In which buurt it is."""
    await connection.execute(_own(person, number).values(neighbourhood=neighbourhood))


# --- questions ----------------------------------------------------------------------------------


async def next_sequence(connection: AsyncConnection, year: int) -> int:
    """The next free number. On PostgreSQL nobody else gets it until this transaction ends."""
    found: int | None = (await connection.execute(_SEQUENCE, {"year": year})).scalar_one_or_none()
    if found is None:
        await connection.execute(_FIRST_OF_YEAR, {"year": year, "next": 1})
        found = (await connection.execute(_SEQUENCE, {"year": year})).scalar_one()
    return found


async def own(connection: AsyncConnection, person: PersonKey) -> tuple[Signal, ...]:
    """What this person said, the newest first, with how far each is; withdrawn ones left out."""
    return tuple(map(_signal, await connection.execute(_OWN, {"person": person})))


async def own_and_followed(
    connection: AsyncConnection, person: PersonKey
) -> tuple[tuple[Signal, ...], tuple[Signal, ...]]:
    """Their own signals and those logged for them, each the newest first, in one question."""
    rows = (await connection.execute(_OWN_OR_FOLLOWED, {"person": person})).all()
    mine = tuple(_signal(row) for row in rows if row.person == person)
    return mine, tuple(_signal(row) for row in rows if row.person != person)


def recent(given: Sequence[Signal], since: datetime) -> Signal | None:
    """Of a person's own signals (the newest first) the one that is younger than this moment."""
    return given[0] if given and given[0].said_at > since else None


async def number_by_origin(
    connection: AsyncConnection, person: PersonKey, origin: str
) -> SignalNumber | None:
    """The signal that this message of this person gave, or became part of."""
    asked = {"person": person, "origin": origin}
    found: SignalNumber | None = (
        (await connection.execute(_BY_ORIGIN, asked)).scalars().first() if origin else None
    )
    return found


async def pace(connection: AsyncConnection, person: PersonKey, now: datetime) -> tuple[int, int]:
    """How many signals this person gave in the last hour and in the last day, withdrawn ones included."""
    spans = {"hour": now - timedelta(hours=1), "day": now - timedelta(days=1)}
    row = (await connection.execute(_PACE, {"person": person, **spans})).one()
    return row.hour, row.day


async def of_round(connection: AsyncConnection, district: str, name: RoundName) -> tuple[RoundSignal, ...]:
    """Everything that counts in a round, the oldest first: not withdrawn, not withheld."""
    rows = await connection.execute(_OF_ROUND, {"district": district, "round": name})
    return tuple(RoundSignal(**row) for row in rows.mappings())


async def logged_in_round(
    connection: AsyncConnection, person: PersonKey, district: str, name: RoundName
) -> int:
    """For how many people this professional logged an answer to the micro-uitvraag in the round."""
    asked = {"person": person, "district": district, "round": name}
    return int((await connection.execute(_LOGGED, asked)).scalar_one())


async def _forget_vector(connection: AsyncConnection, number: SignalNumber) -> None:
    # It was made of other words.
    await connection.execute(delete(vectors).where(vectors.c.signal == number))


def _own(person: PersonKey, number: SignalNumber) -> Update:
    # Rights are checked where they are used: nobody changes what somebody else said.
    return update(signals).where(signals.c.number == number, signals.c.person == person, _THERE)


def _signal(row: Row[Any]) -> Signal:
    closed = row.round_status is RoundStatus.CLOSED
    outcome = row.outcome or (Outcome.NOT_NOW if closed and row.rank is None else None)
    follows = standing(reported=row.rank is not None, outcome=outcome, action=row.action)
    follows = Standing.SETTLED if row.settled else follows
    return Signal(
        number=row.number,
        district=row.district,
        round=row.round,
        person=row.person,
        text=row.text,
        said_at=row.said_at,
        promise_on=row.promise_on,
        source=row.source,
        neighbourhood=row.neighbourhood,
        standing=Standing.APART if row.withheld else follows,
        topic=row.title or "",
    )
