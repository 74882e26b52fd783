"""The page of a wijk as HTML: whole in one file, without scripts, cookies or anything from elsewhere."""

from typing import Final

from markupsafe import Markup

from domain.folder import WijkPage
from domain.messages import Text
from reports.folder_sheet import sheet
from reports.page import page as written
from reports.pen import SCREEN, Pen
from reports.qr import qr_svg
from reports.wording import Say

OTHER: Final = {"nl": "en", "en": "nl"}
"""The page comes in these languages; each leads to the other."""


def wijk_page(page: WijkPage, say: Say, language: str, *, alone: bool = False) -> str:
    """What everybody may read of this wijk now. `alone`: as a file, without the other language beside it."""
    told = sheet(page, Pen(say, SCREEN), language)
    other, name = OTHER[language], say(Text("folder-page-other-language"))
    return written(
        "wijk.html",
        sheet=told,
        lang=language,
        rtl=told["rtl"],
        public=True,
        title=told["title"],
        skip=say(Text("folder-page-skip")),
        eyebrow=told["eyebrow"],
        heading=told["heading"],
        foot=told["foot"],
        other={"to": f"?taal={other}", "code": other, "name": name} if not alone else None,
        qr=Markup(qr_svg(page.doors[0].address)) if page.doors else "",  # noqa: S704 - drawn here
    )


def missing_page(say: Say, language: str) -> str:
    """In plain words that there is no such page; it names no wijk."""
    lines = (Text("folder-page-missing"), Text("folder-page-missing-help"))
    return _plain(say, language, Text("folder-page-missing-title"), lines)


def later_page(say: Say, language: str) -> str:
    """The store does not answer now."""
    return _plain(say, language, Text("folder-page-later-title"), (Text("folder-page-later"),))


def _plain(say: Say, language: str, heading: Text, lines: tuple[Text, ...]) -> str:
    title = say(heading)
    return written(
        "plain.html",
        lang=language,
        rtl=False,
        public=False,
        title=title,
        skip=say(Text("folder-page-skip")),
        eyebrow="",
        heading=title,
        foot=(),
        lines=[say(line) for line in lines],
    )
