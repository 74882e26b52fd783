"""Signals that wait for the coordinator: held when they are said, released or kept apart by a person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import HeldApart, HeldReleased, Occasion
from domain.held import HeldNow, Reason, Verdict
from domain.messages import Act, Choice, Kind, Message, PersonKey, Text, Verb
from domain.signals import SignalNumber, Source
from storage import outbox
from storage.people import coordinators
from storage.schema import held, people, quotes, rounds, signals

Judged: TypeAlias = HeldReleased | HeldApart

_WAITS = held.c.verdict == Verdict.WAITS
_HOLD = insert(held)
_HOLD = _HOLD.on_conflict_do_update(
    index_elements=[held.c.signal],
    set_={
        **{name: _HOLD.excluded[name] for name in ("reasons", "verdict", "held_at")},
        "decided_by": None,
        "decided_at": None,
    },
)
_WAITING = (
    select(signals.c.number, signals.c.text, signals.c.language, signals.c.said_at, held.c.reasons)
    .join_from(held, signals)
    .where(signals.c.district == bindparam("district"), _WAITS, signals.c.withdrawn_at.is_(None))
    .order_by(held.c.held_at, signals.c.number)
)
_COUNT = (
    select(func.count())
    .select_from(held.join(signals))
    .where(signals.c.district == bindparam("district"), _WAITS, signals.c.withdrawn_at.is_(None))
)


class Holding(NamedTuple):
    """A signal and why it waits."""

    number: SignalNumber
    reasons: tuple[Reason, ...]


async def hold(connection: AsyncConnection, district: str, holding: Holding, now: datetime) -> None:
    """This signal waits from now on; the coordinators hear of the first one that does."""
    before = await count(connection, district)
    await hold_all(connection, [holding], now)
    if before == 0:
        read = Choice(Text("held-read"), Act(Verb.HELD))
        notices = [
            Message(to, Text("held-notice"), (read,), Kind.NOTICE)
            for to in await coordinators(connection, district)
        ]
        await outbox.queue(connection, notices, now, district)


async def hold_all(connection: AsyncConnection, holdings: Sequence[Holding], now: datetime) -> None:
    """The same of many, without a word to anybody. They are new, or their words are: no model has read them,
    and nobody is quoted with them.
    """
    rows = [
        {
            "signal": one.number,
            "reasons": ",".join(one.reasons),
            "verdict": Verdict.WAITS,
            "held_at": now,
        }
        for one in holdings
    ]
    if not rows:
        return
    await connection.execute(_HOLD, rows)


async def reread(
    connection: AsyncConnection, occasion: Occasion, number: SignalNumber, reasons: tuple[Reason, ...]
) -> None:
    """The writer changed the words: they wait anew, or need not wait any more."""
    mine = select(signals.c.district, signals.c.withheld).where(
        signals.c.number == number, signals.c.person == occasion.person
    )
    found = (await connection.execute(mine)).one_or_none()
    if found is None or found.withheld:
        return
    await connection.execute(delete(quotes).where(quotes.c.signal == number))
    if reasons:
        await hold(connection, found.district, Holding(number, reasons), occasion.now)
    else:
        await connection.execute(delete(held).where(held.c.signal == number, _WAITS))


async def waiting(connection: AsyncConnection, district: str) -> tuple[HeldNow, ...]:
    """What waits in a wijk, the oldest first."""
    rows = await connection.execute(_WAITING, {"district": district})
    return tuple(
        HeldNow(row.number, row.text, row.language, row.said_at, tuple(map(Reason, row.reasons.split(","))))
        for row in rows
    )


async def count(connection: AsyncConnection, district: str) -> int:
    """How many wait in a wijk."""
    return int((await connection.execute(_COUNT, {"district": district})).scalar_one())


async def keep(connection: AsyncConnection, occasion: Occasion, event: Judged) -> bool:
    """What the coordinator said of one of them; False when it was judged meanwhile: that stays."""
    verdict = Verdict.APART if isinstance(event, HeldApart) else Verdict.RELEASED
    there = select(signals.c.number).where(signals.c.district == occasion.district)
    judged = update(held).where(held.c.signal == event.number, _WAITS, held.c.signal.in_(there))
    values = {"verdict": verdict, "decided_by": occasion.person, "decided_at": occasion.now}
    if not (await connection.execute(judged.values(**values))).rowcount:
        return False
    match event:
        case HeldApart(number):
            await _apart(connection, number, occasion.now)
        case HeldReleased():
            await _count_now(connection, event)
    return True


async def _apart(connection: AsyncConnection, number: SignalNumber, now: datetime) -> None:
    """It is in no round, and its writer hears so: that is the answer that was promised."""
    mine = signals.c.number == number
    gone: dict[str, Any] = {"withheld": True, "answered_at": func.coalesce(signals.c.answered_at, now)}
    await connection.execute(update(signals).where(mine).values(**gone))
    writer = (
        select(signals.c.person)
        .join_from(signals, people, people.c.key == signals.c.person)
        .where(mine, signals.c.source == Source.RESIDENT, people.c.wants_updates.is_(True))
    )
    key = (await connection.execute(writer)).scalar_one_or_none()
    if key is not None:
        told = Text("resident-kept-apart", {"number": number})
        message = Message(PersonKey(key), told, kind=Kind.UPDATE, signal=number)
        await outbox.queue(connection, [message], now)


async def _count_now(connection: AsyncConnection, event: HeldReleased) -> None:
    """It counts; when the report of its round is out, it counts in the one that collects."""
    reported = select(rounds.c.name).where(
        rounds.c.district == signals.c.district,
        rounds.c.name == signals.c.round,
        rounds.c.reported_at.isnot(None),
    )
    late = update(signals).where(signals.c.number == event.number, reported.exists())
    await connection.execute(late.values(round=event.round, promise_on=event.promise_on, answered_at=None))
