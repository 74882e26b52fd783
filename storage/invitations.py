"""One-time codes: made, looked up, used once, and guessing slowed down."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import Invited, Occasion
from domain.invitations import MAX_TRIES, Grant, Offer
from domain.messages import PersonKey
from domain.people import Role
from storage import account, links, people
from storage.schema import invitations, wrong_codes

_OFFER = select(invitations).where(invitations.c.code_hash == bindparam("hash"))
_USE = (
    update(invitations)
    .where(
        invitations.c.code_hash == bindparam("hash"),
        invitations.c.used_at.is_(None),
        invitations.c.expires_at > bindparam("now"),
    )
    .values(used_at=bindparam("now"), used_by=bindparam("person"))
    .returning(invitations)
)
_TRIES = select(func.count()).where(
    wrong_codes.c.person == bindparam("person"), wrong_codes.c.at > bindparam("since")
)


async def make(connection: AsyncConnection, occasion: Occasion, invited: Invited) -> None:
    """Keep a code that was handed out; only its hash is known here."""
    row = {name: getattr(invited, name) for name in Invited.__slots__}
    made = {"made_by": occasion.person, "made_at": occasion.now}
    await connection.execute(insert(invitations), {**row, **made})


async def burn(connection: AsyncConnection, code_hash: str, now: datetime) -> bool:
    """A code that others could read is spent and gives nothing; False when it was spent before."""
    unused = (invitations.c.code_hash == code_hash, invitations.c.used_at.is_(None))
    return bool((await connection.execute(update(invitations).where(*unused).values(used_at=now))).rowcount)


async def burn_those_of(connection: AsyncConnection, person: PersonKey, district: str, now: datetime) -> int:
    """Codes for roles that somebody made whose role was withdrawn: they give nothing any more."""
    theirs = (
        invitations.c.made_by == person,
        invitations.c.district == district,
        invitations.c.grant != Grant.FOLLOW,
    )
    unused = update(invitations).where(*theirs, invitations.c.used_at.is_(None)).values(used_at=now)
    return (await connection.execute(unused)).rowcount


async def look_up(connection: AsyncConnection, code_hash: str) -> Offer | None:
    """What this code gives, also when it was used or has expired; None when it was never made."""
    row = (await connection.execute(_OFFER, {"hash": code_hash})).one_or_none()
    if row is None:
        return None
    return Offer(
        code_hash=row.code_hash,
        grant=row.grant,
        district=row.district,
        label=row.label,
        signal=row.signal,
        replaces=row.replaces,
        expires_at=row.expires_at,
        used=row.used_at is not None,
        tell=await _givers(connection, row.made_by, row.district),
    )


async def _givers(connection: AsyncConnection, made_by: str | None, district: str) -> tuple[PersonKey, ...]:
    """Who made it; the coordinators, when that was the operator or somebody who left."""
    known = made_by is not None and (await people.person(connection, PersonKey(made_by))).known
    return (PersonKey(str(made_by)),) if known else await people.coordinators(connection, district)


async def use(connection: AsyncConnection, occasion: Occasion, code_hash: str) -> Grant | None:
    """Spend the code and give what it gives; None when it was spent or had expired: then nothing is given."""
    asked = {"hash": code_hash, "now": occasion.now, "person": occasion.person}
    row = (await connection.execute(_USE, asked)).one_or_none()
    if row is None:
        return None
    grant: Grant = row.grant
    await account.note(connection, "invitation used", grant.value, row.district, occasion.now)
    if grant is Grant.FOLLOW:
        await links.follow(connection, occasion.person, row.signal, occasion.now)
    elif grant is Grant.ROOM:
        await _bind(connection, occasion, row.district)
    elif grant.role is not None:
        await _give(connection, occasion, grant.role, row)
    return grant


async def _bind(connection: AsyncConnection, occasion: Occasion, district: str) -> None:
    if occasion.room is not None:
        await people.bind_room(connection, occasion.room, district, occasion.now)


async def _give(connection: AsyncConnection, occasion: Occasion, role: Role, row: Row[Any]) -> None:
    await people.give_role(
        connection, occasion.person, row.district, role=role, label=row.label, now=occasion.now
    )
    await people.settle(connection, occasion.person, row.district)
    if row.replaces is not None and row.replaces != occasion.person:
        await people.withdraw_role(connection, row.replaces, row.district, role, occasion.now)
        await account.note(connection, "role handed over", role.value, row.district, occasion.now)


async def wrong_code(connection: AsyncConnection, person: PersonKey, now: datetime) -> None:
    """Somebody showed a code that is not valid."""
    await connection.execute(insert(wrong_codes), {"person": person, "at": now})


async def tries_left(connection: AsyncConnection, person: PersonKey, now: datetime) -> bool:
    """Whether this person may still show codes this hour."""
    asked = {"person": person, "since": now - timedelta(hours=1)}
    return int((await connection.execute(_TRIES, asked)).scalar_one()) < MAX_TRIES
