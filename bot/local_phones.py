"""What the phones of the local platform show.

Memory is made from the records of the log, at start and while running alike, so phones show the same
after a restart.
"""

from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.local_records import (
    Blocked,
    BotLeft,
    Corrected,
    Deed,
    Happened,
    Key,
    Located,
    Opened,
    Pictured,
    Pressed,
    Record,
    Retold,
    Said,
    Sheet,
    Spot,
    Taken,
    TakenBack,
    Told,
    Unblocked,
)

BOT: Final = ""
"""The author of what the bot says."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as a phone shows it. `start` marks the opening of a chat by its link or Start button."""

    id: str
    room: str
    author: str
    at: datetime
    text: str = ""
    buttons: tuple[Key, ...] = ()
    file: Sheet | None = None
    place: Spot | None = None
    reply_to: str | None = None
    edited: bool = False
    removed: bool = False
    start: bool = False


class Phones:
    """All chats, made from records in their order."""

    def __init__(self) -> None:
        self.last = 0
        self.taken = 0
        self.waiting: deque[Deed] = deque()
        self.outbox: dict[int, str] = {}
        self.blocked: set[str] = set()
        self.left: set[str] = set()
        self._chats: dict[str, dict[str, Bubble]] = {}

    def chat(self, room: str) -> tuple[Bubble, ...]:
        return tuple(self._chats.get(room, {}).values())

    def bubble(self, room: str, message: str) -> Bubble | None:
        return self._chats.get(room, {}).get(message)

    def rooms(self) -> tuple[str, ...]:
        return tuple(self._chats)

    def find(self, message: str) -> Bubble | None:
        return next((chat[message] for chat in self._chats.values() if message in chat), None)

    def apply(self, record: Record) -> None:
        self.last = max(self.last, record.n)
        match record:
            case Told() | Retold() | BotLeft() | Taken():
                self._bot(record)
            case _:
                self.waiting.append(record)
                self.left.discard(record.room)  # whoever talks to a bot that left, asked it back
                self._person(record)

    def _bot(self, record: Told | Retold | BotLeft | Taken) -> None:
        match record:
            case Told(outbox=outbox, text=text, buttons=buttons, file=file):
                self.outbox[outbox] = record.message
                self._add(record, Bubble(record.message, record.room, BOT, record.at, text, buttons, file))
            case Retold(of=of, text=text, buttons=buttons):
                self._retell(record.room, of, text, buttons)
            case BotLeft():
                self.left.add(record.room)
            case Taken(upto=upto):
                self.taken = upto
                while self.waiting and self.waiting[0].n <= upto:
                    self.waiting.popleft()

    def _person(self, deed: Deed) -> None:
        match deed:
            case Pressed(token=token):
                self._press(deed, token)
            case Corrected(of=of, text=text):
                old = self._chats[deed.room][of]
                self._chats[deed.room][of] = replace(old, text=text, edited=True)
            case TakenBack(of=of):
                old = self._chats[deed.room][of]
                self._chats[deed.room][of] = Bubble(old.id, old.room, old.author, old.at, removed=True)
            case Blocked():
                self.blocked.add(deed.person)
            case Unblocked():
                self.blocked.discard(deed.person)
            case _:
                self._add(deed, _said(deed))

    def _add(self, record: Happened, bubble: Bubble) -> None:
        self._chats.setdefault(record.room, {})[record.message] = bubble

    def _retell(self, room: str, of: str, text: str, buttons: tuple[Key, ...]) -> None:
        bubble = self.bubble(room, of)
        if bubble:
            edited = bubble.edited or bubble.text != text
            self._chats[room][of] = replace(bubble, text=text, buttons=buttons, edited=edited)

    def _press(self, deed: Pressed, token: str) -> None:
        for bubble in self.chat(deed.room):
            if any(key.token == token for key in bubble.buttons):
                keys = tuple(
                    replace(key, pressed_by=deed.person) if key.token == token else key
                    for key in bubble.buttons
                )
                self._chats[deed.room][bubble.id] = replace(bubble, buttons=keys)


def _said(deed: Said | Opened | Pictured | Located) -> Bubble:
    bubble = Bubble(deed.message, deed.room, deed.person, deed.at)
    match deed:
        case Said(text=text, reply_to=reply_to):
            return replace(bubble, text=text, reply_to=reply_to)
        case Opened():
            return replace(bubble, start=True)
        case Pictured(caption=caption, file=file):
            return replace(bubble, text=caption, file=file)
        case Located(place=place, caption=caption):
            return replace(bubble, text=caption, place=place)
