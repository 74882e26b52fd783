"""Small requests since the report before (`RoundReport.fast_lane`)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import FastLane
from storage.reports.asked import Asked


async def fast_lane(_connection: AsyncConnection, _asked: Asked) -> FastLane | None:
    """How many got a yes, a no, or wait; None when nobody uses the fast lane."""
    return None
