"""What a round tells all residents: five parts, approved words, and no small numbers."""

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from domain.report import Noticed
from domain.telling import RoundFeedback
from reports.feedback import Shape, Ways, text
from reports.feedback_paper import paper, sheet
from reports.wording import Say
from tests.reports import told
from tests.reports.conftest import say_in
from tests.reports.seen import picture

PARTS = ("Wat wij hoorden", "Wat wij doen", "Wat nu niet lukt", "Wanneer hoort u meer", "Reageren of meedoen")


def newsletter(found: RoundFeedback, say: Say) -> str:
    """The text for the newsletter."""
    return text(found, told.WAYS, Shape.NEWSLETTER, say)


def test_the_five_parts_stand_in_their_order(say: Say) -> None:
    """Heard, done, not done and why, when there is more, where to react."""
    words = newsletter(told.october(), say)
    places = [words.index(part) for part in PARTS]
    assert places == sorted(places)
    assert "148 mensen vertelden tot en met 31 oktober wat er speelt in De Boomgaard." in words
    assert (
        "- Schimmel in flat De Linde: De corporatie meet in alle woningen en begint in portiek 3. "
        "Wie doet dit? De woningcorporatie. De actie is gestart. In 12 van de 40 woningen is gemeten. "
        "Op 15 januari kijken wij of het werkt. 8 mensen zeggen dat zij verschil merken. "
        "6 mensen merken nog geen verschil.\n"
    ) in words
    assert "De eerste stap is voor 18 november. Op 8 januari kijken wij" in words
    assert "Wie doet dit? De gemeente." not in words, "the sentence says so already"
    assert "- Huisarts is vol: De huisartsen zoeken zelf een dokter. Dit hoort bij Team Zorg.\n" in words
    assert "- Op 8 januari hoort u opnieuw van ons.\n" in words
    assert f"Dat kan altijd, op {told.LINK}\n- Liever een mens? Buurthuis De Boomgaard" in words
    assert words.endswith("- Is er nu gevaar? Bel 112.\n")


def test_small_numbers_are_not_told(say: Say) -> None:
    """A topic of three people has no number, nor have four who notice something."""
    words = newsletter(told.october(), say)
    assert "- Bus op zondag\n" in words
    few = replace(told.MOULD, people=4, noticed=Noticed(yes=2, some=2, no=4))
    words = newsletter(replace(told.october(), people=4, topics=(few,)), say)
    assert "Bewoners vertelden tot en met 31 oktober" in words
    assert "mensen" not in words
    many = replace(told.MOULD, noticed=Noticed(no=5))
    assert "5 mensen merken nog geen verschil." in newsletter(replace(told.october(), topics=(many,)), say)


def test_what_turned_out_impossible_is_told_with_the_reason(say: Say) -> None:
    """It was chosen, so nobody says that nothing was; it stands with what does not work."""
    words = newsletter(told.impossible(), say)
    assert "Wat wij doen" not in words
    assert "- Schimmel in flat De Linde: Het lukt niet. Het dak moet eerst gemaakt worden.\n" in words


def test_a_round_in_which_nothing_was_taken_up(say: Say) -> None:
    """That is said, and so are words that wait, but never both."""
    none = replace(told.october(), topics=(told.STONE,))
    assert "- Deze ronde koos het wijkverband geen onderwerp.\n" in newsletter(none, say)
    words = newsletter(told.waiting(), say)
    assert "geen onderwerp" not in words
    assert "- Over 4 onderwerpen leest u later meer. Die teksten worden nog nagelezen.\n" in words


def test_a_month_without_signals(say: Say) -> None:
    """Nobody is said to have told anything."""
    words = newsletter(told.nothing(), say)
    assert "Tot en met 31 oktober kwamen er geen signalen binnen uit De Boomgaard.\n" in words
    assert "Wat wij hoorden" not in words


def test_a_website_gets_headings(say: Say) -> None:
    """Marks that every editor of websites knows."""
    lines = text(told.october(), Ways(), Shape.WEBSITE, say).splitlines()
    assert lines[0] == "# De Boomgaard: dit gebeurt er met wat u vertelde"
    assert [line[3:] for line in lines if line.startswith("## ")][:2] == list(PARTS[:2])
    assert "- Vertel wat er speelt, in uw eigen woorden. Dat kan altijd, in uw chat." in lines


def test_a_chat_gets_it_short(say: Say) -> None:
    """One line a topic, without headings, in one message."""
    words = text(told.october(), Ways(), Shape.CHAT, say)
    assert len(words.splitlines()) == 8
    assert len(words) < 800
    assert "- " not in words


@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar", "pl", "uk"])
def test_words_of_people_stay_in_their_language(language: str) -> None:
    """The frame is in the reader's language; the sentence is Dutch, or what somebody typed there."""
    spoken = replace(told.MOULD, others={"tr": "Bütün evlerde ölçülüyor."})
    words = text(replace(told.october(), topics=(spoken,)), Ways(), Shape.NEWSLETTER, say_in(language))
    assert ("Bütün evlerde ölçülüyor." in words) == (language == "tr")
    assert ("De corporatie meet in alle woningen" in words) == (language != "tr")
    assert "{" not in words


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("name", ["october", "nothing", "waiting", "impossible", "crowded"])
def test_one_page_to_hand_out(name: str, language: str) -> None:
    """One A4, tagged for screen readers, whatever stands on it."""
    document = paper(getattr(told, name)(), told.WAYS, say_in(language), language)
    reader = PdfReader(io.BytesIO(document))
    assert len(reader.pages) == 1
    assert reader.xmp_metadata is not None
    assert b"pdfuaid:part" in reader.xmp_metadata.stream.get_data()
    assert str(reader.root_object["/Lang"]) == language


def seen(ways: Ways, say: Say) -> Image.Image:
    """The sheet as it is printed."""
    return picture("feedback.typ", sheet(told.october(), ways, say, "nl"))


def test_the_code_on_the_sheet_leads_to_the_chat(say: Say) -> None:
    """Read back from the picture of the page; without a link there is no code."""
    (code,) = zxingcpp.read_barcodes(seen(told.WAYS, say))
    assert code.text == told.LINK
    assert not zxingcpp.read_barcodes(seen(Ways(), say))


def test_what_people_typed_is_never_markup(say: Say) -> None:
    """Signs that mean something to the page, or that no font has, harm nothing."""
    odd = replace(told.MOULD, title="#import *x* $y$ 🔥 <b>", sentence="Zie \\ #let [x] 漢字.")
    document = paper(replace(told.october(), topics=(odd,)), told.WAYS, say, "nl")
    words = PdfReader(io.BytesIO(document)).pages[0].extract_text()
    assert "#import *x* $y$" in words
    assert "#let [x]" in words


def test_the_same_feedback_is_the_same_file(say: Say) -> None:
    """Made twice, byte for byte the same."""
    made = [paper(told.october(), told.WAYS, say, "nl") for _ in range(2)]
    assert made[0] == made[1]
