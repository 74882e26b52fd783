"""The whole demo in a real browser: the service behind the phones, a month of signals, the top 5."""

import re
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, async_playwright, expect

from bot.__main__ import demo_site

PICTURE = Path(__file__).parents[2] / "docs" / "demo.png"
"""Shown in the README; `pytest tests/web/test_demo.py --update` makes it again."""

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(400)]
expect.set_options(timeout=60_000)


@pytest_asyncio.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    """The page of a demo that just began, in Debian's chromium."""
    async with demo_site(0, tmp_path, lambda: datetime.now(UTC)) as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        opened = await browser.new_page(viewport={"width": 1440, "height": 900})
        await opened.goto(address)
        await opened.wait_for_selector("body[data-ready]")
        yield opened
        await browser.close()


async def test_a_month_from_signal_to_top_5(page: Page, request: pytest.FixtureRequest) -> None:
    """Anja tells, the month fills, the round ends: the top 5 stands in the group, with all it needs."""
    anja, group = (page.get_by_role("region", name=name) for name in ("Anja", "Wijkverband"))
    await anja.get_by_role("textbox").fill("de lantaarn achter de flat is al weken stuk")
    await anja.get_by_role("textbox").press("Enter")
    await anja.get_by_role("button", name="Kweepeer-Noord").click()
    await expect(anja.get_by_text("Dank u.").last).to_be_visible()
    await page.get_by_role("button", name="Vul met een maand").click()
    following = page.get_by_role("button", name="Volgende moment")
    await expect(following).to_be_enabled(timeout=200_000)
    await following.click()
    await expect(group.get_by_role("button", name="Begin")).to_be_attached()
    await expect(group.get_by_text("top5-boomgaard-2026-10.pdf").first).to_be_attached()
    await expect(group.get_by_text("Ronde oktober 2026, De Boomgaard.").first).to_be_visible()
    await expect(group.get_by_text("Vocht en schimmel – De Linde").first).to_be_attached()
    link = group.get_by_role("link", name=re.compile("report.boomgaard.2026-10"))
    async with page.context.expect_page() as opening:
        await link.first.click()
    report = await opening.value
    await expect(report.get_by_role("heading", name="Top 5 van oktober 2026")).to_be_visible()
    await report.close()
    if request.config.getoption("--update", default=False):
        await page.screenshot(path=PICTURE)
    assert PICTURE.read_bytes().startswith(b"\x89PNG")
