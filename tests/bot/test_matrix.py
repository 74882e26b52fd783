"""Matrix on a real homeserver, in encrypted rooms: what people do reaches the bot, what it says reaches them."""

import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import (
    AnotherInstance,
    Button,
    Doubt,
    Edit,
    File,
    Incoming,
    Left,
    Moved,
    NotSent,
    Other,
    Outgoing,
    Photo,
    Place,
    Removal,
    Refused,
    Returned,
    Sent,
    Start,
    Unreachable,
    Unreadable,
    Voice,
    Words,
)
from bot.matrix import Matrix
from tests.servers.matrix_listener import Listener, wall_clock
from tests.servers.matrix_person import Person
from tests.servers.synapse import PASSWORD, Synapse, free_port, made

pytestmark = pytest.mark.asyncio

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
BUTTONS = (Button("Ja", "t1"), Button("Nee", "t2"))


@asynccontextmanager
async def meeting(
    synapse: Synapse, tmp_path: Path, *, encrypted: bool = True
) -> AsyncIterator[tuple[Listener, Person]]:
    """A bot and Anna, in an encrypted chat of two."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot")
    async with Person.on(synapse, "anna", tmp_path / "anna") as anna, bot:
        await anna.meets(bot.user_id, encrypted=encrypted)
        yield bot, anna


def to(event: Incoming, number: int, text: str, *buttons: Button, file: File | None = None) -> Outgoing:
    """An answer in the room of this event."""
    return Outgoing(number, event.room, text, buttons, file)


@pytest.mark.parametrize("encrypted", [True, False])
async def test_words_both_ways(synapse: Synapse, tmp_path: Path, *, encrypted: bool) -> None:
    """What a person types arrives whole, greeted first, and the answer stands on the person's screen."""
    async with meeting(synapse, tmp_path, encrypted=encrypted) as (bot, anna):
        event_id = await anna.say("die lantaarn is stuk\nal weken 🏚️")
        event = await bot.gets(Words)
        assert event.content == Words("die lantaarn is stuk\nal weken 🏚️")
        assert (event.event_id, event.message) == (event_id, event_id)
        assert (event.sender, event.private, event.bot) == (anna.user_id, True, bot.user_id)
        assert bot.contents() == [Start(""), event.content]
        sent = await bot.chat.send(
            to(event, 7, "Bedankt.\nWelke buurt?", Button("Appelhof", "x"), BUTTONS[1])
        )
        assert isinstance(sent, Sent)
        seen = await anna.hears("Bedankt")
        assert (seen.id, seen.kind) == (sent.message, "m.text")
        assert seen.text == "Bedankt.\nWelke buurt?\n\n1. Appelhof\n2. Nee"
        assert anna.unreadable() == 0


async def test_changes_of_mind(synapse: Synapse, tmp_path: Path) -> None:
    """An edit, a reply and a taken-back message arrive as what they are."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        first = await anna.say("de lamp")
        await anna.edit(first, "de lamp is stuk")
        await anna.say("precies", reply_to=first)
        await anna.redact(first)
        await bot.gets(Removal)
        assert bot.contents()[2:] == [Edit(first, "de lamp is stuk"), Words("precies", first), Removal(first)]


async def test_more_than_words(synapse: Synapse, tmp_path: Path) -> None:
    """A picture and a voice message can be fetched and opened, a place is a place, a sticker is something else."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        await anna.send_image(PNG, "hier ligt het")
        await anna.send_image(PNG)
        await anna.send_voice(b"OggS" + PNG)
        await anna.send_location(52.0907, 5.1214)
        await anna.sends("m.sticker", {"body": "smile", "info": {}, "url": "mxc://a/b"})
        await bot.gets(Other)
        photo, bare, voice, place, other = bot.contents()[1:]
        assert isinstance(photo, Photo)
        assert isinstance(bare, Photo)
        assert isinstance(voice, Voice)
        assert (photo.caption, bare.caption) == ("hier ligt het", "")
        assert await bot.chat.fetch(photo.file) == PNG
        assert await bot.chat.fetch(voice.file) == b"OggS" + PNG
        assert (place, other) == (Place(52.0907, 5.1214), Other("sticker"))


