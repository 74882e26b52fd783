"""Promises: the day by which somebody would hear, what is missing for it, and what is said on it.

Nobody is forgotten silently: two days before the day the coordinator hears what is missing, and on the day
itself the reporters hear honestly that there is no news yet, why, and until when they have to wait.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.feedback import numbered
from domain.ledger import Ledger
from domain.messages import PersonKey, Spoken, Text, Value
from domain.rounds import RoundName
from domain.signals import SignalNumber

OFTEN = 3
"""So many broken promises about one signal are shown in red."""


class Cause(StrEnum):
    """Why there is no answer yet."""

    COLLECTING = "collecting"
    UNDECIDED = "undecided"
    """The wijkverband has not chosen yet, or its round is not closed."""
    WORDS = "words"
    """The words wait for a check."""
    OWNER = "owner"
    """Who does it did not say how it goes."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Due:
    """A signal whose promise falls due. `missed`: so many promises about it were broken before."""

    number: SignalNumber
    person: PersonKey
    promise_on: date
    cause: Cause
    round: RoundName
    missed: int = 0
    title: str = ""
    """Of its topic, where the owner of the action is silent."""
    hears: bool = True
    """False for who said stop: the promise stands, and nobody is told."""


@dataclass(frozen=True, slots=True)
class Table:
    """The topics of a round that the wijkverband chooses in: how many there are, and without an answer."""

    topics: int
    open: int


class Step(StrEnum):
    """What somebody has to do before the reporters can hear."""

    BEGIN = "begin"
    GO_ON = "go-on"
    CLOSE = "close"
    CHECK = "check"
    ASK_OWNER = "ask-owner"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that stands between people and their answer: `count` topics or texts, for so many people."""

    step: Step
    people: int
    count: int = 0
    round: RoundName | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """A day on which people were promised to hear, and what is missing for it."""

    on: date
    people: int
    missing: tuple[Missing, ...]
    reason: str = ""
    """Why it takes longer, as far as the coordinator said so."""


@dataclass(frozen=True, slots=True)
class PromisesNow:
    """How the promises of a wijk stand, for its coordinator."""

    coming: tuple[Coming, ...] = ()
    rounds: tuple[tuple[RoundName, Ledger], ...] = ()
    """The newest first."""
    skipped_asks: int = 0
    """Questions not asked this month."""

    def on(self, day: date) -> Coming | None:
        """The promise of that day, as long as it is open."""
        return next((one for one in self.coming if one.on == day), None)


@dataclass(frozen=True, slots=True)
class NoNews:
    """How many people heard that there is no news yet; for how many it was the second time, or more often."""

    people: int = 0
    again: int = 0
    often: int = 0


def missing(due: Iterable[Due], tables: Mapping[RoundName, Table]) -> tuple[Missing, ...]:
    """What is missing for these promises, the step for most people first."""
    waiting: dict[tuple[Step, RoundName | None, str], set[PersonKey]] = {}
    for one in due:
        waiting.setdefault(_step(one, tables), set()).add(one.person)
    found = [
        Missing(step, len(people), _count(step, name, tables), name, title)
        for (step, name, title), people in waiting.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.people, one.step, one.title)))


def coming(
    due: Iterable[Due], tables: Mapping[RoundName, Table], reasons: Mapping[date, str]
) -> tuple[Coming, ...]:
    """The days on which people were promised to hear, the first one first."""
    by_day: dict[date, list[Due]] = {}
    for one in due:
        if one.hears and one.cause is not Cause.COLLECTING:
            by_day.setdefault(one.promise_on, []).append(one)
    return tuple(
        Coming(day, len({one.person for one in those}), missing(those, tables), reasons.get(day, ""))
        for day, those in sorted(by_day.items())
    )


def no_news(due: Due, next_on: date, sentence: Spoken | None = None) -> Text:
    """What one reporter hears on the day, honestly: the reason that was given, or the one that we know."""
    args: dict[str, Value] = {**numbered((due.number,)), "next_on": next_on}
    if due.cause is Cause.UNKNOWN and sentence is None and not due.missed:
        return Text("update-no-news", args)
    why = (
        Text("promises-reason", {"sentence": sentence})
        if sentence is not None
        else Text("promises-why", {"cause": due.cause})
    )
    if due.missed:
        return Text("promises-no-news-again", {**args, "why": why, "times": due.missed + 1})
    return Text("promises-no-news", {**args, "why": why})


def _step(due: Due, tables: Mapping[RoundName, Table]) -> tuple[Step, RoundName | None, str]:
    match due.cause:
        case Cause.WORDS:
            return Step.CHECK, None, ""
        case Cause.OWNER:
            return Step.ASK_OWNER, None, due.title
        case Cause.UNDECIDED:
            return _step_at(tables.get(due.round, Table(0, 0))), due.round, ""
        case _:
            return Step.LOOK, None, ""


def _step_at(table: Table) -> Step:
    if not table.open:
        return Step.CLOSE
    return Step.BEGIN if table.open == table.topics else Step.GO_ON


def _count(step: Step, name: RoundName | None, tables: Mapping[RoundName, Table]) -> int:
    if name is None or step not in {Step.BEGIN, Step.GO_ON}:
        return 0
    return tables[name].open
