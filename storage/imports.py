"""Signals brought in from a file: their writers have no address, so nobody is promised an answer."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import SignalGiven
from domain.messages import PersonKey
from domain.signals import Source
from storage.held import Holding, hold_all
from storage.schema import signals
from storage.signals import give_many

_ORIGINS = select(signals.c.origin).where(
    signals.c.district == bindparam("district"), signals.c.source == Source.IMPORTED
)
_ANSWERED = update(signals).where(signals.c.number == bindparam("given")).values(answered_at=bindparam("at"))


async def origins(connection: AsyncConnection, district: str) -> frozenset[str]:
    """What was brought in before, by the fingerprint of each row: it is not brought in again."""
    return frozenset((await connection.execute(_ORIGINS, {"district": district})).scalars())


async def keep(
    connection: AsyncConnection, given: Sequence[tuple[PersonKey, datetime, SignalGiven]], now: datetime
) -> None:
    """Keep them all, under the numbers of their years."""
    if not given:
        return
    for _, of_year in groupby(sorted(given, key=lambda one: one[2].number), lambda one: one[2].number[:4]):
        await give_many(connection, list(of_year))
    holdings = [Holding(one.number, one.held) for _, _, one in given if one.held and not one.withheld]
    await hold_all(connection, holdings, now)
    await connection.execute(_ANSWERED, [{"given": one.number, "at": now} for _, _, one in given])
