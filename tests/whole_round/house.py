"""The process under test: the production code, with a clock from a file.

    python -m tests.whole_round.house

Each line on stdin, the path of a config.toml, is one life of the service: a process of its own, forked here
because loading all libraries takes longer than a whole step of the story. It says `born PID`, `ready ADDRESS`
and at the end `ended CODE`. The clock stands beside the config file, and so does the log.

After the path and a tab there may stand at which points of `storage/points.py` this life ends itself by
`kill -9`, as JSON: `{"after_commit": 3}` is the third time that it gets there. It says `reached POINT` first.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.applications import Starlette

from bot.chat import Chat
from bot.config import Settings, load, secret
from bot.local import Groups, Local
from bot.matrix import Matrix
from bot.service import House, built
from bot.telegram.account import Telegram
from bot.telegram.wire import Timeouts
from bot.texts import Words
from storage.engine import STORE_DOWN, open_store
from storage.points import Point, listen
from tests.whole_round.cast import GROUP, MEMBERS, PHONES
from tests.whole_round.clock import Clock
from web.chats import Chats
from web.serving import serving
from web.stage import Phone

log = logging.getLogger(__name__)

IMPATIENT = Timeouts(pause=0.1, between=0.1)
"""A platform that is down in a test is back soon."""
LOOK = 0.02
"""Seconds between looks at the clock's file."""


def main() -> None:
    """One life after the other, until stdin closes."""
    asyncio.run(_warmed())
    for line in sys.stdin:
        config, _, dying = line.strip().partition("\t")
        child = os.fork()
        if child == 0:
            _die_at(json.loads(dying or "{}"))
            os._exit(_live(Path(config)))
        _say(f"born {child}")
        _say(f"ended {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


async def _warmed() -> None:
    """What every life would load or work out first: words, migrations, libraries that load late."""
    Words()
    with TemporaryDirectory() as folder:
        async with open_store(f"sqlite:///{folder}/warm.sqlite"):
            pass


def _say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def _die_at(times: dict[str, int]) -> None:
    met: Counter[Point] = Counter()

    def die(point: Point) -> None:
        met[point] += 1
        if met[point] == times.get(point):
            _say(f"reached {point}")
            os.kill(os.getpid(), signal.SIGKILL)

    listen(die)


def _live(config: Path) -> int:
    written = (config.parent / "house.log").open("a")
    os.dup2(written.fileno(), 2)
    logging.basicConfig(level=logging.INFO, stream=written)
    for chatty in ("httpx", "apscheduler", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        asyncio.run(_until_asked(config))
    except BaseException:
        log.exception("the house fell down")
        return 1
    return 0


async def _until_asked(config: Path) -> None:
    task = asyncio.ensure_future(_serve(config))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await asyncio.wait([task])
    if not task.cancelled():
        await task


async def _serve(config: Path) -> None:
    settings, clock = load(config), Clock(config.parent / "clock")
    key = secret(settings.service.secret, settings.service.secret_file, "service.secret")
    async with AsyncExitStack() as stack:
        chats: list[Chat] = [await stack.enter_async_context(one) for one in _platforms(settings, clock)]
        local: list[Local] = (
            [] if chats else [Local(config.parent / "phones", clock, Groups({GROUP: MEMBERS}))]
        )
        house = await stack.enter_async_context(
            built(settings.storage.url, key, settings.districts, [*chats, *local], clock)
        )
        address = await stack.enter_async_context(_phones(local[0])) if local else "-"
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(house.run())
            tasks.create_task(_follow(house, clock))
            _say(f"ready {address}")


def _platforms(settings: Settings, clock: Clock) -> list[Telegram | Matrix]:
    found: list[Telegram | Matrix] = []
    if (telegram := settings.telegram) is not None:
        token = secret(telegram.token, telegram.token_file, "telegram.token")
        found.append(
            Telegram(token, telegram.base_url, telegram.base_file_url, clock=clock, timeouts=IMPATIENT)
        )
    if (matrix := settings.matrix) is not None:
        password = secret(matrix.password, matrix.password_file, "matrix.password")
        found.append(
            Matrix(
                matrix.homeserver,
                matrix.user_id,
                password,
                matrix.store,
                clock=clock,
                pause=IMPATIENT.pause,
            )
        )
    return found


def _phones(local: Local):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a context manager of `serving`
    async def cast() -> Sequence[Phone]:
        return PHONES

    return serving(Starlette(routes=Chats(local, cast).routes()), port=0)


async def _follow(house: House, clock: Clock) -> None:
    """Time that was moved is noticed at once, as the demo does, and not at the next tick."""
    seen = clock.file.stat().st_mtime_ns
    while True:
        await asyncio.sleep(LOOK)
        house.sender.ring()
        moved = clock.file.stat().st_mtime_ns
        if moved != seen and await _caught_up(house):
            seen = moved


async def _caught_up(house: House) -> bool:
    """Whether all that is due now was done; the store may be away."""
    try:
        await house.tick()
        await house.bundle_now()
    except STORE_DOWN:
        return False
    return True


if __name__ == "__main__":
    main()
