"""The calls of the Bot API end on the Telegram of the tests as they do on the real one."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    InputMediaPhoto,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from tests.servers.talking import PNG, buttons, talking
from tests.servers.telegram import faults

pytestmark = pytest.mark.asyncio


@pytest.fixture(autouse=True)
def durations(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library tells the time of a 429 as a duration then, and warns otherwise."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


async def test_the_limits_of_messages_are_those_of_telegram() -> None:
    """Lengths in UTF-16 units, tokens in bytes, texts that are empty, mark-up that is broken."""
    async with talking() as (_, bot, anna):
        await bot.send_message(anna.id, "😀" * 2_048, reply_markup=buttons("é" * 32))
        refused = [
            ({"text": "😀" * 2_049}, "Message is too long"),
            ({"text": " \n "}, "Message text is empty"),
            ({"text": "x", "reply_markup": buttons("é" * 33)}, "Button_data_invalid"),
            ({"text": "x", "reply_markup": buttons("")}, "must be non-empty|Button_data_invalid"),
            ({"text": "<b>x", "parse_mode": "HTML"}, "can't find end tag|Can't parse entities"),
            ({"text": "<buurt>", "parse_mode": "HTML"}, "Unsupported start tag"),
            ({"text": "Stuk.", "parse_mode": "MarkdownV2"}, "is reserved and must be escaped"),
            ({"text": "een*ster", "parse_mode": "Markdown"}, "Can't find end of the entity"),
            ({"text": "x", "reply_parameters": ReplyParameters(99)}, "Message to be replied not found"),
        ]
        for arguments, words in refused:
            with pytest.raises(BadRequest, match=f"(?i){words}"):
                await bot.send_message(anna.id, **arguments)  # type: ignore[arg-type] # a table of arguments
        with pytest.raises(BadRequest, match="too long"):
            await bot.send_document(anna.id, b"x", caption="x" * 1_025)
        with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
            await bot.send_photo(anna.id, b"no picture")
        assert len(anna.messages) == 1


async def test_edits_and_removals_show_and_fail_as_in_telegram() -> None:
    """The ledger has what the screen showed, and when; the screen has what stands there now."""
    async with talking() as (server, bot, anna):
        sent = await bot.send_message(anna.id, "een", reply_markup=buttons("a"))
        server.clock.advance(timedelta(hours=1))
        await bot.edit_message_text("twee", anna.id, sent.message_id)
        for again in ("twee", " twee "):
            with pytest.raises(BadRequest, match="not modified"):
                await bot.edit_message_text(again, anna.id, sent.message_id)
        await bot.edit_message_reply_markup(anna.id, sent.message_id, reply_markup=buttons("b"))
        with pytest.raises(BadRequest, match="no caption in the message"):
            await bot.edit_message_caption(anna.id, sent.message_id, caption="x")
        assert [(one.text, one.buttons) for one in anna.screen()] == [("twee", (("b", "b"),))]
        await bot.delete_message(anna.id, sent.message_id)
        assert anna.screen() == []
        with pytest.raises(BadRequest, match="edit not found"):
            await bot.edit_message_text("drie", anna.id, sent.message_id)
        with pytest.raises(BadRequest, match="can't be edited"):
            await bot.edit_message_text("drie", anna.id, anna.says("van mij"))
        assert [(one.what, one.text) for one in anna.seen] == [
            ("message", "een"),
            ("edit", "twee"),
            ("edit", "twee"),
            ("deleted", "twee"),
        ]
        assert anna.seen[1].at - anna.seen[0].at == timedelta(hours=1)


async def test_a_button_is_pressed_by_label_or_token_and_answered_in_time() -> None:
    """The newest one that has it; after a minute the query is too old."""
    async with talking() as (server, bot, anna):
        first = await bot.send_message(anna.id, "oud", reply_markup=buttons("ja", "nee"))
        await bot.send_message(anna.id, "nieuw", reply_markup=buttons("ja"))
        anna.presses("ja")
        anna.presses("nee")
        anna.presses("ja", message=first.message_id)
        with pytest.raises(LookupError, match="misschien"):
            anna.presses("misschien")
        queries = [one.callback_query for one in await bot.get_updates() if one.callback_query]
        shown = [(one.data, one.message.message_id) for one in queries if one.message]
        assert shown == [("ja", first.message_id + 1), ("nee", first.message_id), ("ja", first.message_id)]
        await queries[0].answer("Bewaard")
        assert anna.seen[-1].what == "alert"
        server.clock.advance(timedelta(minutes=2))
        for late in (queries[1].id, "none"):
            with pytest.raises(BadRequest, match="Query is too old"):
                await bot.answer_callback_query(late)


async def test_files_go_both_ways_with_their_bytes() -> None:
    """Photos, documents and albums by upload and by id; people's files by download, to 20 MB."""
    async with talking() as (server, bot, anna):
        sent = await bot.send_photo(anna.id, PNG, "foto", filename="a.png")
        again = await bot.send_photo(anna.id, sent.photo[-1].file_id)
        await bot.send_media_group(anna.id, [InputMediaPhoto(PNG, "een"), InputMediaPhoto(PNG)])
        await bot.send_document(anna.id, b"%PDF", filename="verslag.pdf")
        files = [one.file for one in anna.messages]
        assert [one.data for one in files if one] == [PNG, PNG, PNG, PNG, b"%PDF"]
        assert again.photo[-1].file_id == sent.photo[-1].file_id
        anna.sends_photo(b"\xff\xd8\xff of Anna")
        (update,) = await bot.get_updates()
        assert update.message
        found = await update.message.photo[-1].get_file()
        assert await found.download_as_bytearray() == b"\xff\xd8\xff of Anna"
        large = server.world.keep("film", "video/mp4", bytes(20 * 1024 * 1024 + 1), "videos")
        with pytest.raises(BadRequest, match="File is too big"):
            await bot.get_file(large.id)


