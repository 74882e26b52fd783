"""The wijkverband's answers to the five, and the plan that stands with a yes."""

from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import ActionStatus
from domain.decisions import OF_PLAN, Field, Meeting, Plan, TopicOnTable
from domain.districts import NETHERLANDS
from domain.events import FieldChanged, Occasion, TopicAnswered
from domain.rounds import RoundStatus, local_day
from storage.schema import actions, decisions, rounds, topics
from storage.signals import FIVE
from storage.states import Overtaken

_PLAN = tuple(actions.c[name] for name in Plan.__slots__)
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
        decisions.c.referred_to,
        decisions.c.version,
        *_PLAN,
    )
    .select_from(rounds)
    .outerjoin(
        topics,
        (topics.c.district == rounds.c.district)
        & (topics.c.round == rounds.c.name)
        & (topics.c.rank <= FIVE),
    )
    .outerjoin(decisions, decisions.c.topic == topics.c.id)
    .outerjoin(actions, actions.c.topic == topics.c.id)
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
        for name in (
            "outcome",
            "sentence",
            "reason",
            "referred_to",
            "version",
            "decided_on",
            "decided_at",
            "decided_by",
        )
    },
    where=decisions.c.version == _DECIDE.excluded.version - 1,
)


async def meeting(connection: AsyncConnection, district: str) -> Meeting | None:
    """The newest round whose report is out and that still takes answers, else the last one closed."""
    rows = (await connection.execute(_MEETING, {"district": district})).all()
    if not rows:
        return None
    name = rows[0].name
    five = tuple(_on_table(row) for row in rows if row.name == name and row.id is not None)
    return Meeting(district, name, rows[0].status, five)


def _on_table(row: Any) -> TopicOnTable:  # noqa: ANN401 - a row of _MEETING
    planned = row.what is not None
    return TopicOnTable(
        id=row.id,
        rank=row.rank,
        title=row.title,
        people=row.people,
        outcome=row.outcome,
        sentence=row.sentence or "",
        referred_to=row.referred_to or "",
        plan=Plan(**{name: getattr(row, name) for name in Plan.__slots__}) if planned else None,
        version=row.version or 0,
    )


async def on_table(connection: AsyncConnection, occasion: Occasion, topic: int) -> bool:
    """Whether the wijkverband can answer this topic now."""
    asked = {"topic": topic, "district": occasion.district}
    return (await connection.execute(_ON_TABLE, asked)).first() is not None


async def answer(connection: AsyncConnection, occasion: Occasion, given: TopicAnswered) -> bool:
    """Keep the answer to one of the five, in the place of the version that it was given to.

    False when it is not on the table. Raises Overtaken when there is a newer version.
    """
    if not await on_table(connection, occasion, given.topic):
        return False
    row = {
        "topic": given.topic,
        "outcome": given.outcome,
        "sentence": given.sentence,
        "reason": given.reason,
        "referred_to": given.referred_to,
        "version": given.version + 1,
        **_by(occasion),
    }
    if not (await connection.execute(_DECIDE, row)).rowcount:
        raise Overtaken(f"topic {given.topic}")
    await connection.execute(delete(actions).where(actions.c.topic == given.topic))
    if given.plan is not None:
        await connection.execute(insert(actions), _action(occasion, given.topic, given.plan))
    return True


async def change(connection: AsyncConnection, occasion: Occasion, changed: FieldChanged) -> bool:
    """Change one field of an answer; the others stay, also when somebody changes them at this moment.

    False when it is not on the table. Raises Overtaken when the field reads differently by now.
    """
    if not await on_table(connection, occasion, changed.topic):
        return False
    table = actions if changed.field in OF_PLAN else decisions
    column = table.c[changed.field.value]
    stood = (table.c.topic == changed.topic, column == _kept(changed.field, changed.before))
    values: dict[str, Any] = {column.name: _kept(changed.field, changed.value)}
    if changed.field is Field.OWNER:
        values["owner_key"] = changed.owner_key
    if not (await connection.execute(update(table).where(*stood).values(**values))).rowcount:
        raise Overtaken(f"topic {changed.topic}")
    grown = update(decisions).where(decisions.c.topic == changed.topic)
    await connection.execute(grown.values(version=decisions.c.version + 1, **_by(occasion)))
    return True


def _kept(field: Field, value: str) -> str | date:
    return date.fromisoformat(value) if field in {Field.FIRST_STEP_ON, Field.CHECK_ON} else value


def _by(occasion: Occasion) -> dict[str, Any]:
    return {
        "decided_on": local_day(occasion.now, NETHERLANDS),
        "decided_at": occasion.now,
        "decided_by": occasion.person,
    }


def _action(occasion: Occasion, topic: int, plan: Plan) -> dict[str, object]:
    return {
        "topic": topic,
        "district": occasion.district,
        "status": ActionStatus.PLANNED,
        "moved_at": occasion.now,
        **{name: getattr(plan, name) for name in Plan.__slots__},
    }
