"""The demo page in a real browser, as people use it: with a mouse, a keyboard, a phone, in the dark."""

import contextlib
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    ViewportSize,
    async_playwright,
    expect,
)

from bot.chat import Button, Outgoing
from tests.web.rehearsal import Stage, rehearsal
from web.cast import GROUP

pytestmark = pytest.mark.asyncio(loop_scope="module")

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Debian's chromium, started once."""
    async with async_playwright() as playwright:
        path = shutil.which("chromium")
        started = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        await started.close()


@contextlib.asynccontextmanager
async def opened(browser: Browser, stage: Stage, **looks: Any) -> AsyncIterator[Page]:  # noqa: ANN401 - options
    """The page, loaded and connected; whatever it complains of in its console fails the test."""
    context = await browser.new_context(**({"viewport": WIDE, "reduced_motion": "reduce"} | looks))
    page = await context.new_page()
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    page.on("console", complain)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(f"{stage.address}/")
    await page.wait_for_selector("body[data-ready]")
    yield page
    await context.close()
    assert complaints == []


def bubbles(page: Page, phone: str) -> Locator:
    """The messages on a phone."""
    return page.locator(f"#phone-{phone} .bubble")


async def say(page: Page, phone: str, text: str) -> None:
    """Type a text and send it with Enter."""
    field = page.locator(f"#phone-{phone} textarea")
    await field.fill(text)
    await field.press("Enter")


async def test_a_signal_gets_its_answer(browser: Browser, tmp_path: Path) -> None:
    """Start, a text and a press: each answer appears, and the chosen button shows that it was chosen."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage) as page:
        await page.locator("#phone-anja").get_by_role("button", name="Start").click()
        await expect(bubbles(page, "anja").last).to_contain_text("Hallo.")
        await say(page, "anja", "de lamp is stuk")
        await expect(bubbles(page, "anja").last).to_contain_text("Uw signaal 2026-0412 is bewaard.")
        await expect(page.locator("#phone-anja textarea")).to_have_value("")
        link = bubbles(page, "anja").get_by_role("link")
        await expect(link).to_have_attribute("href", "https://example.org/wijk")
        await page.locator("#phone-anja").get_by_role("button", name="Trek in").click()
        await expect(bubbles(page, "anja").last).to_contain_text("U koos 2-1.")
        chosen = page.locator("#phone-anja").get_by_role("button", name="Trek in, gekozen")
        await expect(chosen).to_have_attribute("aria-disabled", "true")
        await chosen.click(force=True)
        await say(page, "anja", "daarna")
        await expect(bubbles(page, "anja")).to_have_count(6)


async def test_the_keyboard_is_enough(browser: Browser, tmp_path: Path) -> None:
    """Without a mouse: skip to the phones, start, press, type, edit, and move time."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage) as page:
        keys = page.keyboard
        await keys.press("Tab")
        await expect(page.get_by_role("link", name="Naar de telefoons")).to_be_focused()
        await keys.press("Enter")
        await reach(page, "Start")
        await keys.press("Enter")
        await expect(bubbles(page, "anja").last).to_contain_text("Hallo.")
        await expect(page.locator("#phone-anja textarea")).to_be_focused()
        await keys.type("van het toetsenbord")
        await keys.press("Enter")
        await expect(bubbles(page, "anja").last).to_contain_text("bewaard")
        await reach(page, "Klopt niet", back=True)
        await keys.press("Space")
        await expect(bubbles(page, "anja").last).to_contain_text("U koos")
        await expect(page.get_by_role("button", name="Klopt niet, gekozen")).to_be_focused()
        await reach(page, "Wijzig bericht", back=True)
        await keys.press("Enter")
        await keys.type(" en nu goed")
        await keys.press("Enter")
        await expect(bubbles(page, "anja").first.locator("xpath=..")).to_contain_text(
            "toetsenbord en nu goed"
        )
        await reach(page, "Volgende moment", back=True)
        await keys.press("Enter")
        await expect(page.locator("#now")).to_contain_text("zaterdag 31 oktober")


