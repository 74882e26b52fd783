"""What a message of Telegram says: words, a picture, a place, or something that carries no signal."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from telegram import Chat, Message, PhotoSize
from telegram.constants import ChatType

from bot.chat import Content, Edit, Moved, Other, Photo, Place, Start, Voice, Words
from bot.telegram.layout import legible

POLE = 90.0
IMAGES = ("image/jpeg", "image/png", "image/webp")
_COMMAND = re.compile(r"(/\w{1,32})@(\w+)(?=\s|$)")
_START = re.compile(r"/start(?:\s+([A-Za-z0-9_-]{1,64}))?\s*", re.IGNORECASE)
_HEADER = frozenset(
    {
        *(
            "message_id",
            "message_thread_id",
            "from",
            "sender_chat",
            "sender_boost_count",
            "sender_tag",
            "date",
        ),
        *("chat", "forward_origin", "is_topic_message", "is_automatic_forward", "reply_to_message"),
        *("external_reply", "quote", "reply_to_story", "via_bot", "edit_date", "has_protected_content"),
        *("is_from_offline", "media_group_id", "author_signature", "effect_id", "business_connection_id"),
        *("reply_markup", "link_preview_options", "has_media_spoiler", "direct_messages_topic"),
    }
)
"""Fields that say how a message came; the first other one says what it is."""
SENT = frozenset(
    {
        *("animation", "audio", "checklist", "contact", "dice", "document", "game", "gift"),
        *("paid_media", "poll", "sticker", "story", "video", "video_note", "voice"),
    }
)
"""What people send on purpose and hope that we understand."""
QUIET = frozenset(
    {
        *("pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "connected_website"),
        *("proximity_alert_triggered", "write_access_allowed", "boost_added", "refunded_payment"),
    }
)
"""What Telegram puts in a chat of two by itself: to answer that would be strange."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What we take from one update, besides its number."""

    sender: str
    room: str
    private: bool
    at: datetime
    content: Content | None
    """`None` when nobody says anything to us with it."""
    message: str = ""
    language: str = ""


def ident(found: object) -> str:
    """An id as text; the library takes any type for any field."""
    if not isinstance(found, int) or isinstance(found, bool):
        raise TypeError("id")
    return str(found)


def name_of(found: object) -> str:
    """The name of a file or an album, which must be text."""
    if not isinstance(found, str):
        raise TypeError("file")
    return legible(found)


def kept(
    chat: Chat,
    sender: str,
    at: object,
    content: Content | None,
    *,
    message: int | None = None,
    language: str = "",
) -> Kept:
    """The same with its parts checked."""
    if not isinstance(at, datetime):
        raise TypeError("date")
    room, private = room_of(chat)
    return Kept(sender, room, private, at, content, "" if message is None else ident(message), language)


def room_of(chat: Chat) -> tuple[str, bool]:
    """The id of a chat and whether it is one of two."""
    return ident(chat.id), chat.type == ChatType.PRIVATE


def of_message(message: Message, raw: dict[str, object], username: str) -> Kept:
    """A new message. Who writes as a group or channel has that as sender: the person is hidden from us."""
    if message.migrate_to_chat_id:
        return _from_sender(message, message.date, Moved(ident(message.migrate_to_chat_id)))
    found = _from_sender(message, message.date, _content(message, raw, username))
    if message.migrate_from_chat_id:
        # The same news as `migrate_to_chat_id`, told in the new room: lay it at the old one's door.
        return replace(found, room=ident(message.migrate_from_chat_id), content=Moved(found.room))
    return found


def of_edit(message: Message) -> Kept:
    """A changed message. A place that moves along (a live location) is changed every few seconds: no edit."""
    of = ident(message.message_id)
    at = message.edit_date or message.date
    if message.text is None and message.caption is None and not _picture(message):
        return _from_sender(message, at, None)
    return _from_sender(message, at, Edit(of, legible(message.text or message.caption or "")))


def _from_sender(message: Message, at: object, content: Content | None) -> Kept:
    who = message.from_user
    if message.sender_chat:
        sender = ident(message.sender_chat.id)
    elif who:
        sender = ident(who.id)
    else:
        raise TypeError("no sender")
    if who and who.is_bot and not message.sender_chat:
        content = None
    spoken = who.language_code if who and isinstance(who.language_code, str) else ""
    return kept(message.chat, sender, at, content, message=message.message_id, language=legible(spoken))


def _content(message: Message, raw: dict[str, object], username: str) -> Content | None:
    reply_to = ident(message.reply_to_message.message_id) if message.reply_to_message else None
    if message.text is not None:
        return _words(legible(message.text), reply_to, username)
    caption = legible(message.caption or "")
    if file := _picture(message):
        return Photo(file, caption, name_of(message.media_group_id) if message.media_group_id else None)
    # Words under a film or a document are still words.
    said = Words(caption, reply_to) if caption else None
    return _place(message) or said or _voice(message) or _other(raw, message.chat)


def _voice(message: Message) -> Voice | None:
    return Voice(name_of(message.voice.file_id)) if message.voice else None


def _other(raw: dict[str, object], chat: Chat) -> Other | None:
    """A kind that we do not know is of a person in a chat of two, and of Telegram itself in a group."""
    kind = next((name for name in raw if name not in _HEADER), "message")
    return (
        Other(legible(kind))
        if kind in SENT or (chat.type == ChatType.PRIVATE and kind not in QUIET)
        else None
    )


def _words(text: str, reply_to: str | None, username: str) -> Content:
    command = _COMMAND.match(text)
    if command and username and command[2].casefold() == username.casefold():
        text = command[1] + text[command.end() :]
    start = _START.fullmatch(text)
    return Start(start[1] or "") if start else Words(text, reply_to)


def _picture(message: Message) -> str | None:
    """The file of a photo, also of one sent as a document so that it keeps its quality."""
    if message.photo:
        return name_of(max(message.photo, key=_area).file_id)
    if message.document and message.document.mime_type in IMAGES and not message.animation:
        return name_of(message.document.file_id)
    return None


def _area(size: PhotoSize) -> int:
    return size.width * size.height


def _place(message: Message) -> Place | None:
    if message.venue:
        where, name = message.venue.location, f"{message.venue.title}, {message.venue.address}"
    elif message.location:
        where, name = message.location, ""
    else:
        return None
    latitude, longitude = float(where.latitude), float(where.longitude)
    if not (abs(latitude) <= POLE and abs(longitude) <= POLE * 2):
        raise ValueError("nowhere on earth")
    return Place(latitude, longitude, legible(name))