async def test_files_that_cannot_be_had(synapse: Synapse, tmp_path: Path) -> None:
    """A file over 10 MB, one that is gone and one with a wrong key end in plain errors."""
    async with meeting(synapse, tmp_path, encrypted=False) as (bot, anna):
        await anna.send_image(bytes(10 * 1024 * 1024 + 1), "groot")
        photo = (await bot.gets(Photo, "groot")).content
        assert isinstance(photo, Photo)
        with pytest.raises(ValueError, match="10 MB"):
            await bot.chat.fetch(photo.file)
        for url in ("mxc://localhost/none", "https://example.org/x", "mxc://localhost/../../x"):
            with pytest.raises(OSError, match="file"):
                await bot.chat.fetch(f'{{"url": "{url}"}}')


async def test_files_sent(synapse: Synapse, tmp_path: Path) -> None:
    """A picture and a PDF arrive with their caption and the same bytes, opened from an encrypted room."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        start = await bot.gets(Start)
        picture, paper = (
            File("qr.png", "image/png", PNG, "Een QR-code"),
            File("r.pdf", "application/pdf", b"%PDF-1"),
        )
        assert isinstance(await bot.chat.send(to(start, 1, "", file=picture)), Sent)
        assert isinstance(await bot.chat.send(to(start, 2, "De ronde", *BUTTONS, file=paper)), Sent)
        code, report = await anna.hears("QR-code"), await anna.hears("De ronde")
        assert (code.kind, report.kind) == ("m.image", "m.file")
        assert report.text.endswith("1. Ja\n2. Nee")
        assert report.content["filename"] == "r.pdf"
        assert (await anna.saves(code), await anna.saves(report)) == (PNG, b"%PDF-1")


async def test_a_reaction_is_a_choice(synapse: Synapse, tmp_path: Path) -> None:
    """The bot offers numbers to press; pressing one is typing it in reply; a heart asks for nothing."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        start = await bot.gets(Start)
        await bot.chat.send(to(start, 1, "Klopt dit?", *BUTTONS))
        seen = await anna.hears("Klopt dit?")
        await anna.reads()
        assert anna.reactions(seen.id) == ["1️⃣", "2️⃣"]
        await anna.react(seen.id, "❤️")
        pressed = await anna.react(seen.id, "2️⃣")
        event = await bot.gets(Words)
        assert (event.content, event.event_id) == (Words("2", seen.id), pressed)
        assert len(bot.contents()) == 2


async def test_nothing_is_lost_while_away(synapse: Synapse, tmp_path: Path) -> None:
    """After a stop, more messages than one sync brings arrive in order; an older cursor gives the same ids again."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        await bot.gets(Start)
        early = bot.cursor
    said = [f"bericht {n}" for n in range(80)]
    async with Person.on(synapse, "anna", tmp_path / "anna2", user_id=anna.user_id) as back:
        back.room = anna.room
        for text in said:
            await back.say(text)
        async with bot:
            await bot.gets(Words, "bericht 79")
        assert [c.text for c in bot.contents() if isinstance(c, Words)] == said
        keys, before = {event.event_id for event in bot.events}, len(bot.events)
        bot.cursor = early
        async with bot:
            await back.say("tot slot")
            await bot.gets(Words, "tot slot")
        again = [event.event_id for event in bot.events[before:]][:-1]
        assert len(again) >= 80
        assert set(again) <= keys


async def test_said_before_the_bot_came(synapse: Synapse, tmp_path: Path) -> None:
    """What was said while the invitation waited is not lost, and the greeting comes before it."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot")
    async with bot:
        pass
    async with Person.on(synapse, "anna", tmp_path / "anna") as anna:
        await anna.invites(bot.user_id)
        await anna.say("er is wateroverlast")
        await anna.say("bij nummer 3")
        async with bot:
            await bot.gets(Words, "nummer 3")
        assert bot.contents() == [Start(""), Words("er is wateroverlast"), Words("bij nummer 3")]


