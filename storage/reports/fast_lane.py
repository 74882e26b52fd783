"""Small requests since the report before (`RoundReport.fast_lane`)."""

from datetime import UTC, datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import FastLane
from storage.fast_lane import counts
from storage.reports.asked import Asked


async def fast_lane(connection: AsyncConnection, asked: Asked) -> FastLane | None:
    """How many got a yes, a no, or wait; None when nobody uses the fast lane."""
    begun = datetime.combine(asked.first, time(), UTC)
    since = asked.since if asked.previous else begun
    return await counts(connection, asked.district, since, asked.reported_at)
