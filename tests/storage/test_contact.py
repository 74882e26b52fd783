"""The contact budget: so many questions a person a month over everything; news itself always goes."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.actions import ActionStatus
from domain.events import ActionMoved, FeedbackApproved, QuietSet, RoundClosed
from domain.feedback import FeedbackKind
from domain.messages import Kind, PersonKey
from domain.quiet import Quiet
from storage import actions, contact, feedback, ledger, outbox, quiet, retention, schema, turns
from storage.engine import Connection, Store
from tests.storage.a_wijk import AFTER, BOOMGAARD, NOW, OCTOBER, does, person, reports, says, taken_up

pytestmark = pytest.mark.asyncio
SLUG = BOOMGAARD.slug
ANNA, BRAM = person("anna"), person("bram")
LAST_MINUTE = datetime(2026, 10, 31, 22, 59, tzinfo=UTC)


async def asked_in_october(connection: Connection, who: PersonKey) -> int:
    """How many questions count for somebody."""
    this = (schema.asks.c.person == who, schema.asks.c.month == "2026-10")
    return len((await connection.execute(select(schema.asks).where(*this))).all())


async def test_two_questions_a_month(store: Store) -> None:
    """Of whatever kind and in whatever wijk; the next month begins at midnight in the Netherlands."""
    async with store.begin() as connection:
        for district in (SLUG, "haven"):
            assert await contact.may_ask(connection, [ANNA], district, NOW)
        assert not await contact.may_ask(connection, [ANNA], SLUG, LAST_MINUTE)
        assert await contact.may_ask(connection, [BRAM], SLUG, LAST_MINUTE)
        assert await contact.may_ask(connection, [ANNA], SLUG, LAST_MINUTE + timedelta(minutes=1))
        assert await asked_in_october(connection, ANNA) == 2


async def test_what_is_not_asked_is_counted(store: Store) -> None:
    """Per day and wijk, as a number of people; a budget of nothing asks nobody."""
    async with store.begin() as connection:
        people = [ANNA, BRAM]
        assert await contact.may_ask(connection, people, SLUG, NOW, at_most=1) == frozenset(people)
        for moment in (NOW, NOW + timedelta(days=2)):
            assert await contact.may_ask(connection, people, SLUG, moment, at_most=1) == frozenset()
        assert await contact.may_ask(connection, [], SLUG, NOW) == frozenset()
        assert await contact.may_ask(connection, [person("cor")], SLUG, NOW, at_most=0) == frozenset()
        assert await ledger.skipped(connection, SLUG, NOW.date(), NOW.date()) == 3
        assert await ledger.skipped(connection, SLUG, OCTOBER.first, OCTOBER.last) == 5
        assert await ledger.skipped(connection, "haven", OCTOBER.first, OCTOBER.last) == 0


async def test_what_is_rolled_back_was_not_asked(store: Store) -> None:
    """It counts in the transaction that queues the question."""

    async def breaks() -> None:
        async with store.begin() as connection:
            await contact.may_ask(connection, [ANNA], SLUG, NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await breaks()
    async with store.begin() as connection:
        assert await asked_in_october(connection, ANNA) == 0


async def test_last_month_is_forgotten(store: Store) -> None:
    """Who was asked, not how many questions were skipped."""
    async with store.begin() as connection:
        await contact.may_ask(connection, [ANNA], SLUG, NOW)
        await contact.may_ask(connection, [ANNA], SLUG, NOW, at_most=0)
        await retention.forget(connection, NOW)
        assert await asked_in_october(connection, ANNA) == 1
        await retention.forget(connection, AFTER)
        assert (await connection.execute(select(schema.asks))).all() == []
        assert await ledger.skipped(connection, SLUG, OCTOBER.first, OCTOBER.last) == 1


async def news(connection: Connection, key: str) -> tuple[PersonKey, str, int]:
    """What waits with this key for somebody, and with how many buttons."""
    rows = await connection.execute(
        select(schema.outbox).where(schema.outbox.c.text_key == key, schema.outbox.c.kind == Kind.UPDATE)
    )
    (row,) = rows.all()
    queued = await outbox.queued(connection, row.id)
    assert queued is not None
    return row.recipient, row.text_key, len(queued.message.choices)


async def test_over_the_budget_the_news_goes_without_its_question(store: Store) -> None:
    """Done is told to both; only who was not asked enough yet is asked whether they notice a difference."""
    async with store.begin() as connection:
        numbers = [await says(connection, name) for name in ("anna", "bram")]
        (topic,) = await reports(connection, numbers)
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        for _ in range(2):
            await contact.may_ask(connection, [BRAM], SLUG, AFTER)
        (action,) = await actions.open_actions(connection, SLUG)
        done = ActionMoved(action.id, ActionStatus.DONE, "De lampen hangen.", FeedbackKind.DONE)
        await does(connection, "eigenaar", done, now=AFTER)
        (draft,) = await feedback.drafts(connection, SLUG)
        await does(connection, "cor", FeedbackApproved(draft.id, draft.sentence), now=AFTER)
        assert await news(connection, "update-done") == (ANNA, "update-done", 4)
        assert await news(connection, "promises-done") == (BRAM, "promises-done", 0)
        assert await ledger.skipped(connection, SLUG, AFTER.date(), AFTER.date()) == 1


async def test_news_waits_for_the_hours_of_its_reader(store: Store) -> None:
    """The usual hours, those that were chosen, and at once when they choose others while it waits."""
    night = datetime(2026, 11, 1, 22, tzinfo=UTC)
    async with store.begin() as connection:
        (topic,) = await reports(connection, [await says(connection, "anna")])
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=night)
        queued = await turns.claim(connection, night)
        assert queued is not None
        for wish, until in (
            (None, datetime(2026, 11, 2, 7, tzinfo=UTC)),
            (Quiet.ALL_BUT_DAY, datetime(2026, 11, 2, 8, tzinfo=UTC)),
            (Quiet.NONE, None),
        ):
            if wish is not None:
                await does(connection, "anna", QuietSet(wish), now=night)
            assert await quiet.wait_until(connection, queued, {}, night) == until
        await outbox.postpone(connection, queued, datetime(2026, 11, 2, 8, tzinfo=UTC))
        assert await turns.claim(connection, night) is None
        await does(connection, "anna", QuietSet(Quiet.NONE), now=night)
        assert await turns.claim(connection, night) is not None
