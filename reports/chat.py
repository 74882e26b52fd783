"""A round in the chat of the wijkverband: short enough to read at the table, split between topics."""

from domain.messages import Text
from domain.report import RoundReport
from reports import closing, wording
from reports.wording import Say

LONGEST = 2_000
"""UTF-16 units of one message. Telegram takes 4,096, but Fluent at most 2,500 characters in one piece
("{???}" above that), and another language than the measured one may need more."""

BLANK = Text("report-blank")


def chat_text(report: RoundReport, say: Say, link: str = "") -> tuple[Text, ...]:
    """The report as messages, each short enough for every platform; `say` only measures.

    `link` is where the page of it is read.
    """
    pages: list[tuple[Text, ...]] = []
    for block in _blocks(report, link):
        longer = (*pages[-1], BLANK, *block) if pages else block
        if pages and _units(longer, say) <= LONGEST:
            pages[-1] = longer
        else:
            pages.append(block)
    return tuple(Text("report-lines", {"lines": page}) for page in pages)


def _blocks(report: RoundReport, link: str) -> tuple[tuple[Text, ...], ...]:
    head = wording.header(report)
    provisional = () if report.checked or not report.topics else (Text("report-provisional"),)
    last = (*closing.closing_lines(report), *closing.agenda(report), Text("report-no-vote"))
    page = (Text("report-page", {"link": link}),) if link else ()
    return ((head, *provisional, *page), *map(wording.chat_lines, report.topics), last)


def _units(lines: tuple[Text, ...], say: Say) -> int:
    return sum(len(say(line).encode("utf-16-le", "surrogatepass")) // 2 + 1 for line in lines)
