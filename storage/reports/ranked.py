"""The five of a round with what was decided, and the titles behind them."""

from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import Counts, Mention, ReportDecision, ReportTopic
from storage.codec import load_evidence, load_text
from storage.quotes import QuotesByRank, approved
from storage.reports.asked import Asked
from storage.schema import actions, decisions, rounds, topics
from storage.signals import FIVE

OTHERS = (6, 7)
"""Ranks that are named in one line."""

_TOPICS = (
    select(
        topics,
        decisions.c.outcome,
        decisions.c.sentence,
        decisions.c.referred_to,
        actions.c.owner,
        actions.c.first_step,
        actions.c.first_step_on,
        actions.c.check_on,
        actions.c.partners,
    )
    .select_from(topics)
    .outerjoin(decisions, decisions.c.topic == topics.c.id)
    .outerjoin(actions, actions.c.topic == topics.c.id)
    .where(
        topics.c.district == bindparam("district"),
        topics.c.round == bindparam("round"),
        topics.c.rank <= max(OTHERS),
    )
    .order_by(topics.c.rank)
)
_TREND = (
    select(topics.c.title, func.max(topics.c.people).label("people"))
    .join_from(topics, rounds, (rounds.c.district == topics.c.district) & (rounds.c.name == topics.c.round))
    .where(
        topics.c.district == bindparam("district"),
        rounds.c.last < bindparam("first"),
        topics.c.title.in_(bindparam("titles", expanding=True)),
    )
    .group_by(rounds.c.last, topics.c.title)
    .order_by(rounds.c.last)
)
"""Two topics of one round can have one title ("other signals"): a round is one point of the line."""

Trends = dict[str, tuple[int, ...]]
"""Title -> people in earlier rounds, the oldest first."""


async def ranked(
    connection: AsyncConnection, asked: Asked
) -> tuple[tuple[ReportTopic, ...], tuple[Mention, ...]]:
    """The five, and numbers six and seven."""
    rows = (await connection.execute(_TOPICS, {"district": asked.district, "round": asked.round})).all()
    trends = await _trends(connection, asked, [row.title for row in rows])
    said = await approved(connection, asked.district, asked.round)
    five = tuple(_topic(row, trends, said) for row in rows if row.rank <= FIVE)
    return five, tuple(Mention(row.title, row.people) for row in rows if row.rank in OTHERS)


async def _trends(connection: AsyncConnection, asked: Asked, titles: list[str]) -> Trends:
    found: Trends = {}
    earlier = {"district": asked.district, "first": asked.first, "titles": titles}
    for row in await connection.execute(_TREND, earlier):
        found[row.title] = (*found.get(row.title, ()), row.people)
    return found


def _topic(row: Row[Any], trends: Trends, said: QuotesByRank) -> ReportTopic:
    evidence = load_evidence(row.evidence)
    return ReportTopic(
        rank=row.rank,
        title=row.title,
        people=row.people,
        messages=row.messages,
        reason=load_text(row.reason),
        sources=most_first(evidence.sources),
        neighbourhoods=most_first(evidence.neighbourhoods),
        trend=trends.get(row.title, ()),
        rounds_in_a_row=evidence.rounds_before + 1,
        campaign=evidence.campaign,
        quotes=said.get(row.rank, ()),
        decision=_decision(row),
    )


def _decision(row: Row[Any]) -> ReportDecision | None:
    if row.outcome is None:
        return None
    return ReportDecision(
        outcome=row.outcome,
        sentence=row.sentence,
        owner=row.owner or "",
        first_step=row.first_step or "",
        first_step_on=row.first_step_on,
        check_on=row.check_on,
        partners=row.partners or "",
        referred_to=row.referred_to,
    )


def most_first(counted: Any) -> Counts:  # noqa: ANN401 - a mapping of name to people, out of JSON
    """Name and people, the most people first."""
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
