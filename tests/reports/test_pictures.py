"""The pictures of the report in the README, made anew by `pytest tests/reports/test_pictures.py --update`."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import async_playwright

from reports.document import png
from reports.page import report_page
from reports.wording import Say
from tests.reports import examples

DOCS = Path(__file__).parents[2] / "docs"
PAPER, PAGE = DOCS / "report-page-one.png", DOCS / "report-page.png"
LARGEST = 300_000


def _kept(path: Path, drawn: bytes) -> None:
    """Few colours, so few bytes."""
    with Image.open(io.BytesIO(drawn)) as picture:
        picture.convert("RGB").quantize(64).save(path, optimize=True)


async def _drawn(html: str) -> bytes:
    async with async_playwright() as playwright:
        path = shutil.which("chromium")
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1200, "height": 1650})
        await page.set_content(html)
        drawn = await page.screenshot()
        await browser.close()
    return drawn


@pytest.mark.asyncio
async def test_the_readme_shows_the_report(say: Say, request: pytest.FixtureRequest) -> None:
    """Page one on paper, and the page in a browser: two pictures that are light enough to load."""
    if request.config.getoption("--update", default=False):
        _kept(PAPER, png(examples.quoted(), say, "nl")[0])
        _kept(PAGE, await _drawn(report_page(examples.quoted(), say, "nl")))
    for path in (PAPER, PAGE):
        with Image.open(path) as picture:
            assert picture.width > 800
        assert path.stat().st_size < LARGEST
