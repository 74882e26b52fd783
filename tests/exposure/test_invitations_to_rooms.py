"""A flood of invitations to Matrix rooms holds up nobody else; a third person reads nothing private."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.chat import Outgoing, Sent, Start, Unreachable, Words
from bot.matrix.invited import AT_ONCE, MOST_WAITING, OF_ONE, PER_MINUTE, TRIES, Invitations
from tests.servers.matrix_listener import Listener, meeting
from tests.servers.matrix_person import Person
from tests.servers.synapse import Synapse

PATIENCE = 20.0
NOW = datetime(2026, 10, 12, 14, 30, tzinfo=UTC)


def test_one_person_with_a_thousand_rooms() -> None:
    """Five an hour are taken up, the others declined, a few at a time; a neighbour's goes between them."""
    invitations = Invitations()
    for n in range(1_000):
        invitations.came(f"!{n}:example.org", "@mallory:example.org")
    invitations.came("!anna:example.org", "@anna:example.org")
    assert len(invitations) == MOST_WAITING
    first, declined = invitations.next(NOW)
    assert (len(first), declined) == (OF_ONE, [])
    for one in first:
        invitations.answered(one, settled=True)
    invitations.came("!anna:example.org", "@anna:example.org")
    taken, declined = invitations.next(NOW + timedelta(seconds=1))
    assert [one.inviter for one in taken] == ["@anna:example.org"]
    assert len(declined) == AT_ONCE


def test_a_town_that_comes_at_once() -> None:
    """Of many people each is taken up, thirty a minute, in the order in which they came."""
    invitations, seconds, order = Invitations(), 0, []
    for n in range(100):
        invitations.came(f"!{n}:example.org", f"@p{n}:example.org")
    while len(invitations):
        taken, _ = invitations.next(NOW + timedelta(seconds=seconds))
        assert len(taken) <= AT_ONCE
        for one in taken:
            invitations.answered(one, settled=True)
            order.append((seconds, one.room))
        seconds += 1
    assert [room for _, room in order] == [f"!{n}:example.org" for n in range(100)]
    for start in range(seconds):
        assert sum(start <= at < start + 60 for at, _ in order) <= PER_MINUTE


def test_a_room_that_cannot_be_joined() -> None:
    """It is tried a few times, behind the others, and then given up."""
    invitations, tried = Invitations(), 0
    invitations.came("!broken:example.org", "@mallory:example.org")
    while len(invitations):
        (one,), _ = invitations.next(NOW + timedelta(hours=2 * tried))
        invitations.answered(one, settled=False)
        tried += 1
    assert tried == TRIES


@pytest.mark.asyncio
async def test_a_flood_on_a_homeserver(synapse: Synapse, tmp_path: Path) -> None:
    """Mallory invites the bot to more rooms than she may; it comes to five, and Anna is heard meanwhile."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot")
    async with (
        Person.on(synapse, "mallory", tmp_path / "mallory") as mallory,
        Person.on(synapse, "anna", tmp_path / "anna") as anna,
    ):
        async with bot:
            await bot.chat.check()
        rooms = [await mallory.invites(bot.user_id, direct=False) for _ in range(OF_ONE + 3)]
        async with bot:
            await anna.meets(bot.user_id)
            await anna.say("de lamp is stuk")
            await bot.gets(Words, "lamp")
            async with asyncio.timeout(PATIENCE):
                while (
                    len([room for room in rooms if bot.user_id in mallory.client.rooms[room].users]) > OF_ONE
                ):
                    await mallory.look()
        starts = [event for event in bot.events if isinstance(event.content, Start)]
        assert len({event.room for event in starts if event.sender == mallory.user_id}) == OF_ONE


@pytest.mark.asyncio
async def test_a_third_person_reads_nothing_private(synapse: Synapse, tmp_path: Path) -> None:
    """Somebody joins the chat of two: what is for one person alone does not go out there any more."""
    async with meeting(synapse, tmp_path) as (bot, anna), Person.on(synapse, "bea", tmp_path / "bea") as bea:
        event = await bot.gets(Start)
        news = Outgoing(1, event.room, "nieuws over uw signaal", alone=True)
        assert isinstance(await bot.chat.send(news), Sent)
        await anna.client.room_invite(anna.room, bea.user_id)
        await bea.joins(anna.room)
        await bea.say("hallo")
        heard = await bot.gets(Words, "hallo")
        assert not heard.private
        later = Outgoing(2, event.room, "nieuws over uw signaal", alone=True)
        assert isinstance(await bot.chat.send(later), Unreachable)
        assert isinstance(await bot.chat.edit(later, "$card"), Unreachable)
