"""What falls due, why there is no answer yet, and what is said of it on the day."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from domain.events import (
    DelayExplained,
    FeedbackApproved,
    PersonWiped,
    RoundClosed,
    UpdatesWanted,
)
from domain.invitations import Grant
from domain.messages import Text
from domain.promises import Cause, NoNews, Table
from storage import feedback, promises, schema
from storage.codec import load_text
from storage.engine import Connection, Store
from storage.states import FeedbackState
from tests.storage.a_wijk import (
    AFTER,
    BOOMGAARD,
    OCTOBER,
    PROMISE,
    becomes,
    does,
    not_now,
    reports,
    says,
    taken_up,
)

pytestmark = pytest.mark.asyncio
SLUG = BOOMGAARD.slug
LATER = PROMISE + timedelta(days=7)
ON_THE_DAY = AFTER + timedelta(days=7)


async def causes(connection: Connection, last: date = PROMISE) -> list[Cause]:
    """Why there is no answer, for each promise that falls due."""
    return [one.cause for one in await promises.due(connection, SLUG, last)]


async def told(connection: Connection) -> list[Text]:
    """What people hear of it, the first one first."""
    rows = await connection.execute(
        select(schema.outbox.c.text)
        .where(schema.outbox.c.text_key.like("promises-no-news%"))
        .order_by(schema.outbox.c.id)
    )
    return [load_text(text) for text in rows.scalars()]


async def test_each_step_has_its_own_cause(store: Store) -> None:
    """The round runs, it is on the table, the words wait, the owner is silent; answered is due no more."""
    async with store.begin() as connection:
        anna = await says(connection, "anna")
        await becomes(connection, "els", Grant.EXPERT)
        assert await causes(connection) == [Cause.COLLECTING]
        (topic,) = await reports(connection, [anna])
        assert await causes(connection) == [Cause.UNDECIDED]
        assert await promises.tables(connection, SLUG) == {OCTOBER.name: Table(1, 1)}
        await does(connection, "partner", taken_up(topic), now=AFTER)
        assert await promises.tables(connection, SLUG) == {OCTOBER.name: Table(1, 0)}
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        assert (await causes(connection), await promises.tables(connection, SLUG)) == ([Cause.WORDS], {})
        (draft,) = await feedback.drafts(connection, SLUG)
        await does(connection, "els", FeedbackApproved(draft.id, draft.sentence), now=AFTER)
        assert await causes(connection) == []
        (due,) = await promises.due(connection, SLUG, date(2027, 1, 15))
        assert (due.cause, due.title, due.missed) == (Cause.OWNER, "Topic 1", 0)


async def test_a_lost_answer_has_no_cause(store: Store) -> None:
    """Closed without a word about it: said as it is, and looked into."""
    async with store.begin() as connection:
        (topic,) = await reports(connection, [await says(connection, "anna")])
        await does(connection, "partner", not_now(topic), RoundClosed(OCTOBER.name), now=AFTER)
        await connection.execute(schema.signals.update().values(answered_at=None))
        assert await causes(connection) == [Cause.UNKNOWN]


async def test_without_an_expert_the_coordinators_yes_is_enough(store: Store) -> None:
    """The newest sentence of the day is read by everybody on that day, once, and never before it."""
    async with store.begin() as connection:
        await says(connection, "anna")
        await reports(connection)
        for sentence in ("De zaal was dicht.", "De voorzitter was ziek."):
            await does(connection, "marit", DelayExplained(PROMISE, sentence), now=AFTER)
        assert await promises.reasons(connection, SLUG) == {PROMISE: "De voorzitter was ziek."}
        assert await told(connection) == []
        assert await promises.tell_no_news(connection, SLUG, PROMISE, LATER, ON_THE_DAY) == NoNews(1)
        (first,) = await told(connection)
        assert "De voorzitter was ziek." in str(first.args["why"])
        assert await promises.tell_no_news(connection, SLUG, LATER, LATER, ON_THE_DAY) == NoNews(1, 1)
        (_, second) = await told(connection)
        assert second.args["why"] == Text("promises-why", {"cause": Cause.UNDECIDED})


@pytest.mark.parametrize("checked", [True, False], ids=["in time", "too late"])
async def test_an_expert_looks_first_when_there_is_time(store: Store, *, checked: bool) -> None:
    """Checked words go out as they were checked; on the day itself those of the coordinator do."""
    async with store.begin() as connection:
        await says(connection, "anna")
        await becomes(connection, "els", Grant.EXPERT)
        await reports(connection)
        await does(connection, "marit", DelayExplained(PROMISE, "De besluitvorming stokt."), now=AFTER)
        (draft,) = await feedback.drafts(connection, SLUG)
        if checked:
            await does(connection, "els", FeedbackApproved(draft.id, "Wij konden niet kiezen."), now=AFTER)
            assert await told(connection) == []
        await promises.tell_no_news(connection, SLUG, PROMISE, LATER, ON_THE_DAY)
        (said,) = await told(connection)
        assert ("Wij konden niet kiezen." in str(said.args["why"])) == checked
        assert await feedback.drafts(connection, SLUG) == ()
        late = FeedbackApproved(draft.id, "Te laat.")
        await does(connection, "els", late, now=ON_THE_DAY)
        assert len(await told(connection)) == 1


async def test_who_checked_or_wrote_stands_beside_the_words(store: Store) -> None:
    """As with every text that goes out; `wissen` blanks it and the words stay."""
    async with store.begin() as connection:
        await says(connection, "anna")
        await reports(connection)
        await does(connection, "marit", DelayExplained(PROMISE, "De zaal was dicht."), now=AFTER)
        await promises.tell_no_news(connection, SLUG, PROMISE, LATER, ON_THE_DAY)
        rows = select(schema.feedback.c.approved_by, schema.feedback.c.state)
        assert (await connection.execute(rows)).all() == [("p:marit", FeedbackState.APPROVED)]
        await does(connection, "marit", PersonWiped(), now=ON_THE_DAY)
        assert (await connection.execute(rows)).all() == [(None, FeedbackState.APPROVED)]
        assert await promises.reasons(connection, SLUG) == {PROMISE: "De zaal was dicht."}


async def test_the_first_promise_is_remembered(store: Store) -> None:
    """However often the day moves, and how often it moved."""
    async with store.begin() as connection:
        await says(connection, "anna")
        await does(connection, "bram", UpdatesWanted(wanted=False))
        await says(connection, "bram")
        await reports(connection)
        for turn in range(3):
            day = PROMISE + timedelta(days=7 * turn)
            told_now = await promises.tell_no_news(connection, SLUG, day, day + timedelta(7), ON_THE_DAY)
            assert told_now == (NoNews(1), NoNews(1, 1), NoNews(1, 0, 1))[turn]
        rows = select(schema.signals.c.first_promise_on, schema.signals.c.promise_on, schema.signals.c.missed)
        assert (await connection.execute(rows)).all() == [(PROMISE, PROMISE + timedelta(21), 3)] * 2
