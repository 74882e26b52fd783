"""A topic: signals that say the same thing, with the evidence that explains its place in the top 5."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from domain.messages import Text

SignalKey: TypeAlias = "str | int"
"""How the caller names a signal: the row id of the store, or the id in a file."""


class SetAside(StrEnum):
    """Why a person who sorts let a signal stand in no topic."""

    NO_SIGNAL = "no-signal"
    HELD = "held"
    """They did not know; it waits."""
    SETTLED = "settled"
    """The fast lane said yes: it needs no place in the top 5."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What can be counted about a topic. People are distinct: nobody counts twice."""

    people: int
    messages: int
    voices: float
    """People, but m people with the same words count as the square root of m."""
    sources: Mapping[str, int]
    """Source -> people."""
    neighbourhoods: Mapping[str, int]
    """Buurt -> people; who has no buurt is left out."""
    languages: Mapping[str, int]
    """Language -> people."""
    campaign: int = 0
    """People in the largest group that sent the same words; 0 when nobody copied."""
    rounds_before: int = 0
    """Rounds in a row in which this topic stood, before this one."""
    urgent: int = 0
    """People who describe a hazard."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Signals about which the wijkverband can take one decision; the most typical one first."""

    title: Text
    signals: tuple[SignalKey, ...]
    evidence: Evidence
    score: float
    reason: Text
    theme: str = ""
    """Key of the theme list, empty when the signals do not agree on one."""
    place: str = ""
    """Street, buurt or other name as people write it; empty when they do not agree on one."""