async def test_once_per_outbox_id(synapse: Synapse, tmp_path: Path) -> None:
    """The same outbox id is one message, also after a restart in between; an edit said twice is one edit."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        start = await bot.gets(Start)
        first = await bot.chat.send(to(start, 41, "Uw signaal is bewaard."))
        assert await bot.chat.send(to(start, 41, "Uw signaal is bewaard.")) == first
        await bot.__aexit__()
        async with bot:
            await anna.say("nog iets")
            await bot.gets(Words, "nog iets")
            assert await bot.chat.send(to(start, 41, "Uw signaal is bewaard.")) == first
            assert isinstance(first, Sent)
            for _ in range(2):
                assert await bot.chat.edit(to(start, 55, "Uw signaal is gekozen."), first.message) == Sent("")
            await bot.chat.send(to(start, 56, "klaar"))
            await anna.hears("klaar")
            shown = [(seen.text, seen.edits) for seen in anna.screen() if seen.sender == bot.user_id]
            assert shown == [("Uw signaal is gekozen.", 1), ("klaar", 0)]
            assert anna.unreadable() == 0


async def test_a_group_is_not_private(synapse: Synapse, tmp_path: Path) -> None:
    """With a third person in the room nothing is private; what was said before the bot came was not said to it."""
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
            await anna.redact("$none")
            await bot.gets(Removal)
            assert len(bot.contents()) == 2
        now[0] += timedelta(minutes=6)
        async with bot:
            told = await bot.gets(Other, "undecryptable")
            assert (told.sender, told.event_id) == (anna.user_id, f"{event_id}#undecryptable")
            await anna.hands_out(held)
            event = await bot.gets(Words)
            assert (event.content, event.event_id) == (Words("dit leest u later"), event_id)
            await anna.say("klaar")
            await bot.gets(Words, "klaar")
        assert len(bot.contents()) == 5
        assert (tmp_path / "bot" / "waiting.jsonl").read_text() == ""


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


async def test_no_message_stops_the_bot(synapse: Synapse, tmp_path: Path) -> None:
    """Events of any shape, plain and encrypted, are parked, and the next good one arrives."""
    async with meeting(synapse, tmp_path) as (bot, anna):
        deep: dict[str, object] = {"msgtype": "m.text", "body": "x"}
        for _ in range(900):
            deep = {"a": deep}
        for content in [*HOSTILE, deep]:
            await anna.sends("m.room.message", content)
        for content in HOSTILE:
            await anna.asks("PUT", f"/rooms/{anna.room}/send/m.room.message/{id(content)}", content)
        await anna.asks(
            "PUT", f"/rooms/{anna.room}/send/m.room.encrypted/x", {"algorithm": "m.megolm.v1.aes-sha2"}
        )
        await anna.asks("PUT", f"/rooms/{anna.room}/state/m.room.tombstone", {"replacement_room": 5})
        await anna.asks("PUT", f"/rooms/{anna.room}/send/org.example.thing/y", {})
        await anna.say("nog steeds hier?")
        await bot.gets(Words, "hier")
        parked = [content for content in bot.contents() if isinstance(content, Unreadable)]
        assert len(parked) >= 2 * len(HOSTILE)
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
        outcome = await bot.chat.send(to(start, 1, "hallo"))
        assert isinstance(outcome, NotSent)
        await anna.say("bent u er nog?")
        event = await bot.gets(Words, deadline=30)
        assert bot.chat._account.client.device_id == device
        assert isinstance(await bot.chat.send(to(event, 1, "jazeker")), Sent)
        await anna.hears("jazeker")


async def test_what_is_kept_on_disk(synapse: Synapse, tmp_path: Path) -> None:
    """The store is the owner's alone, a second program is turned away, and the device is signed for all to see."""
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
    with pytest.raises(OSError, match=".") as caught:  # noqa: PT012 - opening and checking fail alike
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
