"""Both stores as text that two engines must agree on: every row of every table, ids by their place.

Left out is what chance makes: the tokens of buttons (who and what for is compared), the spread of a new try.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table, select

from storage import schema, vault
from storage.engine import Store

IDS = {
    "feedback": {"topic": "topics"},
    "updates": {"feedback": "feedback", "outbox": "outbox"},
    "topic_signals": {"topic": "topics"},
    "decisions": {"topic": "topics"},
    "actions": {"topic": "topics"},
    "moves": {"action": "actions"},
    "delays": {"feedback": "feedback"},
    "fast_lane": {"feedback": "feedback"},
    "scores": {"topic": "topics"},
}
"""Columns that name a row of another table by its id."""
BY_CHANCE = {
    ("buttons", "token"),
    ("outbox", "choices"),
    ("outbox", "not_before"),
    ("conversations", "choices"),
    ("invitations", "code_hash"),
}
WITH_IDS = {
    ("buttons", "about"),
    ("conversations", "state"),
    ("reminders", "about"),
    ("outbox", "attachment"),
}
"""Text with ids in it: an engine counts on after what was undone, another one does not."""
SERVICE = {"alembic_version", "heartbeats"}
_NUMBER = re.compile(r"(?<![\w-])\d+(?![\w-])")


async def canonical(store: Store) -> dict[str, list[str]]:
    """Table -> its rows as sorted lines."""
    found: dict[str, list[dict[str, Any]]] = {}
    async with store.read() as connection:
        for table in schema.metadata.sorted_tables:
            if table.name not in SERVICE:
                found[table.name] = [dict(row) for row in (await connection.execute(_all(table))).mappings()]
    async with store.vault_begin() as safe:
        found["vault"] = [dict(row) for row in (await safe.execute(select(vault.addresses))).mappings()]
    places = {name: _places(rows) for name, rows in found.items()}
    return {name: _lines(name, rows, places) for name, rows in found.items()}


def differences(one: Mapping[str, Iterable[str]], other: Mapping[str, Iterable[str]]) -> list[str]:
    """What only one of two stores holds."""
    told = []
    for name in sorted({*one, *other}):
        left, right = list(one.get(name, ())), list(other.get(name, ()))
        told += [f"{name} - {row}" for row in left if row not in right]
        told += [f"{name} + {row}" for row in right if row not in left]
        if not told and len(left) != len(right):
            told.append(f"{name}: {len(left)} rows and {len(right)}")
    return told


def _all(table: Table) -> Any:  # noqa: ANN401 - a select of whatever the table has
    return select(table).order_by(*table.primary_key.columns)


def _places(rows: list[dict[str, Any]]) -> dict[object, int]:
    return {row["id"]: place for place, row in enumerate(rows, start=1) if "id" in row}


def _lines(name: str, rows: list[dict[str, Any]], places: Mapping[str, Mapping[object, int]]) -> list[str]:
    return sorted(json.dumps(_row(name, row, places), default=str, sort_keys=True) for row in rows)


def _row(name: str, row: dict[str, Any], places: Mapping[str, Mapping[object, int]]) -> dict[str, Any]:
    made = {key: value for key, value in row.items() if (name, key) not in BY_CHANCE}
    if "id" in made:
        made["id"] = places[name].get(made["id"])
    for key, of in IDS.get(name, {}).items():
        if made.get(key) is not None:
            made[key] = places[of].get(made[key])
    for key, value in made.items():
        if (name, key) in WITH_IDS and isinstance(value, str):
            made[key] = _NUMBER.sub("#", value)
    return made
