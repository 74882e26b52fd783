"""The shape of an event without words, names and ids: what is set aside must lead to nobody."""

import json
import re
from dataclasses import asdict
from typing import Any

from bot.chat import Content, Incoming, Unreadable
from storage.inbox import Parked

LONGEST = 4_000
DEEPEST = 20
_SAID = ("text", "caption")
"""Of what a person sent, what they said; all else of it is ids, addresses and places."""
_TYPES = re.compile(
    r"m\.(room\.(message|encrypted|member|redaction|tombstone)|reaction|sticker|text|notice|emote|image|audio"
    r"|file|video|location|replace|annotation|thread)"
)
_NAMED = """
update_id message edited_message callback_query my_chat_member message_id from chat sender_chat date
edit_date text caption entities id is_bot first_name last_name username language_code type title data
photo document voice video sticker contact location venue phone_number file_id file_name file_size
mime_type media_group_id reply_to_message forward_origin chat_instance old_chat_member new_chat_member
status user latitude longitude width height duration event_id sender content origin_server_ts unsigned
state_key redacts room_id body msgtype format formatted_body m.relates_to rel_type m.in_reply_to
m.new_content m.mentions user_ids url file key k hashes sha256 iv v info mimetype size w h geo_uri
filename membership reason displayname avatar_url is_falling_back algorithm ciphertext session_id
sender_key device_id redacted_because prev_content replacement_room kind reply_to payload album token of
to
"""
_KEYS = frozenset(_NAMED.split())
"""Of Telegram, of Matrix and of our own contents. Any other key can be something that somebody typed."""


def parked(incoming: Incoming, person: str, why: str) -> Parked:
    """An event to set aside. What was read keeps its words where its person is known: `wissen` reaches it."""
    content = incoming.content
    raw = outline(content.raw) if isinstance(content, Unreadable) else _told(content, words=bool(person))
    return Parked(incoming.bot, incoming.event_id, raw, why, person)


def outline(raw: str) -> str:
    """Keys, kinds and lengths: enough to see what was wrong with it, and nothing that anybody said."""
    try:
        return json.dumps(_shape(json.loads(raw), DEEPEST))[:LONGEST]
    except (ValueError, RecursionError):
        return f"text of {len(raw)} characters"


def _told(content: Content, *, words: bool) -> str:
    parts = asdict(content)
    shown = {name: part if words and name in _SAID else _shape(part, DEEPEST) for name, part in parts.items()}
    return json.dumps({type(content).__name__: shown}, ensure_ascii=False)


def _shape(value: Any, depth: int) -> Any:  # noqa: ANN401 - whatever stands in JSON
    if depth == 0:
        return "deeper"
    if isinstance(value, dict):
        return {_key(name): _shape(one, depth - 1) for name, one in value.items()}
    if isinstance(value, list):
        return [_shape(one, depth - 1) for one in value]
    if isinstance(value, str):
        return value if _TYPES.fullmatch(value) else f"text of {len(value)}"
    return value if isinstance(value, bool | None) else type(value).__name__


def _key(name: str) -> str:
    return name if name in _KEYS else f"key of {len(name)}"
