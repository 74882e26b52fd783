"""A chat platform that does what a test says, and a house around the real store that talks through it."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import select

from bot.chat import (
    Batch,
    Chat,
    Content,
    Incoming,
    Moved,
    Outcome,
    Outgoing,
    Platform,
    Press,
    Sent,
    Start,
    Words,
)
from bot.health import signs, wrong
from bot.pace import Limits
from bot.service import House, built
from domain.districts import District
from domain.events import Event, Invited, Occasion
from domain.invitations import CODE_BYTES, Grant, hash_of
from domain.messages import PersonKey
from storage import apply, schema
from storage.states import Delivery

NOW = datetime(2026, 10, 12, 14, 30, tzinfo=UTC)
PATIENCE = 30.0
BOOMGAARD = District(
    "boomgaard",
    "De Boomgaard",
    ("Appelhof", "Perenpad"),
    ("Wat gaat goed?", "Wat anders?"),
    contact="Loop binnen in De Notenkraker.",
    centres={"Appelhof": (52.0301, 5.5502), "Perenpad": (52.0322, 5.5561)},
)


LIMITS = {
    **dict.fromkeys(Platform, Limits()),
    Platform.TELEGRAM: Limits(per_chat=timedelta(seconds=1), per_group_minute=20, at_once=4),
}
"""Time stands still here, so messages to different people go out at the same moment."""


@dataclass(slots=True)
class Clock:
    """Time that stands still until a test moves it."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def on(self, **span: float) -> datetime:
        """Move on, by days, hours, minutes or seconds."""
        self.now += timedelta(**span)
        return self.now


@dataclass(slots=True)
class Scripted:
    """One account. What it answers to a send or an edit is laid ready; without that, it is accepted."""

    platform: Platform = Platform.LOCAL
    bot: str = "bot"
    edits: bool = False
    answers: list[Outcome] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)
    edited: list[tuple[str, Outgoing]] = field(default_factory=list)
    files: dict[str, bytes | Exception] = field(default_factory=dict)
    batches: list[Batch] = field(default_factory=list)
    acknowledged: int = 0
    left: list[str] = field(default_factory=list)
    lets_go: bool = True
    asked_from: str | None = None
    reachable: bool = True
    refusal: Exception | None = None
    """Raised once the batches are taken."""
    _ids: Iterator[int] = field(default_factory=lambda: count(100))

    async def listen(self, cursor: str | None) -> AsyncGenerator[Batch, None]:
        """The batches laid ready, each acknowledged when the next one is asked for."""
        self.asked_from = cursor
        for batch in self.batches:
            yield batch
            self.acknowledged += 1
        if self.refusal is not None:
            raise self.refusal
        await asyncio.get_running_loop().create_future()

    async def send(self, message: Outgoing) -> Outcome:
        self.sent.append(message)
        return self._answer(str(next(self._ids)))

    async def edit(self, message: Outgoing, of: str) -> Outcome:
        self.edited.append((of, message))
        return self._answer("")

    async def fetch(self, file: str) -> bytes:
        found = self.files[file]
        if isinstance(found, Exception):
            raise found
        return found

    def link(self, payload: str) -> str:
        if not self.reachable:
            raise OSError("not known yet")
        return f"https://chat.example.org/{payload}"

    async def leave(self, room: str) -> bool:
        self.left.append(room)
        return self.lets_go

    def _answer(self, ref: str) -> Outcome:
        return self.answers.pop(0) if self.answers else Sent(ref)


@dataclass(slots=True)
class Street:
    """The house with the people around it."""

    house: House
    chat: Scripted
    clock: Clock
    _events: Iterator[int] = field(default_factory=lambda: count(1))

    def event(self, who: str, content: Content, room: str | None = None, language: str = "nl") -> Incoming:
        """Something that happens in somebody's chat, or in a room."""
        number = next(self._events)
        return Incoming(
            self.chat.platform,
            self.chat.bot,
            str(number),
            who,
            room or who,
            room is None,
            self.clock(),
            content,
            message=f"m{number}",
            language=language,
        )

    async def take(self, *events: Incoming, cursor: str | None = None) -> None:
        """The platform brings these together."""
        await self.house.intake.take(Batch(events, cursor), self.chat.bot)

    async def says(self, who: str, text: str, room: str | None = None) -> Incoming:
        """Somebody types this."""
        event = self.event(who, Start(text[7:]) if text.startswith("/start ") else Words(text), room)
        await self.take(event)
        return event

    async def presses(self, who: str, token: str, room: str | None = None) -> None:
        """Somebody presses a button."""
        await self.take(self.event(who, Press(token), room))

    async def hears(self, who: str) -> list[str]:
        """Everything that is due is sent; gives what this chat heard by it."""
        before = len(self.chat.sent)
        await self.house.send_all()
        return [one.text for one in self.chat.sent[before:] if one.room == who]

    def button(self, who: str, label: str) -> str:
        """The token of the newest button with this label in a chat."""
        return next(
            button.token
            for message in reversed(self.chat.sent)
            if message.room == who
            for button in message.buttons
            if button.label == label
        )

    async def ails(self) -> tuple[str, ...]:
        """What the health page complains of."""
        return wrong(await signs(self.house.store), self.clock())

    async def thrives(self) -> None:
        """Wait until the health page complains of nothing."""
        async with asyncio.timeout(PATIENCE):
            while await self.ails():  # noqa: ASYNC110 - a sign of life rings no bell
                await asyncio.sleep(0.01)

    async def mail(self) -> Counter[Delivery]:
        """How many messages are in each state."""
        async with self.house.store.read() as connection:
            return Counter((await connection.execute(select(schema.outbox.c.state))).scalars())

    def key(self, who: str) -> PersonKey:
        """The key of a person."""
        return self.house.intake.keys.person(self.event(who, Moved("")))

    async def becomes(self, who: str, grant: Grant, label: str = "", room: str | None = None) -> None:
        """Somebody uses an invitation."""
        code = f"{who}{grant}".replace("-", "").ljust(22, "0")[:22]
        assert len(code) * 6 // 8 == CODE_BYTES
        made = Invited(
            hash_of(code), grant, self.house.districts[0].slug, self.clock() + timedelta(days=1), label
        )
        await self.applies(made)
        await self.says(who, code, room)
        await self.house.send_all()

    async def applies(self, *events: Event, by: str = "p:somebody") -> None:
        """These things happen, by somebody with the right to."""
        occasion = Occasion(self.clock(), PersonKey(by), self.house.districts[0].slug)
        async with self.house.store.begin() as connection:
            await apply.apply(connection, occasion, events)


@asynccontextmanager
async def street(
    url: str, chat: Scripted | None = None, districts: tuple[District, ...] = (BOOMGAARD,), *others: Chat
) -> AsyncIterator[Street]:
    """A house on this store, with one scripted platform."""
    own, clock = chat or Scripted(), Clock()
    async with built(url, "a secret of tests", districts, (own, *others), clock) as house:
        house.sender.limits = LIMITS
        yield Street(house, own, clock)


def sqlite(folder: Path) -> str:
    """The address of a store in this folder."""
    return f"sqlite:///{folder / 'wijk.sqlite'}"


async def until(holds: Callable[[], bool]) -> None:
    """Wait until this holds; a test that waits too long fails."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - what is waited for rings no bell
            await asyncio.sleep(0.005)
