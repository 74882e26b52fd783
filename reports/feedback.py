"""What a round tells all residents (template 3), in words for the newsletter, the website and the chat.

Five parts: what we heard, what we do, what does not work and why, when the next news comes, where to react.
Only approved words come in here (`storage/telling.py`). Numbers below five are not shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.actions import ActionStatus, organisation
from domain.decisions import Outcome
from domain.disclosure import answers, numbers
from domain.messages import Spoken, Text, Value
from domain.report import FEWEST
from domain.telling import RoundFeedback, TopicFeedback
from reports.wording import Say


class Shape(StrEnum):
    """Where a text goes."""

    NEWSLETTER = "newsletter"
    WEBSITE = "website"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class Ways:
    """How residents react: a link to the chat or the page, and a person."""

    link: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One of the five parts; each item is one topic, or one thing to know, in a few sentences."""

    heading: Text
    items: tuple[tuple[Text, ...], ...]


def title(told: RoundFeedback) -> Text:
    """The wijk, and that this is what happens with what was told."""
    return Text("feedback-title", {"district": told.district})


def lead(told: RoundFeedback) -> Text:
    """How many people, until when."""
    if told.people == 0:
        return Text("feedback-empty", {"ends": told.ends, "district": told.district})
    return Text(
        "feedback-lead", {"people": counted(told.people), "ends": told.ends, "district": told.district}
    )


def counted(people: int) -> int:
    """The number, or 0 when it is too small to show."""
    return people if people >= FEWEST else 0


def blocks(told: RoundFeedback, ways: Ways) -> tuple[Block, ...]:
    """The five parts, without the empty ones."""
    done = [topic for topic in told.topics if _is_done(topic)]
    not_done = [topic for topic in told.topics if not _is_done(topic)]
    chosen = any(topic.outcome is Outcome.TAKEN_UP for topic in told.topics) or told.waiting
    seen = numbers(((topic.rank, topic.people) for topic in told.topics), told.people)
    nothing = () if chosen or not told.topics else ((Text("feedback-nothing-chosen"),),)
    parts = (
        Block(Text("feedback-heard-title"), tuple((_heard(topic, seen),) for topic in told.topics)),
        Block(Text("feedback-doing-title"), (*map(_doing, done), *nothing)),
        Block(Text("feedback-not-title"), tuple(map(_not_done, not_done))),
        Block(Text("feedback-next-title"), _next(told)),
        Block(Text("feedback-join-title"), tuple((line,) for line in _join(ways))),
    )
    return tuple(part for part in parts if part.items)


def text(told: RoundFeedback, ways: Ways, shape: Shape, say: Say) -> str:
    """The feedback as text; ends with a line end."""
    if shape is Shape.CHAT:
        return "\n".join(map(say, _short(told, ways))) + "\n"
    return "\n\n".join(_page(told, ways, say, marks=shape is Shape.WEBSITE)) + "\n"


def _page(told: RoundFeedback, ways: Ways, say: Say, *, marks: bool) -> list[str]:
    """Paragraphs; a website gets the marks of headings and lists that editors know."""
    first, second, point = ("# ", "## ", "- ") if marks else ("", "", "- ")
    found = [first + say(title(told)), say(lead(told))]
    for block in blocks(told, ways):
        items = [point + " ".join(map(say, item)) for item in block.items]
        found += [second + say(block.heading), "\n".join(items)]
    return found


def _short(told: RoundFeedback, ways: Ways) -> tuple[Text, ...]:
    """For a chat of the whole wijk: what is done, what is not, and when there is more."""
    what = [
        part for topic in told.topics for part in (_doing(topic) if _is_done(topic) else _not_done(topic))[:1]
    ]
    return (title(told), *what, *(line for item in _next(told) for line in item), _join(ways)[0])


def _is_done(topic: TopicFeedback) -> bool:
    """Taken up, and it did not turn out to be impossible."""
    return topic.outcome is Outcome.TAKEN_UP and topic.status is not ActionStatus.IMPOSSIBLE


def _heard(topic: TopicFeedback, seen: Mapping[int, int]) -> Text:
    return Text("feedback-heard", {"title": topic.title, "people": seen.get(topic.rank, 0)})


def _words(topic: TopicFeedback) -> Text:
    sentence = Spoken(topic.sentence, topic.others)
    return Text("feedback-words", {"title": topic.title, "sentence": sentence})


def _doing(topic: TopicFeedback) -> tuple[Text, ...]:
    """What is done, by whom, how it goes, and whether people notice it."""
    lines = [_words(topic)]
    owner = organisation(topic.owner)
    if owner and owner.casefold() not in topic.sentence.casefold():
        lines.append(Text("feedback-owner", {"owner": owner[0].upper() + owner[1:]}))
    if topic.news:
        lines.append(_how_it_goes(topic))
    elif topic.first_step_on:
        lines.append(Text("feedback-first-step", {"day": topic.first_step_on}))
    if topic.check_on:
        lines.append(Text("feedback-check", {"day": topic.check_on}))
    return (*lines, *_noticed(topic))


def _how_it_goes(topic: TopicFeedback) -> Text:
    status = topic.status or ActionStatus.PLANNED
    return Text(
        "feedback-status", {"status": status.value, "sentence": Spoken(topic.news, topic.news_in_others)}
    )


def _noticed(topic: TopicFeedback) -> tuple[Text, ...]:
    """Of the reporters, when the report of the wijkverband tells the same numbers whole."""
    found = topic.noticed and answers(topic.noticed)
    if not topic.noticed or not found:
        return ()
    told = (("feedback-noticed", found[0]), ("feedback-not-yet-noticed", topic.noticed.no))
    return tuple(Text(key, {"people": people}) for key, people in told if people)


def _not_done(topic: TopicFeedback) -> tuple[Text, ...]:
    """Why not; what belongs to somebody else says to whom."""
    if topic.outcome is Outcome.TAKEN_UP:
        sentence: Value = _how_it_goes(topic)
        return (Text("feedback-words", {"title": topic.title, "sentence": sentence}),)
    to = (Text("feedback-referred", {"to": organisation(topic.referred_to)}),) if topic.referred_to else ()
    return (_words(topic), *to)


def _next(told: RoundFeedback) -> tuple[tuple[Text, ...], ...]:
    day = (Text("feedback-next", {"day": told.next_on}),) if told.next_on else ()
    waiting = (Text("feedback-waiting", {"count": told.waiting}),) if told.waiting else ()
    return tuple(item for item in (waiting, day) if item)


def _join(ways: Ways) -> tuple[Text, ...]:
    join = Text("feedback-join-link", {"link": ways.link}) if ways.link else Text("feedback-join")
    contact = (Text("feedback-contact", {"contact": ways.contact}),) if ways.contact else ()
    return (join, *contact, Text("feedback-danger"))
