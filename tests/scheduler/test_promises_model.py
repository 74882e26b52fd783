"""Nobody is forgotten silently: whatever people, owners, platforms and clocks do, in any order.

The real house on a real store, driven by chance; a model in plain sets knows who spoke in which round.
"""

from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from random import Random

import pytest
from sqlalchemy import select

from bot.chat import Doubt, Left, NotSent, Outcome, Refused, Unreachable
from domain.actions import ActionStatus
from domain.events import (
    ActionMoved,
    DelayExplained,
    Event,
    FeedbackApproved,
    PersonWiped,
    QuietSet,
    RoundClosed,
    SignalWithdrawn,
    TopicAnswered,
    UpdatesWanted,
)
from domain.feedback import OF_STATUS
from domain.invitations import Grant
from domain.quiet import Quiet
from domain.signals import SignalNumber
from scheduler.calendar import telling_day
from storage import actions, decisions, feedback, ledger, schema, updates
from tests.bot.scripted import BOOMGAARD, Street, sqlite, street
from tests.storage.a_wijk import not_now, taken_up

pytestmark = pytest.mark.asyncio
PEOPLE = tuple("abcdefg")
STEPS = 45
SAID = ("de lamp is stuk", "te hard rijden bij school", "huisarts is vol", "hondenpoep op het gras")


class Life:
    """What happens, one thing at a time; and the model of who said something in which round."""

    def __init__(self, at: Street, chance: Random) -> None:
        self.at, self.chance = at, chance
        self.there: dict[str, set[str]] = defaultdict(set)
        self.left: Counter[str] = Counter()

    @property
    def who(self) -> str:
        return self.chance.choice(PEOPLE)

    async def gives(self) -> None:
        """Through the intake, so that round and promise are those that somebody is told."""
        who = self.who
        await self.at.says(who, f"{self.chance.choice(SAID)} {self.chance.randint(1, 99)}")
        for _, name in await self.signals(who):
            self.there[name].add(who)

    async def withdraws(self) -> None:
        """A signal, answered or not."""
        who = self.who
        found = await self.signals(who)
        if found:
            await self.at.applies(SignalWithdrawn(self.chance.choice(found)[0]), by=self.at.key(who))

    async def wishes(self) -> None:
        """Stop, start, and other hours."""
        wishes: list[Event] = [UpdatesWanted(wanted=False), UpdatesWanted(wanted=True), *map(QuietSet, Quiet)]
        wish = self.chance.choice(wishes)
        await self.at.applies(wish, by=self.at.key(self.who))

    async def blocks(self) -> None:
        """They leave without a word."""
        await self.at.take(self.at.event(self.who, Left()))

    async def comes_back(self) -> None:
        """Any word brings what waited."""
        await self.at.says(self.who, "status")

    async def wipes(self) -> None:
        """Everything of somebody goes; that somebody was there stays counted."""
        who = self.who
        await self.at.applies(PersonWiped(), by=self.at.key(who))
        for name, people in self.there.items():
            if who in people:
                people.remove(who)
                self.left[name] += 1

    async def decides(self) -> None:
        """Some topics on the table get an answer, and the round is closed when it can be."""
        async with self.at.house.store.read() as connection:
            meeting = await decisions.meeting(connection, BOOMGAARD.slug)
        for topic in meeting.open if meeting else ():
            if self.chance.random() < 0.7:
                answer: TopicAnswered = self.chance.choice([taken_up, not_now])(topic.id)
                await self.at.applies(answer, by="p:partner")
        async with self.at.house.store.read() as connection:
            meeting = await decisions.meeting(connection, BOOMGAARD.slug)
        if meeting and not meeting.open:
            await self.at.applies(RoundClosed(meeting.round), by="p:partner")

    async def checks(self) -> None:
        """One text that waits is let go."""
        async with self.at.house.store.read() as connection:
            drafts = await feedback.drafts(connection, BOOMGAARD.slug)
        if drafts:
            await self.at.applies(FeedbackApproved(drafts[0].id, drafts[0].sentence), by="p:els")

    async def moves(self) -> None:
        """An owner says how it goes."""
        async with self.at.house.store.read() as connection:
            open_ = await actions.open_actions(connection, BOOMGAARD.slug)
        if open_:
            action = self.chance.choice(open_)
            status = self.chance.choice([one for one in ActionStatus if action.may_become(one)])
            told = ActionMoved(action.id, status, "Zo gaat het.", OF_STATUS[status])
            await self.at.applies(told, by="p:owner")

    async def explains(self) -> None:
        """The coordinator says why it takes longer, on any day."""
        async with self.at.house.store.read() as connection:
            days = (await connection.execute(select(schema.signals.c.promise_on))).scalars().all()
        if days:
            await self.at.applies(DelayExplained(self.chance.choice(days), "Het duurt."), by="p:marit")

    async def time_passes(self) -> None:
        """Minutes or weeks, and sometimes the clock was wrong."""
        hours = self.chance.choice([0.1, 1, 9, 24, 30, 24 * 6, 24 * 8, 24 * 33, -2, -24 * 9])
        self.at.clock.on(hours=hours)

    async def trouble(self) -> None:
        """The platform has a bad moment."""
        outcomes: list[Outcome] = [Doubt("cut"), NotSent("busy"), Refused("too long"), Unreachable("blocked")]
        self.at.chat.answers += self.chance.sample(outcomes, self.chance.randint(1, 4))

    async def happens(self) -> None:
        """One thing, and time to do what is due."""
        deeds: list[tuple[int, Callable[[], Awaitable[None]]]] = [
            (6, self.gives),
            (2, self.withdraws),
            (2, self.wishes),
            (1, self.blocks),
            (2, self.comes_back),
            (1, self.wipes),
            (3, self.decides),
            (3, self.checks),
            (2, self.moves),
            (1, self.explains),
            (5, self.time_passes),
            (1, self.trouble),
        ]
        (deed,) = self.chance.choices([one for _, one in deeds], [weight for weight, _ in deeds])
        await deed()
        await self.at.house.tick()
        await self.at.house.send_all()

    async def signals(self, who: str) -> list[tuple[SignalNumber, str]]:
        """Numbers and rounds of what stands of somebody."""
        mine = select(schema.signals.c.number, schema.signals.c.round).where(
            schema.signals.c.person == self.at.key(who)
        )
        async with self.at.house.store.read() as connection:
            return [(SignalNumber(row.number), row.round) for row in await connection.execute(mine)]


