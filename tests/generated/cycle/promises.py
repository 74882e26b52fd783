"""What must hold after every step, whatever happened."""

import csv
import io
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta

from sqlalchemy import Text, cast, func, select

from domain.ledger import Ledger
from domain.messages import Kind
from domain.report import FEWEST
from domain.rounds import RoundName
from reports.tables import Table, csv_of
from scheduler.calendar import telling_day
from storage import ledger, schema, updates, vault
from storage.states import Delivery
from tests.bot.scripted import BOOMGAARD
from tests.generated.cycle.world import World

GONE_WITHIN = timedelta(minutes=2)
"""`wissen` promises a minute; a step ends after what is due was done."""


async def each_signal_once(world: World) -> list[object]:
    """What somebody said and was kept is one signal; its number is of one person, for ever."""
    async with world.at.house.store.read() as connection:
        rows = (await connection.execute(select(schema.signals))).all()
    texts = Counter(row.text for row in rows)
    found: list[object] = [text for text, times in texts.items() if times > 1 and text in world.model.said]
    numbers = world.model.numbers
    return found + [row.number for row in rows if numbers.setdefault(row.number, row.person) != row.person]


async def open_or_answered(world: World) -> list[object]:
    """Every standing signal has a promise still to come, or was answered (P18)."""
    standing = select(schema.signals).where(schema.signals.c.withdrawn_at.is_(None))
    async with world.at.house.store.read() as connection:
        told = set((await connection.execute(select(schema.updates.c.person))).scalars())
        rows = (await connection.execute(standing)).all()
    today = telling_day(world.clock(), BOOMGAARD.zone)
    return [
        row.number for row in rows if not (row.person in told if row.answered_at else row.promise_on > today)
    ]


async def ledger_adds_up(world: World) -> list[object]:
    """Owed minus delivered minus everybody with a reason is nothing, and nobody lacks in any round (P4)."""
    found: list[object] = []
    async with world.at.house.store.read() as connection:
        found += await updates.reconcile(connection, BOOMGAARD.slug)
        for name in await ledger.rounds_with_people(connection, BOOMGAARD.slug):
            one = await ledger.of_round(connection, BOOMGAARD.slug, name, BOOMGAARD.zone, world.clock())
            found += _unexplained(world, name, one)
    return found


def _unexplained(world: World, name: RoundName, one: Ledger) -> list[object]:
    there = len(world.model.there.get(name, ())) + world.model.left[name]
    return [(name, there, one)] if one.difference or one.forgotten or one.owed != there else []


async def news_to_its_reporters(world: World) -> list[object]:
    """News quotes a signal, and goes to who wrote or follows it, pushed once at most (P2, P4)."""
    box, told = schema.outbox, schema.signals
    async with world.at.house.store.read() as connection:
        news = select(
            box.c.recipient, box.c.signal, told.c.person, schema.followers.c.person.label("follows")
        )
        news = news.join_from(box, told, told.c.number == box.c.signal).outerjoin(
            schema.followers,
            (schema.followers.c.signal == box.c.signal) & (schema.followers.c.person == box.c.recipient),
        )
        rows = (await connection.execute(news.where(box.c.kind == Kind.UPDATE))).all()
    found: list[object] = [tuple(row) for row in rows if row.recipient not in (row.person, row.follows)]
    return found + [(id_, times) for id_, times in (await world.pushes()).items() if times > 1]


async def one_report_each(world: World) -> list[object]:
    """A round has one report, and its coordinator got it once (P7)."""
    rounds, box = schema.rounds, schema.outbox
    several = select(rounds.c.district, rounds.c.name).group_by(rounds.c.district, rounds.c.name)
    files = select(box.c.recipient, box.c.attachment).where(box.c.text_key == "report-file")
    files = files.group_by(box.c.recipient, box.c.attachment).having(func.count() > 1)
    async with world.at.house.store.read() as connection:
        twice = (await connection.execute(several.having(func.count() > 1))).all()
        return [*map(tuple, twice), *map(tuple, (await connection.execute(files)).all())]


async def wiped_are_nowhere(world: World) -> list[object]:
    """Neither the key nor a word of somebody who wiped everything, in either store (P11)."""
    gone = {who: it for who, it in world.model.wiped.items() if world.clock() - it[0] >= GONE_WITHIN}
    if not gone:
        return []
    traces = [(who, trace) for who, (_, said) in gone.items() for trace in (world.at.key(who), *said)]
    found: list[object] = []
    async with world.at.house.store.read() as connection:
        for table in schema.metadata.sorted_tables:
            for row in await connection.execute(select(*[cast(column, Text) for column in table.columns])):
                held = " ".join(cell for cell in row if cell)
                found += [(table.name, who) for who, trace in traces if trace in held]
    async with world.at.house.store.vault_begin() as safe:
        addresses = set((await safe.execute(select(vault.addresses.c.key))).scalars())
    return found + [("vault", who) for who in gone if world.at.key(who) in addresses]


async def nothing_for_nobody(world: World) -> list[object]:
    """What waits to be sent has somebody to go to, and nothing is half sent."""
    box = schema.outbox
    waits = select(box.c.recipient, box.c.state).where(box.c.state.not_in([Delivery.SENT, Delivery.DEAD]))
    async with world.at.house.store.read() as connection:
        rows = (await connection.execute(waits)).all()
    async with world.at.house.store.vault_begin() as safe:
        addresses = set((await safe.execute(select(vault.addresses.c.key))).scalars())
    return [tuple(row) for row in rows if row.recipient not in addresses or row.state is Delivery.SENDING]


async def few_are_not_counted(world: World) -> list[object]:
    """No breakdown of any report says a number of one to four people (P8)."""
    async with world.at.house.store.read() as connection:
        reported = select(schema.rounds.c.name).where(schema.rounds.c.reported_at.isnot(None))
        names = sorted((await connection.execute(reported)).scalars())
    found: list[object] = []
    for name in names[-2:]:
        report = await world.at.house.pages.find(BOOMGAARD.slug, name)
        made = csv_of(report, Table.REACH, world.at.house.ticks.say).decode("utf-8-sig")
        people = ((row, row["people"]) for row in csv.DictReader(io.StringIO(made)))
        found += [tuple(row.items()) for row, count in people if count and 0 < int(count) < FEWEST]
    return found


PROMISES: tuple[Callable[[World], Awaitable[list[object]]], ...] = (
    each_signal_once,
    open_or_answered,
    ledger_adds_up,
    news_to_its_reporters,
    one_report_each,
    wiped_are_nowhere,
    nothing_for_nobody,
    few_are_not_counted,
)
