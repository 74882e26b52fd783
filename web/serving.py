"""The web server inside the program's own loop."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterator

import uvicorn
from starlette.types import ASGIApp


class Server(uvicorn.Server):
    """Leaves signals to the program."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serving(
    app: ASGIApp, *, host: str = "127.0.0.1", port: int = 8000, stop: Callable[[], None] = lambda: None
) -> AsyncIterator[str]:
    """Serve `app` and give its address. Port 0 takes a free one; `OSError` when the port is taken.

    `stop` is called before the server waits for open answers to end.
    """
    listener = _listener(host, port)
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    server = Server(config)
    with listener:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(server.serve(sockets=[listener]))
            try:
                yield f"http://{_written(host)}:{listener.getsockname()[1]}"
            finally:
                stop()
                server.should_exit = True


def _listener(host: str, port: int) -> socket.socket:
    """Bound here and not by uvicorn, which ends the whole program when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host
