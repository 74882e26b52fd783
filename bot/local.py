"""The third platform: phones in a browser page, without tokens, for demo, training and tests.

A person's deed is on disk before `say` and its like return, waits until the bot asks for the batch after
the one that held it, and is given again after a crash. What the bot sends is on disk before `send` returns;
an outbox id is shown once, however often it is tried.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final

from bot.chat import Batch, File, NotSent, Outcome, Outgoing, Platform, Refused, Sent, Unreachable
from bot.local_log import Log, write_durably
from bot.local_phones import Bubble, Phones
from bot.local_records import (
    RECORD,
    Blocked,
    BotLeft,
    Corrected,
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
    heard,
)

AT_ONCE: Final = 100
"""Events in a batch."""
LARGEST: Final = 10 * 1024 * 1024
START: Final = re.compile(r"/start(?:\s+(\S{1,128}))?\s*")
MESSAGE: Final = re.compile(r"m\d{1,18}")


@dataclass(frozen=True, slots=True)
class Groups:
    """Who is in which group chat, and the language that a person's phone reports."""

    members: Mapping[str, Sequence[str]] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)


class Local:
    """`Chat` on one side, people with phones on the other. A private chat has the id of its person."""

    platform = Platform.LOCAL
    edits = False

    def __init__(
        self, folder: Path, clock: Callable[[], datetime], groups: Groups | None = None, bot: str = "local"
    ) -> None:
        self.bot = bot
        self._folder = folder
        self._clock = clock
        self._groups = groups or Groups()
        self._log = Log(folder / "phones.jsonl")
        self._watchers: list[Callable[[str], None]] = []
        self._change = asyncio.Event()
        self._phones = self._read()

    # --- the bot's side -------------------------------------------------------------------------

    async def listen(self, cursor: str | None) -> AsyncIterator[Batch]:  # noqa: ARG002 - nothing to resume
        """What people did and the bot has not taken yet, oldest first."""
        while True:
            deeds = tuple(islice(self._phones.waiting, AT_ONCE))
            if not deeds:
                await self.changed()
                continue
            languages = self._groups.languages
            yield Batch(tuple(heard(deed, self.bot, languages.get(deed.person, "")) for deed in deeds))
            self._keep(Taken(*self._stamp(""), upto=deeds[-1].n))

    async def send(self, message: Outgoing) -> Outcome:
        if message.id in self._phones.outbox:
            return Sent(self._phones.outbox[message.id])
        if not message.text and not message.file:
            return Refused("empty message")
        if not self._reachable(message.room):
            return Unreachable("blocked, left, or never wrote")
        try:
            return Sent(self._tell(message))
        except OSError as error:
            return NotSent(f"{type(error).__name__}: {error.strerror}")

    async def edit(self, message: Outgoing, of: str) -> Outcome:
        bubble = self._phones.bubble(message.room, of)
        if bubble is None:
            return Refused("no such message")
        buttons = _keys(message)
        if (
            bubble.text == message.text
            and tuple(replace(k, pressed_by="") for k in bubble.buttons) == buttons
        ):
            return Sent("")  # not modified
        try:
            self._keep(Retold(*self._stamp(message.room), of=of, text=message.text, buttons=buttons))
        except OSError as error:
            return NotSent(f"{type(error).__name__}: {error.strerror}")
        return Sent("")

    async def fetch(self, file: str) -> bytes:
        data = self.file(file)
        if len(data) > LARGEST:
            raise ValueError("over 10 MB")
        return data

    def link(self, payload: str) -> str:
        """What a phone opens a chat with: there is no address, so it is the payload itself."""
        return payload

    async def leave(self, room: str) -> bool:
        self._keep(BotLeft(*self._stamp(room)))
        return True

    # --- the people's side ----------------------------------------------------------------------

    def open(self, person: str, payload: str = "") -> str:
        """First contact by a link that carries `payload`, or by the Start button."""
        return self._keep(Opened(*self._stamp(person), person, payload=clean(payload)))

    def say(self, person: str, text: str, room: str | None = None, *, reply_to: str | None = None) -> str:
        """Send a text; its message id comes back. `/start CODE` opens the chat, as on Telegram."""
        start = START.fullmatch(text)
        if start and room in {None, person}:
            return self.open(person, start[1] or "")
        stamp = self._stamp(self._place(person, room))
        return self._keep(Said(*stamp, person, text=clean(text), reply_to=reply_to))

    def press(self, person: str, token: str, room: str | None = None) -> None:
        self._keep(Pressed(*self._stamp(self._place(person, room)), person, token=clean(token)))

    def send_photo(
        self,
        person: str,
        data: bytes,
        caption: str = "",
        room: str | None = None,
        *,
        mime: str = "image/jpeg",
    ) -> str:
        stamp = self._stamp(self._place(person, room))
        write_durably(self._path(f"m{stamp[0]}"), data)
        sheet = Sheet(name="", mime=mime)
        return self._keep(Pictured(*stamp, person, caption=clean(caption), file=sheet))

    def send_place(
        self, person: str, latitude: float, longitude: float, *, caption: str = "", room: str | None = None
    ) -> str:
        stamp = self._stamp(self._place(person, room))
        place = Spot(latitude, longitude)
        return self._keep(Located(*stamp, person, place=place, caption=clean(caption)))

    def correct(self, person: str, message: str, text: str) -> None:
        """Change an own message; `LookupError` when there is no such own message."""
        room = self._own(person, message)
        self._keep(Corrected(*self._stamp(room), person, of=message, text=clean(text)))

    def take_back(self, person: str, message: str) -> None:
        """Remove an own message; `LookupError` when there is no such own message."""
        self._keep(TakenBack(*self._stamp(self._own(person, message)), person, of=message))

    def block(self, person: str) -> None:
        self._keep(Blocked(*self._stamp(person), person))

    def unblock(self, person: str) -> None:
        self._keep(Unblocked(*self._stamp(person), person))

    def sees(self, room: str) -> tuple[Bubble, ...]:
        """The chat of a person with the bot, or of a group, oldest first."""
        return self._phones.chat(room)

    def file(self, message: str) -> bytes:
        """The file of a message; `FileNotFoundError` when it has none."""
        if not MESSAGE.fullmatch(message):
            raise FileNotFoundError(message)
        return self._path(message).read_bytes()

    def sheet(self, message: str) -> Sheet | None:
        """Name and kind of the file of a message."""
        bubble = self._phones.find(message)
        return bubble.file if bubble else None

    # --- for those who look on ------------------------------------------------------------------

    @property
    def waiting(self) -> int:
        """How many deeds the bot has not taken yet."""
        return len(self._phones.waiting)

    async def changed(self) -> None:
        """Until the next record, of whatever kind."""
        await self._change.wait()

    def watch(self, tell: Callable[[str], None]) -> Callable[[], None]:
        """Call `tell` with the chat that changed, each time, until the returned function is called."""
        self._watchers.append(tell)
        return lambda: self._watchers.remove(tell)

    def clear(self) -> None:
        """Start again with empty phones. Ids run on, for the bot may remember old ones."""
        old = self._phones
        self._log.clear()
        self._phones = Phones()
        self._phones.last = old.last
        self._keep(Taken(*self._stamp(""), upto=old.last))
        for path in (self._folder / "files").glob("m*"):
            path.unlink()
        for room in old.rooms():
            self._tell_watchers(room)

    def close(self) -> None:
        self._log.close()

    # --- inside ---------------------------------------------------------------------------------

    def _read(self) -> Phones:
        phones = Phones()
        for line in self._log.lines():
            phones.apply(RECORD.validate_json(line))
        return phones

    def _stamp(self, room: str) -> tuple[int, datetime, str]:
        return self._phones.last + 1, self._clock(), room

    def _keep(self, record: Record) -> str:
        """On disk first, then in memory, then told to those who wait."""
        self._log.append(RECORD.dump_json(record))
        self._phones.apply(record)
        self._change.set()
        self._change = asyncio.Event()
        self._tell_watchers(record.room)
        return record.message

    def _tell_watchers(self, room: str) -> None:
        if room:
            for tell in tuple(self._watchers):
                tell(room)

    def _tell(self, message: Outgoing) -> str:
        stamp = self._stamp(message.room)
        sheet = self._store(f"m{stamp[0]}", message.file)
        told = Told(*stamp, outbox=message.id, text=message.text, buttons=_keys(message), file=sheet)
        return self._keep(told)

    def _store(self, name: str, file: File | None) -> Sheet | None:
        if file is None:
            return None
        write_durably(self._path(name), file.data)
        return Sheet(file.name, file.mime, file.alt)

    def _reachable(self, room: str) -> bool:
        if room in self._groups.members:
            return room not in self._phones.left
        return bool(self._phones.chat(room)) and room not in self._phones.blocked

    def _place(self, person: str, room: str | None) -> str:
        """The chat that this person speaks in; `LookupError` when they are not in that group."""
        if room is None or room == person:
            return person
        if person not in self._groups.members.get(room, ()):
            raise LookupError(f"{person} is not in {room}")
        return room

    def _own(self, person: str, message: str) -> str:
        bubble = self._phones.find(message)
        if bubble is None or bubble.author != person or bubble.removed:
            raise LookupError(f"no message {message} of {person}")
        return bubble.room

    def _path(self, message: str) -> Path:
        return self._folder / "files" / message


def clean(text: str) -> str:
    """Half of a surrogate pair is no character; no platform delivers one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _keys(message: Outgoing) -> tuple[Key, ...]:
    return tuple(Key(button.label, button.token) for button in message.buttons)
