"""The platform refuses us, shares us with another, is away, or has a thousand updates waiting."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.chat import AnotherInstance
from bot.health import signs, wrong
from storage.locks import StoreInUse
from tests.bot.scripted import sqlite, until
from tests.endure.backlog import played
from tests.faults.scene import Clock, first, hurried, receipts, service
from tests.servers.telegram.faults import broken
from tests.servers.telegram.server import TelegramServer

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(240)]
LAMP = "de lantaarn achter de flat is al weken stuk"


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("bot.following.AFTER_HALT", timedelta(seconds=0.1))
    with hurried():
        yield


async def test_the_token_is_revoked(folder: Path) -> None:
    """Nothing is lost and health is red; with a new token of the same bot all that waited goes out, once."""
    clock = Clock()
    async with TelegramServer() as server:
        async with service(sqlite(folder), server, clock) as scene:
            anna = await scene.somebody()
            server.faults.add(broken(502), method="sendMessage", times=None)
            anna.says(LAMP)
            await until(lambda: any(one.code == 502 for one in server.called("sendMessage")))
            server.revoked = True
            server.faults.clear()
            await until(lambda: bool(scene.house.sender.halted))
            await scene.house.tick()
            assert "nothing is sent there until the account works again" in await scene.ails()
            assert not scene.running.done()
        server.revoked, server.token = False, server.token.partition(":")[0] + ":NEW-token-of-the-same-bot"
        async with service(sqlite(folder), server, clock) as scene:
            await anna.sees("is bewaard")
            scene.clock.on(minutes=3)
            async with asyncio.timeout(60):
                while wrong(await signs(scene.house.store), scene.clock()):  # noqa: ASYNC110 - a sign of life
                    await asyncio.sleep(0.05)
            assert (receipts(anna), await scene.count("signals")) == (1, 1)


async def test_a_foreign_webhook(folder: Path) -> None:
    """Somebody gave the bot a webhook: the service ends and names where it points; deleted, all is kept."""
    async with TelegramServer() as server:
        async with httpx.AsyncClient() as web:
            hook = f"{server.base_url}{server.token}/setWebhook"
            await web.post(hook, json={"url": "https://elsewhere.example.org/hook"})
            server.person("Anna").starts("boomgaard")
            with pytest.raises(PermissionError, match=r"webhook at elsewhere\.example\.org: delete that one"):
                await _ended(folder, server)
            await web.post(f"{server.base_url}{server.token}/deleteWebhook")
        anna = server.person("Ben")
        async with service(sqlite(folder), server):
            anna.starts("boomgaard")
            await anna.sees("wat er speelt in De Boomgaard")


async def _ended(folder: Path, server: TelegramServer) -> None:
    """Raises what ended the service."""
    try:
        async with service(sqlite(folder), server) as scene:
            await scene.running
    except BaseExceptionGroup as group:
        raise first(group) from None


async def test_two_instances(tmp_path: Path, folder: Path) -> None:
    """On one store the second is refused; with one bot on two stores the first goes, and nobody fights."""
    other = tmp_path / "other"
    other.mkdir()
    async with TelegramServer() as server:
        with pytest.raises(AnotherInstance):
            await _meets_another(folder, other, server)


async def _meets_another(folder: Path, other: Path, server: TelegramServer) -> None:
    try:
        async with service(sqlite(folder), server) as scene:
            await scene.somebody()
            with pytest.raises(StoreInUse):
                async with service(sqlite(folder), server):
                    pass
            async with service(sqlite(other), server):
                await asyncio.wait_for(asyncio.shield(scene.running), 20)
    except BaseExceptionGroup as group:
        raise first(group) from None


async def test_a_platform_that_is_away(folder: Path) -> None:
    """Telegram answers nothing for a while: the service goes on, and what was said meanwhile is kept once."""
    async with TelegramServer() as server, service(sqlite(folder), server) as scene:
        anna = await scene.somebody()
        server.faults.add(broken(502), times=None)
        anna.says(LAMP)
        await until(lambda: server.faults.met > 3)
        assert receipts(anna) == 0
        server.faults.clear()
        await anna.sees("is bewaard")
        assert not scene.running.done()
        assert await scene.count("signals") == 1


async def test_a_backlog(tmp_path: Path) -> None:
    """A thousand people wrote while the service was away: each is kept once, with one answer ready."""
    went = await played(tmp_path, 1000, answers=False)
    assert (went.kept, went.parked, went.answered, went.twice) == (1000, 0, 1000, 0)
    assert went.ratio < 500
