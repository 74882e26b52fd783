"""A wijk in which everything can be done, with somebody of every role, beside a second wijk."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import func, select

from bot.chat import Start, Words
from domain.agreements import NEEDED
from domain.decisions import Outcome, Plan
from domain.events import (
    AgreementBegun,
    AgreementChanged,
    AgreementSettled,
    Event,
    FastLaneAnswered,
    Invited,
    Occasion,
    PartBegun,
    PracticeAnswered,
    PutInFastLane,
    ScoringMoved,
    SignalGiven,
    TopicAnswered,
    TopicScored,
    WhoAsked,
)
from domain.held import Reason
from domain.invitations import Grant, hash_of
from domain.meeting import Part, Scoring
from domain.messages import Act, Choice, Message, PersonKey, Recipient, RoomKey, Text
from domain.people import Role
from domain.practice import PracticePart
from domain.rounds import RoundName, Span
from domain.signals import SignalNumber, Source
from domain.topics import Evidence, Topic
from domain.who_reported import Why
from handlers.states import Idle, State, dump
from storage import agreements, apply, buttons, conversations, people, rounds, schema
from tests.bot.scripted import BOOMGAARD, Street

NOW = datetime(2026, 11, 3, 19, 0, tzinfo=UTC)
HAVEN = replace(BOOMGAARD, slug="haven", name="De Haven", neighbourhoods=("Kade",), centres={})
WIJKEN = (BOOMGAARD, HAVEN)
OCTOBER = Span(RoundName("2026-10"), date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = Span(RoundName("2026-11"), date(2026, 11, 1), date(2026, 11, 30))
GROUP = "groep"
CODE = "Zx8" + "q1W-" * 4 + "7Yt"

CAST: dict[str, frozenset[Role]] = {
    "resident": frozenset(),
    "professional": frozenset({Role.PROFESSIONAL}),
    "volunteer": frozenset({Role.VOLUNTEER}),
    "expert": frozenset({Role.EXPERT}),
    "partner": frozenset({Role.PARTNER}),
    "coordinator": frozenset({Role.COORDINATOR}),
    "asker": frozenset({Role.COORDINATOR}),
    "owner": frozenset({Role.VOLUNTEER}),
    "elsewhere": frozenset(),
}
"""Everybody in De Boomgaard with the roles that count there. `asker` is a second coordinator, `owner` owns
the action and the step; `elsewhere` has every role, in De Haven."""
OF_NO_CONCERN = {
    "audit",
    "buttons",
    "conversations",
    "inbox",
    "outbox",
    "people",
    "sequences",
    "sqlite_sequence",
}
"""Tables in which hearing somebody, answering and refusing leave a trace."""


@dataclass(slots=True)
class World:
    """The street with what is in it by name."""

    street: Street
    things: dict[str, str]
    taught: Path
    """A copy of the store as it was made."""
    path: Path

    def key(self, who: str) -> PersonKey:
        return self.street.key(who)

    @property
    def room(self) -> RoomKey:
        return self.street.house.intake.keys.room(self.street.chat.platform, GROUP)

    def restore(self) -> None:
        """As it was made."""
        with closing(sqlite3.connect(self.taught)) as made, closing(sqlite3.connect(self.path)) as now:
            made.backup(now)

    def facts(self, without: str = "") -> dict[str, list[str]]:
        """Every row of every table that matters, but rows in which this stands."""
        found = {}
        with closing(sqlite3.connect(self.path)) as store:
            names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for name in sorted(set(names) - OF_NO_CONCERN):
                rows = map(repr, store.execute(f'SELECT * FROM "{name}" ORDER BY 1'))  # noqa: S608 - a table
                found[name] = [row for row in rows if not without or without not in row]
        return found

    def log(self) -> list[str]:
        """What the audit log says was done, the oldest first."""
        with closing(sqlite3.connect(self.path)) as store:
            return [what for (what,) in store.execute("SELECT what FROM audit ORDER BY id")]

    async def stands(self, here: Recipient, state: State) -> None:
        """Their conversation stands here."""
        async with self.street.house.store.begin() as connection:
            await conversations.keep(connection, here, dump(state), (), self.street.clock())

    async def button(self, here: Recipient, acts: Sequence[Act], district: str = BOOMGAARD.slug) -> list[str]:
        """Buttons in somebody's chat or in the room, as a message would have brought them."""
        choices = tuple(Choice(Text("x"), act) for act in acts)
        async with self.street.house.store.begin() as connection:
            made = await buttons.make_buttons(
                connection, [Message(here, Text("x"), choices)], self.street.clock(), district
            )
        return list(made[0])

    async def heard(self, since: int, here: Recipient) -> list[str]:
        """The keys of what this chat was told after that row of the outbox."""
        asked = select(schema.outbox.c.text_key).where(
            schema.outbox.c.id > since, schema.outbox.c.recipient == here
        )
        async with self.street.house.store.read() as connection:
            return list((await connection.execute(asked.order_by(schema.outbox.c.id))).scalars())

    async def last(self) -> int:
        """The last row of the outbox."""
        async with self.street.house.store.read() as connection:
            found = await connection.execute(select(func.coalesce(func.max(schema.outbox.c.id), 0)))
            return int(found.scalar_one())

    async def withdraw(self, who: str) -> None:
        """Every role of somebody in De Boomgaard ends."""
        async with self.street.house.store.begin() as connection:
            for role in CAST[who]:
                await people.withdraw_role(connection, self.key(who), BOOMGAARD.slug, role, NOW)


