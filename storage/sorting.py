"""What people who sort said besides links: signals set aside, answers taken back, rounds that stood."""

from typing import TypeAlias

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import Occasion, SignalSetAside, SortingTakenBack, TopFiveStood
from domain.rounds import RoundName
from domain.signals import SignalNumber
from domain.topics import SetAside
from storage.schema import links, set_aside, signals, stood

Sorted: TypeAlias = SignalSetAside | SortingTakenBack | TopFiveStood

_ASIDE = insert(set_aside)
_ASIDE = _ASIDE.on_conflict_do_update(
    index_elements=[set_aside.c.signal],
    set_={name: _ASIDE.excluded[name] for name in ("why", "person", "at")},
)
_STOOD = insert(stood).on_conflict_do_nothing()
_OF_ROUND = (
    select(set_aside.c.signal, set_aside.c.why)
    .join_from(set_aside, signals)
    .where(signals.c.district == bindparam("district"), signals.c.round == bindparam("round"))
    .order_by(set_aside.c.signal)
)


async def keep(connection: AsyncConnection, occasion: Occasion, event: Sorted) -> None:
    """One answer of somebody who sorts, at once."""
    match event:
        case SignalSetAside(number, why):
            await _set_aside(connection, occasion, number, why)
        case SortingTakenBack():
            await _take_back(connection, occasion, event)
        case TopFiveStood(name):
            row = {"district": occasion.district or "", "round": name}
            await connection.execute(_STOOD, {**row, "person": occasion.person, "at": occasion.now})


async def _set_aside(
    connection: AsyncConnection, occasion: Occasion, number: SignalNumber, why: SetAside
) -> None:
    # What a card shows may be wiped since.
    there = await connection.execute(select(signals.c.number).where(signals.c.number == number))
    if there.first() is not None:
        row = {"signal": number, "why": why, "person": occasion.person, "at": occasion.now}
        await connection.execute(_ASIDE, row)


async def _take_back(connection: AsyncConnection, occasion: Occasion, event: SortingTakenBack) -> None:
    """Only what this very person said goes."""
    for pair in event.pairs:
        one, other = sorted(pair)
        own = links.c.person == occasion.person
        await connection.execute(delete(links).where(own, links.c.one == one, links.c.other == other))
    if event.aside is not None:
        own = set_aside.c.person == occasion.person
        await connection.execute(delete(set_aside).where(own, set_aside.c.signal == event.aside))


async def aside_of(
    connection: AsyncConnection, district: str, name: RoundName
) -> dict[SignalNumber, SetAside]:
    """The signals of a round that stand in no topic because a person said so."""
    rows = await connection.execute(_OF_ROUND, {"district": district, "round": name})
    return {row.signal: row.why for row in rows}


async def has_stood(connection: AsyncConnection, district: str, name: RoundName) -> bool:
    """Whether somebody sorted this round until the top 5 stood."""
    asked = select(stood.c.round).where(stood.c.district == district, stood.c.round == name)
    return (await connection.execute(asked)).first() is not None
