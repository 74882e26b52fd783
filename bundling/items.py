"""What the bundling is given: a signal as far as it matters here, and what people said about pairs."""

import datetime as dt
from dataclasses import dataclass

from domain.topics import SignalKey

RESIDENT = "bewoner"


@dataclass(frozen=True, slots=True)
class Item:
    """One signal. The reporter is who typed it; the respondent, when known, is whose words they are."""

    id: SignalKey
    text: str
    reporter: str
    source: str = RESIDENT
    neighbourhood: str = ""
    language: str = ""
    date: dt.date | None = None
    respondent: str = ""
    question: int | None = None
    """Of the micro-uitvraag: 1 what goes well, 2 what would you change first."""
    danger: bool = False
    safe: str = ""
    """The text without what leads to somebody, where that is another one: titles are made of it."""

    @property
    def told(self) -> str:
        """What others may read words of."""
        return self.safe or self.text

    @property
    def voice(self) -> str:
        """Whose voice it is. Nobody counts twice; a professional does not stand for the people they met."""
        return f"{self.source}:{self.respondent}" if self.respondent else self.reporter


@dataclass(frozen=True, slots=True)
class Links:
    """What people said about pairs of signals: the same subject, or not."""

    same: tuple[tuple[SignalKey, SignalKey], ...] = ()
    apart: tuple[tuple[SignalKey, SignalKey], ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A topic of the round before: how many rounds in a row it stood there, and texts that still may be read.

    When the words of people are wiped already, the title alone is a text too.
    """

    rounds: int
    texts: tuple[str, ...]
