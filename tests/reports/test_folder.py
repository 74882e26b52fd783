"""What everybody may read of a wijk: numbers that may be told, whole words, the same bytes every time."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import zxingcpp
from pypdf import PdfReader

from domain.actions import Action, ActionStatus, organisation
from domain.agreements import Agreement, Part
from domain.folder import AnsweredRound, Folder, PartnerAction, WijkPage
from domain.people import Role
from domain.practice import Practice, PracticePart
from domain.report import Answered, Noticed
from domain.rounds import RoundName
from domain.telling import TopicFeedback
from reports.folder_page import missing_page, wijk_page
from reports.folder_paper import paper, pdf
from reports.folder_zip import folder_zip
from reports.wording import Say
from tests.reports import examples, folders
from tests.reports.conftest import say_in
from tests.reports.seen import picture

WIJKEN = [folders.empty, folders.usual, folders.much]


def of_path(**changes: object) -> WijkPage:
    """A wijk in which one topic was told, with these changes."""
    told, topic = folders.october(), replace(folders.path(), **changes)  # type: ignore[arg-type]
    return replace(folders.usual(), told=(replace(told, topics=(topic,)),))


def words_of(paper: bytes) -> str:
    """The text of a PDF."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).split())


# --- the page ----------------------------------------------------------------------------------


def test_the_page_says_what_everybody_wants_to_know(say: Say) -> None:
    """Now, how to take part, done, going on, decided and why, agreed, promised."""
    html = wijk_page(folders.usual(), say, "nl")
    for part in (
        "Tot en met 31 januari verzamelen wij wat u vertelt.",
        "dan hoort u uiterlijk 8 februari".replace("dan", "Dan"),
        "Het wijkverband kiest nu uit wat bewoners vertelden tot en met 31 december.",
        'href="https://t.me/wijksignaal_bot?start=boomgaard"',
        "De lampen hangen er sinds 12 januari.",
        "12 van de 12 melders die antwoordden, merken verschil.",
        "Waarom niet?</b>",
        "De gemeente repareert de stoepen van uw straat in maart al.",
        "Dit hoort bij de huisartsen.",
        "De tekst over 1 ander onderwerp wordt nog nagekeken.",
        "Welke portieken het eerst aan de beurt zijn.",
        "Adviseren. Bewoners geven advies.",
        "47 van de 48 melders kregen antwoord",
        "Bel de wijkcoordinator: 010 - 123 45 67",
    ):
        assert part in html


def test_a_wijk_that_begins_has_a_page_too(say: Say) -> None:
    """Nothing decided, nothing agreed, no link: it says so, and what always holds."""
    html = wijk_page(folders.empty(), say, "nl")
    assert "Er is nog geen ronde afgerond." in html
    assert "Dit geldt altijd:" in html
    assert "Vraag de coordinator van de wijk hoe u begint." in html
    assert "gelukt" not in html
    assert "<svg" not in html


@pytest.mark.parametrize(
    ("changes", "told", "hidden"),
    [
        ({"people": 5}, "Gemeld door 5 mensen.", "Gemeld door 4"),
        ({"people": 4}, "Donker pad", "Gemeld door"),
        ({"noticed": Noticed(yes=4)}, "Donker pad", "merken verschil"),
        ({"noticed": Noticed(yes=9, some=3, no=3)}, "De meeste melders", "12 van de 15"),
        ({"noticed": Noticed(yes=9, some=3, no=6, unknown=2)}, "De meeste melders", "12 van de 20"),
        ({"noticed": Noticed(yes=9, some=5, no=6)}, "14 van de 20", "De meeste"),
        ({"noticed": Noticed(yes=3, no=12)}, "Donker pad", "merken verschil"),
        ({"noticed": Noticed()}, "Donker pad", "merken verschil"),
        ({"noticed": None}, "Donker pad", "merken verschil"),
    ],
)
def test_no_number_below_five(say: Say, changes: Mapping[str, object], told: str, hidden: str) -> None:
    """Also not by subtraction: 12 of 15 would tell of three people."""
    page = of_path(**changes)
    for words in (wijk_page(page, say, "nl"), words_of(pdf(page, say, "nl"))):
        assert told in words
        assert hidden not in words


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        (Answered(48, 47), "47 van de 48"),
        (Answered(48, 48), "alle 48 melders"),
        (Answered(5, 5), "alle 5 melders"),
        (Answered(4, 4), None),
        (Answered(48, 3), None),
    ],
)
def test_the_promise_is_shown_with_its_numbers(say: Say, answered: Answered, expected: str | None) -> None:
    """How many of the last round got an answer, where those are numbers that may be told."""
    page = replace(folders.usual(), answered=AnsweredRound(date(2026, 10, 31), answered))
    html = wijk_page(page, say, "nl")
    assert expected in html if expected else "kregen antwoord" not in html


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Jamila - corporatie", "corporatie"),
        ("Jamila de Vries – Team Zorg", "Team Zorg"),
        ("Team Noord-Oost", "Team Noord-Oost"),
        ("", ""),
    ],
)
def test_an_owner_is_an_organisation(label: str, shown: str) -> None:
    """The name of a person before it is left out."""
    assert organisation(label) == shown


