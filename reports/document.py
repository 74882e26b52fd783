"""The report of a round on paper: at most two A4, tagged for screen readers; and as pictures."""

from domain.report import RoundReport
from reports.printing import pictured, printed
from reports.sheet import sheet
from reports.wording import Say

TEMPLATE = "round.typ"


def pdf(report: RoundReport, say: Say, language: str) -> bytes:
    """The report as PDF/UA-1."""
    return printed(TEMPLATE, sheet(report, say, language))


def png(report: RoundReport, say: Say, language: str) -> tuple[bytes, ...]:
    """The report as pictures, one a page."""
    return pictured(TEMPLATE, sheet(report, say, language))
