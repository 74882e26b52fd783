"""The Telegram of the tests tells and hears what the real one does, asked by the library the bot uses."""

import asyncio
import sys

import aiohttp
import pytest
from aiohttp import web
from telegram import (
    Bot,
    Update,
)
from telegram.error import BadRequest, Conflict, RetryAfter

from tests.servers.talking import PNG, buttons, talking
from tests.servers.telegram.world import Seen

pytestmark = pytest.mark.asyncio


@pytest.fixture(autouse=True)
def durations(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library tells the time of a 429 as a duration then, and warns otherwise."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


async def test_every_update_of_people_is_one_that_the_library_reads() -> None:
    """Nothing in it that the real Telegram would not send."""
    async with talking() as (server, bot, anna):
        first = anna.says("hallo")
        anna.says("antwoord", reply_to=first)
        anna.edits(first, "hallo!")
        anna.forwards("doorgestuurd")
        anna.edits(anna.sends_photo(PNG, "foto"), "andere foto")
        anna.sends_album([PNG, PNG], "album")
        anna.sends_voice()
        anna.sends_location(52.0, 5.0)
        anna.sends_venue(52.0, 5.0, "Park", "Laan 1")
        anna.sends_contact()
        anna.sends_sticker()
        anna.sends_document(b"%PDF")
        anna.sends_video("film")
        anna.throws_dice()
        anna.blocks()
        anna.unblocks()
        group = server.group("Wijkverband", anna)
        anna.says("in de groep", group, anonymous=True)
        bert = server.person("Bert")
        group.joins(bert)
        group.leaves(bert)
        group.becomes_supergroup()
        group.removes_bot()
        group.adds_bot(admin=True, payload="code")
        found = await bot.get_updates()
    assert len(found) == 29
    assert [one.update_id for one in found] == sorted(one.update_id for one in found)
    assert all(one.message or one.edited_message or one.my_chat_member for one in found)
    said = [one.message for one in found if one.message]
    assert said[1].reply_to_message
    assert said[2].forward_origin
    assert said[4].media_group_id == said[5].media_group_id
    assert found[20].message
    assert found[20].message.sender_chat
    assert not any(part.api_kwargs for one in found for part in (one, one.effective_message) if part)


async def test_only_a_higher_offset_forgets_updates() -> None:
    """Asking again without it gives the same; a limit gives the oldest; a negative one keeps the last."""
    async with talking() as (server, bot, anna):
        for number in range(5):
            anna.says(str(number))
        first = await bot.get_updates()
        assert await bot.get_updates() == first
        assert await bot.get_updates(limit=2) == first[:2]
        assert await bot.get_updates(offset=first[2].update_id) == first[2:]
        assert await bot.get_updates(offset=-1) == first[-1:]
        assert await bot.get_updates(offset=first[-1].update_id + 1) == ()
        assert server.updates.waiting == []


async def test_a_long_question_ends_when_something_comes() -> None:
    """And not before."""
    async with talking() as (server, bot, anna):
        asked = asyncio.ensure_future(bot.get_updates(timeout=30))
        await server.updates.asked()
        assert not asked.done()
        anna.says("nu")
        assert [one.message.text for one in await asked if one.message] == ["nu"]


async def test_only_kinds_that_are_asked_for_are_kept() -> None:
    """The setting stays until it is changed."""
    async with talking() as (_, bot, anna):
        await bot.get_updates(allowed_updates=[Update.MY_CHAT_MEMBER])
        anna.says("ongehoord")
        anna.blocks()
        assert [one.my_chat_member is not None for one in await bot.get_updates()] == [True]


async def test_two_questions_at_once_and_a_webhook_are_conflicts() -> None:
    """409 for the earlier one, and for any as long as there is a webhook."""
    async with talking() as (server, bot, _), Bot(server.token, server.base_url) as other:
        asked = asyncio.ensure_future(bot.get_updates(timeout=30))
        await server.updates.asked()
        assert await other.get_updates() == ()
        with pytest.raises(Conflict, match="terminated by other getUpdates"):
            await asked
        await bot.set_webhook("https://example.org/hook")
        with pytest.raises(Conflict, match="webhook is active"):
            await bot.get_updates()
        assert (await bot.get_webhook_info()).url == "https://example.org/hook"
        await bot.delete_webhook()
        assert await bot.get_updates() == ()


async def test_a_webhook_gets_each_update_until_it_takes_it() -> None:
    """In order, with the secret, and again after anything but 2xx."""
    heard: list[tuple[str, str]] = []
    enough = asyncio.Event()

    async def hook(request: web.Request) -> web.Response:
        said = (await request.json())["message"]["text"]
        heard.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), said))
        if len(heard) == 3:
            enough.set()
        return web.Response(status=500 if len(heard) == 1 else 200)

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with talking() as (_, bot, anna):
        with pytest.raises(BadRequest, match="an https url"):
            await bot.set_webhook("http://example.org/hook")
        await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="geheim")
        anna.says("een")
        anna.says("twee")
        async with asyncio.timeout(5):
            await enough.wait()
        assert heard == [("geheim", "een"), ("geheim", "een"), ("geheim", "twee")]
        info = await bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
        await bot.delete_webhook()
    await runner.cleanup()


