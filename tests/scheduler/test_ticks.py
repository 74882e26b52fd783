"""What is due happens once, on time or late, whatever the clock does."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from domain.decisions import Outcome, Plan
from domain.events import ActionMoved, TopicAnswered
from domain.feedback import FeedbackKind
from domain.invitations import Grant
from domain.messages import Act, Choice, Kind, Message, Text, Verb
from domain.rounds import Rhythm, RoundName, RoundStatus, span_named
from storage import actions, ledger, outbox, rounds, schema, signals
from storage.states import Delivery, FeedbackState
from tests.bot.scripted import BOOMGAARD, NOW, Street, street
from tests.scheduler.in_october import AFTER, told

pytestmark = pytest.mark.asyncio

OCTOBER, NOVEMBER = RoundName("2026-10"), RoundName("2026-11")


async def reports(at: Street) -> int:
    """How many reports the coordinator got."""
    await at.house.send_all()
    return sum(
        one.file is not None and one.file.name.endswith(".pdf") and one.room == "marit"
        for one in at.chat.sent
    )


async def status(at: Street, name: RoundName) -> RoundStatus | None:
    """How far a round is."""
    async with at.house.store.read() as connection:
        return await rounds.status(connection, "boomgaard", name)


# --- rounds -------------------------------------------------------------------------------------


async def test_a_round_gets_its_report_when_it_is_over(at: Street) -> None:
    """Not a second before local midnight; then once: a picture, the paper, and text with a button."""
    end = datetime(2026, 10, 31, 23, tzinfo=UTC)
    assert await told(at, "marit", end - timedelta(seconds=1)) == []
    heard = await told(at, "marit", end)
    assert len(heard) == 3
    picture, paper = (one.file for one in at.chat.sent if one.file)
    assert picture is not None
    assert paper is not None
    assert (picture.mime, picture.data[:4]) == ("image/png", b"\x89PNG")
    assert "1. Straatverlichting" in picture.alt
    assert paper.data.startswith(b"%PDF")
    assert at.button("marit", "Begin")
    assert await told(at, "marit", end + timedelta(minutes=1)) == []
    assert (await status(at, OCTOBER), await status(at, NOVEMBER)) == (
        RoundStatus.CHOOSING,
        RoundStatus.COLLECTING,
    )


async def test_two_tickers_make_one_report(at: Street) -> None:
    """A tick that overlaps another one, or two schedulers: one report."""
    at.clock.now = AFTER
    await asyncio.gather(*(at.house.ticks.tick(AFTER) for _ in range(4)))
    assert await reports(at) == 1


async def test_reports_slept_over_come_late_and_once(at: Street) -> None:
    """Off during the ends of two rounds: both reports come at the next look, and only then."""
    september = span_named(Rhythm(), RoundName("2026-09"))
    async with at.house.store.begin() as connection:
        await rounds.ensure(connection, "boomgaard", september)
        moved = update(schema.signals).where(schema.signals.c.person == at.key("kees"))
        await connection.execute(moved.values(round=september.name))
    await told(at, "marit", datetime(2026, 11, 20, 12, tzinfo=UTC))
    assert await reports(at) == 2
    assert {await status(at, september.name), await status(at, OCTOBER)} == {RoundStatus.CHOOSING}
    await told(at, "marit", datetime(2026, 11, 20, 13, tzinfo=UTC))
    assert await reports(at) == 2


@pytest.mark.parametrize(
    "moved", [timedelta(hours=-2), timedelta(days=40)], ids=["two hours back", "forty days on"]
)
async def test_a_clock_that_jumps_makes_no_second_report(at: Street, moved: timedelta) -> None:
    """Turned at the end of the round and put right again: one report for each round that ended."""
    for now in (
        AFTER,
        AFTER + moved,
        AFTER,
        AFTER + timedelta(days=1),
        AFTER + moved,
        AFTER + timedelta(days=2),
    ):
        await told(at, "marit", now)
    async with at.house.store.read() as connection:
        known = await rounds.rounds_of(connection, "boomgaard")
    over = [one for one in known if one.status is not RoundStatus.COLLECTING]
    assert await reports(at) == len(over) == (2 if moved > timedelta() else 1)


async def test_a_round_without_signals_is_reported_too(at: Street) -> None:
    """Nobody said anything in November: that is also what the wijkverband should know, once."""
    await told(at, "marit", AFTER)
    heard = await told(at, "marit", datetime(2026, 12, 1, 9, 30, tzinfo=UTC))
    assert len(heard) >= 2
    assert await reports(at) == 2


# --- promises -----------------------------------------------------------------------------------


async def test_a_promise_without_news_is_kept_honestly(at: Street) -> None:
    """On the promised day, from nine in the morning: there is no news yet, and a new day; once, and
    the coordinator hears that people were told so.
    """
    await told(at, "marit", AFTER)
    assert await told(at, "anja", datetime(2026, 11, 8, 7, 59, tzinfo=UTC)) == []
    (news,) = await told(at, "anja", datetime(2026, 11, 8, 8, 0, tzinfo=UTC))
    assert "15 november" in news
    assert sum("3" in one.text and one.room == "marit" for one in at.chat.sent[-4:]) == 1
    for hour in (9, 23, 24 * 3):
        assert await told(at, "anja", datetime(2026, 11, 8, tzinfo=UTC) + timedelta(hours=hour)) == []
    (again,) = await told(at, "anja", datetime(2026, 11, 15, 8, 0, tzinfo=UTC))
    assert "22 november" in again


async def test_two_days_before_the_coordinator_is_warned(at: Street) -> None:
    """Once, by day, with what is missing; about a promise made anew it is said again."""
    await told(at, "marit", AFTER)
    assert await told(at, "marit", datetime(2026, 11, 6, 7, 59, tzinfo=UTC)) == []
    (warning,) = await told(at, "marit", datetime(2026, 11, 6, 8, 0, tzinfo=UTC))
    assert "Op 8 november horen 3 melders van ons." in warning
    assert "nog niet begonnen met kiezen" in warning
    assert at.button("marit", "Zeg waarom")
    assert await told(at, "marit", datetime(2026, 11, 7, 9, 0, tzinfo=UTC)) == []
    assert len(await told(at, "marit", datetime(2026, 11, 8, 8, 0, tzinfo=UTC))) == 1
    (again,) = await told(at, "marit", datetime(2026, 11, 13, 9, 0, tzinfo=UTC))
    assert "Op 15 november" in again
    (alarm,) = await told(at, "marit", datetime(2026, 11, 15, 9, 0, tzinfo=UTC))
    assert "Voor 3 melders was dit de tweede keer." in alarm


async def test_the_ledger_is_kept_every_night(at: Street) -> None:
    """Once a day, also when the machine slept; somebody who was forgotten alarms the coordinator."""
    await told(at, "marit", AFTER)
    async with at.house.store.begin() as connection:
        (kept,) = await ledger.kept(connection)
        assert (kept.owed, kept.forgotten) == (3, 0)
        closed = update(schema.rounds).where(schema.rounds.c.name == OCTOBER)
        await connection.execute(closed.values(status=RoundStatus.CLOSED))
    (alarm,) = await told(at, "marit", AFTER + timedelta(days=2))
    assert alarm.startswith("Let op: 3 melders hadden nieuws moeten krijgen")
    assert "3 people were forgotten: look at wijksignaal ledger" in await at.ails()


async def test_who_took_it_back_is_told_nothing(at: Street) -> None:
    """A signal that was withdrawn carries no promise."""
    await at.says("anja", "trek in")
    await at.hears("anja")
    await told(at, "marit", AFTER)
    assert await told(at, "anja", datetime(2026, 11, 8, 9, tzinfo=UTC)) == []


# --- words that wait -----------------------------------------------------------------------------


async def planned(at: Street, owner: str | None) -> None:
    """The topic of the round is taken up, with an action."""
    await told(at, "marit", AFTER)
    key = at.key(owner) if owner else None
    plan = Plan("twee lampen", "de corporatie", key, "", "offerte", date(2026, 11, 15), date(2026, 12, 20))
    async with at.house.store.read() as connection:
        topic = (await connection.execute(select(schema.topics.c.id))).scalar_one()
    await at.applies(TopicAnswered(topic, Outcome.TAKEN_UP, "er komen lampen", plan=plan), by=at.key("marit"))


async def test_words_that_wait_are_mentioned_once(at: Street) -> None:
    """After three days the coordinator hears that words of an owner wait for a check."""
    await at.becomes("jamila", Grant.PARTNER, "de corporatie")
    await at.becomes("lies", Grant.EXPERT)
    await planned(at, "jamila")
    async with at.house.store.read() as connection:
        (action,) = await actions.open_actions(connection, "boomgaard")
    moved = ActionMoved(action.id, action.status.STARTED, "we zijn begonnen", FeedbackKind.STARTED)
    await at.applies(moved, by=at.key("jamila"))
    async with at.house.store.read() as connection:
        drafts = select(func.count()).where(schema.feedback.c.state == FeedbackState.DRAFT)
        assert (await connection.execute(drafts)).scalar_one() == 1
    await at.house.send_all()
    early = await told(at, "marit", AFTER + timedelta(days=2, hours=20))
    late = await told(at, "marit", AFTER + timedelta(days=3, hours=1))
    assert (early, len(late)) == ([], 1)
    assert await told(at, "marit", AFTER + timedelta(days=4)) == []


# --- what goes ----------------------------------------------------------------------------------


async def test_what_was_kept_long_enough_goes(at: Street) -> None:
    """Sent words after a week, ids of events after a month, buttons and words when their time is over;
    what waits, and that there was a signal, stays.
    """
    button = Choice(Text("resident-withdraw"), Act(Verb.WITHDRAW, "2026-0001"))
    waiting = Message(at.key("anja"), Text("name", {"name": "wacht"}), (button,), Kind.UPDATE)
    async with at.house.store.begin() as connection:
        (kept,) = await outbox.queue_with_ids(connection, [waiting], NOW)
        await connection.execute(
            update(schema.outbox).where(schema.outbox.c.id == kept).values(state=Delivery.PARKED)
        )

    async def counts() -> tuple[int, ...]:
        async with at.house.store.read() as connection:
            tables = (schema.inbox, schema.buttons, schema.signals)
            return tuple(
                [
                    (await connection.execute(select(func.count()).select_from(one))).scalar_one()
                    for one in tables
                ]
            )

    async def sent() -> int:
        return (await at.mail())[Delivery.SENT]

    at.clock.on(days=6)
    await at.house.tick()
    before = await counts()
    assert await sent() > 0
    assert before[2] == 3
    at.clock.on(days=2)
    await at.house.tick()
    assert (await counts(), await sent()) == (before, 0)
    at.clock.on(days=24)
    async with at.house.store.begin() as connection:
        await connection.execute(update(schema.signals).values(answered_at=NOW))
    await at.house.tick()
    assert (await counts())[0] == 0
    assert (await at.mail())[Delivery.PARKED] == 1
    at.clock.on(days=400)
    await at.house.tick()
    async with at.house.store.read() as connection:
        texts = (await connection.execute(select(schema.signals.c.text))).scalars().all()
        mine = select(func.count()).where(schema.buttons.c.recipient == at.key("anja"))
        assert (await connection.execute(mine)).scalar_one() == 0
    assert texts == ["", "", ""]


async def test_every_wijk_has_its_own_rhythm(url: str) -> None:
    """One ends its round at the end of the month, the other after six weeks; each gets its own report."""
    other = replace(BOOMGAARD, slug="vlierhof", name="Vlierhof", rhythm=Rhythm(date(2026, 10, 5)))
    async with street(url, None, (BOOMGAARD, other)) as at:
        await at.house.tick()
        at.clock.now = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
        await at.house.tick()
        async with at.house.store.read() as connection:
            found = {
                slug: {one.span.name: one.status for one in await rounds.rounds_of(connection, slug)}
                for slug in ("boomgaard", "vlierhof")
            }
            assert await signals.of_round(connection, "vlierhof", NOVEMBER) == ()
    collecting, choosing = RoundStatus.COLLECTING, RoundStatus.CHOOSING
    assert found == {
        "boomgaard": {"2026-10": choosing, "2026-11": collecting},
        "vlierhof": {"2026-11": choosing, "2026-12": collecting},
    }
