"""The report at its link: for whoever has the link, and for nobody else."""

from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from domain.invitations import Grant
from tests.bot.scripted import Street, sqlite, street
from web.report import report_route

pytestmark = pytest.mark.asyncio

AFTER = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
NAME = "2026-10"


async def _october(at: Street) -> str:
    """The report of October is out, at an address; gives its path."""
    at.house.pages.address = "https://wijk.example/"
    await at.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
    await at.house.tick()
    await at.says("anja", "de lantaarn achter de flat is stuk")
    at.clock.now = AFTER
    await at.house.tick()
    return at.house.pages.link("boomgaard", NAME).removeprefix("https://wijk.example")


def _asking(at: Street) -> httpx.AsyncClient:
    app = Starlette(routes=[report_route(at.house.pages.report)])
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://wijk.example")


async def test_the_chat_has_the_link_and_the_link_has_the_page(tmp_path: Path) -> None:
    """The report in the chat says where its page is; there it stands, kept by no browser or search engine."""
    async with street(sqlite(tmp_path)) as at:
        path = await _october(at)
        heard = "\n".join(await at.hears("marit"))
        assert f"Bekijk op de pagina: https://wijk.example{path}\n" in heard
        async with _asking(at) as client:
            answer = await client.get(path)
    assert answer.status_code == 200
    assert "Top 5 van oktober 2026" in answer.text
    assert "lantaarn" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_no_other_link_opens_anything(tmp_path: Path) -> None:
    """Another token, the token of another round or wijk, a round that is not there: all the same 404."""
    async with street(sqlite(tmp_path)) as at:
        path = await _october(at)
        token = path.rpartition("/")[2]
        other = at.house.pages.link("boomgaard", "2026-11").rpartition("/")[2]
        tried = (
            f"/report/boomgaard/{NAME}/{token[:-1]}",
            f"/report/boomgaard/{NAME}/{token[:-1]}é",
            f"/report/boomgaard/{NAME}/{other}",
            f"/report/boomgaard/2026-09/{token}",
            f"/report/elders/{NAME}/{token}",
            f"/report/boomgaard/2026-11/{other}",
            at.house.pages.link("elders", NAME).removeprefix("https://wijk.example"),
        )
        async with _asking(at) as client:
            answers = [await client.get(one) for one in tried]
    assert [(answer.status_code, answer.text) for answer in answers] == [(404, "not found")] * len(tried)


async def test_without_an_address_there_is_no_link(tmp_path: Path) -> None:
    """A service that nobody can reach promises no page."""
    async with street(sqlite(tmp_path)) as at:
        await _october(at)
        at.house.pages.address = ""
        assert at.house.pages.link("boomgaard", NAME) == ""
