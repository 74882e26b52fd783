"""A report as it was kept: everything needed to show a round again, at any later time."""

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import NEXT
from domain.districts import District
from domain.report import (
    Answered,
    Counts,
    Mention,
    ReportAction,
    ReportDecision,
    ReportTopic,
    RoundReport,
)
from domain.rounds import RoundName
from storage.codec import load_evidence, load_text
from storage.schema import (
    actions,
    decisions,
    feedback,
    rounds,
    signals,
    topic_signals,
    topics,
    updates,
)
from storage.signals import FIVE

OTHERS = (6, 7)
"""Ranks that are named in one line."""

_OPEN = tuple(status for status, following in NEXT.items() if following)
_ROUND = select(rounds).where(
    rounds.c.district == bindparam("district"),
    rounds.c.name == bindparam("round"),
    rounds.c.reported_at.isnot(None),
)
_TOPICS = (
    select(
        topics,
        decisions.c.outcome,
        decisions.c.sentence,
        actions.c.owner,
        actions.c.first_step,
        actions.c.first_step_on,
        actions.c.check_on,
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
    select(topics.c.title, topics.c.people)
    .join_from(topics, rounds, (rounds.c.district == topics.c.district) & (rounds.c.name == topics.c.round))
    .where(
        topics.c.district == bindparam("district"),
        rounds.c.last < bindparam("first"),
        topics.c.title.in_(bindparam("titles", expanding=True)),
    )
    .order_by(rounds.c.last)
)
_PREVIOUS = (
    select(rounds.c.name, rounds.c.reported_at)
    .where(
        rounds.c.district == bindparam("district"),
        rounds.c.last < bindparam("first"),
        rounds.c.reported_at.isnot(None),
    )
    .order_by(rounds.c.last.desc())
    .limit(1)
)
_REPORTERS = select(func.count(signals.c.person.distinct())).where(
    signals.c.district == bindparam("district"),
    signals.c.round == bindparam("round"),
    signals.c.withdrawn_at.is_(None),
)
_TOLD = (
    select(func.count(updates.c.person.distinct()))
    .join_from(updates, feedback)
    .where(
        feedback.c.district == bindparam("district"),
        feedback.c.round == bindparam("round"),
        updates.c.left_out.is_(None),
        updates.c.signal.in_(
            select(signals.c.number).where(
                signals.c.district == bindparam("district"), signals.c.round == bindparam("round")
            )
        ),
    )
)
_ACTIONS = (
    select(actions, topics.c.title)
    .join_from(actions, topics)
    .where(
        actions.c.district == bindparam("district"),
        topics.c.round != bindparam("round"),
        or_(actions.c.status.in_(_OPEN), actions.c.moved_at > bindparam("since")),
    )
    .order_by(case((actions.c.status.in_(_OPEN), 0), else_=1), actions.c.check_on)
)
_SIGNALS = (
    select(topics.c.rank, topic_signals.c.signal)
    .join_from(topics, topic_signals)
    .where(topics.c.district == bindparam("district"), topics.c.round == bindparam("round"))
    .order_by(topics.c.rank, topic_signals.c.position)
)


async def report_of(connection: AsyncConnection, district: District, name: RoundName) -> RoundReport | None:
    """The report of a round with all that happened since; None while it collects."""
    asked = {"district": district.slug, "round": name}
    kept = (await connection.execute(_ROUND, asked)).one_or_none()
    if kept is None:
        return None
    rows = (await connection.execute(_TOPICS, asked)).all()
    trends = await _trends(connection, district.slug, kept.first, [row.title for row in rows])
    previous = (
        await connection.execute(_PREVIOUS, {"district": district.slug, "first": kept.first})
    ).one_or_none()
    counts = json.loads(kept.counts)
    return RoundReport(
        district=district.name,
        slug=district.slug,
        round=name,
        starts=kept.first,
        ends=kept.last,
        people=counts["people"],
        messages=counts["messages"],
        topics=tuple(_topic(row, trends) for row in rows if row.rank <= FIVE),
        neighbourhoods=_with_missing(counts["neighbourhoods"], district.neighbourhoods),
        languages=_most_first(counts["languages"]),
        sources=_most_first(counts["sources"]),
        others=tuple(Mention(row.title, row.people) for row in rows if row.rank in OTHERS),
        previous=await _answered(connection, district.slug, previous and previous.name),
        open_actions=await _actions(
            connection, asked, previous.reported_at if previous else kept.reported_at
        ),
        good_news=tuple(Mention(**one) for one in counts["good_news"]),
        quiet_voice=counts["quiet_voice"] and Mention(**counts["quiet_voice"]),
        checked=counts["checked"],
        model=counts["model"],
    )


async def _trends(
    connection: AsyncConnection, district: str, first: date, titles: list[str]
) -> dict[str, tuple[int, ...]]:
    """Title -> people in earlier rounds, the oldest first."""
    found: dict[str, tuple[int, ...]] = {}
    for row in await connection.execute(_TREND, {"district": district, "first": first, "titles": titles}):
        found[row.title] = (*found.get(row.title, ()), row.people)
    return found


async def _answered(connection: AsyncConnection, district: str, name: RoundName | None) -> Answered | None:
    if name is None:
        return None
    asked = {"district": district, "round": name}
    reporters = (await connection.execute(_REPORTERS, asked)).scalar_one()
    told = (await connection.execute(_TOLD, asked)).scalar_one()
    return Answered(reporters, min(told, reporters)) if reporters else None


async def _actions(
    connection: AsyncConnection, asked: dict[str, Any], since: datetime
) -> tuple[ReportAction, ...]:
    rows = await connection.execute(_ACTIONS, {**asked, "since": since})
    return tuple(ReportAction(row.title, row.what, row.owner, row.status, row.check_on) for row in rows)


def _topic(row: Any, trends: dict[str, tuple[int, ...]]) -> ReportTopic:  # noqa: ANN401 - of _TOPICS
    evidence = load_evidence(row.evidence)
    return ReportTopic(
        rank=row.rank,
        title=row.title,
        people=row.people,
        messages=row.messages,
        reason=load_text(row.reason),
        sources=_most_first(evidence.sources),
        neighbourhoods=_most_first(evidence.neighbourhoods),
        trend=trends.get(row.title, ()),
        rounds_in_a_row=evidence.rounds_before + 1,
        campaign=evidence.campaign,
        decision=_decision(row),
    )


def _decision(row: Any) -> ReportDecision | None:  # noqa: ANN401 - of _TOPICS
    if row.outcome is None:
        return None
    return ReportDecision(
        row.outcome,
        row.sentence,
        row.owner or "",
        row.first_step or "",
        row.first_step_on,
        row.check_on,
    )


def _most_first(counted: Any) -> Counts:  # noqa: ANN401 - a mapping of name to people
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _with_missing(counted: dict[str, int], names: tuple[str, ...]) -> Counts:
    return _most_first(dict.fromkeys(names, 0) | counted)
