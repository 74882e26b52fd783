"""The page of a wijk over HTTP: for everybody, without cookies, and browsers may keep it for a while."""

import asyncio
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from storage.engine import STORE_DOWN
from web.guard import HEADERS

LANGUAGES: Final = ("nl", "en")
FRESH: Final = timedelta(seconds=10)
"""A page made so short ago is given again: many readers cost the store no more than one."""
KEPT: Final = 60
"""Seconds that a browser or proxy need not ask again."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it was made at a moment."""

    html: bytes
    tag: str
    at: datetime


class Press(Protocol):
    """Makes the pages, in Dutch or in English."""

    async def page(self, slug: str, language: str) -> str | None:
        """HTML; None for a wijk that has no page, or is not there: nobody sees which."""
        ...

    def missing(self, language: str) -> str:
        """That there is no such page."""
        ...

    def later(self, language: str) -> str:
        """That the page cannot be made now."""
        ...

    def policy(self) -> str:
        """The Content-Security-Policy of all of them."""
        ...

    def clock(self) -> datetime: ...


class WijkSite:
    """`/wijk/SLUG`, in Dutch or with `?taal=en` in English."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._made: dict[tuple[str, str], Made] = {}
        self._making = asyncio.Lock()

    def routes(self) -> list[Route]:
        ways = ("/wijk", "/wijk/", "/wijk/{slug}", "/wijk/{slug}/")
        return [Route(way, self._answer) for way in ways]

    async def _answer(self, request: Request) -> Response:
        asked = request.query_params.get("taal", "")
        language = asked if asked in LANGUAGES else LANGUAGES[0]
        slug = request.path_params.get("slug", "")
        try:
            made = await self._page(slug, language)
        except STORE_DOWN:
            made = self._made.get((slug, language))
            if made is None:
                return self._html(self._press.later(language).encode(), 503, "no-store")
        if made is None:
            return self._html(self._press.missing(language).encode(), 404, f"public, max-age={KEPT}")
        if _known(request.headers.get("if-none-match", ""), made.tag):
            return self._headed(Response(status_code=304), f"public, max-age={KEPT}", made.tag)
        return self._html(made.html, 200, f"public, max-age={KEPT}", made.tag)

    async def _page(self, slug: str, language: str) -> Made | None:
        async with self._making:
            now, kept = self._press.clock(), self._made.get((slug, language))
            if kept is not None and timedelta() <= now - kept.at < FRESH:
                return kept
            html = await self._press.page(slug, language)
            if html is None:
                self._made.pop((slug, language), None)
                return None
            body = html.encode()
            made = Made(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"', now)
            self._made[slug, language] = made
            return made

    def _html(self, body: bytes, status: int, caching: str, tag: str = "") -> Response:
        return self._headed(HTMLResponse(body, status), caching, tag)

    def _headed(self, response: Response, caching: str, tag: str) -> Response:
        own = {"content-security-policy": self._press.policy(), "cache-control": caching}
        response.headers.update({**HEADERS, **own, **({"etag": tag} if tag else {})})
        return response


def _known(given: str, tag: str) -> bool:
    """Whether the reader has this very page."""
    return given.strip() == "*" or tag in re.findall(r'"[^"]*"', given)
