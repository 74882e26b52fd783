"""What the coordinator and who sorts say of signals and topics."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.rounds import RoundName
from domain.signals import SignalNumber
from domain.topics import SetAside


@dataclass(frozen=True, slots=True)
class TopicTitled:
    """A better title, tied to a signal at the heart of the topic so that it outlives a new bundling."""

    number: SignalNumber
    title: str


@dataclass(frozen=True, slots=True)
class SignalSetAside:
    """While sorting: this signal stands in no topic."""

    number: SignalNumber
    why: SetAside


@dataclass(frozen=True, slots=True)
class SortingTakenBack:
    """A person's answer to a card does not count any more: what they said of these pairs and this signal."""

    pairs: tuple[tuple[SignalNumber, SignalNumber], ...] = ()
    aside: SignalNumber | None = None


@dataclass(frozen=True, slots=True)
class TopFiveStood:
    """Somebody sorted until the top 5 of this round stood."""

    round: RoundName


SortingEvent: TypeAlias = TopicTitled | SignalSetAside | SortingTakenBack | TopFiveStood
