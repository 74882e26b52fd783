"""The parts of a report as `Text`: which sentence stands where, free of language."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from domain.messages import Text, Value
from domain.report import Counts, Mention, ReportAction, ReportDecision, ReportTopic, RoundReport
from reports.breakdown import Breakdown, masked

Say: TypeAlias = Callable[[Text], str]
"""Words in the language of the reader."""

Name: TypeAlias = Callable[[str], Value]
"""How a group is called: a buurt by its own name, a source or a language by a text."""


LONGEST_ROW = 6
"""So many groups in one line; the paper and the data hold more."""


def own_name(name: str) -> Value:
    """A buurt: a name in every language."""
    return name


def language_name(code: str) -> Value:
    """A language by its code."""
    return Text("report-language", {"code": code})


def source_name(code: str) -> Value:
    """A `domain.signals.Source`."""
    return Text("report-source", {"code": str(code)})


def listed(items: Iterable[Value]) -> Value:
    """One after another with commas; an empty text for none."""
    first, *rest = list(items) or [""]
    return Text("report-and", {"first": first, "rest": listed(rest)}) if rest else first


def month(report: RoundReport) -> Text:
    """The month that a round is called after: that of its last day."""
    return Text("report-month", {"month": report.ends.month, "year": str(report.ends.year)})


def header(report: RoundReport) -> Text:
    """Round, wijk and how many people, buurten and languages."""
    names: dict[str, Value] = {"round_name": month(report), "district": report.district}
    if report.people == 0:
        return Text("report-header-empty", names)
    neighbourhoods = masked(report.neighbourhoods, report.people).groups
    languages = masked(report.languages, report.people).groups
    return Text(
        "report-header",
        {**names, "people": report.people, "neighbourhoods": neighbourhoods, "languages": languages},
    )


def mention(one: Mention) -> Text:
    """A title and how many people."""
    return Text("report-mention", {"title": one.title, "people": one.people})


def cells(breakdown: Breakdown, name: Name) -> Value:
    """A breakdown in one line."""
    numbered: list[Value] = [
        *(Text("report-cell", {"name": name(group), "people": people}) for group, people in breakdown.shown),
        *(Text("report-cell-small", {"name": name(group)}) for group in breakdown.small),
    ]
    bare = tuple(map(name, breakdown.unnumbered))
    if not numbered:
        return _some(bare)
    return _some([*numbered, *([Text("report-unnumbered", {"names": _some(bare)})] if bare else [])])


def _some(items: Sequence[Value]) -> Value:
    """The first of a long row, and how many more there are."""
    more = len(items) - LONGEST_ROW
    return listed([*items[:LONGEST_ROW], Text("report-more", {"count": more})] if more > 0 else items)


def missing(breakdown: Breakdown, name: Name) -> tuple[Text, ...]:
    """Who was not heard, when that can be said."""
    if not breakdown.nobody:
        return ()
    return (Text("report-missing", {"names": _some([name(group) for group in breakdown.nobody])}),)


def heard(counts: Counts, total: int, name: Name) -> Value | None:
    """The groups and who is missing, in one line; None when there is nothing that may be said."""
    breakdown = masked(counts, total)
    if not breakdown.groups:
        return None
    # One group that is everybody: its number stands there already.
    everybody = [name(group) for group, people in breakdown.shown if people == total]
    return listed([*(everybody or [cells(breakdown, name)]), *missing(breakdown, name)])


def breakdown_line(key: str, counts: Counts, total: int, name: Name) -> tuple[Text, ...]:
    """The groups in a sentence of their own, or nothing."""
    names = heard(counts, total, name)
    return () if names is None else (Text(key, {"names": names}),)


def trend(topic: ReportTopic) -> Text:
    """How many people said this in earlier rounds."""
    if not any(topic.trend):
        return Text("report-topic-new")
    numbers = {"before": before(topic), "people": topic.people}
    if topic.rounds_in_a_row > 1:
        return Text("report-topic-in-a-row", {**numbers, "rounds": topic.rounds_in_a_row})
    return Text("report-topic-before", numbers)


def before(topic: ReportTopic) -> Value:
    """The people of the earlier rounds, oldest first."""
    return listed(Text("report-number", {"n": people}) for people in topic.trend)


def campaign(topic: ReportTopic) -> tuple[Text, ...]:
    """The mark on a group that sent the same words; its size is a breakdown like any other."""
    if not topic.campaign:
        return ()
    people = campaign_size(topic)
    return (Text("report-topic-campaign", {"people": people}) if people else Text("report-topic-copies"),)


def campaign_size(topic: ReportTopic) -> int | None:
    """How many people sent the same words, when that may be said."""
    parts = masked((("same", topic.campaign), ("other", topic.people - topic.campaign)), topic.people)
    return dict(parts.shown).get("same")


def topic_people(topic: ReportTopic) -> Text:
    """How many people, from which buurten when that may be said."""
    groups = masked(topic.neighbourhoods, topic.people).groups
    line = Text("report-topic-people", {"people": topic.people, "neighbourhoods": groups})
    names = heard(topic.neighbourhoods, topic.people, own_name)
    if names is None:
        return Text("report-topic-alone", {"line": line})
    return Text("report-topic-where", {"line": line, "names": names})


def topic_lines(topic: ReportTopic) -> tuple[Text, ...]:
    """A topic of the five, line by line."""
    return (
        Text("report-topic-title", {"rank": topic.rank, "title": topic.title}),
        topic_people(topic),
        *breakdown_line("report-topic-sources", topic.sources, topic.people, source_name),
        trend(topic),
        *campaign(topic),
        topic.reason,
        *decision_lines(topic),
    )


def decision_lines(topic: ReportTopic) -> tuple[Text, ...]:
    """What was decided, and the plan when there is one."""
    decision = topic.decision
    if decision is None:
        return ()
    said = Text("report-decision", {"outcome": str(decision.outcome), "sentence": decision.sentence})
    return (said, *plan_lines(decision))


def plan_lines(decision: ReportDecision) -> tuple[Text, ...]:
    """Owner, first step and check moment of a topic that was taken up."""
    if decision.first_step_on is None or decision.check_on is None:
        return ()
    plan: dict[str, Value] = {
        "owner": decision.owner,
        "first_step": decision.first_step,
        "first_step_on": decision.first_step_on,
        "check_on": decision.check_on,
    }
    return (Text("report-decision-plan", plan),)


def closing_lines(report: RoundReport) -> tuple[Text, ...]:
    """What stands below the five: quiet voice, good news, numbers six and seven, the last round."""
    quiet = report.quiet_voice
    return (
        *([Text("report-quiet-voice", {"title": quiet.title, "people": quiet.people})] if quiet else []),
        *_mentions("report-good-news", report.good_news),
        *_mentions("report-others", report.others),
        *answered(report, "report-answered"),
    )


def _mentions(key: str, mentions: Sequence[Mention]) -> tuple[Text, ...]:
    return (Text(key, {"names": listed(map(mention, mentions))}),) if mentions else ()


def answered(report: RoundReport, key: str) -> tuple[Text, ...]:
    """How many of the reporters of the earlier round got an answer."""
    if report.previous is None:
        return ()
    numbers = {"answered": report.previous.answered, "reporters": report.previous.reporters}
    return (Text(key, numbers),)


def action_line(action: ReportAction) -> Text:
    """An open action: what, who, how far, and when it is looked at again."""
    return Text(
        "report-action",
        {
            "title": action.title,
            "what": action.what,
            "owner": action.owner,
            "status": str(action.status),
            "check_on": action.check_on,
        },
    )


def agenda(report: RoundReport) -> tuple[Text, ...]:
    """The twenty minutes of the wijkverband, while there is something to choose."""
    if report.decided:
        return ()
    return (Text("report-agenda" if report.topics else "report-agenda-empty"),)


def made(report: RoundReport) -> tuple[Text, ...]:
    """That this is no vote, and how the report was made."""
    if not report.topics:
        return (Text("report-no-vote"),)
    how = {"model": "yes" if report.model else "no", "checked": "yes" if report.checked else "no"}
    return Text("report-no-vote"), Text("report-made", how)
