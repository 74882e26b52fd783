"""`round` and `report`: a round from its first signal to its end, at the terminal."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.decisions import Outcome
from domain.events import Event, Occasion, SignalGiven, TopicAnswered
from domain.messages import PersonKey
from domain.rounds import RoundName
from domain.signals import SignalNumber
from storage import rounds, waiting
from storage.apply import apply
from storage.decisions import meeting
from storage.engine import Connection
from storage.schema import updates
from storage.states import Delivery
from tests.bot.at_terminal import AMSTERDAM, NOVEMBER, Operator

OCTOBER = datetime(2026, 10, 12, 10, tzinfo=AMSTERDAM)
SAID = (
    "De lamp bij de flat is kapot",
    "Lamp bij de flat al weken stuk",
    "Te hard rijden op de Vlierweg",
    "Auto's rijden te hard op de Vlierweg",
)


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody at a terminal, in October, whose wijk has four signals of four people."""
    somebody = Operator(tmp_path / "service", OCTOBER)
    somebody.sets_up("--street", "Vlierweg")
    for count, text in enumerate(SAID, start=1):
        somebody.asks(lambda connection, count=count, text=text: _says(connection, count, text))  # type: ignore[misc]
    return somebody


async def _says(connection: Connection, count: int, text: str) -> None:
    given = SignalGiven(
        SignalNumber(f"2026-{count:04d}"),
        "boomgaard",
        RoundName("2026-10"),
        text,
        (OCTOBER + timedelta(days=27)).date(),
    )
    await _happens(connection, f"p:{count}", given)


async def _happens(connection: Connection, person: str, event: Event) -> None:
    await apply(connection, Occasion(OCTOBER, PersonKey(person), "boomgaard"), [event])


async def _all_answered(connection: Connection) -> None:
    found = await meeting(connection, "boomgaard")
    assert found is not None
    for topic in found.topics:
        await _happens(
            connection, "p:partner", TopicAnswered(topic.id, Outcome.NOT_NOW, "Nu niet.", "Geen geld.")
        )


def test_a_round_that_runs_says_until_when(operator: Operator) -> None:
    """Show counts people and signals; close is refused with the last day."""
    shown = operator.about("round", "show")
    assert shown.exit_code == 0
    assert "4 people, 4 signals" in shown.stdout
    assert "Collects until the end of 2026-10-31" in shown.stdout
    closed = operator.about("round", "close")
    assert (closed.exit_code, len(closed.stderr.splitlines())) == (1, 1)
    assert "2026-10-31" in closed.stderr


def test_a_round_goes_from_collecting_to_closed(operator: Operator) -> None:
    """--now makes the report; an open topic keeps the round open and is named; answered it closes, once."""
    assert operator.about("round", "close", "--now").exit_code == 0
    shown = operator.about("round", "show").stdout
    assert "choosing" in shown
    assert shown.count("no answer yet") == 2
    refused = operator.about("round", "close")
    assert refused.exit_code == 1
    titles = [line.split(" (")[0] for line in shown.splitlines()[2:]]
    assert titles == refused.stderr.splitlines()[1:]
    operator.asks(_all_answered)
    assert "closed. Everybody" in operator.about("round", "close").stdout
    assert "was closed already" in operator.about("round", "close", "--round", "2026-10").stdout
    assert operator.asks(waiting.counts)[Delivery.PENDING] == 4


def test_a_round_that_is_over_gets_its_report(operator: Operator) -> None:
    """In November the round of October may be closed without --now: first comes the report."""
    operator.now = NOVEMBER
    done = operator.about("round", "close", "--round", "2026-10")
    assert (done.exit_code, "the report is made" in done.stdout) == (0, True)
    status = operator.asks(lambda connection: rounds.status(connection, "boomgaard", RoundName("2026-10")))
    assert status == "choosing"


@pytest.mark.parametrize(("name", "code"), [("2026-13", 2), ("oktober", 2), ("2027-01", 1)])
def test_a_round_that_cannot_be_is_refused(operator: Operator, name: str, code: int) -> None:
    """A month that is none is wrong use; one that has to begin yet can't be closed, not even with --now."""
    said = operator.about("round", "close", "--now", "--round", name)
    assert (said.exit_code, len(said.stderr.splitlines())) == (code, 1)


