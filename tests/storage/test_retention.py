"""What was kept long enough goes; what is brought in from a file comes in once."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.events import RoundClosed, SignalGiven, WrongCode
from domain.messages import Kind, Message, Text
from domain.signals import Source, number_of
from storage import (
    erasure,
    imports,
    inbox,
    keeping,
    outbox,
    points,
    retention,
    schema,
    signals,
    turns,
    waiting,
)
from storage.columns import Retention
from storage.engine import Store
from storage.periods import Periods
from storage.points import Point
from storage.states import Delivery
from tests.storage.a_wijk import (
    AFTER,
    BOOMGAARD,
    NOW,
    OCTOBER,
    PROMISE,
    does,
    person,
    reports,
    says,
    taken_up,
)
from tests.storage.test_privacy import a_full_life, traces

pytestmark = pytest.mark.asyncio


async def test_words_go_after_their_round_and_counts_stay(store: Store) -> None:
    """90 days after closing the words and pictures are gone; the signal and its topic still count."""
    async with store.begin() as connection:
        number = await says(connection, "anna", "woorden", photo="f1", respondent="r1")
        (topic,) = await reports(connection, [number])
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        await retention.forget(connection, AFTER + timedelta(days=90))
        (own,) = await signals.own(connection, person("anna"))
        assert own.text == "woorden"
        await retention.forget(connection, AFTER + timedelta(days=91))
        (own,) = await signals.own(connection, person("anna"))
        assert (own.text, own.topic) == ("", "Topic 1")
        assert (await connection.execute(select(schema.topics.c.people))).scalar_one() == 1


async def test_messages_and_ids_go_when_their_time_has_come(store: Store) -> None:
    """Sent messages after a week, ids of events after 30 days; what waits is not touched."""
    async with store.begin() as connection:
        await outbox.queue(
            connection, [Message(person(name), Text("x"), kind=Kind.NOTICE) for name in "ab"], NOW
        )
        sent = await turns.claim(connection, NOW)
        assert sent is not None
        await outbox.mark_sent(connection, sent, "m", NOW)
        await inbox.first_times(connection, "bot", ["1"], NOW)
        await does(connection, "eve", WrongCode())
        await retention.forget(connection, NOW + timedelta(days=8))
        counted = await waiting.counts(connection)
        assert (counted[Delivery.SENT], counted[Delivery.PENDING]) == (0, 1)
        assert not await inbox.first_times(connection, "bot", ["1"], NOW)
        await retention.forget(connection, NOW + timedelta(days=31))
        assert await inbox.first_times(connection, "bot", ["1"], NOW)
        assert (await connection.execute(select(schema.wrong_codes))).all() == []


async def test_what_comes_from_a_file_is_known_by_its_origin(store: Store) -> None:
    """Numbers of its own year, no promise, and the fingerprint stays so that it comes in once."""
    given = [
        (
            person(f"file-{index}"),
            NOW - timedelta(days=300 * index),
            SignalGiven(
                number_of(2026 - index, 7),
                BOOMGAARD.slug,
                OCTOBER.name,
                "oud",
                PROMISE,
                Source.IMPORTED,
                origin=f"o{index}",
            ),
        )
        for index in range(2)
    ]
    async with store.begin() as connection:
        await imports.keep(connection, given, NOW)
        await imports.keep(connection, [], NOW)
        await retention.forget(connection, NOW + timedelta(days=400))
        assert await imports.origins(connection, BOOMGAARD.slug) == {"o0", "o1"}
        for year in (2025, 2026):
            assert await signals.next_sequence(connection, year) == 8
        answered = (await connection.execute(select(schema.signals.c.answered_at))).scalars().all()
        assert answered == [NOW, NOW]


STAYS = {
    "people": "she has a role",
    "roles": "she has a role",
    "agreements": "stands until it is changed",
    "agreement_versions": "stands until it is changed",
    "sequences": "nothing of people",
    "strange_rooms": "a room",
}
"""What may be left after six years in which nobody said anything."""
WORDS = ("woorden van anna", "woorden van bram", "en meer", "Begonnen.")


async def in_store(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    async with store.read() as connection:
        return {
            table.name: count
            for table in schema.metadata.sorted_tables
            if (count := (await connection.execute(select(func.count()).select_from(table))).scalar_one())
        }


async def test_six_years(store: Store) -> None:
    """As time goes nothing is older than its class; in the end only what takes part is left."""
    async with store.begin() as connection:
        await a_full_life(connection, "anna", "bram")
    whole = await in_store(store)
    for month in (1, 4, 13, 25, 30, 48, 61, 72):
        await keeping.forget_old(store, AFTER + timedelta(days=31 * month))
        left = await in_store(store)
        if month == 13:
            async with store.read() as connection:
                assert [word for word in WORDS[:3] if await traces(connection, word)] == []
            assert left["topics"] == whole["topics"]
            assert left["people"] == whole["people"]
            assert not left.keys() & {"outbox", "inbox", "parked", "reminders", "invitations", "erasures"}
        if month == 30:
            # Bram has no role, and was silent for two years: gone as with `wissen`.
            async with store.read() as connection:
                assert await traces(connection, person("bram")) == set()
                assert await traces(connection, person("anna")) != set()
    assert set(left) - set(STAYS) <= {"erasures"}
    async with store.read() as connection:
        assert await erasure.erased(connection) == {}


async def test_every_table_grows_old_by_a_rule() -> None:
    """A new table fails here until somebody says when its rows go, or why they never do."""
    tables = set(schema.metadata.tables)
    by_rule = {rule.table.name for rule in retention.RULES}
    named = set(retention.WITH_ANOTHER) | set(retention.NO_END)
    assert by_rule | named == tables
    assert not by_rule & named
    for name in retention.NO_END:
        kept = schema.metadata.tables[name].info["retention"]
        assert kept is Retention.SERVICE or name == "agreements", name


async def test_a_dry_run_says_what_goes_and_changes_nothing(store: Store) -> None:
    """The numbers of the dry run are those that go."""
    async with store.begin() as connection:
        await a_full_life(connection, "anna", "bram")
    before, later = await in_store(store), AFTER + timedelta(days=400)
    async with store.read() as connection:
        due = {one.table: one.rows for one in await retention.due(connection, later)}
    assert await in_store(store) == before
    async with store.begin() as connection:
        await retention.forget(connection, later)
    after = await in_store(store)
    assert due["invitations"] == before["invitations"] > after.get("invitations", 0)
    assert due["signals (words)"] == 2


async def test_a_shorter_period_is_kept(store: Store) -> None:
    """An operator who promised less keeps less."""
    async with store.begin() as connection:
        await says(connection, "anna", "woorden")
        await retention.forget(connection, NOW + timedelta(days=31), Periods(words=timedelta(days=30)))
        (own,) = await signals.own(connection, person("anna"))
        assert own.text == ""


async def test_killed_in_the_middle_it_goes_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two batches the process dies: what was done is done, the rest goes the next time."""
    monkeypatch.setattr(retention, "BATCH", 2)
    async with store.begin() as connection:
        for number in range(7):
            await inbox.first_times(connection, "bot", [str(number)], NOW)
    later, seen = NOW + timedelta(days=40), []

    def dies(point: Point) -> None:
        seen.append(point)
        if len([one for one in seen if one is Point.RETENTION_MID_BATCH]) == 15:
            raise KeyboardInterrupt

    monkeypatch.setattr(points, "_listeners", [dies])
    with pytest.raises(KeyboardInterrupt):
        await keeping.forget_old(store, later)
    left = (await in_store(store))["inbox"]
    assert 0 < left < 7
    await keeping.forget_old(store, later)
    assert "inbox" not in await in_store(store)
