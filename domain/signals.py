"""A signal: one short thing somebody said about the wijk, and how far it is."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.messages import PersonKey
from domain.rounds import RoundName

SignalNumber = NewType("SignalNumber", str)
"""`2026-0412`: the year and a sequence of the whole service. What a resident quotes."""

MAX_CHARACTERS = 4_000
"""Longer texts are kept up to here, and the person is told so."""


class Source(StrEnum):
    RESIDENT = "bewoner"
    SURVEY = "uitvraag"
    TALK = "gesprek"
    IMPORTED = "import"


class Standing(StrEnum):
    """How far a signal is, in the words of `status`."""

    COLLECTED = "collected"
    ON_TABLE = "on-table"
    CHOSEN = "chosen"
    NOT_CHOSEN = "not-chosen"
    STARTED = "started"
    DELAYED = "delayed"
    DONE = "done"
    IMPOSSIBLE = "impossible"
    SETTLED = "settled"
    """The fast lane said yes, and its writer heard it."""
    APART = "apart"
    """Words of danger, kept on request: the coordinator reads them, nobody decides about them."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal of the person who is speaking, as `status` and the edits need it."""

    number: SignalNumber
    district: str
    round: RoundName
    person: PersonKey
    text: str
    said_at: datetime
    promise_on: date
    source: Source = Source.RESIDENT
    neighbourhood: str | None = None
    standing: Standing = Standing.COLLECTED
    topic: str = ""
    """Title of the topic of the five that it stands in, empty when in none."""


SUBJECT_CHARACTERS = 60


def number_of(year: int, sequence: int) -> SignalNumber:
    """`2026-0412`."""
    return SignalNumber(f"{year}-{sequence:04d}")


_OF_ACTION = {
    ActionStatus.PLANNED: Standing.CHOSEN,
    ActionStatus.STARTED: Standing.STARTED,
    ActionStatus.DELAYED: Standing.DELAYED,
    ActionStatus.DONE: Standing.DONE,
    ActionStatus.IMPOSSIBLE: Standing.IMPOSSIBLE,
}


def subject(text: str) -> str:
    """The first words of a signal, for its own writer only."""
    flat = " ".join(text.split())
    if len(flat) <= SUBJECT_CHARACTERS:
        return flat
    return flat[:SUBJECT_CHARACTERS].rsplit(" ", 1)[0] + "…"


def standing(*, reported: bool, outcome: Outcome | None, action: ActionStatus | None) -> Standing:
    """Follows from the round, the decision and the action: it is stored nowhere."""
    if action is not None:
        return _OF_ACTION[action]
    if outcome is not None:
        return Standing.CHOSEN if outcome is Outcome.TAKEN_UP else Standing.NOT_CHOSEN
    return Standing.ON_TABLE if reported else Standing.COLLECTED
