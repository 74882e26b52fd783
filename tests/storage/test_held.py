"""Signals that wait for the coordinator: counted or kept apart only after a person read them."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Row, select

from domain.events import (
    HeldApart,
    HeldReleased,
    PersonWiped,
    SignalChanged,
    SignalExtended,
    SignalGiven,
    SignalWithdrawn,
    UpdatesWanted,
)
from domain.held import Reason, Verdict
from domain.invitations import Grant
from domain.rounds import RoundName
from domain.signals import SignalNumber, Source, Standing
from storage import held, quotes, retention, schema, signals
from storage.engine import Connection, Store
from tests.storage.a_wijk import AFTER, BOOMGAARD, NOW, OCTOBER, PROMISE, becomes, does, reports, says

pytestmark = pytest.mark.asyncio

WHY = (Reason.BLAME,)
NOVEMBER = RoundName("2026-11")


async def accuses(
    connection: Connection, who: str = "sem", number: str = "2026-0001", source: Source = Source.RESIDENT
) -> SignalNumber:
    """Somebody says what somebody else does wrong."""
    given = SignalGiven(
        SignalNumber(number), BOOMGAARD.slug, OCTOBER.name, "Kevin dealt", PROMISE, source, held=WHY
    )
    await does(connection, who, given)
    return given.number


async def counted(connection: Connection) -> list[SignalNumber]:
    """What counts in October."""
    return [one.number for one in await signals.of_round(connection, BOOMGAARD.slug, OCTOBER.name)]


async def notices(connection: Connection) -> list[str]:
    """Who is told something, in order."""
    rows = await connection.execute(
        select(schema.outbox.c.recipient, schema.outbox.c.text_key).order_by(schema.outbox.c.id)
    )
    return [f"{row.recipient} {row.text_key}" for row in rows]


async def test_it_waits_and_counts_after_release(store: Store) -> None:
    """Before that it stands in no round, and its words are with the coordinator only."""
    async with store.begin() as connection:
        number = await accuses(connection)
        assert await counted(connection) == []
        (waits,) = await held.waiting(connection, BOOMGAARD.slug)
        assert (waits.number, waits.text, waits.reasons) == (number, "Kevin dealt", WHY)
        assert await held.waiting(connection, "elsewhere") == ()
        await does(connection, "marit", HeldReleased(number, NOVEMBER, date(2026, 12, 8)))
        assert await counted(connection) == [number]
        assert await held.count(connection, BOOMGAARD.slug) == 0


async def test_the_coordinators_are_told_once(store: Store) -> None:
    """Without the words, and not again as long as something waits."""
    async with store.begin() as connection:
        await becomes(connection, "marit", Grant.COORDINATOR)
        await accuses(connection)
        await accuses(connection, "nel", "2026-0002")
        told = [one for one in await notices(connection) if "held-notice" in one]
        assert len(told) == 1
        assert told[0].startswith("p:marit")
        everything = (await connection.execute(select(schema.outbox))).all()
        assert "Kevin" not in repr(everything)


async def test_what_is_released_late_counts_in_the_next_round(store: Store) -> None:
    """Its own report is out: so it is promised an answer again."""
    async with store.begin() as connection:
        number = await accuses(connection)
        await reports(connection, [await says(connection, "anna")])
        await does(connection, "marit", HeldReleased(number, NOVEMBER, date(2026, 12, 8)), now=AFTER)
        assert [one.number for one in await signals.of_round(connection, BOOMGAARD.slug, NOVEMBER)] == [
            number
        ]
        (own,) = await signals.own(connection, (await _row(connection, number)).person)
        assert own.promise_on == date(2026, 12, 8)


async def test_what_is_kept_apart_is_answered(store: Store) -> None:
    """It is never counted, the writer hears that, and nobody owes them anything more."""
    async with store.begin() as connection:
        number = await accuses(connection)
        await does(connection, "marit", HeldApart(number))
        row = await _row(connection, number)
        assert (row.withheld, row.answered_at) == (True, NOW)
        assert [one for one in await notices(connection) if "resident-kept-apart" in one] != []
        (own,) = await signals.own(connection, row.person)
        assert own.standing is Standing.APART
        await does(connection, "marit", HeldReleased(number, NOVEMBER, date(2026, 12, 8)))
        assert await counted(connection) == []


@pytest.mark.parametrize("source", [Source.SURVEY, Source.RESIDENT])
async def test_who_wants_no_news_gets_none(store: Store, source: Source) -> None:
    """Nor does the professional who logged it."""
    async with store.begin() as connection:
        number = await accuses(connection, source=source)
        if source is Source.RESIDENT:
            await does(connection, "sem", UpdatesWanted(wanted=False))
        await does(connection, "marit", HeldApart(number))
        assert not [one for one in await notices(connection) if "resident-kept-apart" in one]


async def test_nobody_judges_for_another_wijk(store: Store) -> None:
    """The signal has to be of the wijk in which the coordinator speaks."""
    async with store.begin() as connection:
        number = await accuses(connection)
        await connection.execute(schema.signals.update().values(district="elsewhere"))
        await does(connection, "marit", HeldApart(number))
        verdict = (await connection.execute(select(schema.held.c.verdict))).scalar_one()
        assert verdict is Verdict.WAITS


async def test_changed_words_are_read_anew(store: Store) -> None:
    """Mended words need nobody; words that got worse wait again, also after a release."""
    async with store.begin() as connection:
        number = await accuses(connection)
        await does(connection, "sem", SignalChanged(number, "er wordt gedeald"))
        assert await counted(connection) == [number]
        await does(connection, "sem", SignalExtended(number, "door Kevin", "m2", WHY))
        assert await counted(connection) == []
        await does(connection, "marit", HeldReleased(number, NOVEMBER, date(2026, 12, 8)))
        await does(connection, "sem", SignalChanged(number, "Kevin liegt", WHY))
        assert await counted(connection) == []
        await does(connection, "nel", SignalChanged(number, "niets"))
        assert await counted(connection) == []


async def test_it_goes_with_its_signal(store: Store) -> None:
    """Withdrawn or wiped: nothing is left to read."""
    async with store.begin() as connection:
        one, other = await accuses(connection), await accuses(connection, "nel", "2026-0002")
        await does(connection, "sem", SignalWithdrawn(one))
        await does(connection, "nel", PersonWiped())
        assert (await connection.execute(select(schema.held))).all() == []
        await does(connection, "marit", HeldApart(other))


async def test_it_goes_with_the_words(store: Store) -> None:
    """When the words have been kept long enough."""
    async with store.begin() as connection:
        await accuses(connection)
        await retention.forget(connection, NOW + timedelta(days=400))
        assert (await connection.execute(select(schema.held))).all() == []


async def test_words_of_danger_do_not_wait_besides(store: Store) -> None:
    """They are with the coordinator already."""
    async with store.begin() as connection:
        given = SignalGiven(
            SignalNumber("2026-0001"), BOOMGAARD.slug, OCTOBER.name, "x", PROMISE, held=WHY, withheld=True
        )
        await does(connection, "sem", given)
        assert await held.count(connection, BOOMGAARD.slug) == 0


async def test_held_once_is_quoted_never(store: Store) -> None:
    """It counts after release; its words stay with the coordinator."""
    async with store.begin() as connection:
        number = await accuses(connection)
        await does(connection, "marit", HeldReleased(number, NOVEMBER, date(2026, 12, 8)))
        await reports(connection, [number])
        assert await quotes.said(connection, BOOMGAARD.slug, OCTOBER.name) == []


async def _row(connection: Connection, number: SignalNumber) -> Row[Any]:
    asked = select(schema.signals).where(schema.signals.c.number == number)
    return (await connection.execute(asked)).one()
