"""`wissen` and `gegevens`, driven by the schema: a table with people in it takes part by being there."""

import hashlib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import PersonKey
from storage.columns import Wipe
from storage.schema import conversations, lookups, metadata, signals, topic_signals, topics

NOT_TOLD = {"inbox", "buttons"}
"""Tables that say nothing of a person that stands nowhere else; tokens are secrets besides."""


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
    found: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        conditions = [column == person for column in person_columns(table)]
        conditions += [and_(column.in_(mine), *_told_of(table)) for column in _about_signals(table)]
        if not conditions or table.name in NOT_TOLD:
            continue
        rows = await connection.execute(select(table).where(or_(*conditions)))
        found[table.name] = [_told(table, row, person) for row in rows.mappings()]
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


def _told_of(table: Table) -> list[ColumnElement[bool]]:
    """That it was looked up who reported stands in it from the day on which the writer was told."""
    return [lookups.c.told_at.isnot(None)] if table is lookups else []


def _told(table: Table, row: Any, person: PersonKey) -> dict[str, Any]:  # noqa: ANN401 - a row as mapping
    others = {column.name for column in person_columns(table) if row[column.name] not in {None, person}}
    return {name: _plain(value) for name, value in row.items() if name not in others}


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever stands in a column
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return f"{len(value)} bytes" if isinstance(value, bytes) else value
