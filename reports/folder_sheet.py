"""What everybody may read of a wijk, as plain data for the page and for the folder on paper.

Only approved words come in (`domain.folder.WijkPage`); here is decided which numbers may be read, and that
an owner is a role or an organisation.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.actions import OPEN, ActionStatus, organisation
from domain.agreements import Part, Theme, Version
from domain.decisions import Outcome
from domain.disclosure import answers, numbers
from domain.districts import DUTCH, NETHERLANDS
from domain.folder import WijkPage
from domain.messages import Text, Value
from domain.report import FEWEST, Noticed
from domain.rounds import local_day
from domain.telling import RoundFeedback, TopicFeedback
from reports.glyphs import right_to_left
from reports.pen import Data, Pen


@dataclass(frozen=True, slots=True)
class Hand(Pen):
    """A pen that says of words of people in which language they are."""

    language: str

    def told(self, words: str, others: Mapping[str, str]) -> Data:
        """Approved words, in the reader's language when somebody typed them in it. They are never cut."""
        spoken = self.language if self.language in others else DUTCH
        return {**self.own(others.get(self.language, words), self.surface.sentence), "lang": spoken}

    def titled(self, title: str) -> Data:
        """A title, as it was approved."""
        return {**self.own(title, self.surface.title), "lang": DUTCH}


def sheet(page: WijkPage, pen: Pen, language: str) -> Data:
    """The page as a template reads it."""
    pen = Hand(pen.say, pen.surface, language)
    return {
        "language": language,
        "rtl": right_to_left(pen.line(Text("folder-page-heading"))),
        "date": [page.today.year, page.today.month, page.today.day],
        "title": pen.line(Text("folder-page-title", {"district": page.district})),
        "eyebrow": pen.line(Text("folder-page-eyebrow", {"district": page.district})),
        "heading": pen.line(Text("folder-page-heading")),
        "lead": pen.line(Text("folder-page-lead", {"district": page.district})),
        "dutch": "" if language == DUTCH else pen.line(Text("folder-page-in-dutch")),
        "contents": pen.line(Text("folder-page-contents")),
        "now": _now(page, pen),
        "join": _join(page, pen),
        "done": _done(page, pen),
        "promise": _promise(page, pen),
        "actions": _actions(page, pen),
        "rounds": _rounds(page, pen),
        "agreements": _agreements(page, pen),
        "foot": [
            pen.line(Text("folder-page-foot")),
            pen.line(Text("folder-page-today", {"day": page.today, "year": str(page.today.year)})),
        ],
    }


def _now(page: WijkPage, pen: Hand) -> Data:
    lines = [
        Text("folder-page-collects", {"ends": page.collects_until}),
        Text("folder-page-hears", {"promise": page.promise_on}),
    ]
    if page.choosing:
        lines.append(Text("folder-page-choosing", {"ends": page.choosing}))
    return {"title": pen.line(Text("folder-page-now")), "lines": pen.lines(tuple(lines))}


def _join(page: WijkPage, pen: Hand) -> Data:
    first = "folder-page-step-open" if page.doors else "folder-page-step-ask"
    steps = (Text(first), Text("folder-page-step-tell"), Text("folder-page-step-hear"))
    contact = Text("folder-page-contact", {"contact": page.contact}) if page.contact else None
    return {
        "title": pen.line(Text("folder-page-join")),
        "lead": pen.line(Text("folder-page-join-one")) if page.doors else "",
        "doors": [
            {"label": pen.line(Text("folder-page-door", {"platform": door.platform})), "to": door.address}
            for door in page.doors
        ],
        "scan": pen.line(Text("folder-page-qr")),
        "steps-title": pen.line(Text("folder-page-steps")),
        "steps": pen.lines(steps),
        "private": pen.line(Text("folder-page-private")),
        "contact": pen.line(contact) if contact else "",
    }


# --- what changed, and the promise ------------------------------------------------------------


def _done(page: WijkPage, pen: Hand) -> Data:
    done = [topic for told in page.told for topic in told.topics if topic.status is ActionStatus.DONE]
    return {
        "title": pen.line(Text("folder-page-done")),
        "lead": pen.line(Text("folder-page-done-lead")),
        "items": [
            {
                "title": pen.titled(topic.title),
                "news": _last(topic, pen),
                "noticed": _noticed(topic.noticed, pen),
            }
            for topic in done
        ],
    }


def _last(topic: TopicFeedback, pen: Hand) -> Data:
    """The last approved news; without any what was decided."""
    if topic.news:
        return pen.told(topic.news, topic.news_in_others)
    return pen.told(topic.sentence, topic.others)


def _noticed(noticed: Noticed | None, pen: Pen) -> str:
    """How many of those who answered notice a difference, where that may be told."""
    if noticed is None:
        return ""
    yes = noticed.yes + noticed.some
    total = yes + noticed.no + noticed.unknown
    if yes and answers(noticed) is not None:
        return pen.line(Text("folder-page-noticed", {"yes": yes, "total": total}))
    if total >= FEWEST and yes * 2 > total:
        return pen.line(Text("folder-page-noticed-most"))
    return ""


def _promise(page: WijkPage, pen: Hand) -> Data:
    return {
        "title": pen.line(Text("folder-page-promise")),
        "lead": pen.line(Text("folder-page-promise-lead")),
        "kept": _kept(page, pen),
    }


def _kept(page: WijkPage, pen: Hand) -> str:
    if page.answered is None:
        return ""
    told, all_ = page.answered.answered.answered, page.answered.answered.reporters
    if min(told, all_) < FEWEST:
        return ""
    args: dict[str, Value] = {"ends": page.answered.ends, "reporters": all_}
    if told >= all_:
        return pen.line(Text("folder-page-promise-all", args))
    return pen.line(Text("folder-page-promise-kept", {**args, "answered": told}))


