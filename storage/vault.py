"""Who to write to: the only place where the key of a person leads to an address. Opened by intake and sender.

Rooms of wijkverbanden stand here too. A language that was chosen stays, whatever a client reports later.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Column, MetaData, Table, Text, bindparam, delete, select, true, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import Update

from domain.messages import PersonKey, Recipient
from storage.columns import NAMING, Moment, Retention, Words, person

metadata = MetaData(naming_convention=NAMING, schema="vault")

addresses = Table(
    "addresses",
    metadata,
    person("key", primary_key=True),
    Column("platform", Text, nullable=False),
    Column("bot", Text, nullable=False),
    Column("room", Words, nullable=False),
    Column("language", Text),
    Column("wants_updates", Boolean, nullable=False, server_default=true()),
    Column("unreachable_since", Moment),
    Column("unreachable_why", Words),
    Column("leaving", Moment),
    info={
        "retention": Retention.PERSON,
        "holds": "the address of a person or room, with language and wishes",
    },
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person or room is written to; `platform` is a `bot.chat.Platform`, `room` its own id."""

    key: Recipient
    platform: str
    bot: str
    room: str
    language: str | None = None
    wants_updates: bool = True
    unreachable_since: datetime | None = None
    unreachable_why: str | None = None
    leaving: datetime | None = None
    """They wiped everything: the address goes at this moment."""


_ADDRESS = select(addresses).where(addresses.c.key == bindparam("key"))
_ADDRESSES = select(addresses).where(addresses.c.key.in_(bindparam("keys", expanding=True)))
_KEPT = ("key", "platform", "bot", "room", "language", "leaving")
_INSERT = insert(addresses)
_REMEMBER = _INSERT.on_conflict_do_update(
    index_elements=[addresses.c.key], set_={name: _INSERT.excluded[name] for name in _KEPT}
)


async def address(connection: AsyncConnection, key: Recipient) -> Address | None:
    """The address of a person or room; None when it is not known."""
    row = (await connection.execute(_ADDRESS, {"key": key})).mappings().one_or_none()
    return None if row is None else Address(**{name: row[name] for name in Address.__slots__})


async def platforms(
    connection: AsyncConnection, keys: Collection[Recipient]
) -> dict[str, tuple[Recipient, ...]]:
    """Who of these is on which platform."""
    found: dict[str, tuple[Recipient, ...]] = {}
    for row in (await connection.execute(_ADDRESSES, {"keys": [*keys]})).mappings():
        found[row["platform"]] = (*found.get(row["platform"], ()), row["key"])
    return found


async def remember_all(connection: AsyncConnection, seen: Sequence[Address]) -> dict[Recipient, Address]:
    """Know where these people and rooms are; writes nothing when nothing changed. Gives the addresses as
    kept, by key; of somebody who was seen twice the last place counts."""
    rows = (await connection.execute(_ADDRESSES, {"keys": [one.key for one in seen]})).mappings()
    known = {row["key"]: Address(**{name: row[name] for name in Address.__slots__}) for row in rows}
    kept: dict[Recipient, Address] = {}
    for one in seen:
        kept[one.key] = _merged(kept.get(one.key) or known.get(one.key), one)
    changed = [one for key, one in kept.items() if one != known.get(key)]
    if changed:
        rows_to_keep = [{name: getattr(one, name) for name in _KEPT} for one in changed]
        await connection.execute(_REMEMBER, rows_to_keep)
    return kept


def _merged(known: Address | None, seen: Address) -> Address:
    if known is None:
        return seen
    return replace(
        known,
        platform=seen.platform,
        bot=seen.bot,
        room=seen.room,
        language=known.language or seen.language,
        leaving=None,
    )


async def set_language(connection: AsyncConnection, key: Recipient, language: str) -> None:
    """`taal`: from now on everything is said in this language."""
    await connection.execute(_of(key).values(language=language))


async def set_wants_updates(connection: AsyncConnection, key: Recipient, wanted: bool) -> None:  # noqa: FBT001
    """`stop` and `start`."""
    await connection.execute(_of(key).values(wants_updates=wanted))


async def mark_unreachable(connection: AsyncConnection, key: Recipient, why: str, now: datetime) -> None:
    """Blocked, gone, or left; keeps the first moment."""
    unknown = addresses.c.unreachable_since.is_(None)
    await connection.execute(_of(key).where(unknown).values(unreachable_since=now, unreachable_why=why))


async def mark_reachable(connection: AsyncConnection, key: Recipient) -> None:
    """They came back."""
    await connection.execute(_of(key).values(unreachable_since=None, unreachable_why=None))


async def moved(connection: AsyncConnection, key: Recipient, new_key: Recipient, room: str) -> None:
    """A room got another id, and with it another key (see `people.room_moved` for the wijk's store)."""
    await connection.execute(delete(addresses).where(addresses.c.key == new_key, addresses.c.key != key))
    await connection.execute(_of(key).values(key=new_key, room=room))


async def forget(connection: AsyncConnection, key: Recipient) -> None:
    """Remove the address at once."""
    await connection.execute(delete(addresses).where(addresses.c.key == key))


async def forget_soon(connection: AsyncConnection, key: Recipient, now: datetime) -> None:
    """`wissen`: the address goes within a minute, after the last message; unless they write again."""
    await connection.execute(_of(key).values(leaving=now + timedelta(seconds=30)))


async def stay(connection: AsyncConnection, key: Recipient) -> None:
    """They wrote again before the address was gone."""
    await connection.execute(_of(key).values(leaving=None))


async def forget_due(connection: AsyncConnection, now: datetime) -> tuple[Recipient, ...]:
    """Remove the addresses whose time has come. What waits for them goes too: `outbox.drop`."""
    due = delete(addresses).where(addresses.c.leaving <= now).returning(addresses.c.key)
    return tuple((await connection.execute(due)).scalars())


async def people(connection: AsyncConnection) -> tuple[PersonKey, ...]:
    """Everybody with an address; who waits for a goodbye is left to `forget_due`."""
    staying = select(addresses.c.key).where(addresses.c.key.startswith("p:"), addresses.c.leaving.is_(None))
    return tuple((await connection.execute(staying)).scalars())


async def of(connection: AsyncConnection, key: Recipient) -> dict[str, Any] | None:
    """Everything that stands here of somebody, for `gegevens`."""
    row = (await connection.execute(_ADDRESS, {"key": key})).mappings().one_or_none()
    return None if row is None else dict(row)


def _of(key: Recipient) -> Update:
    return update(addresses).where(addresses.c.key == key)
