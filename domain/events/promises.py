"""Promises that cannot be kept in time, and when people want to be written to."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domain.quiet import Quiet


@dataclass(frozen=True, slots=True)
class DelayExplained:
    """The coordinator says why nothing can be told on this day yet; it goes out then, after a check."""

    promised_on: date
    sentence: str


@dataclass(frozen=True, slots=True)
class QuietSet:
    """When this person wants to be written to."""

    quiet: Quiet


PromiseEvent: TypeAlias = DelayExplained | QuietSet
