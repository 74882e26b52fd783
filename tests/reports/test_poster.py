"""The poster: one page of either size, in plain words, with a code that leads to the wijk."""

import io
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from pypdf import PdfReader

from reports.poster import Paper, Poster, Way, has_result, pdf, sheet
from tests.reports import told
from tests.reports.conftest import WORDS
from tests.reports.seen import picture

TELEGRAM = Way("Telegram", told.LINK)
MATRIX = Way("Matrix", "https://matrix.to/#/@wijksignaal:chat.voorbeeld.nl")
ALL = ("nl", "en", "tr", "ar", "pl", "uk")
PLAIN = Poster("De Boomgaard", (TELEGRAM,), date(2026, 11, 22), ALL, "Buurthuis, dinsdag van 10 tot 12 uur")
POSTERS = {
    "plain": PLAIN,
    "two codes": replace(PLAIN, ways=(TELEGRAM, MATRIX)),
    "done": replace(PLAIN, told=told.october()),
    "done, all long": replace(PLAIN, told=told.crowded(), ways=(TELEGRAM, MATRIX)),
    "one language": replace(PLAIN, languages=("nl",), contact=""),
    "long name": replace(
        PLAIN, district="Nieuwegein-Zuidwest en de Burgemeester van Tuyllwijk-Oost", ways=(MATRIX,)
    ),
}
A4_MILLIMETRES, A3_MILLIMETRES = (210, 297), (297, 420)
POINT = 25.4 / 72


def _read(poster: Poster, paper: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(poster, paper, WORDS.say)))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", POSTERS)
def test_one_page_of_that_size(name: str, paper: Paper) -> None:
    """Whatever stands on it; tagged for screen readers."""
    reader = _read(POSTERS[name], paper)
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    size = (round(float(box.width) * POINT), round(float(box.height) * POINT))
    assert size == (A4_MILLIMETRES if paper is Paper.A4 else A3_MILLIMETRES)
    assert reader.xmp_metadata is not None
    assert b"pdfuaid:part" in reader.xmp_metadata.stream.get_data()


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", POSTERS)
def test_the_code_leads_to_the_wijk(name: str, paper: Paper) -> None:
    """Read back from the page as a bad black and white printer makes it."""
    poster = POSTERS[name]
    found = zxingcpp.read_barcodes(picture("poster.typ", sheet(poster, paper, WORDS.say)))
    assert {code.text for code in found} == {way.link for way in poster.ways}


def test_it_says_what_happens_in_plain_words() -> None:
    """What to do, what comes of it, no names, a person, and 112; a line in each other language."""
    words = " ".join(_read(PLAIN, Paper.A4).pages[0].extract_text().split())
    for part in (
        "Wat speelt er in De Boomgaard?",
        "U hoort altijd wat ermee gebeurt.",
        "Wij geven uw naam niet door. Liever een mens? Buurthuis",
        "Is er nu gevaar? Bel 112.",
        "Scan the code and tell us",
        "Kodu okutun",
        "Відскануйте код",
    ):
        assert part in words
    assert "Scan the code" not in _read(POSTERS["one language"], Paper.A4).pages[0].extract_text()


def test_the_result_of_the_last_round() -> None:
    """What was taken up and how it goes; not what was left."""
    words = " ".join(_read(POSTERS["done"], Paper.A4).pages[0].extract_text().split())
    assert "Dit gebeurt er in De Boomgaard" in words
    assert "De actie is gestart. In 12 van de 40 woningen is gemeten." in words
    assert "De gemeente zet borden neer" in words
    assert "Stoep kapot" not in words
    assert has_result(told.october())
    assert not has_result(told.waiting())


def test_each_line_is_read_in_its_own_direction() -> None:
    """Arabic from the right, with its language for a screen reader."""
    others = sheet(PLAIN, Paper.A4, WORDS.say)["others"]
    assert isinstance(others, list)
    assert [(one["language"], one["rtl"]) for one in others] == [
        ("en", False),
        ("tr", False),
        ("ar", True),
        ("pl", False),
        ("uk", False),
    ]


def test_the_same_poster_is_the_same_file() -> None:
    """Printed again next year, it is the same poster."""
    assert pdf(PLAIN, Paper.A3, WORDS.say) == pdf(PLAIN, Paper.A3, WORDS.say)
