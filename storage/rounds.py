"""Rounds of a wijk: their status, their report (kept once), and the topics of rounds before."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.report import Mention
from domain.rounds import RoundName, RoundStatus, Span
from domain.topics import Topic
from storage.codec import dump_evidence, dump_text, load_evidence
from storage.schema import rounds, signals, topic_signals, topics
from storage.signals import RoundSignal, of_round


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A round in numbers of people, kept when the words are gone."""

    people: int = 0
    messages: int = 0
    neighbourhoods: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundled:
    """What the bundling made of a round. `topics` are ranked; each has its title in words beside it."""

    topics: Sequence[tuple[str, Topic]] = ()
    left_out: int = 0
    quiet_voice: Mention | None = None
    good_news: tuple[Mention, ...] = ()
    checked: bool = False
    model: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """A round as it stands."""

    district: str
    span: Span
    status: RoundStatus
    reported_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class EarlierTopic:
    """A topic of the report before: rounds in a row it stood there, and its words as far as they are kept."""

    title: str
    people: int
    rounds: int
    texts: tuple[str, ...]


_ENSURE = insert(rounds).on_conflict_do_nothing(index_elements=[rounds.c.district, rounds.c.name])
_ROUND = select(rounds).where(rounds.c.district == bindparam("district"), rounds.c.name == bindparam("round"))
_LATEST = select(rounds).where(rounds.c.district == bindparam("district")).order_by(rounds.c.last.desc())
_ENDED_EARLY = select(rounds.c.district, rounds.c.name).where(
    rounds.c.last >= bindparam("today"), rounds.c.reported_at.isnot(None)
)
_BEFORE = (
    select(rounds.c.name)
    .where(
        rounds.c.district == bindparam("district"),
        rounds.c.last < bindparam("first"),
        rounds.c.reported_at.isnot(None),
    )
    .order_by(rounds.c.last.desc())
    .limit(1)
)
_TEXTS = (
    select(topics.c.id, topics.c.title, topics.c.people, topics.c.evidence, signals.c.text)
    .select_from(topics)
    .outerjoin(topic_signals, topic_signals.c.topic == topics.c.id)
    .outerjoin(signals, signals.c.number == topic_signals.c.signal)
    .where(topics.c.district == bindparam("district"), topics.c.round == bindparam("round"))
    .order_by(topics.c.rank, topic_signals.c.position)
)
_TOPIC = insert(topics).returning(topics.c.id, sort_by_parameter_order=True)


async def ensure(connection: AsyncConnection, district: str, span: Span) -> None:
    """This round exists and is collecting, if it was not there yet."""
    row = {"district": district, "name": span.name, "first": span.first, "last": span.last}
    await connection.execute(_ENSURE, {**row, "status": RoundStatus.COLLECTING})


async def round_of(connection: AsyncConnection, district: str, name: RoundName) -> Reported | None:
    """A round by its name, None when it never began."""
    row = (await connection.execute(_ROUND, {"district": district, "round": name})).one_or_none()
    return None if row is None else _reported(row)


async def rounds_of(connection: AsyncConnection, district: str) -> tuple[Reported, ...]:
    """All rounds of a wijk, the newest first."""
    return tuple(map(_reported, await connection.execute(_LATEST, {"district": district})))


async def ended_early(connection: AsyncConnection, today: date) -> frozenset[tuple[str, RoundName]]:
    """(wijk, round) of rounds whose days are not over but whose report is out: they take no signals."""
    rows = await connection.execute(_ENDED_EARLY, {"today": today})
    return frozenset((row.district, row.name) for row in rows)


async def status(connection: AsyncConnection, district: str, name: RoundName) -> RoundStatus | None:
    """Collecting, choosing or closed; None when the round never began."""
    found = await round_of(connection, district, name)
    return None if found is None else found.status


