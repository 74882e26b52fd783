"""What is said when messages of some days may be lost: to who wrote then, and to the coordinators."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from domain.districts import NETHERLANDS, District
from domain.messages import Kind, Message, PersonKey, Text
from domain.rounds import local_day
from storage import outbox, people
from storage.engine import Connection


@dataclass(frozen=True, slots=True)
class Gap:
    """From when to when, and the texts about it: for residents and for coordinators."""

    first: datetime
    last: datetime
    residents: str
    coordinators: str


def days_text(key: str, first: date, last: date) -> Text:
    """A text about these days, or about one."""
    return Text(key, {"first": first, "last": last, "days": "same" if first == last else "apart"})


async def tell(
    connection: Connection,
    districts: Collection[District],
    writers: Collection[tuple[PersonKey, str | None]],
    gap: Gap,
) -> int:
    """Each of these writers, with their wijk, and each coordinator hears it once; gives how many that are."""
    roles = {one.slug: await people.coordinators(connection, one.slug) for one in districts}
    readers = {to for each in roles.values() for to in each}
    zones = {one.slug: one.zone for one in districts}

    def words(key: str, slug: str | None) -> Text:
        zone = zones.get(slug or "", NETHERLANDS)
        return days_text(key, local_day(gap.first, zone), local_day(gap.last, zone))

    said = [
        Message(key, words(gap.residents, slug), kind=Kind.UPDATE)
        for key, slug in writers
        if key not in readers
    ]
    said += [
        Message(to, words(gap.coordinators, slug), kind=Kind.NOTICE)
        for slug, each in roles.items()
        for to in each
    ]
    await outbox.queue(connection, said, gap.last)
    return len(said)
