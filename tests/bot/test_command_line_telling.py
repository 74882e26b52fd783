"""`feedback` and `poster`: what everybody may know, and the way in, at the terminal."""

from datetime import datetime
from pathlib import Path

import pytest

from domain.decisions import Outcome
from domain.events import Event, Occasion, RoundClosed, SignalGiven, TopicAnswered
from domain.messages import PersonKey
from domain.rounds import RoundName
from domain.signals import SignalNumber
from storage.apply import apply
from storage.decisions import meeting
from storage.engine import Connection
from tests.bot.at_terminal import AMSTERDAM, Operator

OCTOBER = datetime(2026, 10, 12, 10, tzinfo=AMSTERDAM)
LINK = "https://t.me/wijksignaal_bot?start=boomgaard"
ROUND = RoundName("2026-10")


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody at a terminal, in October, whose wijk has signals of six people."""
    somebody = Operator(tmp_path / "service", OCTOBER)
    somebody.sets_up()
    somebody.asks(_six_signals)
    return somebody


async def _happens(connection: Connection, person: str, *events: Event) -> None:
    await apply(connection, Occasion(OCTOBER, PersonKey(person), "boomgaard"), events)


async def _six_signals(connection: Connection) -> None:
    for count in range(1, 7):
        number = SignalNumber(f"2026-{count:04d}")
        given = SignalGiven(number, "boomgaard", ROUND, "De lamp is kapot", OCTOBER.date())
        await _happens(connection, f"p:{count}", given)


async def _closes(connection: Connection) -> None:
    found = await meeting(connection, "boomgaard")
    assert found is not None
    for topic in found.topics:
        answer = TopicAnswered(topic.id, Outcome.NOT_NOW, "De gemeente maakt hem in maart.", "gepland")
        await _happens(connection, "p:partner", answer)
    await _happens(connection, "p:partner", RoundClosed(ROUND))


def closed(operator: Operator) -> Operator:
    """The same operator after the wijkverband answered and closed the round."""
    assert operator.about("round", "close", "--now").exit_code == 0
    operator.asks(_closes)
    return operator


def test_feedback_is_written_once_the_round_is_closed(operator: Operator, tmp_path: Path) -> None:
    """Before that there is nothing to tell; then as text in three shapes and as one sheet."""
    asked = ("feedback", "--round", "2026-10", "-o")
    early = operator.about(*asked, "-")
    assert (early.exit_code, "is not closed yet" in early.stderr) == (1, True)
    closed(operator)
    text = operator.about(*asked, "-").stdout
    assert "6 mensen vertelden tot en met 31 oktober wat er speelt in De Boomgaard." in text
    assert "De gemeente maakt hem in maart." in text
    assert operator.about(*asked, "-", "--for", "website").stdout.startswith("# De Boomgaard")
    assert len(operator.about(*asked, "-", "--for", "chat").stdout) < len(text)
    assert "In Dutch: De gemeente maakt hem" in operator.about(*asked, "-", "--language", "en").stdout
    sheet = tmp_path / "october.pdf"
    assert operator.about(*asked, sheet, "--format", "pdf").exit_code == 0
    assert sheet.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("more", "code", "why"),
    [
        (("--round", "oktober"), 2, "is no month"),
        (("--round", "2026-09"), 1, "is not closed yet"),
        (("--round", "2026-10", "--language", "fr"), 2, "is not spoken here"),
        (("--round", "2026-10", "--for", "krant"), 2, "krant"),
    ],
)
def test_feedback_that_cannot_be_is_refused(
    operator: Operator, more: tuple[str, ...], code: int, why: str
) -> None:
    """In one plain line, with the reason."""
    said = operator.about("feedback", *more, "-o", "-")
    assert (said.exit_code, why in said.stderr) == (code, True)


def test_a_poster_needs_somewhere_to_lead(operator: Operator, tmp_path: Path) -> None:
    """Without a platform or an address there is no code; the page will do, and a link of one's own."""
    poster = tmp_path / "poster.pdf"
    said = operator.about("poster", "-o", poster)
    assert (said.exit_code, "There is no link to put in the code." in said.stderr) == (1, True)
    assert not poster.exists()
    assert operator.about("poster", "--link", LINK, "-o", poster).exit_code == 0
    assert poster.read_bytes().startswith(b"%PDF")
    assert operator.about("poster", "--link", "wijksignaal", "-o", poster).exit_code == 2
    page = 'public_url = "https://wijk.voorbeeld.nl"'
    operator.writes("config.toml", operator.config.read_text().replace('public_url = ""', page))
    large = tmp_path / "large.pdf"
    assert operator.about("poster", "--size", "a3", "-o", large).exit_code == 0
    assert operator.about("poster", "--size", "a5", "-o", large).exit_code == 2


def test_a_poster_of_the_result_needs_a_result(operator: Operator, tmp_path: Path) -> None:
    """Nothing was taken up: that is said, not shown as an empty list."""
    closed(operator)
    said = operator.about("poster", "--link", LINK, "--done", "-o", tmp_path / "poster.pdf")
    assert (said.exit_code, "no round has an approved result yet" in said.stderr) == (1, True)
