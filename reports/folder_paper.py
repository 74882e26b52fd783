"""The folder of a wijk on paper: agreements, actions and the feedback of all rounds, for everybody."""

from dataclasses import replace

from domain.folder import WijkPage
from domain.messages import Text
from reports.folder_sheet import sheet
from reports.pen import PAPER, Data, Pen
from reports.printing import printed
from reports.qr import qr_svg
from reports.wording import Say

WHOLE = replace(PAPER, title=400, sentence=1_000, label=100)
"""As many pages as it takes: words that were approved are never cut."""


def pdf(page: WijkPage, say: Say, language: str) -> bytes:
    """The folder as PDF/UA-1, with an outline and page numbers; the same bytes for the same page."""
    return printed("folder.typ", paper(page, say, language))


def paper(page: WijkPage, say: Say, language: str) -> Data:
    """What stands on it, as the template reads it."""
    pen = Pen(say, WHOLE)
    told = sheet(page, pen, language)
    own = {
        "title": pen.line(Text("folder-paper-title", {"district": page.district})),
        "heading": pen.line(Text("folder-paper-title", {"district": page.district})),
        "contents": pen.line(Text("folder-paper-contents")),
        "foot": [pen.line(Text("folder-paper-foot")), pen.line(_made(page))],
        "qr": qr_svg(page.doors[0].address) if page.doors else "",
    }
    return {**told, **own}


def _made(page: WijkPage) -> Text:
    return Text("folder-page-today", {"day": page.today, "year": str(page.today.year)})
