"""Everything that stands on the paper report, as plain data for `round.typ`: words, numbers, lengths of bars.

Long lists and long words are cut here, so that the report stays on two pages whatever came in.
"""

from collections.abc import Sequence
from typing import TypeAlias

from domain.messages import Text, Value
from domain.report import Counts, Mention, ReportAction, ReportDecision, ReportTopic, RoundReport
from reports import wording
from reports.breakdown import Breakdown, masked
from reports.glyphs import printable, right_to_left
from reports.wording import Name, Say, cut, language_name, own_name, source_name

Data: TypeAlias = dict[str, object]

TITLE, SENTENCE, LINE, LABEL, NAME = 84, 140, 55, 36, 24
"""Longest title, sentence, table cell, label of a bar and name of a group, in characters."""

CHOICES = (
    "report-paper-take-up",
    "report-paper-not-now",
    "report-paper-later",
    "report-paper-refer",
)

GROUPS, ACTIONS, MENTIONS, ROUNDS = 6, 3, 2, 4
"""Most rows of a breakdown, actions, titles in a row, and earlier rounds in a trend."""


def sheet(report: RoundReport, say: Say, language: str) -> Data:
    """The report as the template reads it."""
    return {
        "language": language,
        "rtl": right_to_left(say(Text("report-agenda"))),
        "date": [report.ends.year, report.ends.month, report.ends.day],
        "name": _line(say, Text("report-paper-name", _names(report))),
        "eyebrow": _line(say, Text("report-paper-eyebrow", _names(report))),
        "title": _line(say, _title(report)),
        "days": _line(say, Text("report-days", {"starts": report.starts, "ends": report.ends})),
        "provisional": "" if report.checked or not report.topics else _line(say, Text("report-provisional")),
        "figures": _figures(report, say),
        "empty": "" if report.topics else _line(say, Text("report-paper-empty")),
        "chart": _chart(report, say),
        "topics-title": _line(say, Text("report-paper-topics")),
        "topics": [_topic(topic, say) for topic in report.topics],
        "choices": [_line(say, Text(key)) for key in CHOICES],
        "reach": _reach(report, say),
        "cards": _cards(report, say),
        "actions": _actions(report, say),
        "agenda": _agenda(report, say),
        "form": _form(report, say),
        "foot": [_line(say, text) for text in wording.made(report)],
    }


def _line(say: Say, text: Value) -> str:
    return printable(_said(say, text))


def _said(say: Say, value: Value) -> str:
    return say(value) if isinstance(value, Text) else str(value)


def _own(words: str, longest: int = TITLE) -> Data:
    """Words of people, with the direction they are read in."""
    # A heading may not be empty.
    shown = cut(printable(words), longest) or "\N{HORIZONTAL ELLIPSIS}"
    return {"words": shown, "rtl": right_to_left(shown)}


def _names(report: RoundReport) -> dict[str, Value]:
    return {"district": report.district, "round_name": wording.month(report)}


def _title(report: RoundReport) -> Text:
    return Text("report-paper-title" if report.topics else "report-paper-title-empty", _names(report))


def _figures(report: RoundReport, say: Say) -> list[Data]:
    neighbourhoods = masked(report.neighbourhoods, report.people).groups
    languages = masked(report.languages, report.people).groups
    figures = (
        ("report-paper-figure-people", report.people),
        ("report-paper-figure-messages", report.messages),
        ("report-paper-figure-neighbourhoods", neighbourhoods),
        ("report-paper-figure-languages", languages),
    )
    # Without people the zeros say nothing; a number of groups that may not be told is 0 and left out.
    return [{"number": _number(say, n), "words": _line(say, Text(key, {"n": n}))} for key, n in figures if n]


def _number(say: Say, number: int) -> str:
    return _line(say, Text("report-number", {"n": number}))


def _chart(report: RoundReport, say: Say) -> Data:
    most = max((topic.people for topic in report.topics), default=1)
    bars = wording.listed(
        Text("report-paper-chart-bar", {"title": cut(topic.title, wording.TITLE), "people": topic.people})
        for topic in report.topics
    )
    return {
        "title": _line(say, Text("report-paper-chart")),
        "alt": _line(say, Text("report-paper-chart-alt", {"bars": bars})),
        "shares": [topic.people / max(most, 1) for topic in report.topics],
    }


def _topic(topic: ReportTopic, say: Say) -> Data:
    return {
        "rank": topic.rank,
        "title": _own(topic.title),
        "short": _own(topic.title, LABEL),
        "people": _number(say, topic.people),
        "people-words": _line(say, Text("report-people", {"people": topic.people})),
        "facts": _facts(topic, say),
        "reason": _own(say(wording.reason(topic)), SENTENCE),
        "campaign": " ".join(_line(say, line) for line in wording.campaign(topic)),
        "trend": _trend(topic, say),
        "decision": _decision(topic.decision, say) if topic.decision else None,
    }


def _facts(topic: ReportTopic, say: Say) -> str:
    return cut(" ".join(_line(say, line) for line in wording.facts(topic)), SENTENCE)


def _trend(topic: ReportTopic, say: Say) -> Data:
    numbers = (*topic.trend[-ROUNDS:], topic.people)
    most = max(*numbers, 1)
    alt = Text("report-paper-trend-alt", {"before": wording.before(topic), "people": topic.people})
    return {
        "alt": _line(say, alt),
        "numbers": [_number(say, number) for number in numbers],
        "shares": [number / most for number in numbers],
        "label": _line(say, _trend_label(topic)),
        "known": any(topic.trend),
    }


