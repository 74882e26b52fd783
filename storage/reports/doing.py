"""Actions that are open, or came to an end since the report before (`RoundReport.open_actions`)."""

from sqlalchemy import bindparam, case, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import OPEN
from domain.report import ReportAction
from storage.noticing import noticed
from storage.reports.asked import Asked
from storage.schema import actions, topics

_ACTIONS = (
    select(actions, topics.c.title)
    .join_from(actions, topics)
    .where(
        actions.c.district == bindparam("district"),
        topics.c.round != bindparam("round"),
        or_(actions.c.status.in_(OPEN), actions.c.moved_at > bindparam("since")),
    )
    .order_by(case((actions.c.status.in_(OPEN), 0), else_=1), actions.c.check_on)
)


async def open_actions(connection: AsyncConnection, asked: Asked) -> tuple[ReportAction, ...]:
    """The actions of earlier rounds, open ones first."""
    about = {"district": asked.district, "round": asked.round, "since": asked.since}
    rows = (await connection.execute(_ACTIONS, about)).all()
    effects = await noticed(connection, [row.id for row in rows])
    return tuple(
        ReportAction(
            title=row.title,
            what=row.what,
            owner=row.owner,
            status=row.status,
            check_on=row.check_on,
            partners=row.partners,
            noticed=effects.get(row.id),
        )
        for row in rows
    )
