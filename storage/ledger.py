"""The promise ledger: owed minus delivered, with a reason for everybody who did not hear.

Computed from what is there, every night and whenever somebody asks. What `wissen` takes away is counted just
before, so the history of a round stays true when its people are gone.
"""

import json
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, bindparam, func, select, union
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.districts import NETHERLANDS
from domain.ledger import Gone, Ledger, Why, gone_of, ledger_of
from domain.messages import PersonKey
from domain.promises import OFTEN
from domain.rounds import RoundName, local_day
from storage.debts import debts_of
from storage.schema import followers, ledger, signals, skipped_asks

SETTLED = timedelta(days=400)
"""After this a round is history."""

_KEPT = select(ledger).where(ledger.c.district == bindparam("district"))
_KEEP = insert(ledger)
_KEEP = _KEEP.on_conflict_do_update(
    index_elements=[ledger.c.district, ledger.c.round],
    set_={name: _KEEP.excluded[name] for name in ("counts", "computed_at")},
)
_GONE = insert(ledger)
_GONE = _GONE.on_conflict_do_update(
    index_elements=[ledger.c.district, ledger.c.round],
    set_={
        f"gone_{name}": ledger.c[f"gone_{name}"] + _GONE.excluded[f"gone_{name}"] for name in Gone.__slots__
    },
)


async def of_round(
    connection: AsyncConnection, district: str, name: RoundName, zone: ZoneInfo, now: datetime
) -> Ledger:
    """The ledger of a round as it stands now."""
    debts = await debts_of(connection, district, name, zone)
    kept = (await connection.execute(_KEPT.where(ledger.c.round == name), {"district": district})).first()
    return ledger_of(debts, local_day(now, zone), _gone(kept), OFTEN)


async def keep_all(connection: AsyncConnection, district: str, zone: ZoneInfo, now: datetime) -> int:
    """Compute and keep the ledgers of the last year; gives how many people nothing explains.

    What is older does not change any more: whoever can still be told was told or given up long ago.
    """
    forgotten, oldest = 0, f"{local_day(now - SETTLED, zone):%Y-%m}"
    for name in await rounds_with_people(connection, district):
        if name < oldest:
            break
        found = await of_round(connection, district, name, zone, now)
        row = {"district": district, "round": name, "counts": _dump(found), "computed_at": now}
        await connection.execute(_KEEP, row)
        forgotten += found.forgotten
    return forgotten


async def kept(connection: AsyncConnection) -> tuple[Ledger, ...]:
    """Every round of every wijk as it was kept last night."""
    rows = await connection.execute(select(ledger).where(ledger.c.computed_at.isnot(None)))
    return tuple(_load(row.counts) for row in rows)


async def rounds_with_people(connection: AsyncConnection, district: str) -> tuple[RoundName, ...]:
    """Rounds in which somebody said something, the newest first; also those whose people left."""
    said = select(signals.c.round).where(signals.c.district == district)
    left = select(ledger.c.round).where(ledger.c.district == district)
    names = (await connection.execute(union(said, left))).scalars()
    return tuple(sorted((RoundName(name) for name in names), reverse=True))


async def count_gone(connection: AsyncConnection, person: PersonKey) -> None:
    """Before `wissen`: in each round that somebody spoke in, one who left is counted; never who."""
    mine = select(signals.c.district, signals.c.round).where(signals.c.person == person)
    theirs = (
        select(signals.c.district, signals.c.round)
        .join_from(followers, signals)
        .where(followers.c.person == person)
    )
    for district, name in (await connection.execute(union(mine, theirs))).all():
        debts = await debts_of(connection, district, RoundName(name), NETHERLANDS)
        own = [one for one in debts if one.person == person]
        if own:
            counts = {f"gone_{part}": count for part, count in asdict(gone_of(own)).items()}
            await connection.execute(_GONE, {"district": district, "round": name, **counts})


async def skipped(connection: AsyncConnection, district: str, first: date, last: date) -> int:
    """Questions that were not asked in these days, since somebody had been asked enough."""
    counted = select(func.coalesce(func.sum(skipped_asks.c.people), 0)).where(
        skipped_asks.c.district == district, skipped_asks.c.on.between(first, last)
    )
    return int((await connection.execute(counted)).scalar_one())


def _gone(row: Row[Any] | None) -> Gone:
    return Gone() if row is None else Gone(*(getattr(row, f"gone_{name}") for name in Gone.__slots__))


def _dump(found: Ledger) -> str:
    return json.dumps({**asdict(found), "reasons": {str(why): count for why, count in found.reasons.items()}})


def _load(counts: str) -> Ledger:
    kept = json.loads(counts)
    return Ledger(**{**kept, "reasons": {Why(why): count for why, count in kept["reasons"].items()}})