# --- what is done, and what was decided --------------------------------------------------------


def _actions(page: WijkPage, pen: Hand) -> Data:
    going = [topic for told in page.told for topic in told.topics if topic.status in OPEN]
    heads = ("folder-page-action", "folder-page-owner", "folder-page-status", "folder-page-check")
    return {
        "title": pen.line(Text("folder-page-actions")),
        "none": pen.line(Text("folder-page-no-actions")),
        "heads": [pen.line(Text(head)) for head in heads],
        "rows": [_action(topic, pen) for topic in going],
    }


def _action(topic: TopicFeedback, pen: Hand) -> Data:
    return {
        "title": pen.titled(topic.title),
        "owner": {
            **pen.own(_owner(topic, pen), pen.surface.label),
            "lang": DUTCH if topic.owner else pen.language,
        },
        "status": pen.line(_status(topic)),
        "check": pen.line(Text("report-day", {"day": topic.check_on})) if topic.check_on else "",
    }


def _owner(topic: TopicFeedback, pen: Pen) -> str:
    return organisation(topic.owner) or pen.line(Text("folder-page-nobody"))


def _status(topic: TopicFeedback) -> Text:
    return Text("report-status", {"status": (topic.status or ActionStatus.PLANNED).value})


def _rounds(page: WijkPage, pen: Hand) -> Data:
    return {
        "title": pen.line(Text("folder-page-decided")),
        "none": pen.line(Text("folder-page-nothing-decided")),
        "items": [_round(told, pen) for told in page.told],
    }


def _round(told: RoundFeedback, pen: Hand) -> Data:
    month = Text("report-month", {"month": told.ends.month, "year": str(told.ends.year)})
    people = Text("folder-page-round-people", {"people": told.people})
    waiting = Text("folder-page-waiting", {"count": told.waiting})
    seen = numbers(((topic.rank, topic.people) for topic in told.topics), told.people)
    return {
        "title": pen.line(Text("folder-page-round", {"round_name": month})),
        "people": pen.line(people) if told.people >= FEWEST else "",
        "topics": [_topic(topic, pen, seen.get(topic.rank, 0)) for topic in told.topics],
        "waiting": pen.line(waiting) if told.waiting else "",
    }


def _topic(topic: TopicFeedback, pen: Hand, seen: int) -> Data:
    """`seen`: the people of this topic, when everybody may read how many."""
    people = Text("folder-page-people", {"people": seen})
    return {
        "title": pen.titled(topic.title),
        "outcome": pen.line(Text("folder-page-outcome", {"outcome": topic.outcome.value})),
        "chosen": topic.outcome is Outcome.TAKEN_UP,
        "asks": pen.line(_asks(topic)),
        "sentence": pen.told(topic.sentence, topic.others),
        "people": pen.line(people) if seen else "",
        "plan": _plan(topic, pen),
        "news-title": pen.line(Text("folder-page-news")),
        "news": _last(topic, pen) if topic.news else None,
    }


def _asks(topic: TopicFeedback) -> Text:
    match topic.outcome:
        case Outcome.TAKEN_UP:
            return Text("folder-page-what")
        case Outcome.REFERRED:
            return Text("folder-page-where", {"referred_to": organisation(topic.referred_to) or 0})
        case _:
            return Text("folder-page-why-not")


def _plan(topic: TopicFeedback, pen: Pen) -> str:
    """Who does it, how far it is, and when there is news."""
    if topic.status is None:
        return ""
    lines = [Text("folder-page-plan", {"owner": _owner(topic, pen), "status": _status(topic)})]
    if topic.status is ActionStatus.PLANNED and topic.first_step_on:
        lines.append(Text("folder-page-first-step", {"day": topic.first_step_on}))
    if topic.status in OPEN and topic.check_on:
        lines.append(Text("folder-page-again", {"day": topic.check_on}))
    return " ".join(pen.lines(tuple(lines)))


# --- agreements --------------------------------------------------------------------------------


def _agreements(page: WijkPage, pen: Hand) -> Data:
    always = ("folder-page-always-influence", "folder-page-always-decides", "folder-page-always-hears")
    return {
        "title": pen.line(Text("folder-page-agreed")),
        "none": pen.line(Text("folder-page-nothing-agreed")),
        "always": [pen.line(Text(key)) for key in always],
        "items": [_agreement(theme, version, pen) for theme, version in page.agreements],
    }


def _agreement(theme: str, version: Version, pen: Hand) -> Data:
    on, spoken = version.agreed_at, pen.language if theme in set(Theme) else DUTCH
    day = local_day(on, NETHERLANDS) if on else None
    agreed = Text("folder-page-agreed-on", {"day": day, "year": str(day.year)}) if day else None
    return {
        "title": {**pen.own(Text("rules-theme", {"theme": theme}), pen.surface.title), "lang": spoken},
        "on": pen.line(agreed) if agreed else "",
        "parts": [_part(part, words, pen) for part, words in version.filled],
    }


def said_of(part: Part, words: str) -> Value:
    """What stands in a part: the step of the ladder in our words, all else as it was typed."""
    return Text("folder-rung", {"rung": words}) if part is Part.RUNG else words


def _part(part: Part, words: str, pen: Hand) -> Data:
    said = said_of(part, words)
    return {
        "label": pen.line(Text("folder-part-name", {"part": part.value})),
        "words": {
            **pen.own(said, pen.surface.sentence),
            "lang": pen.language if part is Part.RUNG else DUTCH,
        },
    }
