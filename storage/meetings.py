"""How far the meeting about a round is, and the points that members gave."""

from typing import Any, TypeAlias, assert_never

from sqlalchemy import bindparam, delete, false, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.decisions import Meeting
from domain.events import Occasion, OverrunTold, PartBegun, ScoringMoved, TopicScored
from domain.meeting import Score, Scoring, Sitting
from domain.rounds import RoundName
from storage.decisions import on_table
from storage.people import deciders
from storage.schema import meetings, scores, topics

Happening: TypeAlias = PartBegun | OverrunTold | ScoringMoved | TopicScored

_SITTING = select(meetings).where(
    meetings.c.district == bindparam("district"), meetings.c.round == bindparam("round")
)
_SCORES = (
    select(scores)
    .join_from(scores, topics)
    .where(topics.c.district == bindparam("district"), topics.c.round == bindparam("round"))
    .order_by(topics.c.rank, scores.c.person)
)
_BEGIN = insert(meetings)
_BEGIN = _BEGIN.on_conflict_do_update(
    index_elements=[meetings.c.district, meetings.c.round],
    set_={"over_told": false(), **{name: _BEGIN.excluded[name] for name in ("part", "sat_at", "ends_at")}},
)
_SCORE = insert(scores)
_SCORE = _SCORE.on_conflict_do_update(
    index_elements=[scores.c.topic, scores.c.person],
    set_={name: _SCORE.excluded[name] for name in ("feasibility", "impact", "at")},
)


async def seated(connection: AsyncConnection, table: Meeting) -> Meeting:
    """The same meeting with how far it is, and who may give points."""
    asked = {"district": table.district, "round": table.round}
    row = (await connection.execute(_SITTING, asked)).one_or_none()
    fields = row and {name: getattr(row, name) for name in Sitting.__slots__}
    return Meeting(
        district=table.district,
        round=table.round,
        status=table.status,
        topics=table.topics,
        sitting=Sitting(**fields) if fields else None,
        scores=tuple(
            Score(one.topic, one.person, one.feasibility, one.impact)
            for one in await connection.execute(_SCORES, asked)
        ),
        members=await deciders(connection, table.district),
    )


async def keep(connection: AsyncConnection, occasion: Occasion, event: Happening) -> None:
    """Write what happened in the meeting."""
    match event:
        case PartBegun():
            await connection.execute(_BEGIN, _begun(occasion, event))
        case OverrunTold(name):
            await _set(connection, occasion, name, over_told=True)
        case ScoringMoved(name, scoring):
            await _set(connection, occasion, name, scoring=scoring)
        case TopicScored():
            await _score(connection, occasion, event)
        case _ as never:
            assert_never(never)


def _begun(occasion: Occasion, event: PartBegun) -> dict[str, Any]:
    return {
        "district": occasion.district,
        "round": event.round,
        "part": event.part,
        "sat_at": occasion.now,
        "ends_at": event.ends_at,
        "scoring": Scoring.NONE,
        "begun_by": occasion.person,
    }


async def _set(connection: AsyncConnection, occasion: Occasion, name: RoundName, **values: object) -> None:
    this = (meetings.c.district == occasion.district, meetings.c.round == name)
    await connection.execute(update(meetings).where(*this).values(**values))


async def _score(connection: AsyncConnection, occasion: Occasion, event: TopicScored) -> None:
    if await on_table(connection, occasion, event.topic):
        row = {
            "topic": event.topic,
            "person": occasion.person,
            "feasibility": event.feasibility,
            "impact": event.impact,
            "at": occasion.now,
        }
        await connection.execute(_SCORE, row)


async def forget_scores(connection: AsyncConnection, district: str, name: RoundName) -> None:
    """Who gave which points is nobody's business once all is answered."""
    of_round = select(topics.c.id).where(topics.c.district == district, topics.c.round == name)
    await connection.execute(delete(scores).where(scores.c.topic.in_(of_round)))
