"""PostgreSQL: what was deleted leaves its files too, and nobody's words get into its statistics.

PostgreSQL leaves the bytes of a deleted row where they stand, and a plain VACUUM only lets others write there
some day. So once a day every table is written anew, without what is gone (`VACUUM FULL`).
"""

from collections.abc import Iterator

from sqlalchemy import MetaData, Table, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import vault
from storage.faults import held_by_another
from storage.schema import metadata

WAITS = "1s"
"""So long for a table that somebody else reads: meanwhile the others wait behind us."""
SORTED = ("district", "round", "platform", "bot")
"""Columns of which the planner may know what stands in them: nothing of people."""

_SAMPLED = text(
    "SELECT format('%I.%I', nspname, relname) AS of, quote_ident(attname) AS name"
    " FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
    " JOIN pg_namespace ON pg_namespace.oid = relnamespace"
    " WHERE nspname IN ('public', 'vault') AND relkind = 'r' AND attnum > 0 AND NOT attisdropped"
    " AND atttypid IN ('text'::regtype, 'varchar'::regtype, 'bytea'::regtype)"
    " AND coalesce(attstattarget, -1) <> 0 AND attname <> ALL(:sorted)"
    " AND pg_has_role(relowner, 'USAGE')"
)


async def keep_no_samples(connection: AsyncConnection) -> None:
    """ANALYZE keeps values of a column, also when their rows are gone: not where words and keys stand."""
    for column in (await connection.execute(_SAMPLED, {"sorted": [*SORTED]})).all():
        await connection.execute(text(f"ALTER TABLE {column.of} ALTER {column.name} SET STATISTICS 0"))


async def rewrite(engine: AsyncEngine) -> bool:
    """Write every table anew; False when somebody held one of them (a backup): then again later."""
    async with engine.connect() as bare:
        connection = await bare.execution_options(isolation_level="AUTOCOMMIT")
        try:
            await connection.execute(text(f"SET lock_timeout = '{WAITS}'"))
            for table in _tables():
                name = engine.dialect.identifier_preparer.format_table(table)
                await connection.execute(text(f"VACUUM (FULL) {name}"))
        except DBAPIError as fault:
            if held_by_another(fault):
                return False
            raise
        finally:
            # Its patience is short, and it may be broken: nobody else gets it.
            await bare.invalidate()
    return True


def _tables() -> Iterator[Table]:
    stores: tuple[MetaData, ...] = (metadata, vault.metadata)
    for store in stores:
        yield from store.sorted_tables
