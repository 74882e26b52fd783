"""Who and what there is: users, chats, messages, files, and what every person saw."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, TypeAlias

from tests.servers.telegram.updates import Updates

Json: TypeAlias = dict[str, Any]
GROUP_BOT = 1_087_968_824
"""The user under whose name Telegram puts messages of anonymous administrators."""


class Moments:
    """The clock of the server: stands still until it is moved."""

    def __init__(self, start: datetime | None = None) -> None:
        self.now = start or datetime(2026, 10, 1, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


@dataclass
class User:
    id: int
    name: str
    language: str = ""
    username: str = ""
    is_bot: bool = False
    gone: bool = False
    """The account was deleted."""

    def as_json(self) -> Json:
        shown = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        extra = {"username": self.username, "language_code": self.language}
        return shown | {name: value for name, value in extra.items() if value}


@dataclass
class Message:
    """A message as it is now; `body` has the fields of the Bot API that say what it is."""

    id: int
    chat: "Chat"
    sender: User
    at: datetime
    body: Json
    header: Json = field(default_factory=dict)
    deleted: bool = False

    @property
    def text(self) -> str:
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def buttons(self) -> tuple[tuple[str, str], ...]:
        """Label and token of each button, in reading order."""
        rows = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return tuple((one["text"], one.get("callback_data", "")) for row in rows for one in row)

    def as_json(self) -> Json:
        date = int(self.at.timestamp())
        head = {
            "message_id": self.id,
            "from": self.sender.as_json(),
            "chat": self.chat.as_json(),
            "date": date,
        }
        return head | self.header | self.body


@dataclass
class Chat:
    """A chat; of a private one the id is that of the person."""

    id: int
    kind: Literal["private", "group", "supergroup"]
    title: str
    members: set[int] = field(default_factory=set)
    bot: Literal["member", "administrator", "left", "kicked"] = "member"
    moved_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)

    def as_json(self) -> Json:
        name = {"first_name": self.title} if self.kind == "private" else {"title": self.title}
        return {"id": self.id, "type": self.kind} | name

    def visible(self) -> Iterator[Message]:
        """The messages that were not deleted, newest first."""
        return (one for one in reversed(self.messages.values()) if not one.deleted)


@dataclass(frozen=True)
class File:
    """A file that somebody sent, in either direction."""

    id: str
    name: str
    mime: str
    data: bytes
    folder: str

    @property
    def path(self) -> str:
        return f"{self.folder}/{self.id}"


@dataclass(frozen=True)
class Seen:
    """A line of the ledger: what the screen of a person showed, and when."""

    at: datetime
    what: Literal["message", "edit", "deleted", "alert", "reaction"]
    chat: int
    message: int
    text: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    file: File | None = None


@dataclass
class Query:
    """A pressed button that waits for its answer."""

    id: str
    person: int
    at: datetime
    answered: bool = False


class World:
    """Everything one bot shares with its people."""

    def __init__(self, bot: User, clock: Moments, *, privacy: bool) -> None:
        self.bot = bot
        self.clock = clock
        self.privacy = privacy
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.ledger: dict[int, list[Seen]] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.updates = Updates()
        self._changed = asyncio.Event()

    def add(self, chat: Chat, sender: User, body: Json, header: Json | None = None) -> Message:
        """Put a message in a chat; who sees it and who hears of it is for the caller to tell."""
        number = max(chat.messages, default=0) + 1
        message = Message(number, chat, sender, self.clock(), body, header or {})
        chat.messages[number] = message
        return message

    def show(self, message: Message, what: Literal["message", "edit", "deleted", "reaction"]) -> None:
        """Write down for everybody in the chat what the bot did there."""
        file = self._file_of(message)
        for person in message.chat.members:
            self.note(
                person,
                Seen(self.clock(), what, message.chat.id, message.id, message.text, message.buttons, file),
            )

    def note(self, person: int, seen: Seen) -> None:
        self.ledger.setdefault(person, []).append(seen)
        self._changed.set()
        self._changed = asyncio.Event()

    async def changed(self) -> None:
        """Wait until somebody sees something new."""
        await self._changed.wait()

    def _file_of(self, message: Message) -> File | None:
        photo = message.body.get("photo") or [{}]
        found = message.body.get("document") or photo[-1]
        return self.files.get(str(found.get("file_id")))

    def keep(self, name: str, mime: str, data: bytes, folder: str) -> File:
        number = len(self.files) + 1
        file = File(f"{folder}-{number}", name, mime, data, folder)
        self.files[file.id] = file
        return file
