"""Promise P8 over a whole report: no small group is shown, and none follows by subtraction, in any format."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from random import Random

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.texts import Words
from domain.actions import ActionStatus
from domain.breakdown import masked
from domain.decisions import Outcome
from domain.disclosure import answers, numbers, veiled
from domain.messages import Text
from domain.report import FEWEST, Noticed, ReportAction, RoundReport
from domain.telling import RoundFeedback, TopicFeedback
from reports import document, plain, tables
from reports.chat import chat_text
from reports.feedback import Shape, Ways, text
from reports.page import report_page
from reports.wording import language_name, source_name
from tests.exposure.attacker import learned
from tests.exposure.rounds import BUURTEN, LANGUAGES, SOURCES, noticing, one_topic_each, people, report_of

ROUNDS = 10_000
IN_ALL_FORMATS = 15
GROUPS = (*BUURTEN, *SOURCES, *LANGUAGES)
Say = Callable[[Text], str]


def _nothing(_: object) -> str:
    return ""


def _shown(report: RoundReport) -> dict[str, object]:
    return plain.as_json(report, _nothing)


@pytest.mark.parametrize("part", range(4))
def test_no_small_group_follows(part: int) -> None:
    """10,000 rounds: who adds and subtracts all that one report tells, learns no group of one to four."""
    chance, leaks, alone = Random(part), [], 0
    for _ in range(ROUNDS // 4):
        heard = people(chance)
        report = veiled(report_of(heard))
        assert _nothing_small(report)
        alone += one_topic_each(heard)
        leaks += learned(_shown(report), heard)
    assert alone > ROUNDS // 16
    assert leaks == []


def _nothing_small(report: RoundReport) -> bool:
    """Every number of a group that stands in the data is nobody, or five and more."""
    shown = _shown(report)
    parts = [shown, *shown["topics"]]  # type: ignore[misc] # JSON of our own
    groups = [
        group
        for part in parts
        for name in ("neighbourhoods", "languages", "sources")
        for group in part.get(name) or ()
    ]
    return all(
        group["people"] is None or group["people"] == 0 or group["people"] >= FEWEST for group in groups
    )


def test_the_attacker_is_one() -> None:
    """Without the veil the same attacker finds small groups, or the test above would show nothing."""
    chance, found = Random(1), Counter[str]()
    for _ in range(500):
        heard = people(chance)
        found.update({kind for kind, *_ in learned(_shown(report_of(heard)), heard)})
    assert min(found[kind] for kind in ("neighbourhoods", "sources")) > 5


@pytest.fixture(scope="module")
def say() -> Say:
    """Dutch, as the wijkverband reads it."""
    return partial(Words().say, language="nl")


def _formats(report: RoundReport, say: Say) -> dict[str, str]:
    """The report in every format that is text, or can be read as such."""
    book = load_workbook(io.BytesIO(tables.workbook(report, say)))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    return {
        "chat": "\n".join(map(say, chat_text(report, say))),
        "text": plain.text(report, say),
        "page": re.sub(r"<[^>]+>", " ", report_page(report, say, "nl")),
        "workbook": "\n".join(cells),
        **{f"csv {one}": tables.csv_of(report, one, say).decode() for one in tables.Table},
    }


def _paper(report: RoundReport, say: Say) -> str:
    """The words on paper, which a mail brings along."""
    pages = PdfReader(io.BytesIO(document.pdf(report, say, "nl"))).pages
    return "\n".join(page.extract_text() for page in pages)


def test_every_format_tells_the_same(say: Say) -> None:
    """What one format hides stands in no other: the number beside a group is that of the data, or none."""
    chance, seen = Random(8), set[str]()
    for _ in range(IN_ALL_FORMATS):
        report = veiled(report_of(people(chance)))
        told = {(name, str(people)) for code, people in _told(report) for name in _names(code, say)}
        words = "|".join(sorted({re.escape(name) for code in GROUPS for name in _names(code, say)}))
        for format_, text_ in (_formats(report, say) | {"paper": _paper(report, say)}).items():
            beside = set(re.findall(rf"\b({words})[ ,(]+([0-9]+)", text_.replace("\n", " ")))
            beside -= {(name, "0") for name in BUURTEN}
            assert beside <= told, format_
            seen |= {name for name, _ in beside}
    assert {"Appelhof", "bewoner", "bewoners zelf", "nl", "Nederlands"} <= seen


def _names(code: str, say: Say) -> set[str]:
    """A group in data, and in words."""
    return {code, *(str(say(one(code))) for one in (source_name, language_name) if code not in BUURTEN)}


def _told(report: RoundReport) -> Iterator[tuple[str, int]]:
    """Every group with its number, wherever in the report it may be read."""
    groups = [(report.people, of) for of in (report.neighbourhoods, report.sources, report.languages)]
    groups += [(one.people, of) for one in report.topics for of in (one.neighbourhoods, one.sources)]
    for total, of in groups:
        yield from masked(of, total).shown


def test_a_table_says_why_a_cell_is_empty(say: Say) -> None:
    """In CSV a hidden number is an empty cell; the sum of the others does not fill it."""
    chance = Random(9)
    for _ in range(200):
        report = veiled(report_of(people(chance)))
        rows = list(
            csv.DictReader(io.StringIO(tables.csv_of(report, tables.Table.REACH, say).decode("utf-8-sig")))
        )
        for kind in ("neighbourhoods", "sources", "languages"):
            whole = [row["people"] for row in rows if not row["rank"] and row["kind"] == kind]
            left = report.people - sum(map(int, filter(None, whole)))
            assert whole.count("") != 1 or left >= FEWEST or left <= 0


def test_a_report_is_the_same_later(say: Say) -> None:
    """A later version of a report, with decisions and checked, breaks down exactly as the first one did."""
    chance = Random(10)
    for _ in range(100):
        first = report_of(people(chance))
        later = replace(first, checked=True)
        assert veiled(first).topics == veiled(later).topics
        assert veiled(veiled(first)) == veiled(first)


def test_who_notices_a_difference(say: Say) -> None:
    """Report, newsletter and page together tell of no one to four people what they answered."""
    chance = Random(11)
    for _ in range(2_000):
        found = noticing(chance)
        told = answers(found)
        if told is None:
            continue
        whole = (found.yes, found.some, found.no, found.unknown)
        everybody = not found.no + found.unknown
        assert everybody or all(part == 0 or part >= FEWEST for part in whole)
        assert told == (found.yes + found.some, sum(whole))
    report = replace(report_of(people(chance)), open_actions=(_action(Noticed(10, 4, 8, 2)),))
    for name, words in _formats(report, say).items():
        assert not re.search(r"(14|24|10) (van|merk)", words), name


def _action(noticed: Noticed) -> ReportAction:
    today = report_of(people(Random(0))).ends
    return ReportAction("Lamp", "Een lamp", "Gemeente", ActionStatus.DONE, today, noticed=noticed)


def test_the_newsletter_hides_beside_its_total(say: Say) -> None:
    """A topic of one to four people stands without a number, and the total does not tell it."""
    chance = Random(12)
    for _ in range(500):
        sizes = sorted((chance.randint(1, 12) for _ in range(chance.randint(1, 5))), reverse=True)
        told = RoundFeedback(
            "De Boomgaard", "boomgaard", report_of(people(chance)).round, report_of(people(chance)).ends,
            people=sum(sizes),
            topics=tuple(
                TopicFeedback(rank, f"Onderwerp {rank}", size, Outcome.NOT_NOW, "Nee.")
                for rank, size in enumerate(sizes, 1)
            ),
        )  # fmt: skip
        seen = numbers(enumerate(sizes, 1), told.people)
        hidden = [size for rank, size in enumerate(sizes, 1) if rank not in seen]
        assert all(number >= FEWEST for number in seen.values())
        # One hidden number is what the others leave of the total.
        assert len(hidden) != 1 or hidden[0] >= FEWEST or told.people < FEWEST
    assert "Onderwerp 1" in text(told, Ways(), Shape.NEWSLETTER, say)
