"""Reads one raw update of Telegram into an `Incoming`. Whatever comes, something comes out."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, Update, User

from bot.chat import Content, Incoming, Left, Platform, Press, Returned, Unreadable
from bot.telegram.contents import Kept, ident, kept, name_of, of_edit, of_message, room_of
from bot.telegram.layout import legible

ASKED = ("message", "edited_message", "callback_query", "my_chat_member")
RAW_LONGEST = 20_000
_PERSONAL = re.compile(
    r'"(first_name|last_name|username|title|phone_number|vcard|bio)"\s*:\s*"(?:[^"\\]|\\.)*"'
    r'|"(id|user_id|chat_id)"\s*:\s*-?\d+'
)


@dataclass(frozen=True, slots=True)
class Me:
    """The bot as updates name it: its number, and its username (empty until Telegram told it)."""

    bot: str
    username: str = ""


@dataclass(frozen=True, slots=True)
class Torn:
    """An update of which only the number could be read."""

    update_id: int
    text: str


def read(raw: object, me: Me, now: datetime) -> Incoming | None:
    """The event that this update is, or None when nobody says anything to us with it.

    `now` is used where Telegram gives no time (a pressed button).
    """
    try:
        found = _found(raw, now, me.username)
        return _incoming(me, raw, found, found.content) if found and found.content else None
    except Exception as why:  # noqa: BLE001 - whatever is wrong with one update, the next one must go on
        return _parked(raw, me, now, type(why).__name__)


def number(raw: object) -> int | None:
    """The number of an update, when it has one that can be used to acknowledge it."""
    if isinstance(raw, Torn):
        return raw.update_id
    found = raw.get("update_id") if isinstance(raw, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and 0 <= found < 1 << 62 else None


def _found(raw: object, now: datetime, username: str) -> Kept | None:
    if not isinstance(raw, dict) or number(raw) is None:
        raise TypeError("no update")
    if raw.get("my_chat_member"):
        return _membership(raw["my_chat_member"])
    update = Update.de_json(raw, None)
    if update.message:
        return of_message(update.message, raw["message"], username)
    if update.edited_message:
        return of_edit(update.edited_message)
    if update.callback_query:
        return _press(update.callback_query, now)
    if len(raw) == 1 or not raw.keys().isdisjoint(ASKED):
        raise TypeError("empty update")
    # A kind that we do not ask for; Telegram may still have some waiting from an earlier setting.
    return None


def _incoming(me: Me, raw: object, found: Kept, content: Content) -> Incoming:
    return Incoming(
        platform=Platform.TELEGRAM,
        bot=me.bot,
        event_id=str(number(raw)),
        sender=found.sender,
        room=found.room,
        private=found.private,
        at=found.at,
        content=content,
        message=found.message,
        language=found.language,
    )


def _press(query: CallbackQuery, now: datetime) -> Kept | None:
    """The time is now: the message below which the button hangs may be weeks old."""
    if query.message is None or query.data is None:
        return None  # of a game or an inline message, which we never make
    room, private = room_of(query.message.chat)
    content, message = Press(name_of(query.data)), ident(query.message.message_id)
    return Kept(ident(query.from_user.id), room, private, now, content, message, _language(query.from_user))


def _membership(change: dict[str, Any]) -> Kept:
    """The bot was blocked or put out, or let in again.

    Of who was and is in the chat only the status is read: the library refuses a member that lacks a right
    which a later Bot API added, and this must not depend on it.
    """
    content: Content | None = None
    if not _present(change["new_chat_member"]):
        content = Left()
    elif not _present(change["old_chat_member"]):
        content = Returned()
    who = User.de_json(change["from"], None)
    at = datetime.fromtimestamp(change["date"], UTC)
    return kept(Chat.de_json(change["chat"], None), ident(who.id), at, content, language=_language(who))


def _present(member: dict[str, Any]) -> bool:
    return (
        member["status"] not in (ChatMember.LEFT, ChatMember.BANNED) and member.get("is_member", True) is True
    )


def _language(user: User) -> str:
    return legible(user.language_code) if isinstance(user.language_code, str) else ""


def _parked(raw: object, me: Me, now: datetime, why: str) -> Incoming:
    """Without sender and room: what cannot be read is not laid at somebody's door."""
    text = raw.text if isinstance(raw, Torn) else _dumped(raw)
    found = number(raw)
    return Incoming(
        platform=Platform.TELEGRAM,
        bot=me.bot,
        event_id=str(found) if found is not None else f"raw-{hashlib.sha256(text.encode()).hexdigest()[:24]}",
        sender="",
        room="",
        private=False,
        at=now,
        content=Unreadable(raw=without_people(legible(text)), why=why),
    )


def _dumped(raw: object) -> str:
    try:
        return json.dumps(raw, sort_keys=True)
    except (ValueError, RecursionError):
        return "too deep to write down"


def without_people(text: str) -> str:
    """The raw form without names, numbers and addresses of people: these are not kept anywhere."""
    return _PERSONAL.sub(lambda found: f'"{found[1] or found[2]}": "-"', text[: RAW_LONGEST * 10])[
        :RAW_LONGEST
    ]
