"""Questions that were not asked, since somebody was asked enough (`RoundReport.skipped_asks`)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import ledger
from storage.reports.asked import Asked


async def skipped_asks(connection: AsyncConnection, asked: Asked) -> int:
    """How many questions were skipped in the days of this round."""
    return await ledger.skipped(connection, asked.district, asked.first, asked.last)
