"""Health is what a machine asks: yes or no, why not, and nothing of people."""

from collections.abc import Sequence

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from web.app import service


def asking(app: Starlette) -> httpx.AsyncClient:
    """A client that talks to the application without a network."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://service")


async def taken(_request: Request) -> PlainTextResponse:
    """A webhook."""
    return PlainTextResponse("taken")


@pytest.mark.asyncio
@pytest.mark.parametrize(("found", "status"), [((), 200), (("sender stopped: account refused",), 503)])
async def test_health_says_why_it_is_not_well(found: Sequence[str], status: int) -> None:
    """All well is 200; anything else is 503 with the reasons."""

    async def reasons() -> Sequence[str]:
        return found

    async with asking(service(reasons)) as client:
        answer = await client.get("/health")
    assert answer.status_code == status
    assert answer.json() == {"ok": not found, "reasons": list(found)}


@pytest.mark.asyncio
async def test_a_platform_hangs_its_webhook_beside_it() -> None:
    """Routes that are given are served next to health."""

    async def well() -> Sequence[str]:
        return ()

    hook = Route("/hook", taken, methods=["POST"])
    async with asking(service(well, [hook])) as client:
        assert (await client.post("/hook")).text == "taken"
