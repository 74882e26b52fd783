"""Participation agreements: begun, changed a part at a time, settled; every version stays."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_leave
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.agreements import Agreement, Part, Version
from domain.events import (
    AgreeingEvent,
    AgreementBegun,
    AgreementChanged,
    AgreementHidden,
    AgreementSettled,
    Occasion,
)
from domain.people import Role
from storage.schema import agreement_versions, agreements
from storage.states import Overtaken

_BEGIN = insert_or_leave(agreements).on_conflict_do_nothing().returning(agreements.c.id)
_OF_DISTRICT = (
    select(agreements.c.district, agreements.c.theme, agreements.c.hidden, agreement_versions)
    .join_from(agreements, agreement_versions)
    .where(agreements.c.district == bindparam("district"))
    .order_by(agreements.c.id, agreement_versions.c.number)
)
_THIS = (agreements.c.district == bindparam("district")) & (agreements.c.theme == bindparam("theme"))
# Locked, so that two workers of a large service change it one after the other.
_LOCKED = select(agreements.c.id).where(_THIS).with_for_update()
_NEWEST = (
    select(agreement_versions)
    .where(agreement_versions.c.agreement == bindparam("agreement"))
    .order_by(agreement_versions.c.number.desc())
    .limit(1)
)


async def agreements_of(connection: AsyncConnection, district: str) -> tuple[Agreement, ...]:
    """All agreements of a wijk with every version, in the order in which they were begun."""
    found: dict[str, Agreement] = {}
    for row in await connection.execute(_OF_DISTRICT, {"district": district}):
        earlier = found[row.theme].versions if row.theme in found else ()
        found[row.theme] = Agreement(row.district, row.theme, (*earlier, _version(row)), row.hidden)
    return tuple(found.values())


async def keep(connection: AsyncConnection, occasion: Occasion, event: AgreeingEvent) -> bool | None:
    """One step of an editor. Raises `Overtaken` when somebody else's step came between."""
    if isinstance(event, AgreementBegun):
        await _begin(connection, occasion, event.theme)
        return None
    asked = {"district": occasion.district, "theme": event.theme}
    id_ = (await connection.execute(_LOCKED, asked)).scalar_one_or_none()
    if id_ is None:
        raise Overtaken(f"{occasion.district}: there is no such agreement")
    match event:
        case AgreementChanged():
            await _change(connection, occasion, id_, event)
        case AgreementSettled(_, fingerprint):
            await _settle(connection, occasion, id_, fingerprint)
        case AgreementHidden():
            await connection.execute(update(agreements).where(agreements.c.id == id_).values(hidden=True))
    return None


async def _begin(connection: AsyncConnection, occasion: Occasion, theme: str) -> None:
    row = {"district": occasion.district, "theme": theme, "begun_at": occasion.now}
    id_ = (await connection.execute(_BEGIN, row)).scalar_one_or_none()
    if id_ is not None:
        await connection.execute(insert(agreement_versions), _row(occasion, id_, 1, {}, None))


async def _change(connection: AsyncConnection, occasion: Occasion, id_: int, event: AgreementChanged) -> None:
    newest = (await connection.execute(_NEWEST, {"agreement": id_})).one()
    parts = _parts(newest.parts)
    if parts.get(event.part, "") != event.was:
        raise Overtaken(f"{occasion.district}: somebody else changed {event.part} meanwhile")
    changed = {**parts, event.part: event.words}
    row = _row(occasion, id_, newest.number + 1, changed, event.part)
    await connection.execute(insert(agreement_versions), row)


async def _settle(connection: AsyncConnection, occasion: Occasion, id_: int, fingerprint: str) -> None:
    newest = (await connection.execute(_NEWEST, {"agreement": id_})).one()
    version = _version(newest)
    if version.fingerprint != fingerprint or version.lacking:
        raise Overtaken(f"{occasion.district}: these are not the words that were read")
    this = (agreement_versions.c.agreement == id_, agreement_versions.c.number == version.number)
    agreed = {"agreed_at": occasion.now, "agreed_role": Role.COORDINATOR, "agreed_by": occasion.person}
    await connection.execute(update(agreement_versions).where(*this).values(**agreed))
    await connection.execute(update(agreements).where(agreements.c.id == id_).values(hidden=False))


def _row(
    occasion: Occasion, id_: int, number: int, parts: dict[Part, str], changed: Part | None
) -> dict[str, Any]:
    return {
        "agreement": id_,
        "number": number,
        "parts": _dump(parts.items()),
        "changed": changed,
        # Only a coordinator edits.
        "role": Role.COORDINATOR,
        "by": occasion.person,
        "at": occasion.now,
    }


def _dump(parts: Iterable[tuple[Part, str]]) -> str:
    # Plain ASCII, so every engine takes every character.
    return json.dumps({part.value: words for part, words in parts if words}, sort_keys=True)


def _parts(kept: str) -> dict[Part, str]:
    return {Part(name): words for name, words in json.loads(kept).items()}


def _version(row: Row[Any]) -> Version:
    return Version(
        row.number, _parts(row.parts), row.at, row.role, row.changed, row.agreed_at, row.agreed_role
    )
