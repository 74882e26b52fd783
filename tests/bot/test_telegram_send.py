"""What people see of what the bot sends, edits and fetches; and the account itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat import Chat, Doubt, File, NotSent, Outcome, Refused, Sent
from bot.telegram.account import LARGEST_FILE, Telegram
from tests.bot.on_telegram import PNG, account, connected, message
from tests.servers.telegram import faults
from tests.servers.telegram.faults import Fault
from tests.servers.telegram.server import TOKEN, TelegramServer
from tests.servers.telegram.world import Moments

pytestmark = pytest.mark.asyncio


def id_of(outcome: Outcome) -> str:
    """The id of what was sent."""
    assert isinstance(outcome, Sent), outcome
    return outcome.message


async def test_words_arrive_as_they_are() -> None:
    """No mark-up, no link preview: what looks like mark-up is words of people."""
    text = "Lamp *stuk* bij <b>De_Linde</b> [zie](https://x.nl) & meer. 😀"
    async with connected() as (telegram, chat, anna):
        sent = id_of(await chat.send(message(anna, text, ("Klopt niet", "t1"), ("Trek in", "t2"))))
        (seen,) = anna.messages
        assert (seen.text, str(seen.message)) == (text, sent)
        assert seen.buttons == (("Klopt niet", "t1"), ("Trek in", "t2"))
        (call,) = telegram.called("sendMessage")
        assert "parse_mode" not in call.params
        assert "entities" not in call.params
        assert '"is_disabled": true' in call.params["link_preview_options"]


async def test_half_a_character_does_not_lose_the_message() -> None:
    """A lone surrogate or NUL in stored words is made good on the way out."""
    async with connected() as (_, chat, anna):
        await chat.send(message(anna, "a\0b\ud83d c"))
        assert anna.messages[0].text == "ab\ufffd c"


async def test_a_long_text_arrives_whole_with_its_buttons_last() -> None:
    """And the id is that of the part with the buttons, so that an edit finds them."""
    text = " ".join(f"woord{n}" for n in range(2_000))
    async with connected() as (_, chat, anna):
        sent = id_of(await chat.send(message(anna, text, ("Ja", "t1"))))
        assert " ".join(one.text for one in anna.messages) == text
        assert [bool(one.buttons) for one in anna.messages] == [False] * (len(anna.messages) - 1) + [True]
        assert str(anna.messages[-1].message) == sent


async def test_a_long_text_goes_on_where_it_stopped() -> None:
    """A part that arrived is not pushed a second time when a later part was certainly not sent."""
    async with connected() as (telegram, chat, anna):
        long = message(anna, "a" * 3_900 + "\n\n" + "b" * 3_900 + "\n\n" + "c" * 10)
        telegram.faults.add(Fault(0, accepted=True), "sendMessage")
        telegram.faults.add(faults.limited(1), "sendMessage")
        assert isinstance(await chat.send(long), NotSent)
        assert isinstance(await chat.send(long), Sent)
        assert [one.text[0] for one in anna.messages] == ["a", "b"]
        assert anna.messages[-1].text.endswith("c")
        telegram.faults.add(Fault(0, accepted=True), "sendMessage")
        telegram.faults.add(faults.cut(accepted=True), "sendMessage")
        assert isinstance(await chat.send(replace(long, id=2)), Doubt)


@pytest.mark.parametrize(
    ("name", "mime", "method"),
    [("qr.png", "image/png", "sendPhoto"), ("verslag.pdf", "application/pdf", "sendDocument")],
)
async def test_a_file_arrives_with_its_caption_and_can_get_another(name: str, mime: str, method: str) -> None:
    """A picture is shown, anything else can be opened; the bytes are those that were given."""
    async with connected() as (telegram, chat, anna):
        file = File(name, mime, PNG, "wat erop staat")
        sent = id_of(await chat.send(message(anna, "Kijk", ("Klaar", "t"), file=file)))
        (seen,) = anna.messages
        assert seen.file
        assert (seen.text, seen.file.data, seen.file.name) == ("Kijk", PNG, name)
        assert seen.buttons == (("Klaar", "t"),)
        assert len(telegram.called(method)) == 1
        assert await chat.edit(message(anna, "Anders", file=file), sent) == Sent("")
        assert await chat.edit(message(anna, "Weer anders"), sent) == Sent("")
        assert [(one.text, one.buttons) for one in anna.screen()] == [("Weer anders", ())]


async def test_an_edit_changes_words_and_buttons_and_makes_no_sound() -> None:
    """The same edit again is as good: nothing to do."""
    async with connected() as (_, chat, anna):
        sent = id_of(await chat.send(message(anna, "Bewaard", ("Trek in", "t"))))
        for _ in range(2):
            assert await chat.edit(message(anna, "Gekozen", ("Oke", "u")), sent) == Sent("")
        assert [(one.text, one.buttons) for one in anna.screen()] == [("Gekozen", (("Oke", "u"),))]
        assert len(anna.messages) == 1
        assert await chat.edit(message(anna, "Klaar"), sent) == Sent("")
        assert anna.screen()[0].buttons == ()


async def test_an_edit_of_what_is_not_there_is_refused() -> None:
    """Deleted, never made, or somebody else's."""
    async with connected() as (telegram, chat, anna):
        theirs = anna.says("van mij")
        for of in ("999", "", str(theirs), "x"):
            assert isinstance(await chat.edit(message(anna), of), Refused)
        assert telegram.called("editMessageText")


