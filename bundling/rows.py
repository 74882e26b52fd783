"""Rows of a file as signals, topics as rows: `wijksignaal bundle` between reading and writing."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bundling.bundle import Bundle, Known, bundle
from bundling.items import RESIDENT, Item
from domain.messages import Text

Row = Mapping[str, Any]

_REQUIRED = ("id", "text", "reporter", "source")
_WORDS = ("reporter", "source", "buurt", "lang", "respondent", "round")


class BadRowError(ValueError):
    """A row that cannot be a signal: line, key and what is wrong, in one sentence."""

    def __init__(self, line: int, key: str, wrong: str) -> None:
        super().__init__(f"line {line}: {key!r} {wrong}")
        self.line, self.key = line, key


def bundle_rows(
    rows: Sequence[Row],
    say: Callable[[Text], str],
    *,
    known: Known = Known(),
    round_: str | None = None,
    is_danger: Callable[[str], bool] = lambda _: False,
) -> dict[str, Any]:
    """Topics and left out ids as plain data. The first row is line 1; BadRowError tells the first bad one.

    With `round_` (`2026-10`) only rows of that round count: by their `round`, else by the month of `date`.
    """
    items: list[Item] = []
    seen: dict[str | int, int] = {}
    for line, row in enumerate(rows, start=1):
        item = parse_row(row, line)
        if item.id in seen:
            raise BadRowError(line, "id", f"is {item.id!r} again, as on line {seen[item.id]}")
        seen[item.id] = line
        if round_ is None or _round_of(row, item) == round_:
            items.append(replace(item, danger=is_danger(item.text)))
    return _as_data(bundle(items, known), say)


def parse_row(row: Row, line: int) -> Item:
    """One row as a signal. Keys that are not known are left alone."""
    if not isinstance(row, Mapping):
        raise BadRowError(line, "line", "must be an object with keys, between { and }")
    for key in _REQUIRED:
        if row.get(key) is None or (row[key] == "" and key != "text"):
            raise BadRowError(line, key, "is missing")
    _check_types(row, line)
    return Item(
        id=row["id"],
        text=row["text"],
        reporter=row["reporter"],
        source=row["source"] or RESIDENT,
        neighbourhood=row.get("buurt") or "",
        language=row.get("lang") or "",
        date=_date(row, line),
        respondent=row.get("respondent") or "",
        question=row.get("question"),
    )


def _check_types(row: Row, line: int) -> None:
    if isinstance(row["id"], bool) or not isinstance(row["id"], str | int):
        raise BadRowError(line, "id", "must be a text or a whole number")
    if not isinstance(row["text"], str):
        raise BadRowError(line, "text", "must be a text")
    for key in _WORDS:
        if row.get(key) is not None and not isinstance(row[key], str):
            raise BadRowError(line, key, "must be a text")
    if row.get("question") not in (None, 1, 2) or isinstance(row.get("question"), bool):
        raise BadRowError(line, "question", "must be 1 (what goes well), 2 (what to change) or absent")


def _date(row: Row, line: int) -> dt.date | None:
    written = row.get("date")
    if written is None:
        return None
    try:
        return dt.date.fromisoformat(written[:10])
    except (TypeError, ValueError):
        raise BadRowError(line, "date", "must be a date such as 2026-10-31") from None


def _round_of(row: Row, item: Item) -> str | None:
    if row.get("round"):
        return str(row["round"])
    return item.date.strftime("%Y-%m") if item.date else None


def _as_data(result: Bundle, say: Callable[[Text], str]) -> dict[str, Any]:
    return {
        "topics": [
            {
                "title": say(topic.title),
                "people": topic.evidence.people,
                "reason": say(topic.reason),
                "signals": list(topic.signals),
            }
            for topic in result.topics
        ],
        "left_out": [{"id": key, "reason": why.value} for key, why in result.left_out],
    }
