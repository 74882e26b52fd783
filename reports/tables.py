"""The report as tables: one as CSV, all of them as a workbook. Nothing in a cell is ever a formula.

Breakdowns are hidden as everywhere: a cell that says no number is empty, and `fewer_than_5` says why.
"""

import csv
import io
from collections.abc import Callable, Iterable
from datetime import datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from domain.breakdown import masked
from domain.cleaning import clean
from domain.messages import Text, Value
from domain.report import Counts, ReportAction, ReportDecision, ReportTopic, RoundReport
from reports import closing, wording
from reports.wording import Say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cell: TypeAlias = str | int | bool | None
Row: TypeAlias = tuple[Cell, ...]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

WIDEST = 60
"""Of a column, in characters."""


class Table(StrEnum):
    """One of the tables of a report."""

    TOPICS = "topics"
    REACH = "reach"
    ACTIONS = "actions"
    ROUND = "round"


HEADS: dict[Table, Row] = {
    Table.TOPICS: (
        "rank", "title", "people", "messages", "rounds_in_a_row", "people_before", "reason", "outcome",
        "sentence", "referred_to", "owner", "partners", "first_step", "first_step_on", "check_on",
    ),
    Table.REACH: ("rank", "kind", "name", "people", "fewer_than_5"),
    Table.ACTIONS: ("title", "what", "owner", "partners", "status", "check_on", "noticed"),
    Table.ROUND: ("name", "value"),
}  # fmt: skip
"""The names of the columns: the same in every language, as in the JSON."""


def csv_of(report: RoundReport, table: Table, say: Say) -> bytes:
    """One table as CSV (RFC 4180), in UTF-8 with the mark that spreadsheets look for."""
    return csv_bytes((HEADS[table], *_ROWS[table](report, say)))


def csv_bytes(rows: Iterable[Row]) -> bytes:
    """Rows as such a file."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(_guarded, rows))
    return out.getvalue().encode("utf-8-sig")


def workbook(report: RoundReport, say: Say) -> bytes:
    """All tables as XLSX, one a sheet."""
    # Loaded here: the service starts in less time and memory without it, and seldom writes a workbook.
    from openpyxl import Workbook  # noqa: PLC0415 - see above

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = ""
    book.properties.created = book.properties.modified = datetime.combine(report.ends, time())
    for table in Table:
        _fill(book.create_sheet(table.value), [HEADS[table], *_ROWS[table](report, say)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _guarded(row: Row) -> Row:
    """Words that a spreadsheet would compute with get an apostrophe in front."""
    return tuple(
        f"'{words}" if isinstance(words, str) and words.startswith(FORMULA) else words
        for words in map(_shown, row)
    )


def _shown(cell: Cell) -> Cell:
    return clean(cell) if isinstance(cell, str) else cell


def _fill(sheet: "Worksheet", rows: list[Row]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    for number, row in enumerate(rows, 1):
        for column, value in enumerate(map(_shown, row), 1):
            cell = sheet.cell(number, column, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, str):
                cell.data_type = "s"
                cell.quotePrefix = True
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column, cells in enumerate(zip(*rows, strict=True), 1):
        longest = max(len(str(cell)) for cell in cells)
        sheet.column_dimensions[get_column_letter(column)].width = min(longest + 2, WIDEST)


def _topics(report: RoundReport, say: Say) -> Iterable[Row]:
    yield from (_topic(topic, say) for topic in report.topics)
    for rank, one in enumerate(report.others, len(report.topics) + 1):
        yield (rank, one.title, one.people, *[None] * (len(HEADS[Table.TOPICS]) - 3))


def _topic(topic: ReportTopic, say: Say) -> Row:
    before = " ".join(map(str, topic.trend))
    told = say(wording.reason(topic))
    return (
        topic.rank, topic.title, topic.people, topic.messages, topic.rounds_in_a_row, before, told,
        *_decision(topic.decision),
    )  # fmt: skip


def _decision(decision: ReportDecision | None) -> Row:
    if decision is None:
        return (None,) * 8
    return (
        str(decision.outcome),
        decision.sentence,
        decision.referred_to,
        decision.owner,
        decision.partners,
        decision.first_step,
        decision.first_step_on.isoformat() if decision.first_step_on else None,
        decision.check_on.isoformat() if decision.check_on else None,
    )


def _reach(report: RoundReport, _say: Say) -> Iterable[Row]:
    """Of the round as a whole (no rank), then of each topic."""
    kinds = {
        "neighbourhoods": report.neighbourhoods,
        "sources": report.sources,
        "languages": report.languages,
    }
    for kind, counts in kinds.items():
        yield from _groups(None, kind, counts, report.people)
    for topic in report.topics:
        yield from _groups(topic.rank, "neighbourhoods", topic.neighbourhoods, topic.people)
        yield from _groups(topic.rank, "sources", topic.sources, topic.people)


def _groups(rank: int | None, kind: str, counts: Counts, total: int) -> Iterable[Row]:
    safe = masked(counts, total)
    if safe.withheld:
        return
    yield from ((rank, kind, name, people, False) for name, people in safe.shown)
    yield from ((rank, kind, name, None, True) for name in safe.small)
    yield from ((rank, kind, name, None, None) for name in safe.unnumbered)
    yield from ((rank, kind, name, 0, True) for name in safe.nobody)


def _actions(report: RoundReport, say: Say) -> Iterable[Row]:
    return (_action(action, say) for action in report.open_actions)


def _action(action: ReportAction, say: Say) -> Row:
    return (
        action.title,
        action.what,
        action.owner,
        action.partners,
        str(action.status),
        action.check_on.isoformat(),
        _said(closing.noticed(action), say),
    )


def _round(report: RoundReport, say: Say) -> Iterable[Row]:
    yield from (("district", report.district), ("round", report.round))
    yield from (("starts", report.starts.isoformat()), ("ends", report.ends.isoformat()))
    yield from (("people", report.people), ("messages", report.messages))
    yield from (("checked", report.checked), ("model", report.model))
    yield from (("", say(line)) for line in (*closing.closing_lines(report), *closing.made(report)))


def _said(value: Value, say: Say) -> str:
    return say(value) if isinstance(value, Text) else str(value)


_ROWS: dict[Table, Callable[[RoundReport, Say], Iterable[Row]]] = {
    Table.TOPICS: _topics,
    Table.REACH: _reach,
    Table.ACTIONS: _actions,
    Table.ROUND: _round,
}
