"""What stood in the calendar file of a wijk: an entry that reads differently gets a higher number."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.meeting import Edition
from storage.schema import calendar_entries

_SHOW = insert(calendar_entries)
_SHOW = _SHOW.on_conflict_do_update(
    index_elements=[calendar_entries.c.uid],
    set_={
        "shown": _SHOW.excluded.shown,
        "changed_at": _SHOW.excluded.changed_at,
        "sequence": calendar_entries.c.sequence + 1,
    },
    where=calendar_entries.c.shown != _SHOW.excluded.shown,
)
_NUMBERS = select(calendar_entries).where(
    calendar_entries.c.district == bindparam("district"),
    calendar_entries.c.uid.in_(bindparam("uids", expanding=True)),
)


async def number(
    connection: AsyncConnection, district: str, shown: Mapping[str, str], now: datetime
) -> dict[str, Edition]:
    """Keep what these entries show now; gives the number of each."""
    rows = [
        {"uid": uid, "district": district, "shown": what, "sequence": 0, "changed_at": now}
        for uid, what in shown.items()
    ]
    if not rows:
        return {}
    await connection.execute(_SHOW, rows)
    found = await connection.execute(_NUMBERS, {"district": district, "uids": list(shown)})
    return {row.uid: Edition(row.sequence, row.changed_at) for row in found}