async def test_the_rest_of_the_methods_answer() -> None:
    """Chats, members, menus, reactions, polls, typing, leaving."""
    async with talking() as (server, bot, anna):
        group = server.group("Wijkverband", anna)
        assert (await bot.get_me()).can_read_all_group_messages
        assert (await bot.get_chat(group.id)).title == "Wijkverband"
        assert (await bot.get_chat_member(group.id, anna.id)).status == "member"
        assert (await bot.get_chat_member(group.id, server.person("Bert").id)).status == "left"
        await bot.set_my_commands([BotCommand("status", "mijn signalen")], language_code="nl")
        assert [one.command for one in await bot.get_my_commands(language_code="nl")] == ["status"]
        assert await bot.get_my_commands() == ()
        with pytest.raises(BadRequest):
            await bot.set_my_commands([BotCommand("Status!", "x")])
        await bot.send_chat_action(anna.id, "typing")
        await bot.set_message_reaction(anna.id, anna.says("fijn"), "👍")
        assert anna.seen[-1].what == "reaction"
        assert (await bot.send_poll(anna.id, "Eens?", ["ja", "nee"])).poll
        await bot.leave_chat(group.id)
        with pytest.raises(Forbidden, match="not a member"):
            await bot.send_message(group.id, "x")
        other = Bot("7000001:other", server.base_url)
        with pytest.raises(InvalidToken):
            await other.initialize()
        await other.shutdown()


async def test_faults_come_where_and_as_often_as_they_were_laid() -> None:
    """Then all is as before; what was accepted did happen."""
    async with talking() as (server, bot, anna):
        bert = server.person("Bert")
        bert.starts()
        server.faults.add(faults.limited(3), "sendMessage", chat=bert.id, times=2)
        await bot.send_message(anna.id, "een")
        for _ in range(2):
            with pytest.raises(RetryAfter):
                await bot.send_message(bert.id, "x")
        await bot.send_message(bert.id, "twee")
        for fault in (faults.cut(accepted=False), faults.broken(502)):
            server.faults.add(fault, "sendMessage")
            with pytest.raises(NetworkError):
                await bot.send_message(anna.id, "nooit")
        for fault in (
            faults.cut(accepted=True),
            faults.cut(accepted=True, half=True),
            faults.broken(accepted=True),
        ):
            server.faults.add(fault, "sendMessage")
            with pytest.raises(NetworkError):
                await bot.send_message(anna.id, "toch")
        server.faults.add(faults.slow(2), "sendMessage")
        with pytest.raises(TimedOut):
            await bot.send_message(anna.id, "laat", read_timeout=0.2)
        assert [one.text for one in anna.messages] == ["een", "toch", "toch", "toch", "laat"]
        assert [one.code for one in server.called("sendMessage")][:4] == [200, 429, 429, 200]


async def test_chance_is_the_same_every_time() -> None:
    """A share of the calls, from a seed: a run that failed can be run again."""
    met = []
    for _ in range(2):
        laid = faults.Faults(seed=5)
        laid.add(faults.broken(), share=0.1, times=None)
        met.append([laid.meet("sendmessage", "1") is not None for _ in range(200)])
    assert met[0] == met[1]
    assert 5 < sum(met[0]) < 40


async def test_sending_too_fast_is_counted_and_punished_on_request() -> None:
    """One a second per chat, twenty a minute per group."""
    async with talking(punish=True) as (server, bot, anna):
        await bot.send_message(anna.id, "een")
        with pytest.raises(RetryAfter):
            await bot.send_message(anna.id, "twee")
        assert server.limits.broken == 1
        group = server.group("Wijkverband", anna).chat
        waits = [server.limits.wait(group, 1e8 + 1.5 * n) for n in range(25)]
        assert waits[:20] == [0] * 20
        assert waits[20] == 30
        crowd = [server.world.chats.setdefault(n, type(group)(n, "private", "x")) for n in range(40)]
        assert sum(server.limits.wait(one, 1e9) > 0 for one in crowd) == 10
