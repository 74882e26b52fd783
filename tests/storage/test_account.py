"""Reminders once, signs of life, what was done by which role."""

from datetime import timedelta

import pytest

from storage import account, schema
from storage.engine import Store
from tests.storage.a_wijk import NOW

pytestmark = pytest.mark.asyncio


async def test_a_reminder_is_given_once(store: Store) -> None:
    """The same kind, subject and day: once; another day is another reminder."""
    async with store.begin() as connection:
        assert await account.remind_once(connection, "first-step", "7", "2026-12-16", NOW)
        assert not await account.remind_once(connection, "first-step", "7", "2026-12-16", NOW)
        assert await account.remind_once(connection, "first-step", "7", "2026-12-23", NOW)
        assert await account.remind_once(connection, "check", "7", "2026-12-16", NOW)


async def test_signs_of_life_are_the_newest(store: Store) -> None:
    """One moment for each part."""
    async with store.begin() as connection:
        await account.beat(connection, "sender", NOW)
        await account.beat(connection, "sender", NOW + timedelta(minutes=1))
        await account.beat(connection, "intake", NOW)
        found = await account.heartbeats_of(connection)
    assert found == {"sender": NOW + timedelta(minutes=1), "intake": NOW}


async def test_the_audit_names_a_role_and_no_person(store: Store) -> None:
    """What, which role, about what, when."""
    async with store.begin() as connection:
        await account.note(connection, "round closed", "coordinator", "boomgaard 2026-10", NOW)
        row = (await connection.execute(schema.audit.select())).mappings().one()
    assert {name: row[name] for name in row if name != "id"} == {
        "what": "round closed",
        "role": "coordinator",
        "about": "boomgaard 2026-10",
        "at": NOW,
    }
