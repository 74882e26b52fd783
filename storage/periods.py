"""How long each class of the schema is kept. An operator may shorten a period, and never lengthen it."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods, with what is promised as their default."""

    words: timedelta = timedelta(days=365)
    """What people said, at most."""
    words_after_closing: timedelta = timedelta(days=90)
    """What people said, after their round closed; and where a conversation stood, after the last word."""
    counts: timedelta = timedelta(days=1826)
    sent: timedelta = timedelta(days=7)
    dedup: timedelta = timedelta(days=30)
    audit: timedelta = timedelta(days=365)
    person: timedelta = timedelta(days=730)
    """After somebody's last word; who has a role takes part."""


PROMISED = Periods()


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where a store is, where erasures are kept outside it, and how long it keeps things."""

    url: str
    journal: Path | None = None
    """None: beside the file of the store, where there is one."""
    periods: Periods = PROMISED
    restoring: bool = False
    """It is being restored, by whoever asks."""