async def reach(page: Page, name: str, *, back: bool = False) -> None:
    """Tab until the control of that name has the focus, and see that this shows."""
    for _ in range(60):
        await page.keyboard.press("Shift+Tab" if back else "Tab")
        focused = page.locator(":focus")
        label = await focused.get_attribute("aria-label") or await focused.inner_text()
        if label.strip() == name:
            outline = await focused.evaluate("e => getComputedStyle(e).outlineStyle")
            assert outline == "solid"
            return
    pytest.fail(f"{name} cannot be reached")


async def test_a_message_is_changed_and_taken_back(browser: Browser, tmp_path: Path) -> None:
    """The pencil brings a text back in the field; Escape leaves it, Enter changes it, the bin removes it."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage) as page:
        await say(page, "anja", "eerst")
        mine = bubbles(page, "anja").first
        await mine.hover()
        await mine.get_by_role("button", name="Wijzig bericht").click()
        field = page.locator("#phone-anja textarea")
        await expect(field).to_have_value("eerst")
        await field.press("Escape")
        await expect(field).to_have_value("")
        await mine.get_by_role("button", name="Wijzig bericht").click()
        await say(page, "anja", "later")
        await expect(mine).to_contain_text("later")
        await expect(mine).to_contain_text("gewijzigd")
        await mine.get_by_role("button", name="Wijzig bericht").click()
        await page.get_by_role("button", name="Verwijder bericht").click()
        await expect(mine).to_contain_text("Bericht verwijderd")


async def test_photo_place_and_report(browser: Browser, tmp_path: Path) -> None:
    """A photo with a caption and a place are shared, what is no photo is refused, a report opens."""
    async with rehearsal(tmp_path / "data") as stage, opened(browser, stage) as page:
        picture = tmp_path / "foto.png"
        await page.locator("h1").screenshot(path=picture)
        await page.locator("#phone-anja input[type=file]").set_input_files(picture)
        await expect(page.locator("#phone-anja .preview")).to_contain_text("foto.png")
        await say(page, "anja", "kijk zelf")
        photo = bubbles(page, "anja").first
        await expect(photo).to_contain_text("kijk zelf")
        await expect(photo.get_by_role("img")).to_have_js_property("naturalWidth", width(picture))
        await page.locator("#phone-anja").get_by_role("button", name="Locatie delen").click()
        await expect(bubbles(page, "anja").nth(2)).to_contain_text("52.0921, 5.0886")
        await page.get_by_role("button", name="Volgende moment").click()
        report = page.get_by_role("link", name="Open verslag-oktober.pdf")
        address = await report.get_attribute("href")
        assert (await page.request.get(f"{stage.address}{address}")).headers[
            "content-type"
        ] == "application/pdf"


def width(picture: Path) -> int:
    """The width of a PNG."""
    return int.from_bytes(picture.read_bytes()[16:20], "big")


async def test_what_is_no_photo_is_said_so(browser: Browser, tmp_path: Path) -> None:
    """A refused file leaves a sentence, and the caption stays in the field."""
    async with rehearsal(tmp_path / "data") as stage:
        context = await browser.new_context(viewport=WIDE)
        page = await context.new_page()
        await page.goto(f"{stage.address}/")
        await page.wait_for_selector("body[data-ready]")
        (tmp_path / "foto.png").write_bytes(b"<svg>")
        await page.locator("#phone-anja input[type=file]").set_input_files(tmp_path / "foto.png")
        await say(page, "anja", "kijk")
        await expect(page.get_by_role("alert")).to_contain_text("Dit is geen foto")
        await expect(page.locator("#phone-anja textarea")).to_have_value("kijk")
        await context.close()


async def test_words_of_people_are_never_markup(browser: Browser, tmp_path: Path) -> None:
    """Markup, scripts in links and templates in a text or on a button are shown as they were typed."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage) as page:
        evil = "<img src=x onerror=alert(1)> {{7*7}} javascript:alert(1) <b>vet</b>"
        await say(page, "anja", evil)
        await expect(bubbles(page, "anja").first.locator(".text")).to_have_text(evil)
        await stage.local.send(Outgoing(99, "anja", "Kies", (Button(evil, "t"),)))
        await expect(page.get_by_role("button", name=evil)).to_be_visible()
        assert await page.locator("#row img, #row b").count() == 0


