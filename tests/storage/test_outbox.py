"""The outbox: in order, once, and nothing forgotten."""

import asyncio
from datetime import date, timedelta

import pytest

from domain.heard import Pressed
from domain.messages import Act, Attachment, Choice, Kind, Message, RoomKey, Text, Value, Verb
from storage import buttons, cards, outbox, turns, waiting
from storage.engine import Connection, Store
from storage.outbox import Queued
from storage.states import Delivery
from tests.storage.a_wijk import NOW, does, person, says

pytestmark = pytest.mark.asyncio
ANNA, BRAM = person("anna"), person("bram")
WITHDRAW = Choice(Text("withdraw"), Act(Verb.WITHDRAW, "2026-0001"))
CORRECT = Choice(Text("correct"), Act(Verb.CORRECT, "2026-0001"))


def to(who: str, key: str = "answer", kind: Kind = Kind.ANSWER) -> Message:
    """A message without anything special."""
    return Message(person(who), Text(key), kind=kind)


async def claimed(connection: Connection, minutes: int = 0) -> Queued:
    """The next message; there has to be one."""
    found = await turns.claim(connection, NOW + timedelta(minutes=minutes))
    assert found is not None
    return found


async def test_a_message_comes_out_as_it_went_in(store: Store) -> None:
    """Texts inside texts, dates, lists, choices, file and signal are what they were."""
    lines = (Text("line", {"n": 1}), Text("line"))
    args: dict[str, Value] = {"day": date(2026, 12, 8), "count": 3, "lines": lines, "in": Text("x")}
    message = Message(
        ANNA,
        Text("signal-thanks", args),
        (WITHDRAW, CORRECT),
        Kind.CARD,
        "2026-0001",
        Attachment("report", "boomgaard/2026-10"),
    )
    async with store.begin() as connection:
        await outbox.queue(connection, [message], NOW)
        queued = await claimed(connection)
    assert queued.message == message
    assert (queued.state, queued.attempts, queued.created_at) == (Delivery.SENDING, 1, NOW)
    assert len(set(queued.tokens)) == 2
    assert all(len(token) <= 32 for token in queued.tokens)


async def test_one_recipient_gets_messages_in_order(store: Store) -> None:
    """Nothing is claimed for somebody while an older message to them is under way or waits."""
    async with store.begin() as connection:
        await outbox.queue(connection, [to("anna", "first"), to("anna", "second"), to("bram", "third")], NOW)
        first = await claimed(connection)
        third = await claimed(connection)
        assert (first.message.text.key, third.message.text.key) == ("first", "third")
        assert await turns.claim(connection, NOW) is None
        await outbox.mark_pending(connection, first.id, NOW + timedelta(minutes=2), "timeout")
        assert await turns.claim(connection, NOW + timedelta(minutes=1)) is None
        again = await claimed(connection, minutes=2)
        assert (again.id, again.attempts) == (first.id, 2)
        await outbox.mark_doubt(connection, again.id, NOW)
        assert await turns.claim(connection, NOW + timedelta(minutes=3)) is None
        await outbox.mark_sent(connection, again, "m1", NOW)
        assert (await claimed(connection)).message.text.key == "second"


async def test_an_answer_goes_before_news(store: Store) -> None:
    """Words of danger are answered at once, also to somebody for whom news waits."""
    async with store.begin() as connection:
        news = [to(f"person{number}", "news", Kind.UPDATE) for number in range(20)]
        await outbox.queue(connection, [*news, to("anna", "news", Kind.UPDATE)], NOW)
        await outbox.queue(connection, [to("anna", "notice", Kind.NOTICE), to("anna", "call-112")], NOW)
        keys = [(await claimed(connection)).message.text.key]
        assert keys == ["call-112"]
        assert (await claimed(connection)).message.text.key == "news"


async def test_two_senders_never_claim_the_same(store: Store) -> None:
    """Claims at the same moment give different messages."""
    async with store.begin() as connection:
        await outbox.queue(connection, [to(f"person{number}") for number in range(8)], NOW)

    async def claim() -> int | None:
        async with store.begin() as connection:
            found = await turns.claim(connection, NOW)
            return found.id if found else None

    ids = [id_ for id_ in await asyncio.gather(*(claim() for _ in range(12))) if id_ is not None]
    # On PostgreSQL one that meets a row in use may go away with nothing, and asks again.
    assert len(ids) == len(set(ids)) >= 1
    async with store.begin() as connection:
        while (found := await turns.claim(connection, NOW)) is not None:
            ids.append(found.id)
    assert len(set(ids)) == len(ids) == 8


async def test_what_was_being_sent_at_a_crash_is_in_doubt(store: Store) -> None:
    """After a restart it is not pushed again; the oldest doubt is given first, when its time has come."""
    async with store.begin() as connection:
        await outbox.queue(connection, [to("anna"), to("bram")], NOW)
        first = await claimed(connection)
        assert await turns.recover(connection) == 1
        doubt = await turns.due_doubt(connection, NOW)
        assert doubt is not None
        assert (doubt.id, doubt.state) == (first.id, Delivery.DOUBT)
        await outbox.mark_doubt(connection, first.id, NOW + timedelta(minutes=1))
        assert await turns.due_doubt(connection, NOW) is None
        assert (await claimed(connection)).message.to == BRAM


