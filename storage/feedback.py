"""What is told to reporters: prepared, checked by a person where needed, and released to `updates`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import FeedbackApproved, Occasion
from domain.feedback import OF_ONE_SIGNAL, Draft, FeedbackKind, News
from domain.messages import PersonKey
from domain.rounds import RoundName
from storage.schema import feedback, topics
from storage.spoken import keep_words, languages_of
from storage.states import FeedbackState


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Feedback before it has an id. Without a topic it is about a round, or about promises that fall due."""

    district: str
    kind: FeedbackKind
    round: RoundName | None = None
    topic: int | None = None
    title: str = ""
    sentence: str = ""
    referred_to: str = ""
    decided_on: date | None = None
    first_step_on: date | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Released:
    """Feedback whose words are good: it may go to everybody who is owed it."""

    id: int
    prepared: Prepared
    approved_at: datetime
    others: Mapping[str, str] = field(default_factory=dict)
    """The sentence in other languages."""

    @property
    def news(self) -> News:
        told, parts = self.prepared, (name for name in News.__slots__ if name != "others")
        return News(**{name: getattr(told, name) for name in parts}, others=self.others)


_INSERT = insert(feedback).returning(feedback.c.id)
_ONE_PERSON = case((feedback.c.kind.in_(sorted(OF_ONE_SIGNAL)), 1))
_DRAFTS = (
    select(feedback, func.coalesce(topics.c.people, _ONE_PERSON, 0).label("people"))
    .outerjoin_from(feedback, topics, topics.c.id == feedback.c.topic)
    .where(feedback.c.district == bindparam("district"), feedback.c.state == FeedbackState.DRAFT)
    .order_by(feedback.c.id)
)
_OLD_DRAFTS = select(feedback.c.id, feedback.c.district).where(
    feedback.c.state == FeedbackState.DRAFT, feedback.c.made_at <= bindparam("before")
)
_RELEASED = (
    select(feedback)
    .where(feedback.c.district == bindparam("district"), feedback.c.state == FeedbackState.APPROVED)
    .order_by(feedback.c.id)
)


async def draft(connection: AsyncConnection, prepared: Prepared, now: datetime) -> int:
    """Keep words that have to be checked before anybody reads them. Gives the id."""
    row = {**_parts(prepared), "state": FeedbackState.DRAFT, "made_at": now}
    return int((await connection.execute(_INSERT, row)).scalar_one())


async def release(
    connection: AsyncConnection, prepared: Prepared, now: datetime, by: PersonKey | None = None
) -> Released:
    """Keep feedback that needs no check: none of its words are a person's, or the wijk has no expert."""
    made = {"state": FeedbackState.APPROVED, "made_at": now, "approved_at": now, "approved_by": by}
    row = {**_parts(prepared), **made}
    return Released(int((await connection.execute(_INSERT, row)).scalar_one()), prepared, now)


async def drafts(connection: AsyncConnection, district: str) -> tuple[Draft, ...]:
    """Words that wait for a check in this wijk, the oldest first."""
    rows = await connection.execute(_DRAFTS, {"district": district})
    found = rows.all()
    spoken = await languages_of(connection, [row.topic for row in found if row.topic is not None])
    parts = [name for name in Draft.__slots__ if name != "languages"]
    return tuple(
        Draft(**{name: getattr(row, name) for name in parts}, languages=spoken.get(row.topic, ()))
        for row in found
    )


async def drafts_since(connection: AsyncConnection, before: datetime) -> tuple[tuple[int, str], ...]:
    """Drafts, with their wijk, that wait since this moment or longer: a reminder is due."""
    rows = await connection.execute(_OLD_DRAFTS, {"before": before})
    return tuple((row.id, row.district) for row in rows)


async def approve(
    connection: AsyncConnection, occasion: Occasion, approved: FeedbackApproved
) -> Released | None:
    """Somebody let exactly these words go out. None when they went out before, or are another wijk's."""
    waiting = (
        feedback.c.id == approved.feedback,
        feedback.c.district == occasion.district,
        feedback.c.state == FeedbackState.DRAFT,
    )
    values = {
        "state": FeedbackState.APPROVED,
        "sentence": approved.sentence,
        "approved_at": occasion.now,
        "approved_by": occasion.person,
    }
    changed = update(feedback).where(*waiting).values(**values).returning(feedback)
    row = (await connection.execute(changed)).one_or_none()
    if row is None:
        return None
    await keep_words(connection, row.id, approved.others)
    return replace(_released(row), others=dict(approved.others))


async def released(connection: AsyncConnection, district: str) -> tuple[Released, ...]:
    """Everything that went out in this wijk."""
    return tuple(map(_released, await connection.execute(_RELEASED, {"district": district})))


def _parts(prepared: Prepared) -> dict[str, Any]:
    return {name: getattr(prepared, name) for name in Prepared.__slots__}


def _released(row: Row[Any]) -> Released:
    prepared = Prepared(**{name: getattr(row, name) for name in Prepared.__slots__})
    return Released(row.id, prepared, row.approved_at)
