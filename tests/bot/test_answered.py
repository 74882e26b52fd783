"""What each answer of a platform means for one message, asked directly: when it is tried again, and how."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio
from sqlalchemy import select

from bot.answered import LOOK_AGAIN
from bot.chat import Doubt, Halted, Moved, NotSent, Outcome, Platform, Refused, Sent, Unreachable
from domain.messages import Act, Choice, Kind, Message, Text, Verb
from handlers.states import Idle, dump
from storage import conversations, outbox, people, schema, vault
from storage.outbox import Queued
from storage.states import Delivery
from tests.bot.scripted import NOW, Scripted, Street, sqlite, street

pytestmark = pytest.mark.asyncio

KEEP = (Choice(Text("signal-withdraw"), Act(Verb.WITHDRAW, "2026-0001")),)
OTHER = (Choice(Text("signal-correct"), Act(Verb.CORRECT, "2026-0001")),)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest_asyncio.fixture
async def at(folder: Path) -> AsyncIterator[Street]:
    """A house that sends by Telegram, in which everything takes as long as it can."""
    async with street(sqlite(folder), Scripted(Platform.TELEGRAM)) as opened:
        opened.house.sender.answered.chance = Longest()
        yield opened


class Longest(Random):
    """Chance that always gives the most."""

    def uniform(self, a: float, b: float) -> float:
        """The upper bound; never below half of it."""
        assert (a, b) == (0.5, 1.0)
        return b


async def owed(at: Street, kind: Kind = Kind.UPDATE, choices: tuple[Choice, ...] = ()) -> Queued:
    """A message to Anja that is being sent."""
    message = Message(at.key("anja"), Text("name", {"name": "nieuws"}), choices, kind)
    async with at.house.store.begin() as connection:
        (id_,) = await outbox.queue_with_ids(connection, [message], NOW)
        found = await outbox.queued(connection, id_)
    assert found is not None
    return found


async def after(at: Street, queued: Queued, outcome: Outcome, now: timedelta = timedelta()) -> Queued:
    """How it stands when the platform answered this."""
    await at.house.sender.answered.keep(queued, outcome, NOW + now)
    async with at.house.store.read() as connection:
        found = await outbox.queued(connection, queued.id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 1), (1, 2), (2, 4), (8, 256), (9, 300), (10, 300), (5_000, 300)]
)
async def test_each_try_waits_twice_as_long(at: Street, attempts: int, seconds: int) -> None:
    """Up to five minutes, however often it was tried; whether it did not arrive or may have."""
    queued = replace(await owed(at), attempts=attempts)
    for answer in (NotSent("ConnectError"), Doubt("read timeout")):
        assert (await after(at, queued, answer)).not_before == NOW + timedelta(seconds=seconds)


async def test_a_refused_account_is_tried_again_in_a_minute(at: Street) -> None:
    """What waits stays what it was: pending, or in doubt."""
    queued = await owed(at)
    waits = await after(at, queued, Halted("revoked"))
    assert (waits.state, waits.not_before) == (Delivery.PENDING, NOW + timedelta(minutes=1))
    doubtful = await after(at, replace(queued, state=Delivery.DOUBT), Halted("revoked"))
    assert (doubtful.state, doubtful.not_before) == (Delivery.DOUBT, NOW + timedelta(minutes=1))


async def test_what_is_refused_is_dead(at: Street) -> None:
    """It is never tried again."""
    assert (await after(at, await owed(at), Refused("too long"))).state is Delivery.DEAD


@pytest.mark.parametrize(
    ("state", "answer", "why"),
    [
        (Delivery.SENDING, Doubt("read timeout"), "read timeout"),
        (Delivery.SENDING, Halted("revoked"), "revoked"),
        (Delivery.SENDING, Moved("supergroep"), "the room moved"),
        (Delivery.DOUBT, Unreachable("blocked"), "blocked"),
    ],
    ids=["doubt", "halted", "moved", "unreachable"],
)
async def test_why_it_waits_or_is_dead_is_kept(
    at: Street, state: Delivery, answer: Outcome, why: str
) -> None:
    """For the operator: in the words of the platform, or in ours."""
    queued = replace(await owed(at), state=state)
    await after(at, queued, answer, 90 * DAY)
    async with at.house.store.read() as connection:
        asked = select(schema.outbox.c.why).where(schema.outbox.c.id == queued.id)
        assert (await connection.execute(asked)).scalar_one() == why


async def test_who_left_with_news_in_doubt_is_looked_for_every_hour(at: Street) -> None:
    """For ninety days; then it is dead. What was certainly not delivered waits for their return."""
    queued = await owed(at)
    await at.says("anja", "hallo allemaal")
    gone = await after(at, queued, Unreachable("blocked"))
    assert gone.state is Delivery.PARKED
    doubtful = replace(queued, state=Delivery.DOUBT)
    young = await after(at, doubtful, Unreachable("blocked"), 90 * DAY - HOUR)
    assert (young.state, young.not_before) == (Delivery.DOUBT, NOW + 90 * DAY - HOUR + LOOK_AGAIN)
    assert LOOK_AGAIN == HOUR
    assert (await after(at, doubtful, Unreachable("blocked"), 90 * DAY)).state is Delivery.DEAD
    async with at.house.store.vault_begin() as safe:
        kept = await vault.address(safe, at.key("anja"))
    assert kept is not None
    assert (kept.unreachable_since, kept.unreachable_why) == (NOW, "blocked")


async def test_a_room_that_moved_takes_its_wijk_its_address_and_its_messages_along(at: Street) -> None:
    """What could not be sent is tried at once, at the new address."""
    await at.says("anja", "hallo allemaal", "groep")
    keys = at.house.intake.keys
    old, new = keys.room(Platform.TELEGRAM, "groep"), keys.room(Platform.TELEGRAM, "supergroep")
    message = Message(old, Text("name", {"name": "nieuws"}))
    async with at.house.store.begin() as connection:
        await people.bind_room(connection, old, "boomgaard", NOW)
        (id_,) = await outbox.queue_with_ids(connection, [message], NOW)
        queued = await outbox.queued(connection, id_)
    assert queued is not None
    again = await after(at, queued, Moved("supergroep"), HOUR)
    assert (again.state, again.message.to, again.not_before) == (Delivery.PENDING, new, NOW + HOUR)
    async with at.house.store.begin() as connection, at.house.store.vault_begin() as safe:
        places = [await vault.address(safe, room) for room in (old, new)]
        wijk = [await people.district_of_room(connection, room) for room in (old, new)]
    assert [one and one.room for one in places] == [None, "supergroep"]
    assert wijk == [None, "boomgaard"]


async def test_a_room_that_moved_and_is_unknown_by_now_stops_nothing(at: Street) -> None:
    """Somebody wiped it meanwhile: the message is tried again at once, and then has no address."""
    queued = await owed(at)
    again = await after(at, queued, Moved("supergroep"))
    assert (again.state, again.not_before) == (Delivery.PENDING, NOW)
    assert again.message.to == at.key("anja")


async def offered(at: Street) -> tuple[Choice, ...]:
    """What Anja can choose now."""
    async with at.house.store.read() as connection:
        kept = await conversations.state_of(connection, at.key("anja"))
    return kept.choices if kept else ()


@pytest.mark.parametrize(
    ("kind", "offers"),
    [(Kind.NOTICE, True), (Kind.UPDATE, True), (Kind.ANSWER, False), (Kind.CARD, False)],
)
async def test_the_buttons_of_news_can_be_typed_once_it_arrived(
    at: Street, kind: Kind, *, offers: bool
) -> None:
    """Those of an answer were asked when it was made, and those of a card belong to the card."""
    sent = await after(at, await owed(at, kind, KEEP), Sent("m1"))
    assert (sent.state, sent.ref) == (Delivery.SENT, "m1")
    assert await offered(at) == (KEEP if offers else ())


@pytest.mark.parametrize(
    ("state", "asked", "stands"),
    [
        (Delivery.DOUBT, HOUR, OTHER),
        (Delivery.DOUBT, timedelta(), KEEP),
        (Delivery.SENDING, HOUR, KEEP),
    ],
)
async def test_what_arrived_long_ago_takes_no_question_away(
    at: Street, state: Delivery, asked: timedelta, stands: tuple[Choice, ...]
) -> None:
    """Asked after the news was made, and the news was in doubt: the question stays."""
    queued = replace(await owed(at, Kind.NOTICE, KEEP), state=state)
    async with at.house.store.begin() as connection:
        await conversations.keep(connection, at.key("anja"), dump(Idle()), OTHER, NOW + asked)
    await after(at, queued, Sent("m1"), 2 * HOUR)
    assert await offered(at) == stands


async def test_news_without_buttons_takes_no_question_away(at: Street) -> None:
    """Nothing is offered by it."""
    async with at.house.store.begin() as connection:
        await conversations.keep(connection, at.key("anja"), dump(Idle()), OTHER, NOW)
    await after(at, await owed(at, Kind.NOTICE), Sent("m1"))
    assert await offered(at) == OTHER
