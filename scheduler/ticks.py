"""One look at what is due, and one unit of work for each thing that is.

What was done is in the data (a report, a reminder, an update), never in the memory of a timer, so looking
twice does nothing twice, and looking late does it late.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.districts import District
from domain.messages import Kind, Message, Recipient, Text
from domain.rounds import RoundStatus, local_day, span_of
from scheduler import looked_up, noticing, promises
from scheduler.calendar import MORNING, ended
from scheduler.reminding import remind
from scheduler.rounds import Reporter, no_link
from storage import account, feedback, keeping, outbox, pauses, people, rounds
from storage.engine import Connection, Store
from storage.periods import PROMISED, Periods

DRAFT_WAITS = timedelta(days=3)
"""After this the coordinator is told that words still wait for a check."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Everything that time brings, for all wijken of the service."""

    store: Store
    districts: tuple[District, ...]
    say: Callable[[Text], str]
    by_model: bool = False
    link: Callable[[str, str], str] = no_link
    """Wijk and round -> where the page of its report is read."""
    periods: Periods = PROMISED

    async def tick(self, now: datetime) -> None:
        """Do all that is due at this moment; while nothing is sent nothing falls due but cleaning."""
        async with self.store.read() as connection:
            paused = await pauses.now_paused(connection) is not None
        for district in self.districts:
            await (self._begin_round if paused else self._bring)(district, now)
        await self._forget_old(now)

    async def _bring(self, district: District, now: datetime) -> None:
        """What time brings a wijk."""
        await self.report(district, now)
        if now.astimezone(district.zone).time() >= MORNING:
            await self._remind(district, now)
            async with self.store.begin() as connection:
                await promises.warn(connection, district, now)
                await noticing.ask(connection, district, now)
                await noticing.tell(connection, district, now)
        async with self.store.begin() as connection:
            await promises.tell(connection, district, now)
            await looked_up.tell(connection, district, now)

    async def report(self, district: District, now: datetime) -> None:
        """The running round exists; of rounds that are over the report is made."""
        await self._begin_round(district, now)
        async with self.store.read() as connection:
            known = await rounds.rounds_of(connection, district.slug)
        collecting = (one.span for one in known if one.status is RoundStatus.COLLECTING)
        for span in ended(collecting, now, district.zone):
            await Reporter(self.store, self.say, self.by_model, self.link).make(district, span, now)

    async def _begin_round(self, district: District, now: datetime) -> None:
        """Also during a pause: what is said in it has to be reported one day."""
        running = span_of(district.rhythm, local_day(now, district.zone))
        async with self.store.begin() as connection:
            await rounds.ensure(connection, district.slug, running)

    async def _remind(self, district: District, now: datetime) -> None:
        async with self.store.begin() as connection:
            await remind(connection, district, now)
            coordinators = await people.coordinators(connection, district.slug)
            await self._remind_of_drafts(connection, district, coordinators, now)

    async def _remind_of_drafts(
        self, connection: Connection, district: District, coordinators: tuple[Recipient, ...], now: datetime
    ) -> None:
        fresh = [
            draft
            for draft, slug in await feedback.drafts_since(connection, now - DRAFT_WAITS)
            if slug == district.slug and await account.remind_once(connection, "draft", str(draft), "", now)
        ]
        if fresh:
            text = Text("coordinator-draft-waits", {"count": len(fresh)})
            await outbox.queue(connection, [Message(to, text, kind=Kind.NOTICE) for to in coordinators], now)

    async def _forget_old(self, now: datetime) -> None:
        """Once a day what is kept long enough goes; ended half-way it goes on."""
        today = f"{now:%Y-%m-%d}"
        if not await self._was_done("retention", today):
            await keeping.forget_old(self.store, now, self.periods)
            async with self.store.begin() as connection:
                for district in self.districts:
                    await promises.settle(connection, district, now)
                await account.remind_once(connection, "retention", "service", today, now)
        await self._empty_log(today, now)

    async def _empty_log(self, today: str, now: datetime) -> None:
        """After it; where somebody is reading in it, again an hour later."""
        if await self._was_done("log", today) or await self._was_done("log-read", f"{now:%Y-%m-%d %H}"):
            return
        emptied = await self.store.overwrite_what_was_deleted()
        kind, due = ("log", today) if emptied else ("log-read", f"{now:%Y-%m-%d %H}")
        async with self.store.begin() as connection:
            await account.remind_once(connection, kind, "service", due, now)

    async def _was_done(self, kind: str, due: str) -> bool:
        async with self.store.read() as connection:
            return await account.was_given(connection, kind, "service", due)
