"""The service under load: the unmodified program on one core, the tests' Telegram beside it.

python -m bench.load rate [--signals 30000] [--a-second 50]   from arriving to committed
python -m bench.load backlog [--signals 10000]                what waited at the platform
python -m bench.load updates [--people 20000]                 news for many, at the platform's limit
"""

import argparse
import asyncio
import os
import tempfile
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import psutil

from bench.intake import SAYINGS, Measured, of
from bench.running import service, written
from bot.chat import Incoming, Platform, Start
from bot.keys import Keys
from domain.messages import Kind, Message, PersonKey, Text
from storage import outbox, vault
from storage.engine import open_store
from tests.servers.telegram.__main__ import WallClock
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer
from tests.servers.telegram.updates import Updates

LOOK = 0.2
WIJKEN, SIGNALS_EACH = 20, 10
"""A town: so many wijken, and each who takes part says so much; more in an hour is asked to wait."""
MEGABYTE = 1024 * 1024


class Timed(Updates):
    """Notes how long each update waited until the bot confirmed it, which it does after its commit."""

    def __init__(self) -> None:
        super().__init__()
        self.came: dict[int, float] = {}
        self.took: list[float] = []

    def put_text(self, number: int, text: str) -> None:
        """Something arrives."""
        self.came[number] = perf_counter()
        super().put_text(number, text)

    def confirm(self, offset: int) -> None:
        """Everything given out below the offset is kept by the bot."""
        before = {one.id for one in self.waiting}
        super().confirm(offset)
        now = perf_counter()
        self.took += [now - self.came[id_] for id_ in before - {one.id for one in self.waiting}]


def timed(server: TelegramServer) -> Timed:
    """Let this server note the times of its updates."""
    updates = Timed()
    server.updates = server.world.updates = server.delivery.updates = updates
    return updates


