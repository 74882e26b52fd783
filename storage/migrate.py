"""Bringing a store to this version's schema. The wijk's store and the vault each have their own history.

Alembic is loaded only when there is something to run: it takes 12 MB and half a second of every start.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.faults import StoreUnusable
from storage.points import Point, reached

MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATING = 0x77696A6C


class SchemaTooNew(StoreUnusable):
    """The store was written by a newer program; going on would harm it."""


def upgrade(connection: Connection, store: str) -> None:
    """Run what is missing of the history of `store` ("main" or "vault"), in the open transaction."""
    inside_postgres = store == "vault" and connection.dialect.name == "postgresql"
    schema = "vault" if inside_postgres else None
    if connection.dialect.name == "postgresql":
        _prepare_postgres(connection, schema)
    found, all_ = _current(connection, schema), known(store)
    if found == all_[-1]:
        return
    if found is not None and found not in all_:
        raise SchemaTooNew(
            f"the {store} store has schema {found}, this program knows up to {all_[-1]}: "
            "start the newer version, or restore the backup made before it ran"
        )
    _run(connection, store, schema)


def known(store: str) -> list[str]:
    """The revisions of a history, the oldest first: each file is named after its own."""
    return sorted(path.name[1:5] for path in (MIGRATIONS / store).glob("m[0-9]*_*.py"))


def _current(connection: Connection, schema: str | None) -> str | None:
    """The revision that the store has, None when it is empty."""
    if not inspect(connection).has_table("alembic_version", schema=schema):
        return None
    table = "vault.alembic_version" if schema else "alembic_version"
    found: str | None = connection.execute(text(f"SELECT version_num FROM {table}")).scalar_one_or_none()  # noqa: S608 - our own two names
    return found


def _run(connection: Connection, store: str, schema: str | None) -> None:
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", _escaped(MIGRATIONS))
    config.set_main_option("version_locations", _escaped(MIGRATIONS / store))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    config.attributes["schema"] = schema
    config.attributes["after_step"] = _after_step
    command.upgrade(config, "head")


def _after_step(**_told: object) -> None:
    """Between two steps of a history: all are one transaction, so that a crash leaves none of them."""
    reached(Point.MIGRATION_MID)


def _prepare_postgres(connection: Connection, schema: str | None) -> None:
    # Several workers may start at once; the lock ends with the transaction.
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
    if schema is not None:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")