async def broken(life: Life) -> list[object]:
    """Signals that stand without a promise that is still to come, and without an answer somebody was owed."""
    now = life.at.clock()
    standing = select(schema.signals).where(schema.signals.c.withdrawn_at.is_(None))
    told = select(schema.updates.c.person)
    async with life.at.house.store.read() as connection:
        people = set((await connection.execute(told)).scalars())
        rows = (await connection.execute(standing)).all()
    today = telling_day(now, BOOMGAARD.zone)
    return [row for row in rows if not (row.person in people if row.answered_at else row.promise_on > today)]


async def unexplained(life: Life) -> list[object]:
    """Rounds in which owed minus delivered minus everybody with a reason is something, or somebody lacks."""
    found: list[object] = []
    async with life.at.house.store.read() as connection:
        found += await updates.reconcile(connection, BOOMGAARD.slug)
        names = await ledger.rounds_with_people(connection, BOOMGAARD.slug)
        for name in names:
            zone, now = BOOMGAARD.zone, life.at.clock()
            one = await ledger.of_round(connection, BOOMGAARD.slug, name, zone, now)
            there = len(life.there[name]) + life.left[name]
            if one.difference or one.forgotten or one.owed != there:
                found.append((name, there, one))
    known = {name for name in {*life.there, *life.left} if life.there[name] or life.left[name]}
    return [*found, *(known ^ set(names))]


@pytest.mark.parametrize("experts", [True, False], ids=["checked", "unchecked"])
@pytest.mark.parametrize("seed", range(4))
async def test_nobody_is_forgotten_silently(
    tmp_path_factory: pytest.TempPathFactory, seed: int, *, experts: bool
) -> None:
    """In any order of giving, taking back, stopping, leaving, wiping, deciding and checking, on any clock."""
    folder = tmp_path_factory.mktemp("life")
    async with street(sqlite(folder)) as at:
        await at.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
        if experts:
            await at.becomes("els", Grant.EXPERT)
        life = Life(at, Random(f"{seed}{experts}"))
        for _ in range(STEPS):
            await life.happens()
            assert await broken(life) == []
            assert await unexplained(life) == []
