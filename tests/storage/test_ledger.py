"""Owed minus delivered, from the store: with a reason for everybody who did not hear."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from domain.districts import NETHERLANDS
from domain.events import (
    FeedbackApproved,
    InvitationUsed,
    Invited,
    PersonWiped,
    RoundClosed,
    SignalWithdrawn,
    UpdatesWanted,
)
from domain.invitations import Grant
from domain.ledger import Ledger, Why
from domain.signals import SignalNumber, Source
from storage import feedback, ledger, outbox, promises, retention, schema, turns
from storage.engine import Connection, Store
from tests.storage.a_wijk import (
    AFTER,
    BOOMGAARD,
    NOW,
    OCTOBER,
    PROMISE,
    becomes,
    does,
    not_now,
    person,
    reports,
    says,
    taken_up,
)

pytestmark = pytest.mark.asyncio
SLUG = BOOMGAARD.slug
DAY = timedelta(days=1)


async def looked(connection: Connection, days: int = 0) -> Ledger:
    """The ledger of October, so many days after its report."""
    return await ledger.of_round(connection, SLUG, OCTOBER.name, NETHERLANDS, AFTER + days * DAY)


async def sent(connection: Connection, days: float = 0) -> None:
    """Everything that waits arrives, so many days after the report."""
    while (queued := await turns.claim(connection, AFTER + days * DAY)) is not None:
        await outbox.mark_sent(connection, queued, "m", AFTER + days * DAY)


async def decided(connection: Connection, *groups: list[SignalNumber], days: float = 0) -> None:
    """The wijkverband takes up the first topic, the others not, and closes the round."""
    now = AFTER + days * DAY
    for rank, topic in enumerate(await reports(connection, *groups)):
        await does(connection, "partner", taken_up(topic) if rank == 0 else not_now(topic), now=now)
    await does(connection, "partner", RoundClosed(OCTOBER.name), now=now)


async def test_an_answer_counts_when_it_arrived(store: Store) -> None:
    """First the round runs, then it is on the table, then the message is on its way, then it is there."""
    async with store.begin() as connection:
        anna, bram = await says(connection, "anna"), await says(connection, "bram")
        assert (await looked(connection)).reasons == {Why.COLLECTING: 2}
        (topic,) = await reports(connection, [anna])
        assert (await looked(connection)).reasons == {Why.UNDECIDED: 2}
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        assert (await looked(connection)).reasons == {Why.SENDING: 2}
        await sent(connection, days=3)
        found = await looked(connection, days=3)
        assert (found.owed, found.answered, found.in_time, found.told, found.reasons) == (2, 2, 2, 2, {})
        assert found.median_days == 23
        assert bram


async def test_late_is_after_the_first_promise(store: Store) -> None:
    """A new date after "no news yet" makes nothing in time, and telling so is no answer."""
    async with store.begin() as connection:
        anna = await says(connection, "anna")
        (topic,) = await reports(connection, [anna])
        await promises.tell_no_news(connection, SLUG, PROMISE, PROMISE + 7 * DAY, AFTER + 7 * DAY)
        await sent(connection, days=7)
        waiting = await looked(connection, days=8)
        assert (waiting.told, waiting.answered, waiting.overdue) == (1, 0, 1)
        assert waiting.reasons == {Why.UNDECIDED: 1}
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER + 9 * DAY)
        await sent(connection, days=9)
        found = await looked(connection, days=9)
        assert (found.answered, found.late, found.overdue) == (1, 1, 0)


async def test_everybody_else_has_a_reason(store: Store) -> None:
    """Stopped, taken back, from a file, unreachable, words of danger, and words that wait for a check."""
    async with store.begin() as connection:
        numbers = {name: await says(connection, name) for name in ("anna", "bram", "cor", "dien")}
        await says(connection, "file-1", source=Source.IMPORTED)
        await says(connection, "fred", withheld=True)
        await becomes(connection, "els", Grant.EXPERT)
        await does(connection, "bram", UpdatesWanted(wanted=False))
        await does(connection, "cor", SignalWithdrawn(numbers["cor"]))
        await outbox.park_for(connection, person("dien"), NOW)
        await decided(connection, [numbers["anna"]])
        await sent(connection)
        found = await looked(connection)
        assert found.reasons == {
            Why.WORDS: 1,
            Why.UNREACHABLE: 1,
            Why.STOPPED: 1,
            Why.WITHHELD: 1,
            Why.IMPORTED: 1,
            Why.WITHDRAWN: 1,
        }
        assert (found.owed, found.reporters, found.difference) == (6, 3, 0)
        (draft,) = await feedback.drafts(connection, SLUG)
        await does(connection, "els", FeedbackApproved(draft.id, draft.sentence), now=AFTER)
        await sent(connection)
        assert (await looked(connection)).answered == 1
        await outbox.give_up(connection, AFTER + 91 * DAY)
        assert (await looked(connection)).reasons[Why.GIVEN_UP] == 1


async def test_who_comes_back_too_late_is_given_up(store: Store) -> None:
    """What waited more than 90 days is not sent any more: counted, and not lost sight of."""
    async with store.begin() as connection:
        anna = await says(connection, "anna")
        await outbox.park_for(connection, person("anna"), NOW)
        await decided(connection, [anna])
        await outbox.unpark(connection, person("anna"), AFTER + 91 * DAY)
        await retention.forget(connection, AFTER + 99 * DAY)
        assert (await looked(connection)).reasons == {Why.GIVEN_UP: 1}


async def test_what_was_sent_is_known_when_the_message_is_gone(store: Store) -> None:
    """A week later the message goes from the outbox; that it arrived in time stays."""
    async with store.begin() as connection:
        await decided(connection, [await says(connection, "anna")])
        await sent(connection, days=1)
        await retention.forget(connection, AFTER + 30 * DAY)
        assert (await connection.execute(select(schema.outbox))).all() == []
        found = await looked(connection, days=30)
        assert (found.answered, found.in_time) == (1, 1)


async def test_followers_are_owed_as_well(store: Store) -> None:
    """The respondent who scanned the code; who follows after the answer is owed only what comes next."""
    async with store.begin() as connection:
        number = await says(connection, "zuster", source=Source.SURVEY, respondent="r1")
        for code in ("f1", "f2"):
            await does(connection, "zuster", Invited(code, Grant.FOLLOW, SLUG, NOW + 90 * DAY, signal=number))
        await does(connection, "bram", InvitationUsed("f1"))
        await decided(connection, [number])
        await sent(connection)
        await does(connection, "laat", InvitationUsed("f2"), now=AFTER + DAY)
        found = await looked(connection, days=2)
        assert (found.owed, found.answered, found.signals) == (2, 2, 1)


async def test_who_wiped_everything_still_counts(store: Store) -> None:
    """As they stood when they left; the history of the round stays when all of its people are gone."""
    async with store.begin() as connection:
        numbers = [await says(connection, name) for name in ("anna", "bram")]
        await does(connection, "bram", PersonWiped())
        await decided(connection, [numbers[0]])
        await sent(connection, days=1)
        before = await looked(connection, days=1)
        await does(connection, "anna", PersonWiped(), now=AFTER + 2 * DAY)
        after = await looked(connection, days=3)
        for found in (before, after):
            assert (found.owed, found.answered, found.in_time) == (2, 1, 1)
            assert found.reasons == {Why.WIPED: 1}
        assert await ledger.rounds_with_people(connection, SLUG) == (OCTOBER.name,)


async def test_a_lost_update_is_no_silence(store: Store) -> None:
    """What nothing explains is named, also when the whole answer of a closed round is missing."""
    async with store.begin() as connection:
        await decided(connection, [await says(connection, "anna")], [await says(connection, "bram")])
        lost = schema.updates.delete().where(schema.updates.c.person == "p:bram")
        await connection.execute(lost)
        assert (await looked(connection)).reasons == {Why.FORGOTTEN: 1, Why.SENDING: 1}
        assert await ledger.keep_all(connection, SLUG, NETHERLANDS, AFTER) == 1
        await says(connection, "cor")
        assert (await looked(connection)).forgotten == 2


async def test_the_ledger_is_kept_every_night(store: Store) -> None:
    """What is kept reads back the same, once a round, with the newest counts."""
    async with store.begin() as connection:
        await says(connection, "anna")
        await ledger.keep_all(connection, SLUG, NETHERLANDS, NOW)
        assert await ledger.kept(connection) == (await looked(connection),)
        await decided(connection, [await says(connection, "bram")])
        await sent(connection)
        await ledger.keep_all(connection, SLUG, NETHERLANDS, AFTER + DAY)
        assert await ledger.kept(connection) == (await looked(connection, days=1),)


async def test_days_are_those_of_the_wijk(store: Store) -> None:
    """Half past eleven in the evening of the promised day is in time, though it is the next day elsewhere."""
    async with store.begin() as connection:
        await decided(connection, [await says(connection, "anna")], days=0)
        evening = (PROMISE - date(2026, 11, 1)).days + (22.5 - 8) / 24
        await sent(connection, days=evening)
        assert (await looked(connection, days=9)).in_time == 1


async def test_an_old_round_is_left_as_it_was(store: Store) -> None:
    """After a year it is history, and not counted anew every night."""
    async with store.begin() as connection:
        await says(connection, "anna")
        await ledger.keep_all(connection, SLUG, NETHERLANDS, NOW)
        before = await ledger.kept(connection)
        await says(connection, "bram")
        await ledger.keep_all(connection, SLUG, NETHERLANDS, NOW + 500 * DAY)
        assert await ledger.kept(connection) == before