async def made(street: Street, folder: Path) -> World:
    """De Boomgaard in November: the report of October is on the table, everything is under way."""
    street.clock.now = NOW
    path = folder / "wijk.sqlite"
    world = World(street, {}, folder / "made.sqlite", path)
    await _people(world)
    await _signals(world)
    await _meeting(world)
    await _rest(world)
    with closing(sqlite3.connect(path)) as now, closing(sqlite3.connect(world.taught)) as copy:
        now.backup(copy)
    return world


async def _people(world: World) -> None:
    # Everybody said hello once: their first words are no signal.
    street = world.street
    await street.take(*(street.event(who, Words("hallo")) for who in CAST))
    await street.take(street.event("resident", Start(""), GROUP))
    async with street.house.store.begin() as connection:
        for who, roles in CAST.items():
            wijk = HAVEN if who == "elsewhere" else BOOMGAARD
            held = frozenset(Role) if who == "elsewhere" else roles
            await people.choose_district(connection, world.key(who), wijk.slug)
            for role in held:
                await people.give_role(
                    connection, world.key(who), wijk.slug, role=role, label=f"Team {who}", now=NOW
                )
        await people.bind_room(connection, world.room, BOOMGAARD.slug, NOW)


async def _does(world: World, who: str, *events: Event) -> None:
    occasion = Occasion(NOW, world.key(who), BOOMGAARD.slug, roles=CAST.get(who, frozenset()))
    async with world.street.house.store.begin() as connection:
        await apply.apply(connection, occasion, events)


async def _signals(world: World) -> None:
    numbers = (SignalNumber(f"2026-{n:04d}") for n in count(1))
    given: dict[str, tuple[str, Span, Source]] = {
        "own": ("resident", OCTOBER, Source.RESIDENT),
        "near": ("neighbour", OCTOBER, Source.RESIDENT),
        "logged": ("professional", NOVEMBER, Source.SURVEY),
        "asked": ("neighbour", NOVEMBER, Source.RESIDENT),
        "waits": ("neighbour", NOVEMBER, Source.RESIDENT),
        "held": ("neighbour", NOVEMBER, Source.RESIDENT),
        "refused": ("neighbour", NOVEMBER, Source.RESIDENT),
        "fresh": ("resident", NOVEMBER, Source.RESIDENT),
    }
    for name, (who, span, source) in given.items():
        number = next(numbers)
        world.things[name] = number
        reasons = (Reason.BLAME,) if name == "held" else ()
        text = f"de lamp bij de school is stuk, dat is {name}"
        event = SignalGiven(
            number, BOOMGAARD.slug, span.name, text, date(2026, 12, 8), source, held=reasons,
            respondent="u1" if source is Source.SURVEY else None,
        )  # fmt: skip
        await _does(world, who, event)


async def _meeting(world: World) -> None:
    def topic(name: str) -> tuple[str, Topic]:
        evidence = Evidence(1, 1, 1, {"bewoner": 1}, {}, {"nl": 1}, 0, 0)
        number = SignalNumber(world.things[name])
        return f"Topic {name}", Topic(
            Text("topic-title-other"), (number,), evidence, 1.0, Text("topic-reason")
        )

    async with world.street.house.store.begin() as connection:
        bundled = rounds.Bundled(topics=[topic("own"), topic("near")])
        assert await rounds.keep_report(connection, BOOMGAARD.slug, OCTOBER, bundled, NOW)
        found = await connection.execute(schema.topics.select().order_by(schema.topics.c.rank))
        one, other = (row.id for row in found)
    plan = Plan(
        "twee lampen", "Team owner", world.key("owner"), "", "offerte", date(2026, 12, 18), date(2027, 1, 15)
    )
    await _does(
        world,
        "partner",
        PartBegun(OCTOBER.name, Part.CHOOSE, NOW + timedelta(minutes=10)),
        TopicAnswered(one, Outcome.TAKEN_UP, "Er komen twee lampen.", plan=plan),
        TopicAnswered(other, Outcome.NOT_NOW, "Dat kan nu niet.", "geen geld"),
        ScoringMoved(OCTOBER.name, Scoring.OPEN),
        TopicScored(one, 3, 3),
    )
    world.things |= {"topic": str(other)}


async def _rest(world: World) -> None:
    things = {name: SignalNumber(number) for name, number in world.things.items()}
    key = world.key("owner")
    parts = [PracticeAnswered(part, "De lamp.", key, date(2026, 11, 20)) for part in PracticePart]
    await _does(
        world,
        "coordinator",
        *parts,
        PutInFastLane(things["waits"], "Een bankje erbij."),
        PutInFastLane(things["refused"], "Een boom erbij."),
        FastLaneAnswered(things["refused"], yes=False, sentence="Dat kan niet.", by="Team partner"),
        Invited(hash_of(CODE), Grant.FOLLOW, BOOMGAARD.slug, NOW + timedelta(days=1), signal=things["asked"]),
        AgreementBegun("Wonen"),
        *(AgreementChanged("Wonen", part, "advise") for part in NEEDED),
    )
    await _does(world, "asker", WhoAsked(things["asked"], Why.DANGER, "Er is brand."))
    async with world.street.house.store.begin() as connection:
        (agreement,) = await agreements.agreements_of(connection, BOOMGAARD.slug)
        tables = schema.metadata.tables
        for name, thing in (("actions", "action"), ("practice", "step"), ("feedback", "draft")):
            found = await connection.execute(select(tables[name].c.id).limit(1))
            world.things[thing] = str(found.scalar_one())
    await _does(world, "coordinator", AgreementSettled("Wonen", agreement.now.fingerprint))
    await world.stands(key, Idle())
