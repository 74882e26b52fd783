"""Reports that go out by e-mail: each once to each reader, tried again until it is on its way.

The same states as the outbox. What may have arrived (`doubt`) is not sent again: a person looks at it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.rounds import RoundName
from storage.schema import mails, rounds
from storage.states import Delivery

NEW = timedelta(days=14)
"""A reader that is added later gets the reports of this time, and none that are older."""
LONG = timedelta(hours=1)
"""After this a mail that does not go out is a matter for a person."""
FAILED = (Delivery.DOUBT, Delivery.DEAD)


@dataclass(frozen=True, slots=True)
class Letter:
    """One report for one reader; `reader` is the keyed hash of the address."""

    district: str
    round: RoundName
    reader: str
    state: Delivery
    attempts: int
    created_at: datetime
    why: str

    def stuck(self, now: datetime) -> bool:
        """Whether somebody has to look at it: refused, in doubt, or waiting for long; for fourteen days."""
        age = now - self.created_at
        return age < NEW and (self.state in FAILED or (self.state is not Delivery.SENT and age > LONG))


_NEWEST = (
    select(rounds.c.district, rounds.c.name)
    .where(rounds.c.district == bindparam("district"), rounds.c.reported_at > bindparam("since"))
    .order_by(rounds.c.reported_at)
)
_QUEUE = insert(mails).on_conflict_do_nothing()
_DUE = (
    select(mails)
    .where(mails.c.state == Delivery.PENDING, mails.c.not_before <= bindparam("now"))
    .order_by(mails.c.not_before)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_THIS = (
    (mails.c.district == bindparam("of_district"))
    & (mails.c.round == bindparam("of_round"))
    & (mails.c.reader == bindparam("of_reader"))
)
_UNSENT = select(mails).where(mails.c.state != Delivery.SENT).order_by(mails.c.created_at)


async def queue(connection: AsyncConnection, district: str, readers: Sequence[str], now: datetime) -> None:
    """Every reader gets every new report of this wijk; who has a row already gets no second one."""
    fresh = await connection.execute(_NEWEST, {"district": district, "since": now - NEW})
    rows = [
        {
            "district": district,
            "round": row.name,
            "reader": reader,
            "state": Delivery.PENDING,
            "not_before": now,
            "created_at": now,
        }
        for row in fresh.all()
        for reader in readers
    ]
    if rows:
        await connection.execute(_QUEUE, rows)


async def claim(connection: AsyncConnection, now: datetime) -> Letter | None:
    """The next one to send; from now on it is being sent."""
    row = (await connection.execute(_DUE, {"now": now})).one_or_none()
    if row is None:
        return None
    letter = replace(_letter(row), state=Delivery.SENDING, attempts=row.attempts + 1)
    await _mark(connection, letter, state=letter.state, attempts=letter.attempts)
    return letter


async def mark_sent(connection: AsyncConnection, letter: Letter, now: datetime) -> None:
    """The server took it."""
    await _mark(connection, letter, state=Delivery.SENT, sent_at=now, why=None)


async def mark_later(connection: AsyncConnection, letter: Letter, moment: datetime, why: str) -> None:
    """It certainly did not go out: again at that moment."""
    await _mark(connection, letter, state=Delivery.PENDING, not_before=moment, why=why)


async def mark_failed(connection: AsyncConnection, letter: Letter, state: Delivery, why: str) -> None:
    """It is refused for good, or it may have arrived."""
    await _mark(connection, letter, state=state, why=why)


async def drop(connection: AsyncConnection, letter: Letter) -> None:
    """Nobody is to get it any more."""
    await connection.execute(delete(mails).where(_THIS), _named(letter))


async def recover(connection: AsyncConnection) -> None:
    """What was being sent when the service stopped may have arrived."""
    stopped = update(mails).where(mails.c.state == Delivery.SENDING)
    await connection.execute(stopped.values(state=Delivery.DOUBT, why="the service stopped while sending"))


async def unsent(connection: AsyncConnection) -> tuple[Letter, ...]:
    """Whatever did not go out, the oldest first."""
    return tuple(map(_letter, await connection.execute(_UNSENT)))


async def stuck_count(connection: AsyncConnection, district: str, now: datetime) -> int:
    """How many mails of a wijk somebody has to look at."""
    return sum(one.district == district and one.stuck(now) for one in await unsent(connection))


async def _mark(connection: AsyncConnection, letter: Letter, **values: Any) -> None:  # noqa: ANN401 - columns
    await connection.execute(update(mails).where(_THIS).values(**values), _named(letter))


def _named(letter: Letter) -> dict[str, str]:
    return {"of_district": letter.district, "of_round": letter.round, "of_reader": letter.reader}


def _letter(row: Row[Any]) -> Letter:
    return Letter(
        **{name: getattr(row, name) for name in Letter.__slots__ if name != "why"}, why=row.why or ""
    )
