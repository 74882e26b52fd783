"""A line to PostgreSQL that a test can cut: a small TCP proxy before the socket of the test server."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers.postgres import name_of

COMMIT = b"COMMIT"


@dataclass
class Line:
    """Passes everything on, until it is told to cut."""

    socket: Path
    port: int = 0
    cut_after_commit: Callable[[bytes], bool] | None = None
    """Asked for every piece that holds a COMMIT, once it was passed on: true cuts this connection, so that
    the server commits and its answer is lost."""
    cuts: int = 0
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    def url(self, database: str) -> str:
        """The address of this database through the line."""
        return f"postgresql+asyncpg://test@127.0.0.1:{self.port}/{name_of(database)}?ssl=disable"

    def cut(self) -> None:
        """Break every connection, as a switch that fails does."""
        for one in list(self._open):
            one.transport.abort()

    async def serve(self, ours: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """One connection."""
        self._open.add(back)
        with suppress(OSError):
            theirs, on = await asyncio.open_unix_connection(self.socket)
            self._open.add(on)
            async with asyncio.TaskGroup() as both:
                answer = both.create_task(self._pass(theirs, back))
                both.create_task(self._ask(ours, on, back, answer))
            on.close()
            self._open.discard(on)
        back.close()
        self._open.discard(back)

    async def _pass(self, source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                to.write(data)
                await to.drain()
        to.close()

    async def _ask(
        self,
        ours: asyncio.StreamReader,
        on: asyncio.StreamWriter,
        back: asyncio.StreamWriter,
        answer: "asyncio.Task[None]",
    ) -> None:
        with suppress(OSError):
            while data := await ours.read(65536):
                last = COMMIT in data and self.cut_after_commit is not None and self.cut_after_commit(data)
                if last:
                    # From here on no answer goes back; the server has the COMMIT.
                    answer.cancel()
                on.write(data)
                await on.drain()
                if last:
                    self.cuts += 1
                    back.transport.abort()
                    break
        on.write_eof() if on.can_write_eof() else None
        on.close()


@asynccontextmanager
async def line(directory: Path) -> AsyncIterator[Line]:
    """To the server whose socket stands in this directory."""
    made = Line(directory / ".s.PGSQL.5432")
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    async with server:
        yield made
        made.cut()