def _trend_label(topic: ReportTopic) -> Value:
    if not any(topic.trend):
        return Text("report-paper-new")
    if topic.rounds_in_a_row > 1:
        return Text("report-paper-in-a-row", {"rounds": topic.rounds_in_a_row})
    return ""


def _decision(decision: ReportDecision, say: Say) -> Data:
    return {
        "label": _line(say, Text("report-paper-decision", {"outcome": str(decision.outcome)})),
        "sentence": _own(decision.sentence, SENTENCE),
        "plan": " ".join(cut(_line(say, line), SENTENCE) for line in wording.plan_lines(decision)),
    }


def _reach(report: RoundReport, say: Say) -> Data:
    parts: tuple[tuple[str, Counts, Name], ...] = (
        ("report-paper-neighbourhoods", report.neighbourhoods, own_name),
        ("report-paper-sources", report.sources, source_name),
        ("report-paper-languages", report.languages, language_name),
    )
    return {
        "title": _line(say, Text("report-paper-reach")),
        "parts": [
            {"title": _line(say, Text(key)), **_groups(masked(counts, report.people), name, say)}
            for key, counts, name in parts
            if counts
        ],
    }


def _groups(breakdown: Breakdown, name: Name, say: Say) -> Data:
    if breakdown.withheld:
        return {"rows": [], "more": _line(say, Text("report-withheld"))}
    most = max((people for _, people in breakdown.shown), default=1)
    few, present, nobody = (
        _line(say, Text(key)) for key in ("report-paper-few", "report-paper-present", "report-paper-nobody")
    )
    rows = [
        *((group, _number(say, people), people / most) for group, people in breakdown.shown),
        *((group, present, 0.0) for group in breakdown.unnumbered),
        *((group, few, 0.0) for group in breakdown.small),
        *((group, nobody, 0.0) for group in breakdown.nobody),
    ]
    more = len(rows) - GROUPS
    return {
        "rows": [
            {"name": _own(_said(say, name(group)), NAME), "number": number, "share": share}
            for group, number, share in rows[:GROUPS]
        ],
        "more": _line(say, Text("report-more", {"count": more})) if more > 0 else "",
    }


def _cards(report: RoundReport, say: Say) -> list[Data]:
    quiet = report.quiet_voice
    cards: list[tuple[str, Sequence[Value]]] = [
        ("report-paper-quiet", [_quiet(quiet)] if quiet else []),
        ("report-paper-good", [_mention(one) for one in report.good_news[:MENTIONS]]),
        ("report-paper-others", [_mention(one) for one in report.others[:MENTIONS]]),
        ("report-paper-previous", wording.answered(report, "report-paper-previous-words")),
    ]
    return [
        {"title": _line(say, Text(key)), "lines": [_own(_said(say, line), SENTENCE) for line in lines]}
        for key, lines in cards
        if lines
    ]


def _quiet(one: Mention) -> Text:
    return Text("report-paper-quiet-words", {"title": cut(one.title, LINE), "people": one.people})


def _mention(one: Mention) -> Text:
    return Text("report-cell", {"name": cut(one.title, LINE), "people": one.people})


def _actions(report: RoundReport, say: Say) -> Data:
    more = len(report.open_actions) - ACTIONS
    heads = ("report-paper-action", "report-paper-owner", "report-paper-status", "report-paper-check")
    return {
        "title": _line(say, Text("report-paper-actions")),
        "heads": [_line(say, Text(head)) for head in heads],
        "rows": [_action(action, say) for action in report.open_actions[:ACTIONS]],
        "more": _line(say, Text("report-actions-more", {"count": more})) if more > 0 else "",
    }


def _action(action: ReportAction, say: Say) -> Data:
    return {
        "title": _own(action.title, LABEL),
        "what": _own(action.what, TITLE),
        "owner": _own(action.owner, LABEL),
        "status": _line(say, Text("report-status", {"status": str(action.status)})),
        "check": _line(say, Text("report-day", {"day": action.check_on})),
    }


def _agenda(report: RoundReport, say: Say) -> Data | None:
    if report.decided:
        return None
    with_topics = (
        ("report-paper-agenda-topics", 5),
        ("report-paper-agenda-choose", 10),
        ("report-paper-agenda-tell", 5),
    )
    without = (("report-paper-agenda-reach", 10), ("report-paper-agenda-actions", 10))
    return {
        "title": _line(say, Text("report-paper-agenda")),
        "parts": [
            {
                "words": _line(say, Text(part)),
                "minutes": minutes,
                "label": _line(say, Text("report-paper-minutes", {"minutes": minutes})),
            }
            for part, minutes in (with_topics if report.topics else without)
        ],
    }


def _form(report: RoundReport, say: Say) -> Data | None:
    """Room to write the choice, while there is something to choose."""
    if report.decided or not report.topics:
        return None
    fields = {
        "topic": "report-paper-form-topic",
        "what": "report-paper-form-what",
        "owner": "report-paper-form-owner",
        "step": "report-paper-form-step",
        "check": "report-paper-form-check",
    }
    return {
        "actions": [_line(say, Text("report-paper-form", {"n": n})) for n in (1, 2)],
        "ranks": [topic.rank for topic in report.topics],
        **{field: _line(say, Text(key)) for field, key in fields.items()},
    }
