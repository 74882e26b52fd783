"""The fast lane: small signals put in, answered once, and told to their writer like any other feedback."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import FastLaneAnswered, Occasion, PutInFastLane
from domain.fast_lane import ANSWER_WITHIN, LaneSignal, LaneState, SmallRequest, lapsed
from domain.feedback import FeedbackKind
from domain.messages import PersonKey
from domain.report import FastLane
from domain.signals import SignalNumber, Source
from domain.topics import SetAside
from storage import feedback, outbox
from storage.counting import not_waiting
from storage.feedback import Prepared
from storage.people import deciders
from storage.schema import fast_lane, set_aside, signals
from storage.schema import feedback as feedback_rows
from storage.states import FeedbackState
from storage.updates import fan_out

OFFERED = 20
"""Signals that one turn lets the coordinator choose from, the newest first."""

_OPEN = fast_lane.c.state == LaneState.OPEN
_CAN = (
    signals.c.district == bindparam("in_district"),
    signals.c.answered_at.is_(None),
    signals.c.withdrawn_at.is_(None),
    signals.c.withheld.is_(False),
    signals.c.source != Source.IMPORTED,
    signals.c.text != "",
    not_waiting(),
)
"""Nobody decides about words of danger, or about words that the coordinator has to read first; and of an
imported signal nobody would hear the answer."""
_NOT_IN = or_(fast_lane.c.state.is_(None), fast_lane.c.state == LaneState.LAPSED)
_OFFERED = (
    select(signals.c.number, signals.c.text, signals.c.said_at)
    .outerjoin_from(signals, fast_lane, fast_lane.c.signal == signals.c.number)
    .where(*_CAN, _NOT_IN)
)
_NEWEST = _OFFERED.order_by(signals.c.said_at.desc(), signals.c.number.desc()).limit(OFFERED)
_ONE = _OFFERED.where(signals.c.number == bindparam("number"))
_REQUESTS = (
    select(fast_lane)
    .where(
        fast_lane.c.district == bindparam("in_district"),
        or_(_OPEN, fast_lane.c.signal == bindparam("number")),
    )
    .order_by(fast_lane.c.put_at, fast_lane.c.signal)
)
_PUT = insert(fast_lane)
_PUT = _PUT.on_conflict_do_update(
    index_elements=[fast_lane.c.signal],
    set_={name: _PUT.excluded[name] for name in ("sentence", "state", "put_at", "put_by", "late_at")},
    where=fast_lane.c.state == LaneState.LAPSED,
)
_ASIDE = insert(set_aside)
_ASIDE = _ASIDE.on_conflict_do_update(
    index_elements=[set_aside.c.signal],
    set_={name: _ASIDE.excluded[name] for name in ("why", "person", "at")},
)
_COUNTED = select(
    *(
        func.coalesce(func.sum(case((condition, 1), else_=0)), 0).label(name)
        for name, condition in {
            "yes": fast_lane.c.state == LaneState.YES,
            "no": fast_lane.c.state == LaneState.NO,
            "waiting": _OPEN,
            "late": fast_lane.c.late_at.isnot(None),
        }.items()
    )
).where(
    fast_lane.c.district == bindparam("in_district"),
    fast_lane.c.state != LaneState.LAPSED,
    fast_lane.c.put_at <= bindparam("until"),
    or_(fast_lane.c.answered_at.is_(None), fast_lane.c.answered_at > bindparam("since")),
)


@dataclass(frozen=True, slots=True)
class _Lapsing:
    """Which open requests lapse, and of what."""

    condition: Any
    now: datetime


# --- facts --------------------------------------------------------------------------------------


async def put(connection: AsyncConnection, occasion: Occasion, event: PutInFastLane) -> bool:
    """Ask for a yes or a no; nothing happens when the signal may not be put in (any more)."""
    if await one(connection, occasion.district or "", event.number) is None:
        return False
    row = {
        "signal": event.number,
        "district": occasion.district,
        "sentence": event.sentence,
        "state": LaneState.OPEN,
        "put_at": occasion.now,
        "put_by": occasion.person,
        "late_at": None,
    }
    await connection.execute(_PUT, row)
    return True


async def answer(connection: AsyncConnection, occasion: Occasion, event: FastLaneAnswered) -> bool:
    """The first answer counts: it is told to the writer, after a check where it has words of a person.

    False when it was answered before, or lapsed.
    """
    here = (fast_lane.c.signal == event.number, fast_lane.c.district == occasion.district, _OPEN)
    late = case((fast_lane.c.put_at < occasion.now - ANSWER_WITHIN, occasion.now))
    values = {
        "state": LaneState.YES if event.yes else LaneState.NO,
        "answered_at": occasion.now,
        "answered_by": occasion.person,
        "by": event.by,
        "answer": event.sentence,
        "late_at": func.coalesce(fast_lane.c.late_at, late),
    }
    changed = update(fast_lane).where(*here).values(**values).returning(fast_lane.c.sentence)
    sentence = (await connection.execute(changed)).scalar_one_or_none()
    if sentence is None:
        return False
    if event.yes:
        row = {"signal": event.number, "why": SetAside.SETTLED, "person": None, "at": occasion.now}
        await connection.execute(_ASIDE, row)
    await _tell(connection, occasion, event, sentence)
    return True


async def _tell(connection: AsyncConnection, occasion: Occasion, event: FastLaneAnswered, title: str) -> None:
    told = Prepared(
        district=occasion.district or "",
        kind=FeedbackKind.FAST_YES if event.yes else FeedbackKind.FAST_NO,
        title=title.removesuffix("."),
        sentence=event.sentence,
    )
    if event.sentence:
        await _tie(connection, event.number, await feedback.draft(connection, told, occasion.now))
        return
    ready = await feedback.release(connection, told, occasion.now, occasion.person)
    await _tie(connection, event.number, ready.id)
    await fan_out(connection, ready, occasion.now)


async def _tie(connection: AsyncConnection, number: SignalNumber, feedback_id: int) -> None:
    tied = update(fast_lane).where(fast_lane.c.signal == number).values(feedback=feedback_id)
    await connection.execute(tied)


async def leave(connection: AsyncConnection, district: str, number: SignalNumber, now: datetime) -> bool:
    """The coordinator took it out: who was asked hears that. False when nothing waited."""
    this = and_(fast_lane.c.signal == number, fast_lane.c.district == district)
    return await _lapse(connection, _Lapsing(this, now)) > 0


async def withdrawn(connection: AsyncConnection, number: SignalNumber, now: datetime) -> None:
    """Its writer took the signal back: nobody has to answer any more."""
    gone = select(signals.c.number).where(signals.c.number == number, signals.c.withdrawn_at.isnot(None))
    await _lapse(connection, _Lapsing(fast_lane.c.signal.in_(gone), now))


async def forget_person(connection: AsyncConnection, person: PersonKey, now: datetime) -> None:
    """Before somebody is wiped: what they asked lapses, and words that wait for a check go with it."""
    theirs = select(signals.c.number).where(signals.c.person == person)
    await _lapse(connection, _Lapsing(fast_lane.c.signal.in_(theirs), now))
    tied = select(fast_lane.c.feedback).where(
        fast_lane.c.signal.in_(theirs), fast_lane.c.feedback.isnot(None)
    )
    drafts = delete(feedback_rows).where(
        feedback_rows.c.id.in_(tied), feedback_rows.c.state == FeedbackState.DRAFT
    )
    await connection.execute(drafts)
    told = update(feedback_rows).where(feedback_rows.c.id.in_(tied))
    await connection.execute(told.values(title="", sentence=""))


async def _lapse(connection: AsyncConnection, lapsing: _Lapsing) -> int:
    closed = update(fast_lane).where(lapsing.condition, _OPEN).values(state=LaneState.LAPSED)
    rows = (await connection.execute(closed.returning(fast_lane.c.district, fast_lane.c.sentence))).all()
    for row in rows:
        to = await deciders(connection, row.district)
        await outbox.queue(connection, [lapsed(key, row.sentence) for key in to], lapsing.now)
    return len(rows)


async def mark_late(connection: AsyncConnection, number: SignalNumber, now: datetime) -> None:
    """Nobody answered within three days: that is counted, whenever the answer comes."""
    late = update(fast_lane).where(fast_lane.c.signal == number, _OPEN, fast_lane.c.late_at.is_(None))
    await connection.execute(late.values(late_at=now))


# --- questions ----------------------------------------------------------------------------------


async def requests(
    connection: AsyncConnection, district: str, number: str = "", *, answering: bool = False
) -> tuple[SmallRequest, ...]:
    """The open requests, and this one whatever became of it; nobody else answers one in the same moment."""
    asked = _REQUESTS.with_for_update() if answering else _REQUESTS
    rows = await connection.execute(asked, {"in_district": district, "number": number})
    return tuple(map(_request, rows))


async def newest(connection: AsyncConnection, district: str) -> tuple[LaneSignal, ...]:
    """Signals that may be put in, the newest first."""
    rows = await connection.execute(_NEWEST, {"in_district": district})
    return tuple(LaneSignal(**row) for row in rows.mappings())


async def one(connection: AsyncConnection, district: str, number: str) -> LaneSignal | None:
    """This signal, when it may be put in."""
    rows = await connection.execute(_ONE, {"in_district": district, "number": number})
    return next((LaneSignal(**row) for row in rows.mappings()), None)


async def counts(
    connection: AsyncConnection, district: str, since: datetime, until: datetime
) -> FastLane | None:
    """For the report: what was answered after `since` or waits; None when there was nothing."""
    asked = {"in_district": district, "since": since, "until": until}
    found = FastLane(**(await connection.execute(_COUNTED, asked)).mappings().one())
    return found if found != FastLane() else None


def _request(row: Row[Any]) -> SmallRequest:
    return SmallRequest(row.signal, row.sentence, row.put_at, row.state, row.by, row.answer)
