"""The program starts here, and only here clock, platforms and command line are put together."""

import asyncio
import contextlib
import gc
import logging
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from rich.console import Console

from bot import log, metrics
from bot.chat import AnotherInstance
from bot.command_line import Tools, build
from bot.commands.models import model_of
from bot.commands.platforms import matrix, posting_of, telegram
from bot.config import ConfigError, Settings, secret, secrets_in_use
from bot.demo import DemoClock, Director, phones_of, sample_district
from bot.health import reasons
from bot.hearing import load_words
from bot.service import built
from bot.systemd import Notices
from bot.texts import FIRST, Words
from domain.messages import PersonKey
from storage import vault
from storage.engine import Store, StoreUnusable
from storage.locks import StoreInUse
from web.app import metrics as metrics_route
from web.app import service as service_app
from web.demo import Site
from web.report import report_route
from web.serving import serving
from web.wijk import WijkSite

if TYPE_CHECKING:
    from bot.matrix import Matrix
    from bot.telegram.account import Telegram

FAILED, WRONG_SETTINGS, IN_USE = 1, 2, 75
KNOWN = (AnotherInstance, StoreInUse, StoreUnusable, ConfigError, PermissionError, OSError)
"""Faults that are said in one line: the program is right and something around it is not."""
errors = Console(stderr=True, highlight=False)


def now() -> datetime:
    """The clock: the only place that reads it."""
    return datetime.now(UTC)


def main() -> None:
    """The command `wijksignaal`."""
    log.install()
    build(Tools(clock=now, run=run, demo=demo, address_of=address_of))()


async def address_of(store: Store, person: PersonKey) -> str:
    """For `who show` only: from which chat somebody wrote."""
    async with store.vault_begin() as connection:
        found = await vault.address(connection, person)
    return f"{found.platform}: {found.room}" if found else "No address is kept: everything was wiped."


def run(settings: Settings, _path: Path) -> int:
    """The service, until SIGTERM. 0 when it was asked to stop, 75 when another one runs, else 1."""
    # A long bundling in its thread gives way to answers after a tenth of a millisecond, not after five: an
    # answer lets go of the interpreter at every statement to SQLite, and waits so long to get it back.
    sys.setswitchinterval(0.0001)
    log.install(settings.service.log, settings.service.log_level, secrets_in_use(settings))
    return _ended(_serve(settings, Notices.of(os.environ)))


def demo(port: int, folder: Path | None) -> int:
    """The demo page. The same codes as `run`."""
    place = folder or Path(mkdtemp(prefix="wijksignaal-"))
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return _ended(_serve_demo(port, place))


def _ended(service: Coroutine[None, None, None]) -> int:
    try:
        asyncio.run(_until_asked(service))
    except BaseExceptionGroup as group:
        known = group.subgroup(KNOWN)
        if known is None or group.split(KNOWN)[1] is not None:
            raise
        return _said(_first(known))
    except KNOWN as fault:
        return _said(fault)
    return 0


def _said(fault: BaseException) -> int:
    """One plain line, and the exit code that fits."""
    errors.print(f"wijksignaal: {fault}", style="red", markup=False, soft_wrap=True)
    if isinstance(fault, AnotherInstance | StoreInUse):
        return IN_USE
    return WRONG_SETTINGS if isinstance(fault, ConfigError) else FAILED


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    inner = group.exceptions[0]
    return _first(inner) if isinstance(inner, BaseExceptionGroup) else inner


async def _until_asked(service: Coroutine[None, None, None]) -> None:
    """Run until the end, SIGTERM or Ctrl-C; being cancelled is how everything closes, in order."""
    task = asyncio.ensure_future(service)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def _serve(settings: Settings, notices: Notices) -> None:
    async with AsyncExitStack() as stack:
        chats = platforms(settings)
        for chat in chats:
            await stack.enter_async_context(chat)
            await chat.check()
        key = secret(settings.service.secret, settings.service.secret_file, "service.secret")
        house = await stack.enter_async_context(
            built(
                settings.keeping,
                key,
                settings.districts,
                chats,
                now,
                model=model_of(settings),
                address=settings.web.public_url,
                posting=posting_of(settings),
            )
        )
        load_words(house.words)
        # What is loaded by now stays. Looking through it for rubbish, again and again, holds everybody up.
        gc.freeze()
        house.silence.awake = partial(time.clock_gettime, time.CLOCK_BOOTTIME)
        routes = [report_route(house.pages.report), *WijkSite(house.wijk).routes()]
        if settings.web.metrics:
            routes.append(metrics_route(partial(metrics.exposition, house.store, now), metrics.TYPE))
        within = settings.storage.backup_within
        app = service_app(partial(reasons, house.store, now, within), routes)
        await stack.enter_async_context(serving(app, host=settings.web.host, port=settings.web.port))
        logging.getLogger("bot").info("ready: %s", ", ".join(chat.platform for chat in chats))
        notices.ready()
        stack.callback(notices.stopping)
        await replace(house, alive=notices.alive).run()


def platforms(settings: Settings) -> "list[Telegram | Matrix]":
    """The platforms that the settings name. Raises ConfigError when there is none, or a secret is missing."""
    found: list[Telegram | Matrix] = []
    if settings.telegram is not None:
        words, offered = Words(), {one for wijk in settings.districts for one in wijk.languages}
        menus = {"": words.menu(FIRST), **{language: words.menu(language) for language in sorted(offered)}}
        found.append(telegram(settings.telegram, now, menus))
    if settings.matrix is not None:
        found.append(matrix(settings.matrix, now))
    if not found:
        raise ConfigError(["no platform: add a [telegram] or a [matrix] section, or try `wijksignaal demo`"])
    return found


async def _serve_demo(port: int, folder: Path) -> None:
    async with demo_site(port, folder, now) as address:
        errors.print(f"The demo runs at {address} (data in {folder}). Stop with Ctrl-C.", soft_wrap=True)
        await asyncio.get_running_loop().create_future()


@asynccontextmanager
async def demo_site(port: int, folder: Path, real: Callable[[], datetime]) -> AsyncIterator[str]:
    """The demo, running behind its page; gives the address. Port 0 takes a free one."""
    clock, district = DemoClock(real, folder / "clock"), sample_district()
    district = replace(district, page=f"http://127.0.0.1:{port}/wijk/{district.slug}" if port else "")
    local = phones_of(folder, clock)
    async with AsyncExitStack() as stack:
        url = f"sqlite:///{folder / 'demo.sqlite'}"
        house = await stack.enter_async_context(built(url, "demo", (district,), (local,), clock))
        director = Director(house, district, local, clock)
        await director.prepare()
        routes = [report_route(house.pages.report), *WijkSite(house.wijk).routes()]
        site = Site(local, director, pages=routes)
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        running = tasks.create_task(house.run())
        stack.callback(running.cancel)
        house.pages.address = await stack.enter_async_context(serving(site.app, port=port, stop=site.close))
        yield house.pages.address


if __name__ == "__main__":
    main()
