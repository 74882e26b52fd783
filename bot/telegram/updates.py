"""Reads one raw update of Telegram into an `Incoming`. Whatever comes, something comes out."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime

from telegram import CallbackQuery, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Update, User
from telegram.constants import ChatType

from bot.chat import Content, Incoming, Left, Other, Platform, Press, Returned, Unreadable
from bot.telegram.contents import Kept, ident, kept, of_edit, of_message, room_of
from bot.telegram.layout import legible

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


def read(raw: object, me: Me, now: datetime) -> Incoming:
    """The event that this update is. `now` is used where Telegram gives no time (a pressed button)."""
    try:
        return _readable(raw, me, now)
    except Exception as why:  # noqa: BLE001 - whatever is wrong with one update, the next one must go on
        return _parked(raw, me, now, type(why).__name__)


def number(raw: object) -> int | None:
    """The number of an update, when it has one that can be used to acknowledge it."""
    if isinstance(raw, Torn):
        return raw.update_id
    found = raw.get("update_id") if isinstance(raw, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and 0 <= found < 1 << 62 else None


def _readable(raw: object, me: Me, now: datetime) -> Incoming:
    if not isinstance(raw, dict) or number(raw) is None:
        raise TypeError("no update")
    update = Update.de_json(raw, None)
    if update.message:
        return _incoming(me, raw, of_message(update.message, raw["message"], me.username))
    if update.edited_message:
        return _incoming(me, raw, of_edit(update.edited_message))
    if update.callback_query:
        return _incoming(me, raw, _press(update.callback_query, now))
    if update.my_chat_member:
        return _incoming(me, raw, _membership(update.my_chat_member))
    return _incoming(me, raw, _unasked(update, raw, now))


def _incoming(me: Me, raw: dict[str, object], found: Kept) -> Incoming:
    return Incoming(
        platform=Platform.TELEGRAM,
        bot=me.bot,
        event_id=str(raw["update_id"]),
        sender=found.sender,
        room=found.room,
        private=found.private,
        at=found.at,
        content=found.content,
        message=found.message,
        language=found.language,
    )


def _press(query: CallbackQuery, now: datetime) -> Kept:
    """The time is now: the message below which the button hangs may be weeks old."""
    sender = ident(query.from_user.id)
    content: Content = Other("callback_query")
    if isinstance(query.data, str) and query.message:
        content = Press(legible(query.data))
    room, private = room_of(query.message.chat) if query.message else (sender, True)
    message = ident(query.message.message_id) if query.message else ""
    return Kept(sender, room, private, now, content, message, _language(query.from_user))


def _membership(change: ChatMemberUpdated) -> Kept:
    """The bot was blocked or put out, or let in again."""
    content: Content = Other("my_chat_member")
    if not _present(change.new_chat_member):
        content = Left()
    elif not _present(change.old_chat_member):
        content = Returned()
    return kept(
        change.chat, ident(change.from_user.id), change.date, content, language=_language(change.from_user)
    )


def _present(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return bool(member.is_member)
    return member.status not in (ChatMember.LEFT, ChatMember.BANNED)


def _language(user: User) -> str:
    return legible(user.language_code) if isinstance(user.language_code, str) else ""


def _unasked(update: Update, raw: dict[str, object], now: datetime) -> Kept:
    """A kind that we do not ask for; Telegram may still have some waiting from an earlier setting."""
    kind = next(name for name in raw if name != "update_id")
    if kind in Update.ALL_TYPES and not raw[kind]:
        raise TypeError("empty update")
    who, where = update.effective_user, update.effective_chat
    sender = ident(who.id) if who else ""
    room = ident(where.id) if where else sender
    return Kept(sender, room, where is None or where.type == ChatType.PRIVATE, now, Other(legible(kind)))


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
