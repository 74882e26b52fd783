"""Signals that go on where an earlier round stopped: "the lamp is still dark", said when asked what changed.

Their links lead to a signal of another round, so among themselves they are tied here: whoever says that the
same earlier topic is not solved stands in one topic, and that topic keeps its title.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.signals import SignalNumber
from storage.schema import links, signals, topic_signals, topics

_LATER = signals.alias("later")
_EARLIER = signals.alias("earlier")
_CONTINUING = (
    select(_LATER.c.number, _LATER.c.round, topics.c.id.label("topic"), topics.c.title, links.c.at)
    .select_from(links)
    .join(_EARLIER, or_(_EARLIER.c.number == links.c.one, _EARLIER.c.number == links.c.other))
    .join(_LATER, or_(_LATER.c.number == links.c.one, _LATER.c.number == links.c.other))
    .join(topic_signals, topic_signals.c.signal == _EARLIER.c.number)
    .join(topics, topics.c.id == topic_signals.c.topic)
    .where(
        links.c.same.is_(True),
        _LATER.c.district == bindparam("district"),
        _LATER.c.round > _EARLIER.c.round,
    )
    .order_by(topics.c.id, _LATER.c.said_at, _LATER.c.number)
)


@dataclass(frozen=True, slots=True)
class Continuing:
    """A signal that is about a topic of an earlier round."""

    number: SignalNumber
    round: str
    topic: int
    title: str
    at: datetime


async def continuing(connection: AsyncConnection, district: str) -> tuple[Continuing, ...]:
    """Every signal that somebody tied to a topic of an earlier round, topic by topic."""
    rows = await connection.execute(_CONTINUING, {"district": district})
    return tuple(Continuing(*row) for row in rows)


def tied(found: tuple[Continuing, ...], name: str) -> list[tuple[Continuing, Continuing]]:
    """Pairs of one round that are about the same earlier topic: a chain holds them all together."""
    inside = [one for one in found if one.round == name]
    return [(one, other) for one, other in pairwise(inside) if one.topic == other.topic]
