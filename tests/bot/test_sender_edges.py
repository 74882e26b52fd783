"""The sender at its edges: the last moment of a wait, what a store tells its operator, and ids."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot import outlasting
from bot.answered import Answered
from bot.chat import Doubt, Halted, NotSent, Outcome, Platform, Refused, Returned, Sent, Words
from bot.sender import NO_CARD_YET, SAME_ID_WORKS
from domain.invitations import Grant
from domain.messages import Attachment, Kind, Message, Recipient, Text
from storage import outbox, schema
from storage.states import Delivery
from tests.bot.scripted import BOOMGAARD, Scripted, Street, sqlite, street

pytestmark = pytest.mark.asyncio

LAMP = "de lantaarn achter de flat is al weken stuk"
SECOND = timedelta(seconds=1)


@pytest_asyncio.fixture
async def at(folder: Path) -> AsyncIterator[Street]:
    """A house that sends by Telegram; Anja gave a signal and has its card."""
    async with street(sqlite(folder), Scripted(Platform.TELEGRAM, "7000001", edits=True)) as opened:
        await given(opened)
        yield opened


async def given(at: Street) -> None:
    """Anja's signal, and everything that was said of it."""
    await at.says("anja", LAMP)
    for _ in range(5):
        await at.house.send_all()
        at.clock.on(seconds=1)
    at.chat.sent.clear()


async def owe(at: Street, text: str = "nieuws", to: Recipient | None = None, **more: object) -> int:
    """News of her signal for Anja, or something to another."""
    message = Message(to or at.key("anja"), Text("name", {"name": text}), (), Kind.UPDATE, "2026-0001")
    async with at.house.store.begin() as connection:
        (id_,) = await outbox.queue_with_ids(connection, [replace(message, **more)], at.clock())  # type: ignore[arg-type]
    return id_


async def stands(at: Street, id_: int) -> tuple[Delivery, str | None]:
    """How it stands with a message, and why."""
    async with at.house.store.read() as connection:
        asked = select(schema.outbox.c.state, schema.outbox.c.why).where(schema.outbox.c.id == id_)
        state, why = (await connection.execute(asked)).one()
    return state, why


async def after(at: Street, *answers: Outcome, **more: object) -> int:
    """A message to which the platform answered this."""
    at.chat.answers = [*answers]
    id_ = await owe(at, **more)  # type: ignore[arg-type]
    await at.house.send_all()
    return id_


# --- the last moment ------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "pushed", "edited"), [(SECOND, 2, 0), (timedelta(), 1, 1)])
async def test_a_homeserver_is_trusted_with_an_id_for_less_than_twenty_hours(
    folder: Path, old: timedelta, pushed: int, edited: int
) -> None:
    """A second before that the same id is sent again; from then on the card is edited."""
    assert timedelta(hours=20) == SAME_ID_WORKS
    async with street(sqlite(folder), Scripted(Platform.MATRIX, "@bot:example.org")) as at:
        await given(at)
        await after(at, Doubt("cut off"))
        at.clock.now += SAME_ID_WORKS - old
        await at.house.send_all()
        assert (len(at.chat.sent), len(at.chat.edited)) == (pushed, edited)


@pytest.mark.parametrize(
    ("old", "state"), [(SECOND, Delivery.DOUBT), (timedelta(), Delivery.DEAD)], ids=["waits", "given up"]
)
async def test_an_update_waits_half_a_minute_for_its_card(
    at: Street, old: timedelta, state: Delivery
) -> None:
    """A second before that the card may still come; then it never does, and the operator reads so."""
    assert timedelta(seconds=30) == NO_CARD_YET
    async with at.house.store.begin() as connection:
        await connection.execute(schema.cards.delete())
    id_ = await after(at, Doubt("cut off"))
    at.clock.now += NO_CARD_YET - old
    await at.house.send_all()
    why = {Delivery.DOUBT: "waits for its card", Delivery.DEAD: "in doubt, and there is no card to edit"}
    assert await stands(at, id_) == (state, why[state])


async def test_too_fast_without_a_moment_is_ten_seconds(at: Street) -> None:
    """A platform that only says "too many" three times is left alone for ten seconds."""
    for who in ("bea", "kees", "dirk"):
        await at.says(who, "status")
    await at.house.send_all()
    at.clock.on(seconds=60)
    at.chat.answers = [NotSent("429", None, limited=True)] * 3
    for who in ("bea", "kees", "dirk"):
        await owe(at, to=at.key(who), signal=None)
    at.chat.sent.clear()
    await at.house.send_all()
    assert len(at.chat.sent) == 3
    assert at.house.sender.rest(Platform.TELEGRAM) == timedelta(seconds=10)
    at.clock.on(seconds=9)
    await at.house.send_all()
    assert len(at.chat.sent) == 3
    at.clock.on(seconds=1)
    await at.house.send_all()
    assert len(at.chat.sent) == 6


# --- what the operator reads ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "state", "why"),
    [
        (NotSent("ConnectError"), Delivery.PENDING, "ConnectError"),
        (Doubt("read timeout"), Delivery.DOUBT, "read timeout"),
        (Refused("can't parse"), Delivery.DEAD, "can't parse"),
        (Halted("token revoked"), Delivery.PENDING, "token revoked"),
    ],
    ids=["again", "doubt", "refused", "halted"],
)
async def test_why_a_message_waits_or_is_dead_is_kept(
    at: Street, answer: Outcome, state: Delivery, why: str
) -> None:
    """In the words of the platform."""
    assert await stands(at, await after(at, answer)) == (state, why)


