"""Server-sent events: each open page hears which chats changed, and how far a long job is."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Final

BEAT: Final = 15.0
"""Seconds of silence after which a line is sent, so that a dead connection is noticed."""


class News:
    """Everything that open pages still have to hear. What is told twice before it is heard, is heard once."""

    def __init__(self) -> None:
        self._pages: set[_Page] = set()
        self._closed = False

    def tell(self, topic: str, value: object) -> None:
        for page in self._pages:
            page.tell(topic, value)

    def close(self) -> None:
        """Let all pages go, so that the server can stop."""
        self._closed = True
        for page in self._pages:
            page.news.set()

    async def read(self, beat: float = BEAT) -> AsyncIterator[bytes]:
        """The stream of one page. It begins with `hello`, on which the page asks for everything."""
        page = _Page()
        self._pages.add(page)
        try:
            yield _event("hello", None)
            while not self._closed:
                yield await page.next(beat)
        finally:
            self._pages.discard(page)


class _Page:
    def __init__(self) -> None:
        self.news = asyncio.Event()
        self._waiting: dict[str, tuple[str, object]] = {}

    def tell(self, topic: str, value: object) -> None:
        # Chats are told one by one; of everything else only the last word counts, in the last place.
        key = f"{topic} {value}" if topic == "chat" else topic
        self._waiting.pop(key, None)
        self._waiting[key] = (topic, value)
        self.news.set()

    async def next(self, beat: float) -> bytes:
        try:
            async with asyncio.timeout(beat):
                await self.news.wait()
        except TimeoutError:
            return b": still here\n\n"
        waiting, self._waiting = self._waiting, {}
        self.news.clear()
        return b"".join(_event(topic, value) for topic, value in waiting.values())


def _event(topic: str, value: object) -> bytes:
    return f"event: {topic}\ndata: {json.dumps(value)}\n\n".encode()
