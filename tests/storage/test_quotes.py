"""Quotes: only exactly what somebody approved, only of signals that are still there and say the same."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.events import (
    PersonWiped,
    QuoteApproved,
    QuoteDropped,
    SignalChanged,
    SignalWithdrawn,
)
from domain.people import Role
from domain.quotes import hash_of
from domain.report import Quote
from domain.signals import SignalNumber
from storage import quotes, retention, schema
from storage.engine import Connection, Store
from storage.reports.asked import Asked
from storage.reports.ranked import ranked
from tests.storage.a_wijk import AFTER, BOOMGAARD, OCTOBER, does, reports, says

pytestmark = pytest.mark.asyncio


def yes(topic: int, number: SignalNumber, text: str = "de lamp is stuk") -> QuoteApproved:
    """Somebody read this text and lets it be shown."""
    return QuoteApproved(topic, number, text, "nl", hash_of(text), "expert")


async def shown(connection: Connection) -> dict[int, list[str]]:
    """What stands beside each topic of October."""
    found = await quotes.approved(connection, BOOMGAARD.slug, OCTOBER.name)
    return {rank: [quote.text for quote in said] for rank, said in found.items()}


async def a_topic(connection: Connection, *who: str) -> tuple[int, list[SignalNumber]]:
    """A topic of the report, of what these people said."""
    numbers = [await says(connection, one) for one in who]
    (topic,) = await reports(connection, numbers)
    return topic, numbers


async def test_what_was_approved_is_shown(store: Store) -> None:
    """By rank, in the order of approval, with the language; the report has it; it is noted who by role."""
    async with store.begin() as connection:
        topic, (one, other) = await a_topic(connection, "anna", "bram")
        await does(
            connection, "yara", yes(topic, other, "lamp"), yes(topic, one), roles=frozenset({Role.EXPERT})
        )
        found = await quotes.approved(connection, BOOMGAARD.slug, OCTOBER.name)
        assert found == {1: (Quote("lamp", "nl"), Quote("de lamp is stuk", "nl"))}
        five, _ = await ranked(
            connection, Asked(BOOMGAARD.slug, OCTOBER.name, OCTOBER.first, OCTOBER.last, AFTER, None, AFTER)
        )
        assert five[0].quotes == found[1]
        noted = (await connection.execute(select(schema.audit.c.what, schema.audit.c.role))).all()
        assert ("quote approved", "expert") in [tuple(row) for row in noted]


async def test_other_words_than_were_approved_are_not_shown(store: Store) -> None:
    """Neither when they come with the hash of others, nor when they are changed in the store."""
    async with store.begin() as connection:
        topic, (one, other) = await a_topic(connection, "anna", "bram")
        await does(connection, "yara", replace(yes(topic, one), text="bel 0612345678"))
        assert await shown(connection) == {}
        await does(connection, "yara", yes(topic, other))
        await connection.execute(schema.quotes.update().values(text="de lamp is stuk, zegt Kevin"))
        assert await shown(connection) == {}


async def test_two_at_most(store: Store) -> None:
    """A third is not kept; the same one again replaces its words."""
    async with store.begin() as connection:
        topic, (one, other, third) = await a_topic(connection, "anna", "bram", "cor")
        await does(connection, "yara", yes(topic, one), yes(topic, other), yes(topic, third, "derde"))
        await does(connection, "yara", yes(topic, one, "lamp stuk"))
        assert sorted((await shown(connection))[1]) == ["de lamp is stuk", "lamp stuk"]


async def test_only_of_the_signals_of_that_topic_and_wijk(store: Store) -> None:
    """A forged topic, signal or wijk keeps nothing and takes nothing away."""
    async with store.begin() as connection:
        topic, (one,) = await a_topic(connection, "anna")
        stranger = await says(connection, "bram")
        await does(connection, "yara", yes(topic, stranger), yes(topic + 100, one))
        assert await shown(connection) == {}
        await does(connection, "yara", yes(topic, one))
        await connection.execute(schema.topics.update().values(district="elsewhere"))
        await does(connection, "yara", QuoteDropped(topic, one))
        assert len((await connection.execute(select(schema.quotes))).all()) == 1


async def test_it_can_be_taken_away(store: Store) -> None:
    """Whoever approved, and whoever did not."""
    async with store.begin() as connection:
        topic, (one,) = await a_topic(connection, "anna")
        await does(connection, "yara", yes(topic, one))
        await does(connection, "marit", QuoteDropped(topic, one))
        assert await shown(connection) == {}


@pytest.mark.parametrize("what", ["withdraw", "wipe", "change", "old"])
async def test_a_quote_goes_with_the_words_it_is_of(store: Store, what: str) -> None:
    """Taken back, wiped, said differently, or kept long enough: it is nowhere any more."""
    async with store.begin() as connection:
        topic, (one,) = await a_topic(connection, "anna")
        await does(connection, "yara", yes(topic, one))
        assert await shown(connection) == {1: ["de lamp is stuk"]}
        match what:
            case "withdraw":
                await does(connection, "anna", SignalWithdrawn(one))
            case "wipe":
                await does(connection, "anna", PersonWiped())
            case "change":
                await does(connection, "anna", SignalChanged(one, "de lamp brandt weer"))
            case _:
                await retention.forget(connection, AFTER + timedelta(days=400))
        assert await shown(connection) == {}
        assert (await connection.execute(select(schema.quotes))).all() == []


async def test_who_approved_can_be_wiped(store: Store) -> None:
    """The quote stays, and nothing leads to who approved it."""
    async with store.begin() as connection:
        topic, (one,) = await a_topic(connection, "anna")
        await does(connection, "yara", yes(topic, one))
        await does(connection, "yara", PersonWiped())
        assert await shown(connection) == {1: ["de lamp is stuk"]}
        assert (await connection.execute(select(schema.quotes.c.approved_by))).scalar_one() is None
