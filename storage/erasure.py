"""`wissen` in the wijk's store: everything of a person, also where their words reached somebody else's rows.

The vault and the journal outside the stores come in with `settling.py`.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import ColumnElement, Table, delete, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.districts import NETHERLANDS
from domain.messages import Kind, PersonKey
from domain.rounds import local_day
from storage import fast_lane, ledger, privacy
from storage.privacy import hash_of
from storage.schema import conversations, erasures, metadata, outbox, people, signals
from storage.states import Delivery

PERSON = "p:"
"""How the key of a person begins; that of a room does not."""
SHORTEST, QUOTED = 12, 40
"""Characters of a line by which it is known again in what was said to others."""
_JOURNAL = insert(erasures)
_JOURNAL = _JOURNAL.on_conflict_do_update(
    index_elements=[erasures.c.key_hash],
    set_={name: _JOURNAL.excluded[name] for name in ("on", "at")},
)


async def erase(connection: AsyncConnection, person: PersonKey, now: datetime) -> None:
    """Remove everything of this person, and note in the store's journal that it was done."""
    await fast_lane.forget_person(connection, person, now)
    await ledger.count_gone(connection, person)
    theirs = await connection.execute(select(signals.c.text).where(signals.c.person == person))
    await unsay(connection, tuple(theirs.scalars()))
    await privacy.wipe(connection, person)
    await note(connection, {hash_of(person): now})


async def note(connection: AsyncConnection, erased: Mapping[str, datetime]) -> None:
    """Keep in the store's journal that these were erased."""
    rows = [
        {"key_hash": one, "on": local_day(at, NETHERLANDS), "at": at} for one, at in sorted(erased.items())
    ]
    if rows:
        await connection.execute(_JOURNAL, rows)


async def erased(connection: AsyncConnection) -> dict[str, datetime]:
    """Hashes of everybody who was erased, and when. Of the oldest only the day is known."""
    rows = await connection.execute(select(erasures.c.key_hash, erasures.c.on, erasures.c.at))
    return {row.key_hash: row.at or _end_of(row.on) for row in rows}


async def replay(
    connection: AsyncConnection, journal: Mapping[str, datetime], now: datetime
) -> frozenset[PersonKey]:
    """Erase again whoever is back, and was erased after their first word; gives who that were."""
    rows = await connection.execute(select(people.c.key, people.c.first_seen))
    since: dict[str, datetime] = {row.key: row.first_seen for row in rows}
    back = set()
    for person in await everybody(connection):
        at = journal.get(hash_of(person))
        if at is not None and since.get(person, at) <= at:
            await erase(connection, person, now)
            back.add(person)
    await note(connection, journal)
    return frozenset(back)


async def everybody(connection: AsyncConnection) -> frozenset[PersonKey]:
    """Every person whose key stands anywhere."""
    found: set[str] = set()
    for table in metadata.sorted_tables:
        for column in privacy.person_columns(table):
            found |= set((await connection.execute(select(column).distinct())).scalars())
    keys = {key.rpartition("/")[2] for key in found if key}
    return frozenset(PersonKey(key) for key in keys if key.startswith(PERSON))


async def unsay(connection: AsyncConnection, texts: Iterable[str]) -> None:
    """These words in what was said to others, and in what others were about to say of them."""
    quoted = tuple(_quoted(texts))
    if not quoted:
        return
    # News of a topic goes on to everybody it is owed: its words were approved, and are nobody's own.
    ended = or_(outbox.c.state.in_([Delivery.SENT, Delivery.DEAD]), outbox.c.kind != Kind.UPDATE)
    await connection.execute(delete(outbox).where(ended, _holding(outbox, ("text", "choices"), quoted)))
    there = _holding(conversations, ("state", "choices"), quoted)
    await connection.execute(delete(conversations).where(there))


def _quoted(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for line in text.splitlines():
            said = line.strip()[:QUOTED].strip()
            if len(said) >= SHORTEST:
                yield from {said, json.dumps(said)[1:-1], json.dumps(said, ensure_ascii=False)[1:-1]}


def _holding(table: Table, names: tuple[str, ...], quoted: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(table.c[name].contains(one, autoescape=True) for name in names for one in quoted))


def _end_of(day: object) -> datetime:
    return datetime.combine(day, time(), UTC) + timedelta(days=2)  # type: ignore[arg-type]
