"""Pages to read in a browser: whole in one file, without JavaScript, fonts or pictures from elsewhere.

The templates stand in `reports/pages/` and extend `base.html`, which wants `lang`, `rtl`, `public` (may
search engines see it?), `title`, `skip`, `eyebrow`, `heading` and `foot`. Everything is escaped.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from domain.messages import Text
from domain.report import RoundReport
from reports.pen import SCREEN
from reports.sheet import sheet
from reports.wording import Say

if TYPE_CHECKING:
    from jinja2 import Environment

_PAGES = files("reports") / "pages"


def page(template: str, **context: object) -> str:
    """A page as HTML, with its style inside."""
    return _templates().get_template(template).render(style=_style(), **context)


def report_page(report: RoundReport, say: Say, language: str) -> str:
    """The report of a round for the wijkverband; no search engine may keep it."""
    told = sheet(report, say, language, SCREEN)
    return page(
        "report.html",
        sheet=told,
        lang=language,
        rtl=told["rtl"],
        public=False,
        title=told["name"],
        skip=say(Text("report-page-skip")),
        eyebrow=told["eyebrow"],
        heading=told["title"],
        foot=told["foot"],
    )


@cache
def policy() -> str:
    """The Content-Security-Policy that such a page is served with: its own style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


@cache
def _style() -> str:
    return _source("page.css") + _source("wijk.css")


def _source(name: str) -> str:
    return (_PAGES / name).read_text(encoding="utf-8")


@cache
def _templates() -> "Environment":
    # Loaded with the first page: the service is ready sooner without it.
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - see above

    return Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
