"""Earlier signals in a file of a town, a welfare organisation or a spreadsheet: rows, each with its line."""

import csv
import json
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

NEEDED = ("text", "date")
OPTIONAL = ("buurt", "reporter", "source", "language")
MOST_ROWS = 50_000
MOST_BYTES = 50 * 1024 * 1024
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class BadFileError(ValueError):
    """What is wrong with a file, with the line where there is one."""

    def __init__(self, wrong: str, line: int | None = None) -> None:
        super().__init__(wrong if line is None else f"line {line}: {wrong}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: column -> what stands there, without the space around it. Empty cells are absent."""

    line: int
    cells: dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV, XLSX or JSONL file, told by what is in it. BadFileError; OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise BadFileError("is larger than 50 MB. Split it")
    data = path.read_bytes()
    if data.startswith(_OLD_EXCEL):
        raise BadFileError("is an old Excel file. Save it as .xlsx first")
    if data.startswith(_ZIP):
        rows = list(_tabled(_sheet(data)))
    else:
        text = _decoded(data)
        rows = list(_objects(text) if text.lstrip().startswith("{") else _tabled(_records(text)))
    if not rows:
        raise BadFileError("holds no signals")
    return rows


# --- tables -------------------------------------------------------------------------------------


def _tabled(records: Iterable[tuple[int, list[str]]]) -> Iterator[Row]:
    """Rows under a head; rows in which nothing stands are passed over."""
    head: list[str] | None = None
    for count, (line, cells) in enumerate(records):
        if count > MOST_ROWS:
            raise BadFileError(f"has more than {MOST_ROWS} rows. Split it")
        if not any(cells):
            continue
        if head is None:
            head = _head(line, cells)
            continue
        if any(cells[len(head) :]):
            raise BadFileError(f"has more cells than the {len(head)} columns of the first line", line)
        pairs = zip(head, cells, strict=False)
        yield Row(line, {name: cell for name, cell in pairs if name and cell})


def _head(line: int, cells: list[str]) -> list[str]:
    names = [cell.lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    for column, name in enumerate(names, start=1):
        if name not in {*NEEDED, *OPTIONAL}:
            raise BadFileError(f"column {column} is called {name!r}. {_COLUMNS}", line)
        if names.count(name) > 1:
            raise BadFileError(f"there are two columns {name!r}", line)
    for name in NEEDED:
        if name not in names:
            raise BadFileError(f"there is no column {name!r}. {_COLUMNS}", line)
    return names


_COLUMNS = f"The columns are {', '.join(NEEDED)}, and if you like {', '.join(OPTIONAL)}"


def _decoded(data: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, or what Excel in the Netherlands writes."""
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadFileError("is no text. It has to be CSV, XLSX or JSONL")


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV with the line on which each begins. Excel separates with what the country uses."""
    first = text.partition("\n")[0]
    told = first.strip().lower().startswith("sep=")
    separator = first.strip()[4:5] if told else max(";,\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator or ",", strict=True)
    line = 1
    try:
        for cells in reader:
            if not (told and line == 1):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as fault:
        raise BadFileError(f"is no CSV ({fault})", line) from None


def _sheet(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet; of a formula what it came to."""
    # Only here: no service needs it, and every one would carry it.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        _refuse_bomb(data)
        with warnings.catch_warnings():
            # Of styles and checks in the sheet that we do not need.
            warnings.simplefilter("ignore")
            values = load_workbook(BytesIO(data), read_only=True, data_only=True).worksheets[0]
            formulas = load_workbook(BytesIO(data), read_only=True).worksheets[0]
            for line, (cells, written) in enumerate(
                zip(values.iter_rows(), formulas.iter_rows(), strict=False), start=1
            ):
                yield line, [_cell(line, *pair) for pair in zip(cells, written, strict=False)]
    except BadFileError:
        raise
    except Exception as fault:  # noqa: BLE001 - the library raises whatever its parts raise on a broken file
        raise BadFileError(
            f"cannot be read as XLSX ({type(fault).__name__}). Save it again as .xlsx"
        ) from None


def _refuse_bomb(data: bytes) -> None:
    if sum(part.file_size for part in zipfile.ZipFile(BytesIO(data)).infolist()) > 4 * MOST_BYTES:
        raise BadFileError("is larger inside than it looks. Copy the rows to a new sheet")


def _cell(line: int, cell: Any, written: Any) -> str:  # noqa: ANN401 - of openpyxl, which has many kinds
    value = cell.value
    if value is None and written.data_type == "f":
        what = f"cell {written.coordinate} has a formula without an outcome. Save the file in Excel first"
        raise BadFileError(what, line)
    if cell.data_type == "e":
        raise BadFileError(f"cell {cell.coordinate} has a fault of Excel: {value}", line)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


# --- objects ------------------------------------------------------------------------------------


def _objects(text: str) -> Iterator[Row]:
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if len(lines) > MOST_ROWS:
        raise BadFileError(f"has more than {MOST_ROWS} rows. Split it")
    for number, line in lines:
        try:
            found = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as fault:
            raise BadFileError(f"is no JSON ({str(fault).partition(':')[0]})", number) from None
        if not isinstance(found, dict):
            raise BadFileError("must be an object with keys, between { and }", number)
        yield Row(number, dict(_values(found, number)))


def _values(found: dict[str, Any], line: int) -> Iterator[tuple[str, str]]:
    for key, value in found.items():
        if key not in {*NEEDED, *OPTIONAL}:
            raise BadFileError(f"has a key {key!r}. {_COLUMNS}", line)
        if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
            raise BadFileError(f"{key!r} must be a text", line)
        if value is not None and str(value).strip():
            yield key, str(value).strip()
