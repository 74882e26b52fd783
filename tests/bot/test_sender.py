"""What is owed is sent: each answer of a platform has its own consequence (docs/architecture.md)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
import pytest_asyncio
from sqlalchemy import select

from bot.chat import (
    Doubt,
    Halted,
    Moved,
    NotSent,
    Outcome,
    Platform,
    Refused,
    Returned,
    Sent,
    Unreachable,
    Words,
)
from domain.events import QuietSet
from domain.invitations import Grant
from domain.messages import Act, Attachment, Choice, Kind, Message, Recipient, Text, Verb
from domain.quiet import Quiet
from storage import cards, outbox, people, schema, turns, vault
from storage.outbox import Queued
from storage.states import Delivery
from tests.bot.scripted import LIMITS, Scripted, Street, street

pytestmark = pytest.mark.asyncio

LAMP = "de lantaarn achter de flat is al weken stuk"


def telegram() -> Scripted:
    """A platform that counts, and on which a card can be edited."""
    return Scripted(Platform.TELEGRAM, "7000001", edits=True)


@pytest_asyncio.fixture
async def at(url: str) -> AsyncIterator[Street]:
    """A house that sends by Telegram; Anja gave a signal and has its card."""
    async with street(url, telegram()) as opened:
        opened.house.sender.answered.chance = Random(7)
        await opened.says("anja", LAMP)
        await empty(opened)
        yield opened


async def empty(at: Street, seconds: int = 30) -> None:
    """Send whatever falls due within this time."""
    for _ in range(seconds):
        await at.house.send_all()
        at.clock.on(seconds=1)
    at.chat.sent.clear()
    at.chat.edited.clear()


async def owe(
    at: Street,
    *texts: str,
    to: Recipient | None = None,
    kind: Kind = Kind.UPDATE,
    signal: str | None = "2026-0001",
) -> tuple[int, ...]:
    """Something to say to Anja, or to another."""
    messages = [
        Message(to or at.key("anja"), Text("name", {"name": text}), kind=kind, signal=signal)
        for text in texts
    ]
    async with at.house.store.begin() as connection:
        return await outbox.queue_with_ids(connection, messages, at.clock())


async def row(at: Street, id_: int) -> Queued:
    """A row of the outbox as it stands."""
    async with at.house.store.read() as connection:
        found = await outbox.queued(connection, id_)
    assert found is not None
    return found


async def after(at: Street, *answers: Outcome, kind: Kind = Kind.UPDATE) -> Queued:
    """The row of one message, after the platform answered this to it."""
    at.chat.answers = [*answers]
    (id_,) = await owe(at, "nieuws", kind=kind)
    await at.house.send_all()
    return await row(at, id_)


def texts(at: Street) -> list[str]:
    """Everything that was pushed, in order."""
    return [message.text for message in at.chat.sent]


# --- accepted, or certainly not -----------------------------------------------------------------


async def test_what_is_accepted_is_sent(at: Street) -> None:
    """The platform's id of the message is kept, that of a card with its signal."""
    assert (await after(at, Sent("55"))).state is Delivery.SENT
    async with at.house.store.read() as connection:
        card = await cards.card(connection, "2026-0001", at.key("anja"))
    assert card is not None
    assert card.ref == "100"
    await at.house.send_all()
    assert texts(at) == ["nieuws"]


async def test_what_did_not_arrive_is_tried_again_ever_slower(at: Street) -> None:
    """About 1, 2, 4 .. 300 seconds between tries, each a little different, until it works."""
    at.chat.answers = [NotSent("ConnectError")] * 12
    (id_,) = await owe(at, "nieuws")
    waits = []
    for _ in range(12):
        await at.house.send_all()
        waiting = await row(at, id_)
        assert waiting.state is Delivery.PENDING
        waits.append((waiting.not_before - at.clock()).total_seconds())
        at.clock.now = waiting.not_before
    bounds = [min(2.0**n, 300) for n in range(1, 13)]
    assert all(bound / 2 <= wait <= bound for wait, bound in zip(waits, bounds, strict=True)), waits
    await at.house.send_all()
    assert (await row(at, id_)).state is Delivery.SENT
    assert len(at.chat.sent) == 13


async def test_a_named_wait_is_kept(at: Street) -> None:
    """429 with a time: not before that moment, and then once."""
    waiting = await after(at, NotSent("429", timedelta(seconds=17), limited=True))
    assert (waiting.state, waiting.not_before) == (Delivery.PENDING, at.clock() + timedelta(seconds=17))
    at.clock.on(seconds=16)
    await at.house.send_all()
    assert len(at.chat.sent) == 1
    at.clock.on(seconds=1)
    await at.house.send_all()
    assert (await row(at, waiting.id)).state is Delivery.SENT