async def test_arabic_runs_from_right_to_left(browser: Browser, tmp_path: Path) -> None:
    """An Arabic text and its buttons have their own direction, in a page that is Dutch."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage) as page:
        await page.get_by_role("button", name="Samira").click()
        await say(page, "samira", "المصباح أمام العمارة مكسور")
        answer = bubbles(page, "samira").last
        await expect(answer).to_contain_text("شكرا")
        for part in (answer.locator(".text"), answer.get_by_role("button").first):
            assert await part.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert await answer.evaluate("e => getComputedStyle(e).direction") == "ltr"


async def test_who_only_types_sees_numbers(browser: Browser, tmp_path: Path) -> None:
    """A phone without buttons lists the choices as numbered lines, each number once."""
    async with rehearsal(tmp_path, bot=False) as stage, opened(browser, stage) as page:
        await page.get_by_role("button", name="Wim").click()
        stage.local.say("wim", "hallo")
        choices = (Button("1 Donker pad", "a"), Button("Iets anders", "b"))
        await stage.local.send(Outgoing(99, "wim", "Welke?", choices))
        lines = bubbles(page, "wim").last.get_by_role("listitem")
        await expect(lines).to_have_text(["Donker pad", "Iets anders"])
        await expect(bubbles(page, "wim").get_by_role("button", name="Iets anders")).to_have_count(0)


async def test_the_group_asks_who_speaks(browser: Browser, tmp_path: Path) -> None:
    """A partner speaks and presses under their own name; the others can still press the same button."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage) as page:
        group = page.locator("#phone-groep")
        await group.get_by_label("Wie spreekt?").select_option(label="Jamila")
        await say(page, "groep", "wij doen het")
        await expect(group.locator(".mine")).to_contain_text("wij doen het")
        await group.get_by_role("button", name="Klopt niet").click()
        await expect(group.get_by_role("button", name="gekozen door Jamila")).to_be_visible()
        await group.get_by_label("Wie spreekt?").select_option(label="Team Zorg")
        await expect(group.locator(".other")).to_contain_text("Jamila")
        await group.get_by_role("button", name="Klopt niet").click()
        await expect(group.get_by_role("button", name="gekozen door Team Zorg")).to_be_visible()
        assert [b.author for b in stage.local.sees(GROUP)] == ["jamila", "", "", ""]


async def test_on_a_phone_there_is_one_phone(browser: Browser, tmp_path: Path) -> None:
    """At 360 pixels nothing scrolls sideways, one phone is in view, and news elsewhere shows as a number."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage, viewport=PHONE, has_touch=True) as page:
        await say(page, "anja", "x" * 200 + " https://example.org/" + "lang/" * 40)
        await expect(bubbles(page, "anja")).to_have_count(2)
        stage.local.say("samira", "مرحبا")
        tab = page.get_by_role("navigation").get_by_role("button", name="Samira")
        await expect(tab.locator(".badge")).to_have_text(re.compile("1 nieuw"))
        await expect(page.get_by_role("status")).to_have_text("Nieuw bericht voor Samira")
        await tab.tap()
        await expect(page.locator(".phone")).to_have_count(1)
        await expect(bubbles(page, "samira")).to_have_count(2)
        await expect(tab.locator(".badge")).to_be_hidden()
        for _ in range(2):
            assert await page.evaluate("document.documentElement.scrollWidth") == 360
            await page.get_by_text("Tijdlijn").first.tap()
        assert await too_small(page) == []


async def too_small(page: Page) -> list[str]:
    """Visible controls that are smaller than 24 by 24 pixels, links in text left out."""
    return await page.evaluate(  # type: ignore[no-any-return]
        """() => [...document.querySelectorAll('button, select, textarea, summary, nav a')]
        .filter((e) => e.checkVisibility())
        .map((e) => [e.getBoundingClientRect(), e])
        .filter(([box]) => box.width < 24 || box.height < 24)
        .map(([box, e]) => `${e.className} ${e.textContent} ${box.width}x${box.height}`)"""
    )


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (color) => {
    const [r, g, b] = [...rgba(color)].slice(0, 3).map((c) => c / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (rgba(color)[3] === 255) return color;
    }
  };
  const found = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) found.push(`${e.className} ${e.textContent}`);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_can_be_read(browser: Browser, tmp_path: Path, scheme: str) -> None:
    """In light and dark each text has the contrast of WCAG AA, and dark is dark."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage, color_scheme=scheme) as page:
        await say(page, "anja", "de lamp is stuk")
        await page.locator("#phone-anja").get_by_role("button", name="Klopt niet").click()
        await expect(bubbles(page, "anja")).to_have_count(3)
        stage.local.say("samira", "مرحبا")
        stage.local.say("jamila", "goed", GROUP)
        await page.get_by_role("button", name="Volgende moment").click()
        await expect(page.get_by_role("link", name="Open verslag-oktober.pdf")).to_be_visible()
        await page.mouse.move(0, 0)
        assert await page.evaluate(CONTRAST) == []
        ground = await page.evaluate("getComputedStyle(document.body).backgroundColor")
        red = int(re.findall(r"\d+", ground)[0])
        assert (red < 60) == (scheme == "dark")


