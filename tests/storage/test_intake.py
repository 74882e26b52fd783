"""What comes in: once, whole, and beside what failed."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from domain.messages import Act, Choice, Text, Verb
from storage import conversations, inbox, schema
from storage.engine import Store
from tests.storage.a_wijk import NOW, does, says

pytestmark = pytest.mark.asyncio


async def test_an_event_is_new_once_per_account(store: Store) -> None:
    """The same id again changes nothing; another account's event with that id is another event."""
    async with store.begin() as connection:
        assert await inbox.first_times(connection, "bot", ["77"], NOW)
        assert not await inbox.first_times(connection, "bot", ["77"], NOW + timedelta(days=3))
        assert await inbox.first_times(connection, "other", ["77"], NOW)
    async with store.begin() as connection:
        assert not await inbox.first_times(connection, "bot", ["77"], NOW)


async def test_an_event_that_fails_leaves_its_neighbours(store: Store) -> None:
    """In one transaction of several events the one that fails is undone alone, its dedup row too."""
    async with store.begin() as connection:
        for name in ("one", "fails", "three"):
            try:
                async with connection.begin_nested():
                    assert await inbox.first_times(connection, "bot", [name], NOW)
                    await says(connection, name)
                    if name == "fails":
                        await connection.execute(schema.sequences.insert(), {"year": NOW.year, "next": 1})
            except IntegrityError:
                event = inbox.Parked("bot", name, '{"a": "\0\ud800"}', "fault")
                await inbox.park(connection, event, NOW)
    async with store.read() as connection:
        kept = select(schema.signals.c.person, schema.signals.c.number).order_by(schema.signals.c.number)
        rows = (await connection.execute(kept)).all()
        assert [tuple(row) for row in rows] == [("p:one", "2026-0001"), ("p:three", "2026-0002")]
        assert await inbox.parked_count(connection) == 1
        events = (await connection.execute(select(schema.inbox.c.event_id))).scalars()
        assert set(events) == {"one", "three"}


async def test_a_transaction_that_fails_keeps_nothing(store: Store) -> None:
    """What was not committed was never there."""

    async def fail() -> None:
        async with store.begin() as connection:
            await says(connection, "anna")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with store.read() as connection:
        counted = select(func.count()).select_from(schema.signals)
        assert (await connection.execute(counted)).scalar_one() == 0


async def test_reading_goes_on_beside_a_writer(store: Store) -> None:
    """A page can be shown while an event is being kept; it does not see what is not committed."""
    async with store.begin() as writing:
        await says(writing, "anna")
        async with asyncio.timeout(2), store.read() as reading:
            counted = select(func.count()).select_from(schema.signals)
            assert (await reading.execute(counted)).scalar_one() == 0


async def test_numbers_are_given_once_by_writers_at_the_same_time(store: Store) -> None:
    """Ten writers at once give ten different numbers, without a gap."""

    async def write(name: str) -> str:
        async with store.begin() as connection:
            return await says(connection, name)

    numbers = await asyncio.gather(*(write(f"person{index}") for index in range(10)))
    assert sorted(numbers) == [f"2026-{sequence:04d}" for sequence in range(1, 11)]


async def test_a_cursor_moves_on(store: Store) -> None:
    """How far was read is kept with what was read."""
    async with store.begin() as connection:
        assert await inbox.cursor(connection, "matrix") is None
        await inbox.advance(connection, "matrix", "s1")
        await inbox.advance(connection, "matrix", "s2")
        assert await inbox.cursor(connection, "matrix") == "s2"


async def test_a_conversation_comes_back_as_it_was(store: Store) -> None:
    """State and open choices survive, and the newest counts."""
    choices = (
        Choice(Text("neighbourhood-name", {"name": "Perenpad"}), Act(Verb.SET_NEIGHBOURHOOD, "Perenpad")),
        Choice(Text("unknown"), Act(Verb.SET_NEIGHBOURHOOD)),
    )
    async with store.begin() as connection:
        assert await conversations.state_of(connection, "p:anna") is None
        await conversations.keep(connection, "p:anna", '["Idle", {}]', (), NOW)
        await conversations.keep(connection, "p:anna", '["AwaitingNeighbourhood", {}]', choices, NOW)
        kept = await conversations.state_of(connection, "p:anna")
        assert kept == conversations.Conversation('["AwaitingNeighbourhood", {}]', choices, NOW)
        await conversations.end(connection, "p:anna")
        assert await conversations.state_of(connection, "p:anna") is None


async def test_words_that_an_engine_refuses_are_kept_without_the_harm(store: Store) -> None:
    """NUL and lone surrogates become a mark; the rest of the text is kept, emoji too."""
    async with store.begin() as connection:
        await says(connection, "anna", "stuk\0 \ud83d lamp 💡")
        text = (await connection.execute(select(schema.signals.c.text))).scalar_one()
    assert text == "stuk� � lamp 💡"


async def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    """Nobody could say which moment it was."""
    async with store.begin() as connection:
        with pytest.raises(Exception, match="time zone"):
            await does(connection, "anna", now=NOW.replace(tzinfo=None))


async def test_many_events_are_told_apart_at_once(store: Store) -> None:
    """Of a batch those that are new come back, each once, whatever else is in it."""
    async with store.begin() as connection:
        assert await inbox.first_times(connection, "bot", [], NOW) == frozenset()
        assert await inbox.first_times(connection, "bot", ["1", "2", "2"], NOW) == {"1", "2"}
        assert await inbox.first_times(connection, "bot", ["2", "3"], NOW) == {"3"}
        assert not await inbox.first_times(connection, "bot", ["3"], NOW)
