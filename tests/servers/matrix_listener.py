"""The bot's side in tests: a real `Matrix` that listens, events and cursor kept as the intake would.

`async with Listener(...) as bot:` listens; leaving it stops as a crash does: in the middle of anything.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TypeVar

from bot.chat import Button, Content, File, Incoming, Outgoing
from bot.matrix import Matrix
from tests.servers.matrix_person import Person
from tests.servers.synapse import PASSWORD, Synapse

C = TypeVar("C", bound=Content)

DEADLINE = 60.0


def wall_clock() -> datetime:
    """The time now."""
    return datetime.now(UTC)


class Listener:
    """A bot that only listens. `events` and `cursor` outlive a stop, like a database."""

    def __init__(
        self, synapse: Synapse, user_id: str, store: Path, *,
        clock: Callable[[], datetime] = wall_clock, allowed: tuple[str, ...] = (), password: str = PASSWORD,
    ) -> None:  # fmt: skip
        self._made_of = (synapse.url, user_id, password, store)
        self._clock, self._allowed = clock, allowed
        self.user_id = user_id
        self.events: list[Incoming] = []
        self.cursor: str | None = None
        self.chat = self._make()
        self._task: asyncio.Task[None] | None = None

    def _make(self) -> Matrix:
        return Matrix(*self._made_of, clock=self._clock, allowed_homeservers=self._allowed)

    async def __aenter__(self) -> Self:
        self.chat = self._make()
        await self.chat.__aenter__()
        self._task = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            if self._task is not None:
                self._task.cancel()
                with suppress(asyncio.CancelledError):
                    await self._task
        finally:
            await self.chat.__aexit__()

    async def _listen(self) -> None:
        async for batch in self.chat.listen(self.cursor):
            self.events += batch.events
            self.cursor = batch.cursor

    async def gets(self, kind: type[C], holding: str = "", *, deadline: float = DEADLINE) -> Incoming:
        """Wait for an event with such a content, that holds these words; the newest of them."""
        end = time.monotonic() + deadline
        while not (
            found := [e for e in self.events if isinstance(e.content, kind) and holding in str(e.content)]
        ):
            assert self._task is not None
            if self._task.done():
                self._task.result()
            assert time.monotonic() < end, f"no {kind.__name__} with {holding!r}; came: {self.contents()}"
            await asyncio.sleep(0.02)
        return found[-1]

    async def gets_all(self, *expected: Content, deadline: float = DEADLINE) -> None:
        """Wait until exactly these came, in this order."""
        end = time.monotonic() + deadline
        while self.contents() != list(expected):
            assert time.monotonic() < end, f"came: {self.contents()}"
            await asyncio.sleep(0.02)

    def contents(self) -> list[Content]:
        """What came, in order, each event once as the dedup key keeps it."""
        return [
            event.content for event in {event.event_id: event for event in reversed(self.events)}.values()
        ][::-1]


@asynccontextmanager
async def meeting(
    synapse: Synapse, tmp_path: Path, *, encrypted: bool = True
) -> AsyncIterator[tuple[Listener, Person]]:
    """A bot and Anna, in a chat of two."""
    bot = Listener(synapse, synapse.register("bot"), tmp_path / "bot")
    async with Person.on(synapse, "anna", tmp_path / "anna") as anna, bot:
        await anna.meets(bot.user_id, encrypted=encrypted)
        yield bot, anna


def to(event: Incoming, number: int, text: str, *buttons: Button, file: File | None = None) -> Outgoing:
    """An answer in the room of this event, with this outbox id."""
    return Outgoing(number, event.room, text, buttons, file)
