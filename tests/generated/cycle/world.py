"""A house that can crash, and what outlives it: the platform, the clock, the files, what people said."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random

from sqlalchemy import select

from bot.chat import Incoming, Outcome, Outgoing
from bot.service import built
from domain.invitations import Grant
from domain.messages import Kind
from storage import points, schema
from storage.periods import Keeping
from storage.points import Point
from tests.bot.scripted import BOOMGAARD, Clock, Scripted, Street

RESIDENTS = tuple("abcdefgh")
COORDINATOR, EXPERT = "marit", "els"
SECRET = "a secret of tests"


class Died(BaseException):
    """The process ended at this point. No `except Exception` may catch it: a kill asks nobody."""


class Doom:
    """At which named point the process dies next, if at any."""

    def __init__(self) -> None:
        self.at: Point | None = None

    def __call__(self, point: Point) -> None:
        if point is self.at:
            self.at = None
            raise Died(point)


DOOM = Doom()
points.listen(DOOM)


@dataclass(slots=True)
class Platform(Scripted):
    """A platform that edits, as Telegram does, and remembers how each push ended."""

    edits: bool = True
    pushed: list[tuple[int, Outcome]] = field(default_factory=list)

    async def send(self, message: Outgoing) -> Outcome:
        outcome = await Scripted.send(self, message)
        self.pushed.append((message.id, outcome))
        return outcome


@dataclass
class Model:
    """What a bystander knows: who said what in which round, who wiped everything, and when."""

    said: dict[str, str] = field(default_factory=dict)
    """Words that became a signal -> who said them."""
    there: dict[str, set[str]] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)
    numbers: dict[str, str] = field(default_factory=dict)
    """Number -> key of the person who has it."""
    wiped: dict[str, tuple[datetime, tuple[str, ...]]] = field(default_factory=dict)
    """Who wiped everything and did not come back since: when, and what they had said."""
    erased: list[str] = field(default_factory=list)
    """Everybody who ever did, in order."""

    def forget(self, who: str) -> tuple[str, ...]:
        """Somebody wiped everything: that they were there stays counted. Gives what they had said."""
        said = tuple(sorted(words for words, by in self.said.items() if by == who))
        for words in said:
            del self.said[words]
        for name, people in self.there.items():
            if who in people:
                people.remove(who)
                self.left[name] += 1
        return said


@dataclass
class World:
    """Everything that outlives the process, and the process while it runs."""

    keeping: Keeping
    folder: Path
    chance: Random
    clock: Clock = field(default_factory=Clock)
    chat: Platform = field(default_factory=Platform)
    model: Model = field(default_factory=Model)
    past: list[Incoming] = field(default_factory=list)
    words: Iterator[int] = field(default_factory=lambda: count(1))
    crashes: int = 0
    refused: int = 0
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _street: Street | None = None

    @property
    def at(self) -> Street:
        if self._street is None:
            raise RuntimeError("the process does not run")
        return self._street

    async def start(self) -> None:
        """A fresh process on the same files: what it was sending when the last one ended is in doubt."""
        opened = built(self.keeping, SECRET, (BOOMGAARD,), (self.chat,), self.clock)
        house = await self._stack.enter_async_context(opened)
        events = self._street._events if self._street else count(1)
        self._street = Street(house, self.chat, self.clock, events)
        house.sender.answered.chance.seed(self.crashes)  # how new tries are spread in time
        await house.sender.recover()
        await house.bundle_now()

    async def stop(self) -> None:
        """The process ends, and all that it had in memory."""
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    async def again(self) -> None:
        """A crash and a start."""
        self.crashes += 1
        await self.stop()
        await self.start()

    async def surviving(self, deed: Callable[[], Awaitable[object]]) -> None:
        """Do this; when the process dies in the middle, start anew and do it again, as a platform or a clock
        would.
        """
        try:
            await deed()
        except Died:
            await self.again()
            await deed()
        finally:
            DOOM.at = None

    async def take(self, event: Incoming) -> None:
        """The platform brings this, until it is acknowledged."""
        self.past.append(event)
        await self.surviving(lambda: self.at.take(event))

    async def settle(self) -> None:
        """Time to do what is due, and to send it."""
        await self.surviving(self.at_rest)

    async def at_rest(self) -> None:
        """One look at what is due, and everything that can go out now."""
        await self.at.house.tick()
        await self.at.house.send_all()

    async def prepare(self) -> None:
        """The process runs, and the wijk has a coordinator and somebody who checks words."""
        await self.start()
        await self.at.becomes(COORDINATOR, Grant.COORDINATOR, "wijkcoordinator")
        await self.at.becomes(EXPERT, Grant.EXPERT)

    async def pushes(self) -> Counter[int]:
        """How often each update of the outbox was pushed, or may have been."""
        async with self.at.house.store.read() as connection:
            rows = (await connection.execute(select(schema.outbox.c.id, schema.outbox.c.kind))).all()
        kinds = {row.id: row.kind for row in rows}
        pushed = Counter(
            id_ for id_, outcome in self.chat.pushed if type(outcome).__name__ in {"Sent", "Doubt"}
        )
        return Counter(
            {id_: times for id_, times in pushed.items() if kinds.get(id_ & 0xFFFF_FFFF) is Kind.UPDATE}
        )
