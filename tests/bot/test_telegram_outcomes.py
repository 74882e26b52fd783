"""Every way in which sending can end, each with the fault really made."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat import Doubt, Halted, Moved, NotSent, Outcome, Refused, Sent, Unreachable
from bot.telegram.account import Telegram
from tests.bot.on_telegram import QUICK, connected, message
from tests.servers.telegram import faults
from tests.servers.telegram.faults import Fault
from tests.servers.telegram.server import TOKEN
from tests.servers.telegram.world import Moments

pytestmark = pytest.mark.asyncio

ROWS: list[tuple[str, Fault, type[Outcome]]] = [
    ("429", faults.limited(7), NotSent),
    ("429 without a time", Fault(429, body="slow down"), NotSent),
    ("429 of 0 seconds", Fault(429, "Too Many Requests: retry after 0", {"retry_after": 0}), NotSent),
    ("can't parse", faults.refused("can't parse entities: Character '.' is reserved"), Refused),
    ("too long", faults.refused("message is too long"), Refused),
    ("413", Fault(413, "Request Entity Too Large"), Refused),
    ("migrated", faults.migrated(-100123), Moved),
    ("blocked", faults.blocked(), Unreachable),
    ("kicked", Fault(403, "Forbidden: bot was kicked from the supergroup chat"), Unreachable),
    ("deactivated", Fault(403, "Forbidden: user is deactivated"), Unreachable),
    ("chat not found", faults.chat_not_found(), Unreachable),
    ("may not write", faults.refused("not enough rights to send text messages to the chat"), Unreachable),
    ("401", Fault(401, "Unauthorized"), Halted),
    ("404", Fault(404, "Not Found"), Halted),
    ("409", Fault(409, "Conflict: terminated by setWebhook request"), NotSent),
    ("500", faults.broken(500), Doubt),
    ("500 after accepting", faults.broken(500, accepted=True), Doubt),
    ("502", faults.broken(502), Doubt),
    ("502 with a page", Fault(502, body="<html>"), Doubt),
    ("line cut before", faults.cut(accepted=False), Doubt),
    ("line cut after", faults.cut(accepted=True), Doubt),
    ("answer cut", faults.cut(accepted=True, half=True), Doubt),
    ("no JSON", faults.garbled(), Doubt),
    ("JSON of another kind", Fault(200, body='{"ok": true}', accepted=True), Doubt),
    ("a list", Fault(200, body="[]", accepted=True), Doubt),
    ("a message without id", Fault(200, body='{"ok": true, "result": {"x": 1}}', accepted=True), Doubt),
    ("slow", faults.slow(3), Doubt),
]


@pytest.mark.parametrize(("fault", "outcome"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
async def test_an_answer_is_sorted_as_the_promises_say(fault: Fault, outcome: type[Outcome]) -> None:
    """One call, one fault on the wire, one outcome; and the next message goes through."""
    async with connected() as (telegram, chat, anna):
        telegram.faults.add(fault, "sendMessage")
        ended = await chat.send(message(anna))
        assert type(ended) is outcome, ended
        assert TOKEN not in repr(ended)
        assert isinstance(await chat.send(message(anna)), Sent)


@pytest.mark.parametrize(("fault", "outcome"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
async def test_an_edit_is_sorted_the_same_way(fault: Fault, outcome: type[Outcome]) -> None:
    """Editing is how a doubt is resolved: it must sort its own failures alike."""
    async with connected() as (telegram, chat, anna):
        sent = await chat.send(message(anna))
        assert isinstance(sent, Sent)
        telegram.faults.add(fault, "editMessageText")
        ended = await chat.edit(message(anna, "Anders"), sent.message)
        assert type(ended) is outcome, ended


async def test_a_limit_names_its_time() -> None:
    """429 counts as such and says when; without a time of its own, a second."""
    async with connected() as (telegram, chat, anna):
        telegram.faults.add(faults.limited(7), "sendMessage")
        assert await chat.send(message(anna)) == NotSent(
            "too many requests, wait 7 s", timedelta(seconds=7), limited=True
        )
        telegram.faults.add(Fault(429, body="{"), "sendMessage")
        ended = await chat.send(message(anna))
        assert isinstance(ended, NotSent)
        assert (ended.after, ended.limited) == (timedelta(seconds=1), True)


async def test_a_real_block_and_a_real_move_end_as_such() -> None:
    """Not by a fault laid in, but because of what people did."""
    async with connected() as (telegram, chat, anna):
        group = telegram.group("Wijkverband", anna)
        old, new = group.id, group.becomes_supergroup()
        assert await chat.send(message(str(old))) == Moved(str(new))
        group.removes_bot()
        assert isinstance(await chat.send(message(str(new))), Unreachable)
        anna.blocks()
        assert isinstance(await chat.send(message(anna)), Unreachable)
        anna.unblocks()
        assert isinstance(await chat.send(message(anna)), Sent)
        anna.deletes_account()
        assert isinstance(await chat.send(message(anna)), Unreachable)
        assert isinstance(await chat.send(message(telegram.person("Nooit gestart"))), Unreachable)
        telegram.revoked = True
        assert isinstance(await chat.send(message(anna)), Halted)


async def test_a_doubt_after_accepting_was_delivered_once() -> None:
    """Why a doubt is never sent again: the person may have it already."""
    async with connected() as (telegram, chat, anna):
        telegram.faults.add(faults.cut(accepted=True), "sendMessage")
        assert isinstance(await chat.send(message(anna, "Nieuws")), Doubt)
        assert [one.text for one in anna.messages] == ["Nieuws"]


async def ended_without_server(base_url: str) -> Outcome:
    """How sending ends when nobody answers there."""
    chat = Telegram(TOKEN, base_url, base_url, clock=Moments(), timeouts=replace(QUICK, connect=0.2))
    async with chat:
        return await chat.send(message("5"))


async def test_a_refused_connection_is_not_sent() -> None:
    """Nobody listens: nothing left this machine."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert isinstance(await ended_without_server(f"http://127.0.0.1:{port}/bot"), NotSent)


async def test_an_unknown_host_is_not_sent() -> None:
    """The name of the server cannot be found."""
    assert isinstance(await ended_without_server("http://telegram.invalid/bot"), NotSent)


async def test_a_connect_timeout_is_not_sent() -> None:
    """The library tells it like a read timeout; the cause behind it decides."""
    with deaf() as port:
        ended = await ended_without_server(f"http://127.0.0.1:{port}/bot")
    assert ended == NotSent("ConnectTimeout")


@contextmanager
def deaf() -> Iterator[int]:
    """A port whose queue is full: connections neither come through nor are refused."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.settimeout(0)
            one.connect_ex(server.getsockname())
        yield server.getsockname()[1]
        for one in waiting:
            one.close()


async def test_a_full_pool_is_not_sent() -> None:
    """All connections busy with slow answers: the next message never left."""
    async with connected(replace(QUICK, read=5.0)) as (telegram, chat, anna):
        telegram.faults.add(faults.slow(2), "sendMessage", times=16)
        ended = await asyncio.gather(*(chat.send(message(anna)) for _ in range(17)))
        assert ended.count(NotSent("PoolTimeout")) == 1
        assert sum(isinstance(one, Sent) for one in ended) == 16
