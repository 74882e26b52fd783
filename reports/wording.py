"""The parts of a report as `Text`: which sentence stands where, free of language."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from domain.breakdown import Breakdown, masked
from domain.messages import Text, Value, listed
from domain.report import (
    Counts,
    Mention,
    Quote,
    ReportDecision,
    ReportTopic,
    RoundReport,
)

Say: TypeAlias = Callable[[Text], str]
"""Words in the language of the reader."""

Name: TypeAlias = Callable[[str], Value]
"""How a group is called: a buurt by its own name, a source or a language by a text."""


LONGEST_ROW = 6
"""So many groups in one line; the paper and the data hold more."""


PARTS = ("copies", "urgent")
"""What the sentence of the ranking counts inside a topic."""

CHAT_QUOTES = 1
"""So many quotes of a topic in the chat."""

TITLE, SENTENCE = 120, 300
"""Longest title and sentence of people, in characters; more is cut."""


def cut(words: str, longest: int) -> str:
    """At most so many characters, whole words when there are any."""
    if len(words) <= longest:
        return words
    start = words[: longest - 1]
    whole = start.rpartition(" ")[0]
    kept = whole if len(whole) > longest // 2 else start
    return kept.rstrip(" ,.;:") + "\N{HORIZONTAL ELLIPSIS}"


def own_name(name: str) -> Value:
    """A buurt: a name in every language."""
    return name


def language_name(code: str) -> Text:
    """A language by its code."""
    return Text("report-language", {"code": code})


def source_name(code: str) -> Text:
    """A `domain.signals.Source`."""
    return Text("report-source", {"code": str(code)})


def effect_name(code: str) -> Value:
    """An answer to the question whether somebody notices a difference."""
    return Text("report-effect", {"code": code})


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
    return Text("report-mention", {"title": cut(one.title, TITLE), "people": one.people})


def cells(breakdown: Breakdown, name: Name) -> Value:
    """A breakdown in one line."""
    numbered: list[Value] = [
        *(Text("report-cell", {"name": name(group), "people": people}) for group, people in breakdown.shown),
        *(Text("report-cell-small", {"name": name(group)}) for group in breakdown.small),
    ]
    bare = tuple(map(name, breakdown.unnumbered))
    if not numbered:
        return some(bare)
    return some([*numbered, *([Text("report-unnumbered", {"names": some(bare)})] if bare else [])])


def some(items: Sequence[Value]) -> Value:
    """The first of a long row, and how many more there are."""
    more = len(items) - LONGEST_ROW
    return listed([*items[:LONGEST_ROW], Text("report-more", {"count": more})] if more > 0 else items)


def missing(breakdown: Breakdown, name: Name, key: str = "report-missing") -> tuple[Text, ...]:
    """Who was not heard, when that can be said."""
    if not breakdown.nobody:
        return ()
    return (Text(key, {"names": some([name(group) for group in breakdown.nobody])}),)


def heard(counts: Counts, total: int, name: Name) -> "Value | None":
    """The groups and who is missing, in one line; None when there is nothing that may be said."""
    breakdown = masked(counts, total)
    if not breakdown.groups:
        return None
    # Of one group that is everybody the number stands there already.
    everybody = tuple(name(group) for group, people in breakdown.shown if people == total)
    groups = everybody[0] if everybody and breakdown.groups == 1 else cells(breakdown, name)
    return listed([groups, *missing(breakdown, name)])


def breakdown_line(key: str, counts: Counts, total: int, name: Name) -> tuple[Text, ...]:
    """The groups in a sentence of their own, or nothing."""
    names = heard(counts, total, name)
    return () if names is None else (Text(key, {"names": names}),)


def trend(topic: ReportTopic) -> Text:
    """How many people said this in earlier rounds."""
    if not any(topic.trend):
        return Text("report-topic-new")
    return Text("report-topic-before", {"before": before(topic), "people": topic.people})


def before(topic: ReportTopic) -> Value:
    """The people of the earlier rounds, oldest first."""
    return listed(Text("report-number", {"n": people}) for people in topic.trend)


def campaign(topic: ReportTopic) -> tuple[Text, ...]:
    """The mark on a group that sent the same words; its size is a breakdown like any other."""
    if not topic.campaign:
        return ()
    people = campaign_size(topic)
    return (Text("report-topic-campaign", {"people": people}) if people else Text("report-topic-copies"),)


def campaign_size(topic: ReportTopic) -> int:
    """How many people sent the same words; 0 when that may not be said."""
    return _some_of(topic.people, topic.campaign)


def _some_of(people: int, part: int) -> int:
    """A part of the people as a breakdown in two: the part, or 0 when it may not be said."""
    return dict(masked((("part", part), ("rest", people - part)), people).shown).get("part", 0)


def reason(topic: ReportTopic) -> Text:
    """Why a topic stands on its rank, without the numbers that a small group may not have."""
    args = dict(topic.reason.args)
    parts = {name: args[name] for name in PARTS if name in args}
    args |= {name: _some_of(topic.people, part) for name, part in parts.items() if isinstance(part, int)}
    if "neighbourhoods" in args:
        args["neighbourhoods"] = masked(topic.neighbourhoods, topic.people).groups
    return Text(topic.reason.key, args)


def topic_lines(topic: ReportTopic) -> tuple[Text, ...]:
    """A topic of the five, line by line."""
    title: dict[str, Value] = {"rank": topic.rank, "title": cut(topic.title, TITLE), "people": topic.people}
    return (
        Text("report-topic-title", title),
        reason(topic),
        *facts(topic),
        trend(topic),
        *campaign(topic),
        *map(quote, topic.quotes),
        *decision_lines(topic),
    )


def chat_lines(topic: ReportTopic) -> tuple[Text, ...]:
    """The same in as few lines as a telephone bears: title, why, where from."""
    title: dict[str, Value] = {"rank": topic.rank, "title": cut(topic.title, TITLE)}
    heard_from = facts(topic)
    return (
        Text("report-topic-short-title", title),
        beside((reason(topic), trend(topic))),
        *((beside(heard_from),) if heard_from else ()),
        *campaign(topic),
        *map(quote, topic.quotes[:CHAT_QUOTES]),
        *decision_lines(topic),
    )


def quote(said: Quote) -> Text:
    """Approved words of somebody, as they were said, and in which language."""
    return Text("report-quote", {"words": cut(said.text, SENTENCE), "language": language_name(said.language)})


def beside(sentences: Sequence[Text]) -> Text:
    """Sentences one after another in one line."""
    first, *rest = sentences
    return Text("report-beside", {"first": first, "rest": beside(rest)}) if rest else first


def facts(topic: ReportTopic) -> tuple[Text, ...]:
    """Where and how a topic was heard, as far as it may be said."""
    return (
        *breakdown_line("report-topic-neighbourhoods", topic.neighbourhoods, topic.people, own_name),
        *breakdown_line("report-topic-sources", topic.sources, topic.people, source_name),
    )


def decision_lines(topic: ReportTopic) -> tuple[Text, ...]:
    """What was decided, and the plan when there is one."""
    decision = topic.decision
    if decision is None:
        return ()
    sentence = Text("report-line", {"words": cut(decision.sentence, SENTENCE)})
    return (beside((outcome(decision), sentence)), *plan_lines(decision))


def outcome(decision: ReportDecision, key: str = "report-decision") -> Text:
    """What became of a topic, and to whom it was passed on."""
    return Text(key, {"outcome": str(decision.outcome), "to": named("report-to", "to", decision.referred_to)})


def named(key: str, name: str, words: str) -> Value:
    """A part of a sentence that is there only when there is something to name."""
    return Text(key, {name: cut(words, TITLE)}) if words else ""


def plan_lines(decision: ReportDecision, longest: int = TITLE) -> tuple[Text, ...]:
    """Owner, partners, first step and check moment of a topic that was taken up."""
    if decision.first_step_on is None or decision.check_on is None:
        return ()
    plan: dict[str, Value] = {
        "owner": cut(decision.owner, longest),
        "partners": named("report-with", "partners", cut(decision.partners, longest)),
        "first_step": cut(decision.first_step, longest),
        "first_step_on": decision.first_step_on,
        "check_on": decision.check_on,
    }
    return (Text("report-decision-plan", plan),)
