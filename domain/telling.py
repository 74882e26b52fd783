"""Template 3: what a round tells residents, for the chat, the newsletter, the website and the wall.

Only words that were approved stand in it. Every number is a number of different people.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.report import Noticed
from domain.rounds import RoundName


@dataclass(frozen=True, slots=True)
class TopicFeedback:
    """One topic of the five: what was heard, what is done or why not, and how it went since."""

    rank: int
    title: str
    people: int
    outcome: Outcome
    sentence: str
    """What will be done, or why not, in approved words."""
    owner: str = ""
    referred_to: str = ""
    first_step_on: date | None = None
    check_on: date | None = None
    status: ActionStatus | None = None
    news: str = ""
    """The last approved sentence of the owner."""
    noticed: Noticed | None = None
    others: Mapping[str, str] = field(default_factory=dict)
    """The sentence in other languages, as somebody typed and approved it there."""
    news_in_others: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoundFeedback:
    """The feedback of one round to all residents of a wijk."""

    district: str
    slug: str
    round: RoundName
    ends: date
    people: int
    topics: tuple[TopicFeedback, ...]
    next_on: date | None = None
    """When residents hear again: the first promise that is still open, or the next report."""
    waiting: int = 0
    """Topics whose words still wait for a check; they are not in `topics`."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """The last round that was told, as texts for who passes them on: newsletter, website, chat."""

    round: RoundName
    ends: date
    texts: Mapping[str, str]
    result: bool = False
    """Something was taken up, so a poster can show it."""
    waiting: int = 0
