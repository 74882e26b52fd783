"""The port to a chat platform: what comes in, what goes out, and how sending can end.

A platform (`telegram.py`, `matrix.py`, `local.py`) parses its own events into `Incoming` once, at the
border, and sorts every failure of sending into one of the outcomes below (promises 1). It imports
nothing of storage or handlers. Asking `listen()` for the next batch acknowledges the one before it, so the
caller commits first.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeAlias


class Platform(StrEnum):
    TELEGRAM = "telegram"
    MATRIX = "matrix"
    LOCAL = "local"


# --- what comes in -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Text, a typed command included (`/status`). `reply_to` is the message id that it answers."""

    text: str
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """First contact, with what the link carried (`t.me/bot?start=PAYLOAD`), or an empty payload."""

    payload: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture; `file` is what `Chat.fetch` needs. Parts of an album share `album`."""

    file: str
    caption: str = ""
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A shared location in WGS84 degrees."""

    latitude: float
    longitude: float
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice note."""

    file: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button: the opaque token that the bot put on it."""

    token: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The person changed an earlier message `of`; `text` is its whole new text (or caption)."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class Removal:
    """The person took back an earlier message `of` (Matrix redaction)."""

    of: str


@dataclass(frozen=True, slots=True)
class Left:
    """The person blocked the bot or left; nothing can be sent until they come back."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The person unblocked the bot, or a group let it in."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The room got another id (supergroup, room upgrade). Also an outcome of sending."""

    to: str


@dataclass(frozen=True, slots=True)
class Other:
    """Something a person sent that carries no signal: sticker, contact, poll, dice..."""

    kind: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An event the platform module could not parse: parked with its raw form, never fatal."""

    raw: str
    why: str


Content: TypeAlias = (
    Words
    | Start
    | Photo
    | Place
    | Voice
    | Press
    | Edit
    | Removal
    | Left
    | Returned
    | Moved
    | Other
    | Unreadable
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event of a platform. Ids are the platform's own, as text; none of them is stored in the clear.

    `event_id` is unique per bot account (the dedup key), `message` the id of the message a later edit
    names. `private` is true in a chat of two. `at` is aware; `language` is what the client reports.
    """

    platform: Platform
    bot: str
    event_id: str
    sender: str
    room: str
    private: bool
    at: datetime
    content: Content
    message: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Events fetched together. `cursor` (Matrix `next_batch`) is stored in their transaction."""

    events: tuple[Incoming, ...]
    cursor: str | None = None


# --- what goes out -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    token: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to send. `alt` describes it to those who cannot see it."""

    name: str
    mime: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message, in words, for one room. With a `file`, `text` is its caption (1,000 characters at most).

    `id` is the outbox id: Matrix uses it as transaction id, so the server itself makes it once.
    """

    id: int
    room: str
    text: str
    buttons: tuple[Button, ...] = ()
    file: File | None = None
    alone: bool = False
    """For one person: it must not go out when others read along in that room."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Accepted; `message` is the platform's id of it (empty after an edit)."""

    message: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """Certainly not delivered: try again, not before `after` when the platform named a time."""

    why: str
    after: timedelta | None = None
    limited: bool = False
    """True for 429 and its like: three of these in 10 s pause the whole sender."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """It may have been delivered: never push it again (promises 1)."""

    why: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """This person cannot be reached now: blocked, chat gone, room left."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform refuses this very message (markup, length): dead, reported, next one goes on."""

    why: str


@dataclass(frozen=True, slots=True)
class Halted:
    """The bot's own account does not work (401, token revoked): stop sending, keep everything."""

    why: str


Outcome: TypeAlias = Sent | NotSent | Doubt | Unreachable | Refused | Moved | Halted


class AccountRefused(PermissionError):
    """The platform refuses the account itself, as after a token was revoked: a new one has to be given."""


class AnotherInstance(Exception):
    """Another program polls with this account (409): exit 75, no fight."""


class Chat(Protocol):
    """One account on one platform."""

    platform: Platform
    bot: str
    """Name of the account in dedup keys: stable over restarts."""
    edits: bool
    """True when doubt is resolved by editing the card, False when by repeating with the same id."""

    def listen(self, cursor: str | None) -> AsyncIterator[Batch]:
        """Batches for ever; asking for the next one acknowledges the last. Retries a platform that is
        down by itself; raises `AnotherInstance`, or `PermissionError` when the account is refused."""
        ...

    async def send(self, message: Outgoing) -> Outcome: ...

    async def edit(self, message: Outgoing, of: str) -> Outcome:
        """Give the earlier message `of` this text and buttons; idempotent ("not modified" is `Sent`)."""
        ...

    async def fetch(self, file: str) -> bytes:
        """The bytes of a `Photo` or `Voice`; `OSError` when not to be had now, `ValueError` over 10 MB."""
        ...

    def link(self, payload: str) -> str:
        """An address that opens a chat with the bot; it carries `payload` where the platform can (Telegram).
        `OSError` while it is not known."""
        ...

    async def leave(self, room: str) -> bool:
        """Leave a group where the bot has no business; False when that is not sure, to be tried again."""
        ...
