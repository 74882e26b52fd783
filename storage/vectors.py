"""What signals mean, as numbers of a model: kept beside the signals, made anew when words or model change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.rounds import RoundName
from domain.signals import SignalNumber
from storage.counting import not_waiting
from storage.schema import signals, vectors


@dataclass(frozen=True, slots=True, order=True)
class Maker:
    """Vectors of one name and version can be compared with each other, and with no others."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Unread:
    """A signal without a vector of the model that is asked about."""

    number: SignalNumber
    text: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The words of a signal that counts in a round, with its vector when it has one."""

    text: str
    maker: Maker | None
    data: bytes


_KEEP = insert(vectors)
_KEEP = _KEEP.on_conflict_do_update(
    index_elements=[vectors.c.signal],
    set_={name: _KEEP.excluded[name] for name in ("model", "version", "data")},
)
# What is held back for the coordinator is in no topic: its words need not be read by a model.
_READABLE = and_(
    signals.c.text != "", signals.c.withdrawn_at.is_(None), signals.c.withheld.is_(False), not_waiting()
)
_OURS = and_(vectors.c.model == bindparam("model"), vectors.c.version == bindparam("version"))
_MISSING = (
    select(signals.c.number, signals.c.text)
    .outerjoin(vectors, and_(vectors.c.signal == signals.c.number, _OURS))
    .where(
        _READABLE,
        vectors.c.signal.is_(None),
        signals.c.number.not_in(bindparam("without", expanding=True)),
    )
    .order_by(signals.c.said_at.desc(), signals.c.number)
    .limit(bindparam("most"))
)
_OF_ROUND = (
    select(signals.c.text, vectors.c.model, vectors.c.version, vectors.c.data)
    .outerjoin(vectors, vectors.c.signal == signals.c.number)
    .where(_READABLE, signals.c.district == bindparam("district"), signals.c.round == bindparam("round"))
    .order_by(signals.c.said_at, signals.c.number)
)
_COUNTS = (
    select(vectors.c.model, vectors.c.version, func.count().label("signals"))
    .select_from(signals)
    .outerjoin(vectors, vectors.c.signal == signals.c.number)
    .where(or_(_READABLE, vectors.c.signal.is_not(None)))
    .group_by(vectors.c.model, vectors.c.version)
)


async def missing(
    connection: AsyncConnection, maker: Maker, most: int, without: Iterable[SignalNumber] = ()
) -> tuple[Unread, ...]:
    """Signals that this model did not read yet, the newest first."""
    asked = {"model": maker.name, "version": maker.version, "most": most, "without": list(without)}
    return tuple(Unread(row.number, row.text) for row in await connection.execute(_MISSING, asked))


async def keep(connection: AsyncConnection, maker: Maker, made: Sequence[tuple[Unread, bytes]]) -> int:
    """Keep vectors of signals that still have these words; gives how many."""
    numbers = [unread.number for unread, _ in made]
    asked = select(signals.c.number, signals.c.text).where(signals.c.number.in_(numbers), _READABLE)
    # Meanwhile the words may be changed, withdrawn or wiped.
    there = {row.number: row.text for row in await connection.execute(asked.with_for_update())}
    rows = [
        {"signal": unread.number, "model": maker.name, "version": maker.version, "data": data}
        for unread, data in made
        if there.get(unread.number) == unread.text
    ]
    if rows:
        await connection.execute(_KEEP, rows)
    return len(rows)


async def forget_all(connection: AsyncConnection) -> None:
    """Every signal has to be read anew."""
    await connection.execute(delete(vectors))


async def of_round(connection: AsyncConnection, district: str, name: RoundName) -> tuple[Kept, ...]:
    """The words of everything that counts in a round, with what the model made of them."""
    rows = await connection.execute(_OF_ROUND, {"district": district, "round": name})
    return tuple(
        Kept(row.text, Maker(row.model, row.version) if row.model is not None else None, row.data or b"")
        for row in rows
    )


async def counts(connection: AsyncConnection) -> Mapping[Maker | None, int]:
    """How many signals each model read, and (under None) how many none did."""
    rows = await connection.execute(_COUNTS)
    return {Maker(row.model, row.version) if row.model is not None else None: row.signals for row in rows}
