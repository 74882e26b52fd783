"""The promise ledger of a round: who is owed an answer, who got it and when, and why somebody did not.

A debt is one person and one signal that they gave or follow. Every debt is either answered or has a reason,
so owed minus answered minus reasons is nothing; `Why.FORGOTTEN` names what no reason explains, and alarms.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from statistics import median

from domain.messages import PersonKey
from domain.signals import SignalNumber


class Why(StrEnum):
    """Why somebody has no answer. The first that holds for any of their signals counts for the person."""

    FORGOTTEN = "forgotten"
    """Nothing explains it: a fault."""
    UNDECIDED = "undecided"
    WORDS = "words"
    """The words wait for a check."""
    SENDING = "sending"
    UNREACHABLE = "unreachable"
    """Blocked or left; they hear it when they come back."""
    COLLECTING = "collecting"
    """The round is not over: nothing could be said yet."""
    REFUSED = "refused"
    """The platform refused the message for good."""
    GIVEN_UP = "given-up"
    """They did not come back in time."""
    STOPPED = "stopped"
    """They said stop."""
    WIPED = "wiped"
    """They wiped everything before the answer."""
    WITHHELD = "withheld"
    """Words of danger: the wijkverband never saw them."""
    IMPORTED = "imported"
    """From a file: there is nobody to write to."""
    WITHDRAWN = "withdrawn"


OPEN = frozenset({Why.FORGOTTEN, Why.UNDECIDED, Why.WORDS, Why.SENDING, Why.UNREACHABLE, Why.COLLECTING})
"""Something still has to come."""
NOBODY = frozenset({Why.WITHHELD, Why.IMPORTED, Why.WITHDRAWN})
"""Nobody waits for an answer."""
_ORDER = {why: rank for rank, why in enumerate(Why)}


@dataclass(frozen=True, slots=True)
class Debt:
    """What one person is owed about one signal. Days are those of the wijk's clock."""

    person: PersonKey
    number: SignalNumber
    said_on: date
    promised_on: date
    """What was promised first: a new date after a broken promise makes nothing in time."""
    told_on: date | None = None
    """The first word about it, if only that there was no news yet."""
    answered_on: date | None = None
    why: Why | None = None
    missed: int = 0

    @property
    def in_time(self) -> bool:
        return self.answered_on is not None and self.answered_on <= self.promised_on


@dataclass(frozen=True, slots=True)
class Gone:
    """People of the round who wiped everything since, as they stood then."""

    people: int = 0
    told: int = 0
    answered: int = 0
    in_time: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A round in numbers of people, but for `signals` and `median_days`."""

    signals: int = 0
    owed: int = 0
    """Everybody who gave a signal in this round, or follows one."""
    told: int = 0
    """Heard something, if only that there was no news yet."""
    answered: int = 0
    in_time: int = 0
    median_days: int | None = None
    """Whole days from a signal to its answer."""
    overdue: int = 0
    """Still owed, after the day that was promised first."""
    missed_often: int = 0
    """Heard three times or more that there is no news yet."""
    reasons: Mapping[Why, int] = field(default_factory=dict)

    @property
    def late(self) -> int:
        return self.answered - self.in_time

    @property
    def reporters(self) -> int:
        """Who can be answered: not who took it back, came from a file, or wiped everything."""
        return self.owed - sum(self.reasons.get(why, 0) for why in (*NOBODY, Why.WIPED))

    @property
    def waiting(self) -> int:
        return sum(self.reasons.get(why, 0) for why in OPEN)

    @property
    def forgotten(self) -> int:
        return self.reasons.get(Why.FORGOTTEN, 0)

    @property
    def difference(self) -> int:
        """Owed minus answered minus everybody with a reason: nothing, ever."""
        return self.owed - self.answered - sum(self.reasons.values())


def ledger_of(debts: Iterable[Debt], today: date, gone: Gone | None = None, often: int = 3) -> Ledger:
    """The debts of a round added up; `gone` are the people who wiped everything."""
    left = gone or Gone()
    all_debts = list(debts)
    people = by_person(all_debts)
    whys = {person: why_of(theirs) for person, theirs in people.items()}
    answered = {person for person, why in whys.items() if why is None}
    reasons = Counter(why for why in whys.values() if why is not None)
    if left.people > left.answered:
        reasons[Why.WIPED] += left.people - left.answered
    days = [(one.answered_on - one.said_on).days for one in all_debts if one.answered_on is not None]
    return Ledger(
        signals=len({one.number for one in all_debts}),
        owed=len(people) + left.people,
        told=_count(people.values(), lambda one: one.told_on is not None) + left.told,
        answered=len(answered) + left.answered,
        in_time=sum(_in_time(people[person]) for person in answered) + left.in_time,
        median_days=int(median(days) + 0.5) if days else None,
        overdue=_count(people.values(), lambda one: one.why in OPEN and one.promised_on < today),
        missed_often=_count(people.values(), lambda one: one.missed >= often),
        reasons=dict(sorted(reasons.items(), key=lambda pair: _ORDER[pair[0]])),
    )


def why_of(debts: Iterable[Debt]) -> Why | None:
    """Why this person has no answer, or not all; None when everything they can hear was said."""
    theirs = list(debts)
    whys = [one.why for one in theirs if one.why is not None]
    if any(one.answered_on is not None for one in theirs):
        whys = [why for why in whys if why not in NOBODY]
    return min(whys, key=_ORDER.__getitem__, default=None)


def by_person(debts: Iterable[Debt]) -> dict[PersonKey, list[Debt]]:
    """Everybody with their debts."""
    found: dict[PersonKey, list[Debt]] = {}
    for one in debts:
        found.setdefault(one.person, []).append(one)
    return found


def gone_of(debts: Iterable[Debt]) -> Gone:
    """One person who leaves, as they stand now."""
    theirs = list(debts)
    answered = why_of(theirs) is None
    told = any(one.told_on is not None for one in theirs)
    return Gone(1, int(told), int(answered), int(answered and _in_time(theirs)))


def _count(people: Iterable[list[Debt]], holds: Callable[[Debt], bool]) -> int:
    return sum(any(map(holds, theirs)) for theirs in people)


def _in_time(debts: Iterable[Debt]) -> bool:
    return all(one.in_time for one in debts if one.answered_on is not None)
