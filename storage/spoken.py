"""Feedback in other languages: which ones its reporters wrote in, and what somebody typed there."""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.districts import DUTCH
from domain.signals import Source
from storage.schema import feedback_words, signals, topic_signals

_LANGUAGES = (
    select(topic_signals.c.topic, signals.c.language)
    .join_from(topic_signals, signals)
    .where(
        topic_signals.c.topic.in_(bindparam("topics", expanding=True)),
        signals.c.language != DUTCH,
        signals.c.source != Source.IMPORTED,
        signals.c.withdrawn_at.is_(None),
        signals.c.withheld.is_(False),
    )
    .distinct()
    .order_by(signals.c.language)
)
_WORDS = select(feedback_words).where(feedback_words.c.feedback.in_(bindparam("ids", expanding=True)))


async def languages_of(connection: AsyncConnection, topics: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Topic -> languages other than Dutch that its reporters wrote in; how many people, nobody is told."""
    found: dict[int, tuple[str, ...]] = {}
    for row in await connection.execute(_LANGUAGES, {"topics": list(topics)}):
        found[row.topic] = (*found.get(row.topic, ()), row.language)
    return found


async def keep_words(connection: AsyncConnection, feedback: int, words: Iterable[tuple[str, str]]) -> None:
    """The sentence of a feedback in other languages."""
    rows = [{"feedback": feedback, "language": code, "sentence": said} for code, said in words]
    if rows:
        await connection.execute(insert(feedback_words), rows)


async def words_of(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Feedback -> language -> the sentence in it."""
    found: dict[int, dict[str, str]] = {}
    for row in await connection.execute(_WORDS, {"ids": list(ids)}):
        found.setdefault(row.feedback, {})[row.language] = row.sentence
    return found