async def test_three_times_too_many_pauses_everything(at: Street) -> None:
    """Three refusals for speed within ten seconds: nobody is written to until the last named moment."""
    for who in ("bea", "kees", "dirk", "eva"):
        await at.says(who, LAMP)
    await empty(at)
    at.chat.answers = [NotSent("429", timedelta(seconds=40), limited=True)] * 3
    for who in ("bea", "kees", "dirk", "eva"):
        await owe(at, who, to=at.key(who), signal=None)
    await at.house.send_all()
    assert len(at.chat.sent) == 3
    at.clock.on(seconds=39)
    await at.house.send_all()
    assert len(at.chat.sent) == 3
    at.clock.on(seconds=1)
    await at.house.send_all()
    assert sorted(texts(at)[3:]) == ["bea", "dirk", "eva", "kees"]


# --- refused, moved, gone, halted ---------------------------------------------------------------


async def test_what_is_refused_is_dead_and_shown(at: Street) -> None:
    """The next message goes on; health counts the dead one."""
    refused = await after(at, Refused("can't parse"))
    assert refused.state is Delivery.DEAD
    await owe(at, "het volgende")
    at.clock.on(seconds=1)
    await at.house.send_all()
    assert texts(at) == ["nieuws", "het volgende"]
    assert any("1 messages were refused" in line for line in await at.ails())


async def test_a_group_that_moved_is_written_at_its_new_address(at: Street) -> None:
    """The answer of the platform names it: wijk, address and what waits go along."""
    await at.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
    await at.becomes("marit", Grant.ROOM, room="groep")
    await empty(at)
    keys = at.house.intake.keys
    old, new = keys.room(Platform.TELEGRAM, "groep"), keys.room(Platform.TELEGRAM, "supergroep")
    at.chat.answers = [Moved("supergroep")]
    await owe(at, "een", "twee", to=old, kind=Kind.NOTICE, signal=None)
    await at.house.send_all()
    at.clock.on(seconds=2)
    await at.house.send_all()
    assert [(one.room, one.text) for one in at.chat.sent] == [
        ("groep", "een"),
        ("supergroep", "een"),
        ("supergroep", "twee"),
    ]
    async with at.house.store.read() as connection:
        assert await people.district_of_room(connection, new) == "boomgaard"


async def test_who_cannot_be_reached_hears_it_on_return(at: Street) -> None:
    """Everything for this person waits, and nothing for others; it goes out when they come back."""
    at.chat.answers = [Unreachable("blocked")]
    ids = await owe(at, "een", "twee")
    await at.house.send_all()
    assert [(await row(at, one)).state for one in ids] == [Delivery.PARKED, Delivery.PARKED]
    assert len(at.chat.sent) == 1
    at.clock.on(days=10)
    await at.take(at.event("anja", Returned()))
    for _ in range(3):
        await at.house.send_all()
        at.clock.on(seconds=1)
    assert texts(at) == ["een", "een", "twee"]


async def test_who_stays_away_too_long_hears_no_old_news(at: Street) -> None:
    """After ninety days news is no news; what is new since then is."""
    at.chat.answers = [Unreachable("blocked")]
    await owe(at, "oud")
    await at.house.send_all()
    at.clock.on(days=91)
    await owe(at, "nieuw")
    await at.take(at.event("anja", Returned()))
    await at.house.send_all()
    assert texts(at)[1:] == ["nieuw"]


async def test_a_refused_account_keeps_everything(at: Street) -> None:
    """401: nothing more is tried for a minute, nothing is lost, health is red until it works again."""
    at.chat.answers = [Halted("token revoked"), Halted("token revoked")]
    await at.says("kees", LAMP)
    await at.house.send_all()
    assert len(at.chat.sent) == 1
    await at.house.tick()
    assert any("telegram" in line for line in await at.ails())
    at.clock.on(seconds=61)
    await at.house.send_all()
    assert len(at.chat.sent) == 2
    at.clock.on(seconds=61)
    for _ in range(3):
        await at.house.send_all()
        at.clock.on(seconds=1)
    assert len({message.id for message in at.chat.sent}) == len(at.chat.sent) - 2
    at.clock.on(minutes=3)
    await at.house.tick()
    assert await at.ails() == ()


async def test_who_has_no_address_stops_nobody(at: Street) -> None:
    """Nobody to write to: dead and shown, the next one goes on."""
    (id_,) = await owe(at, "verdwaald", to=at.key("nobody"), signal=None)
    await owe(at, "nieuws")
    await at.house.send_all()
    assert (await row(at, id_)).state is Delivery.DEAD
    assert texts(at) == ["nieuws"]


