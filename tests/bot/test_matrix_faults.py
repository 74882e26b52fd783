"""Matrix when things go wrong, on a real homeserver: refusals, limits, hostile events, no server."""

import logging
import stat
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import (
    AnotherInstance,
    Button,
    Doubt,
    NotSent,
    Other,
    Refused,
    Sent,
    Start,
    Unreadable,
    Words,
)
from bot.matrix import Matrix
from bot.matrix.account import quieten
from tests.endure.unruly import Unruly
from tests.servers.matrix_listener import Listener, meeting, to, wall_clock
from tests.servers.matrix_person import Person
from tests.servers.synapse import PASSWORD, Synapse, free_port, made
from tests.servers.telegram.faults import Fault, broken, garbled

pytestmark = pytest.mark.asyncio


HOSTILE: list[dict[str, object]] = [
    {},
    {"msgtype": 7, "body": []},
    {"msgtype": "m.text", "body": {"a": 1}},
    {"msgtype": "m.text", "body": "x", "m.relates_to": "nothing"},
    {"msgtype": "m.image", "body": "x", "file": {"url": 3}},
    {"msgtype": "m.location", "body": "x", "geo_uri": "geo:nan,inf"},
    {"msgtype": "m.location", "body": "x", "geo_uri": "geo:1e999,5"},
    {"msgtype": "m.text", "body": "* x", "m.relates_to": {"rel_type": "m.replace"}, "m.new_content": 5},
]


PLAIN_HOSTILE: list[dict[str, object]] = HOSTILE[3:]
"""The others are refused by the server when they are not encrypted."""


async def test_no_message_stops_the_bot(synapse: Synapse, tmp_path: Path) -> None:
    """Events of any shape, plain and encrypted, are parked, and the next good one arrives."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        deep: dict[str, object] = {"msgtype": "m.text", "body": "x"}
        for _ in range(900):
            deep = {"a": deep}
        for content in HOSTILE:
            await anna.sends("m.room.message", content)
        for content in PLAIN_HOSTILE:
            await anna.asks("PUT", f"/rooms/{anna.room}/send/m.room.message/{id(content)}", content)
        await anna.asks(
            "PUT", f"/rooms/{anna.room}/send/m.room.encrypted/x", {"algorithm": "m.megolm.v1.aes-sha2"}
        )
        await anna.asks("PUT", f"/rooms/{anna.room}/state/m.room.tombstone", {"replacement_room": 5})
        await anna.asks("PUT", f"/rooms/{anna.room}/send/org.example.thing/y", {})
        # Past her own client's look, which breaks on the deep one.
        for last in (deep, {"msgtype": "m.text", "body": "nog steeds hier?"}):
            await anna.client.room_send(anna.room, "m.room.message", last)
        await bot.gets(Words, "hier")
        parked = [content for content in bot.contents() if isinstance(content, Unreadable)]
        assert len(parked) == len(HOSTILE) + 1 + len(PLAIN_HOSTILE) + 1
        assert Other("org.example.thing") in bot.contents()


async def test_the_server_limits_the_bot(synapse: Synapse, tmp_path: Path) -> None:
    """A limit of the server is not sent, with the time to wait."""
    async with meeting(synapse, tmp_path) as (bot, _):
        start = await bot.gets(Start)
        synapse.limit(bot.user_id, 1, 1)
        outcomes = [await bot.chat.send(to(start, n, "hallo")) for n in range(4)]
        limited = [o for o in outcomes if isinstance(o, NotSent)]
        assert limited
        assert limited[0].limited
        assert limited[0].after is not None
        assert limited[0].after > timedelta(0)


async def test_a_message_too_large(synapse: Synapse, tmp_path: Path) -> None:
    """An event over 64 KiB is refused, not repeated."""
    async with meeting(synapse, tmp_path) as (bot, _):
        start = await bot.gets(Start)
        outcome = await bot.chat.send(to(start, 1, "a" * 70_000))
        assert isinstance(outcome, Refused)


async def test_a_session_that_was_ended(synapse: Synapse, tmp_path: Path) -> None:
    """When the server drops the device the bot logs in again on it, and reads and writes as before."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        start = await bot.gets(Start)
        device = bot.chat._account.client.device_id
        synapse.log_out_everywhere(bot.user_id, device)
        assert isinstance(await bot.chat.send(to(start, 1, "hallo")), NotSent)
        assert isinstance(await bot.chat.send(to(start, 1, "hallo")), Sent)
        await anna.hears("hallo")
        await anna.say("bent u er nog?")
        event = await bot.gets(Words, deadline=30)
        assert bot.chat._account.client.device_id == device
        assert isinstance(await bot.chat.send(to(event, 2, "jazeker")), Sent)
        await anna.hears("jazeker")


