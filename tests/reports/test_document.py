"""The report on paper, read back with another library than the one that made it."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from domain.messages import Text
from domain.report import Mention, ReportDecision, RoundReport
from reports.document import pdf, png
from reports.wording import Say
from tests.reports import examples
from tests.reports.conftest import say_in

ROUNDS = [
    examples.empty,
    examples.few,
    examples.three,
    examples.october,
    examples.sixty,
    examples.quoted,
    examples.twelve,
    examples.decided,
    examples.everything,
    examples.after_the_meeting,
    examples.crowded,
]


def _read(document: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(document))


def _words(document: bytes) -> str:
    pages = (page.extract_text() for page in _read(document).pages)
    return " ".join(" ".join(pages).split())


def _tags(document: bytes) -> Iterator[tuple[str, str]]:
    """Every tag for a screen reader with its alternative text."""
    waiting: list[object] = [_read(document).root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, IndirectObject):
            node = node.get_object()
        if isinstance(node, ArrayObject):
            waiting += reversed(node)
        if isinstance(node, DictionaryObject):
            yield str(node.get("/S", "")), str(node.get("/Alt", ""))
            waiting += [node["/K"]] if "/K" in node else []


@pytest.mark.parametrize("round_", ROUNDS)
def test_at_most_two_pages(round_: Callable[[], RoundReport], say: Say) -> None:
    """Whatever came in, the report is two sides of one sheet."""
    assert len(_read(pdf(round_(), say, "nl")).pages) <= 2


@pytest.mark.parametrize("decided", [True, False])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_two_pages_when_all_is_long(language: str, decided: bool) -> None:  # noqa: FBT001
    """Five long titles with copies and long decisions still fit."""
    crowded = examples.crowded()
    decision = next(topic.decision for topic in crowded.topics if topic.decision)
    topics = tuple(
        replace(topic, title=examples.LONG * 2, decision=decision if decided else None)
        for topic in crowded.topics
    )
    assert len(_read(pdf(replace(crowded, topics=topics), say_in(language), language)).pages) <= 2


def test_it_is_accessible(report: RoundReport, say: Say) -> None:
    """PDF/UA-1: tagged, with a language and a title, and the chart told in words."""
    document = pdf(report, say, "nl")
    reader = _read(document)
    assert reader.xmp_metadata is not None
    assert b"pdfuaid:part" in reader.xmp_metadata.stream.get_data()
    assert str(reader.root_object["/Lang"]) == "nl"
    assert reader.metadata is not None
    assert reader.metadata.title == "De Boomgaard, top 5 van oktober 2026"
    tags = list(_tags(document))
    alternatives = [alternative for tag, alternative in tags if tag == "/Figure"]
    assert alternatives[0].startswith(
        "Staafdiagram van het aantal mensen per onderwerp. Schimmel in flat De Linde: 16 mensen, Parkeren"
    )
    assert "Mensen per ronde: 5, 9, nu 16." in alternatives
    assert {"/H1", "/H2", "/Table"} <= {tag for tag, _ in tags}


def test_it_says_what_counts(report: RoundReport, say: Say) -> None:
    """People, topics, who was heard, open actions, the agenda and room for the decision."""
    words = _words(pdf(report, say, "nl"))
    for part in (
        "Top 5 van oktober 2026",
        "1 oktober tot en met 31 oktober",
        "Schimmel in flat De Linde",
        "3e ronde op rij",
        "Wie hoorden wij?",
        "minder dan 5",
        "Nog niet gehoord: Walnoot.",
        "Wachtlijst voor de taalles (4 mensen)",
        "47 van de 48 melders kregen antwoord",
        "duurt langer",
        "Agenda van 20 minuten",
        "Eerste stap, binnen 2 weken",
        "Dit is geen stemming.",
    ):
        assert part in words
    assert "Voorlopig" not in words


def test_everything_at_once(say: Say) -> None:
    """A full round says all of it on paper too: nothing gives way but the second quote of a topic."""
    words = _words(pdf(examples.everything(), say, "nl"))
    for part in (
        "Увечері там зовсім темно",
        "(Oekraïens)",
        "(Arabisch)",
        "smorgens pikkedonker",
        "Nog niet gehoord: Bedrijvenpark De Mispel.",
        "Op tijd: 45. De helft hoorde het binnen 11 dagen.",
        "Bus rijdt niet meer na acht uur (5 mensen) aan Vervoerder",
        "Ja: 4. Nee: 1. Wacht nog: 2. Langer dan 3 dagen: 1.",
        "Wij stelden 23 vragen niet",
        "Met school, politie",
        "ja 14, een beetje 6, nee 5",
        "te weinig antwoorden",
        "nog niet gevraagd",
    ):
        assert part in words


def test_every_card_is_there_when_it_is_empty(say: Say) -> None:
    """What did not happen is said: nothing is left out silently."""
    words = _words(pdf(examples.empty(), say, "nl"))
    for part in (
        "Deze ronde geen.",
        "Dit is de eerste ronde.",
        "Niets van de vorige ronde.",
        "Niet gebruikt.",
        "Wij sloegen geen vraag over.",
        "Er lopen geen acties uit eerdere rondes.",
    ):
        assert part in words


def test_a_plan_with_partners_and_who_gets_what_is_not_ours(say: Say) -> None:
    """After the meeting the paper names the partners of a plan, and to whom a topic goes."""
    words = _words(pdf(examples.after_the_meeting(), say, "nl"))
    assert "Met: huurdersvereniging, Team Zorg." in words
    assert "We kijken op 18 december." in words
    assert "Hoort bij een ander: Gemeente, afdeling openbare ruimte." in words


def test_grey_print_tells_the_same(say: Say) -> None:
    """In grey every bar differs from its ground: the dark of the print is far from white."""
    picture = Image.open(io.BytesIO(png(examples.everything(), say, "nl")[0])).convert("L")
    dark = sum(picture.histogram()[:120])
    assert dark > 0.02 * picture.width * picture.height


def test_a_topic_that_comes_back(report: RoundReport, say: Say) -> None:
    """Its earlier rounds are drawn, and it is neither new nor in a row."""
    back = replace(report.topics[0], trend=(6, 0), rounds_in_a_row=1, reason=Text("report-agenda"))
    words = _words(pdf(replace(report, topics=(back,)), say, "nl"))
    assert "op rij" not in words
    assert "nieuw deze ronde" not in words


def test_nobody_looked_at_it(report: RoundReport, say: Say) -> None:
    """A report that no person checked says so, and whether a model helped."""
    words = _words(pdf(replace(report, checked=False, model=True), say, "nl"))
    assert "Voorlopig, niet nagekeken." in words
    assert "Een taalmodel hielp met bundelen." in words


def test_after_the_choice_there_is_nothing_to_fill_in(say: Say) -> None:
    """Decisions take the place of the empty lines."""
    words = _words(pdf(examples.decided(), say, "nl"))
    assert "Besluit: Opgepakt. De corporatie meet in alle woningen" in words
    assert "Eigenaar: Woningcorporatie." in words
    assert "Agenda van 20 minuten" not in words
    assert "oppakken" not in words


def test_a_month_without_signals(say: Say) -> None:
    """One page that says so, with another agenda and without empty charts."""
    document = pdf(examples.empty(), say, "nl")
    words = _words(document)
    assert "Er kwamen deze ronde geen signalen binnen." in words
    assert "Hoe horen we meer mensen?" in words
    assert "Voorlopig" not in words
    assert not [tag for tag, _ in _tags(document) if tag == "/Figure"]


def test_too_few_people_to_split(say: Say) -> None:
    """Of four people nothing is told but that every group is small."""
    words = _words(pdf(examples.few(), say, "nl"))
    assert words.count("minder dan 5 per groep") == 3
    assert "Appelhof" not in words


def test_the_same_report_is_the_same_file(report: RoundReport, say: Say) -> None:
    """Made twice, byte for byte the same."""
    assert pdf(report, say, "nl") == pdf(report, say, "nl")
    assert png(report, say, "nl") == png(report, say, "nl")


def test_pictures_are_pages(report: RoundReport, say: Say) -> None:
    """One upright A4 picture for each page, light enough to send."""
    pictures = png(report, say, "nl")
    assert len(pictures) == 2
    for picture in pictures:
        assert len(picture) < 500_000
        width, height = Image.open(io.BytesIO(picture)).size
        assert height / width == pytest.approx(297 / 210, rel=0.01)


def test_a_page_for_readers_from_the_right(report: RoundReport) -> None:
    """In a language read from the right the whole page turns, and it is still PDF/UA."""
    dutch = say_in("nl")
    document = pdf(report, lambda text: "\N{ARABIC LETTER ALEF} " + dutch(text), "ar")
    assert str(_read(document).root_object["/Lang"]) == "ar"
    assert len(_read(document).pages) <= 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=80))
def test_whatever_people_type(typed: str, say: Say) -> None:
    """No text of people stops the report: no emoji, no odd script, no markup."""
    usual = examples.october()
    topic = replace(usual.topics[0], title=typed)
    action = replace(usual.open_actions[0], title=typed, what=typed, owner=typed)
    decided = replace(examples.decided().topics[1], title=typed, decision=_reason(typed))
    odd = replace(
        usual,
        district=typed,
        topics=(topic, decided),
        neighbourhoods=((typed, 9),),
        good_news=(Mention(typed, 5),),
        open_actions=(action,),
    )
    assert pdf(odd, say, "nl").startswith(b"%PDF")


def _reason(sentence: str) -> ReportDecision:
    decision = examples.decided().topics[1].decision
    assert decision is not None
    return replace(decision, sentence=sentence)
