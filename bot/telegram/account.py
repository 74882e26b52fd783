"""One bot on Telegram: the `Chat` of this platform."""

import asyncio
import logging
import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self
from urllib.parse import quote, urlsplit

import httpx
from telegram import Bot, BotCommand, LinkPreviewOptions
from telegram.error import BadRequest, InvalidToken

from bot.chat import (
    AccountRefused,
    Batch,
    Moved,
    NotSent,
    Outcome,
    Outgoing,
    Platform,
    Refused,
    Sent,
    Unreachable,
)
from bot.telegram.layout import CAPTION_UNITS, Piece, keyboard, pieces, shortened
from bot.telegram.outcomes import outcome, reason
from bot.telegram.polling import TOKEN_REFUSED, Polling, pause
from bot.telegram.updates import Me, number, read
from bot.telegram.wire import Timeouts, Wire, quieten_logs

log = logging.getLogger(__name__)

LARGEST_FILE = 10 * 1024 * 1024
SHOWN_AS_PHOTO = ("image/jpeg", "image/png")
_TOKEN = re.compile(r"\d{1,20}:[\w-]+")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class _TooLarge(ValueError):
    def __init__(self) -> None:
        super().__init__("the file is over 10 MB")


class Telegram:
    """A bot's account. Open it with `async with`; nothing is asked of Telegram before `check` or `listen`.

    `commands` has the menu for each language code, and for everybody else under "". `clock` tells the time
    of events for which Telegram gives none.
    """

    platform = Platform.TELEGRAM
    edits = True
    forgets = timedelta(hours=24)
    """Telegram throws away what was not fetched by then."""

    def __init__(
        self,
        token: str,
        base_url: str = "https://api.telegram.org/bot",
        base_file_url: str = "https://api.telegram.org/file/bot",
        *,
        clock: Callable[[], datetime],
        commands: Mapping[str, Sequence[tuple[str, str]]] | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        if not _TOKEN.fullmatch(token):
            raise PermissionError("this is no bot token: it looks like 123456789:letters-and-digits")
        quieten_logs()
        self.bot = token.partition(":")[0]
        self.hears_groups = False
        """Whether Telegram hands over all words said in a group (privacy mode off), known after `check`."""
        self._timeouts = timeouts or Timeouts()
        self._host = urlsplit(base_url).hostname or base_url
        self._files = base_file_url + token
        trust = httpx.create_ssl_context()  # once: it takes longer than all the rest
        self._polls = Wire(self._timeouts, connections=2, trust=trust)
        self._calls = Wire(self._timeouts, connections=16, trust=trust)
        self._bot = Bot(token, base_url, base_file_url, request=self._calls, get_updates_request=self._polls)
        self.heard: datetime | None = None
        """When Telegram last gave what it had."""
        self._polling = Polling(self._bot.base_url, self._polls, self._timeouts)
        self._clock = clock
        self._commands = commands or {}
        self._username = ""
        self._underway: dict[int, list[str]] = {}

    async def __aenter__(self) -> Self:
        # Not `Bot.initialize`: that asks Telegram, which may be down while the rest of us starts.
        await asyncio.gather(self._polls.initialize(), self._calls.initialize())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(self._polls.shutdown(), self._calls.shutdown())

    async def check(self) -> str:
        """The bot's username. `PermissionError` when the account cannot be used, `OSError` when Telegram
        does not answer; both in one plain line.
        """
        try:
            me = await self._bot.get_me()
            hook = await self._bot.get_webhook_info()
        except InvalidToken:
            raise AccountRefused(f"{TOKEN_REFUSED} (or look at telegram.base_url)") from None
        except Exception as fault:  # noqa: BLE001 - something else may answer at that address, with anything
            raise OSError(f"Telegram does not answer at {self._host} ({reason(fault)})") from None
        if hook.url:
            where = urlsplit(hook.url).hostname
            raise PermissionError(
                f"Telegram sends the updates of this bot to a webhook at {where}: delete that one first"
            )
        self.hears_groups = bool(me.can_read_all_group_messages)
        self._username = me.username or ""
        return self._username

    def link(self, payload: str) -> str:
        """An invitation to talk to the bot. `OSError` as long as Telegram has not told the bot's name."""
        if not self._username:
            raise OSError("Telegram has not told the name of the bot yet")
        return f"https://t.me/{self._username}?start={quote(payload, safe='')}"

    async def listen(self, cursor: str | None = None) -> AsyncGenerator[Batch, None]:  # noqa: ARG002 - Telegram keeps the place itself
        """Batches for ever. An offset is sent once, to acknowledge; later questions go without, because
        Telegram may begin again at a lower number.
        """
        await self._introduce()
        offset: int | None = None
        while True:
            raws = await self._polling.batch(offset)
            offset, self.heard = None, self._clock()
            if not raws:
                continue
            me = Me(self.bot, self._username)
            events = tuple(event for raw in raws if (event := read(raw, me, self._clock())))
            if events:
                yield Batch(events)
            await asyncio.gather(*(self._stop_waiting(press) for press in _presses(raws)))
            numbers = [found for raw in raws if (found := number(raw)) is not None]
            if numbers:
                offset = max(numbers) + 1
            else:
                await asyncio.sleep(self._timeouts.pause)

    async def _introduce(self) -> None:
        """Know the bot's own name and hang out the menu, before the first event."""
        failures = 0
        while True:
            try:
                await self.check()
                break
            except PermissionError:
                raise
            except OSError as fault:
                wait = pause(failures, fault, self._timeouts.pause)
                log.warning("%s, next try in %.1f s", str(fault), wait)
            failures += 1
            await asyncio.sleep(wait)
        for language, entries in self._commands.items():
            menu = [BotCommand(name, words) for name, words in entries]
            await self._at_best(self._bot.set_my_commands(menu, language_code=language or None))

    async def _stop_waiting(self, press: str) -> None:
        """Take away the little clock on a pressed button; too late is not a matter."""
        await self._at_best(self._bot.answer_callback_query(press, read_timeout=3, connect_timeout=3))

    async def _at_best(self, call: Awaitable[bool]) -> None:
        try:
            await call
        except Exception as fault:  # noqa: BLE001 - not needed, whatever goes wrong with it
            log.info("Telegram did not take something that is not needed: %s", reason(fault))

    async def send(self, message: Outgoing) -> Outcome:
        """Send it, in parts when it is long. When a part was surely not sent, the next try goes on there."""
        made = self._underway.pop(message.id, [])
        for piece in pieces(message)[len(made) :]:
            if made:
                await asyncio.sleep(self._timeouts.between)
            ended = await self._ended(self._push(message.room, piece))
            if not isinstance(ended, Sent):
                if made and isinstance(ended, NotSent | Moved):
                    self._underway[message.id] = made
                return ended
            made.append(ended.message)
        return Sent(made[-1] if made else "")

    async def _push(self, room: str, piece: Piece) -> str:
        """Never a `parse_mode`: with it a stray character in somebody's words loses the message."""
        marks = keyboard(piece.buttons)
        if piece.file is None:
            made = await self._bot.send_message(
                room, piece.text, reply_markup=marks, link_preview_options=_NO_PREVIEW
            )
            return str(made.message_id)
        send = self._bot.send_photo if piece.file.mime in SHOWN_AS_PHOTO else self._bot.send_document
        file, caption = piece.file, piece.text or None
        made = await send(room, file.data, caption=caption, reply_markup=marks, filename=file.name)
        return str(made.message_id)

    async def edit(self, message: Outgoing, of: str) -> Outcome:
        """Give the message `of` this text and these buttons; of a file, the caption."""
        if not of.isdecimal():
            return Refused("no message to edit")
        if message.file is None:
            ended = await self._ended(self._edit_text(message, int(of)))
            if not (isinstance(ended, Refused) and "no text in the message" in ended.why):
                return ended
        return await self._ended(self._edit_caption(message, int(of)))

    async def _edit_text(self, message: Outgoing, of: int) -> str:
        await self._bot.edit_message_text(
            shortened(message.text),
            message.room,
            of,
            reply_markup=keyboard(message.buttons),
            link_preview_options=_NO_PREVIEW,
        )
        return ""

    async def _edit_caption(self, message: Outgoing, of: int) -> str:
        await self._bot.edit_message_caption(
            message.room,
            of,
            caption=shortened(message.text, CAPTION_UNITS),
            reply_markup=keyboard(message.buttons),
        )
        return ""

    async def _ended(self, call: Awaitable[str]) -> Outcome:
        try:
            return Sent(await call)
        except Exception as fault:  # noqa: BLE001 - what nobody foresaw is a doubt, never an exit
            return outcome(fault)

    async def fetch(self, file: str) -> bytes:
        """The bytes of a photo or voice note."""
        try:
            return await self._downloaded(file)
        except _TooLarge:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever came instead of a file, there is none now
            if isinstance(fault, BadRequest) and "too big" in fault.message:
                raise _TooLarge from None
            raise OSError(f"Telegram does not give the file ({reason(fault)})") from None

    async def _downloaded(self, file: str) -> bytes:
        """Not by the library's own download: that reads a file of this machine that has the same path."""
        found = await self._bot.get_file(file)
        if (found.file_size or 0) > LARGEST_FILE:
            raise _TooLarge
        path = (found.file_path or "").removeprefix(f"{self._files}/")
        data = await self._calls.retrieve(f"{self._files}/{quote(path)}")
        if len(data) > LARGEST_FILE:
            raise _TooLarge
        return data

    async def leave(self, room: str) -> bool:
        """See `Chat.leave`; being out already is as good."""
        return isinstance(await self._ended(self._leave(room)), Sent | Unreachable | Refused | Moved)

    async def _leave(self, room: str) -> str:
        await self._bot.leave_chat(room)
        return ""


def _presses(raws: Sequence[object]) -> list[str]:
    """The ids of the pressed buttons among these updates."""
    queries = [raw["callback_query"] for raw in raws if isinstance(raw, dict) and "callback_query" in raw]
    ids = [query.get("id") for query in queries if isinstance(query, dict)]
    return [found for found in ids if isinstance(found, str)]
