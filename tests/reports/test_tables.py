"""The report as tables, read back as a spreadsheet reads them."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from domain.report import RoundReport
from reports.tables import HEADS, Table, csv_of, workbook
from reports.wording import Say
from tests.reports import examples


def _read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_topics_with_their_decisions(say: Say) -> None:
    """One row a topic, the plan beside it, numbers six and seven below."""
    rows = _read(csv_of(examples.after_the_meeting(), Table.TOPICS, say))
    assert [row["rank"] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert rows[0]["people"] == "16"
    assert rows[0]["partners"] == "huurdersvereniging, Team Zorg"
    assert rows[0]["check_on"] == "2026-12-18"
    assert rows[3]["referred_to"] == "Gemeente, afdeling openbare ruimte"
    assert rows[6]["title"] == "Bankjes in het park"


def test_small_groups_are_empty(say: Say) -> None:
    """A group under five has no number in its cell; a breakdown that may not be told has no rows."""
    rows = _read(csv_of(examples.twelve(), Table.REACH, say))
    small = [
        row for row in rows if row["fewer_than_5"] == "True" and row["rank"] == "" and row["people"] == ""
    ]
    assert [row["name"] for row in small] == ["Vlierkwartier", "Vruchtenbuurt-Oost", "pl", "uk"]
    assert _read(csv_of(examples.few(), Table.REACH, say)) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(people=st.lists(st.integers(0, 9), min_size=4, max_size=4))
def test_tables_tell_no_small_number(people: list[int], say: Say) -> None:
    """Whatever was counted, no group has a number of one to four."""
    counts = tuple(zip("abcd", people, strict=True))
    usual = replace(examples.october(), people=sum(people), neighbourhoods=counts, languages=counts)
    topic = replace(usual.topics[0], people=sum(people), neighbourhoods=counts, sources=counts)
    rows = _read(csv_of(replace(usual, topics=(topic,), sources=counts), Table.REACH, say))
    assert not [row for row in rows if row["people"] in {"1", "2", "3", "4"}]


@pytest.mark.parametrize("typed", ["=1+1", "+31 6", "-2", "@sum(A1)", "\t=1", "\r=1", '=HYPERLINK("x")'])
def test_no_cell_is_a_formula(typed: str, report: RoundReport, say: Say) -> None:
    """A title that begins like a formula stays words, in both kinds of file."""
    odd = replace(report, topics=(replace(report.topics[0], title=typed),))
    cell = _read(csv_of(odd, Table.TOPICS, say))[0]["title"]
    assert cell[0] not in "=+-@\t\r"
    book = load_workbook(io.BytesIO(workbook(odd, say)))
    found = book["topics"]["B2"]
    assert (found.data_type, found.value) == ("s", typed.strip())


@pytest.mark.parametrize("round_", [examples.empty, examples.three, examples.everything, examples.crowded])
def test_a_workbook_holds_all_tables(round_: object, say: Say) -> None:
    """One sheet a table, with the same columns as the CSV; numbers are numbers."""
    assert callable(round_)
    report = round_()
    book = load_workbook(io.BytesIO(workbook(report, say)))
    assert book.sheetnames == [table.value for table in Table]
    for table in Table:
        (heads, *rows) = book[table.value].iter_rows(values_only=True)
        assert heads == HEADS[table]
        assert len(rows) == len(_read(csv_of(report, table, say)))
    if report.topics:
        assert book["topics"]["C2"].value == report.topics[0].people