async def test_a_card_is_remembered_with_its_signal(store: Store) -> None:
    """Its id can be edited later and replies to it are understood; sent again, the newest counts."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        card = Message(ANNA, Text("card"), (), Kind.CARD, number)
        await outbox.queue(connection, [card, card, to("anna")], NOW)
        for ref in ("m1", "m2", "m3"):
            await outbox.mark_sent(connection, await claimed(connection), ref, NOW)
        kept = await cards.card(connection, number, ANNA)
        assert kept == cards.Card(number, ANNA, "m2", NOW)
        assert await cards.card(connection, number, BRAM) is None
        assert await cards.latest(connection, ANNA) == kept
        unknown = Message(ANNA, Text("card"), (), Kind.CARD, "2026-0999")
        await outbox.queue(connection, [unknown], NOW)
        await outbox.mark_sent(connection, await claimed(connection), "m4", NOW)
        assert await cards.latest(connection, ANNA) == kept


async def test_who_cannot_be_reached_gets_news_when_they_return(store: Store) -> None:
    """Within 90 days and in order; old answers are dropped, for they would only confuse."""
    async with store.begin() as connection:
        await does(connection, "anna")
        await outbox.queue(connection, [to("anna", "old", Kind.UPDATE)], NOW - timedelta(days=91))
        await outbox.queue(connection, [to("anna", "question"), to("anna", "news", Kind.UPDATE)], NOW)
        await claimed(connection)
        await outbox.park_for(connection, ANNA, NOW)
        assert await turns.claim(connection, NOW) is None
        assert (await waiting.counts(connection))[Delivery.PARKED] == 3
        await outbox.unpark(connection, ANNA, NOW + timedelta(minutes=1))
        assert (await claimed(connection, minutes=1)).message.text.key == "news"
        assert await turns.claim(connection, NOW + timedelta(minutes=1)) is None
        assert (await waiting.counts(connection))[Delivery.DEAD] == 2


async def test_a_refused_message_makes_way(store: Store) -> None:
    """Dead is dead, and the next one to the same person goes on."""
    async with store.begin() as connection:
        await outbox.queue(connection, [to("anna", "bad"), to("anna", "good")], NOW)
        bad = await claimed(connection)
        await outbox.mark_dead(connection, bad.id, "too long")
        assert (await claimed(connection)).message.text.key == "good"
        kept = await outbox.queued(connection, bad.id)
        assert kept is not None
        assert kept.state is Delivery.DEAD
        assert await outbox.queued(connection, 999_999) is None


async def test_what_is_said_and_due_can_be_asked(store: Store) -> None:
    """Whether a text was said since a moment, and from when something can be sent."""
    async with store.begin() as connection:
        assert await waiting.next_due(connection) is None
        await outbox.queue(connection, [to("anna", "flood")], NOW)
        assert await waiting.next_due(connection) == NOW
        before, after = NOW - timedelta(seconds=1), NOW + timedelta(seconds=1)
        assert await waiting.said_since(connection, ANNA, "flood", before)
        assert not await waiting.said_since(connection, ANNA, "flood", after)
        assert not await waiting.said_since(connection, BRAM, "flood", before)
        await outbox.drop(connection, [ANNA])
        assert await turns.claim(connection, NOW) is None


async def test_a_button_works_once_for_its_own_person(store: Store) -> None:
    """Not for somebody else, not twice, not after 90 days, not when it was made up."""
    async with store.begin() as connection:
        await outbox.queue(connection, [Message(ANNA, Text("card"), (WITHDRAW, CORRECT))], NOW)
        one, other = (await claimed(connection)).tokens
        assert await buttons.press(connection, one, BRAM, NOW) is None
        assert await buttons.press(connection, one, RoomKey("g:room"), NOW) is None
        assert await buttons.press(connection, "made up", ANNA, NOW) is None
        assert await buttons.press(connection, one, ANNA, NOW) == Pressed(WITHDRAW.act)
        assert await buttons.press(connection, one, ANNA, NOW) is None
        assert await buttons.press(connection, other, ANNA, NOW + timedelta(days=90)) is None
        assert await buttons.press(connection, other, ANNA, NOW + timedelta(days=89)) == Pressed(CORRECT.act)


async def test_a_button_keeps_the_wijk_it_was_made_for(store: Store) -> None:
    """A role behind it counts in that wijk; what the platform itself queues belongs to none."""
    one, other, third = (Message(person(who), Text("card"), (WITHDRAW,)) for who in ("anna", "bram", "carla"))
    async with store.begin() as connection:
        await outbox.queue(connection, [one], NOW, "boomgaard")
        await outbox.queue(connection, [other], NOW)
        ids = await outbox.queue_with_ids(connection, [third], NOW)
        found = [await claimed(connection) for _ in range(3)]
        pressed = [await buttons.press(connection, row.tokens[0], row.message.to, NOW) for row in found]
    assert (found[2].id,) == ids
    assert pressed == [Pressed(WITHDRAW.act, district) for district in ("boomgaard", "", "")]


async def test_what_is_being_sent_can_be_chosen(store: Store) -> None:
    """Somebody may see news, and type what it offers, before the platform's answer is kept."""
    news = Message(ANNA, Text("news"), (WITHDRAW, CORRECT), Kind.NOTICE)
    async with store.begin() as connection:
        await outbox.queue(connection, [to("bram"), news], NOW)
        assert await waiting.offered(connection, ANNA) == ()
        first, second = await claimed(connection), await claimed(connection)
        assert (first.message.to, await waiting.offered(connection, BRAM)) == (BRAM, ())
        assert await waiting.offered(connection, ANNA) == (WITHDRAW, CORRECT)
        later = NOW + timedelta(seconds=1)
        assert await waiting.offered(connection, ANNA, asked_at=later) == (WITHDRAW, CORRECT)
        await outbox.mark_doubt(connection, second.id, NOW)
        assert await waiting.offered(connection, ANNA) == (WITHDRAW, CORRECT)
        assert await waiting.offered(connection, ANNA, asked_at=later) == ()
        await outbox.mark_sent(connection, second, "m1", NOW)
        assert await waiting.offered(connection, ANNA) == ()
