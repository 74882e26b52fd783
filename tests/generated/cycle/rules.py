"""What may happen in a wijk: people, roles, platform, clock, process, operator, in any order."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import pytest
from sqlalchemy import select

from bot.chat import (
    Button,
    Content,
    Doubt,
    Edit,
    Left,
    NotSent,
    Outcome,
    Press,
    Refused,
    Removal,
    Unreachable,
    Words,
)
from bot.service import built
from domain.actions import ActionStatus
from domain.events import (
    ActionMoved,
    DelayExplained,
    Event,
    FeedbackApproved,
    QuietSet,
    RoundClosed,
    UpdatesWanted,
)
from domain.feedback import OF_STATUS
from domain.quiet import Quiet
from storage import actions, decisions, feedback, schema
from storage.locks import StoreInUse
from storage.points import Point
from tests.bot.scripted import BOOMGAARD
from tests.generated.cycle.keeping import Kept, back_up, put_back
from tests.generated.cycle.world import COORDINATOR, DOOM, RESIDENTS, SECRET, World
from tests.storage.a_wijk import not_now, taken_up

SAID = ("de lamp is stuk bij paal", "te hard rijden in straat", "de huisarts is vol in", "hondenpoep op veld")
ASKED = ("status", "gegevens", "taal", "rustig", "hulp", "intrekken", "sorteren", "onderwerpen", "beloftes")
WIPE = "Ja, wis alles"
KEPT = timedelta(days=7)
REPEATED = timedelta(days=7)
"""Telegram keeps what waits for a day, a homeserver for as long as its cursor; ids are kept for 30 days."""
DYING = tuple(
    point
    for point in Point
    if point not in {Point.MIGRATION_MID, Point.BACKUP_MID, Point.BEFORE_ACK, Point.AFTER_FETCH}
)
SPANS = (timedelta(minutes=2), timedelta(hours=1), timedelta(hours=9), timedelta(days=1), timedelta(days=6))
OFTEN = 0.7
FAR = (timedelta(days=33), -timedelta(hours=2), timedelta(days=8))
OCTOBER_NIGHT = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


One = TypeVar("One")


@dataclass
class Walk:
    """One life: a step is one of these, chosen by chance."""

    world: World
    steps: list[str] = field(default_factory=list)
    """What happened, to be read when a promise did not hold."""
    backup: Kept | None = None
    restored: int = 0

    async def sends(self) -> None:
        """Somebody says something about the wijk; at most now and then too much."""
        who, number = self._who(), next(self.world.words)
        words = f"{self._one(SAID)} {_letters(number)}"
        await self._says(who, Words(words))
        async with self.world.at.house.store.read() as connection:
            kept = select(schema.signals.c.round).where(schema.signals.c.text == words)
            name = (await connection.execute(kept)).scalar_one_or_none()
        if name is not None:
            self.world.model.said[words] = who
            self.world.model.there.setdefault(name, set()).add(who)

    async def edits(self) -> None:
        """An earlier message changes: of their own, of somebody else, of a signal that is closed or gone."""
        of = self._one(self.world.past).message if self.world.past else "m0"
        words = f"eigenlijk {self._one(SAID)} {_letters(next(self.world.words))}"
        await self._says(self._who(), Edit(of, words))

    async def removes(self) -> None:
        """A message is taken back on the platform."""
        if self.world.past:
            one = self._one(self.world.past)
            await self._says(self._one((one.sender, self._who())), Removal(one.message))

    async def withdraws(self) -> None:
        """By its number: their own, or one of somebody else."""
        numbers = sorted(self.world.model.numbers)
        if numbers:
            await self._says(self._who(), Words(f"intrekken {self._one(numbers)}"))

    async def presses(self) -> None:
        """A button of one of the last messages, sometimes one in the chat of somebody else."""
        shown = [(one.room, button) for one in self.world.chat.sent[-25:] for button in one.buttons]
        if shown:
            room, button = self._one(shown)
            who = self._one((room, room, room, self._who()))
            if not _wipes(button):
                await self._says(who, Press(button.token))

    async def asks(self) -> None:
        """A word that always works, or one that only a role understands."""
        await self._says(self._one((*RESIDENTS, COORDINATOR)), Words(self._one(ASKED)))

    async def wipes(self) -> None:
        """Everything of somebody goes; that somebody was there stays counted."""
        who, before = self._who(), len(self.world.chat.sent)
        await self._says(who, Words("wissen"))
        tokens = [
            button.token
            for one in self.world.chat.sent[before:]
            for button in one.buttons
            if one.room == who and _wipes(button)
        ]
        if not tokens:
            return
        await self._says(who, Press(tokens[-1]))
        model = self.world.model
        model.wiped[who] = (self.world.clock(), model.forget(who))
        model.erased.append(who)

    async def wishes(self) -> None:
        """Stop, start, and other hours."""
        wishes: list[Event] = [UpdatesWanted(wanted=False), UpdatesWanted(wanted=True), *map(QuietSet, Quiet)]
        wish = self._one(wishes)
        who = self._who()
        if who not in self.world.model.wiped:
            await self._applies(wish, by=self.world.at.key(who))

    async def leaves(self) -> None:
        """They block the bot."""
        await self._happens(self._who(), Left())

    async def decides(self) -> None:
        """Some topics on the table get an answer, and the round is closed when it can be."""
        for topic in await self._open_topics():
            if self.world.chance.random() < 0.7:
                await self._applies(self._one((taken_up, not_now))(topic), by="p:partner")
        async with self.world.at.house.store.read() as connection:
            meeting = await decisions.meeting(connection, BOOMGAARD.slug)
        if meeting and not meeting.open:
            await self._applies(RoundClosed(meeting.round), by="p:partner")

    async def checks(self) -> None:
        """One text that waits is let go."""
        async with self.world.at.house.store.read() as connection:
            drafts = await feedback.drafts(connection, BOOMGAARD.slug)
        if drafts:
            await self._applies(FeedbackApproved(drafts[0].id, drafts[0].sentence), by="p:els")

    async def moves(self) -> None:
        """An owner says how it goes."""
        async with self.world.at.house.store.read() as connection:
            open_ = sorted(await actions.open_actions(connection, BOOMGAARD.slug), key=lambda one: one.id)
        if open_:
            action = self._one(open_)
            status = self._one([one for one in ActionStatus if action.may_become(one)])
            await self._applies(
                ActionMoved(action.id, status, "Zo gaat het.", OF_STATUS[status]), by="p:owner"
            )

    async def explains(self) -> None:
        """The coordinator says why it takes longer."""
        async with self.world.at.house.store.read() as connection:
            days: list[date] = sorted(
                (await connection.execute(select(schema.signals.c.promise_on))).scalars()
            )
        if days:
            await self._applies(DelayExplained(self._one(days), "Het duurt."), by="p:marit")

    async def time_passes(self) -> None:
        """Minutes, days, over the end of a round, over the night on which the clock goes back, or wrong."""
        clock = self.world.clock
        if clock.now < OCTOBER_NIGHT and self.world.chance.random() < 0.2:
            clock.now = OCTOBER_NIGHT
        else:
            clock.now += self._one(SPANS if self.world.chance.random() < 0.8 else FAR)
        await self.world.at.house.bundle_now()

    async def repeats(self) -> None:
        """The platform brings an event once more, at most a week later: nothing changes."""
        late = self.world.clock() - REPEATED
        lately = [one for one in self.world.past if one.at > late]
        if lately:
            one = self._one(lately)
            await self.world.surviving(lambda: self.world.at.take(one))

    async def trouble(self) -> None:
        """The platform has a bad moment."""
        outcomes: list[Outcome] = [Doubt("cut"), NotSent("busy"), Refused("too long"), Unreachable("blocked")]
        self.world.chat.answers += self.world.chance.sample(outcomes, self.world.chance.randint(1, 4))

    async def crashes(self) -> None:
        """The process ends between two things, or in the middle of the next one."""
        if self.world.chance.random() < 0.3:
            await self.world.again()
        else:
            DOOM.at = self._one(DYING)
            await self._one([self.sends, self.presses, self.time_passes, self.edits, self.decides])()
            await self.world.settle()

    async def another(self) -> None:
        """A second instance wants to start on the same store, and is refused."""
        with pytest.raises(StoreInUse):
            async with built(self.world.keeping, SECRET, (BOOMGAARD,), (self.world.chat,), self.world.clock):
                pass
        self.world.refused += 1

    async def backs_up(self) -> None:
        """A backup, while the service runs."""
        self.backup = await back_up(self.world)

    async def restores(self) -> None:
        """The last backup takes the place of the stores; a backup is kept for a week."""
        if self.backup and timedelta() <= self.world.clock() - self.backup.made_at < KEPT:
            await put_back(self.world, self.backup)
            self.restored += 1

    async def step(self) -> None:
        """One thing, and time to do what is due."""
        (rule,) = self.world.chance.choices([one for one, _ in RULES], [weight for _, weight in RULES])
        self.steps.append(f"{self.world.clock():%m-%d %H:%M} {rule.__name__}")
        await rule(self)
        await self.world.settle()

    # --- how ---------------------------------------------------------------------------------------

    def _who(self) -> str:
        return self._one(RESIDENTS)

    def _one(self, some: Sequence[One]) -> One:
        return self.world.chance.choice(some)

    async def _says(self, who: str, content: Content) -> None:
        await self._happens(who, content)
        # Whoever writes after they wiped everything is somebody new.
        self.world.model.wiped.pop(who, None)
        await self.world.surviving(self.world.at.house.send_all)

    async def _happens(self, who: str, content: Content) -> None:
        # The token of a button is made by chance.
        self.steps[-1] += f"; {who}: {'a button' if isinstance(content, Press) else repr(content)}"
        await self.world.take(self.world.at.event(who, content))

    async def _applies(self, event: Event, *, by: str) -> None:
        self.steps[-1] += f"; {by}: {repr(event)[:120]}"
        await self.world.at.applies(event, by=by)

    async def _open_topics(self) -> list[int]:
        async with self.world.at.house.store.read() as connection:
            meeting = await decisions.meeting(connection, BOOMGAARD.slug)
        return sorted(topic.id for topic in meeting.open) if meeting else []


Rule = Callable[[Walk], Awaitable[None]]
RULES: tuple[tuple[Rule, int], ...] = (
    (Walk.sends, 12),
    (Walk.edits, 2),
    (Walk.removes, 1),
    (Walk.withdraws, 2),
    (Walk.presses, 6),
    (Walk.asks, 3),
    (Walk.wipes, 2),
    (Walk.wishes, 2),
    (Walk.leaves, 1),
    (Walk.decides, 4),
    (Walk.checks, 4),
    (Walk.moves, 3),
    (Walk.explains, 1),
    (Walk.time_passes, 7),
    (Walk.repeats, 2),
    (Walk.trouble, 1),
    (Walk.crashes, 4),
    (Walk.another, 1),
    (Walk.backs_up, 2),
    (Walk.restores, 1),
)


def _wipes(button: Button) -> bool:
    return button.label == WIPE


def _letters(number: int) -> str:
    """A number in letters: digits may be a number to call in need. None is the beginning of another one."""
    return "".join(chr(ord("b") + int(digit)) for digit in str(number)) + "z"
