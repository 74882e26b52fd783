"""Topics of the round before that belong to somebody else, and to whom (`RoundReport.passed_on`)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import PassedOn
from storage.reports.asked import Asked


async def passed_on(_connection: AsyncConnection, _asked: Asked) -> tuple[PassedOn, ...]:
    """What was passed on of the round before."""
    return ()
