"""Listening: nothing is acknowledged before the caller asks on, and nothing stops it that waiting mends."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta

import aiohttp
import pytest

from bot.chat import AnotherInstance, Batch, Incoming, Moved, Press, Start, Unreadable, Words
from bot.telegram.polling import pause
from bot.telegram.wire import TooMany
from tests.bot.on_telegram import account, connected, message
from tests.servers.telegram import faults
from tests.servers.telegram.faults import Fault
from tests.servers.telegram.params import Params
from tests.servers.telegram.server import TOKEN, TelegramServer

pytestmark = pytest.mark.asyncio


def texts(batch: Batch) -> list[str]:
    """What was said in a batch."""
    return [one.content.text for one in batch.events if isinstance(one.content, Words)]


async def heard(events: AsyncIterator[Batch], wanted: int) -> list[Incoming]:
    """So many events, from as many batches as they come in."""
    found: list[Incoming] = []
    async with asyncio.timeout(10):
        while len(found) < wanted:
            found += (await anext(events)).events
    return found


async def test_asking_for_the_next_batch_acknowledges_the_last() -> None:
    """Until then Telegram keeps everything: a crash in between loses nothing."""
    async with connected() as (telegram, chat, anna):
        anna.says("een")
        anna.says("twee")
        async with aclosing(chat.listen()) as events:
            assert texts(await anext(events)) == ["een", "twee"]
            assert len(telegram.updates.waiting) == 2
            anna.says("drie")
            assert texts(await anext(events)) == ["drie"]
            assert len(telegram.updates.waiting) == 1


async def test_a_crash_before_the_next_question_gives_the_batch_again() -> None:
    """The same events with the same ids, so that the dedup key knows them."""
    async with connected() as (_, chat, anna):
        anna.says("een")
        async with aclosing(chat.listen()) as events:
            first = await anext(events)
        async with aclosing(chat.listen()) as events:
            assert await anext(events) == first


async def test_repeats_disorder_and_lower_numbers_all_come_through() -> None:
    """After a quiet week Telegram may number from a lower start; nothing hides behind an old offset."""
    async with connected() as (telegram, chat, anna):
        for number in range(150):
            anna.says(str(number))
        telegram.updates.shuffle(seed=3)
        async with aclosing(chat.listen()) as events:
            assert {one.content for one in await heard(events, 150)} == {Words(str(n)) for n in range(150)}
            telegram.updates.restart(1_000)
            anna.says("na een stille week")
            (event,) = await heard(events, 1)
            assert (event.event_id, event.content) == ("1000", Words("na een stille week"))
            telegram.updates.again(1_000)
            assert (await heard(events, 1))[0] == event


async def test_a_quiet_while_gives_no_batch() -> None:
    """Only something that happened comes out, even if it took longer than one question lasts."""
    async with connected() as (telegram, chat, anna):
        telegram.faults.add(Fault(200, body='{"ok": true, "result": []}'), "getUpdates", times=3)
        anna.says("toch nog")
        async with aclosing(chat.listen()) as events:
            assert texts(await anext(events)) == ["toch nog"]
        assert len(telegram.called("getUpdates")) == 4


@pytest.mark.parametrize(
    "fault",
    [
        faults.broken(500),
        faults.broken(502),
        faults.limited(1),
        faults.cut(accepted=True),
        faults.cut(accepted=True, half=True),
        faults.cut(accepted=False),
        faults.garbled(),
        Fault(200, body="[]"),
    ],
)
async def test_listening_outlasts_a_telegram_that_is_down(fault: Fault) -> None:
    """It waits and asks again; what was given out but never arrived comes again."""
    async with connected() as (telegram, chat, anna):
        anna.says("een")
        telegram.faults.add(fault, "getUpdates", times=2)
        telegram.faults.add(faults.broken(503), "getMe")
        async with aclosing(chat.listen()) as events:
            assert texts(await anext(events)) == ["een"]
        assert telegram.faults.met == 3


async def test_bad_updates_are_parked_and_the_good_ones_between_them_arrive() -> None:
    """Also one that is no JSON at all: the batch is then fetched one by one."""
    async with connected() as (telegram, chat, anna):
        anna.says("een")
        telegram.updates.put_raw({"message": {"text": 5}})
        anna.says("twee")
        telegram.updates.put_text(
            telegram.updates.next_id, f'{{"update_id": {telegram.updates.next_id}, "message": oops'
        )
        telegram.updates.next_id += 1
        anna.says("drie")
        deep = telegram.updates.next_id
        telegram.updates.put_text(deep, f'{{"update_id": {deep}, "message": {"[" * 5_000}{"]" * 5_000}}}')
        telegram.updates.next_id += 1
        anna.says("vier")
        async with aclosing(chat.listen()) as events:
            found = await heard(events, 7)
        assert [one.content.text for one in found if isinstance(one.content, Words)] == [
            "een",
            "twee",
            "drie",
            "vier",
        ]
        assert sum(isinstance(one.content, Unreadable) for one in found) == 3
        assert found[5].event_id == str(deep)


async def test_updates_without_a_number_before_a_torn_one_are_passed() -> None:
    """Only the number of the torn one acknowledges them; what stood before and comes after them arrives."""
    async with connected() as (telegram, chat, anna):
        nameless = {"message": {"text": 5, "update_id": 999_999_999_999}}
        for at in range(2):
            telegram.updates.put_text(telegram.updates.next_id, json.dumps(nameless | {"at": at}))
            telegram.updates.next_id += 1
        torn = telegram.updates.put_torn("oops")
        anna.says("daarna")
        async with aclosing(chat.listen()) as events:
            found = await heard(events, 4)
            anna.says("verder")
            assert (await heard(events, 1))[0].content == Words("verder")
            assert len(telegram.updates.waiting) == 1
    assert [type(one.content) for one in found] == [Unreadable, Unreadable, Unreadable, Words]
    assert found[0].event_id.startswith("raw-")
    assert found[0].event_id != found[1].event_id
    assert found[2].event_id == str(torn)


async def test_another_program_that_polls_ends_this_one() -> None:
    """No fight: the caller leaves with 75."""
    async with connected() as (telegram, chat, _), aclosing(chat.listen()) as events:
        waiting = asyncio.ensure_future(anext(events))
        await telegram.updates.asked()
        async with aiohttp.ClientSession() as other, other.get(f"{telegram.base_url}{TOKEN}/getUpdates"):
            with pytest.raises(AnotherInstance):
                await waiting


async def test_a_foreign_webhook_is_told_and_left_alone() -> None:
    """Somebody else may depend on it: a person decides."""
    async with connected() as (telegram, chat, _):
        await telegram.delivery.set_webhook(Params({"url": "https://other.example/hook"}))
        with pytest.raises(PermissionError, match=r"webhook at other\.example"):
            await chat.check()
        with pytest.raises(PermissionError, match="webhook"):
            await anext(chat.listen())
        assert telegram.delivery.url == "https://other.example/hook"


async def test_a_webhook_set_while_listening_ends_it_with_words() -> None:
    """The questions then get 409, which is not another instance."""
    async with connected() as (telegram, chat, anna):
        anna.says("een")
        async with aclosing(chat.listen()) as events:
            await anext(events)
            await telegram.delivery.set_webhook(Params({"url": "https://other.example/hook"}))
            with pytest.raises(PermissionError, match="webhook"):
                await anext(events)


async def test_a_revoked_token_ends_listening_with_words() -> None:
    """One line, without the token and without a trace of the library's own words."""
    async with connected() as (telegram, chat, anna):
        anna.says("een")
        async with aclosing(chat.listen()) as events:
            await anext(events)
            telegram.revoked = True
            with pytest.raises(PermissionError) as told:
                await anext(events)
        assert TOKEN not in str(told.value)
        assert told.value.__suppress_context__