async def test_what_cannot_be_made_says_why(at: Street) -> None:
    """Without an address, with a file that is not there, with words that do not exist."""
    lost = await owe(at, to=at.key("nobody"))
    film = await owe(at, attachment=Attachment("film", "x"))
    await at.house.send_all()
    assert await stands(at, lost) == (Delivery.DEAD, "there is no address")
    state, why = await stands(at, film)
    assert (state, str(why).partition(": ")[0]) == (Delivery.DEAD, "cannot be made")
    at.chat.reachable = False
    code = await owe(at, attachment=Attachment("qr", "c" * 22))
    await at.house.send_all()
    assert await stands(at, code) == (Delivery.PENDING, "cannot be made now: OSError")


async def test_a_refused_account_is_named_until_it_works(at: Street) -> None:
    """Health tells which platform, and in which words."""
    await after(at, Halted("token revoked"))
    assert at.house.sender.halted == {Platform.TELEGRAM: "token revoked"}
    assert at.house.sender.rest(Platform.TELEGRAM) == timedelta(minutes=1)
    at.clock.on(minutes=1)
    await at.house.send_all()
    assert at.house.sender.halted == {}


# --- what goes out ----------------------------------------------------------------------------------


async def test_a_message_to_a_group_is_to_a_group(at: Street) -> None:
    """A platform shows buttons there in another way than to somebody alone."""
    await at.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
    await at.becomes("marit", Grant.ROOM, room="groep")
    at.clock.on(seconds=5)
    room = at.house.intake.keys.room(Platform.TELEGRAM, "groep")
    await owe(at, "aan de groep", to=room, signal=None)
    await owe(at, "aan Anja")
    await at.house.send_all()
    alone = {one.text: one.alone for one in at.chat.sent}
    assert (alone["aan de groep"], alone["aan Anja"]) == (False, True)


async def test_who_never_chose_a_language_hears_the_first(at: Street) -> None:
    """Somebody whose app says nothing is written in Dutch."""
    await at.take(at.event("emre", Words("status"), language="ti"))
    await at.house.send_all()
    said = [one.text for one in at.chat.sent if one.room == "emre"]
    assert "U heeft nog geen signalen." in said[0]


async def test_an_id_is_never_used_again(folder: Path) -> None:
    """Not by the next message, and not by a fresh store that counts from the beginning again."""
    ids = []
    for attempt in range(2):
        (folder / str(attempt)).mkdir()
        chat = Scripted(Platform.MATRIX, "@bot:example.org")
        async with street(sqlite(folder / str(attempt)), chat) as at:
            at.clock.on(seconds=attempt)
            for n in range(40):
                await owe(at, to=at.key(f"r{n}"), signal=None)
                await at.take(at.event(f"r{n}", Returned()))
            await at.house.send_all()
            ids += [one.id for one in at.chat.sent]
    assert len(ids) == len(set(ids)) >= 80
    assert all(0 < one < 2**63 for one in ids)


async def test_news_for_another_platform_is_no_try(folder: Path) -> None:
    """Whoever meets it first hands it on; there it goes out at once, as its first try."""
    telegram, matrix = Scripted(Platform.TELEGRAM, "t"), Scripted(Platform.MATRIX, "m")
    async with street(sqlite(folder), telegram, (BOOMGAARD,), matrix) as at:
        await at.says("anja", "status")
        await at.house.send_all()
        at.clock.on(seconds=5)
        id_ = await owe(at, signal=None)
        assert await at.house.sender.send_one(Platform.MATRIX)
        async with at.house.store.read() as connection:
            waits = await outbox.queued(connection, id_)
        assert waits is not None
        assert (waits.state, waits.attempts, waits.not_before) == (Delivery.PENDING, 0, at.clock())
        telegram.answers = [Sent("7")]
        await at.house.send_all()
        assert (matrix.sent, [one.text for one in telegram.sent][-1:]) == ([], ["nieuws"])


# --- a store that is away when the answer comes -----------------------------------------------------


@pytest.mark.parametrize("committed", [False, True])
async def test_what_a_platform_said_waits_for_the_store(
    at: Street, monkeypatch: pytest.MonkeyPatch, *, committed: bool
) -> None:
    """It is written when the store is back, once: the message goes out once and is in nobody's doubt."""
    keep = Answered.keep
    failed: list[int] = []

    async def failing(answered: Answered, *told: object, **more: object) -> None:
        if not failed:
            failed.append(1)
            if committed:
                await keep(answered, *told, **more)  # type: ignore[arg-type]
            raise OperationalError(None, None, Exception("connection was closed"))
        await keep(answered, *told, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Answered, "keep", failing)
    monkeypatch.setattr(outlasting, "IDLE", 0.01)
    id_ = await after(at, Sent("m7"))
    assert failed
    assert await stands(at, id_) == (Delivery.SENT, None)
    assert [one.text for one in at.chat.sent if "nieuws" in one.text] == [at.chat.sent[-1].text]
