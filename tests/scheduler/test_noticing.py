"""Does it help? From the check moment to the next round, through the service as it runs."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import select

from domain.actions import ActionStatus
from domain.decisions import Outcome, Plan
from domain.events import ActionMoved, FeedbackApproved, RoundClosed, TopicAnswered
from domain.feedback import FeedbackKind
from domain.invitations import Grant
from domain.rounds import RoundName, span_of
from domain.signals import SignalNumber
from scheduler.bundled import bundled
from storage import feedback, reports, schema, updates
from storage.noticing import disappointed
from storage.states import LeftOut
from tests.bot.scripted import BOOMGAARD, Street, street

pytestmark = pytest.mark.asyncio

OCTOBER = RoundName("2026-10")
AFTER = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
CHECK = datetime(2026, 12, 20, 9, 30, tzinfo=UTC)
PEOPLE = ("anja", "bea", "kees", "dirk", "els", "fien")


@pytest_asyncio.fixture
async def at(url: str) -> AsyncIterator[Street]:
    """Six people reported a lamp, it was taken up and started, and they heard that."""
    async with street(url) as opened:
        await opened.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
        await opened.becomes("jamila", Grant.PARTNER, "de corporatie")
        await opened.house.tick()
        for who in PEOPLE:
            await opened.says(who, "de lantaarn achter de flat is al weken stuk")
        await ticks(opened, AFTER)
        await started(opened)
        for who in PEOPLE:
            await opened.hears(who)
        await opened.hears("jamila")
        yield opened


async def ticks(at: Street, now: datetime) -> None:
    """It is this moment, and what is due happens."""
    at.clock.now = now
    await at.house.tick()
    await at.house.send_all()


async def started(at: Street) -> None:
    """The plan, the closed round, the first news and its approval."""
    key = at.key("jamila")
    plan = Plan("twee lampen", "de corporatie", key, "", "offerte", date(2026, 11, 15), CHECK.date())
    async with at.house.store.read() as connection:
        topic = (await connection.execute(select(schema.topics.c.id))).scalar_one()
    answer = TopicAnswered(topic, Outcome.TAKEN_UP, "Er komen lampen.", plan=plan)
    await at.applies(answer, RoundClosed(OCTOBER), by=at.key("marit"))
    async with at.house.store.read() as connection:
        action = (await connection.execute(select(schema.actions.c.id))).scalar_one()
    moved = ActionMoved(action, ActionStatus.STARTED, "De lampen zijn besteld.", FeedbackKind.STARTED)
    await at.applies(moved, by=key)
    await approves(at)
    await at.house.send_all()


async def approves(at: Street) -> None:
    """Every text that waits goes out."""
    async with at.house.store.read() as connection:
        waiting = await feedback.drafts(connection, "boomgaard")
    await at.applies(*(FeedbackApproved(one.id, one.sentence) for one in waiting), by=at.key("marit"))


def heard(at: Street, who: str, part: str) -> list[str]:
    """Everything with these words that somebody was sent so far."""
    return [one.text for one in at.chat.sent if one.room == who and part in one.text]


QUESTION = "Merkt u al verschil?"


async def test_at_the_check_moment_each_reporter_is_asked_once(at: Street) -> None:
    """By day, in their own words, in place of "no news", with a new day; and not again."""
    await ticks(at, CHECK - timedelta(hours=2))
    assert not heard(at, "anja", QUESTION)
    await ticks(at, CHECK)
    (asked,) = heard(at, "anja", QUESTION)
    assert asked == (
        "Over uw signaal 2026-0001 (de lantaarn achter de flat is al weken stuk).\n"
        "De actie is bezig. Ander nieuws is er nog niet: dat hoort u uiterlijk 27 december.\n"
        "Wij willen graag weten of het helpt. Merkt u al verschil?"
    )
    assert len(heard(at, "fien", QUESTION)) == 1
    await ticks(at, CHECK + timedelta(days=1))
    assert len(heard(at, "anja", QUESTION)) == 1
    assert not heard(at, "anja", "Wij beloofden u vandaag nieuws")
    async with at.house.store.read() as connection:
        assert await updates.reconcile(connection, "boomgaard") == ()
        rows = await connection.execute(select(schema.signals.c.promise_on, schema.signals.c.answered_at))
        assert set(map(tuple, rows)) == {(date(2026, 12, 27), None)}


async def test_who_was_asked_enough_is_spared_and_counted(at: Street) -> None:
    """The question is not sent, that is a reason in the books, and the promise stands as it was."""
    async with at.house.store.begin() as connection:
        (topic,) = (await connection.execute(select(schema.topics.c.id))).scalars()
        prepared = feedback.Prepared(
            district="boomgaard",
            kind=FeedbackKind.ASKED,
            topic=topic,
            title="Straatverlichting",
            next_on=date(2026, 12, 27),
        )
        ready = await feedback.release(connection, prepared, CHECK)
        assert await updates.fan_out(connection, ready, CHECK, at_most=0) == 0
        assert await updates.left_out(connection, ready.id) == {LeftOut.ASKED_ENOUGH: len(PEOPLE)}
        assert await updates.reconcile(connection, "boomgaard") == ()
        promised = await connection.execute(select(schema.signals.c.promise_on).distinct())
        assert promised.scalars().all() == [CHECK.date()]


async def test_a_no_goes_on_as_a_signal_of_the_same_topic(at: Street) -> None:
    """Two say no in words that have nothing in common: one topic in the next round, with its old title."""
    await ticks(at, CHECK)
    said = {"anja": "je ziet er nog steeds geen hand voor ogen", "bea": "alleen beloften"}
    for who, words in said.items():
        await at.says(who, "nee")
        assert "Wat is er nog niet goed?" in (await at.hears(who))[-1]
        await at.says(who, words)
    await at.says("gijs", "hondenpoep op het grasveld")
    december = span_of(BOOMGAARD.rhythm, CHECK.date())
    bundle, items = await bundled(at.house.store, BOOMGAARD, december.name)
    told = {
        frozenset(items[SignalNumber(str(key))].text for key in topic.signals): topic
        for topic in bundle.topics
    }
    assert frozenset(said.values()) in told
    assert at.house.words.say(told[frozenset(said.values())].title, "nl") == "Straatverlichting"


async def test_owner_and_coordinator_hear_how_many_never_what(at: Street) -> None:
    """Once a day, only when there are more; a partner gets no number below five."""
    await ticks(at, CHECK)
    for who in ("anja", "bea"):
        await at.says(who, "nee")
        await at.says(who, "mijn kind is bang in het donker")
    await at.says("kees", "ja")
    await ticks(at, CHECK + timedelta(hours=1))
    (told,) = heard(at, "marit", "merken nog geen verschil")
    assert told.startswith('2 melders van "Straatverlichting"')
    (told,) = heard(at, "jamila", "merken nog geen verschil")
    assert told.startswith('Een paar melders van "Straatverlichting"')
    await ticks(at, CHECK + timedelta(days=1))
    assert len(heard(at, "marit", "merken nog geen verschil")) == 1
    for who in ("dirk", "els", "fien"):
        await at.says(who, "nee")
        await ticks(at, CHECK + timedelta(days=2))
    assert len(heard(at, "jamila", "merken nog geen verschil")) == 2
    await ticks(at, CHECK + timedelta(days=3))
    *_, told = heard(at, "jamila", "merken nog geen verschil")
    assert told.startswith('5 melders van "Straatverlichting"')
    assert not heard(at, "jamila", "bang in het donker")


async def test_the_answers_stand_beside_the_action(at: Street) -> None:
    """In the report of a later round, counted by person."""
    await ticks(at, CHECK)
    for who, answer in (("anja", "nee"), ("bea", "ja"), ("kees", "een beetje")):
        await at.says(who, answer)
    await ticks(at, datetime(2027, 1, 1, 9, tzinfo=UTC))
    async with at.house.store.read() as connection:
        found = await reports.report_of(connection, BOOMGAARD, RoundName("2026-12"))
        assert found is not None
        (action,) = found.open_actions
        assert action.noticed is not None
        assert (action.noticed.yes, action.noticed.some, action.noticed.no) == (1, 1, 1)
        assert [one.people for one in await disappointed(connection, "boomgaard")] == [1]
