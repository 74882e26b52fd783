"""What can happen on the local platform, as lines of its log, and what of it the bot hears."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field, TypeAdapter

from bot.chat import (
    Content,
    Edit,
    Incoming,
    Left,
    Photo,
    Place,
    Platform,
    Press,
    Removal,
    Returned,
    Start,
    Words,
)


@dataclass(frozen=True, slots=True)
class Key:
    """A button on a phone. `pressed_by` is the last person who pressed it."""

    label: str
    token: str
    pressed_by: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file in a chat; its bytes are under the id of the message."""

    name: str
    mime: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A shared location."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Happened:
    """Every record has a number, a moment and a chat. A private chat has the id of its person."""

    n: int
    at: datetime
    room: str

    @property
    def message(self) -> str:
        return f"m{self.n}"


@dataclass(frozen=True, slots=True)
class Acted(Happened):
    """Something a person did."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Acted):
    text: str
    reply_to: str | None = None
    kind: Literal["said"] = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Acted):
    payload: str
    kind: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed(Acted):
    token: str
    kind: Literal["pressed"] = "pressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured(Acted):
    caption: str
    file: Sheet
    kind: Literal["pictured"] = "pictured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Located(Acted):
    place: Spot
    caption: str
    kind: Literal["located"] = "located"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Acted):
    of: str
    text: str
    kind: Literal["corrected"] = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack(Acted):
    of: str
    kind: Literal["taken-back"] = "taken-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked(Acted):
    kind: Literal["blocked"] = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unblocked(Acted):
    kind: Literal["unblocked"] = "unblocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Happened):
    """The bot sent a message; `outbox` is the id under which it may try again."""

    outbox: int
    text: str
    buttons: tuple[Key, ...] = ()
    file: Sheet | None = None
    kind: Literal["told"] = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold(Happened):
    """The bot gave an earlier message another text and other buttons."""

    of: str
    text: str
    buttons: tuple[Key, ...] = ()
    kind: Literal["retold"] = "retold"


@dataclass(frozen=True, slots=True, kw_only=True)
class BotLeft(Happened):
    kind: Literal["bot-left"] = "bot-left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken(Happened):
    """Everything up to and including record `upto` was taken in by the bot."""

    upto: int
    kind: Literal["taken"] = "taken"


Deed: TypeAlias = Said | Opened | Pressed | Pictured | Located | Corrected | TakenBack | Blocked | Unblocked
Record: TypeAlias = Annotated[Deed | Told | Retold | BotLeft | Taken, Field(discriminator="kind")]

RECORD: Final[TypeAdapter[Record]] = TypeAdapter(Record)
"""Reads and writes a line of the log."""


def heard(deed: Deed, bot: str, language: str) -> Incoming:
    """The event that this deed is to the bot."""
    return Incoming(
        platform=Platform.LOCAL,
        bot=bot,
        event_id=f"e{deed.n}",
        sender=deed.person,
        room=deed.room,
        private=deed.room == deed.person,
        at=deed.at,
        content=_content(deed),
        message=deed.message,
        language=language,
    )


def _content(deed: Deed) -> Content:  # noqa: C901 - one line for each kind of deed
    match deed:
        case Said(text=text, reply_to=reply_to):
            return Words(text, reply_to)
        case Opened(payload=payload):
            return Start(payload)
        case Pressed(token=token):
            return Press(token)
        case Pictured(caption=caption):
            return Photo(deed.message, caption)
        case Located(place=place, caption=caption):
            return Place(place.latitude, place.longitude, caption)
        case Corrected(of=of, text=text):
            return Edit(of, text)
        case TakenBack(of=of):
            return Removal(of)
        case Blocked():
            return Left()
        case Unblocked():
            return Returned()