async def keep_report(
    connection: AsyncConnection, district: str, span: Span, bundled: Bundled, now: datetime
) -> bool:
    """The report of this round, once: False, and nothing changes, when it is there already."""
    await ensure(connection, district, span)
    counted = count(await of_round(connection, district, span.name))
    this = (rounds.c.district == district, rounds.c.name == span.name)
    first = update(rounds).where(*this, rounds.c.status == RoundStatus.COLLECTING)
    kept = {"status": RoundStatus.CHOOSING, "reported_at": now, "counts": _dump(counted, bundled)}
    if not (await connection.execute(first.values(**kept))).rowcount:
        return False
    await _keep_topics(connection, district, span.name, bundled.topics)
    return True


async def earlier(connection: AsyncConnection, district: str, first: date) -> tuple[EarlierTopic, ...]:
    """The topics of the newest report before the round that began on this day, by rank."""
    asked = {"district": district, "first": first}
    name = (await connection.execute(_BEFORE, asked)).scalar_one_or_none()
    if name is None:
        return ()
    found: dict[int, EarlierTopic] = {}
    for row in await connection.execute(_TEXTS, {"district": district, "round": name}):
        said = (row.text,) if row.text else ()
        before = found.get(row.id)
        texts = (before.texts if before else ()) + said
        in_a_row = load_evidence(row.evidence).rounds_before + 1
        found[row.id] = EarlierTopic(row.title, row.people, in_a_row, texts)
    return tuple(found.values())


def count(said: Sequence[RoundSignal]) -> Counts:
    """People per buurt, language and source: everybody once in each, however often they wrote."""
    return Counts(
        people=len({one.voice for one in said}),
        messages=len(said),
        neighbourhoods=_people_by((one.neighbourhood, one.voice) for one in said),
        languages=_people_by((one.language, one.voice) for one in said),
        sources=_people_by((one.source.value, one.voice) for one in said),
    )


async def collected(connection: AsyncConnection, district: str, name: RoundName) -> Counts:
    """The same of a round that is still collecting."""
    return count(await of_round(connection, district, name))


def _people_by(pairs: Iterable[tuple[str | None, str]]) -> dict[str, int]:
    return dict(Counter(name for name, _ in {pair for pair in pairs if pair[0]} if name))


async def _keep_topics(
    connection: AsyncConnection, district: str, name: RoundName, titled: Sequence[tuple[str, Topic]]
) -> None:
    if not titled:
        return
    rows = [
        {"district": district, "round": name, "rank": rank, **_topic(title, topic)}
        for rank, (title, topic) in enumerate(titled, start=1)
    ]
    ids = (await connection.execute(_TOPIC, rows)).scalars().all()
    # Since the bundling looked, somebody may have wiped what they said.
    of_district = select(signals.c.number).where(signals.c.district == district)
    there = set((await connection.execute(of_district)).scalars())
    members = [
        {"topic": id_, "signal": number, "position": position}
        for id_, (_, topic) in zip(ids, titled, strict=True)
        for position, number in enumerate(topic.signals)
        if number in there
    ]
    if members:
        await connection.execute(insert(topic_signals), members)


def _topic(title: str, topic: Topic) -> dict[str, Any]:
    return {
        "title": title,
        "people": topic.evidence.people,
        "messages": topic.evidence.messages,
        "score": topic.score,
        "reason": dump_text(topic.reason),
        "evidence": dump_evidence(topic.evidence),
        "theme": topic.theme,
        "place": topic.place,
    }


def _reported(row: Any) -> Reported:  # noqa: ANN401 - a row of `rounds`
    span = Span(row.name, row.first, row.last)
    return Reported(row.district, span, row.status, row.reported_at, row.closed_at)


def _dump(counted: Counts, bundled: Bundled) -> str:
    rest = {name: getattr(bundled, name) for name in ("left_out", "checked", "model")}
    quiet = bundled.quiet_voice and asdict(bundled.quiet_voice)
    good = [asdict(one) for one in bundled.good_news]
    return json.dumps({**asdict(counted), **rest, "quiet_voice": quiet, "good_news": good})
