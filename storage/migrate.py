"""Bringing a store to this version's schema. The wijk's store and the vault each have their own history."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATING = 0x77696A6C


class SchemaTooNew(Exception):
    """The store was written by a newer program; going on would harm it."""


def upgrade(connection: Connection, store: str) -> None:
    """Run what is missing of the history of `store` ("main" or "vault"), in the open transaction."""
    config = configuration(connection, store)
    if connection.dialect.name == "postgresql":
        _prepare_postgres(connection, config.attributes["schema"])
    script = ScriptDirectory.from_config(config)
    found, newest = current(connection, config), script.get_current_head()
    if found == newest:
        return
    if found is not None and found not in {revision.revision for revision in script.walk_revisions()}:
        raise SchemaTooNew(
            f"the {store} store has schema {found}, this program knows up to {newest}: "
            "start the newer version, or restore the backup made before it ran"
        )
    command.upgrade(config, "head")


def configuration(connection: Connection, store: str) -> Config:
    """Alembic's settings for one of the two stores."""
    config = Config()
    config.set_main_option("script_location", _escaped(MIGRATIONS))
    config.set_main_option("version_locations", _escaped(MIGRATIONS / store))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    inside_postgres = store == "vault" and connection.dialect.name == "postgresql"
    config.attributes["schema"] = "vault" if inside_postgres else None
    return config


def current(connection: Connection, config: Config) -> str | None:
    """The revision that the store has, None when it is empty."""
    options = {"version_table_schema": config.attributes["schema"]}
    return MigrationContext.configure(connection, opts=options).get_current_revision()


def _prepare_postgres(connection: Connection, schema: str | None) -> None:
    # Several workers may start at once; the lock ends with the transaction.
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
    if schema is not None:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")
