"""From the store to what everybody reads: nothing unapproved, nothing personal, no small number."""

import io
import zipfile
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from pypdf import PdfReader

from bot.local import Local
from bot.texts import Words
from bot.wijk_pages import WijkPages, doors_of, folder_paper
from domain.actions import ActionStatus
from domain.agreements import Part
from domain.decisions import Outcome
from domain.events import (
    ActionMoved,
    AgreementBegun,
    AgreementChanged,
    AgreementSettled,
    FeedbackApproved,
    RoundClosed,
    TopicAnswered,
)
from domain.feedback import FeedbackKind
from domain.folder import Door
from domain.invitations import Grant
from reports.folder_zip import folder_zip
from storage import actions, feedback, outbox, turns
from storage.agreements import agreements_of
from storage.engine import Connection, Store, open_store
from storage.folder import folder_of, wijk_page
from tests.bot.scripted import Scripted
from tests.reports.conftest import say_in
from tests.storage.a_wijk import AFTER, BOOMGAARD, NOW, OCTOBER, becomes, does, plan, reports, says

pytestmark = pytest.mark.asyncio

PEOPLE = ("anna", "bram", "cor", "dina", "els", "frank", "gijs", "hans", "ineke")
LATER = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PAGE = "https://wijk.example/wijk/boomgaard"
WIJK = replace(BOOMGAARD, page=PAGE)
APPROVED = "Wij plaatsen twee lampen."
CANARY = "KANARIE"
NEEDED = (Part.QUESTION, Part.EFFECT, Part.FEEDBACK, Part.INFLUENCE)


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store of one wijk."""
    async with open_store(f"sqlite:///{tmp_path}/wijk.sqlite") as opened:
        yield opened


async def told(connection: Connection) -> None:
    """Two topics, the words of one approved; canaries in everything else that anybody said."""
    numbers = [
        await says(connection, who, f"{CANARY} signaal van {who}", neighbourhood="Appelhof") for who in PEOPLE
    ]
    lamp, stone = await reports(connection, numbers[:6], numbers[6:])
    await becomes(connection, "lies", Grant.EXPERT, f"{CANARY} label")
    taken = TopicAnswered(
        lamp,
        Outcome.TAKEN_UP,
        f"{CANARY} eerste zin.",
        plan=replace(
            plan(f"{CANARY} Jamila - corporatie"), what=f"{CANARY} wat", first_step=f"{CANARY} stap"
        ),
    )
    no = TopicAnswered(stone, Outcome.NOT_NOW, f"{CANARY} tweede zin.", f"{CANARY} reden")
    await does(connection, "marit", taken, no, RoundClosed(OCTOBER.name), now=AFTER)
    first = next(one for one in await feedback.drafts(connection, WIJK.slug) if one.title == "Topic 1")
    await does(connection, "lies", FeedbackApproved(first.id, APPROVED), now=AFTER)
    (action,) = await actions.open_actions(connection, WIJK.slug)
    moved = ActionMoved(action.id, ActionStatus.STARTED, f"{CANARY} nieuws.", FeedbackKind.STARTED)
    await does(connection, "marit", moved, now=AFTER)


async def agreed(connection: Connection) -> None:
    """One agreement that is settled and changed since, and one that never was."""
    changes = [AgreementChanged("housing", part, f"Afgesproken {part}.") for part in NEEDED]
    rung = AgreementChanged("housing", Part.RUNG, "consult")
    await does(connection, "marit", AgreementBegun("housing"), *changes, rung)
    (made,) = await agreements_of(connection, WIJK.slug)
    await does(connection, "marit", AgreementSettled("housing", made.now.fingerprint))
    draft = AgreementChanged("housing", Part.FORM, f"{CANARY} concept")
    other = AgreementChanged("care", Part.FORM, f"{CANARY} concept")
    await does(connection, "marit", draft, AgreementBegun("care"), other)


def words_of(paper: bytes) -> str:
    """The text of a PDF with its marks and properties."""
    reader = PdfReader(io.BytesIO(paper))
    return " ".join(
        [*(page.extract_text() for page in reader.pages), str(reader.metadata), str(reader.outline)]
    )


def pages_of(store: Store) -> WijkPages:
    """The pages of the wijk, and of one that wants none."""
    other = replace(BOOMGAARD, slug="kersentuin", name="Kersentuin", page="")
    return WijkPages(store, Words(), (WIJK, other), (), lambda: LATER)


async def everything_public(store: Store) -> str:
    """All that everybody can get of this wijk, in words."""
    pages, words = pages_of(store), Words()
    html = [await pages.page("boomgaard", language) or "" for language in ("nl", "en")]
    paper = await folder_paper(store, words, WIJK, (), language="nl", now=LATER)
    async with store.read() as connection:
        folder = await folder_of(connection, WIJK, LATER)
    packed = zipfile.ZipFile(io.BytesIO(folder_zip(folder, say_in("nl"), "nl")))
    files = {name: packed.read(name) for name in packed.namelist() if not name.startswith("wijkverband/")}
    texts = [words_of(data) if name.endswith(".pdf") else data.decode() for name, data in files.items()]
    return "\n".join([*html, words_of(paper), *texts])


async def test_only_approved_words_reach_everybody(store: Store) -> None:
    """Not the words of a signal, a reason, a plan, a draft or a title that waits; no key and no label."""
    async with store.begin() as connection:
        await told(connection)
        await agreed(connection)
    shown = await everything_public(store)
    assert shown.count(APPROVED) >= 5
    assert "Afgesproken influence." in shown
    assert "Topic 2" not in shown
    assert "Wie: corporatie." in shown
    assert CANARY not in shown
    assert "Jamila" not in shown
    assert not [who for who in (*PEOPLE, "marit", "lies") if f"p:{who}" in shown]


async def test_no_small_number_reaches_everybody(store: Store) -> None:
    """Six people is a number; three is none, neither in a topic nor in its part of the round."""
    async with store.begin() as connection:
        await told(connection)
    shown = await everything_public(store)
    assert "Gemeld door 6 mensen." in shown
    assert "9 mensen vertelden iets." in shown
    assert "3 mensen" not in shown


async def test_partners_get_no_words_of_residents_either(store: Store) -> None:
    """The other half of the ZIP has plans and drafts, and still nothing that a resident said, and no key."""
    async with store.begin() as connection:
        await told(connection)
        await agreed(connection)
        folder = await folder_of(connection, WIJK, LATER)
    packed = zipfile.ZipFile(io.BytesIO(folder_zip(folder, say_in("nl"), "nl")))
    files = {name: packed.read(name) for name in packed.namelist()}
    shown = "".join(words_of(data) if name.endswith("pdf") else data.decode() for name, data in files.items())
    assert f"{CANARY} stap" in shown
    assert f"{CANARY} concept" in shown
    assert f"{CANARY} signaal" not in shown
    assert f"{CANARY} label" not in shown
    assert not [who for who in (*PEOPLE, "marit", "lies") if f"p:{who}" in shown]


async def test_news_reaches_everybody_when_it_is_approved(store: Store) -> None:
    """Then the action is running, and done when it is done."""
    async with store.begin() as connection:
        await told(connection)
        waiting = await feedback.drafts(connection, WIJK.slug)
        news = next(one for one in waiting if one.kind is FeedbackKind.STARTED)
        await does(connection, "lies", FeedbackApproved(news.id, "Lampen besteld."), now=AFTER)
        page = await wijk_page(connection, WIJK, LATER)
    (october,) = page.told
    (lamp,) = october.topics
    assert (lamp.news, lamp.status, october.waiting) == ("Lampen besteld.", ActionStatus.STARTED, 1)


async def test_the_promise_counts_who_was_told(store: Store) -> None:
    """Six of nine heard of their topic; the words for the other three still wait. Unsent is untold."""
    async with store.begin() as connection:
        await told(connection)
        before = await wijk_page(connection, WIJK, LATER)
        while (queued := await turns.claim(connection, LATER)) is not None:
            await outbox.mark_sent(connection, queued, "ref", AFTER)
        after = await wijk_page(connection, WIJK, LATER)
    assert before.answered is not None
    assert (before.answered.answered.reporters, before.answered.answered.answered) == (9, 0)
    assert after.answered is not None
    assert (after.answered.ends, after.answered.answered.answered) == (OCTOBER.last, 6)


async def test_the_page_says_what_is_going_on_now(store: Store) -> None:
    """The round that collects, on the clock of the wijk; while the wijkverband chooses that is said too."""
    async with store.begin() as connection:
        before = await wijk_page(connection, WIJK, NOW)
        await reports(connection, [await says(connection, "anna")])
        during = await wijk_page(connection, WIJK, AFTER)
        early = await wijk_page(connection, WIJK, AFTER - timedelta(days=2))
    assert (before.collects_until.isoformat(), before.choosing) == ("2026-10-31", None)
    assert (during.collects_until.isoformat(), during.promise_on.isoformat()) == ("2026-11-30", "2026-12-08")
    assert during.choosing == OCTOBER.last
    # The report came before its day: what is said now counts in November.
    assert early.collects_until.isoformat() == "2026-11-30"


async def test_a_wijk_that_wants_no_page_has_none(store: Store) -> None:
    """Nor has one that is not there: nobody can tell them apart."""
    pages = pages_of(store)
    assert await pages.page("kersentuin", "nl") is None
    assert await pages.page("nergens", "nl") is None
    assert "Kersentuin" not in (await pages.page("boomgaard", "nl") or "")
    assert "Deze pagina is er niet" in pages.missing("nl")
    assert "back soon" in pages.later("en")


async def test_a_platform_without_an_address_has_no_door(tmp_path: Path) -> None:
    """Only addresses that a browser opens stand on the page, and only while the platform tells its own."""
    local, scripted = Local(tmp_path, lambda: NOW), Scripted()
    door = Door("local", "https://chat.example.org/boomgaard")
    assert doors_of((local, scripted), "boomgaard") == (door,)
    scripted.reachable = False
    assert doors_of((local, scripted), "boomgaard") == ()