async def test_privacy_mode_hides_talk_in_groups() -> None:
    """Commands, mentions and answers to the bot still come; an administrator hears all."""
    async with talking(privacy=True) as (server, bot, anna):
        group = server.group("Wijkverband", anna)
        asked = await bot.send_message(group.id, "Wat doen we?")
        anna.says("onder ons", group)
        anna.says("/status", group)
        anna.says("dit", group, reply_to=asked.message_id)
        anna.says("hoi @wijkbot", group)
        other = server.group("Ander", anna, bot=False)
        other.adds_bot(admin=True)
        anna.says("alles", other)
        found = [one.message.text for one in await bot.get_updates() if one.message and one.message.text]
        assert found == ["/status", "dit", "hoi @wijkbot", "alles"]


async def test_waiting_for_words_tells_what_came_instead() -> None:
    """Found when it comes, and an error that shows the screen when it does not."""
    async with talking() as (_, bot, anna):
        looking = asyncio.ensure_future(anna.sees("bewaard"))
        await bot.send_message(anna.id, "Uw signaal is bewaard.")
        assert isinstance(await looking, Seen)
        with pytest.raises(AssertionError, match="Uw signaal"):
            await anna.sees("anders", within=0.05)


async def test_the_server_runs_as_a_program_of_its_own() -> None:
    """A bot in any process can use it, and people are told what to do over HTTP."""
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.servers.telegram", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    assert program.stdout
    try:
        async with asyncio.timeout(30), aiohttp.ClientSession() as client:
            _, base_url, _, files, _, token = (await program.stdout.readline()).decode().split()
            control = base_url.removesuffix("/bot") + "/control"

            async def tell(path: str, **arguments: object) -> object:
                async with client.post(f"{control}/{path}", json=arguments) as answer:
                    return (await answer.json()).get("result")

            anna = await tell("people", name="Anna")
            group = await tell("groups", title="Wijkverband", people=[anna])
            await tell(f"people/{anna}/starts", payload="boomgaard")
            await tell(f"people/{anna}/sends_photo", data="iVBORw0KGgo=", caption="kijk")
            await tell(f"people/{anna}/says", text="in de groep", room=group)
            assert await tell(f"people/{anna}/flies") is None
            await tell("clock", advance=3600)
            await tell("faults", fault="limited", after=3, method="sendMessage")
            async with Bot(token, base_url, files) as bot:
                said = [one.message for one in await bot.get_updates() if one.message]
                assert [one.text or one.caption for one in said][1:] == [
                    "/start boomgaard",
                    "kijk",
                    "in de groep",
                ]
                with pytest.raises(RetryAfter):
                    await bot.send_message(int(str(anna)), "Dag")
                await bot.send_message(int(str(anna)), "Dag", reply_markup=buttons("ja"))
            async with client.get(f"{control}/people/{anna}/seen") as answer:
                (seen,) = (await answer.json())["result"]
            assert (seen["text"], seen["buttons"]) == ("Dag", [["ja", "ja"]])
            async with client.get(f"{control}/calls") as answer:
                assert [one["code"] for one in (await answer.json())["result"]][-2:] == [429, 200]
    finally:
        program.terminate()
        await program.communicate()