def test_a_report_comes_as_text_paper_and_data(operator: Operator, tmp_path: Path) -> None:
    """All three tell of the same four people, and none of their words."""
    operator.about("round", "close", "--now")
    asked = ("report", "--round", "2026-10", "--format")
    text = operator.about(*asked, "text", "-o", "-").stdout
    data = json.loads(operator.about(*asked, "json", "-o", "-").stdout)
    paper = tmp_path / "october.pdf"
    assert operator.about(*asked, "pdf", "-o", paper).exit_code == 0
    assert "4 mensen" in text
    assert data["people"] == 4
    assert paper.read_bytes().startswith(b"%PDF")
    assert not [words for words in SAID if words in text + json.dumps(data)]


def test_a_report_comes_as_picture_page_and_tables(operator: Operator, tmp_path: Path) -> None:
    """The other shapes are files of their kind, and hold no words of people either."""
    operator.about("round", "close", "--now")
    begins = {"png": b"\x89PNG", "html": b"<!doctype html>", "csv": b"\xef\xbb\xbfrank,", "xlsx": b"PK"}
    for shape, start in begins.items():
        out = tmp_path / f"october.{shape}"
        done = operator.about("report", "--round", "2026-10", "--format", shape, "-o", out)
        assert (done.exit_code, out.read_bytes().startswith(start)) == (0, True)
    page = (tmp_path / "october.html").read_text()
    assert not [words for words in SAID if words in page]
    asked = ("report", "--round", "2026-10", "--format", "csv", "--table", "round", "-o", "-")
    assert "people,4" in operator.about(*asked).stdout


def test_a_report_speaks_the_language_asked_for(operator: Operator) -> None:
    """English when asked for; a language that nobody wrote is refused."""
    operator.about("round", "close", "--now")
    asked = ("report", "--round", "2026-10", "-o", "-", "--language")
    assert "4 people" in operator.about(*asked, "en").stdout
    assert operator.about(*asked, "fr").exit_code == 2


def test_no_report_is_said_in_one_line(operator: Operator, tmp_path: Path) -> None:
    """While the round collects there is none: 1, a line, and no file."""
    out = tmp_path / "report.txt"
    said = operator.about("report", "--round", "2026-10", "-o", out)
    assert (said.exit_code, len(said.stderr.splitlines()), out.exists()) == (1, 1, False)


def test_the_ledger_says_who_was_answered(operator: Operator) -> None:
    """As text and as data, for one round or all; nobody is forgotten, so it ends well."""
    running = operator.about("ledger")
    assert running.exit_code == 0
    assert "4 signals, 4 people owed" in running.stdout
    assert "no answer: 4, the round is not over" in running.stdout
    operator.about("round", "close", "--now")
    operator.asks(_all_answered)
    operator.about("round", "close")
    found = json.loads(operator.about("ledger", "--round", "2026-10", "--format", "json").stdout)
    (october,) = found
    assert (october["round"], october["owed"], october["waiting"], october["difference"]) == (
        "2026-10",
        4,
        4,
        0,
    )
    assert october["reasons"] == {"sending": 4}


def test_somebody_who_was_forgotten_ends_the_ledger_with_1(operator: Operator) -> None:
    """A lost update is a fault that a script can see."""
    operator.about("round", "close", "--now")
    operator.asks(_all_answered)
    operator.about("round", "close")
    operator.asks(lambda connection: connection.execute(updates.delete().where(updates.c.person == "p:1")))
    shown = operator.about("ledger")
    assert (shown.exit_code, "FORGOTTEN" in shown.stdout) == (1, True)


def test_a_ledger_without_people_says_so(operator: Operator) -> None:
    """A round in which nobody said anything is no fault."""
    said = operator.about("ledger", "--round", "2026-09")
    assert (said.exit_code, said.stdout.strip()) == (0, "De Boomgaard: nobody said anything yet.")
    assert json.loads(operator.about("ledger", "--round", "2026-09", "--format", "json").stdout) == []


def test_the_calendar_is_written(operator: Operator, tmp_path: Path) -> None:
    """Six meetings, the same file twice; a folder in its place, or a wijk that is not there, is wrong use."""
    first, second = tmp_path / "one.ics", tmp_path / "two.ics"
    for out in (first, second):
        done = operator.about("calendar", "-o", out)
        assert (done.exit_code, done.output) == (0, "")
    assert first.read_bytes() == second.read_bytes()
    assert first.read_text().count("BEGIN:VEVENT") == 6
    assert "DTSTART;TZID=Europe/Amsterdam:20261103T100000" in first.read_text()
    assert operator.about("calendar", "-o", tmp_path).exit_code == 2
    lost = operator.types("calendar", "--config", operator.config, "--wijk", "nergens", "-o", first)
    assert (lost.exit_code, len(lost.stderr.splitlines())) == (2, 1)
