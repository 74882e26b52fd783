"""What the demo page needs of the house: phones to type on, and somebody who moves the clock."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a phone is, in WGS84 degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person and the key of their name in `web.ftl` (or the name itself)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone on the page. `name`, `role`, `hint` and `example` (something to type) are keys of `web.ftl`, or
    the words themselves.

    `id` is the person for a private chat. For a group `room` is its id and `speakers` are those who can
    type in it. `start` is what their link carries, `place` what they share as their location; a `typed`
    phone has no buttons, only a keyboard. Phones in `front` are the first to be shown.
    """

    id: str
    name: str
    role: str
    hint: str = ""
    example: str = ""
    room: str | None = None
    speakers: tuple[Speaker, ...] = ()
    language: str = "nl"
    start: str = ""
    place: Spot | None = None
    typed: bool = False
    front: bool = False

    @property
    def chat(self) -> str:
        return self.room or self.id


class What(StrEnum):
    """What happens at a moment, as a key of `web.ftl`."""

    DEMO_STARTS = "web-moment-demo-starts"
    ROUND_OPENS = "web-moment-round-opens"
    MONTH_FILLED = "web-moment-month-filled"
    ROUND_ENDS = "web-moment-round-ends"
    MEETING = "web-moment-meeting"
    FIRST_STEP = "web-moment-first-step"
    CHECK = "web-moment-check"
    PROMISE = "web-moment-promise"
    REMINDER = "web-moment-reminder"
    OTHER = "web-moment-other"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point on the time line; `about` adds what it is about, in words (the title of an action)."""

    at: datetime
    what: What
    about: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    done: int
    total: int


class Demo(Protocol):
    """The director: knows the cast and moves time. The root of the program makes one."""

    def now(self) -> datetime: ...

    async def phones(self) -> Sequence[Phone]: ...

    async def timeline(self) -> Sequence[Moment]:
        """Past and coming moments, oldest first."""
        ...

    async def next_moment(self) -> Moment | None:
        """Jump to what is next due, let it happen, and say what it was; None when nothing is due."""
        ...

    def fill_month(self) -> AsyncIterator[Progress]:
        """Play a month of messages through the real intake."""
        ...


class KeyCap(Protocol):
    """A button under a message."""

    @property
    def label(self) -> str: ...
    @property
    def token(self) -> str: ...
    @property
    def pressed_by(self) -> str: ...


class Sheet(Protocol):
    """A file under a message."""

    @property
    def name(self) -> str: ...
    @property
    def mime(self) -> str: ...
    @property
    def alt(self) -> str: ...


class Place(Protocol):
    @property
    def latitude(self) -> float: ...
    @property
    def longitude(self) -> float: ...


class Bubble(Protocol):
    """A message in a chat; the bot's author is empty."""

    @property
    def id(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def text(self) -> str: ...
    @property
    def buttons(self) -> Sequence[KeyCap]: ...
    @property
    def file(self) -> Sheet | None: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def edited(self) -> bool: ...
    @property
    def removed(self) -> bool: ...
    @property
    def start(self) -> bool: ...


class Lines(Protocol):
    """The people's side of the local platform (`bot/local.py`)."""

    def open(self, person: str, payload: str = "") -> str: ...
    def say(self, person: str, text: str, room: str | None = None) -> str: ...
    def press(self, person: str, token: str, room: str | None = None) -> None: ...
    def send_photo(
        self,
        person: str,
        data: bytes,
        caption: str = "",
        room: str | None = None,
        *,
        mime: str = "image/jpeg",
    ) -> str: ...
    def send_place(
        self, person: str, latitude: float, longitude: float, *, caption: str = "", room: str | None = None
    ) -> str: ...
    def correct(self, person: str, message: str, text: str) -> None: ...
    def take_back(self, person: str, message: str) -> None: ...
    def sees(self, room: str) -> Sequence[Bubble]: ...
    def file(self, message: str) -> bytes: ...
    def sheet(self, message: str) -> Sheet | None: ...
    def watch(self, tell: Callable[[str], None]) -> Callable[[], None]: ...