# --- doubt --------------------------------------------------------------------------------------


async def test_an_update_in_doubt_is_edited_into_its_card(at: Street) -> None:
    """Pushed once; then the card shows the news, and it is settled."""
    doubtful = await after(at, Doubt("read timeout"))
    assert doubtful.state is Delivery.DOUBT
    at.clock.on(seconds=5)
    await at.house.send_all()
    assert texts(at) == ["nieuws"]
    ((of, shown),) = at.chat.edited
    assert of == "100"
    assert "nieuws" in shown.text
    assert (await row(at, doubtful.id)).state is Delivery.SENT


@pytest.mark.parametrize(
    "answer",
    [
        NotSent("ConnectError"),
        NotSent("429", timedelta(seconds=5), limited=True),
        Doubt("read timeout"),
        Moved("elders"),
        Unreachable("blocked"),
        Halted("token revoked"),
    ],
    ids=lambda answer: type(answer).__name__,
)
async def test_an_update_is_never_pushed_twice(at: Street, answer: Outcome) -> None:
    """Whatever becomes of the edit, the update is not sent again; in the end the card shows it."""
    doubtful = await after(at, Doubt("cut off"), answer, answer)
    for _ in range(70):
        at.clock.on(minutes=2)
        await at.house.send_all()
    assert texts(at) == ["nieuws"]
    assert len(at.chat.edited) == 3
    assert (await row(at, doubtful.id)).state is Delivery.SENT


async def test_an_update_in_doubt_waits_for_its_card(at: Street) -> None:
    """The card is still under way: the update waits half a minute for it, then is given up and counted."""
    async with at.house.store.begin() as connection:
        await connection.execute(schema.cards.delete())
    doubtful = await after(at, Doubt("read timeout"))
    at.clock.on(seconds=10)
    await at.house.send_all()
    assert (await row(at, doubtful.id)).state is Delivery.DOUBT
    at.clock.on(seconds=31)
    await at.house.send_all()
    assert (await row(at, doubtful.id)).state is Delivery.DEAD
    assert (texts(at), at.chat.edited) == (["nieuws"], [])


async def test_news_about_no_signal_is_pushed_again_where_no_card_is(at: Street) -> None:
    """Who has no card hears twice that the service was away, rather than never."""
    await at.says("marit", "hallo")
    await empty(at, 1)
    at.chat.answers = [Doubt("5xx")]
    (id_,) = await owe(at, "nieuws", to=at.key("marit"), signal=None)
    for _ in range(4):
        await at.house.send_all()
        at.clock.on(seconds=31)
    assert (await row(at, id_)).state is Delivery.SENT


async def test_a_card_in_doubt_arrives_twice_rather_than_never(at: Street) -> None:
    """A receipt may be seen twice; it may not be missing."""
    doubtful = await after(at, Doubt("5xx"), kind=Kind.CARD)
    at.clock.on(seconds=10)
    await at.house.send_all()
    assert texts(at) == ["nieuws", "nieuws"]
    assert (await row(at, doubtful.id)).state is Delivery.SENT


@pytest.mark.parametrize("kind", [Kind.UPDATE, Kind.CARD, Kind.NOTICE])
async def test_on_matrix_doubt_is_the_same_id_again(url: str, kind: Kind) -> None:
    """The server makes one of it; also when the second try cannot be made at once."""
    async with street(url, Scripted(Platform.MATRIX, "@bot:example.org", edits=False)) as at:
        await at.says("anja", LAMP)
        await empty(at, 1)
        doubtful = await after(at, Doubt("cut off"), NotSent("ConnectError"), Doubt("cut off"), kind=kind)
        for _ in range(4):
            at.clock.on(minutes=1)
            await at.house.send_all()
        assert len(at.chat.sent) == 4
        assert len({one.id for one in at.chat.sent}) == 1
        assert (await row(at, doubtful.id)).state is Delivery.SENT


async def test_old_doubt_on_matrix_becomes_an_edit(url: str) -> None:
    """A homeserver forgets ids after a day: then the card is edited there too."""
    async with street(url, Scripted(Platform.MATRIX, "@bot:example.org", edits=False)) as at:
        await at.says("anja", LAMP)
        await empty(at, 1)
        await after(at, Doubt("cut off"))
        at.clock.on(hours=21)
        await at.house.send_all()
        assert (len(at.chat.sent), len(at.chat.edited)) == (1, 1)


