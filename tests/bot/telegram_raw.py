"""Raw updates as Telegram words them."""

from datetime import UTC, datetime
from typing import Any

SAID = datetime(2026, 10, 1, 8, tzinfo=UTC)
DATE = int(SAID.timestamp())
ANNA = {"id": 11, "is_bot": False, "first_name": "Anna", "username": "anna_x", "language_code": "nl"}
BOT = {"id": 7000001, "is_bot": True, "first_name": "Wijksignaal", "username": "wijkbot"}
PRIVATE = {"id": 11, "type": "private", "first_name": "Anna"}
GROUP = {"id": -400, "type": "group", "title": "Wijkverband"}
MEDIA = {"file_id": "f1", "file_unique_id": "u1"}
SIZES = [
    MEDIA | {"width": 90, "height": 67},
    {"file_id": "f2", "file_unique_id": "u2", "width": 900, "height": 670},
]
WHERE = {"latitude": 52.09, "longitude": 5.12}
DOCUMENT = MEDIA | {"mime_type": "application/pdf"}
STICKER = MEDIA | {"width": 1, "height": 1, "type": "regular", "is_animated": False, "is_video": False}
VIDEO = MEDIA | {"width": 1, "height": 1, "duration": 1}


def update(kind: str, **content: object) -> dict[str, Any]:
    """A raw update with this content."""
    return {"update_id": 500, kind: content}


def said(**body: object) -> dict[str, Any]:
    """A raw message of Anna to the bot."""
    return update("message", **{"message_id": 7, "from": ANNA, "chat": PRIVATE, "date": DATE} | body)


def edited(**body: object) -> dict[str, Any]:
    """The same, changed later."""
    return {"update_id": 500, "edited_message": said(**body)["message"] | {"edit_date": DATE + 60}}


def member(old: str, new: str, chat: dict[str, Any] = PRIVATE, **rights: object) -> dict[str, Any]:
    """The bot's place in a chat changed."""
    places = {
        "old_chat_member": {"user": BOT, "status": old} | ({"until_date": 0} if old == "kicked" else {}),
        "new_chat_member": {"user": BOT, "status": new} | ({"until_date": 0} if new == "kicked" else rights),
    }
    return update("my_chat_member", **{"chat": chat, "from": ANNA, "date": DATE} | places)
