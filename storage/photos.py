"""Pictures of signals: noted at intake, fetched later, kept without metadata or refused."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, insert, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import PersonKey
from domain.signals import SignalNumber
from storage.schema import photos, signals
from storage.states import PhotoState


@dataclass(frozen=True, slots=True)
class PendingPhoto:
    """A picture to fetch. `person` tells which account can: the file is known to their platform only."""

    id: int
    signal: SignalNumber
    person: PersonKey
    file: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """A signal whose picture is not kept, and whose it is; `words`: there is more than the picture."""

    signal: SignalNumber
    person: PersonKey
    words: bool


_PENDING = (
    select(photos.c.id, photos.c.signal, signals.c.person, photos.c.file)
    .join_from(photos, signals)
    .where(photos.c.state == literal_column("'pending'"), photos.c.id > bindparam("after"))
    .order_by(photos.c.id)
    .limit(1)
)


async def add_photo(
    connection: AsyncConnection, person: PersonKey, number: SignalNumber, file: str, now: datetime
) -> None:
    """A picture came with this signal of this person."""
    theirs = select(signals.c.number).where(signals.c.number == number, signals.c.person == person)
    if (await connection.execute(theirs)).first() is not None:
        row = {"signal": number, "file": file, "state": PhotoState.PENDING, "added_at": now}
        await connection.execute(insert(photos), row)


async def pending_photo(connection: AsyncConnection, after: int = 0) -> PendingPhoto | None:
    """The next picture to fetch; `after` passes over those that cannot be had now."""
    row = (await connection.execute(_PENDING, {"after": after})).mappings().one_or_none()
    return None if row is None else PendingPhoto(**row)


async def keep_photo(connection: AsyncConnection, photo: int, data: bytes) -> None:
    """The picture itself, encoded again without metadata; where it came from is forgotten."""
    kept = {"state": PhotoState.KEPT, "data": data, "file": ""}
    await connection.execute(update(photos).where(photos.c.id == photo).values(**kept))


async def refuse_photo(connection: AsyncConnection, photo: int) -> Lacking | None:
    """No picture, too large, or gone: not fetched again. Gives who has to hear that it is not kept.

    None when they heard it of this signal before, or took the signal back.
    """
    refused = {"state": PhotoState.REFUSED, "data": None, "file": ""}
    changed = update(photos).where(photos.c.id == photo, photos.c.state == PhotoState.PENDING)
    number = (await connection.execute(changed.values(**refused).returning(photos.c.signal))).scalar()
    others = select(photos.c.id).where(
        photos.c.signal == number, photos.c.state == PhotoState.REFUSED, photos.c.id != photo
    )
    if number is None or (await connection.execute(others)).first() is not None:
        return None
    standing = select(signals.c.person, signals.c.text).where(
        signals.c.number == number, signals.c.withdrawn_at.is_(None)
    )
    row = (await connection.execute(standing)).one_or_none()
    return row and Lacking(number, row.person, words=bool(row.text))


async def counts_of(connection: AsyncConnection, person: PersonKey) -> dict[str, int]:
    """How many pictures are kept, or still to be fetched, with each signal of this person."""
    kept = (
        select(photos.c.signal, func.count())
        .join_from(photos, signals)
        .where(signals.c.person == person, photos.c.state != PhotoState.REFUSED)
        .group_by(photos.c.signal)
    )
    return {row[0]: row[1] for row in await connection.execute(kept)}


async def kept_with(
    connection: AsyncConnection, numbers: Collection[SignalNumber]
) -> dict[str, tuple[int, ...]]:
    """The pictures that are kept with these signals, by number."""
    kept = (
        select(photos.c.signal, photos.c.id)
        .where(photos.c.signal.in_([*numbers]), photos.c.state == PhotoState.KEPT)
        .order_by(photos.c.id)
    )
    found: dict[str, tuple[int, ...]] = {}
    for row in await connection.execute(kept):
        found[row.signal] = (*found.get(row.signal, ()), row.id)
    return found


async def picture(connection: AsyncConnection, photo: int) -> bytes:
    """One picture. LookupError when it is gone, with its signal."""
    data = (await connection.execute(select(photos.c.data).where(photos.c.id == photo))).scalar_one_or_none()
    if data is None:
        raise LookupError(photo)
    return bytes(data)
