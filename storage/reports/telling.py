"""Whether the reporters of the round before heard back, and how fast (`RoundReport.previous`)."""

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import Answered
from storage.reports.asked import Asked
from storage.schema import feedback, signals, updates

_REPORTERS = select(func.count(signals.c.person.distinct())).where(
    signals.c.district == bindparam("district"),
    signals.c.round == bindparam("round"),
    signals.c.withdrawn_at.is_(None),
)
_TOLD = (
    select(func.count(updates.c.person.distinct()))
    .join_from(updates, feedback)
    .where(
        feedback.c.district == bindparam("district"),
        feedback.c.round == bindparam("round"),
        updates.c.left_out.is_(None),
        updates.c.signal.in_(
            select(signals.c.number).where(
                signals.c.district == bindparam("district"), signals.c.round == bindparam("round")
            )
        ),
    )
)


async def answered(connection: AsyncConnection, asked: Asked) -> Answered | None:
    """How the round before was answered; None when nobody reported in it."""
    if asked.previous is None:
        return None
    before = {"district": asked.district, "round": asked.previous}
    reporters = (await connection.execute(_REPORTERS, before)).scalar_one()
    told = (await connection.execute(_TOLD, before)).scalar_one()
    return Answered(reporters, min(told, reporters)) if reporters else None
