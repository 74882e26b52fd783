"""Promise dates: every signal has one until it is answered, and who was promised hears by then."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.feedback import FeedbackKind
from domain.messages import PersonKey
from domain.signals import SignalNumber
from storage.feedback import Prepared, release
from storage.schema import signals
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
)
_OVERDUE = (
    select(signals.c.number, signals.c.person, signals.c.promise_on)
    .where(*_OPEN, signals.c.promise_on < bindparam("today"))
    .order_by(signals.c.promise_on, signals.c.number)
)
_DUE = (
    select(signals.c.number)
    .where(*_OPEN, signals.c.withheld.is_(False), signals.c.promise_on <= bindparam("today"))
    .limit(1)
)


async def overdue(connection: AsyncConnection, district: str, today: date) -> tuple[Overdue, ...]:
    """Signals whose promise date has passed without an answer: this alarms a person."""
    rows = await connection.execute(_OVERDUE, {"district": district, "today": today})
    return tuple(Overdue(**row) for row in rows.mappings())


async def tell_no_news(
    connection: AsyncConnection, district: str, today: date, new_date: date, now: datetime
) -> int:
    """Say honestly, at the promise date, that there is no news, with a new date; gives how many hear it."""
    if (await connection.execute(_DUE, {"district": district, "today": today})).first() is None:
        return 0
    told = Prepared(district=district, kind=FeedbackKind.NO_NEWS, next_on=new_date)
    return await fan_out_due(connection, await release(connection, told, now), today, now)


async def dates(connection: AsyncConnection, district: str) -> tuple[date, ...]:
    """The days on which somebody of this wijk was promised to hear, the first one first."""
    asked = select(signals.c.promise_on).distinct().where(*_OPEN).order_by(signals.c.promise_on)
    return tuple((await connection.execute(asked, {"district": district})).scalars())