@pytest.mark.parametrize(("text", "token"), [("", "t"), ("   ", "t"), ("Dag", "t" * 65), ("Dag", "é" * 33)])
async def test_a_message_that_telegram_refuses_is_refused(text: str, token: str) -> None:
    """No words, or a token over 64 bytes: this very message is the matter."""
    async with connected() as (_, chat, anna):
        assert isinstance(await chat.send(message(anna, text, ("Ja", token))), Refused)


async def test_a_photo_is_fetched_as_it_was_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the file id of the event, also when a file of this machine has the same path."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "photos-1").write_bytes(b"not this one")
    async with connected() as (_, chat, anna):
        anna.sends_photo(PNG)
        assert await chat.fetch("photos-1") == PNG


async def test_a_file_over_10_mb_is_not_fetched() -> None:
    """Told before downloading when Telegram tells the size, and over 20 MB by Telegram itself."""
    async with connected() as (telegram, chat, _):
        exact = telegram.world.keep("a", "image/png", bytes(LARGEST_FILE), "photos")
        large = telegram.world.keep("b", "image/png", bytes(LARGEST_FILE + 1), "photos")
        huge = telegram.world.keep("c", "image/png", bytes(21 * 1024 * 1024), "photos")
        assert len(await chat.fetch(exact.id)) == LARGEST_FILE
        for file in (large, huge):
            with pytest.raises(ValueError, match="10 MB"):
                await chat.fetch(file.id)
        sizeless = (
            '{"ok": true, "result": {"file_id": "x", "file_unique_id": "u", "file_path": "photos/photos-2"}}'
        )
        telegram.faults.add(Fault(200, body=sizeless), "getFile")
        with pytest.raises(ValueError, match="10 MB"):
            await chat.fetch(large.id)


async def test_a_file_that_cannot_be_had_now_is_an_os_error() -> None:
    """An unknown id, a server error, a file that is gone: try later."""
    async with connected() as (telegram, chat, _):
        file = telegram.world.keep("a", "image/png", PNG, "photos")
        with pytest.raises(OSError, match="Wrong file_id"):
            await chat.fetch("nothing")
        for fault, method in [
            (faults.broken(500), "getFile"),
            (faults.garbled(), "getFile"),
            (faults.broken(502), "file"),
        ]:
            telegram.faults.add(fault, method)
            with pytest.raises(OSError, match="Telegram does not give the file") as told:
                await chat.fetch(file.id)
            assert TOKEN not in str(told.value)


async def test_leaving_a_group_is_done_and_may_be_done_twice() -> None:
    """A group in which the bot has no business gets no word."""
    async with connected() as (telegram, chat, anna):
        group = telegram.group("Vreemd", anna)
        await chat.leave(str(group.id))
        assert group.chat.bot == "left"
        await chat.leave(str(group.id))


async def test_the_account_tells_its_name_and_makes_links() -> None:
    """The name comes from Telegram; before that there is no link to give."""
    async with TelegramServer(username="boomgaard_bot") as telegram, account(telegram) as chat:
        port: Chat = chat
        assert (port.bot, port.edits) == ("7000001", True)
        with pytest.raises(OSError, match="name"):
            chat.link("x")
        assert await chat.check() == "boomgaard_bot"
        assert chat.link("boom gaard") == "https://t.me/boomgaard_bot?start=boom%20gaard"
        assert chat.hears_groups


async def test_a_wrong_token_and_a_silent_server_are_told_apart() -> None:
    """One plain line for each, and the token in none of them."""
    async with TelegramServer() as telegram:
        wrong = Telegram("7000001:WRONG", telegram.base_url, telegram.base_file_url, clock=Moments())
        async with wrong:
            with pytest.raises(PermissionError, match="refuses the token") as told:
                await wrong.check()
        assert "WRONG" not in str(told.value)
        async with account(telegram) as chat:
            for fault in (faults.broken(500), faults.garbled(), Fault(200, body="{}"), faults.slow(2)):
                telegram.faults.add(fault, "getMe")
                with pytest.raises(OSError, match=r"^Telegram does not answer at 127\.0\.0\.1 \(\w+\)$"):
                    await chat.check()
    with pytest.raises(PermissionError, match="no bot token"):
        Telegram("geheim", clock=Moments())