async def test_a_pressed_button_stops_waiting_after_the_batch_was_kept() -> None:
    """Not before: the little clock on the button says that nothing is kept yet."""
    async with connected() as (telegram, chat, anna):
        await chat.send(message(anna, "Zelfde?", ("Ja", "tok-1"), ("Nee", "tok-2")))
        query = telegram.world.queries[anna.presses("Nee")]
        async with aclosing(chat.listen()) as events:
            batch = await anext(events)
            assert [one.content for one in batch.events] == [Press("tok-2")]
            assert not query.answered
            anna.says("verder")
            await anext(events)
            assert query.answered


async def test_a_button_that_cannot_be_answered_stops_nothing() -> None:
    """Best effort: the press itself is kept."""
    async with connected() as (telegram, chat, anna):
        await chat.send(message(anna, "Zelfde?", ("Ja", "tok-1")))
        anna.presses("Ja")
        telegram.faults.add(faults.broken(500), "answerCallbackQuery")
        async with aclosing(chat.listen()) as events:
            await anext(events)
            anna.says("verder")
            assert texts(await anext(events)) == ["verder"]


async def test_the_menu_is_hung_out_per_language_at_the_start() -> None:
    """Once, before the first batch; a menu that is refused does not matter."""
    async with TelegramServer() as telegram:
        chat = account(telegram)
        chat._commands = {
            "": [("status", "my signals")],
            "nl": [("status", "mijn signalen")],
            "xx": [("Fout!", "x")],
        }
        telegram.person("Anna").starts("boomgaard")
        async with chat, aclosing(chat.listen()) as events:
            assert (await anext(events)).events[0].content == Start("boomgaard")
        scope = json.dumps({"type": "default"})
        assert telegram.world.commands == {
            (scope, ""): [{"command": "status", "description": "my signals"}],
            (scope, "nl"): [{"command": "status", "description": "mijn signalen"}],
        }


