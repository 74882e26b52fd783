"""Reporting back: what reporters hear of a topic, as key and arguments, and when it may go out.

Words of a person (the sentence of the wijkverband or of an owner) are checked before they are sent:
by the experience expert, or by the coordinator where the wijk has none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.actions import ActionStatus, organisation
from domain.messages import Act, Choice, Spoken, Text, Value, Verb


class FeedbackKind(StrEnum):
    CHOSEN = "chosen"
    NOT_CHOSEN = "not-chosen"
    NOT_AMONG_FIVE = "not-among-five"
    STARTED = "started"
    DELAYED = "delayed"
    DONE = "done"
    IMPOSSIBLE = "impossible"
    ASKED = "asked"
    """At the check moment of what was started: does it help already? No words of anybody."""
    FAST_YES = "fast-yes"
    """The fast lane: what was asked is done. This settles the signal."""
    FAST_NO = "fast-no"
    """The fast lane: not, and why. The signal still counts in its round."""
    NO_NEWS = "no-news"
    """At the promise date, when nothing was decided: said honestly, with a new date."""


class Effect(StrEnum):
    """What a reporter notices of an action that is done."""

    YES = "yes"
    SOME = "some"
    NO = "no"
    UNKNOWN = "unknown"


OF_STATUS = {
    ActionStatus.STARTED: FeedbackKind.STARTED,
    ActionStatus.DELAYED: FeedbackKind.DELAYED,
    ActionStatus.DONE: FeedbackKind.DONE,
    ActionStatus.IMPOSSIBLE: FeedbackKind.IMPOSSIBLE,
}

OF_ONE_SIGNAL = frozenset({FeedbackKind.FAST_YES, FeedbackKind.FAST_NO})
"""Told of a signal, not of a topic or a round."""

_EFFECT_LABELS = {
    Effect.YES: Text("effect-yes"),
    Effect.SOME: Text("effect-some"),
    Effect.NO: Text("effect-no"),
    Effect.UNKNOWN: Text("effect-unknown"),
}

_KEYS = {
    FeedbackKind.CHOSEN: "update-chosen",
    FeedbackKind.NOT_CHOSEN: "update-not-chosen",
    FeedbackKind.NOT_AMONG_FIVE: "update-not-among-five",
    FeedbackKind.STARTED: "update-started",
    FeedbackKind.DELAYED: "update-delayed",
    FeedbackKind.DONE: "update-done",
    FeedbackKind.IMPOSSIBLE: "update-impossible",
    FeedbackKind.ASKED: "update-asked",
    FeedbackKind.FAST_YES: "update-fast-yes",
    FeedbackKind.FAST_NO: "update-fast-no",
    FeedbackKind.NO_NEWS: "update-no-news",
}

_UNSAID = {FeedbackKind.FAST_YES: "update-fast-yes-soon"}
"""Said where nobody wrote a sentence of their own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Feedback of a topic that waits for a check of its words."""

    id: int
    kind: FeedbackKind
    title: str
    people: int
    sentence: str
    decided_on: date | None = None
    first_step_on: date | None = None
    next_on: date | None = None
    referred_to: str = ""
    languages: tuple[str, ...] = ()
    """Other languages than Dutch that its reporters wrote in."""

    def news(self, sentence: str) -> "News":
        """What the reporters read when these words go out."""
        days = (self.decided_on, self.first_step_on, self.next_on)
        return News(self.kind, self.title, sentence, *days, self.referred_to)


@dataclass(frozen=True, slots=True)
class News:
    """What is told to the reporters of one topic; empty fields are not said."""

    kind: FeedbackKind
    title: str
    sentence: str = ""
    decided_on: date | None = None
    first_step_on: date | None = None
    next_on: date | None = None
    referred_to: str = ""
    """To whom it was passed on, when it was not chosen because it belongs to somebody else."""
    others: Mapping[str, str] = field(default_factory=dict)
    """The sentence in other languages, as somebody typed and approved it there."""


def numbered(numbers: Sequence[str]) -> dict[str, Value]:
    """How one message names all the signals that it is about: "uw signalen 2026-0001 en 2026-0002"."""
    *first, last = numbers
    named: Value = Text("signals-and", {"first": ", ".join(first), "last": last}) if first else last
    return {"number": named, "count": len(numbers)}


def update(news: News, number: Mapping[str, Value], subject: Value = "") -> Text:
    """The update to one reporter, with the numbers of their own signals (`numbered`) and what these say."""
    dated = {"decided_on": news.decided_on, "first_step_on": news.first_step_on, "next_on": news.next_on}
    given = {name: day for name, day in dated.items() if day is not None}
    args: dict[str, Value] = {
        **number,
        "title": subject or (Spoken(news.title) if news.title else number["number"]),
        "sentence": Spoken(news.sentence, news.others),
        **given,
    }
    if news.referred_to:
        return Text("update-referred", {**args, "to": organisation(news.referred_to)})
    key = _KEYS[news.kind] if news.sentence else _UNSAID.get(news.kind, _KEYS[news.kind])
    return Text(key, args)


def choices(kind: FeedbackKind, number: str) -> tuple[Choice, ...]:
    """Done, and the check moment, ask whether the reporter notices a difference."""
    if kind not in {FeedbackKind.DONE, FeedbackKind.ASKED}:
        return ()
    return tuple(
        Choice(label, Act(Verb.EFFECT, f"{number}/{effect}")) for effect, label in _EFFECT_LABELS.items()
    )


def unasked(text: Text) -> Text:
    """The same news without its question, for who was asked enough this month."""
    return Text("promises-done", text.args)