async def test_a_page_that_is_opened_again_shows_the_same(browser: Browser, tmp_path: Path) -> None:
    """After a reload the chats are there, and a second window follows the first."""
    async with (
        rehearsal(tmp_path) as stage,
        opened(browser, stage) as first,
        opened(browser, stage) as second,
    ):
        await say(first, "anja", "voor twee")
        await expect(bubbles(second, "anja")).to_have_count(2)
        await first.reload()
        await expect(bubbles(first, "anja")).to_have_count(2)
        first.on("dialog", lambda dialog: dialog.accept())
        await first.get_by_role("button", name="Opnieuw beginnen").click()
        for page in (first, second):
            await expect(bubbles(page, "anja")).to_have_count(0)
            await expect(page.locator("#phone-anja").get_by_role("button", name="Start")).to_be_visible()


async def test_a_long_message_is_read_from_its_top(browser: Browser, tmp_path: Path) -> None:
    """A report that is longer than the phone begins in view; one button leads to its end."""
    async with rehearsal(tmp_path, bot=False) as stage, opened(browser, stage, viewport=PHONE) as page:
        stage.local.open("anja")
        await stage.local.send(Outgoing(1, "anja", "Begin\n" + "regel\n" * 60 + "Eind"))
        on = page.get_by_role("button", name="Lees verder")
        await expect(bubbles(page, "anja").locator(".body")).to_be_in_viewport()
        await expect(page.locator("#phone-anja .foot")).not_to_be_in_viewport()
        await on.click()
        await expect(page.locator("#phone-anja .foot")).to_be_in_viewport()
        await expect(on).to_be_hidden()
        await page.reload()
        await expect(page.locator("#phone-anja .foot")).to_be_in_viewport()


async def test_filling_shows_how_far_it_is(browser: Browser, tmp_path: Path) -> None:
    """While a month is filled a bar grows, no other jump can be made, and afterwards all is as before."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage) as page:
        await page.get_by_role("button", name="Vul met een maand").click()
        await expect(page.locator("#fill-text")).to_have_text("3 van 3 berichten")
        await expect(page.get_by_role("progressbar")).to_have_js_property("value", 3)
        await expect(page.locator("#next")).to_have_attribute("aria-disabled", "true")
        stage.director.gate.set()
        await expect(page.get_by_role("status")).to_have_text("De maand is gevuld.")
        await expect(page.locator("#next")).to_have_attribute("aria-disabled", "false")
        await expect(page.get_by_role("progressbar")).to_have_count(0)


async def test_the_page_speaks_english(browser: Browser, tmp_path: Path) -> None:
    """The link to English gives the whole page in English, dates included."""
    async with rehearsal(tmp_path) as stage, opened(browser, stage) as page:
        await page.get_by_role("link", name="English").click()
        await page.wait_for_selector("body[data-ready]")
        await expect(page.get_by_role("button", name="Next moment")).to_be_visible()
        await expect(page.locator("#now")).to_contain_text("Monday 5 October")
