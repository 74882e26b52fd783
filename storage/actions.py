"""Actions: what is open, and how each goes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import OPEN, Action
from domain.events import ActionMoved, Occasion
from storage.schema import actions, moves, topics

_ACTIONS = select(actions, topics.c.title).join_from(actions, topics)
_ACTION = _ACTIONS.where(actions.c.id == bindparam("action"))
_OF_DISTRICT = _ACTIONS.where(
    actions.c.district == bindparam("district"), actions.c.status.in_(OPEN)
).order_by(actions.c.check_on, actions.c.id)

_FINISHED = _ACTIONS.where(
    actions.c.district == bindparam("district"),
    actions.c.status.not_in(OPEN),
    actions.c.moved_at > bindparam("since"),
).order_by(actions.c.moved_at.desc(), actions.c.id)


async def action(connection: AsyncConnection, id_: int) -> Action | None:
    """One action as it stands."""
    row = (await connection.execute(_ACTION, {"action": id_})).one_or_none()
    return None if row is None else _as_action(row)


async def open_actions(connection: AsyncConnection, district: str) -> tuple[Action, ...]:
    """What is being done in this wijk, the nearest check moment first."""
    return tuple(map(_as_action, await connection.execute(_OF_DISTRICT, {"district": district})))


async def finished_since(connection: AsyncConnection, district: str, since: datetime) -> tuple[Action, ...]:
    """What came to an end after this moment, the last one first."""
    return tuple(map(_as_action, await connection.execute(_FINISHED, {"district": district, "since": since})))


async def move(connection: AsyncConnection, occasion: Occasion, moved: ActionMoved) -> Action | None:
    """The owner says how it goes; gives the action as it was. None when it cannot make that move."""
    before = await action(connection, moved.action)
    if before is None or before.district != occasion.district or not before.may_become(moved.status):
        return None
    now: dict[str, Any] = {"status": moved.status, "moved_at": occasion.now}
    check: dict[str, date] = {"check_on": moved.check_on} if moved.check_on else {}
    await connection.execute(update(actions).where(actions.c.id == moved.action).values(**now, **check))
    row = {
        "action": moved.action,
        "status": moved.status,
        "sentence": moved.sentence,
        "at": occasion.now,
        "by": occasion.person,
    }
    await connection.execute(insert(moves), row)
    return before


def _as_action(row: Row[Any]) -> Action:
    return Action(**{name: getattr(row, name) for name in Action.__slots__})
