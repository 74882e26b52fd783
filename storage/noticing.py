"""Whether the reporters of an action notice a difference: the last word of each of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import ActionStatus
from domain.feedback import Effect, FeedbackKind
from domain.messages import PersonKey
from domain.report import Noticed
from storage.schema import actions, effects, feedback, topic_signals, topics
from storage.states import FeedbackState

_TO_ASK = (
    select(actions.c.id, actions.c.topic, topics.c.title)
    .join_from(actions, topics)
    .where(
        actions.c.district == bindparam("district"),
        actions.c.status == ActionStatus.STARTED,
        actions.c.check_on <= bindparam("today"),
        select(feedback.c.id)
        .where(
            feedback.c.topic == actions.c.topic,
            feedback.c.kind == FeedbackKind.STARTED,
            feedback.c.state == FeedbackState.APPROVED,
        )
        .exists(),
        ~select(feedback.c.id)
        .where(feedback.c.topic == actions.c.topic, feedback.c.kind == FeedbackKind.ASKED)
        .exists(),
    )
    .order_by(actions.c.id)
)
_DISAPPOINTED = (
    select(actions.c.id, actions.c.owner_key, topics.c.title)
    .join_from(actions, topics)
    .where(
        actions.c.district == bindparam("district"),
        select(effects.c.signal)
        .join_from(effects, topic_signals, topic_signals.c.signal == effects.c.signal)
        .where(topic_signals.c.topic == actions.c.topic, effects.c.effect == Effect.NO)
        .exists(),
    )
    .order_by(actions.c.id)
)
_ANSWERS = (
    select(actions.c.id, effects.c.person, effects.c.effect)
    .select_from(actions)
    .join(topic_signals, topic_signals.c.topic == actions.c.topic)
    .join(effects, effects.c.signal == topic_signals.c.signal)
    .where(actions.c.id.in_(bindparam("actions", expanding=True)))
    .order_by(effects.c.at)
)


@dataclass(frozen=True, slots=True)
class ToAsk:
    """An action whose reporters have not been asked yet whether it helps."""

    action: int
    topic: int
    title: str


@dataclass(frozen=True, slots=True)
class Disappointed:
    """An action of which so many people notice no difference."""

    action: int
    title: str
    owner: PersonKey | None
    people: int


async def to_ask(connection: AsyncConnection, district: str, today: date) -> tuple[ToAsk, ...]:
    """Actions at their check moment that were started, and whose reporters heard that; each is asked once."""
    rows = await connection.execute(_TO_ASK, {"district": district, "today": today})
    return tuple(ToAsk(*row) for row in rows)


async def disappointed(connection: AsyncConnection, district: str) -> tuple[Disappointed, ...]:
    """Actions of which somebody said that they notice no difference."""
    rows = (await connection.execute(_DISAPPOINTED, {"district": district})).all()
    felt = await noticed(connection, [row.id for row in rows])
    return tuple(
        Disappointed(row.id, row.title, row.owner_key, felt[row.id].no) for row in rows if felt[row.id].no
    )


async def noticed(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, Noticed]:
    """Action -> how many people answered what; without any answer an action is not in it."""
    rows = await connection.execute(_ANSWERS, {"actions": list(ids)})
    last: dict[tuple[int, str], Effect] = {(row.id, row.person): row.effect for row in rows}
    found: dict[int, Counter[Effect]] = {}
    for (action, _), effect in last.items():
        found.setdefault(action, Counter())[effect] += 1
    return {action: _counted(answers) for action, answers in found.items()}


def _counted(answers: Counter[Effect]) -> Noticed:
    return Noticed(
        yes=answers[Effect.YES],
        some=answers[Effect.SOME],
        no=answers[Effect.NO],
        unknown=answers[Effect.UNKNOWN],
    )