async def test_a_group_tells_of_its_bot_its_words_and_its_move() -> None:
    """With the start code of a `?startgroup=` link, and privacy of the group as Telegram has it."""
    async with connected() as (telegram, chat, anna):
        telegram.world.privacy = True
        group = telegram.group("Wijkverband", anna, bot=False)
        group.adds_bot(payload="code-1")
        anna.says("onder elkaar", group)
        anna.says("/status@wijkbot", group)
        group.becomes_supergroup()
        async with aclosing(chat.listen()) as events:
            found = [one.content for one in await heard(events, 5)]
        assert found[1:] == [Start("code-1"), Words("/status"), Moved(str(group.id)), Moved(str(group.id))]
        assert not chat.hears_groups


async def test_neither_token_nor_words_reach_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG, with faults: the libraries below would tell both."""
    caplog.set_level(logging.DEBUG)
    async with connected() as (telegram, chat, anna):
        anna.says("kanarie-in")
        telegram.updates.put_torn('"kanarie-kapot')
        telegram.faults.add(faults.broken(500), "getUpdates")
        telegram.faults.add(Fault(502, body="<html>kanarie-pagina"), "sendMessage")
        telegram.faults.add(Fault(200, body="kanarie-pagina"), "sendMessage")
        async with aclosing(chat.listen()) as events:
            await anext(events)
            for _ in range(3):
                await chat.send(message(anna, "kanarie-uit"))
    assert caplog.records
    assert "kanarie" not in caplog.text
    assert TOKEN not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_waits_grow_to_a_minute_with_jitter() -> None:
    """Each at most twice the last, never a storm; a time that Telegram names is kept."""
    fault = ValueError()
    waits = [pause(failures, fault, 1.0) for failures in range(40)]
    assert all(0.5 * 2**n <= wait <= 2**n for n, wait in enumerate(waits[:6]))
    assert max(waits) <= 60
    assert len(set(waits)) > 30
    assert pause(0, TooMany(timedelta(seconds=9)), 1.0) == 9
