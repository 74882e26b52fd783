"""The page of a wijk over HTTP and in a browser: for everybody, fresh, and of this wijk only."""

import io
import re
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import pytest_asyncio
import zxingcpp
from axe_playwright_python.async_playwright import Axe
from PIL import Image
from playwright.async_api import Browser, async_playwright
from starlette.applications import Starlette

from bot.texts import Words
from domain.folder import WijkPage
from reports import folder_page
from reports.page import policy
from tests.reports import folders
from tests.reports.conftest import say_in
from web.wijk import FRESH, LANGUAGES, WijkSite

WIJKEN = [folders.empty, folders.usual, folders.much]
on_browser = pytest.mark.asyncio(loop_scope="module")


@dataclass
class Press:
    """Pages of two wijken, one of them public; it counts how often one was made."""

    shown: dict[str, WijkPage] = field(default_factory=lambda: {"boomgaard": folders.usual()})
    now: datetime = datetime(2027, 1, 20, tzinfo=UTC)
    made: int = 0
    down: bool = False

    async def page(self, slug: str, language: str) -> str | None:
        if self.down:
            raise OSError("the disk is full")
        self.made += 1
        found = self.shown.get(slug)
        return folder_page.wijk_page(found, say_in(language), language) if found else None

    def missing(self, language: str) -> str:
        return folder_page.missing_page(say_in(language), language)

    def later(self, language: str) -> str:
        return folder_page.later_page(say_in(language), language)

    def policy(self) -> str:
        return policy()

    def clock(self) -> datetime:
        return self.now


def asking(press: Press) -> httpx.AsyncClient:
    """A client that talks to the application without a network."""
    app = Starlette(routes=WijkSite(press).routes())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://wijk.example")


# --- over HTTP ---------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_the_page_comes_with_what_keeps_it_safe() -> None:
    """No cookie, no script, nothing from elsewhere; browsers may keep it for a minute."""
    async with asking(Press()) as client:
        answer = await client.get("/wijk/boomgaard")
        english = await client.get("/wijk/boomgaard/?taal=en")
        head = await client.head("/wijk/boomgaard")
    assert (answer.status_code, english.status_code, head.status_code) == (200, 200, 200)
    assert '<html lang="nl"' in answer.text
    assert '<html lang="en"' in english.text
    assert head.headers["etag"] == answer.headers["etag"] != english.headers["etag"]
    assert head.content == b""
    assert answer.headers["cache-control"] == "public, max-age=60"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers
    assert not re.findall(r"<script|src=|url\(|@import| style=", answer.text)
    assert "noindex" not in answer.text


@pytest.mark.asyncio
async def test_who_has_the_page_gets_nothing_twice() -> None:
    """304 without a body, for this tag among others and for a weak one; another tag gets the page."""
    async with asking(Press()) as client:
        tag = (await client.get("/wijk/boomgaard")).headers["etag"]
        for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
            answer = await client.get("/wijk/boomgaard", headers={"if-none-match": known})
            assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
        other = await client.get("/wijk/boomgaard", headers={"if-none-match": '"other"'})
    assert other.status_code == 200


@pytest.mark.asyncio
async def test_many_readers_cost_one_page() -> None:
    """Within ten seconds the same page is given; after that a changed one, with another tag."""
    press = Press()
    async with asking(press) as client:
        first = await client.get("/wijk/boomgaard")
        for _ in range(20):
            assert (await client.get("/wijk/boomgaard")).headers["etag"] == first.headers["etag"]
        assert press.made == 1
        press.now += FRESH
        press.shown["boomgaard"] = folders.empty()
        assert (await client.get("/wijk/boomgaard")).headers["etag"] != first.headers["etag"]
        assert press.made == 2
        press.now -= timedelta(days=1)
        await client.get("/wijk/boomgaard")
        assert press.made == 3


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "path",
    [
        "/wijk",
        "/wijk/",
        "/wijk/kersentuin",
        "/wijk/BOOMGAARD",
        "/wijk/boomgaard.",
        "/wijk/%00",
        "/wijk/..%2f..%2fetc",
        "/wijk/" + "x" * 5_000,
    ],
)
async def test_what_is_not_there_is_said_in_plain_words(path: str) -> None:
    """The same 404 for a wijk without a page, one that is not there, and no wijk; it names none."""
    async with asking(Press()) as client:
        answer = await client.get(path)
    assert answer.status_code == 404
    if "%2f" not in path:
        assert "Op dit adres staat geen pagina van een wijk." in answer.text
    assert "boomgaard" not in answer.text.lower()


