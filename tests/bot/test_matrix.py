"""Matrix on a real homeserver, encrypted: what people say reaches the bot, and its words reach them."""

from pathlib import Path

import pytest

from bot.chat import Button, Edit, File, Other, Photo, Place, Removal, Sent, Start, Voice, Words
from tests.servers.matrix_listener import meeting, to
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.asyncio

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
BUTTONS = (Button("Ja", "t1"), Button("Nee", "t2"))


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
        # What is taken back before it was read has no words any more.
        await bot.gets(Words, "precies")
        await anna.redact(first)
        await bot.gets(Removal)
        assert bot.contents()[2:] == [Edit(first, "de lamp is stuk"), Words("precies", first), Removal(first)]


async def test_more_than_words(synapse: Synapse, tmp_path: Path) -> None:
    """A picture and a voice message can be fetched and opened, a place is a place, a sticker is not."""
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
