"""The report on paper: at most two A4, tagged for screen readers (PDF/UA-1), the same bytes every time.

`round.typ` holds the lay-out and not one word; the words come in as data, so nothing that people
typed is ever read as markup.
"""

import json
from functools import cache
from importlib.resources import files

import typst

from domain.report import RoundReport
from reports.glyphs import FONTS
from reports.sheet import sheet
from reports.wording import Say

SCREEN = 110
"""Dots per inch of the picture: sharp on a phone, about 200 kB."""


def pdf(report: RoundReport, say: Say, language: str) -> bytes:
    """The report as PDF/UA-1."""
    inputs = _inputs(report, say, language)
    made = typst.compile(
        _template(), format="pdf", font_paths=_fonts(), sys_inputs=inputs, pdf_standards="ua-1"
    )
    return b"".join(_pages(made))


def png(report: RoundReport, say: Say, language: str) -> tuple[bytes, ...]:
    """The report as pictures, one a page."""
    inputs = _inputs(report, say, language)
    made = typst.compile(_template(), format="png", ppi=SCREEN, font_paths=_fonts(), sys_inputs=inputs)
    return _pages(made)


@cache
def _fonts() -> typst.Fonts:
    """Our own fonts only, so that every machine makes the same pages."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(FONTS))


def _template() -> bytes:
    return files("reports").joinpath("round.typ").read_bytes()


def _inputs(report: RoundReport, say: Say, language: str) -> dict[str, str]:
    return {"sheet": json.dumps(sheet(report, say, language))}


def _pages(made: bytes | list[bytes]) -> tuple[bytes, ...]:
    """Typst gives one page as bytes and more as a list."""
    return (made,) if isinstance(made, bytes) else tuple(made)
