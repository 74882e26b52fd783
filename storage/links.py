"""What people said about signals of others: the same subject or not, a better title, a talk, an effect."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import EffectTold, Occasion, SameTopic, TalkLogged, TopicTitled
from domain.messages import PersonKey
from domain.rounds import RoundName
from domain.signals import SignalNumber
from storage.continuing import continuing, tied
from storage.schema import effects, followers, links, signals, talks, titles


@dataclass(frozen=True, slots=True)
class Link:
    """`same`: must stand in one topic; otherwise cannot."""

    one: SignalNumber
    other: SignalNumber
    same: bool
    person: PersonKey | None
    at: datetime


_LINK = insert(links)
_LINK = _LINK.on_conflict_do_update(
    index_elements=[links.c.one, links.c.other, links.c.person],
    set_={"same": _LINK.excluded.same, "at": _LINK.excluded.at},
)
_TITLE = insert(titles)
_TITLE = _TITLE.on_conflict_do_update(
    index_elements=[titles.c.signal],
    set_={name: _TITLE.excluded[name] for name in ("title", "person", "at")},
)
_EFFECT = insert(effects)
_EFFECT = _EFFECT.on_conflict_do_update(
    index_elements=[effects.c.signal, effects.c.person],
    set_={"effect": _EFFECT.excluded.effect, "at": _EFFECT.excluded.at},
)
_FOLLOW = insert(followers).on_conflict_do_nothing()
_NUMBERS = select(signals.c.number).where(
    signals.c.district == bindparam("district"), signals.c.round == bindparam("round")
)
_LINKS = (
    select(*(links.c[name] for name in Link.__slots__))
    .where(links.c.one.in_(_NUMBERS), links.c.other.in_(_NUMBERS))
    .order_by(links.c.id)
)
_TITLES = (
    select(titles.c.signal, titles.c.title)
    .join_from(titles, signals)
    .where(signals.c.district == bindparam("district"))
    .order_by(titles.c.at)
)


async def link(connection: AsyncConnection, occasion: Occasion, said: SameTopic) -> None:
    """Keep that two signals are about the same, or not; a person's last word on a pair counts."""
    one, other = sorted((said.one, said.other))
    if one == other or not await _there(connection, one, other):
        return
    row = {"one": one, "other": other, "same": said.same, "person": occasion.person, "at": occasion.now}
    await connection.execute(_LINK, row)


async def links_of(connection: AsyncConnection, district: str, name: RoundName) -> tuple[Link, ...]:
    """What was said of pairs of a round, the oldest first, and who goes on about the same earlier topic."""
    rows = await connection.execute(_LINKS, {"district": district, "round": name})
    later = tied(await continuing(connection, district), name)
    chains = (Link(one.number, other.number, same=True, person=None, at=other.at) for one, other in later)
    return (*(Link(**row) for row in rows.mappings()), *chains)


def agreed(
    said: Iterable[Link],
) -> tuple[tuple[tuple[SignalNumber, SignalNumber], ...], tuple[tuple[SignalNumber, SignalNumber], ...]]:
    """Pairs that are the same, and pairs that are not; "the same" wins where two people disagree."""
    known = [((one.one, one.other), one.same) for one in said]
    same = {pair for pair, alike in known if alike}
    return tuple(sorted(same)), tuple(sorted({pair for pair, _ in known} - same))


async def title(connection: AsyncConnection, occasion: Occasion, given: TopicTitled) -> bool:
    """A better title for whatever topic this signal is at the heart of."""
    row = {"signal": given.number, "title": given.title, "person": occasion.person, "at": occasion.now}
    there = await _there(connection, given.number)
    if there:
        await connection.execute(_TITLE, row)
    return there


async def titles_of(connection: AsyncConnection, district: str) -> dict[SignalNumber, str]:
    """Titles that people gave, by signal, of all rounds: a title outlives a new bundling.

    What goes on about a topic of an earlier round keeps the title of that topic.
    """
    carried = {one.number: one.title for one in await continuing(connection, district)}
    rows = await connection.execute(_TITLES, {"district": district})
    return carried | {row.signal: row.title for row in rows}


async def log_talk(connection: AsyncConnection, occasion: Occasion, talk: TalkLogged) -> None:
    """A buurtgesprek was held; what was said in it follows as signals."""
    row = {
        "district": occasion.district or "",
        "person": occasion.person,
        "place": talk.place,
        "people": talk.people,
        "at": occasion.now,
    }
    await connection.execute(insert(talks), row)


async def follow(connection: AsyncConnection, person: PersonKey, number: SignalNumber, now: datetime) -> None:
    """A respondent wants to hear what happens with a signal that was logged for them."""
    if await _there(connection, number):
        await connection.execute(_FOLLOW, {"signal": number, "person": person, "since": now})


async def tell_effect(connection: AsyncConnection, occasion: Occasion, told: EffectTold) -> None:
    """Whether a reporter notices a difference; the last word counts."""
    row = {"signal": told.number, "person": occasion.person, "effect": told.effect, "at": occasion.now}
    if await _there(connection, told.number):
        await connection.execute(_EFFECT, row)


async def _there(connection: AsyncConnection, *numbers: str) -> bool:
    # What a button names may be wiped since.
    found = await connection.execute(select(signals.c.number).where(signals.c.number.in_(numbers)))
    return len(found.all()) == len(numbers)
