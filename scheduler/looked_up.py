"""Whoever it was looked up of hears so: at once, or 30 days later where that was dangerous."""

from datetime import datetime

from domain.districts import District
from domain.messages import Kind, Message, Text
from domain.rounds import local_day
from storage import outbox, who_reported
from storage.engine import Connection


async def tell(connection: Connection, district: District, now: datetime) -> None:
    """Say it to everybody who has to hear it by now, once."""
    due = await who_reported.to_tell(connection, district.slug, now)
    messages = [
        Message(
            one.person,
            Text(
                "resident-looked-up",
                {
                    "number": one.number,
                    "on": local_day(one.seen_at, district.zone),
                    "why": one.why.value,
                },
            ),
            kind=Kind.NOTICE,
        )
        for one in due
    ]
    await outbox.queue(connection, messages, now, district.slug)
    await who_reported.told(connection, [one.id for one in due], district.slug, now)
