"""What stands below the five as `Text`: how it went on, what is being done, the agenda, how it was made."""

from collections.abc import Sequence

from domain.breakdown import masked
from domain.messages import Text, Value
from domain.report import Counts, Mention, PassedOn, ReportAction, RoundReport
from reports.wording import SENTENCE, TITLE, beside, cells, cut, effect_name, mention, named, some


def closing_lines(report: RoundReport) -> tuple[Text, ...]:
    """What stands below the five: quiet voice, good news, numbers six and seven, the last round."""
    quiet = report.quiet_voice
    return (
        *(
            [Text("report-quiet-voice", {"title": cut(quiet.title, TITLE), "people": quiet.people})]
            if quiet
            else []
        ),
        *_mentions("report-good-news", report.good_news),
        *_mentions("report-others", report.others),
        *answered(report),
        *map(passed, report.passed_on),
        *(beside((Text("report-fast-lane"), line)) for line in fast_lane(report)),
        *skipped_asks(report),
    )


def _mentions(key: str, mentions: Sequence[Mention]) -> tuple[Text, ...]:
    return (Text(key, {"names": some(list(map(mention, mentions)))}),) if mentions else ()


def answered(report: RoundReport) -> tuple[Text, ...]:
    """How many of the reporters of the earlier round got an answer, and how fast."""
    earlier = report.previous
    if earlier is None:
        return ()
    numbers = {"answered": earlier.answered, "reporters": earlier.reporters}
    share = Text("report-answered", numbers)
    in_time = [] if earlier.in_time is None else [Text("report-in-time", {"people": earlier.in_time})]
    days = [] if earlier.median_days is None else [Text("report-median", {"days": earlier.median_days})]
    return (beside((share, *in_time, *days)),)


def passed(one: PassedOn) -> Text:
    """A topic of the earlier round that went to somebody else."""
    return Text(
        "report-passed-on", {"title": cut(one.title, TITLE), "people": one.people, "to": cut(one.to, TITLE)}
    )


def fast_lane(report: RoundReport) -> tuple[Text, ...]:
    """How small requests went since the report before; nothing when nobody made one."""
    lane = report.fast_lane
    if lane is None:
        return ()
    counts = {"yes": lane.yes, "no": lane.no, "waiting": lane.waiting}
    late = [Text("report-fast-lane-late", {"late": lane.late})] if lane.late else []
    return (beside((Text("report-fast-lane-counts", counts), *late)),)


def skipped_asks(report: RoundReport) -> tuple[Text, ...]:
    """How many questions were not asked to spare people."""
    return (Text("report-skipped-asks", {"count": report.skipped_asks}),) if report.skipped_asks else ()


def noticed(action: ReportAction) -> Value:
    """Whether the reporters notice a difference: a breakdown like any other."""
    if action.noticed is None:
        return Text("report-noticed-unasked")
    found = action.noticed
    counts: Counts = (("yes", found.yes), ("some", found.some), ("no", found.no), ("unknown", found.unknown))
    given = tuple((answer, people) for answer, people in counts if people)
    total = sum(people for _, people in given)
    if not total:
        return Text("report-noticed-nothing")
    breakdown = masked(given, total)
    return Text("report-noticed-few") if breakdown.withheld else cells(breakdown, effect_name)


def action_line(action: ReportAction) -> Text:
    """An open action: what, who with whom, how far, when it is looked at again, and what is noticed of it."""
    line = Text(
        "report-action",
        {
            "title": cut(action.title, TITLE),
            "what": cut(action.what, SENTENCE),
            "owner": action.owner,
            "partners": named("report-action-with", "partners", action.partners),
            "status": str(action.status),
            "check_on": action.check_on,
        },
    )
    if action.noticed is None:
        return line
    return beside((line, Text("report-action-noticed", {"answers": noticed(action)})))


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
