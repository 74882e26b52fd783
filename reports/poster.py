"""A poster for the wall of a library, a stairwell or a school: what is going on, a code to scan, and 112.

Dutch in large letters, and a line in each other language of the wijk. It reads in black and white as well.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from domain.decisions import Outcome
from domain.districts import DUTCH
from domain.messages import Text, Value
from domain.telling import RoundFeedback, TopicFeedback
from reports.glyphs import printable, right_to_left
from reports.pen import Data
from reports.printing import printed
from reports.qr import qr_svg
from reports.wording import cut

SayIn: TypeAlias = Callable[[Text, str], str]
"""Words in a language."""

SENTENCE, MOST_DONE = 160, 3
"""Longest sentence in characters, and most topics, of what was done."""


class Paper(StrEnum):
    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a code leads: the name of the platform ("" for a page) and the link."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Poster:
    """What stands on it. With `told` it shows what was done, in approved words."""

    district: str
    ways: tuple[Way, ...]
    made_on: date
    languages: tuple[str, ...] = (DUTCH,)
    contact: str = ""
    told: RoundFeedback | None = None


def pdf(poster: Poster, paper: Paper, say: SayIn) -> bytes:
    """One page of that size as PDF/UA-1."""
    return printed("poster.typ", sheet(poster, paper, say))


def sheet(poster: Poster, paper: Paper, say: SayIn) -> Data:
    """Everything that stands on it, as the template reads it."""

    def words(key: str, **args: Value) -> str:
        return printable(say(Text(key, args), DUTCH))

    done = poster.told is not None
    return {
        "paper": paper.value,
        "date": [poster.made_on.year, poster.made_on.month, poster.made_on.day],
        "title": words("poster-done-title" if done else "poster-title", district=poster.district),
        "lead": words("poster-done-lead" if done else "poster-lead"),
        "points": _done(poster.told.topics, say) if poster.told else _steps(words),
        "codes": [_code(way, words("poster-alt", link=way.link)) for way in poster.ways],
        "scan": words("poster-scan"),
        "others": _others(poster.languages, say),
        "privacy": words("poster-privacy"),
        "contact": words("feedback-contact", contact=poster.contact) if poster.contact else "",
        "danger": words("feedback-danger"),
    }


def has_result(told: RoundFeedback) -> bool:
    """Whether something was taken up, so that there is a result to show."""
    return any(topic.outcome is Outcome.TAKEN_UP for topic in told.topics)


def _steps(words: Callable[..., str]) -> list[Data]:
    steps = ("poster-step-tell", "poster-step-choose", "poster-step-hear")
    return [{"mark": str(rank), "head": "", "words": words(key)} for rank, key in enumerate(steps, 1)]


def _done(topics: Sequence[TopicFeedback], say: SayIn) -> list[Data]:
    """What was taken up: the topic, and the last that was told of it."""
    chosen = [topic for topic in topics if topic.outcome is Outcome.TAKEN_UP][:MOST_DONE]
    return [
        {
            "mark": "",
            "head": printable(cut(topic.title, SENTENCE)),
            "words": printable(cut(say(_last(topic), DUTCH), SENTENCE)),
        }
        for topic in chosen
    ]


def _last(topic: TopicFeedback) -> Text:
    if topic.news and topic.status:
        news: dict[str, Value] = {"status": topic.status.value, "sentence": topic.news}
        return Text("feedback-status", news)
    return Text("telling-in-dutch", {"sentence": topic.sentence})


def _code(way: Way, alt: str) -> Data:
    return {"svg": qr_svg(way.link), "alt": alt, "name": way.name, "link": way.link.removeprefix("https://")}


def _others(languages: Sequence[str], say: SayIn) -> list[Data]:
    """One line in each other language, read in its own direction."""
    lines = [(one, printable(say(Text("poster-line"), one))) for one in languages if one != DUTCH]
    return [{"language": one, "words": words, "rtl": right_to_left(words)} for one, words in lines]