async def test_a_crash_while_sending_is_doubt(at: Street) -> None:
    """What was on its way when the program died is treated as if it may have arrived."""
    (id_,) = await owe(at, "nieuws")
    async with at.house.store.begin() as connection:
        assert await turns.claim(connection, at.clock()) is not None
    await at.house.send_all()
    assert texts(at) == []
    assert await at.house.sender.recover() == 1
    await at.house.send_all()
    assert (texts(at), len(at.chat.edited)) == ([], 1)
    assert (await row(at, id_)).state is Delivery.SENT


# --- order, pace, words, files ------------------------------------------------------------------


async def test_each_recipient_hears_in_order(at: Street) -> None:
    """While the first message for somebody waits the second waits too; others do not wait for them."""
    await at.says("kees", LAMP)
    await empty(at)
    at.chat.answers = [NotSent("ConnectError"), Sent("1")]
    await owe(at, "een", "twee")
    await owe(at, "voor kees", to=at.key("kees"), signal=None)
    await at.house.send_all()
    assert texts(at) == ["een", "voor kees"]
    for _ in range(5):
        at.clock.on(seconds=1)
        await at.house.send_all()
    assert texts(at) == ["een", "voor kees", "een", "twee"]


async def test_an_answer_does_not_wait_behind_news(at: Street) -> None:
    """Words of danger are answered before twenty updates."""
    for n in range(20):
        await at.says(f"r{n}", "status")
    await empty(at)
    for n in range(20):
        await owe(at, f"nieuws {n}", to=at.key(f"r{n}"), signal=None)
    await at.says("kees", "mijn buurman slaat zijn vrouw ik hoor haar gillen")
    assert await at.house.sender.send_one(Platform.TELEGRAM)
    assert "112" in texts(at)[0]


async def test_waiting_for_the_pace_is_no_try(at: Street) -> None:
    """Two messages to one chat are a second apart; a later fault of the second waits no longer for it."""
    ids = await owe(at, "een", "twee")
    await at.house.send_all()
    waiting = await row(at, ids[1])
    assert (waiting.state, waiting.attempts) == (Delivery.PENDING, 0)
    assert waiting.not_before == at.clock() + LIMITS[Platform.TELEGRAM].per_chat
    at.clock.on(seconds=1)
    await at.house.send_all()
    assert texts(at) == ["een", "twee"]


async def test_edits_count_for_the_pace(at: Street) -> None:
    """A card is not edited in the second in which something else was sent there."""
    doubtful = await after(at, Doubt("cut off"))
    async with at.house.store.begin() as connection:
        await outbox.mark_doubt(connection, doubtful.id, at.clock() + timedelta(milliseconds=300))
    at.clock.on(milliseconds=300)
    await at.house.send_all()
    assert at.chat.edited == []
    at.clock.on(milliseconds=700)
    await at.house.send_all()
    assert len(at.chat.edited) == 1


async def test_an_answer_does_not_wait_for_a_doubt(at: Street) -> None:
    """While nobody knows whether news arrived, danger is answered; further news waits."""
    at.chat.answers = [Doubt("cut off")]
    await owe(at, "nieuws", "meer nieuws")
    await at.house.send_all()
    await at.says("anja", "mijn buurman slaat zijn vrouw ik hoor haar gillen")
    at.clock.on(seconds=1)
    at.chat.answers = [Doubt("cut off"), Sent("1")]
    await at.house.send_all()
    at.clock.on(seconds=1)
    await at.house.send_all()
    assert "112" in texts(at)[1]
    assert len(texts(at)) == 2


async def test_words_are_in_the_readers_language(at: Street) -> None:
    """Text and labels are made when they are sent, in the language of that moment."""
    await at.take(at.event("grace", Words("the path behind the flat is dark"), language="en"))
    await at.house.send_all()
    card = next(one for one in at.chat.sent if one.room == "grace")
    assert "kept" in card.text
    assert [button.label for button in card.buttons] == ["Not right", "Withdraw"]


@pytest.mark.parametrize(
    "attachment",
    [
        Attachment("report", "boomgaard/2026-10"),
        Attachment("report", "elders/2026-10"),
        Attachment("film", "x"),
    ],
    ids=["no report", "no wijk", "no such thing"],
)
async def test_a_file_that_cannot_be_made_stops_nobody(at: Street, attachment: Attachment) -> None:
    """That message is dead and shown; the next one goes on."""
    message = Message(at.key("anja"), Text("name", {"name": "bijlage"}), attachment=attachment)
    words = Message(at.key("anja"), Text("no-such-text"))
    async with at.house.store.begin() as connection:
        ids = await outbox.queue_with_ids(connection, [message, words], at.clock())
    await owe(at, "nieuws")
    await at.house.send_all()
    assert [(await row(at, one)).state for one in ids] == [Delivery.DEAD, Delivery.DEAD]
    assert texts(at) == ["nieuws"]


