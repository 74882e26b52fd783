"""A server that answers like OpenAI's `/v1/embeddings`, with faults on demand."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class EmbeddingsServer:
    """Counts letters. `fault` is what it does instead: a status, or what it answers."""

    url: str = ""
    fault: object = None
    hangs: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    _free: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.Response:
        """One request."""
        words = await request.json()
        self.asked.append(words)
        self.tokens.append(request.headers.get("Authorization", ""))
        if self.hangs:
            await self._free.wait()
        if isinstance(self.fault, int):
            return web.Response(status=self.fault, text="no")
        if isinstance(self.fault, str):
            return web.Response(text=self.fault, content_type="application/json")
        rows = [{"index": n, "embedding": letters(text)} for n, text in enumerate(words["input"])]
        # Any order is allowed: the index tells.
        return web.json_response({"object": "list", "model": words["model"], "data": rows[::-1]})

    def release(self) -> None:
        """Whoever hangs may go."""
        self._free.set()


def letters(text: str) -> list[float]:
    """How often each letter stands in a text, and one for its being there."""
    return [1.0, *(float(text.lower().count(letter)) for letter in LETTERS)]


@asynccontextmanager
async def embeddings_server() -> AsyncIterator[EmbeddingsServer]:
    """It runs on a free port."""
    server = EmbeddingsServer()
    app = web.Application()
    app.router.add_post("/v1/embeddings", server.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    _, port = runner.addresses[0]
    server.url = f"http://127.0.0.1:{port}/v1/embeddings"
    try:
        yield server
    finally:
        server.release()
        await runner.cleanup()
