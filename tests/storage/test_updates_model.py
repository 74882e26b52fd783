"""Owed and delivered, compared with a model that knows no SQL, over many made-up rounds."""

from random import Random

import pytest

from domain.events import PersonWiped, RoundClosed, SignalWithdrawn, UpdatesWanted
from domain.messages import Kind
from domain.promises import NoNews
from domain.signals import SignalNumber
from storage import links, promises, schema, updates, waiting
from storage.engine import Connection, Store
from tests.storage.a_wijk import (
    AFTER,
    BOOMGAARD,
    NOW,
    OCTOBER,
    PROMISE,
    does,
    not_now,
    person,
    reports,
    says,
    taken_up,
)

pytestmark = pytest.mark.asyncio
NAMES = tuple("abcdefgh")
ROUNDS = 15


class Model:
    """Who gave and follows what, who stopped, took back or left, in plain sets."""

    def __init__(self) -> None:
        self.signals: list[tuple[SignalNumber, str]] = []
        self.groups: list[list[SignalNumber]] = []
        self.followers: set[tuple[SignalNumber, str]] = set()
        self.withdrawn: set[SignalNumber] = set()
        self.stopped: set[str] = set()
        self.wiped: set[str] = set()

    def first_of(self, numbers: set[SignalNumber]) -> dict[str, SignalNumber]:
        """Everybody who hears of these signals, with the number that is quoted to them."""
        found: dict[str, SignalNumber] = {}
        for number, writer in self.signals:
            if number in numbers and number not in self.withdrawn and writer not in self.wiped:
                for name in (writer, *sorted(who for one, who in self.followers if one == number)):
                    if name not in self.stopped | self.wiped:
                        found.setdefault(name, number)
        return found

    def owed(self) -> set[tuple[str, str, SignalNumber]]:
        """Every update of the round: who, which, quoting what."""
        inside = {number for group in self.groups[:5] for number in group}
        outside = {number for number, _ in self.signals} - inside
        told = [
            ("chosen" if rank == 0 else "not-chosen", set(group))
            for rank, group in enumerate(self.groups[:5])
        ]
        return {
            (name, kind, quoted)
            for kind, numbers in [*told, ("not-among-five", outside)]
            for name, quoted in self.first_of(numbers).items()
        }


async def live(connection: Connection, chance: Random) -> Model:
    """A round as it may go: signals in up to seven topics or none, and people who come and go."""
    model = Model()
    for _ in range(chance.randint(1, 25)):
        name = chance.choice(NAMES)
        model.signals.append((await says(connection, name), name))
    numbers = [number for number, _ in model.signals]
    chance.shuffle(numbers)
    cuts = sorted(chance.randint(0, len(numbers)) for _ in range(chance.randint(1, 7)))
    model.groups = [numbers[start:end] for start, end in zip([0, *cuts], cuts, strict=False)]
    for _ in range(chance.randint(0, 4)):
        number, name = chance.choice(numbers), chance.choice(NAMES)
        await does(connection, name)
        await links.follow(connection, person(name), number, NOW)
        model.followers.add((number, name))
    for number, name in model.signals:
        if chance.random() < 0.15:
            await does(connection, name, SignalWithdrawn(number))
            model.withdrawn.add(number)
    for name in NAMES:
        if chance.random() < 0.15:
            await does(connection, name, UpdatesWanted(wanted=False))
            model.stopped.add(name)
        elif chance.random() < 0.1:
            await does(connection, name, PersonWiped())
            model.wiped.add(name)
    return model


async def heard(connection: Connection) -> list[tuple[str, str, SignalNumber]]:
    """Every update in the outbox: who, which, quoting what."""
    rows = await connection.execute(schema.outbox.select().where(schema.outbox.c.kind == Kind.UPDATE))
    return [(row.recipient[2:], row.text_key.removeprefix("update-"), row.signal) for row in rows]


@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_exactly_the_reporters_hear_it_whatever_happened(store: Store, seed: int) -> None:
    """Nobody else, nobody twice, nobody forgotten; and no promise stays open unseen."""
    async with store.begin() as connection:
        model = await live(connection, Random(seed))
        for rank, topic in enumerate(await reports(connection, *model.groups)):
            if rank < 5:
                await does(connection, "partner", taken_up(topic) if rank == 0 else not_now(topic), now=AFTER)
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        told = await heard(connection)
        assert len(told) == len(set(told))
        assert set(told) == model.owed()
        assert await updates.reconcile(connection, BOOMGAARD.slug) == ()
        assert await promises.tell_no_news(connection, BOOMGAARD.slug, PROMISE, PROMISE, AFTER) == NoNews()
        assert sum((await waiting.counts(connection)).values()) == len(told)
