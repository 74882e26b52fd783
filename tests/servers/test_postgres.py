"""The PostgreSQL of the tests."""

import asyncpg
import pytest

from tests.servers.postgres import Postgres, find_binaries, name_of


async def _tables(postgres: Postgres, address: str) -> list[str]:
    connection = await asyncpg.connect(
        host=str(postgres.directory), user="test", database=name_of(address), timeout=10
    )
    try:
        rows = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    finally:
        await connection.close()
    return [row["tablename"] for row in rows]


@pytest.mark.asyncio
async def test_every_test_gets_a_database_of_its_own(postgres: Postgres, postgres_url: str) -> None:
    """What is made in one database is not in the next, and a copy of a prepared one has it."""
    name = name_of(postgres_url)
    postgres.run("psql", "-h", str(postgres.directory), "-U", "test", "-d", name, "-c", "CREATE TABLE one ()")
    empty, copy = postgres.database(), postgres.database(template=name)
    assert await _tables(postgres, postgres_url) == ["one"]
    assert await _tables(postgres, empty) == []
    assert await _tables(postgres, copy) == ["one"]
    postgres.drop(empty)
    postgres.drop(copy)


def test_a_failing_statement_is_told(postgres: Postgres) -> None:
    """The server's own words are in the error."""
    with pytest.raises(RuntimeError, match="no_such_table"):
        postgres.sql("SELECT * FROM no_such_table")


def test_missing_programs_are_told_with_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PostgreSQL the tests fail with what to install; they do not skip."""
    monkeypatch.setattr("tests.servers.postgres.Path.glob", lambda *_: iter(()))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeError, match="apt-get install"):
        find_binaries()
