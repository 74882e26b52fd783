"""What was kept long enough goes; what is brought in from a file comes in once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.events import RoundClosed, SignalGiven, WrongCode
from domain.messages import Kind, Message, Text
from domain.signals import Source, number_of
from storage import imports, inbox, outbox, retention, schema, signals, turns, waiting
from storage.engine import Store
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
        await inbox.first_time(connection, "bot", "1", NOW)
        await does(connection, "eve", WrongCode())
        await retention.forget(connection, NOW + timedelta(days=8))
        counted = await waiting.counts(connection)
        assert (counted[Delivery.SENT], counted[Delivery.PENDING]) == (0, 1)
        assert not await inbox.first_time(connection, "bot", "1", NOW)
        await retention.forget(connection, NOW + timedelta(days=31))
        assert await inbox.first_time(connection, "bot", "1", NOW)
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
