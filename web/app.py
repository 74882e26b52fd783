"""What the running service offers over HTTP: whether it is well, and what others hang beside it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

Reasons: TypeAlias = Callable[[], Awaitable[Sequence[str]]]
"""Why the service is not well, in words without anything personal; empty when all is well."""

Exposition: TypeAlias = Callable[[], Awaitable[bytes]]
"""The page of numbers, whole."""


def health(reasons: Reasons) -> Route:
    """`/health`: 200 when all is well, 503 with the reasons when not."""

    async def answer(_request: Request) -> JSONResponse:
        found = list(await reasons())
        return JSONResponse({"ok": not found, "reasons": found}, 503 if found else 200)

    return Route("/health", answer)


def metrics(exposition: Exposition, kind: str) -> Route:
    """`/metrics`: numbers for a monitor."""

    async def answer(_request: Request) -> Response:
        return Response(await exposition(), headers={"content-type": kind})

    return Route("/metrics", answer)


def service(reasons: Reasons, routes: Sequence[BaseRoute] = ()) -> Starlette:
    """The application of the running service; `routes` are those of the platforms (a webhook)."""
    return Starlette(routes=[health(reasons), *routes])
