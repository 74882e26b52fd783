"""What a handler may know, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.actions import Action
from domain.agreements import Agreement
from domain.decisions import Meeting
from domain.districts import NETHERLANDS, SPOKEN, District
from domain.events import Event
from domain.fast_lane import Lane
from domain.feedback import Draft
from domain.held import HeldNow
from domain.invitations import Offer
from domain.messages import Attachment, Choice, Kind, Message, Recipient, RoomKey, Text
from domain.people import Candidate, Person
from domain.plain_words import NO_WORDS, PlainWords
from domain.practice import Practices
from domain.promises import PromisesNow
from domain.quotes import QuotingNow
from domain.report import Noticed
from domain.rounds import Span
from domain.signals import Signal, SignalNumber, number_of
from domain.sorting import Given, SortCard
from domain.telling import Retelling
from domain.who_reported import WhoQuestion
from handlers.states import Idle, State


@dataclass(frozen=True, slots=True)
class TopicNow:
    """A topic of the running round, as the coordinator sees it before the report. `heart` anchors a title."""

    title: str
    people: int
    heart: SignalNumber


@dataclass(frozen=True, slots=True)
class SortTopic:
    """A topic while sorting, with the words of one who is typical for it."""

    title: str
    people: int
    words: str


@dataclass(frozen=True, slots=True)
class SortingNow:
    """What lies on the desk after this very answer: the next card, and how far the top 5 is from standing."""

    card: SortCard | None = None
    words: str = ""
    """Of the signal that the card is about."""
    topics: tuple[SortTopic, ...] = ()
    more: bool = False
    """There are more likely topics to show."""
    given: Given | None = None
    """What was answered; None when nothing was, or when the card was answered by somebody else."""
    stands: bool = False
    unsure: int = 0
    cards_left: int = 0
    minutes: int = 0
    top: tuple[SortTopic, ...] = ()
    too_many: bool = False
    """More signals than can be sorted in a chat."""


@dataclass(frozen=True, slots=True)
class Near:
    """A topic that a new signal may belong to; `signal` is its nearest member."""

    title: str
    people: int
    signal: SignalNumber


@dataclass(frozen=True, slots=True)
class Overview:
    """What waits in a wijk, counted for the coordinator."""

    people: int = 0
    messages: int = 0
    parked_events: int = 0
    unreachable: int = 0
    waiting_messages: int = 0
    dead_messages: int = 0
    room_bound: bool = False
    overdue: int = 0
    small_requests: int = 0
    """In the fast lane, without an answer."""
    held: int = 0
    """Signals that nobody read yet."""
    mail_stuck: int = 0
    """Addresses that the report does not reach by e-mail."""
    paused_since: datetime | None = None
    """The operator has nothing sent since then."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept beside somebody's words: pictures by signal, and how often they got news."""

    photos: Mapping[str, int] = field(default_factory=dict)
    updates: int = 0


