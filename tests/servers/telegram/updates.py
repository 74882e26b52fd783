"""The queue of updates of a bot, as Telegram keeps it; and the disorder that a test wants in it."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that Telegram sends only to bots that ask for them."""


@dataclass
class Waiting:
    id: int
    text: str
    given: bool = False


class Updates:
    """What waits for the bot. Asking with an offset confirms what was given out below it."""

    def __init__(self) -> None:
        self.next_id = 700_000_001
        self.allowed: Sequence[str] = ()
        self.waiting: list[Waiting] = []
        self.history: dict[int, str] = {}
        self._news = asyncio.Event()
        self._asked = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None

    def put(self, kind: str, content: Mapping[str, Any]) -> int | None:
        """A new update; `None` when the bot does not ask for that kind."""
        if kind not in self.allowed if self.allowed else kind in UNASKED:
            return None
        number = self.next_id
        self.put_text(number, json.dumps({"update_id": number, kind: content}))
        self.next_id += 1
        return number

    def put_text(self, number: int, text: str) -> None:
        """An update that is exactly this text, JSON or not."""
        self.history[number] = text
        self.waiting.append(Waiting(number, text))
        self._tell()

    def put_raw(self, update: Mapping[str, Any]) -> int:
        """An update with any content; it gets the next number when it has none."""
        number = int(update.get("update_id", self.next_id))
        self.next_id = max(self.next_id, number) + 1
        self.put_text(number, json.dumps({"update_id": number} | dict(update)))
        return number

    def put_torn(self, rest: str) -> int:
        """An update that begins well and then is no JSON that can be read."""
        number = self.next_id
        self.next_id += 1
        self.put_text(number, f'{{"update_id": {number}, "message": {rest}')
        return number

    def again(self, number: int) -> None:
        """Give an earlier update once more, confirmed or not."""
        self.waiting.append(Waiting(number, self.history[number]))
        self._tell()

    def shuffle(self, seed: int) -> None:
        """What waits comes in another order."""
        Random(seed).shuffle(self.waiting)

    def restart(self, number: int) -> None:
        """Number from here on, as Telegram does after a quiet week; it may be lower."""
        self.next_id = number

    def confirm(self, offset: int) -> None:
        """Forget what was given out below the offset; a negative one keeps only the last few."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        else:
            self.waiting = [one for one in self.waiting if not one.given or one.id >= offset]

    def give(self, offset: int, limit: int) -> list[str]:
        """The next ones, as texts; they keep waiting until confirmed."""
        found = [one for one in self.waiting if one.id >= offset][:limit]
        for one in found:
            one.given = True
        return [one.text for one in found]

    async def poll(self, offset: int, limit: int, hold: float) -> list[str] | None:
        """The same, waiting for the first; `None` when another poll came in between."""
        self.interrupt()
        mine = self._poll = asyncio.get_running_loop().create_future()
        until = asyncio.get_running_loop().time() + hold
        while not (found := self.give(offset, limit)):
            self._asked.set()
            left = until - asyncio.get_running_loop().time()
            if left <= 0 or not await self._news_within(left, mine):
                break
        return None if mine.cancelled() else found

    def interrupt(self) -> None:
        """Another poll takes over: the one that waits ends with 409."""
        if self._poll:
            self._poll.cancel()
            self._tell()

    async def asked(self) -> None:
        """Wait until the bot waits for updates."""
        await self._asked.wait()

    async def news(self) -> None:
        """Wait until something is put."""
        await self._news.wait()

    async def _news_within(self, seconds: float, mine: asyncio.Future[None]) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return False
        return not mine.cancelled()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
