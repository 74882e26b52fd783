"""Questions who reported a signal: kept, agreed to by somebody else, seen once, told to the writer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import Occasion, RightsEvent, WhoAgreed, WhoAsked, WhoRefused
from domain.messages import PersonKey
from domain.signals import SignalNumber, Source
from domain.who_reported import AGREED_WITHIN, SEEN_WITHIN, TOLD_LATER, WhoQuestion, WhoState, Why
from storage import account
from storage.schema import lookups, signals

_NEWEST = (
    select(lookups)
    .where(lookups.c.district == bindparam("district"), lookups.c.signal == bindparam("number"))
    .order_by(lookups.c.id.desc())
    .limit(1)
)
_OF_DISTRICT = select(lookups).where(lookups.c.district == bindparam("district")).order_by(lookups.c.id)
_MAY_BE_ASKED = select(signals.c.number).where(
    signals.c.number == bindparam("number"),
    signals.c.district == bindparam("district"),
    signals.c.source != Source.IMPORTED,
)
_TELL = (
    select(lookups.c.id, lookups.c.signal, lookups.c.why, lookups.c.seen_at, signals.c.person)
    .join_from(lookups, signals, signals.c.number == lookups.c.signal)
    .where(lookups.c.district == bindparam("district"), lookups.c.tell_at <= bindparam("now"))
    .where(lookups.c.told_at.is_(None))
    .order_by(lookups.c.id)
)


@dataclass(frozen=True, slots=True)
class Told:
    """A writer who hears that their address was given."""

    id: int
    number: SignalNumber
    why: Why
    seen_at: datetime
    person: PersonKey


async def exists(connection: AsyncConnection, district: str, number: str) -> bool:
    """Whether there is such a signal in this wijk, said by somebody in a chat."""
    asked = {"number": number, "district": district}
    return (await connection.execute(_MAY_BE_ASKED, asked)).first() is not None


async def newest(
    connection: AsyncConnection, district: str, number: str, person: PersonKey | None = None
) -> WhoQuestion | None:
    """The last question about this signal, as this person sees it."""
    row = (await connection.execute(_NEWEST, {"district": district, "number": number})).one_or_none()
    return None if row is None else _question(row, person)


async def all_of(connection: AsyncConnection, district: str) -> tuple[WhoQuestion, ...]:
    """Every question of a wijk that is still kept, the oldest first."""
    return tuple(
        _question(row, None) for row in await connection.execute(_OF_DISTRICT, {"district": district})
    )


def _question(row: Row[Any], person: PersonKey | None) -> WhoQuestion:
    agreed = row.decided_at if row.state in {WhoState.AGREED, WhoState.SEEN} else None
    # Who asked may be wiped since: then nobody can say that the second one is another.
    own = row.asked_by is None or row.asked_by == person
    return WhoQuestion(
        row.signal, row.why, row.sentence, row.later, row.state, row.asked_at, own=own, agreed_at=agreed
    )


async def keep(connection: AsyncConnection, occasion: Occasion, event: RightsEvent) -> bool:
    """Keep what was asked, agreed to or refused; False when it could not be, or not any more."""
    match event:
        case WhoAsked():
            return await _ask(connection, occasion, event)
        case WhoAgreed(number):
            return await _decide(connection, occasion, number, WhoState.AGREED)
        case WhoRefused(number):
            return await _decide(connection, occasion, number, WhoState.REFUSED)
        case _:
            return False


async def _ask(connection: AsyncConnection, occasion: Occasion, event: WhoAsked) -> bool:
    district = occasion.district or ""
    before = await newest(connection, district, event.number)
    if before is not None and (before.waits(occasion.now) or before.seeable(occasion.now)):
        return False
    if not await exists(connection, district, event.number):
        return False
    row = {
        "signal": event.number,
        "district": district,
        "why": event.why,
        "sentence": event.sentence,
        "later": event.later,
        "state": WhoState.ASKED,
        "asked_by": occasion.person,
        "asked_at": occasion.now,
    }
    await connection.execute(insert(lookups), row)
    return True


async def _decide(
    connection: AsyncConnection, occasion: Occasion, number: SignalNumber, state: WhoState
) -> bool:
    """By somebody else than who asked, in time, once."""
    here = (lookups.c.signal == number, lookups.c.district == occasion.district)
    waits = (lookups.c.state == WhoState.ASKED, lookups.c.asked_at > occasion.now - AGREED_WITHIN)
    other = (lookups.c.asked_by.isnot(None), lookups.c.asked_by != occasion.person)
    values = {"state": state, "decided_by": occasion.person, "decided_at": occasion.now}
    done = await connection.execute(update(lookups).where(*here, *waits, *other).values(**values))
    return bool(done.rowcount)


async def see(connection: AsyncConnection, district: str, number: str, now: datetime) -> PersonKey | None:
    """Spend the one look that was agreed to; None when there is none. What is shown after this commit is
    shown once, whatever happens."""
    here = (lookups.c.signal == number, lookups.c.district == district)
    ready = (lookups.c.state == WhoState.AGREED, lookups.c.decided_at > now - SEEN_WITHIN)
    seen = update(lookups).where(*here, *ready).values(state=WhoState.SEEN, seen_at=now)
    row = (await connection.execute(seen.returning(lookups.c.id, lookups.c.later))).one_or_none()
    if row is None:
        return None
    tell_at = now + TOLD_LATER if row.later else now
    await connection.execute(update(lookups).where(lookups.c.id == row.id).values(tell_at=tell_at))
    await account.note(connection, "saw who reported", "operator", f"{district} {number}", now)
    found = await connection.execute(select(signals.c.person).where(signals.c.number == number))
    return PersonKey(found.scalar_one())


async def to_tell(connection: AsyncConnection, district: str, now: datetime) -> tuple[Told, ...]:
    """Writers who have to hear it by now."""
    rows = await connection.execute(_TELL, {"district": district, "now": now})
    return tuple(Told(row.id, row.signal, row.why, row.seen_at, row.person) for row in rows)


async def told(connection: AsyncConnection, ids: Sequence[int], district: str, now: datetime) -> None:
    """They are told from this commit on."""
    for one in ids:
        await connection.execute(update(lookups).where(lookups.c.id == one).values(told_at=now))
        await account.note(connection, "writer told that it was looked up", "service", district, now)
