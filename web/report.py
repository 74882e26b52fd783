"""The report of a round over HTTP, at a link that only the wijkverband gets."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from reports.page import policy

FindPage: TypeAlias = Callable[[str, str, str], Awaitable[str | None]]
"""Wijk, round and the token of the link -> the page, or None when the link opens nothing."""

PRIVATE = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
}


def report_route(find: FindPage) -> Route:
    """`/report/WIJK/ROUND/TOKEN`: the page, or 404 whatever was wrong with the link."""

    async def answer(request: Request) -> Response:
        asked = request.path_params
        html = await find(asked["slug"], asked["round"], asked["token"])
        if html is None:
            return PlainTextResponse("not found", 404, PRIVATE)
        return HTMLResponse(html, headers=PRIVATE | {"content-security-policy": policy()})

    return Route("/report/{slug}/{round}/{token}", answer)
