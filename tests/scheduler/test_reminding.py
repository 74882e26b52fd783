"""Owners, small requests and steps: each reminder comes once, in the morning, to who can do something."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from domain.actions import ActionStatus
from domain.decisions import Outcome, Plan
from domain.events import PracticeAnswered, PutInFastLane, TopicAnswered
from domain.invitations import Grant
from domain.people import Role
from domain.practice import PracticePart
from domain.report import FastLane
from domain.signals import number_of
from storage import actions, fast_lane, people, schema
from tests.bot.scripted import NOW, Street
from tests.scheduler.in_october import AFTER, told

pytestmark = pytest.mark.asyncio


# --- owners ---------------------------------------------------------------------------------------


async def planned(at: Street, owner: str | None) -> None:
    """The topic of the round is taken up, with an action."""
    await told(at, "marit", AFTER)
    key = at.key(owner) if owner else None
    plan = Plan("twee lampen", "de corporatie", key, "", "offerte", date(2026, 11, 15), date(2026, 12, 20))
    async with at.house.store.read() as connection:
        topic = (await connection.execute(select(schema.topics.c.id))).scalar_one()
    await at.applies(TopicAnswered(topic, Outcome.TAKEN_UP, "er komen lampen", plan=plan), by=at.key("marit"))


@pytest.mark.parametrize("owner", ["jamila", None])
async def test_each_reminder_comes_once(at: Street, owner: str | None) -> None:
    """Before the first step and on its day, weekly, then to the coordinator, and so around the check moment;
    to the owner, or else to the coordinator; never in a weekend.
    """
    if owner:
        await at.becomes(owner, Grant.PARTNER, "de corporatie")
    await planned(at, owner)
    await at.house.send_all()
    heard: dict[date, int] = {}
    for day in range(60):
        now = datetime(2026, 11, 1, 9, 30, tzinfo=UTC) + timedelta(days=day)
        at.clock.now = now
        async with at.house.store.begin() as connection:
            # Promises are another matter.
            await connection.execute(update(schema.signals).values(answered_at=now))
        at.chat.sent.clear()
        for _ in range(2):
            await at.house.tick()
            await at.house.send_all()
        if at.chat.sent and now.day != 1:  # on the first there is a report
            heard[now.date()] = len(at.chat.sent)
    november, december = (13, 16, 23, 30), (7, 17, 21, 28)
    expected = [date(2026, 11, day) for day in november] + [date(2026, 12, day) for day in december]
    assert heard == dict.fromkeys(expected, 1)


async def test_after_a_month_off_an_owner_gets_one_reminder(at: Street) -> None:
    """Not five; and who answers gets none."""
    await at.becomes("jamila", Grant.PARTNER, "de corporatie")
    await planned(at, "jamila")
    await at.house.send_all()
    late = datetime(2026, 12, 9, 9, 30, tzinfo=UTC)
    (reminded,) = await told(at, "jamila", late)
    assert "Ik hoorde nog niets over" in reminded
    assert await told(at, "jamila", late + timedelta(days=1)) == []
    await at.says("jamila", "Gestart")
    await at.says("jamila", "we zijn begonnen")
    await at.hears("jamila")
    for days in (2, 7, 14):
        found = await told(at, "jamila", late + timedelta(days=days))
        assert not any("Ik hoorde nog niets" in one for one in found)


async def test_nobody_is_reminded_at_night(at: Street) -> None:
    """What falls due on a day is said from nine in the morning."""
    await at.becomes("jamila", Grant.PARTNER, "de corporatie")
    await planned(at, "jamila")
    await at.house.send_all()
    assert await told(at, "jamila", datetime(2026, 11, 13, 7, 0, tzinfo=UTC)) == []
    assert len(await told(at, "jamila", datetime(2026, 11, 13, 8, 0, tzinfo=UTC))) == 1


async def test_an_owner_whose_role_ended_still_tells(at: Street) -> None:
    """They own the action and they are reminded of it, so their answer counts."""
    await at.becomes("jamila", Grant.PARTNER, "de corporatie")
    await planned(at, "jamila")
    async with at.house.store.begin() as connection:
        await people.withdraw_role(connection, at.key("jamila"), "boomgaard", Role.PARTNER, AFTER)
    await told(at, "jamila", datetime(2026, 11, 13, 8, 30, tzinfo=UTC))
    await at.says("jamila", "Gestart")
    await at.says("jamila", "de offerte is er")
    heard = await at.hears("jamila")
    assert any("Uw zin wordt eerst nagekeken" in one for one in heard)
    async with at.house.store.read() as connection:
        (action,) = await actions.open_actions(connection, "boomgaard")
    assert action.status is ActionStatus.STARTED


# --- the fast lane, and steps of a practice conversation -------------------------------------------


async def test_a_small_request_is_repeated_once_and_then_late(at: Street) -> None:
    """After two days everybody is asked again, after three the coordinator hears it: a weekend counts, a
    night does not disturb anybody, and looking twice says nothing twice.
    """
    await at.becomes("jamila", Grant.PARTNER, "de corporatie")
    at.clock.now = friday = datetime(2026, 10, 16, 4, 0, tzinfo=UTC)
    await at.applies(PutInFastLane(number_of(2026, 1), "Een lamp."), by=at.key("marit"))
    assert await told(at, "jamila", friday + timedelta(days=2)) == []
    sunday = datetime(2026, 10, 18, 7, 0, tzinfo=UTC)
    (again,) = await told(at, "jamila", sunday)
    assert again.startswith("Nog één dag")
    assert await told(at, "jamila", sunday + timedelta(hours=1)) == []
    await at.hears("marit")
    (late,) = await told(at, "marit", sunday + timedelta(days=1))
    assert late.startswith("Drie dagen voorbij")
    assert await told(at, "marit", sunday + timedelta(days=2)) == []
    assert await at.hears("jamila") == []
    async with at.house.store.read() as connection:
        counted = await fast_lane.counts(connection, "boomgaard", NOW, sunday)
    assert counted == FastLane(waiting=1, late=1)


async def test_after_a_week_off_a_request_is_late_at_once(at: Street) -> None:
    """One message to the coordinator, not two."""
    await at.applies(PutInFastLane(number_of(2026, 1), "Een lamp."), by=at.key("marit"))
    await at.hears("marit")
    heard = await told(at, "marit", NOW + timedelta(days=7))
    assert [one.splitlines()[0] for one in heard] == [
        "Drie dagen voorbij, en nog geen antwoord op deze kleine vraag:"
    ]


async def test_the_step_of_a_practice_conversation_is_remembered(at: Street) -> None:
    """Two days before, to who takes it and to the coordinator; once."""
    await at.becomes("jamila", Grant.PARTNER, "de corporatie")
    due = date(2026, 10, 29)
    for part in PracticePart:
        words = {PracticePart.STEP: "langsgaan", PracticePart.DAY: due.isoformat()}
        owner = at.key("jamila") if part is PracticePart.OWNER else None
        day = due if part is PracticePart.DAY else None
        await at.applies(PracticeAnswered(part, words.get(part, ""), owner, day), by=at.key("marit"))
    assert await told(at, "jamila", datetime(2026, 10, 26, 9, tzinfo=UTC)) == []
    near = datetime(2026, 10, 27, 9, tzinfo=UTC)
    at.chat.sent.clear()
    (heard,) = await told(at, "jamila", near)
    assert heard.startswith("Stap uit het praktijkgesprek: langsgaan")
    assert [one.room for one in at.chat.sent if one.text == heard] == ["jamila", "marit"]
    assert await told(at, "jamila", near + timedelta(days=1)) == []
