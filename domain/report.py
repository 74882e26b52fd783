"""One round as it is shown: to the wijkverband in the chat, on paper, on the page and as data.

Every number is a number of different people unless its name says messages. The breakdowns stand here
as counted; `domain/breakdown.py` decides what of them may be read, so show them only through `reports`.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.messages import Text
from domain.rounds import RoundName

FEWEST = 5
"""From this many people on a group is shown with its number (promise P8)."""

Counts: TypeAlias = tuple[tuple[str, int], ...]
"""Name (a buurt, a language code, a `Source`) and people. Nobody (0) is shown as a group that is missing."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one person as somebody approved them, in the language they were said in (ISO 639-1)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class ReportDecision:
    """What the wijkverband said of a topic: `sentence` is what will be done, or why not."""

    outcome: Outcome
    sentence: str
    owner: str = ""
    first_step: str = ""
    first_step_on: date | None = None
    check_on: date | None = None
    partners: str = ""
    referred_to: str = ""
    """To whom it was passed on, when it belongs to somebody else."""


@dataclass(frozen=True, slots=True)
class ReportTopic:
    """One of the five. `reason` is the one sentence why it stands on this rank."""

    rank: int
    title: str
    people: int
    messages: int
    reason: Text
    sources: Counts = ()
    neighbourhoods: Counts = ()
    trend: tuple[int, ...] = ()
    """People in earlier rounds, oldest first, this round not included."""
    rounds_in_a_row: int = 1
    campaign: int = 0
    """People in the largest group that sent the same words; 0 when nobody copied."""
    quotes: tuple[Quote, ...] = ()
    decision: ReportDecision | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic outside the five, in one line: its title and how many people."""

    title: str
    people: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The earlier round: how many people reported, how many of them got an answer, and how fast."""

    reporters: int
    answered: int
    in_time: int | None = None
    """Answered on or before the date that was promised; None when it was not computed yet."""
    median_days: int | None = None
    """Whole days from the signal to the answer."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A topic of the earlier round that belongs to somebody else, and to whom."""

    title: str
    people: int
    to: str


@dataclass(frozen=True, slots=True)
class FastLane:
    """Small requests since the report before: how many got a yes, a no, wait, and waited over three days."""

    yes: int = 0
    no: int = 0
    waiting: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Noticed:
    """Whether the reporters notice a difference of an action that is done."""

    yes: int = 0
    some: int = 0
    no: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class ReportAction:
    """An action that is still open, or was finished since the last report."""

    title: str
    """Of the topic."""
    what: str
    owner: str
    status: ActionStatus
    check_on: date
    partners: str = ""
    noticed: Noticed | None = None


@dataclass(frozen=True, slots=True)
class RoundReport:
    """All that is shown of one round in one wijk."""

    district: str
    """Name of the wijk, as residents say it."""
    slug: str
    round: RoundName
    starts: date
    ends: date
    """The last day, included."""
    people: int
    messages: int
    topics: tuple[ReportTopic, ...] = ()
    neighbourhoods: Counts = ()
    languages: Counts = ()
    sources: Counts = ()
    others: tuple[Mention, ...] = ()
    """Numbers six and seven."""
    previous: Answered | None = None
    open_actions: tuple[ReportAction, ...] = ()
    passed_on: tuple[PassedOn, ...] = ()
    fast_lane: FastLane | None = None
    skipped_asks: int = 0
    """Questions that were not asked, since somebody had been asked enough this month."""
    good_news: tuple[Mention, ...] = ()
    quiet_voice: Mention | None = None
    checked: bool = False
    """A person looked at the bundling; if not, the report says that it is provisional."""
    model: bool = False
    """A language model helped to bundle; the foot of the report says how it was made."""

    @property
    def decided(self) -> bool:
        """Whether the wijkverband answered all of the five."""
        return bool(self.topics) and all(topic.decision for topic in self.topics)
