"""How values stand in a column: moments in UTC, names of enums, words that every engine accepts."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Integer, Text, TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Names of constraints, so that a later migration can name what it changes."""

Named_ = TypeVar("Named_", bound=StrEnum)

Id = BigInteger().with_variant(Integer, "sqlite")
"""Row ids. SQLite counts by itself only in a column that is called INTEGER."""


class Retention(StrEnum):
    """How long the rows of a table are kept; the periods stand in the configuration."""

    WORDS = "words"
    """What people said: 90 days after the topic closed, 12 months at most."""
    COUNTS = "counts"
    """Counts, decisions and reports: 5 years."""
    SENT = "sent"
    """Messages: 7 days after they were sent."""
    DEDUP = "dedup"
    """Ids of events: 30 days."""
    AUDIT = "audit"
    """Who did what, by role: 12 months."""
    PERSON = "person"
    """As long as the person takes part; gone with `wissen`."""
    SERVICE = "service"
    """Nothing of people: as long as the service runs."""


class Wipe(StrEnum):
    """What `wissen` does with a row that names the person in this column."""

    ROW = "row"
    BLANK = "blank"


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite keeps it as text that sorts."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone: nobody could say which moment it was."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be kept")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and (value if value.tzinfo else value.replace(tzinfo=UTC))


class Words(TypeDecorator[str]):
    """Text from outside. NUL (refused by PostgreSQL) and lone surrogates (by both) become U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else clean(value)


class Named(TypeDecorator[Named_]):
    """A member of an enum, kept as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, members: type[Named_]) -> None:
        super().__init__()
        self.members = members

    def process_bind_param(self, value: Named_ | None, _dialect: Dialect) -> str | None:
        return None if value is None else self.members(value).value

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> Named_ | None:  # noqa: ANN401
        return None if value is None else self.members(value)


def clean(text: str) -> str:
    """The same text without what an engine would refuse."""
    if text.isascii():
        return text.replace("\0", "�")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "�")


def person(name: str = "person", *, wipe: Wipe = Wipe.ROW, **options: Any) -> Column[str]:  # noqa: ANN401
    """A column with the key of a person (or of a room, which is wiped never)."""
    options.setdefault("nullable", wipe is Wipe.BLANK)
    return Column(name, Text, info={"wipe": wipe}, **options)