@pytest.mark.parametrize(
    ("asked", "fault"),
    [("claim", broken(502)), ("give", broken(502)), ("give", garbled(accepted=False))],
)
async def test_a_page_instead_of_keys(synapse: Synapse, tmp_path: Path, asked: str, fault: Fault) -> None:
    """What comes from something in between is no answer: nothing is said with a key that nobody got."""
    async with Unruly(synapse.url) as between, Person.on(synapse, "anna", tmp_path / "anna") as anna:
        elsewhere = replace(synapse, port=int(between.url.rpartition(":")[2]))
        bot = Listener(elsewhere, synapse.register("bot"), tmp_path / "bot")
        async with bot:
            between.faults.add(fault, asked, times=None)
            await anna.meets(bot.user_id)
            event = await bot.gets(Start)
            assert isinstance(await bot.chat.send(to(event, 1, "hier ben ik")), NotSent)
            assert between.faults.met
            between.faults.clear()
            assert isinstance(await bot.chat.send(to(event, 1, "hier ben ik")), Sent)
            await anna.hears("hier ben ik")
            assert anna.unreadable() == 0
            await anna.say("en ik ook")
            await bot.gets(Words, "en ik ook")


async def test_words_stay_out_of_the_log(
    synapse: Synapse, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """At the most talkative level no word, name, room, password or token stands in the log."""
    caplog.set_level(logging.DEBUG)
    quieten()  # as the bot does; Anna's client, in the same process, starts before it
    async with meeting(synapse, tmp_path) as (bot, anna):
        await anna.say("kanarie in de mijn")
        nowhere = {"msgtype": "m.location", "body": "kanarie", "geo_uri": "geo:kanarie,1"}
        await anna.sends("m.room.message", nowhere)
        event = await bot.gets(Unreadable, "kanarie")
        await bot.chat.send(to(event, 1, "kanarie terug", Button("kanarie", "t")))
        await anna.hears("terug")
        secrets = ["kanarie", anna.user_id, anna.room, PASSWORD, bot.chat._account.token]
    assert [secret for secret in secrets if secret in caplog.text] == []


async def test_a_device_that_lost_its_keys(synapse: Synapse, tmp_path: Path) -> None:
    """When the program ended between a new login and giving its keys, the next start gives them."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot")
    async with Person.on(synapse, "anna", tmp_path / "anna") as anna:
        async with bot:
            await anna.meets(bot.user_id)
            account = bot.chat._account
            device = account.client.device_id
        synapse.log_out_everywhere(bot.user_id, device)
        async with account:
            await account.renew(account.token)
        async with bot:
            with suppress(OSError):
                await bot.chat.check()
            await bot.chat.check()
            said = await anna.say("bent u er weer?")
            assert (await bot.gets(Words, "weer")).message == said


async def test_what_is_kept_on_disk(synapse: Synapse, tmp_path: Path) -> None:
    """The store is the owner's alone, a second program is turned away, the device is signed."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot")
    async with bot:
        await bot.chat.check()
        store = tmp_path / "bot"
        assert stat.S_IMODE(store.stat().st_mode) == 0o700
        for name in ("session.json", "cross_signing.json"):
            assert stat.S_IMODE((store / name).stat().st_mode) == 0o600
        with pytest.raises(AnotherInstance):
            await Matrix(synapse.url, bot.user_id, PASSWORD, store, clock=wall_clock).__aenter__()
        async with Person.on(synapse, "anna", tmp_path / "anna") as anna:
            keys = await anna.asks("POST", "/keys/query", {"device_keys": {bot.user_id: []}})
        (device,) = keys["device_keys"][bot.user_id].values()
        (signer,) = keys["self_signing_keys"][bot.user_id]["keys"]
        assert signer in device["signatures"][bot.user_id]


async def refusal(chat: Matrix) -> str:
    """The one line with which `check` ends."""
    with pytest.raises(OSError, match=r"\w") as caught:
        async with chat:
            await chat.check()
    assert "\n" not in str(caught.value)
    return f"{type(caught.value).__name__}: {caught.value}"


async def test_refusals_at_the_start(synapse: Synapse, tmp_path: Path) -> None:
    """A wrong password, another identity, another account in the store and no server: one line each."""
    user = synapse.register("bot")

    def bot(store: str, *, password: str = PASSWORD, url: str = synapse.url, who: str = user) -> Matrix:
        return Matrix(url, who, password, tmp_path / store, clock=wall_clock)

    assert "PermissionError: Matrix refuses the name or password" in await refusal(bot("a", password="wrong"))
    assert "cannot reach" in await refusal(bot("b", url=f"http://127.0.0.1:{free_port()}"))
    async with bot("c") as chat:
        await chat.check()
        assert chat.link("wijk") == f"https://matrix.to/#/{user}"
    assert "PermissionError" in await refusal(bot("d"))
    assert "another cross-signing identity" in await refusal(bot("d"))
    assert "keeps the Matrix account" in await refusal(bot("c", who="@other:localhost"))
    with pytest.raises(ValueError, match="@name:server"):
        bot("e", who="bot")


async def test_a_server_that_is_down(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> None:
    """Nothing is sent without a connection, and the bot listens on when the server is back."""
    server = made(tmp_path_factory.mktemp("synapse-down"))
    server.start()
    try:
        async with meeting(server, tmp_path) as (bot, anna):
            start = await bot.gets(Start)
            server.stop()
            assert isinstance(await bot.chat.send(to(start, 1, "hallo")), NotSent | Doubt)
            assert isinstance(await bot.chat.send(to(start, 1, "hallo")), NotSent)
            server.start()
            await anna.say("daar is hij weer")
            await bot.gets(Words)
            assert isinstance(await bot.chat.send(to(start, 1, "hallo")), Sent)
    finally:
        server.stop()
