"""Does it help? Reporters are asked once, at the check moment; its owner hears how many notice nothing."""

from datetime import datetime

from domain.districts import District
from domain.feedback import FeedbackKind
from domain.messages import Kind, Message, Recipient, Text
from domain.report import FEWEST
from domain.rounds import local_day
from scheduler.calendar import NEW_PROMISE
from storage import account, noticing, outbox, people, updates
from storage.engine import Connection
from storage.feedback import Prepared, release
from storage.noticing import Disappointed

SAID, TODAY = "no-difference", "no-difference-on"
"""How many were told of, and on which day: once a day at most, and only when there are more."""


async def ask(connection: Connection, district: District, now: datetime) -> None:
    """At the check moment of what was started: do its reporters notice a difference yet?"""
    today = local_day(now, district.zone)
    for one in await noticing.to_ask(connection, district.slug, today):
        # The owner has not spoken since it was started: this is what people hear today, with a new day.
        asked = Prepared(
            district=district.slug,
            kind=FeedbackKind.ASKED,
            topic=one.topic,
            title=one.title,
            next_on=today + NEW_PROMISE,
        )
        ready = await release(connection, asked, now)
        await updates.fan_out(connection, ready, now, at_most=district.asks_per_month)


async def tell(connection: Connection, district: District, now: datetime) -> None:
    """To owner and coordinator: so many people notice no difference. Never who, and never in what words."""
    found = await noticing.disappointed(connection, district.slug)
    coordinators = await people.coordinators(connection, district.slug) if found else ()
    today = local_day(now, district.zone).isoformat()
    for one in found:
        about = str(one.action)
        given = {(row.kind, row.due) for row in await account.given(connection, (SAID, TODAY), (about,))}
        if given & {(SAID, str(one.people)), (TODAY, today)}:
            continue
        await account.remind_once(connection, SAID, about, str(one.people), now)
        await account.remind_once(connection, TODAY, about, today, now)
        await outbox.queue(connection, _messages(one, coordinators), now)


def _messages(one: Disappointed, coordinators: tuple[Recipient, ...]) -> list[Message]:
    """The coordinator reads signals and hears the number; to a partner a small number is not told."""
    to: dict[Recipient, int] = dict.fromkeys(coordinators, one.people)
    if one.owner is not None:
        to.setdefault(one.owner, one.people if one.people >= FEWEST else 0)
    return [
        Message(reader, Text("effect-not-yet", {"title": one.title, "people": people}), kind=Kind.NOTICE)
        for reader, people in to.items()
    ]
