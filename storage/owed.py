"""One person who is owed feedback: the signals of theirs that it is about, or why they are left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Row

from domain.messages import PersonKey
from domain.signals import SignalNumber, subject
from storage.states import LeftOut

QUOTED = 3
"""Of so many signals the first words stand in one update; all are named by their number."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One person and one feedback; `number` is the first of their own signals that it is about."""

    person: PersonKey
    number: SignalNumber
    left_out: LeftOut | None = None
    unreachable: bool = False
    subject: str = ""
    """The first words of those signals: for their own writer only."""
    more: tuple[SignalNumber, ...] = ()
    """The others of their signals that it is about: each was promised an answer, so each is named."""

    @property
    def numbers(self) -> tuple[SignalNumber, ...]:
        """Each once: who wrote a signal may follow it as well."""
        return tuple(dict.fromkeys((self.number, *self.more)))


def each_person(rows: Iterable[Row[Any]]) -> list[Owed]:
    """Who is owed, from rows in the order of people and of when they said it."""
    return [_owed(list(group)) for _, group in groupby(rows, key=lambda row: row.person)]


def _owed(rows: list[Row[Any]]) -> Owed:
    """One person with all their signals of this topic or round; those that stand are quoted."""
    standing = [row for row in rows if row.withdrawn_at is None]
    shown = [row for row in standing if not row.withheld]
    reached = [row for row in shown if not row.imported]
    unsettled = [row for row in reached if not row.settled]
    first = (unsettled or reached or shown or standing or rows)[0]
    reasons = (
        (not standing, LeftOut.WITHDRAWN),
        (not shown, LeftOut.WITHHELD),
        (not reached, LeftOut.IMPORTED),
        (not unsettled, LeftOut.SETTLED),
        (first.wants_updates is False, LeftOut.NO_UPDATES),
    )
    why = next((reason for holds, reason in reasons if holds), None)
    about = unsettled or [first]
    # Who follows a signal of somebody else reads no words of theirs beside their own.
    own = [row for row in about if row.since is None] or about[:1]
    return Owed(
        first.person,
        first.number,
        why,
        first.unreachable_since is not None,
        "; ".join(dict.fromkeys(subject(row.text) for row in own[:QUOTED])),
        tuple(row.number for row in about if row is not first),
    )
