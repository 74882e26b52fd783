"""Words that want to be more than words: markup, formulas, placeables, marks that hide or reorder.

They are put in every place where people type: signals, titles, decisions, labels of owners, names of buurten.
"""

import csv
import io
import json
import unicodedata
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader
from sqlalchemy import select

from bot.chat import Button, Outgoing
from bot.matrix.sending import text_content
from bot.texts import Words
from domain.actions import Action, ActionStatus
from domain.cleaning import MOST_MARKS, clean
from domain.meeting import Edition
from domain.messages import Text
from domain.report import Mention, Quote, ReportAction, RoundReport
from reports import plain, tables
from reports.calendar import entries, ics
from reports.chat import chat_text
from reports.document import pdf
from reports.page import report_page
from reports.tables import FORMULA
from reports.wording import Say
from storage import schema
from tests.bot.scripted import BOOMGAARD, NOW
from tests.exposure.on_telegram import town
from tests.reports.examples import october

EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">klik</a>',
    '=HYPERLINK("http://evil.example","klik")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+49 { $people } {people} { -wijkverband } {0} %s ${7*7} {{7*7}}",
    '#import "x.typ": * ; #eval("1") $ x^2 $ *vet* _schuin_ @bron <label> // weg',
    "*vet* _schuin_ `code` [klik](tg://user?id=1) @bewoner #tag /wissen",
    "BEGIN:VEVENT\r\nSUMMARY:nep\r\nEND:VEVENT;X=1,2\\n",
    "a\u202edlefrev\u202c \u200bonzichtbaar\u200d \ufefftekst\u2066",
    "z\u0336\u0335\u0334\u0336\u0335a\u0489\u0489\u0489\u0489l5\u0301\u0301\u0301\u0301go",
    "\x00NUL \x1b[31mrood\x1b[0m \ud800half",
)  # fmt: skip
HIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"


@pytest.fixture(scope="module")
def say() -> Say:
    """Dutch."""
    return partial(Words().say, language="nl")


def _report(words: str) -> RoundReport:
    """October with these words wherever people type."""
    usual = october()
    first = replace(usual.topics[0], title=words, quotes=(Quote(words, "nl"),))
    action = ReportAction(words, words, words, ActionStatus.STARTED, usual.ends, partners=words)
    return replace(
        usual,
        district=words,
        topics=(first, *usual.topics[1:]),
        neighbourhoods=((words, 60), ("Perenpad", 41)),
        open_actions=(action,),
        others=(Mention(words, 7),),
    )