def test_a_round_of_few_people_tells_no_number(say: Say) -> None:
    """Four people in a whole round is a number below five as well."""
    page = replace(folders.usual(), told=(replace(folders.october(), people=4, topics=()),))
    assert "mensen vertelden" not in wijk_page(page, say, "nl")


def test_words_of_people_are_no_markup(say: Say) -> None:
    """Whatever was typed is shown as it was typed: no tag, no address that can be pressed, no turned line."""
    odd = "<script>alert(1)</script> https://fout.example {{ 7*7 }} #set \N{RIGHT-TO-LEFT OVERRIDE}"
    page = replace(of_path(title=odd, sentence=odd, news=odd, owner=odd), district=odd, contact=odd, doors=())
    agreed = replace(folders.housing(), parts=dict.fromkeys(Part, odd) | {Part.RUNG: "advise"})
    html = wijk_page(replace(page, agreements=((odd, agreed),)), say, "nl")
    assert "<script" not in html
    assert 'href="http' not in html
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in html
    assert pdf(replace(page, agreements=((odd, agreed),)), say, "nl").startswith(b"%PDF")


def test_english_says_what_is_dutch(say: Say) -> None:
    """The frame is English; a decision is Dutch and marked so, unless somebody typed it in English."""
    page = of_path(
        news="De lampen hangen er.",
        news_in_others={"en": "The lamps are there."},
        sentence="Er komen lampen.",
    )
    html = wijk_page(page, say_in("en"), "en")
    assert "What was decided and agreed stands here in Dutch." in html
    assert '<bdi dir="ltr" lang="nl">Er komen lampen.</bdi>' in html
    assert '<bdi dir="ltr">The lamps are there.</bdi>' in html
    assert 'hreflang="nl"' in html
    assert 'lang="nl"' not in wijk_page(page, say, "nl").replace('<html lang="nl"', "")


def test_the_page_that_is_not_there_names_no_wijk(say: Say) -> None:
    """Plain words, and nothing of any wijk."""
    html = missing_page(say, "nl")
    assert "Deze pagina is er niet" in html
    assert "Boomgaard" not in html


# --- on paper ----------------------------------------------------------------------------------


@pytest.mark.parametrize("wijk", WIJKEN)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_folder_is_tagged_and_has_an_outline(wijk: Callable[[], WijkPage], language: str) -> None:
    """PDF/UA-1 with title and language, a bookmark for every part, and a number on every page."""
    made = pdf(wijk(), say_in(language), language)
    reader = PdfReader(io.BytesIO(made))
    root = reader.root_object
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]) == language
    assert b"pdfuaid:part" in made
    marks = [one.title for one in reader.outline if not isinstance(one, list)]
    assert len(marks) >= 6
    count = len(reader.pages)
    assert all(
        f"{number} / {count}" in page.extract_text().replace("\n", " ")
        for number, page in enumerate(reader.pages, 1)
    )
    assert reader.metadata is not None
    assert wijk().district in str(reader.metadata.title)


def test_the_same_folder_gives_the_same_bytes(say: Say) -> None:
    """On any day that shows the same."""
    assert pdf(folders.usual(), say, "nl") == pdf(folders.usual(), say, "nl")


def test_approved_words_are_whole_on_paper(say: Say) -> None:
    """A sentence of 400 characters is not cut."""
    sentence = " ".join(f"woord{number}" for number in range(45)) + "."
    assert "woord44." in words_of(pdf(of_path(sentence=sentence), say, "nl"))


def test_the_code_on_paper_leads_to_the_chat(say: Say) -> None:
    """Also when it was printed badly."""
    page = replace(folders.empty(), doors=(folders.TELEGRAM,))
    seen = picture("folder.typ", paper(page, say, "nl"))
    assert [one.text for one in zxingcpp.read_barcodes(seen)] == [folders.TELEGRAM.address]


def test_every_round_is_in_it(say: Say) -> None:
    """All rounds, agreements and actions of a wijk that has many."""
    words = words_of(pdf(folders.much(), say, "nl"))
    assert all(f"Ronde {month} 2026" in words for month in ("april", "mei", "juni", "juli", "september"))
    assert words.count("Vastgesteld op 3 september 2026") == 8


# --- as a ZIP ----------------------------------------------------------------------------------


