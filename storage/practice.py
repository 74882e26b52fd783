"""Practice conversations: one at a time for each wijk, kept answer by answer, and the step that follows."""

from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import PracticeAnswered
from domain.practice import Practice, PracticePart, following
from storage.schema import practice, rounds, topics
from storage.signals import FIVE

EXAMPLES = 5
"""Topics of earlier rounds that are offered as an example."""

FIRST = {PracticePart.EXAMPLE, PracticePart.STEP}
"""A conversation begins with an example; the closing question of a meeting is the step alone."""

_HERE = practice.c.district == bindparam("in_district")
_FINISHED = practice.c.asks.is_(None)
_BEGUN = select(practice).where(_HERE, ~_FINISHED)
_OF = select(practice).where(_HERE, _FINISHED).order_by(practice.c.id.desc())
_EXAMPLES = (
    select(topics.c.title)
    .join_from(topics, rounds, (rounds.c.district == topics.c.district) & (rounds.c.name == topics.c.round))
    .where(topics.c.district == bindparam("in_district"), topics.c.rank <= FIVE)
    .order_by(rounds.c.last.desc(), topics.c.rank)
)


async def keep(connection: AsyncConnection, district: str, event: PracticeAnswered, day: date) -> None:
    """One answer; nothing happens when another question is open by now."""
    found = await begun(connection, district)
    if found is None and event.part in FIRST:
        row = {"district": district, "begun_on": day, "asks": event.part}
        await connection.execute(insert(practice), row)
    elif found is None or found.asks is not event.part:
        return
    given: dict[str, Any] = {
        event.part.value: event.words,
        "asks": following(event.part, skipped=not event.words),
    }
    given |= {"owner_key": event.owner_key} if event.owner_key else {}
    given |= {"due_on": event.due_on} if event.due_on else {}
    still = (practice.c.district == district, practice.c.asks == event.part)
    await connection.execute(update(practice).where(*still).values(**given))


async def drop(connection: AsyncConnection, district: str) -> None:
    """What was broken off goes."""
    await connection.execute(delete(practice).where(practice.c.district == district, ~_FINISHED))


async def take_step(connection: AsyncConnection, district: str, practice_id: int) -> None:
    """The step was taken: nobody is reminded of it any more."""
    this = (practice.c.id == practice_id, practice.c.district == district)
    await connection.execute(update(practice).where(*this).values(taken=True))


async def begun(connection: AsyncConnection, district: str) -> Practice | None:
    """The conversation that was broken off, or goes on somewhere."""
    row = (await connection.execute(_BEGUN, {"in_district": district})).one_or_none()
    return None if row is None else _practice(row)


async def of(connection: AsyncConnection, district: str) -> tuple[Practice, ...]:
    """The finished conversations of this wijk, the last one first."""
    return tuple(map(_practice, await connection.execute(_OF, {"in_district": district})))


async def steps(connection: AsyncConnection, district: str) -> tuple[Practice, ...]:
    """Conversations whose step still has to be taken, the first day first."""
    open_ = [one for one in await of(connection, district) if one.due_on and not one.done]
    return tuple(sorted(open_, key=lambda one: (one.due_on or one.begun_on, one.id)))


async def examples(connection: AsyncConnection, district: str) -> tuple[str, ...]:
    """Titles of topics of earlier rounds, the last round first, each once."""
    titles = (await connection.execute(_EXAMPLES, {"in_district": district})).scalars()
    return tuple(dict.fromkeys(titles))[:EXAMPLES]


def _practice(row: Row[Any]) -> Practice:
    said = {part: getattr(row, part.value) for part in PracticePart}
    answers = {part: words for part, words in said.items() if words}
    return Practice(row.id, row.begun_on, row.asks, answers, row.owner_key, row.due_on, row.taken)
