"""Promises that fall due: a warning in time, an honest word on the day, and the account of it every night."""

from datetime import date, datetime, timedelta

from domain.districts import District
from domain.messages import Kind, Message, Text
from domain.promises import NoNews, coming
from domain.rounds import local_day
from handlers.promises import warning
from scheduler.calendar import NEW_PROMISE, telling_day
from storage import account, ledger, outbox, people, promises, updates
from storage.engine import Connection

BEFORE_PROMISE = timedelta(days=2)
"""So long before a promised day the coordinator hears what is missing for it."""


async def warn(connection: Connection, district: District, now: datetime) -> None:
    """Once for each promised day: what is missing, and the way to say why it takes longer."""
    slug, today = district.slug, local_day(now, district.zone)
    found = await promises.due(connection, slug, today + BEFORE_PROMISE)
    if not found:
        return
    reasons, tables = await promises.reasons(connection, slug), await promises.tables(connection, slug)
    readers = await people.coordinators(connection, slug)
    for one in coming(found, tables, reasons):
        if one.on > telling_day(now, district.zone) and await account.remind_once(
            connection, "promise-warning", slug, one.on.isoformat(), now
        ):
            warnings = [warning(district, one, to) for to in readers]
            await outbox.queue(connection, warnings, now, slug)


async def tell(connection: Connection, district: District, now: datetime) -> None:
    """On the day, when nothing was decided: said honestly, and the coordinator hears it too."""
    day = telling_day(now, district.zone)
    told = await promises.tell_no_news(connection, district.slug, day, day + NEW_PROMISE, now)
    if told.people:
        text = _alarm(told, day + NEW_PROMISE)
        readers = await people.coordinators(connection, district.slug)
        await outbox.queue(connection, [Message(to, text, kind=Kind.NOTICE) for to in readers], now)


async def settle(connection: Connection, district: District, now: datetime) -> None:
    """Owed minus told, every night: nobody may be forgotten silently, so a gap alarms a person."""
    forgotten = await ledger.keep_all(connection, district.slug, district.zone, now)
    gaps = await updates.reconcile(connection, district.slug)
    missing = max(forgotten, len({gap.person for gap in gaps}))
    if missing:
        text = Text("coordinator-gaps", {"count": missing})
        readers = await people.coordinators(connection, district.slug)
        await outbox.queue(connection, [Message(to, text, kind=Kind.NOTICE) for to in readers], now)


def _alarm(told: NoNews, next_on: date) -> Text:
    first = Text("coordinator-no-news-told", {"people": told.people, "next": next_on})
    if not (told.again or told.often):
        return first
    return Text("ledger-told-again", {"first": first, "again": told.again, "often": told.often})
