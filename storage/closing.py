"""Closing a round: all five are answered, and everybody who reported in it is told."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.decisions import Outcome
from domain.events import Occasion
from domain.feedback import FeedbackKind
from domain.rounds import RoundName, RoundStatus
from storage import meetings
from storage.feedback import Prepared, draft, release
from storage.people import experts
from storage.schema import actions, decisions, rounds, topics
from storage.signals import THE_FIVE
from storage.updates import fan_out


class NotAllAnswered(Exception):
    """One of the five has no answer: the round cannot close."""


_FIVE = (
    select(
        topics.c.id,
        topics.c.title,
        decisions.c.outcome,
        decisions.c.sentence,
        decisions.c.referred_to,
        decisions.c.decided_on,
        actions.c.first_step_on,
        actions.c.check_on,
    )
    .select_from(topics)
    .outerjoin(decisions, decisions.c.topic == topics.c.id)
    .outerjoin(actions, actions.c.topic == topics.c.id)
    .where(THE_FIVE)
    .order_by(topics.c.rank)
)


async def close_round(connection: AsyncConnection, occasion: Occasion, name: RoundName) -> bool:
    """Close the round and tell everybody; where the wijk has experts they check the words first.

    False when it was closed before, or its report is not out.
    """
    district = occasion.district or ""
    this = (rounds.c.district == district, rounds.c.name == name, rounds.c.status == RoundStatus.CHOOSING)
    closing = update(rounds).where(*this).values(status=RoundStatus.CLOSED, closed_at=occasion.now)
    five = (await connection.execute(_FIVE, {"district": district, "round": name})).all()
    if any(row.outcome is None for row in five):
        raise NotAllAnswered(f"{district} {name}: one of the five has no answer")
    if not (await connection.execute(closing)).rowcount:
        return False
    await meetings.forget_scores(connection, district, name)
    checked = bool(await experts(connection, district))
    for row in five:
        prepared = _answer(row, district, name)
        if checked:
            await draft(connection, prepared, occasion.now)
        else:
            await fan_out(connection, await release(connection, prepared, occasion.now), occasion.now)
    rest = Prepared(district=district, round=name, kind=FeedbackKind.NOT_AMONG_FIVE)
    await fan_out(connection, await release(connection, rest, occasion.now), occasion.now)
    return True


def _answer(row: Any, district: str, name: RoundName) -> Prepared:  # noqa: ANN401 - a row of _FIVE
    chosen = row.outcome is Outcome.TAKEN_UP
    return Prepared(
        district=district,
        round=name,
        topic=row.id,
        kind=FeedbackKind.CHOSEN if chosen else FeedbackKind.NOT_CHOSEN,
        title=row.title,
        sentence=row.sentence,
        referred_to=row.referred_to,
        decided_on=row.decided_on,
        first_step_on=row.first_step_on if chosen else None,
        next_on=row.check_on if chosen else None,
    )