def on_one_core(process: psutil.Process) -> None:
    """The service has the last core for itself; this measurement has the others."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) > 1:
        process.cpu_affinity(cores[-1:])
        os.sched_setaffinity(0, cores[:-1])


async def until(reached: Callable[[], bool], seconds: float) -> float:
    """Wait for this; gives the seconds that it took."""
    began = perf_counter()
    async with asyncio.timeout(seconds):
        while not reached():  # noqa: ASYNC110 - the server rings no bell
            await asyncio.sleep(LOOK)
    return perf_counter() - began


def speaks(person: Person, n: int) -> None:
    """One signal; the number keeps it apart, and is far from 112, which is a word of danger."""
    person.says(f"{SAYINGS[n % len(SAYINGS)]} ({n + 1000})")


async def at_a_rate(asked: argparse.Namespace, folder: Path) -> None:
    """Signals at an even pace, and how long each waited for its commit."""
    async with TelegramServer(clock=WallClock()) as server:
        updates = timed(server)
        people = [server.person(f"P{n}") for n in range(max(1, asked.signals // SIGNALS_EACH))]
        async with service(written(folder, server, WIJKEN)) as (process, _):
            on_one_core(process)
            await _greet(server, people)
            updates.took.clear()
            memory = await _talk(people, asked, process)
            await until(lambda: not server.updates.waiting, 120)
            memory = max(memory, process.memory_info().rss)
    spread = of(updates.took)
    print(
        f"{len(updates.took)} signals at {asked.a_second:g} a second in {WIJKEN} wijken: from arriving to"
        f" committed {_said(spread)}, longest {1000 * max(updates.took):.0f} ms;"
        f" memory at most {memory // MEGABYTE} MB"
    )


async def _greet(server: TelegramServer, people: list[Person]) -> None:
    """Everybody comes in by the link of their wijk, and is welcomed."""
    for n, person in enumerate(people):
        person.starts(f"w{n % WIJKEN}")
    await until(lambda: _pushed(server) >= len(people), 3600)


async def _talk(people: list[Person], asked: argparse.Namespace, process: psutil.Process) -> int:
    """They speak in turn; gives the most memory that was seen."""
    began, memory = perf_counter(), 0
    for n in range(asked.signals):
        await asyncio.sleep(max(0.0, began + n / asked.a_second - perf_counter()))
        speaks(people[n % len(people)], n)
        if n % 100 == 0:
            memory = max(memory, process.memory_info().rss)
    return memory


async def a_backlog(asked: argparse.Namespace, folder: Path) -> None:
    """Everything waits before the service starts."""
    async with TelegramServer(clock=WallClock()) as server:
        updates = timed(server)
        for n in range(asked.signals):
            speaks(server.person(f"P{n}"), n)
        async with service(written(folder, server)) as (process, _):
            on_one_core(process)
            kept = await until(lambda: not server.updates.waiting, 1200)
            answered = kept + await until(lambda: _pushed(server) >= asked.signals, 3600)
    print(
        f"{len(updates.took)} waiting signals: kept after {kept:.0f} s, all answered after {answered:.0f} s,"
        f" {server.limits.broken} times too fast"
    )


async def news_for_many(asked: argparse.Namespace, folder: Path) -> None:
    """One update for each of many people, to a platform that punishes who is too fast."""
    async with TelegramServer(clock=WallClock(), punish=True) as server:
        config = written(folder, server)
        people = [server.person(f"P{n}") for n in range(asked.people)]
        await _owe(folder, server, people)
        async with service(config) as (process, _):
            on_one_core(process)
            took = await until(lambda: _pushed(server) >= asked.people, 3600)
            memory = process.memory_info().rss
        refused = sum(call.code == 429 for call in server.calls)
    print(
        f"{asked.people} updates pushed in {took:.0f} s, {asked.people / took:.1f} a second;"
        f" {refused} times 429; memory {memory // MEGABYTE} MB"
    )


async def _owe(folder: Path, server: TelegramServer, people: list[Person]) -> None:
    """They are known, and something waits for each: of a kind that no quiet hours hold back."""
    for person in people:
        person.starts()
    server.updates.waiting.clear()
    keys, now = Keys((folder / "people.key").read_text()), datetime.now(UTC)
    bot = server.token.partition(":")[0]
    rooms = {_key(keys, bot, person, now): str(person.id) for person in people}
    seen = [vault.Address(key, Platform.TELEGRAM, bot, room, "nl") for key, room in rooms.items()]
    news = [
        Message(key, Text("name", {"name": f"Er is nieuws over uw signaal ({n + 1000})."}), kind=Kind.NOTICE)
        for n, key in enumerate(rooms)
    ]
    async with open_store(f"sqlite:///{folder / 'wijk.sqlite'}") as store:
        async with store.vault_begin() as safe:
            for at in range(0, len(seen), 500):
                await vault.remember_all(safe, seen[at : at + 500])
        async with store.begin() as connection:
            await outbox.queue(connection, news, now)


def _key(keys: Keys, bot: str, person: Person, now: datetime) -> PersonKey:
    here = str(person.id)
    return keys.person(
        Incoming(Platform.TELEGRAM, bot, "0", here, here, private=True, at=now, content=Start())
    )


def _pushed(server: TelegramServer) -> int:
    return sum(call.method == "sendmessage" and call.code == 200 for call in server.calls)


def _said(spread: Measured) -> str:
    return f"{1000 * spread.median:.0f} ms in the middle, {1000 * spread.p99:.0f} ms p99"


def main() -> None:
    """Read the arguments and run one of them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["rate", "backlog", "updates"])
    parser.add_argument("--signals", type=int, default=10_000)
    parser.add_argument("--a-second", type=float, default=50)
    parser.add_argument("--people", type=int, default=20_000)
    asked = parser.parse_args()
    parts: dict[str, Callable[[argparse.Namespace, Path], Coroutine[None, None, None]]] = {
        "rate": at_a_rate,
        "backlog": a_backlog,
        "updates": news_for_many,
    }
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(parts[asked.what](asked, Path(name)))


if __name__ == "__main__":
    main()
