"""What a round tells all residents, in approved words only: template 3 as it stands at this moment."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import OPEN, ActionStatus
from domain.decisions import Outcome
from domain.districts import District
from domain.feedback import OF_STATUS, FeedbackKind
from domain.report import Noticed
from domain.rounds import RoundName, RoundStatus, span_of
from domain.telling import RoundFeedback, TopicFeedback
from storage.noticing import noticed
from storage.schema import actions, decisions, feedback, rounds, topics
from storage.signals import THE_FIVE
from storage.spoken import words_of
from storage.states import FeedbackState
from storage.updates import LASTING

_ANSWERS = (FeedbackKind.CHOSEN, FeedbackKind.NOT_CHOSEN)
_STATUS = {kind: status for status, kind in OF_STATUS.items()}
_APPROVED = feedback.c.state == FeedbackState.APPROVED
_ROUND = select(rounds).where(
    rounds.c.district == bindparam("district"),
    rounds.c.name == bindparam("round"),
    rounds.c.status == RoundStatus.CLOSED,
)
_FIVE = (
    select(topics, decisions.c.outcome, actions.c.id.label("action"), actions.c.owner)
    .select_from(topics)
    .outerjoin(decisions, decisions.c.topic == topics.c.id)
    .outerjoin(actions, actions.c.topic == topics.c.id)
    .where(THE_FIVE)
    .order_by(topics.c.rank)
)
_WORDS = (
    select(feedback)
    .join_from(feedback, topics)
    .where(topics.c.district == bindparam("district"), topics.c.round == bindparam("round"), _APPROVED)
    .order_by(feedback.c.approved_at, feedback.c.id)
)
_TOLD = (
    select(rounds.c.name)
    .where(
        rounds.c.district == bindparam("district"),
        select(feedback.c.id)
        .join_from(feedback, topics)
        .where(
            topics.c.district == rounds.c.district,
            topics.c.round == rounds.c.name,
            feedback.c.kind.in_(_ANSWERS),
            _APPROVED,
        )
        .exists(),
    )
    .order_by(rounds.c.last.desc())
)


async def rounds_told(connection: AsyncConnection, district: str) -> tuple[RoundName, ...]:
    """Rounds of which at least one answer was approved, the newest first."""
    found = await connection.execute(_TOLD, {"district": district})
    return tuple(RoundName(name) for name in found.scalars())


async def feedback_of(
    connection: AsyncConnection, district: District, name: RoundName
) -> RoundFeedback | None:
    """The feedback of a round; None while it is not closed. Words that wait for a check are only counted."""
    asked = {"district": district.slug, "round": name}
    kept = (await connection.execute(_ROUND, asked)).one_or_none()
    if kept is None:
        return None
    rows = (await connection.execute(_FIVE, asked)).all()
    felt = await noticed(connection, [row.action for row in rows if row.action is not None])
    told: dict[int, list[Row[Any]]] = {row.id: [] for row in rows}
    for one in await connection.execute(_WORDS, asked):
        told.setdefault(one.topic, []).append(one)
    answered = [row for row in rows if _answer(told[row.id])]
    spoken = await words_of(connection, [one.id for words in told.values() for one in words])
    return RoundFeedback(
        district=district.name,
        slug=district.slug,
        round=name,
        ends=kept.last,
        people=json.loads(kept.counts)["people"],
        topics=tuple(_topic(row, told[row.id], felt.get(row.action), spoken) for row in answered),
        next_on=_next_on(district, kept.last, told.values()),
        waiting=len(rows) - len(answered),
    )


def _answer(told: Iterable[Row[Any]]) -> Row[Any] | None:
    return next((one for one in told if one.kind in _ANSWERS), None)


def _topic(
    row: Row[Any], told: Sequence[Row[Any]], felt: Noticed | None, spoken: Mapping[int, Mapping[str, str]]
) -> TopicFeedback:
    """The answer in the words that were approved, and the last news of its action that was."""
    answer = _answer(told)
    last = next((one for one in reversed(told) if one.kind in _STATUS), None)
    chosen = row.outcome is Outcome.TAKEN_UP
    status = _STATUS[last.kind] if last else ActionStatus.PLANNED
    return TopicFeedback(
        rank=row.rank,
        title=row.title,
        people=row.people,
        outcome=row.outcome,
        sentence=answer.sentence if answer else "",
        owner=row.owner or "",
        first_step_on=answer.first_step_on if answer and chosen else None,
        check_on=_check_on(told) if chosen and status in OPEN else None,
        status=status if chosen else None,
        news=last.sentence if last else "",
        noticed=felt,
        others=spoken.get(answer.id, {}) if answer else {},
        news_in_others=spoken.get(last.id, {}) if last else {},
        referred_to=answer.referred_to if answer else "",
    )


def _check_on(told: Sequence[Row[Any]]) -> date | None:
    """The day that reporters were told last."""
    return next((one.next_on for one in reversed(told) if one.next_on is not None), None)


def _next_on(district: District, ends: date, told: Iterable[Sequence[Row[Any]]]) -> date:
    """The first day that was named of an open action; without one, when the next round is answered."""
    days = [_check_on(words) for words in told if words and words[-1].kind in LASTING]
    following = span_of(district.rhythm, ends + timedelta(days=1)).last + timedelta(days=district.answer_days)
    return min((day for day in days if day is not None), default=following)
