"""Matrix rooms on a real homeserver: coming, going, groups, gaps, and messages without a key."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import Left, Moved, Other, Returned, Sent, Start, Unreachable, Words
from tests.servers.matrix_listener import Listener, meeting, to, wall_clock
from tests.servers.matrix_person import Person
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.asyncio


async def test_nothing_is_lost_while_away(synapse: Synapse, tmp_path: Path) -> None:
    """More than one sync brings arrives in order after a stop; an older cursor gives the same ids."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        await bot.gets(Start)
        early = bot.cursor
    said = [f"bericht {n}" for n in range(70)]
    async with Person.on(synapse, "anna", tmp_path / "anna2", user_id=anna.user_id) as back:
        back.room = anna.room
        await back.say(said[0])
        for text in said[1:]:
            await back.client.room_send(back.room, "m.room.message", {"msgtype": "m.text", "body": text})
        async with bot:
            await bot.gets(Words, "bericht 69")
        assert [c.text for c in bot.contents() if isinstance(c, Words)] == said
        keys, before = {event.event_id for event in bot.events}, len(bot.events)
        bot.cursor = early
        async with bot:
            await back.say("tot slot")
            await bot.gets(Words, "tot slot")
        again = [event.event_id for event in bot.events[before:]][:-1]
        assert len(again) >= 70
        assert set(again) <= keys


async def test_said_before_the_bot_came(synapse: Synapse, tmp_path: Path) -> None:
    """What was said while the invitation waited is not lost, and the greeting comes before it."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot")
    async with bot:
        await bot.chat.check()
    async with Person.on(synapse, "anna", tmp_path / "anna") as anna:
        await anna.invites(bot.user_id)
        await anna.say("er is wateroverlast")
        await anna.say("bij nummer 3")
        async with bot:
            await bot.gets(Words, "nummer 3")
        assert bot.contents() == [Start(""), Words("er is wateroverlast"), Words("bij nummer 3")]


async def test_a_group_is_not_private(synapse: Synapse, tmp_path: Path) -> None:
    """With a third person nothing is private; what was said before the bot came was not said to it."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot")
    people = Person.on(synapse, "anna", tmp_path / "anna"), Person.on(synapse, "bea", tmp_path / "bea")
    async with people[0] as anna, people[1] as bea:
        await anna.invites(bot.user_id, bea.user_id, direct=False)
        await bea.joins(anna.room)
        await anna.say("onder ons")
        async with bot:
            await anna.sees_joined(bot.user_id)
            await bea.say("welkom")
            event = await bot.gets(Words, "welkom")
            assert not event.private
            assert bot.contents() == [Start(""), Words("welkom")]
            assert [e.sender for e in bot.events] == [anna.user_id, bea.user_id]
            await bot.chat.send(to(event, 1, "Dag allemaal"))
            await anna.hears("Dag allemaal", anna.room)
            await bea.hears("Dag allemaal", anna.room)
            await bot.chat.leave(event.room)
            await bea.say("weg?")
            assert isinstance(await bot.chat.send(to(event, 2, "ik ben er nog")), Unreachable)


async def test_coming_and_going(synapse: Synapse, tmp_path: Path) -> None:
    """A person who leaves cannot be reached; one who puts the bot out neither; a new chat greets again."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        start = await bot.gets(Start)
        await anna.leaves()
        left = await bot.gets(Left)
        assert (left.sender, left.private) == (anna.user_id, True)
        assert isinstance(await bot.chat.send(to(start, 1, "nieuws")), Unreachable)
        await anna.meets(bot.user_id)
        await anna.say("daar ben ik weer")
        event = await bot.gets(Words, "weer")
        await anna.puts_out(bot.user_id)
        await bot.gets_all(Start(""), Left(), Start(""), Words("daar ben ik weer"), Left())
        assert isinstance(await bot.chat.send(to(event, 2, "nieuws")), Unreachable)


async def test_strangers_are_refused(synapse: Synapse, tmp_path: Path) -> None:
    """With a list of homeservers an invitation from another one is declined."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot", allowed=("example.org",))
    async with Person.on(synapse, "mallory", tmp_path / "mallory") as mallory, bot:
        await mallory.invites(bot.user_id)
        await mallory.sees_gone(bot.user_id)
        assert bot.contents() == []


async def test_a_room_that_is_replaced(synapse: Synapse, tmp_path: Path) -> None:
    """When a room is upgraded the person's address moves along, and old messages to it are told so."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        start = await bot.gets(Start)
        successor = await anna.upgrades()
        moved = await bot.gets(Moved)
        assert (moved.content, moved.sender, moved.private) == (Moved(successor), anna.user_id, True)
        await anna.client.room_invite(successor, bot.user_id)
        back = await bot.gets(Returned)
        assert (back.sender, back.room) == (anna.user_id, successor)
        assert await bot.chat.send(to(start, 1, "nieuws")) == Moved(successor)
        assert isinstance(await bot.chat.send(to(back, 1, "nieuws")), Sent)
        await anna.hears("nieuws", successor)


async def test_a_message_without_its_key(synapse: Synapse, tmp_path: Path) -> None:
    """It is kept over a restart, told once after a while, and read under its own id when the key comes."""
    now = [wall_clock()]
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot", clock=lambda: now[0])
    async with Person.on(synapse, "anna", tmp_path / "anna") as anna:
        async with bot:
            await anna.meets(bot.user_id)
            held = await anna.holds_key()
            event_id = await anna.say("dit leest u later")
            await anna.react(event_id, "1️⃣")
            await bot.gets_all(Start(""), Words("1", event_id))
        now[0] += timedelta(minutes=6)
        async with bot:
            told = await bot.gets(Other, "undecryptable")
            assert (told.sender, told.event_id) == (anna.user_id, f"{event_id}#undecryptable")
            await anna.hands_out(held)
            event = await bot.gets(Words, "later")
            assert (event.content, event.event_id) == (Words("dit leest u later"), event_id)
            await anna.say("klaar")
            await bot.gets(Words, "klaar")
        assert len(bot.contents()) == 5
        assert (tmp_path / "bot" / "waiting.jsonl").read_text() == ""
