"""`bundle` and `import`: files of others, good and bad. A bad one changes nothing and its line is named."""

import json
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.texts import Words
from bundling.rows import bundle_rows
from domain.rounds import RoundName
from domain.signals import Source
from storage import promises, signals
from storage.signals import RoundSignal
from tests.bot.at_terminal import NOVEMBER, Operator

CORPUS = Path(__file__).parents[2] / "bench/data/corpus_a.jsonl"
GOOD = {"id": 1, "text": "Lamp kapot", "reporter": "r1", "source": "bewoner"}
CSV = """text,date,buurt,reporter
Lamp kapot,2026-10-01,Appelhof,7
Stoep kapot,02-10-2026,,7
Stoep kapot,2026-10-02,,
"""
JSONL = """{"text": "Lamp kapot", "date": "2026-10-01", "buurt": "Appelhof", "reporter": 7}
{"text": "Stoep kapot", "date": "2026-10-02", "reporter": "7"}

{"text": "Stoep kapot", "date": "2026-10-02", "reporter": null}
"""


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody at a terminal with a wijk."""
    somebody = Operator(tmp_path / "service")
    somebody.sets_up()
    return somebody


def sheet(*rows: list[object]) -> bytes:
    """An XLSX of these rows."""
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def october(operator: Operator) -> tuple[RoundSignal, ...]:
    """What counts in the round of October."""
    return operator.asks(lambda connection: signals.of_round(connection, "boomgaard", RoundName("2026-10")))


# --- bundle -----------------------------------------------------------------------------------------


def test_bundle_gives_what_a_round_would(operator: Operator, tmp_path: Path) -> None:
    """The file holds the topics of the bundling itself, with danger left out, as UTF-8."""
    rows = [json.loads(line) for line in CORPUS.read_text().splitlines()]
    rows = [row for row in rows if row["round"] == "2026-10"][:60]
    given = operator.writes("in.jsonl", "\n".join(json.dumps(row) for row in rows))
    out = tmp_path / "out.json"
    said = operator.types("bundle", given, "-o", out, "--round", "2026-10")
    words = Words()
    expected = bundle_rows(
        rows, lambda text: words.say(text, "nl"), is_danger=lambda text: words.dangers.find(text) is not None
    )
    assert (said.exit_code, json.loads(out.read_text())) == (0, expected)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["{oops"], "line 2: is no JSON"),
        (["", json.dumps({**GOOD, "id": 1})], "line 3: 'id' is 1 again, as on line 1"),
        ([json.dumps({**GOOD, "id": 2, "date": "gisteren"})], "line 2: 'date'"),
        (['{"id": 2, "text": "x", "reporter": "r"}'], "line 2: 'source' is missing"),
        (["[" * 100_000], "line 2: is nested too deep"),
        (["[1]"], "line 2: 'line' must be an object"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(
    operator: Operator, tmp_path: Path, lines: list[str], named: str
) -> None:
    """File, line and key in one line; 2; an earlier result stays as it was."""
    given = operator.writes("in.jsonl", "\n".join([json.dumps(GOOD), *lines]) + "\n")
    out = tmp_path / "out.json"
    out.write_text("earlier")
    said = operator.types("bundle", given, "-o", out)
    assert (said.exit_code, out.read_text()) == (2, "earlier")
    assert f"{given}: {named}" in said.stderr


def test_bundle_takes_places_from_two_kinds_of_file(operator: Operator) -> None:
    """A config.toml and a small file both do; a key that is none is named."""
    given = operator.writes("in.jsonl", json.dumps(GOOD))
    small = operator.writes("small.toml", 'streets = ["Vlierweg"]\n')
    for places in (operator.config, small):
        assert operator.types("bundle", given, "-o", "-", "--wijk-config", places).exit_code == 0
    small.write_text('straten = ["Vlierweg"]\n')
    said = operator.types("bundle", given, "-o", "-", "--wijk-config", small)
    assert (said.exit_code, "straten: no such key" in said.stderr) == (2, True)


@pytest.mark.parametrize("out", [".", "/nowhere/out.json"])
def test_bundle_looks_first_where_it_will_write(operator: Operator, out: str) -> None:
    """A folder, and a file in a folder that is not there, are refused before any work."""
    given = operator.writes("in.jsonl", json.dumps(GOOD))
    assert operator.types("bundle", given, "-o", out).exit_code == 2


# --- import -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        CSV.encode(),
        CSV.replace(",", ";").encode("utf-8-sig"),
        ("sep=;\r\n" + CSV.replace(",", ";").replace("\n", "\r\n")).encode("cp1252"),
        CSV.replace(",", "\t").encode("utf-16"),
        sheet(
            ["Text", "Date", "Buurt", "Reporter"],
            ["Lamp kapot", datetime(2026, 10, 1), "appelhof", 7],  # noqa: DTZ001 - Excel knows no zones
            ["Stoep kapot", date(2026, 10, 2), None, 7.0],
            [None, None, None, None],
            ["Stoep kapot", "2-10-2026", "", ""],
        ),
        JSONL.encode(),
    ],
    ids=["csv", "semicolons-bom", "dutch-excel", "tabs-utf16", "xlsx", "jsonl"],
)
def test_the_same_signals_come_out_of_every_kind_of_file(operator: Operator, content: bytes) -> None:
    """Three signals of two people: the same reporter is one person, no reporter is somebody else."""
    said = operator.about("import", operator.writes("in.file", content))
    assert (said.exit_code, said.stdout) == (0, "3 signals brought in, 0 there already.\n")
    found = october(operator)
    assert [one.text for one in found] == ["Lamp kapot", "Stoep kapot", "Stoep kapot"]
    assert found[0].neighbourhood == "Appelhof"
    assert found[0].person == found[1].person != found[2].person
    assert {one.source for one in found} == {Source.IMPORTED}


def test_a_file_comes_in_once(operator: Operator) -> None:
    """Again, and as another kind of file, it brings in nothing; a row more brings in that row."""
    operator.about("import", operator.writes("in.csv", CSV))
    assert "0 signals brought in, 3" in operator.about("import", operator.writes("in.csv", CSV)).stdout
    other = operator.writes("other.csv", CSV.replace(",", ";") + "Nieuw;2026-10-05;;\n")
    assert "1 signal brought in, 3" in operator.about("import", other).stdout
    assert len(october(operator)) == 4


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "holds no signals"),
        (b"text,date\n", "holds no signals"),
        (b"tekst,date\nx,2026-10-01\n", "line 1: column 1 is called 'tekst'"),
        (b"text\nx\n", "line 1: there is no column 'date'"),
        (b"text,text,date\nx,y,2026-10-01\n", "line 1: there are two columns 'text'"),
        (b"text,date\nx,2026-10-01\n,2026-10-02\n", "line 3: text: is empty"),
        (b"text,date\nx,gisteren\n", "line 2: date: 'gisteren' is no date"),
        (b"text,date\nx,2027-01-01\n", "line 2: date: 2027-01-01 is not between"),
        (b"text,date,buurt\nx,2026-10-01,Nergens\n", "line 2: buurt: 'Nergens' is none of"),
        (b"text,date\nx,2026-10-01,more\n", "line 2: has more cells"),
        (b'text,date\n"open,2026-10-01\n', "line 2: is no CSV"),
        (b"text,date\n" + b"x" * 4_001 + b",2026-10-01\n", "line 2: text: has 4001 characters"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no text"),
        (b"\xd0\xcf\x11\xe0old", "is an old Excel file"),
        (b"PK\x03\x04broken", "cannot be read as XLSX"),
        (sheet(["text", "date"], ["=A1", "2026-10-01"]), "line 2: cell A2 has a formula without an outcome"),
        (b'{"text": "x", "datum": "2026-10-01"}\n', "line 1: has a key 'datum'"),
        (b'{"text": 1.5, "date": "2026-10-01"}\n', "line 1: 'text' must be a text"),
    ],
)
def test_a_bad_file_brings_in_nothing(operator: Operator, content: bytes, named: str) -> None:
    """The line and the column are named, it ends with 2, and no good row of it comes in."""
    said = operator.about("import", operator.writes("in.file", content))
    assert (said.exit_code, named in said.stderr) == (2, True), said.stderr
    assert not october(operator)


@pytest.mark.parametrize("name", ["nothing.csv", "data"])
def test_what_cannot_be_read_is_said(operator: Operator, name: str) -> None:
    """No file, and a folder: one line."""
    said = operator.about("import", operator.folder / name)
    assert (said.exit_code, len(said.stderr.splitlines())) == (2, 1)


def test_danger_in_a_file_stands_in_no_report(operator: Operator) -> None:
    """Words of danger are kept and counted, and never reach the wijkverband."""
    given = operator.writes("in.csv", "text,date\nmijn buurman slaat zijn vrouw,2026-10-01\n")
    assert "Words of danger in 1 of them" in operator.about("import", given).stdout
    assert not october(operator)


def test_nobody_out_of_a_file_is_promised_anything(operator: Operator) -> None:
    """Its reporters have no address: no promise is open, so none can be broken; names in it are not kept."""
    operator.about("import", operator.writes("in.csv", CSV.replace(",7", ",J. Jansen")))
    later = NOVEMBER.date().replace(month=12)
    assert not operator.asks(lambda connection: promises.overdue(connection, "boomgaard", later))
    kept = b"".join(path.read_bytes() for path in (operator.folder / "data").iterdir())
    assert b"Lamp kapot" in kept
    assert b"Jansen" not in kept
