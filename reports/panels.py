"""The second page of a report as plain data: who was heard, cards, open actions, the twenty minutes."""

from collections.abc import Sequence

from domain.breakdown import Breakdown, masked
from domain.messages import Text, Value
from domain.report import Counts, Mention, PassedOn, ReportAction, RoundReport
from reports import closing, wording
from reports.pen import Data, Pen
from reports.wording import Name, cut, language_name, own_name, source_name

DECIDED_ACTIONS = 2
"""So many times as many actions fit when nothing has to be written any more."""

HEADS = (
    "report-paper-action",
    "report-paper-owner",
    "report-paper-status",
    "report-paper-check",
    "report-paper-noticed",
)


def reach(report: RoundReport, pen: Pen) -> Data:
    """Buurten, ways and languages, and who is missing."""
    parts: tuple[tuple[str, Counts, Name], ...] = (
        ("report-paper-neighbourhoods", report.neighbourhoods, own_name),
        ("report-paper-sources", report.sources, source_name),
        ("report-paper-languages", report.languages, language_name),
    )
    return {
        "title": pen.line(Text("report-paper-reach")),
        "parts": [
            {"title": pen.line(Text(key)), **_groups(masked(counts, report.people), name, pen)}
            for key, counts, name in parts
            if counts
        ],
    }


def _groups(breakdown: Breakdown, name: Name, pen: Pen) -> Data:
    if breakdown.withheld:
        return {"rows": [], "more": pen.line(Text("report-withheld")), "missing": ""}
    most = max((people for _, people in breakdown.shown), default=1)
    few, present = (pen.line(Text(key)) for key in ("report-paper-few", "report-paper-present"))
    rows = [
        *((group, pen.number(people), people / most) for group, people in breakdown.shown),
        *((group, present, 0.0) for group in breakdown.unnumbered),
        *((group, few, 0.0) for group in breakdown.small),
    ]
    longest = pen.surface
    more = len(rows) - longest.groups
    return {
        "rows": [
            {"name": pen.own(name(group), longest.name), "number": number, "share": share}
            for group, number, share in rows[: longest.groups]
        ],
        "more": pen.line(Text("report-more", {"count": more})) if more > 0 else "",
        "missing": " ".join(pen.lines(wording.missing(breakdown, name, "report-paper-missing"))),
    }


def cards(report: RoundReport, pen: Pen) -> list[Data]:
    """What stands beside the five, each in a card of its own; an empty one says that it is."""
    quiet, most = report.quiet_voice, pen.surface.mentions
    found: list[tuple[str, str, Sequence[Value]]] = [
        ("report-paper-quiet", "report-paper-quiet-none", [_quiet(quiet, pen)] if quiet else []),
        (
            "report-paper-good",
            "report-paper-good-none",
            [_mention(one, pen) for one in report.good_news[:most]],
        ),
        ("report-paper-others", "report-paper-none", [_mention(one, pen) for one in report.others[:most]]),
        ("report-paper-previous", "report-paper-previous-none", closing.answered(report)),
        (
            "report-paper-passed",
            "report-paper-passed-none",
            [_passed(one, pen) for one in report.passed_on[:most]],
        ),
        ("report-paper-fast-lane", "report-paper-fast-lane-none", closing.fast_lane(report)),
        ("report-paper-asks", "report-paper-asks-none", closing.skipped_asks(report)),
    ]
    return [
        {
            "title": pen.line(Text(key)),
            "lines": [pen.own(line, pen.surface.sentence) for line in lines or [Text(none)]],
            "empty": not lines,
        }
        for key, none, lines in found
    ]


def _quiet(one: Mention, pen: Pen) -> Text:
    title = cut(one.title, pen.surface.line)
    return Text("report-paper-quiet-words", {"title": title, "people": one.people})


def _mention(one: Mention, pen: Pen) -> Text:
    return Text("report-mention", {"title": cut(one.title, pen.surface.line), "people": one.people})


def _passed(one: PassedOn, pen: Pen) -> Text:
    longest = pen.surface.line
    return Text(
        "report-passed",
        {"title": cut(one.title, longest), "people": one.people, "to": cut(one.to, longest)},
    )


def actions(report: RoundReport, pen: Pen) -> Data:
    """What is being done, with status, owner, partners and whether anybody notices."""
    most = pen.surface.actions * (DECIDED_ACTIONS if report.decided else 1)
    more = len(report.open_actions) - most
    return {
        "title": pen.line(Text("report-paper-actions")),
        "none": pen.line(Text("report-paper-actions-none")),
        "heads": [pen.line(Text(head)) for head in HEADS],
        "rows": [_action(action, pen) for action in report.open_actions[:most]],
        "more": pen.line(Text("report-actions-more", {"count": more})) if more > 0 else "",
    }


def _action(action: ReportAction, pen: Pen) -> Data:
    longest = pen.surface
    partners = Text("report-paper-partners", {"partners": cut(action.partners, longest.line)})
    return {
        "title": pen.own(action.title, longest.line),
        "what": pen.own(action.what, longest.title),
        "owner": pen.own(action.owner, longest.line),
        "partners": pen.line(partners) if action.partners else "",
        "code": str(action.status),
        "status": pen.line(Text("report-status", {"status": str(action.status)})),
        "check": pen.line(Text("report-day", {"day": action.check_on})),
        "noticed": pen.line(closing.noticed(action)),
    }


def agenda(report: RoundReport, pen: Pen) -> Data | None:
    """The twenty minutes, while there is something to choose."""
    if report.decided:
        return None
    with_topics = (
        ("report-paper-agenda-topics", 5),
        ("report-paper-agenda-choose", 10),
        ("report-paper-agenda-tell", 5),
    )
    without = (("report-paper-agenda-reach", 10), ("report-paper-agenda-actions", 10))
    return {
        "title": pen.line(Text("report-paper-agenda")),
        "parts": [
            {
                "words": pen.line(Text(part)),
                "minutes": minutes,
                "label": pen.line(Text("report-paper-minutes", {"minutes": minutes})),
            }
            for part, minutes in (with_topics if report.topics else without)
        ],
    }


def form(report: RoundReport, pen: Pen) -> Data | None:
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
        "actions": [pen.line(Text("report-paper-form", {"n": n})) for n in (1, 2)],
        "ranks": [topic.rank for topic in report.topics],
        **{field: pen.line(Text(key)) for field, key in fields.items()},
    }
