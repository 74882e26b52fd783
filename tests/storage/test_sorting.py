"""What people who sort said: kept at once, gone with its signal, taken back by who said it."""

import pytest
from sqlalchemy import select

from domain.events import PersonWiped, SameTopic, SignalSetAside, SortingTakenBack, TopFiveStood
from domain.rounds import RoundName
from domain.signals import SignalNumber
from domain.topics import SetAside
from storage import links, schema, sorting
from storage.engine import Connection, Store
from tests.storage.a_wijk import BOOMGAARD, OCTOBER, does, says

pytestmark = pytest.mark.asyncio


async def aside(connection: Connection) -> dict[SignalNumber, SetAside]:
    """What was set aside in October."""
    return await sorting.aside_of(connection, BOOMGAARD.slug, OCTOBER.name)


async def test_the_last_word_on_a_signal_counts(store: Store) -> None:
    """Held by one, no signal according to the next; of another round nothing is said."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        await does(connection, "marit", SignalSetAside(number, SetAside.HELD))
        await does(connection, "noor", SignalSetAside(number, SetAside.NO_SIGNAL))
        assert await aside(connection) == {number: SetAside.NO_SIGNAL}
        assert await sorting.aside_of(connection, BOOMGAARD.slug, RoundName("2026-11")) == {}


async def test_a_card_of_a_wiped_signal_keeps_nothing(store: Store) -> None:
    """What was set aside goes with its signal, and cannot be set aside after that."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        await does(connection, "marit", SignalSetAside(number, SetAside.HELD))
        await does(connection, "anna", PersonWiped())
        assert (await connection.execute(select(schema.set_aside))).all() == []
        await does(connection, "marit", SignalSetAside(number, SetAside.HELD))
        assert await aside(connection) == {}


async def test_only_who_said_it_takes_it_back(store: Store) -> None:
    """Links and signals set aside stay when somebody else takes their own answer back."""
    async with store.begin() as connection:
        one, other = await says(connection, "anna"), await says(connection, "bram")
        await does(connection, "marit", SameTopic(one, other, same=True), SignalSetAside(one, SetAside.HELD))
        back = SortingTakenBack(((other, one),), one)
        await does(connection, "noor", back)
        assert len(await links.links_of(connection, BOOMGAARD.slug, OCTOBER.name)) == 1
        assert await aside(connection) == {one: SetAside.HELD}
        await does(connection, "marit", back)
        assert await links.links_of(connection, BOOMGAARD.slug, OCTOBER.name) == ()
        assert await aside(connection) == {}


async def test_a_round_that_stood_is_remembered_once(store: Store) -> None:
    """Two people may sort until it stands; another round did not."""
    async with store.begin() as connection:
        assert not await sorting.has_stood(connection, BOOMGAARD.slug, OCTOBER.name)
        await does(connection, "marit", TopFiveStood(OCTOBER.name))
        await does(connection, "noor", TopFiveStood(OCTOBER.name))
        assert await sorting.has_stood(connection, BOOMGAARD.slug, OCTOBER.name)
        assert not await sorting.has_stood(connection, BOOMGAARD.slug, RoundName("2026-11"))
