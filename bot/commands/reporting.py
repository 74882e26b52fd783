"""`report`: the report of a round, as text, on paper, as a page, a table or data."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from bot.commands.options import (
    ConfigFile,
    Out,
    Slug,
    ThisRound,
    awaited,
    check_out,
    district_of,
    opened,
    span_asked,
    tools_of,
    write_out,
)
from bot.commands.tools import Failed, WrongUse, aside
from bot.config import Settings, load
from bot.texts import OF_ROLES, Words
from domain.districts import District
from domain.messages import Text
from domain.report import RoundReport
from domain.rounds import Span
from reports import document, page, plain, tables
from reports.tables import Table
from reports.wording import Say
from storage import reports


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    PDF = "pdf"
    PNG = "png"
    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


def report(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    round_: ThisRound,
    out: Out,
    format_: Annotated[
        Format,
        typer.Option("--format", help="text, pdf, png (page one), html, csv, xlsx, or json for programs."),
    ] = Format.TEXT,
    table: Annotated[
        Table, typer.Option(help="With csv: topics, reach, actions or round. An xlsx holds them all.")
    ] = Table.TOPICS,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="nl or en; else the first language of the wijk.")
    ] = None,
) -> None:
    """Write the report of a round, in seven formats.

    It has the five topics, the reach, and what was decided. Counts are people. It never says who said
    something, and small groups are not broken down.

    \b
    Example:
      wijksignaal report --config config.toml --wijk boomgaard --round 2026-10 --format pdf -o oktober.pdf
    """
    check_out(out)
    settings = load(config)
    district = district_of(settings, wijk)
    words, spoken = Words(), language or district.languages[0]
    if spoken not in OF_ROLES:
        raise WrongUse(f"--language: there is no report in {spoken!r}. There is: {', '.join(OF_ROLES)}.")
    span = span_asked(district, round_, tools_of(context).clock())
    found = awaited(_found(settings, district, span))

    def say(text: Text) -> str:
        return words.say(text, spoken)

    with aside().status("Writing ..."):
        data = _written(found, say, spoken, format_, table)
    write_out(out, data)


def _written(found: RoundReport, say: Say, spoken: str, format_: Format, table: Table) -> bytes:
    match format_:
        case Format.TEXT:
            return plain.text(found, say).encode()
        case Format.JSON:
            return (json.dumps(plain.as_json(found, say), ensure_ascii=False, indent=1) + "\n").encode()
        case Format.PDF:
            return document.pdf(found, say, spoken)
        case Format.PNG:
            return document.png(found, say, spoken)[0]
        case Format.HTML:
            return page.report_page(found, say, spoken).encode()
        case Format.CSV:
            return tables.csv_of(found, table, say)
        case Format.XLSX:
            return tables.workbook(found, say)


async def _found(settings: Settings, district: District, span: Span) -> RoundReport:
    async with opened(settings) as store, store.read() as connection:
        found = await reports.report_of(connection, district, span.name)
    if found is None:
        raise Failed(f"{district.name}, round {span.name}: has no report. It comes after {span.last}.")
    return found
