"""The service: all parts built from settings, run in one task group, ended by cancelling it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import listening
from bot.answered import Answered
from bot.attachments import Attachments
from bot.chat import Chat, Platform
from bot.following import follow
from bot.health import SERVICE, troubles
from bot.intake import Intake
from bot.keys import Keys
from bot.leaving import leave_one
from bot.mail import Mail, Posting
from bot.model.encoder import Model
from bot.model.meaning import Meaning
from bot.model.reader import Reader
from bot.nearby import Nearby
from bot.outlasting import IDLE, either, end_when_asked, finished, outlast
from bot.photos import fetch_one
from bot.report_pages import ReportPages, finder
from bot.same_key import must_be_the_same
from bot.sender import Sender
from bot.silence import Silence
from bot.situation import Gatherer
from bot.texts import FIRST, Words
from bot.wijk_pages import WijkPages
from domain.districts import District
from domain.rounds import local_day, span_of
from scheduler.bundled import bundled, model_of
from scheduler.ticks import Ticks
from storage import account, settling, turns
from storage.engine import STORE_DOWN, Store, open_store
from storage.faults import plain
from storage.periods import Keeping

log = logging.getLogger(__name__)

TICK = 5
"""Seconds between looks at what is due."""
FRESH = 20.0
"""Seconds between bundlings of the running rounds, when there is something new."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything that runs, wired."""

    store: Store
    words: Words
    districts: tuple[District, ...]
    chats: Mapping[Platform, Chat]
    intake: Intake
    sender: Sender
    nearby: Nearby
    ticks: Ticks
    news: asyncio.Event
    """Set when something was said since the last bundling."""
    clock: Callable[[], datetime]
    pages: ReportPages
    """The report at a link of its own."""
    wijk: WijkPages
    """The page of each wijk, for everybody."""
    silence: Silence
    """Whether a platform was silent for so long that something may be lost."""
    meaning: Meaning | None = None
    """What a model makes of signals, when there is one."""
    mail: Mail | None = None
    """The report by e-mail, for who asked for it."""
    alive: Callable[[], None] = lambda: None
    """Called after every look at what is due: nothing is stuck."""

    async def send_all(self) -> None:
        """Until nothing is due, and everybody who left is gone."""
        while any([await self.sender.send_one(platform) for platform in self.chats]):
            pass
        await self.sender.forget_gone()

    async def bundle_now(self) -> None:
        """Bundle the running round of every wijk anew."""
        now = self.clock()
        for district in self.districts:
            name = span_of(district.rhythm, local_day(now, district.zone)).name
            await self.nearby.refresh(district.slug, name)

    async def read_all(self) -> None:
        """Let the model read what it did not read yet, as far as it can now."""
        while self.meaning is not None and await self.meaning.keep_some():
            pass

    async def run(self) -> None:
        """For ever. A platform that is down retries inside its own task; only our own faults end this."""
        scheduler = AsyncIOScheduler(timezone="UTC")
        scheduler.add_job(self._tick_until_the_end, "interval", seconds=TICK, coalesce=True, max_instances=1)
        async with asyncio.TaskGroup() as tasks:
            others = [
                tasks.create_task(follow(self.intake, chat, self.sender.halted))
                for chat in self.chats.values()
            ]
            sending: list[Callable[[], Awaitable[None]]] = [
                *(partial(self._send, one) for one in self.chats for _ in range(self._at_once(one))),
                *([self._post] if self.mail else []),
            ]
            senders = [tasks.create_task(outlast(part)) for part in sending]
            beside = (self._guard, self._bundle, self._fetch_photos, self._leave_strangers)
            parts = [*beside, *([self._read] if self.meaning else [])]
            others += [tasks.create_task(outlast(part)) for part in parts]
            scheduler.start()
            try:
                await self.tick_if_possible()
                await asyncio.get_running_loop().create_future()
            finally:
                scheduler.shutdown(wait=False)
                self.sender.end()
                await finished(senders, others)

    def _at_once(self, platform: Platform) -> int:
        return self.sender.limits[platform].at_once

    async def tick(self) -> None:
        """Do what is due now, and leave a sign of life."""
        now = self.clock()
        await self.ticks.tick(now)
        unnoted = await settling.note_again(self.store, now)
        async with self.store.begin() as connection:
            await turns.after_clock_back(connection, now)
            await listening.keep(connection, self.chats.values(), now)
            model = self.meaning.trouble if self.meaning else ""
            for sign in (SERVICE, *troubles(self.store.trouble, unnoted, self.sender.halted, model)):
                await account.beat(connection, sign, now)
            if await account.wiped_lately(connection, now):
                self.news.set()
        await self.silence.look(now)
        await self.sender.forget_gone()
        self.sender.ring()

    async def tick_if_possible(self) -> None:
        """The same, or later: what is due stays due."""
        try:
            await self.tick()
        except STORE_DOWN as fault:
            log.error("the store does not answer now: %s", plain(fault))  # noqa: TRY400 - known, no trace
        self.alive()

    async def _tick_until_the_end(self) -> None:
        """As the scheduler has it: that the service ends during a look is no fault of the look."""
        with suppress(asyncio.CancelledError):
            await self.tick_if_possible()

    async def _send(self, platform: Platform) -> None:
        """One of those who send there. What is due later is found by looking again."""
        await self.sender.recover()
        with self.sender.bell() as bell:
            while not self.sender.ending.is_set():
                bell.clear()
                while await self.sender.send_one(platform):
                    pass
                await either(bell, self.sender.rest(platform).total_seconds())

    async def _guard(self) -> None:
        """Who lost the lock sends nothing, and ends when another one has it; a damaged store ends it too."""
        while True:
            await self.store.look()
            await asyncio.sleep(IDLE)

    async def _bundle(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            self.news.clear()
            began = loop.time()
            await self.bundle_now()
            # A round that takes long to bundle is bundled less often: answers go first.
            await asyncio.sleep(max(FRESH, 9 * (loop.time() - began)))
            await self.news.wait()

    async def _read(self) -> None:
        """Beside the intake: a signal never waits for this, and a model that is away costs nothing else."""
        while self.meaning is not None:
            if await self.meaning.keep_some():
                self.news.set()
            else:
                await asyncio.sleep(TICK)

    async def _post(self) -> None:
        """Beside the chats: a mail server that is down keeps nobody waiting but its own readers."""
        if self.mail is None:
            return
        await self.mail.recover()
        while not self.sender.ending.is_set():
            sent = await self.mail.send_one()
            end_when_asked()
            if not sent:
                await either(self.sender.ending, 0, TICK)

    async def _fetch_photos(self) -> None:
        after = 0
        while True:
            after = await fetch_one(self.store, self.chats, self.clock(), after)
            if not after:
                await asyncio.sleep(TICK)

    async def _leave_strangers(self) -> None:
        while True:
            if not await leave_one(self.store, self.chats, self.clock()):
                await asyncio.sleep(TICK)


@asynccontextmanager
async def built(
    where: str | Keeping,
    secret: str,
    districts: Sequence[District],
    chats: Sequence[Chat],
    clock: Callable[[], datetime],
    *,
    model: Model | None = None,
    address: str = "",
    posting: Posting | None = None,
) -> AsyncIterator[House]:
    """Open the store, take the instance lock and wire the parts. Raises StoreInUse or StoreUnusable.

    `address` is where pages of the service are read, when they are.
    """
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(open_store(where))
        await stack.enter_async_context(store.hold_instance_lock())
        keys = Keys(secret)
        await must_be_the_same(store, keys)
        await settling.settle(store, clock())
        if model is not None:
            stack.push_async_callback(model.close)
        places = tuple(districts)
        yield _wired(store, keys, places, tuple(chats), clock, model=model, address=address, posting=posting)


def _wired(
    store: Store,
    keys: Keys,
    districts: tuple[District, ...],
    chats: tuple[Chat, ...],
    clock: Callable[[], datetime],
    *,
    model: Model | None,
    address: str,
    posting: Posting | None,
) -> House:
    words, find = Words(), finder(store, districts)
    news = asyncio.Event()
    by_platform = {chat.platform: chat for chat in chats}

    def committed() -> None:
        sender.ring()
        news.set()

    meaning = Meaning(store, Reader(model), partial(model_of, store)) if model is not None else None
    nearby = Nearby(partial(bundled, store), words, districts, meaning)
    pages = ReportPages(words, keys, find, address)
    papers = Attachments(store, words, find, districts)
    zones = {district.slug: district.zone for district in districts}
    sender = Sender(store, by_platform, words, papers, Answered(store, keys), clock, zones=zones)
    intake = Intake(store, keys, Gatherer(words, districts, nearby, pages.link), clock, committed)
    speak = partial(words.say, language=FIRST)
    return House(
        store,
        words,
        districts,
        by_platform,
        intake,
        sender,
        nearby,
        Ticks(store, districts, speak, by_model=meaning is not None, link=pages.link, periods=store.periods),
        news,
        clock,
        pages,
        WijkPages(store, words, districts, chats, clock),
        Silence(store, chats, districts),
        meaning,
        Mail(store, words, keys, find, pages.link, clock, posting) if posting else None,
    )
