"""Whether the reporters of an action notice a difference: the last word of each of them."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.feedback import Effect
from domain.report import Noticed
from storage.schema import actions, effects, topic_signals

_ANSWERS = (
    select(actions.c.id, effects.c.person, effects.c.effect)
    .select_from(actions)
    .join(topic_signals, topic_signals.c.topic == actions.c.topic)
    .join(effects, effects.c.signal == topic_signals.c.signal)
    .where(actions.c.id.in_(bindparam("actions", expanding=True)))
    .order_by(effects.c.at)
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
