"""Keeping account of the service: reminders given once, signs of life, what was done by which role."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import audit, heartbeats, reminders

WIPED = "wiped"
"""When an operator last wiped somebody."""
_REMIND = insert(reminders).on_conflict_do_nothing()
_BEAT = insert(heartbeats)
_EXPECT = insert(heartbeats).on_conflict_do_nothing()
_BEAT = _BEAT.on_conflict_do_update(index_elements=[heartbeats.c.name], set_={"at": _BEAT.excluded.at})


async def remind_once(connection: AsyncConnection, kind: str, about: str, due: str, now: datetime) -> bool:
    """Whether this reminder still has to be given; from now on it was."""
    row = {"kind": kind, "about": about, "due": due, "at": now}
    return (await connection.execute(_REMIND, row)).rowcount == 1


async def given(connection: AsyncConnection, kinds: Sequence[str], about: Sequence[str]) -> list[Row[Any]]:
    """Reminders of these kinds about these things that were given, with their moments."""
    asked = select(reminders).where(reminders.c.kind.in_(kinds), reminders.c.about.in_(about))
    return list((await connection.execute(asked)).all())


async def was_given(connection: AsyncConnection, kind: str, about: str, due: str) -> bool:
    """Whether this reminder was given already."""
    same = (reminders.c.kind == kind, reminders.c.about == about, reminders.c.due == due)
    return (await connection.execute(select(reminders.c.at).where(*same))).first() is not None


async def beat(connection: AsyncConnection, name: str, now: datetime) -> None:
    """This part of the service works."""
    await connection.execute(_BEAT, {"name": name, "at": now})


async def expect(connection: AsyncConnection, name: str, now: datetime) -> None:
    """From now on this part should work; what is known of it stays."""
    await connection.execute(_EXPECT, {"name": name, "at": now})


async def let_go(connection: AsyncConnection, name: str) -> None:
    """This part is not there any more."""
    await connection.execute(delete(heartbeats).where(heartbeats.c.name == name))


async def heartbeats_of(connection: AsyncConnection) -> dict[str, datetime]:
    """When each part last worked."""
    return {row.name: row.at for row in await connection.execute(select(heartbeats))}


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of the audit log."""

    what: str
    role: str
    about: str
    at: datetime


async def audit_of(connection: AsyncConnection, district: str | None, since: datetime) -> list[AuditLine]:
    """The audit log, of one wijk or of all, the oldest first."""
    found = select(audit).where(audit.c.at >= since).order_by(audit.c.at, audit.c.id)
    if district is not None:
        ours = audit.c.about == district, audit.c.about.startswith(f"{district} ", autoescape=True)
        found = found.where(or_(*ours))
    return [AuditLine(row.what, row.role, row.about, row.at) for row in await connection.execute(found)]


async def wiped_lately(connection: AsyncConnection, now: datetime) -> bool:
    """Whether an operator wiped somebody in the last minute: what is held in memory is made anew."""
    wiped = (await heartbeats_of(connection)).get(WIPED)
    return wiped is not None and now - wiped < timedelta(minutes=1)


async def note(connection: AsyncConnection, what: str, role: str, about: str, now: datetime) -> None:
    """What was done, by which role; never by whom."""
    await connection.execute(insert(audit), {"what": what, "role": role, "about": about, "at": now})
