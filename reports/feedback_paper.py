"""The feedback of a round on one A4: to hand out, to hang up and to lay on the counter."""

from datetime import date

from domain.messages import Text
from domain.telling import RoundFeedback
from reports.feedback import Ways, blocks, lead, title
from reports.glyphs import printable, right_to_left
from reports.pen import Data
from reports.printing import printed
from reports.qr import qr_svg
from reports.wording import Say, cut

LONGEST = 640
"""Characters of one item: two sentences of 400 are possible, a paper has one page."""


def paper(told: RoundFeedback, ways: Ways, say: Say, language: str) -> bytes:
    """One A4 as PDF/UA-1."""
    return printed("feedback.typ", sheet(told, ways, say, language))


def sheet(told: RoundFeedback, ways: Ways, say: Say, language: str) -> Data:
    """Everything that stands on it, as the template reads it."""
    return {
        "language": language,
        "rtl": right_to_left(say(Text("feedback-danger"))),
        "date": _parts(told.ends),
        "name": printable(say(title(told))),
        "lead": printable(say(lead(told))),
        "blocks": [
            {
                "heading": printable(say(block.heading)),
                "items": [cut(printable(" ".join(map(say, item))), LONGEST) for item in block.items],
            }
            for block in blocks(told, Ways(contact=ways.contact))
        ],
        "qr": code(ways.link, say) if ways.link else None,
    }


def code(link: str, say: Say) -> Data:
    """The code with what it holds, in words for who cannot see it."""
    return {
        "svg": qr_svg(link),
        "alt": printable(say(Text("poster-alt", {"link": link}))),
        "scan": printable(say(Text("feedback-scan"))),
        "link": link.removeprefix("https://"),
    }


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
