"""Whether the reporters of the round before heard back, and how fast (`RoundReport.previous`)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import Answered
from storage import ledger
from storage.reports.asked import Asked


async def answered(connection: AsyncConnection, asked: Asked) -> Answered | None:
    """How the round before was answered, as its ledger says; None when nobody reported in it."""
    if asked.previous is None:
        return None
    found = await ledger.of_round(connection, asked.district, asked.previous, asked.zone, asked.reported_at)
    if not found.reporters:
        return None
    return Answered(found.reporters, found.answered, found.in_time, found.median_days)
