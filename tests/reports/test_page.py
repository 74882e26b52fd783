"""The report as a page, in a real browser: nothing for axe to complain of, nothing cut off, no script."""

import re
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

from domain.report import Mention, Quote, RoundReport
from reports.page import policy, report_page
from reports.wording import Say
from tests.reports import examples
from tests.reports.conftest import say_in

ROUNDS = [
    examples.empty,
    examples.three,
    examples.twelve,
    examples.quoted,
    examples.everything,
    examples.after_the_meeting,
    examples.crowded,
]

on_browser = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Debian's chromium, started once."""
    async with async_playwright() as playwright:
        path = shutil.which("chromium")
        started = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        await started.close()


async def _shown(browser: Browser, html: str, *, width: int = 1200, dark: bool = False) -> Page:
    context = await browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page = await context.new_page()
    await page.set_content(html)
    return page


@on_browser
@pytest.mark.parametrize(("width", "dark"), [(320, False), (1200, True)])
@pytest.mark.parametrize("round_", ROUNDS)
async def test_everybody_can_read_it(
    browser: Browser,
    round_: Callable[[], RoundReport],
    width: int,
    dark: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """No violation of any rule of axe, and nothing to scroll sideways, from 320 pixels, light and dark."""
    page = await _shown(browser, report_page(round_(), say_in("nl"), "nl"), width=width, dark=dark)
    found = await Axe().run(page, options={})
    assert [(rule["id"], rule["nodes"]) for rule in found.response["violations"]] == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await page.context.close()


@on_browser
async def test_it_reads_from_the_right(browser: Browser) -> None:
    """In a language read from the right the whole page turns."""
    dutch = say_in("nl")
    html = report_page(examples.everything(), lambda text: "\N{ARABIC LETTER ALEF} " + dutch(text), "ar")
    page = await _shown(browser, html, width=360)
    assert await page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    await page.context.close()


def test_it_holds_what_the_paper_holds(say: Say) -> None:
    """Every part of a full round, with quotes in their own language and direction."""
    html = report_page(examples.everything(), say, "nl")
    words = " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL).split())
    for part in (
        "Top 5 van oktober 2026",
        "148 mensen",
        "Nog niet gehoord: Bedrijvenpark De Mispel.",
        "Vorige ronde: 47 van de 48 melders kregen antwoord. Op tijd: 45.",
        "De helft hoorde het binnen 11 dagen.",
        "Losse stoeptegels in de Pruimenlaan (7 mensen) aan Gemeente, meldpunt openbare ruimte",
        "Ja: 4. Nee: 1. Wacht nog: 2. Langer dan 3 dagen: 1.",
        "Wij stelden 23 vragen niet",
        "Met school, politie",
        "ja 14, een beetje 6, nee 5",
        "te weinig antwoorden",
        "Wachtlijst voor de taalles (4 mensen)",
        "Bankjes in het park (6 mensen)",
        "10 min Kiezen: 1 of 2 acties",
        "Dit is geen stemming.",
    ):
        assert part in words
    assert '<figure class="quote" dir="rtl">' in html
    assert '<blockquote lang="uk">' in html


def test_it_tells_no_small_group(say: Say) -> None:
    """Of four people the page tells no buurt, as everywhere."""
    html = report_page(examples.few(), say, "nl")
    assert html.count("minder dan 5 per groep") == 3
    assert "Appelhof" not in html


def test_words_of_people_are_no_markup(say: Say) -> None:
    """Whatever was typed is shown as it was typed: no tag, no address that can be pressed."""
    odd = "<script>alert(1)</script> https://fout.example {{ 7*7 }} \N{RIGHT-TO-LEFT OVERRIDE}"
    usual = examples.october()
    topic = replace(usual.topics[0], title=odd, quotes=(Quote(odd, "nl"),))
    html = report_page(replace(usual, topics=(topic,), district=odd, good_news=(Mention(odd, 6),)), say, "nl")
    assert "<script" not in html
    assert 'href="http' not in html
    assert "{{ 7*7 }}" in html
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in html


def test_nothing_comes_from_elsewhere(say: Say) -> None:
    """One file: no script, no source outside, and the policy allows its style and nothing else."""
    html = report_page(examples.everything(), say, "nl")
    assert not re.findall(r"<script|src=|url\(|@import| style=", html)
    assert 'content="noindex, nofollow"' in html
    assert policy().startswith("default-src 'none'; style-src 'sha256-")


@on_browser
async def test_the_policy_lets_its_style_through(browser: Browser, say: Say) -> None:
    """Served with its policy the page still looks as it should, and the browser refuses nothing."""
    context = await browser.new_context()
    page = await context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    html = report_page(examples.everything(), say, "nl")
    headers = {"content-security-policy": policy(), "content-type": "text/html; charset=utf-8"}
    await page.route("**/*", lambda route: route.fulfill(body=html, headers=headers))
    await page.goto("http://wijk.example/")
    assert await page.evaluate("getComputedStyle(document.body).margin") == "0px"
    assert said == []
    await context.close()
