"""Vectors of signals: those that are missing, and how they go with the words."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.events import Event, PersonWiped, SignalChanged, SignalExtended, SignalWithdrawn
from domain.signals import SignalNumber
from storage import retention, schema, vectors
from storage.engine import Connection, Store
from storage.vectors import Maker, Unread
from tests.storage.a_wijk import BOOMGAARD, NOW, OCTOBER, does, says

pytestmark = pytest.mark.asyncio
E5 = Maker("e5", "1")


async def count(connection: Connection) -> int:
    """How many vectors there are."""
    found: int = (await connection.execute(select(func.count()).select_from(schema.vectors))).scalar_one()
    return found


async def read(connection: Connection, number: SignalNumber, text: str = "de lamp is stuk") -> int:
    """A model read this signal."""
    return await vectors.keep(connection, E5, [(Unread(number, text), b"ab")])


async def test_what_is_missing_is_asked_for_once(store: Store) -> None:
    """The newest first, as many as wanted; not those held back, withdrawn, or told to leave out."""
    async with store.begin() as connection:
        first = await says(connection, "anna")
        second = await says(connection, "ben", now=NOW + timedelta(minutes=5))
        await says(connection, "eve", withheld=True)
        gone = await says(connection, "dan")
        await does(connection, "dan", SignalWithdrawn(gone))
        found = await vectors.missing(connection, E5, 10)
        assert [one.number for one in found] == [second, first]
        assert [one.number for one in await vectors.missing(connection, E5, 1)] == [second]
        assert [one.number for one in await vectors.missing(connection, E5, 1, {second})] == [first]
        assert await read(connection, second) == 1
        assert [one.number for one in await vectors.missing(connection, E5, 10)] == [first]


async def test_another_version_reads_anew(store: Store) -> None:
    """A vector of another name or version is missing, and replaced; the counts tell which is whose."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        await read(connection, number)
        newer = Maker("e5", "2")
        assert len(await vectors.missing(connection, newer, 10)) == 1
        assert await vectors.counts(connection) == {E5: 1}
        await vectors.keep(connection, newer, [(Unread(number, "de lamp is stuk"), b"cd")])
        assert await vectors.counts(connection) == {newer: 1}
        (kept,) = await vectors.of_round(connection, BOOMGAARD.slug, OCTOBER.name)
        assert (kept.text, kept.maker, kept.data) == ("de lamp is stuk", newer, b"cd")
        await vectors.forget_all(connection)
        assert await vectors.counts(connection) == {None: 1}


@pytest.mark.parametrize("how", ["changed", "extended", "withdrawn", "wiped", "old"])
async def test_the_vector_goes_with_the_words(store: Store, how: str) -> None:
    """Words that change, go or are forgotten leave no vector behind."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        await read(connection, number)
        deeds: dict[str, Event] = {
            "changed": SignalChanged(number, "de bank is stuk"),
            "extended": SignalExtended(number, "en de bank", "m2"),
            "withdrawn": SignalWithdrawn(number),
            "wiped": PersonWiped(),
        }
        if how in deeds:
            await does(connection, "anna", deeds[how])
        else:
            await retention.forget(connection, NOW + timedelta(days=366))
        assert await count(connection) == 0


async def test_others_change_nothing(store: Store) -> None:
    """Who tries to change what somebody else said takes no vector away."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        await read(connection, number)
        await does(connection, "eve", SignalChanged(number, "onzin"))
        assert await count(connection) == 1


async def test_words_that_changed_meanwhile_get_no_vector(store: Store) -> None:
    """While the model read them they were changed or wiped: what it read is thrown away."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        assert await read(connection, number, "wat er eerst stond") == 0
        await does(connection, "anna", PersonWiped())
        assert await read(connection, number) == 0
        assert await count(connection) == 0
