"""`wissen` and `gegevens`, driven by the schema: a table with people in it takes part by being there."""

import hashlib
from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import PersonKey
from storage.columns import Wipe, Words
from storage.schema import conversations, lookups, metadata, signals, topic_signals, topics

NOT_TOLD = {"inbox", "buttons"}
"""Tables that say nothing of a person that stands nowhere else; tokens are secrets besides."""
OF_NOBODY = {
    "agreements": "themes of a wijk",
    "audit": "what was done, by role",
    "calendar_entries": "meetings of a wijk",
    "cursors": "how far a platform was read",
    "erasures": "hashes of who is gone",
    "feedback_words": "what the wijkverband told",
    "heartbeats": "signs of life of the service",
    "inbox": "ids of events",
    "ledger": "counts of a round",
    "mails": "reports to organisations",
    "pauses": "what the operator did",
    "reminders": "reminders of a wijk",
    "rooms": "the group of a wijkverband",
    "rounds": "counts of a round",
    "sequences": "the next number",
    "skipped_asks": "counts of a day",
    "topics": "what a report ranked; which signals stand in it is told",
}
"""Tables in which no key of a person and no signal stands: nothing of anybody is in them."""


def person_columns(table: Table) -> list[Column[Any]]:
    """The columns of a table that hold the key of a person."""
    return [column for column in table.columns if "wipe" in column.info]


async def wipe(connection: AsyncConnection, person: PersonKey) -> None:
    """Remove every row of this person, and their key from the rows of others (see `erasure.erase`)."""
    await _count_wiped(connection, person)
    for column in _columns(Wipe.BLANK):
        blank = update(column.table).where(column == person).values({column.name: None})
        await connection.execute(blank)
    for column in _columns(Wipe.ROW):
        await connection.execute(delete(column.table).where(column == person))
    in_rooms = conversations.c.key.endswith(f"/{person}", autoescape=True)
    await connection.execute(delete(conversations).where(in_rooms))


async def everything_of(connection: AsyncConnection, person: PersonKey) -> dict[str, list[dict[str, Any]]]:
    """Everything that is kept of this person, by table, fit for JSON; no key of anybody else."""
    mine = select(signals.c.number).where(signals.c.person == person)
    numbers = frozenset((await connection.execute(mine)).scalars())
    found: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        conditions = [column == person for column in person_columns(table)]
        conditions += [conversations.c.key.endswith(f"/{person}", autoescape=True)] * (table is conversations)
        conditions += [and_(column.in_(mine), *_told_of(table)) for column in _about_signals(table)]
        if not conditions or table.name in NOT_TOLD:
            continue
        rows = await connection.execute(select(table).where(or_(*conditions)))
        found[table.name] = [_told(table, row, person, numbers) for row in rows.mappings()]
    return found


def hash_of(person: PersonKey) -> str:
    """How a key stands in the erasure journal."""
    return hashlib.sha256(person.encode()).hexdigest()


async def _count_wiped(connection: AsyncConnection, person: PersonKey) -> None:
    # The counts of a topic stay as they were reported; that somebody left is counted beside them.
    theirs = select(topic_signals.c.topic).join_from(topic_signals, signals).where(signals.c.person == person)
    await connection.execute(update(topics).where(topics.c.id.in_(theirs)).values(wiped=topics.c.wiped + 1))


def _columns(what: Wipe) -> Iterator[Column[Any]]:
    # What hangs on another row goes first.
    for table in reversed(metadata.sorted_tables):
        yield from (column for column in person_columns(table) if column.info["wipe"] is what)


def _about_signals(table: Table) -> list[Column[Any]]:
    """Columns that name a signal: pictures, topics and the like of a person's own signals."""
    return [key.parent for key in table.foreign_keys if key.column is signals.c.number]


def names_people(table: Table) -> bool:
    """Whether the key of a person, or the number of a signal, can stand in it."""
    return bool(person_columns(table) or _about_signals(table))


def _told_of(table: Table) -> list[ColumnElement[bool]]:
    """That it was looked up who reported stands in it from the day on which the writer was told."""
    return [lookups.c.told_at.isnot(None)] if table is lookups else []


def _told(table: Table, row: Any, person: PersonKey, numbers: Collection[str]) -> dict[str, Any]:  # noqa: ANN401 - a row as mapping
    hidden = {column.name for column in person_columns(table) if not _own(row[column.name], person)}
    if not _theirs(table, row, person, numbers):
        # They approved it, or answered it: that is theirs to know, what somebody else said is not.
        hidden |= {column.name for column in table.columns if isinstance(column.type, Words)}
    return {name: _plain(value) for name, value in row.items() if name not in hidden}


def _own(key: str | None, person: PersonKey) -> bool:
    return key is None or key == person or key.endswith(f"/{person}")


def _theirs(table: Table, row: Any, person: PersonKey, numbers: Collection[str]) -> bool:  # noqa: ANN401 - the same
    """Whether the row is about them, and not about the signal of somebody else."""
    about = [row[column.name] for column in _about_signals(table)]
    whole = any(
        row[column.name] == person for column in person_columns(table) if column.info["wipe"] is Wipe.ROW
    )
    return whole or not about or any(number in numbers for number in about)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever stands in a column
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return f"{len(value)} bytes" if isinstance(value, bytes) else value
