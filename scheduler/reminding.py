"""Reminders of what people agreed: owners of actions, small requests, and steps of practice conversations."""

from datetime import datetime

from domain.districts import District
from domain.fast_lane import SmallRequest
from domain.messages import Message, Recipient
from domain.practice import Practice
from domain.rounds import local_day
from handlers import practice as practising
from handlers.reminders import readers, reminder
from handlers.small_requests import asked_again, late
from scheduler.calendar import CHECK, FIRST_STEP, Due, Given, reminders, requests_due, steps_due
from storage import account, actions, fast_lane, outbox, people, practice
from storage.engine import Connection


async def remind(connection: Connection, district: District, now: datetime) -> None:
    """Everything that somebody has to be reminded of now; each reminder is given once."""
    coordinators = await people.coordinators(connection, district.slug)
    await _remind_owners(connection, district, coordinators, now)
    for kind, request in requests_due(await fast_lane.requests(connection, district.slug), now):
        await _remind_of_request(connection, district, (kind, request), now)
    for one in steps_due(await practice.steps(connection, district.slug), local_day(now, district.zone)):
        await _remind_of_step(connection, one, coordinators, now)


async def _remind_owners(
    connection: Connection, district: District, coordinators: tuple[Recipient, ...], now: datetime
) -> None:
    open_ = await actions.open_actions(connection, district.slug)
    given = await _given(connection, [str(one.id) for one in open_], district)
    for due in reminders(open_, given, local_day(now, district.zone), district.zone):
        if await account.remind_once(connection, due.kind, *_named(due), now):
            to = readers(due.kind, due.action, coordinators)
            messages = [reminder(due.kind, due.action, one) for one in to]
            await outbox.queue(connection, messages, now, district.slug)


def _named(due: Due) -> tuple[str, str]:
    return str(due.action.id), due.moment.isoformat()


async def _given(connection: Connection, about: list[str], district: District) -> Given:
    """The reminders of these actions that were given, with the day in the wijk."""
    kept = await account.given(connection, (*FIRST_STEP, *CHECK), about)
    return {
        (one.kind, int(one.about), datetime.fromisoformat(one.due).date()): local_day(one.at, district.zone)
        for one in kept
    }


async def _remind_of_request(
    connection: Connection, district: District, due: tuple[str, SmallRequest], now: datetime
) -> None:
    kind, request = due
    if not await account.remind_once(connection, kind, request.signal, request.put_at.isoformat(), now):
        return
    if kind == "lane-late":
        await fast_lane.mark_late(connection, request.signal, now)
        to: tuple[Recipient, ...] = await people.coordinators(connection, district.slug)
        messages = [late(request, one) for one in to]
    else:
        day = local_day(request.due_at, district.zone)
        to = await people.deciders(connection, district.slug)
        messages = [asked_again(request, one, day) for one in to]
    await outbox.queue(connection, messages, now, district.slug)


async def _remind_of_step(
    connection: Connection, one: Practice, coordinators: tuple[Recipient, ...], now: datetime
) -> None:
    if await account.remind_once(connection, "practice-step", str(one.id), str(one.due_on), now):
        to = dict.fromkeys([*([one.owner_key] if one.owner_key else []), *coordinators])
        messages: list[Message] = [practising.reminder(one, each) for each in to]
        await outbox.queue(connection, messages, now)
