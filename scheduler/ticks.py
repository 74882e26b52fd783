"""One look at what is due, and one unit of work for each thing that is.

What was done is in the data (a report, a reminder, an update), never in the memory of a timer, so looking
twice does nothing twice, and looking late does it late.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.actions import Action
from domain.districts import District
from domain.messages import Kind, Message, Recipient, Text
from domain.rounds import RoundStatus, local_day, span_of
from handlers import owner
from scheduler.calendar import MORNING, NEW_PROMISE, ended, reminders, telling_day
from scheduler.rounds import Reporter
from storage import account, actions, feedback, outbox, people, promises, retention, rounds, updates
from storage.engine import Connection, Store

DRAFT_WAITS = timedelta(days=3)
"""After this the coordinator is told that words still wait for a check."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Everything that time brings, for all wijken of the service."""

    store: Store
    districts: tuple[District, ...]
    say: Callable[[Text], str]
    by_model: bool = False

    async def tick(self, now: datetime) -> None:
        """Do all that is due at this moment."""
        for district in self.districts:
            await self.report(district, now)
            if now.astimezone(district.zone).time() >= MORNING:
                await self._remind(district, now)
            await self._keep_promises(district, now)
        await self._forget_old(now)

    async def report(self, district: District, now: datetime) -> None:
        """The running round exists; of rounds that are over the report is made."""
        running = span_of(district.rhythm, local_day(now, district.zone))
        async with self.store.begin() as connection:
            await rounds.ensure(connection, district.slug, running)
            known = await rounds.rounds_of(connection, district.slug)
        collecting = (one.span for one in known if one.status is RoundStatus.COLLECTING)
        for span in ended(collecting, now, district.zone):
            await Reporter(self.store, self.say, self.by_model).make(district, span, now)

    async def _remind(self, district: District, now: datetime) -> None:
        today = local_day(now, district.zone)
        async with self.store.begin() as connection:
            coordinators = await people.coordinators(connection, district.slug)
            for kind, action in reminders(await actions.open_actions(connection, district.slug), today):
                due = action.first_step_on if kind == "first-step" else action.check_on
                if await account.remind_once(connection, kind, str(action.id), due.isoformat(), now):
                    await outbox.queue(connection, _reminder(kind, action, coordinators), now)
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

    async def _keep_promises(self, district: District, now: datetime) -> None:
        """At the promise date, when nothing was decided: said honestly, and the coordinator hears it too."""
        day = telling_day(now, district.zone)
        async with self.store.begin() as connection:
            told = await promises.tell_no_news(connection, district.slug, day, day + NEW_PROMISE, now)
            if told:
                text = Text("coordinator-no-news-told", {"people": told, "next": day + NEW_PROMISE})
                coordinators = await people.coordinators(connection, district.slug)
                await outbox.queue(
                    connection, [Message(to, text, kind=Kind.NOTICE) for to in coordinators], now
                )

    async def _forget_old(self, now: datetime) -> None:
        """Once a day what is kept long enough goes."""
        async with self.store.begin() as connection:
            if not await account.remind_once(connection, "retention", "service", f"{now:%Y-%m-%d}", now):
                return
            await retention.forget(connection, now)
            for district in self.districts:
                await self._reconcile(connection, district, now)
        await self.store.overwrite_what_was_deleted()

    async def _reconcile(self, connection: Connection, district: District, now: datetime) -> None:
        """Owed minus told: nobody may be forgotten silently, so a gap alarms a person."""
        gaps = await updates.reconcile(connection, district.slug)
        if gaps:
            text = Text("coordinator-gaps", {"count": len(gaps)})
            coordinators = await people.coordinators(connection, district.slug)
            await outbox.queue(connection, [Message(to, text, kind=Kind.NOTICE) for to in coordinators], now)


_REMINDERS = {
    "first-step": owner.first_step_reminder,
    "promise": owner.promise_reminder,
    "check": owner.check_reminder,
    "overdue": owner.overdue_notice,
}


def _reminder(kind: str, action: Action, coordinators: tuple[Recipient, ...]) -> list[Message]:
    """To the owner; to the coordinator when the owner has no phone here, or says nothing."""
    has_phone = action.owner_key is not None and kind != "overdue"
    readers: tuple[Recipient, ...] = (action.owner_key,) if has_phone and action.owner_key else coordinators
    return [_REMINDERS[kind](action, reader) for reader in readers]
