"""The fast lane: a small request gets a yes or a no within three days, without waiting for the round.

The wijkverband reads one sentence that the coordinator wrote; the words of the resident never leave the
coordinator's chat.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.messages import Kind, Message, PersonKey, Recipient, Text
from domain.signals import SignalNumber

ANSWER_WITHIN = timedelta(days=3)
REMIND_AFTER = timedelta(days=2)


class LaneState(StrEnum):
    OPEN = "open"
    YES = "yes"
    NO = "no"
    LAPSED = "lapsed"
    """The resident took the signal back, or the coordinator took it out."""


@dataclass(frozen=True, slots=True)
class SmallRequest:
    """What those who decide see of a small signal. `by` is the organisation that answered, with `answer`."""

    signal: SignalNumber
    sentence: str
    put_at: datetime
    state: LaneState = LaneState.OPEN
    by: str = ""
    answer: str = ""

    @property
    def due_at(self) -> datetime:
        return self.put_at + ANSWER_WITHIN


@dataclass(frozen=True, slots=True)
class LaneSignal:
    """A signal that could go into the fast lane, with the words of its writer: for the coordinator only."""

    number: SignalNumber
    text: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Lane:
    """What one turn knows of the fast lane of a wijk."""

    requests: tuple[SmallRequest, ...] = ()
    """Open ones, the oldest first, and the one that is asked about whatever became of it."""
    signals: tuple[LaneSignal, ...] = ()
    """The newest first; empty for everybody but the coordinator."""
    deciders: tuple[PersonKey, ...] = ()
    without_people: str = ""
    """The sentence that was just typed without the names, addresses and numbers that were found in it;
    empty when there are none."""

    @property
    def open(self) -> tuple[SmallRequest, ...]:
        return tuple(one for one in self.requests if one.state is LaneState.OPEN)

    def request(self, number: str) -> SmallRequest | None:
        return next((one for one in self.requests if one.signal == number), None)


def lapsed(to: Recipient, sentence: str) -> Message:
    """Who was asked need not answer any more."""
    return Message(to, Text("lane-lapsed", {"sentence": sentence}), kind=Kind.NOTICE)