class Terms(NamedTuple):
    """The round that is collecting, and the day by which who speaks now hears."""

    span: Span
    promise_on: date


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything one step may use. Fields of a role are empty for people without it."""

    now: datetime
    person: Person
    state: State
    districts: tuple[District, ...]
    """All wijken of the service: a resident without a link is asked which."""
    district: District | None = None
    room: RoomKey | None = None
    """The bound room of a wijkverband in which this was said; None in a private chat."""
    languages: tuple[str, ...] = SPOKEN
    """On offer here: those of the wijk, or of all wijken together while it is not known."""
    terms: Mapping[str, Terms] = field(default_factory=dict)
    """Per wijk: what a signal given now may count on."""
    sequence: int = 1
    """The next free signal sequence; `numbers()` takes more than one."""
    signals: tuple[Signal, ...] = ()
    """Of this person, the newest first, withdrawn ones left out."""
    recent: Signal | None = None
    """Their signal of less than a minute ago, if any."""
    near: tuple[Near, ...] = ()
    offer: Offer | None = None
    tries_left: bool = True
    """False when this person showed too many wrong codes this hour."""
    codes: tuple[str, ...] = ()
    """Fresh random codes, for an invitation made in this step."""
    meeting: Meeting | None = None
    report_page: str = ""
    """Where the report of that round is read; empty when the service has no address."""
    asked_at: datetime | None = None
    """When the question that is open was asked."""
    town_desk: str = ""
    """What people call the desk of the town, in the first language of the wijk."""
    candidates: tuple[Candidate, ...] = ()
    experts: tuple[Recipient, ...] = ()
    coordinators: tuple[Recipient, ...] = ()
    told_of_danger: Mapping[str, tuple[Recipient, ...]] = field(default_factory=dict)
    """Per wijk the coordinators, in the states in which words of danger may be kept."""
    partnership: RoomKey | None = None
    actions: tuple[Action, ...] = ()
    """Open actions of this wijk."""
    finished: tuple[Action, ...] = ()
    """Actions that came to an end not long ago, where the list is asked for."""
    noticed: Mapping[int, Noticed] = field(default_factory=dict)
    """Of those: whether their reporters notice a difference."""
    lane: Lane | None = None
    """The fast lane, where this step is about it."""
    practices: Practices | None = None
    """Practice conversations, where this step is about them or about what is being done."""
    drafts: tuple[Draft, ...] = ()
    retelling: Retelling | None = None
    """For the coordinator who asks for what may be told to everybody."""
    plain: PlainWords = NO_WORDS
    """What makes words hard to read, for who checks them."""
    logged: int = 0
    """For how many people this professional logged an answer in this round."""
    topics: tuple[TopicNow, ...] = ()
    overview: Overview | None = None
    promises: PromisesNow | None = None
    """How the promises of this wijk stand, where a step of the coordinator is about them."""
    sorting: SortingNow | None = None
    """For who sorts now; None when there is nothing to sort."""
    held: tuple[HeldNow, ...] = ()
    """Words that wait, for the coordinator who reads them now."""
    pictures: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Those that came with the signals whose words the coordinator reads now, by number."""
    quoting: QuotingNow | None = None
    """What can be quoted, for who approves quotes now; None while there is no report."""
    agreements: tuple[Agreement, ...] = ()
    """Of this wijk: for who decides, and for whoever asks for the rules."""
    marks: tuple[str, ...] = ()
    """What looks like a name or an address, in an agreement for everybody or in a reason that is kept."""
    who: WhoQuestion | None = None
    """The last question who reported the signal that this step is about, for a coordinator."""
    may_ask_who: bool = False
    """That signal is one of this wijk, said in a chat."""
    kept: Kept = Kept()
    """For whoever asks what is kept of them."""
    flooding: bool = False
    """More than 10 signals this hour or 30 today: they are kept, the answer comes once an hour."""
    flood_told: bool = False

    @property
    def here(self) -> Recipient:
        """Where the answer goes: the room, or the person's own chat."""
        return self.room or self.person.key

    @property
    def zone(self) -> ZoneInfo:
        """The clock of the wijk."""
        return self.district.zone if self.district else NETHERLANDS

    @property
    def span(self) -> Span | None:
        """The round of this wijk that is collecting now."""
        return self.terms[self.district.slug].span if self.district else None

    def number(self, ahead: int = 0) -> SignalNumber:
        return number_of(self.now.year, self.sequence + ahead)


@dataclass(frozen=True, slots=True)
class Turn:
    """The new state, what is said and what changed."""

    state: State = Idle()
    messages: tuple[Message, ...] = ()
    events: tuple[Event, ...] = ()


def say(
    situation: Situation,
    text: Text,
    *choices: Choice,
    kind: Kind = Kind.ANSWER,
    signal: SignalNumber | None = None,
    attachment: Attachment | None = None,
) -> Message:
    """A message to whoever is speaking now."""
    return Message(situation.here, text, choices, kind, signal, attachment)


def then(first: Text | None, second: Text) -> Text:
    """Two texts in one message: what was kept, and what comes next."""
    return second if first is None else Text("partnership-then", {"first": first, "second": second})


def apart(first: Text | None, second: Text) -> Text:
    """The same with room between them: what is said next shows somebody's words."""
    return second if first is None else Text("sorting-then", {"first": first, "second": second})
