"""A report as plain data for `round.typ` and `pages/report.html`: words, numbers, lengths of bars.

Both have the same parts in the same order. What is too long for the surface is cut here.
"""

from domain.breakdown import masked
from domain.messages import Text, Value, listed
from domain.report import Quote, ReportDecision, ReportTopic, RoundReport
from reports import closing, wording
from reports.glyphs import right_to_left
from reports.panels import actions, agenda, cards, form, reach
from reports.pen import PAPER, Data, Pen, Surface
from reports.wording import Say, cut

CHOICES = (
    "report-paper-take-up",
    "report-paper-not-now",
    "report-paper-later",
    "report-paper-refer",
)

QUOTING = 2
"""A mark before and behind the words of somebody."""


def sheet(report: RoundReport, say: Say, language: str, surface: Surface = PAPER) -> Data:
    """The report as a template reads it."""
    pen = Pen(say, surface)
    return {
        "language": language,
        "rtl": right_to_left(say(Text("report-agenda"))),
        "date": [report.ends.year, report.ends.month, report.ends.day],
        "name": pen.line(Text("report-paper-name", _names(report))),
        "eyebrow": pen.line(Text("report-paper-eyebrow", _names(report))),
        "title": pen.line(_title(report)),
        "days": pen.line(Text("report-days", {"starts": report.starts, "ends": report.ends})),
        "provisional": "" if report.checked or not report.topics else pen.line(Text("report-provisional")),
        "figures": _figures(report, pen),
        "empty": "" if report.topics else pen.line(Text("report-paper-empty")),
        "chart": _chart(report, pen),
        "topics-title": pen.line(Text("report-paper-topics")),
        "topics": [_topic(topic, pen) for topic in report.topics],
        "choices": pen.lines(tuple(map(Text, CHOICES))),
        "decided": report.decided,
        "reach": reach(report, pen),
        "cards-title": pen.line(Text("report-paper-further")),
        "cards": cards(report, pen),
        "actions": actions(report, pen),
        "agenda": agenda(report, pen),
        "form": form(report, pen),
        "foot": pen.lines(closing.made(report)),
    }


def _names(report: RoundReport) -> dict[str, Value]:
    return {"district": report.district, "round_name": wording.month(report)}


def _title(report: RoundReport) -> Text:
    return Text("report-paper-title" if report.topics else "report-paper-title-empty", _names(report))


def _figures(report: RoundReport, pen: Pen) -> list[Data]:
    neighbourhoods = masked(report.neighbourhoods, report.people).groups
    languages = masked(report.languages, report.people).groups
    figures = (
        ("report-paper-figure-people", report.people),
        ("report-paper-figure-messages", report.messages),
        ("report-paper-figure-neighbourhoods", neighbourhoods),
        ("report-paper-figure-languages", languages),
    )
    # Without people the zeros say nothing; a number of groups that may not be told is 0 and left out.
    return [{"number": pen.number(n), "words": pen.line(Text(key, {"n": n}))} for key, n in figures if n]


def _chart(report: RoundReport, pen: Pen) -> Data:
    most = max((topic.people for topic in report.topics), default=1)
    bars = listed(
        Text("report-paper-chart-bar", {"title": cut(topic.title, wording.TITLE), "people": topic.people})
        for topic in report.topics
    )
    return {
        "title": pen.line(Text("report-paper-chart")),
        "alt": pen.line(Text("report-paper-chart-alt", {"bars": bars})),
        "shares": [topic.people / max(most, 1) for topic in report.topics],
    }


def _topic(topic: ReportTopic, pen: Pen) -> Data:
    longest = pen.surface
    return {
        "rank": topic.rank,
        "title": pen.own(topic.title, longest.title),
        "short": pen.own(topic.title, longest.label),
        "people": pen.number(topic.people),
        "people-words": pen.line(Text("report-people", {"people": topic.people})),
        "facts": cut(" ".join(pen.lines(wording.facts(topic))), longest.sentence),
        "reason": pen.own(wording.reason(topic), longest.sentence),
        "campaign": " ".join(pen.lines(wording.campaign(topic))),
        "trend": _trend(topic, pen),
        "quotes": [_quote(quote, pen) for quote in topic.quotes[: longest.quotes]],
        "decision": _decision(topic.decision, pen) if topic.decision else None,
    }


def _quote(quote: Quote, pen: Pen) -> Data:
    words = cut(quote.text, pen.surface.sentence)
    return {
        **pen.own(Text("report-quoted", {"words": words}), len(words) + QUOTING),
        "code": quote.language,
        "language": pen.line(wording.language_name(quote.language)),
    }


def _trend(topic: ReportTopic, pen: Pen) -> Data:
    numbers = (*topic.trend[-pen.surface.rounds :], topic.people)
    most = max(*numbers, 1)
    alt = Text("report-paper-trend-alt", {"before": wording.before(topic), "people": topic.people})
    return {
        "alt": pen.line(alt),
        "numbers": [pen.number(number) for number in numbers],
        "shares": [number / most for number in numbers],
        "label": pen.line(_trend_label(topic)),
        "known": any(topic.trend),
    }


def _trend_label(topic: ReportTopic) -> Value:
    if not any(topic.trend):
        return Text("report-paper-new")
    if topic.rounds_in_a_row > 1:
        return Text("report-paper-in-a-row", {"rounds": topic.rounds_in_a_row})
    return ""


def _decision(decision: ReportDecision, pen: Pen) -> Data:
    longest = pen.surface.sentence
    return {
        "label": pen.line(wording.outcome(decision, "report-paper-decision")),
        "sentence": pen.own(decision.sentence, longest),
        "plan": " ".join(pen.lines(wording.plan_lines(decision, pen.surface.line))),
    }