async def test_a_code_waits_for_the_address_of_the_bot(at: Street) -> None:
    """While the platform has not told the bot's name no link can be made; then it is sent."""
    at.chat.reachable = False
    choice = Choice(Text("name", {"name": "ja"}), Act(Verb.KEEP))
    message = Message(
        at.key("anja"), Text("name", {"name": "code"}), (choice,), attachment=Attachment("qr", "c" * 22)
    )
    async with at.house.store.begin() as connection:
        (id_,) = await outbox.queue_with_ids(connection, [message], at.clock())
    await at.house.send_all()
    assert (await row(at, id_)).state is Delivery.PENDING
    at.chat.reachable = True
    at.clock.on(seconds=5)
    await at.house.send_all()
    (sent,) = at.chat.sent
    assert sent.file is not None
    assert (sent.file.mime, [button.label for button in sent.buttons]) == ("image/png", ["ja"])


async def test_a_typed_label_of_a_notice_works(at: Street) -> None:
    """Buttons of news and notices can be typed as soon as they arrived."""
    await at.says("anja", "Appelhof")
    await empty(at)
    choice = Choice(Text("resident-withdraw"), Act(Verb.WITHDRAW, "2026-0001"))
    message = Message(at.key("anja"), Text("name", {"name": "nieuws"}), (choice,), Kind.UPDATE, "2026-0001")
    async with at.house.store.begin() as connection:
        await outbox.queue(connection, [message], at.clock())
    await at.house.send_all()
    await at.says("anja", "1")
    async with at.house.store.read() as connection:
        gone = select(schema.signals.c.withdrawn_at)
        assert (await connection.execute(gone)).scalar_one() is not None


async def test_wiped_while_sending_harms_nothing(at: Street) -> None:
    """The row is gone when the answer of the platform comes: nothing to mark, nothing to fail on."""
    (id_,) = await owe(at, "nieuws", kind=Kind.CARD)
    claimed = await row(at, id_)
    async with at.house.store.begin() as connection:
        await outbox.drop(connection, [at.key("anja")])
    async with at.house.store.vault_begin() as safe:
        await vault.forget(safe, at.key("anja"))
    for outcome in (Sent("9"), NotSent("x"), Doubt("x"), Unreachable("x"), Moved("y"), Halted("x")):
        await at.house.sender._write(replace(claimed, state=Delivery.SENDING), outcome)
    async with at.house.store.read() as connection:
        assert await outbox.queued(connection, id_) is None


# --- quiet hours ----------------------------------------------------------------------------------


async def test_news_waits_for_the_morning_and_answers_do_not(at: Street) -> None:
    """At night only what answers somebody goes out; at eight the news does, and nothing was tried before."""
    at.clock.now = datetime(2026, 10, 12, 20, 30, tzinfo=UTC)
    (news,) = await owe(at, "nieuws")
    await owe(at, "antwoord", kind=Kind.ANSWER)
    await owe(at, "gevaar", kind=Kind.NOTICE)
    await at.house.send_all()
    assert at.chat.sent[0].text == "antwoord"
    await empty(at)
    held = await row(at, news)
    assert (held.state, held.attempts) == (Delivery.PENDING, 0)
    assert held.not_before == datetime(2026, 10, 13, 6, tzinfo=UTC)
    at.clock.now = held.not_before
    assert await at.hears("anja") == ["nieuws"]


async def test_who_chose_always_hears_at_night(at: Street) -> None:
    """The wish of one person holds for that person."""
    at.clock.now = datetime(2026, 10, 12, 20, 30, tzinfo=UTC)
    await at.applies(QuietSet(Quiet.NONE), by=at.key("anja"))
    await owe(at, "nieuws")
    assert await at.hears("anja") == ["nieuws"]


async def test_doubt_is_settled_by_day(at: Street) -> None:
    """An update that may have arrived in the evening is looked at again in the morning."""
    at.clock.now = datetime(2026, 10, 12, 18, 59, 58, tzinfo=UTC)
    at.chat.answers.append(Doubt("cut"))
    (news,) = await owe(at, "nieuws")
    await at.house.send_all()
    at.clock.on(minutes=5)
    await at.house.send_all()
    assert not at.chat.edited
    assert (await row(at, news)).state is Delivery.DOUBT
    at.clock.now = datetime(2026, 10, 13, 6, tzinfo=UTC)
    await at.house.send_all()
    assert len(at.chat.edited) == 1
