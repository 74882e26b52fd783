"""The whole report as plain text and as data, for the command line and for other programs."""

from dataclasses import asdict

from domain.breakdown import masked
from domain.messages import Text
from domain.report import Counts, Mention, Noticed, ReportAction, ReportDecision, ReportTopic, RoundReport
from reports import closing, wording
from reports.pen import Data
from reports.wording import Say, language_name, own_name, source_name


def text(report: RoundReport, say: Say) -> str:
    """Everything that the report holds, in lines; ends with a line end."""
    blocks = (
        (wording.header(report), _days(report)),
        *map(wording.topic_lines, report.topics),
        _reach(report),
        closing.closing_lines(report),
        _actions(report),
        closing.agenda(report),
        closing.made(report),
    )
    return "\n\n".join("\n".join(map(say, block)) for block in blocks if block) + "\n"


def _days(report: RoundReport) -> Text:
    return Text("report-days", {"starts": report.starts, "ends": report.ends})


def _reach(report: RoundReport) -> tuple[Text, ...]:
    people = report.people
    return (
        *wording.breakdown_line("report-topic-neighbourhoods", report.neighbourhoods, people, own_name),
        *wording.breakdown_line("report-topic-sources", report.sources, people, source_name),
        *wording.breakdown_line("report-languages", report.languages, people, language_name),
    )


def _actions(report: RoundReport) -> tuple[Text, ...]:
    if not report.open_actions:
        return ()
    return (Text("report-actions-title"), *map(closing.action_line, report.open_actions))


def as_json(report: RoundReport, say: Say) -> Data:
    """The report as data with stable keys; a number that may not be read is null.

    `say` is needed for one thing: the reason of a topic is a sentence.
    """
    return {
        "district": {"slug": report.slug, "name": report.district},
        "round": report.round,
        "starts": report.starts.isoformat(),
        "ends": report.ends.isoformat(),
        "checked": report.checked,
        "model": report.model,
        "people": report.people,
        "messages": report.messages,
        "neighbourhoods": _breakdown(report.neighbourhoods, report.people),
        "languages": _breakdown(report.languages, report.people),
        "sources": _breakdown(report.sources, report.people),
        "topics": [_topic(topic, say) for topic in report.topics],
        "others": [_mention(one) for one in report.others],
        "quiet_voice": _mention(report.quiet_voice) if report.quiet_voice else None,
        "good_news": [_mention(one) for one in report.good_news],
        "previous": _previous(report),
        "passed_on": [{"title": one.title, "people": one.people, "to": one.to} for one in report.passed_on],
        "fast_lane": asdict(report.fast_lane) if report.fast_lane else None,
        "skipped_asks": report.skipped_asks,
        "open_actions": [_action(action) for action in report.open_actions],
    }


def _breakdown(counts: Counts, total: int) -> list[Data] | None:
    """One object a group; null in place of the list when it is too small to break down."""
    safe = masked(counts, total)
    if safe.withheld:
        return None
    rows: list[tuple[str, int | None, bool | None]] = [
        *((name, people, False) for name, people in safe.shown),
        *((name, None, True) for name in safe.small),
        *((name, None, None) for name in safe.unnumbered),
        *((name, 0, True) for name in safe.nobody),
    ]
    return [{"name": name, "people": people, "fewer_than_5": fewer} for name, people, fewer in rows]


def _topic(topic: ReportTopic, say: Say) -> Data:
    return {
        "rank": topic.rank,
        "title": topic.title,
        "people": topic.people,
        "messages": topic.messages,
        "neighbourhoods": _breakdown(topic.neighbourhoods, topic.people),
        "sources": _breakdown(topic.sources, topic.people),
        "trend": list(topic.trend),
        "rounds_in_a_row": topic.rounds_in_a_row,
        "campaign": wording.campaign_size(topic),
        "reason": say(wording.reason(topic)),
        "quotes": [asdict(quote) for quote in topic.quotes],
        "decision": _decision(topic.decision) if topic.decision else None,
    }


def _decision(decision: ReportDecision) -> Data:
    return {
        "outcome": str(decision.outcome),
        "sentence": decision.sentence,
        "referred_to": decision.referred_to,
        "owner": decision.owner,
        "partners": decision.partners,
        "first_step": decision.first_step,
        "first_step_on": decision.first_step_on.isoformat() if decision.first_step_on else None,
        "check_on": decision.check_on.isoformat() if decision.check_on else None,
    }


def _previous(report: RoundReport) -> Data | None:
    if report.previous is None:
        return None
    return asdict(report.previous)


def _mention(one: Mention) -> Data:
    return {"title": one.title, "people": one.people}


def _action(action: ReportAction) -> Data:
    return {
        "title": action.title,
        "what": action.what,
        "owner": action.owner,
        "partners": action.partners,
        "status": str(action.status),
        "check_on": action.check_on.isoformat(),
        "noticed": _noticed(action.noticed) if action.noticed else None,
    }


def _noticed(found: Noticed) -> list[Data] | None:
    """A breakdown like any other: of few answers no number is told."""
    given = tuple((answer, people) for answer, people in asdict(found).items() if people)
    return _breakdown(given, sum(people for _, people in given))