def whole() -> Folder:
    """Everything that a folder can hold."""
    action = Action(
        id=7,
        district="boomgaard",
        topic=11,
        title="=1+1",
        what="twee lampen plaatsen",
        owner="Jamila - corporatie",
        owner_key=None,
        first_step="offerte GEHEIM-1",
        first_step_on=date(2026, 12, 18),
        check_on=date(2027, 1, 15),
        status=ActionStatus.STARTED,
    )
    draft = replace(folders.housing(), number=10, parts={Part.EFFECT: "Concept GEHEIM-2"}, agreed_at=None)
    practice = Practice(1, date(2026, 11, 1), None, {PracticePart.EXAMPLE: "de lamp GEHEIM-3"})
    return Folder(
        page=folders.usual(),
        agreements=(Agreement("boomgaard", "housing", (folders.housing(), draft)),),
        actions=(PartnerAction(RoundName("2026-10"), action, "Team Zorg"),),
        report=examples.october(),
        practices=(practice,),
    )


def unpacked(data: bytes) -> dict[str, bytes]:
    """Name -> content."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_zip_has_two_parts_and_says_what_is_what(say: Say) -> None:
    """Clear names, in a fixed order, each told in README.txt."""
    files = unpacked(folder_zip(whole(), say, "nl", {"agenda.ics": b"BEGIN:VCALENDAR"}))
    assert list(files) == [
        "README.txt",
        "openbaar/afspraken.txt",
        "openbaar/mapje.pdf",
        "openbaar/pagina.html",
        "openbaar/terugkoppeling-2026-10.txt",
        "wijkverband/acties.csv",
        "wijkverband/afspraken-alle-versies.txt",
        "wijkverband/agenda.ics",
        "wijkverband/praktijkgesprekken.txt",
        "wijkverband/verslag-2026-10.pdf",
    ]
    readme = files["README.txt"].decode()
    assert all(f"- {name}: " in readme for name in list(files)[1:])
    assert "De map wijkverband is alleen voor het wijkverband." in readme


def test_the_same_folder_gives_the_same_zip(say: Say) -> None:
    """No clock and no order of chance is in it."""
    assert folder_zip(whole(), say, "nl") == folder_zip(whole(), say, "nl")


def test_only_partners_get_what_is_not_approved(say: Say) -> None:
    """Plans, drafts and practice conversations are in wijkverband/ and nowhere in openbaar/."""
    files = unpacked(folder_zip(whole(), say, "nl"))
    shown = {name: words_of(data) if name.endswith("pdf") else data.decode() for name, data in files.items()}
    public = "".join(words for name, words in shown.items() if name.startswith(("openbaar/", "README")))
    partners = "".join(words for name, words in shown.items() if name.startswith("wijkverband/"))
    assert all(f"GEHEIM-{number}" in partners for number in (1, 2, 3))
    assert "GEHEIM" not in public
    assert "Jamila" not in public
    assert "'=1+1" in partners


def test_a_wijk_without_anything_has_a_folder(say: Say) -> None:
    """Two files for everybody, and nothing for partners."""
    files = unpacked(folder_zip(Folder(folders.empty()), say_in("en"), "en"))
    assert list(files) == ["README.txt", "openbaar/mapje.pdf", "openbaar/pagina.html"]
    assert "?taal=" not in files["openbaar/pagina.html"].decode()


def test_every_version_is_told_with_its_role(say: Say) -> None:
    """The newest first, whole, with the day and whether it was settled; no person."""
    files = unpacked(folder_zip(whole(), say, "nl"))
    history = files["wijkverband/afspraken-alle-versies.txt"].decode()
    assert history.index("Versie 10, ") < history.index(
        "Versie 9, 3 september 2026, coordinator, vastgesteld:"
    )
    assert Role.COORDINATOR.value in history


def test_an_impossible_action_is_told_and_not_running(say: Say) -> None:
    """It stands with what was decided, with the reason, and not in the list of what is worked on."""
    page = of_path(status=ActionStatus.IMPOSSIBLE, news="De eigenaar wil het niet.", noticed=None)
    html = wijk_page(page, say, "nl")
    assert "De eigenaar wil het niet." in html
    assert "Er lopen nu geen acties." in html


def test_a_topic_of_a_later_year_is_dated(say: Say) -> None:
    """The page says on which day of which year it was made."""
    page = replace(folders.usual(), today=datetime(2031, 2, 3, tzinfo=UTC).date())
    assert "Bijgewerkt op 3 februari 2031." in wijk_page(page, say, "nl")


def test_nobody_is_owner_yet(say: Say) -> None:
    """An empty owner is said in words."""
    topic: TopicFeedback = replace(folders.path(), owner="", status=ActionStatus.PLANNED)
    page = replace(folders.usual(), told=(replace(folders.october(), topics=(topic,)),))
    assert "nog niet bekend" in wijk_page(page, say, "nl")
