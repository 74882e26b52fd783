"""How many people take part, per wijk, told so coarsely that no change in it is a person."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import FEWEST
from storage.schema import signals

LATELY = timedelta(days=35)
"""A round, and a little."""


async def crowds(connection: AsyncConnection, now: datetime) -> dict[str, int]:
    """People who said something lately, in steps of five; a wijk with fewer than five is not named."""
    people = func.count(signals.c.person.distinct())
    lately = signals.c.said_at > now - LATELY
    asked = (
        select(signals.c.district, people)
        .where(lately, signals.c.withdrawn_at.is_(None))
        .group_by(signals.c.district)
        .having(people >= FEWEST)
    )
    return {district: count - count % FEWEST for district, count in await connection.execute(asked)}
