"""The wijkverband's answers to the five, and the plan that stands with a yes."""

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import ActionStatus
from domain.decisions import Meeting, Plan, TopicOnTable
from domain.districts import NETHERLANDS
from domain.events import Occasion, TopicAnswered
from domain.rounds import RoundStatus, local_day
from storage.schema import actions, decisions, rounds, topics
from storage.signals import FIVE

_MEETING = (
    select(
        rounds.c.name,
        rounds.c.status,
        topics.c.id,
        topics.c.rank,
        topics.c.title,
        topics.c.people,
        decisions.c.outcome,
        decisions.c.sentence,
    )
    .select_from(rounds)
    .outerjoin(
        topics,
        (topics.c.district == rounds.c.district)
        & (topics.c.round == rounds.c.name)
        & (topics.c.rank <= FIVE),
    )
    .outerjoin(decisions, decisions.c.topic == topics.c.id)
    .where(rounds.c.district == bindparam("district"), rounds.c.reported_at.isnot(None))
    .order_by(rounds.c.status == RoundStatus.CLOSED, rounds.c.last.desc(), topics.c.rank)
)
_ON_TABLE = (
    select(topics.c.id)
    .join_from(
        topics,
        rounds,
        (rounds.c.district == topics.c.district) & (rounds.c.name == topics.c.round),
    )
    .where(
        topics.c.id == bindparam("topic"),
        topics.c.district == bindparam("district"),
        topics.c.rank <= FIVE,
        rounds.c.status == RoundStatus.CHOOSING,
    )
)
_DECIDE = insert(decisions)
_DECIDE = _DECIDE.on_conflict_do_update(
    index_elements=[decisions.c.topic],
    set_={
        name: _DECIDE.excluded[name]
        for name in ("outcome", "sentence", "reason", "decided_on", "decided_at", "decided_by")
    },
)


async def meeting(connection: AsyncConnection, district: str) -> Meeting | None:
    """The newest round whose report is out and that still takes answers, else the last one closed."""
    rows = (await connection.execute(_MEETING, {"district": district})).all()
    if not rows:
        return None
    name = rows[0].name
    five = tuple(
        TopicOnTable(row.id, row.rank, row.title, row.people, row.outcome, row.sentence or "")
        for row in rows
        if row.name == name and row.id is not None
    )
    return Meeting(district, name, rows[0].status, five)


async def answer(connection: AsyncConnection, occasion: Occasion, given: TopicAnswered) -> bool:
    """Keep the answer to one of the five; a later answer replaces it. False when it is not on the table."""
    asked = {"topic": given.topic, "district": occasion.district}
    if (await connection.execute(_ON_TABLE, asked)).first() is None:
        return False
    row = {
        "topic": given.topic,
        "outcome": given.outcome,
        "sentence": given.sentence,
        "reason": given.reason,
        "decided_on": local_day(occasion.now, NETHERLANDS),
        "decided_at": occasion.now,
        "decided_by": occasion.person,
    }
    await connection.execute(_DECIDE, row)
    await connection.execute(delete(actions).where(actions.c.topic == given.topic))
    if given.plan is not None:
        await connection.execute(insert(actions), _action(occasion, given.topic, given.plan))
    return True


def _action(occasion: Occasion, topic: int, plan: Plan) -> dict[str, object]:
    return {
        "topic": topic,
        "district": occasion.district,
        "status": ActionStatus.PLANNED,
        "moved_at": occasion.now,
        **{name: getattr(plan, name) for name in Plan.__slots__},
    }
