"""Opening a store: durable, up to date, by one instance; or a clear reason why not."""

import asyncio
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, text

from storage import schema, vault
from storage.engine import Store, StoreUnusable, open_store
from storage.locks import StoreInUse
from storage.migrate import SchemaTooNew
from storage.sqlite import PRAGMAS

pytestmark = pytest.mark.asyncio


def differences(connection: Connection, metadata: MetaData, *, in_vault: bool = False) -> list[object]:
    """What the migrations made otherwise than the schema says."""
    options: dict[str, object] = {"include_name": _ours}
    if in_vault:
        options = {"include_schemas": True, "include_name": _of_the_vault}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def _ours(name: str | None, _kind: str, _parents: dict[str, str | None]) -> bool:
    return name != "alembic_version"


def _of_the_vault(name: str | None, kind: str, parents: dict[str, str | None]) -> bool:
    if kind == "schema":
        return name == "vault"
    return parents["schema_name"] == "vault" and name != "alembic_version"


async def test_the_migrations_make_the_schema(store: Store) -> None:
    """Running the history gives the tables, columns and indexes that the code uses."""
    async with store.begin() as connection:
        assert await connection.run_sync(differences, schema.metadata) == []


async def test_the_migrations_make_the_vault(store: Store) -> None:
    """Its own history, in its own file or schema."""
    flat = MetaData(naming_convention=vault.metadata.naming_convention)
    vault.addresses.to_metadata(flat, schema=None)  # type: ignore[arg-type]  # None: in no schema
    async with store.vault_begin() as connection:
        if store.sqlite:
            assert await connection.run_sync(differences, flat) == []
        else:
            different = partial(differences, metadata=vault.metadata, in_vault=True)
            assert await connection.run_sync(different) == []


async def test_opening_again_changes_nothing(store: Store) -> None:
    """A second start finds everything in place."""
    async with (
        open_store(store.url.render_as_string(hide_password=False)) as again,
        again.read() as connection,
    ):
        found = (await connection.execute(text("SELECT count(*) FROM alembic_version"))).scalar_one()
    assert found == 1


async def test_sqlite_keeps_what_was_promised(sqlite_url: str) -> None:
    """WAL, every commit on the disk, foreign keys, overwriting deletes: on each connection of both files."""
    async with (
        open_store(sqlite_url) as store,
        store.begin() as main,
        store.vault_begin() as addresses,
        store.read() as reading,
    ):
        for connection in (main, addresses, reading):
            for name, wanted in PRAGMAS.items():
                assert (await connection.execute(text(f"PRAGMA {name}"))).scalar_one() == wanted


async def test_a_newer_store_is_refused(store: Store) -> None:
    """An older program does not touch it, and says what to do."""
    async with store.begin() as connection:
        known = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one()
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    try:
        with pytest.raises(SchemaTooNew, match="start the newer version"):
            await _open(store.url.render_as_string(hide_password=False))
    finally:
        async with store.begin() as connection:
            await connection.execute(
                text("UPDATE alembic_version SET version_num = :known"), {"known": known}
            )


async def test_a_second_instance_is_refused(store: Store) -> None:
    """One holds the store; when it ends, the other may."""
    async with open_store(store.url.render_as_string(hide_password=False)) as other:
        async with store.hold_instance_lock():
            with pytest.raises(StoreInUse):
                await _hold(other)
        await _hold(other)


async def test_unusable_places_are_named(tmp_path: Path) -> None:
    """An unknown engine, a folder that is not there, a file that is no database: one clear line each."""
    with pytest.raises(StoreUnusable, match="mysql is not supported"):
        open_store("mysql://host/name")
    with pytest.raises(StoreUnusable, match="cannot be written"):
        await _open(f"sqlite:///{tmp_path}/missing/wijk.sqlite")
    (tmp_path / "wijk.sqlite").write_text("this is no database, but it is long enough to be looked at" * 20)
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        await _open(f"sqlite:///{tmp_path}/wijk.sqlite")


async def test_two_programs_write_in_turn(sqlite_url: str) -> None:
    """A second program waits for the first one's transaction instead of failing."""
    async with open_store(sqlite_url) as one, open_store(sqlite_url) as other:
        order: list[str] = []

        async def write(store: Store, name: str) -> None:
            async with store.begin() as connection:
                await connection.execute(schema.sequences.insert(), {"year": len(order), "next": 1})
                order.append(name)

        await asyncio.gather(*(write(store, "x") for store in (one, other) for _ in range(5)))
        assert len(order) == 10


async def _open(url: str) -> None:
    async with open_store(url):
        pass


async def _hold(store: Store) -> None:
    async with store.hold_instance_lock():
        pass