@pytest.mark.asyncio
async def test_an_unknown_language_is_dutch() -> None:
    """Whatever stands behind `taal`, there is a page in words that we have."""
    async with asking(Press()) as client:
        for asked in ("xx", "", "en&taal=nl", "%00"):
            answer = await client.get(f"/wijk/boomgaard?taal={asked}")
            assert '<html lang="nl"' in answer.text
        assert "This page is not here" in (await client.get("/wijk/x?taal=en")).text


@pytest.mark.asyncio
async def test_nothing_can_be_changed_here() -> None:
    """It is for reading."""
    async with asking(Press()) as client:
        assert (await client.post("/wijk/boomgaard", content=b"x")).status_code == 405


@pytest.mark.asyncio
async def test_while_the_store_is_away() -> None:
    """Who asks gets the last page that was made, or in plain words that it comes back."""
    press = Press()
    async with asking(press) as client:
        press.down = True
        answer = await client.get("/wijk/boomgaard")
        assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store")
        assert "Deze pagina komt zo terug" in answer.text
        press.down = False
        good = await client.get("/wijk/boomgaard")
        press.down = True
        press.now += FRESH
        assert (await client.get("/wijk/boomgaard")).text == good.text


@pytest.mark.asyncio
async def test_a_page_that_is_withdrawn_is_gone() -> None:
    """A wijk that is public no more is not kept by us either."""
    press = Press()
    async with asking(press) as client:
        await client.get("/wijk/boomgaard")
        press.now += FRESH
        press.shown.clear()
        assert (await client.get("/wijk/boomgaard")).status_code == 404


# --- in a browser ------------------------------------------------------------------------------


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Debian's chromium, started once."""
    async with async_playwright() as playwright:
        path = shutil.which("chromium")
        started = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        await started.close()


@on_browser
@pytest.mark.parametrize(("width", "dark", "language"), [(320, True, "nl"), (1200, False, "en")])
@pytest.mark.parametrize("wijk", [*WIJKEN, None])
async def test_everybody_can_read_it(
    browser: Browser,
    wijk: Callable[[], WijkPage] | None,
    width: int,
    dark: bool,  # noqa: FBT001 - a parameter of the test
    language: str,
) -> None:
    """No violation of any rule of axe, and nothing to scroll sideways, from 320 pixels, light and dark."""
    say = say_in(language)
    html = folder_page.wijk_page(wijk(), say, language) if wijk else folder_page.missing_page(say, language)
    context = await browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page = await context.new_page()
    await page.set_content(html)
    found = await Axe().run(page, options={})
    assert [(rule["id"], rule["nodes"]) for rule in found.response["violations"]] == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await context.close()


@on_browser
async def test_the_policy_lets_the_page_through(browser: Browser) -> None:
    """With its policy it looks as it should; nothing is refused, kept or fetched elsewhere."""
    context = await browser.new_context()
    page = await context.new_page()
    said: list[str] = []
    fetched: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: fetched.append(request.url))
    html = folder_page.wijk_page(folders.usual(), say_in("nl"), "nl")
    headers = {"content-security-policy": policy(), "content-type": "text/html; charset=utf-8"}
    await page.route("**/*", lambda route: route.fulfill(body=html, headers=headers))
    await page.goto("http://wijk.example/wijk/boomgaard")
    assert await page.evaluate("getComputedStyle(document.querySelector('.button')).paddingLeft") != "0px"
    assert await page.evaluate("document.querySelector('svg.qr').getBoundingClientRect().width") > 100
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    assert said == []
    assert fetched == ["http://wijk.example/wijk/boomgaard"]
    assert await context.cookies() == []
    await context.close()


@on_browser
async def test_the_code_on_the_page_leads_to_the_chat(browser: Browser) -> None:
    """A telephone reads it from the screen, also in the dark."""
    context = await browser.new_context(color_scheme="dark")
    page = await context.new_page()
    await page.set_content(folder_page.wijk_page(folders.usual(), say_in("nl"), "nl"))
    seen = Image.open(io.BytesIO(await page.locator("svg.qr").screenshot()))
    assert [one.text for one in zxingcpp.read_barcodes(seen)] == [folders.TELEGRAM.address]
    await context.close()


def test_both_languages_have_every_word() -> None:
    """The languages of the page are those in which everything is said."""
    assert set(LANGUAGES) <= set(Words().languages)
