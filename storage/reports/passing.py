"""Topics of the round before that belong to somebody else, and to whom (`RoundReport.passed_on`)."""

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.decisions import Outcome
from domain.report import PassedOn
from storage.reports.asked import Asked
from storage.schema import decisions, topics

_PASSED_ON = (
    select(topics.c.title, topics.c.people, decisions.c.referred_to)
    .join_from(topics, decisions)
    .where(
        topics.c.district == bindparam("district"),
        topics.c.round == bindparam("round"),
        decisions.c.outcome == Outcome.REFERRED,
        decisions.c.referred_to != "",
    )
    .order_by(topics.c.rank)
)


async def passed_on(connection: AsyncConnection, asked: Asked) -> tuple[PassedOn, ...]:
    """What was passed on of the round before."""
    before = {"district": asked.district, "round": asked.previous}
    rows = await connection.execute(_PASSED_ON, before)
    return tuple(PassedOn(row.title, row.people, row.referred_to) for row in rows)
