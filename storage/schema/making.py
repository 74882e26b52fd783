"""How a table of the wijk's store is made."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, MetaData, Table, Text, text

from storage.columns import NAMING, Id, Retention

metadata = MetaData(naming_convention=NAMING)


def table(name: str, holds: str, retention: Retention, *parts: Any) -> Table:  # noqa: ANN401
    """A table with what it holds and how long."""
    info = {"retention": retention, "holds": holds}
    # Ids are never used twice: a button of long ago, or a transaction id of Matrix, may still name one.
    counted = any(isinstance(part, Column) and part.name == "id" for part in parts)
    return Table(name, metadata, *parts, info=info, sqlite_autoincrement=counted)


def row_id() -> Column[int]:
    """An id that the engine gives."""
    return Column("id", Id, primary_key=True)


def signal_number(name: str = "signal", **options: Any) -> Column[str]:  # noqa: ANN401
    """The number of a signal; the row goes when the signal goes."""
    return Column(name, Text, ForeignKey("signals.number", ondelete="CASCADE"), **options)


def partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index on some rows only."""
    return Index(name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where))