class _Elements(HTMLParser):
    """The elements and attributes that a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag, *(f"{tag} {name}" for name, _ in attrs if name not in {"lang", "dir"})]
        self.found += [f"to {value}" for name, value in attrs if name in {"href", "src"}]


def _elements(page: str) -> set[str]:
    parser = _Elements()
    parser.feed(page)
    return set(parser.found)


@pytest.mark.parametrize("words", EVIL)
def test_a_page_has_no_element_more(say: Say, words: str) -> None:
    """The page of the report has the elements that it has with plain words, and no link more."""
    expected = _elements(report_page(_report("Lampen"), say, "nl"))
    page = report_page(_report(clean(words)), say, "nl")
    assert _elements(page) <= expected
    assert not set(HIDDEN) & set(page)


@pytest.mark.parametrize("words", EVIL)
def test_a_cell_is_no_formula(say: Say, words: str) -> None:
    """In CSV and in a workbook nothing that people typed begins as a formula."""
    for table in tables.Table:
        for row in csv.reader(io.StringIO(tables.csv_of(_report(words), table, say).decode("utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(FORMULA)]
    book = load_workbook(io.BytesIO(tables.workbook(_report(words), say)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}


@pytest.mark.parametrize("words", EVIL)
def test_words_are_no_pattern(say: Say, words: str) -> None:
    """Fluent, Python and the data formats put nothing in the place of what people typed."""
    shown = clean(words)
    assert shown in say(Text("report-line", {"words": shown}))
    assert shown in say(Text("name", {"name": shown}))
    assert shown[:40] in json.loads(json.dumps(plain.as_json(_report(shown), say)))["topics"][0]["title"]
    assert "".join(map(say, chat_text(_report(shown), say)))


@pytest.mark.parametrize("words", EVIL)
def test_paper_shows_words(say: Say, words: str) -> None:
    """Typst sets the words and runs nothing of them."""
    found = PdfReader(io.BytesIO(pdf(_report(clean(words)), say, "nl")))
    text = "".join(page.extract_text() for page in found.pages)
    links = [one for page in found.pages for one in page.get("/Annots", ())]
    letters = [one for one in clean(words).split() if one.isascii() and one.isalpha()][:1]
    assert all(one in text.replace("\n", " ") for one in letters)
    assert links == []


@pytest.mark.parametrize("words", EVIL)
def test_a_calendar_has_no_event_more(say: Say, words: str) -> None:
    """Line ends, commas and BEGIN: in a title make no event, no property and no second line."""

    def shape(title: str) -> list[list[str]]:
        action = Action(
            id=1, district="boomgaard", topic=1, title=title, what=title, owner=title, owner_key=None,
            first_step=title, first_step_on=NOW.date(), check_on=NOW.date(),
        )  # fmt: skip
        lines = entries(BOOMGAARD, (action,), NOW)
        file = ics(BOOMGAARD, lines, {line.uid: Edition(0, NOW) for line in lines}, say)
        calendar = icalendar.Calendar.from_ical(file)
        return [sorted(component.keys()) for component in calendar.walk("VEVENT")]

    assert shape(clean(words)) == shape("Lampen")


@pytest.mark.parametrize("words", EVIL)
def test_matrix_gets_plain_text(words: str) -> None:
    """No formatted body, no mentions, no kind that a client would draw otherwise."""
    content = text_content(Outgoing(1, "!r:s", words, (Button(words, "t"),)))
    assert set(content) == {"msgtype", "body"}
    assert content["msgtype"] == "m.text"


@pytest.mark.asyncio
async def test_telegram_gets_plain_text(folder: Path) -> None:
    """No parse mode and no entities of ours with what people typed; each signal is kept and answered."""
    async with town(folder) as here:
        for n, words in enumerate(EVIL):
            one = here.server.person(f"Iemand {n}")
            one.says(words.replace("\x00", "").replace("\ud800", "") + " en de lamp is stuk")
            await here.takes()
            assert one.seen, words
        async with here.house.store.read() as connection:
            kept = (await connection.execute(select(schema.signals.c.text))).scalars().all()
        # One sounds like danger to the rules: it is asked about first.
        assert len(kept) >= len(EVIL) - 1
        calls = [call for call in here.server.calls if call.method in {"sendmessage", "editmessagetext"}]
        assert calls
        assert not [call for call in calls if {"parse_mode", "entities"} & call.params.keys()]
        assert {call.code for call in calls} == {200}


@given(
    st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from([*HIDDEN, "\u0336", "\u0489", "\u200d"]))
)
def test_clean_words_hide_nothing(text: str) -> None:
    """Whatever came in: no marks that reorder or hide, two marks on a sign, and once clean is clean."""
    shown = clean(text)
    assert not set(HIDDEN) & set(shown)
    assert clean(shown) == shown
    run = 0
    for sign in shown:
        run = run + 1 if unicodedata.category(sign) in {"Mn", "Me"} else 0
        assert run <= MOST_MARKS


EMOJI, PERSIAN = "\U0001f469\u200d\U0001f9b0", "\u0645\u06cc\u200c\u062e"


@pytest.mark.parametrize(
    ("hidden", "plain_words"),
    [
        ("zelf\u200dmoord", "zelfmoord"),
        ("06\u200b-1234\u00ad5678", "06-12345678"),
        ("be\u2060sluit", "besluit"),
        (f"{EMOJI} en {PERSIAN}", f"{EMOJI} en {PERSIAN}"),
        ("1\ufe0f\u20e3", "1\ufe0f\u20e3"),
    ],
)
def test_a_word_cannot_be_cut_by_what_nobody_sees(hidden: str, plain_words: str) -> None:
    """Danger, numbers and commands are found in what people see; emoji and Persian stay as they are."""
    assert clean(hidden) == plain_words
