"""The contact budget: how often the service may ask somebody something by itself, over all forms.

An ask is a question that the service starts and that wants an answer: "Merkt u verschil?". The questions
right after a signal (which buurt, which topic) are none: the person began. Nor is news about their own
signals. Over the budget the news still goes, without its question.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, func, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.districts import ASKS_PER_MONTH, NETHERLANDS
from domain.messages import PersonKey
from domain.rounds import local_day
from storage.schema import asks, skipped_asks

_FULL = (
    select(asks.c.person)
    .where(asks.c.month == bindparam("month"))
    .group_by(asks.c.person)
    .having(func.count() >= bindparam("at_most"))
)
_SKIP = upsert(skipped_asks)
_SKIP = _SKIP.on_conflict_do_update(
    index_elements=[skipped_asks.c.district, skipped_asks.c.on],
    set_={"people": skipped_asks.c.people + _SKIP.excluded.people},
)


async def may_ask(
    connection: AsyncConnection,
    people: Iterable[PersonKey],
    district: str,
    now: datetime,
    *,
    at_most: int = ASKS_PER_MONTH,
) -> frozenset[PersonKey]:
    """Who of these can be asked one more thing this month. They count as asked, the others as skipped.

    In the transaction that queues the question: what is rolled back was not asked.
    """
    wanted, month = frozenset(people), _month(now)
    if not wanted:
        return wanted
    full = frozenset((await connection.execute(_FULL, {"month": month, "at_most": at_most})).scalars())
    asked = wanted - full if at_most > 0 else frozenset[PersonKey]()
    if asked:
        rows = [{"person": one, "month": month, "at": now} for one in sorted(asked)]
        await connection.execute(insert(asks), rows)
    if wanted - asked:
        row = {"district": district, "on": local_day(now, NETHERLANDS), "people": len(wanted - asked)}
        await connection.execute(_SKIP, row)
    return asked


def _month(now: datetime) -> str:
    # One budget for all wijken together, so one clock for all.
    return f"{local_day(now, NETHERLANDS):%Y-%m}"
