"""What a person did, out of one Matrix event: pure functions from its JSON to `Content`.

Nothing here trusts an event: whatever it holds, the answer is a content, or nothing when the event says
nothing to the bot.
"""

import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, datetime

from bot.chat import Content, Edit, Incoming, Other, Photo, Place, Removal, Unreadable, Voice, Words
from bot.matrix.account import JSON

RAW_CHARACTERS = 10_000
_MESSAGE_MAX_NUMBER = 10
_KEYCAP = re.compile(r"([0-9])\ufe0f?\u20e3|\U0001f51f")
_UNSUITED = re.compile("[\x00\ud800-\udfff]")
_SILENT = ("m.room.", "m.call.", "m.key.", "m.beacon", "m.poll.", "m.space.", "m.rtc.", "m.receipt")
"""Events that clients send by themselves, or to one another: no person waits for an answer."""


def read(event: JSON) -> Content | None:
    """The content of one opened event, or nothing when it says nothing to the bot. Never raises."""
    try:
        return _content(event)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as fault:
        return unreadable(event, f"{type(fault).__name__} while reading")


def unreadable(event: object, why: str) -> Unreadable:
    """An event that only its shape is kept of, with as much of its raw form as can be written."""
    try:
        raw = json.dumps(event)[:RAW_CHARACTERS]
    except (RecursionError, TypeError, ValueError):
        raw = str(event.get("event_id", "")) if isinstance(event, dict) else "too deep to write down"
    return Unreadable(raw, why)


def form_of(raw: str) -> str:
    """What something without an id is known by again."""
    return hashlib.sha256(raw.encode()).hexdigest()[:24]


def without_servers(incoming: Incoming, own: str) -> Incoming:
    """The same with ids that lead to nobody: in old rooms an id names the server of who sent it, and that can
    be the server of one person. The ids of our own server stay: under these our messages are known there.
    """
    content = incoming.content
    if isinstance(content, Edit | Removal):
        content = replace(content, of=_nameless(content.of, own))
    elif isinstance(content, Words) and content.reply_to:
        content = replace(content, reply_to=_nameless(content.reply_to, own))
    event_id, message = (_nameless(one, own) for one in (incoming.event_id, incoming.message))
    return replace(incoming, event_id=event_id, message=message, content=content)


def _nameless(event_id: str, own: str) -> str:
    server = event_id.partition(":")[2]
    return event_id if server in {"", own} else f"${form_of(event_id)}"


def is_clean(name: object) -> bool:
    """A text that every store takes as it is."""
    return isinstance(name, str) and _UNSUITED.search(name) is None


def moment(event: JSON) -> datetime:
    """When the sender's server says that it came; a senseless time counts as the beginning of time."""
    try:
        return datetime.fromtimestamp(event["origin_server_ts"] / 1000, UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def clean(text: object) -> str:
    """Text that every store takes: no NUL, no half of a surrogate pair."""
    if not isinstance(text, str):
        raise TypeError("a text is expected")
    return _UNSUITED.sub("\ufffd", text)


def without_fallback(body: str) -> str:
    """The words of a reply without the quoted lines that older clients put before them."""
    lines = body.split("\n")
    while lines and lines[0].startswith(">"):
        lines.pop(0)
    return "\n".join(lines).lstrip("\n")


def number(key: object) -> int | None:
    """The number that a reaction stands for (1️⃣ or 1), if it stands for one."""
    if not isinstance(key, str):
        return None
    if found := _KEYCAP.fullmatch(key):
        return int(found[1] or _MESSAGE_MAX_NUMBER)
    return int(key) if re.fullmatch("[0-9]{1,2}", key) else None


def _content(event: JSON) -> Content | None:
    kind, content = event["type"], event["content"]
    if kind == "m.room.redaction":
        return Removal(clean(content.get("redacts") or event["redacts"]))
    if "state_key" in event or _is_gone(event):
        return None
    if kind == "m.room.message":
        return _message(content)
    if kind == "m.reaction":
        return _reaction(content["m.relates_to"])
    if kind == "m.sticker":
        return Other("sticker")
    return _rest(kind)


def _is_gone(event: JSON) -> bool:
    """True for an event that was redacted before the bot saw it; the redaction is an event of its own."""
    return "redacted_because" in event.get("unsigned", {})


def _message(content: JSON) -> Content | None:
    relation = content.get("m.relates_to") or {}
    if relation.get("rel_type") == "m.replace":
        return _edit(content, relation)
    match content["msgtype"]:
        case "m.text" | "m.notice" | "m.emote":
            return _words(content, relation)
        case "m.image":
            return Photo(_file(content), _caption(content))
        case "m.audio":
            return Voice(_file(content))
        case "m.location":
            return _place(content["geo_uri"])
        case "m.key.verification.request":
            return None
        case other:
            return Other(clean(other).removeprefix("m.")[:60])


def _words(content: JSON, relation: JSON) -> Words:
    body = clean(content["body"])
    # In a thread clients without threads see a reply that nobody made.
    if relation.get("is_falling_back"):
        return Words(body)
    answered = (relation.get("m.in_reply_to") or {}).get("event_id")
    return Words(without_fallback(body), clean(answered)) if answered else Words(body)


def _edit(content: JSON, relation: JSON) -> Edit:
    new = content["m.new_content"]
    is_file = "url" in new or "file" in new
    return Edit(clean(relation["event_id"]), _caption(new) if is_file else clean(new["body"]))


def _caption(content: JSON) -> str:
    """The words under a file. Without a file name beside it, `body` is the name and no words."""
    body, name = content.get("body", ""), content.get("filename")
    return clean(body) if name and body != name else ""


def _file(content: JSON) -> str:
    """What `fetch` needs, as one string: the address, and for an encrypted file its key."""
    if "file" not in content:
        return json.dumps({"url": clean(content["url"])})
    file = content["file"]
    parts = {"url": file["url"], "key": file["key"]["k"], "hash": file["hashes"]["sha256"], "iv": file["iv"]}
    return json.dumps({name: clean(part) for name, part in parts.items()})


def _place(uri: object) -> Place:
    scheme, _, rest = clean(uri).partition(":")
    latitude, longitude = (float(part) for part in rest.split(";")[0].split(",")[:2])
    if scheme != "geo" or not (abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - the whole earth
        raise ValueError("no place on earth")
    return Place(latitude, longitude)


def _reaction(relation: JSON) -> Words | None:
    """A number under a message of the bot is a choice. Any other reaction asks for no answer."""
    chosen = number(relation.get("key"))
    return None if chosen is None else Words(str(chosen), clean(relation["event_id"]))


def _rest(kind: str) -> Other | None:
    if kind in {"m.poll.start", "org.matrix.msc3381.poll.start"}:
        return Other("poll")
    if kind == "m.call.invite":
        return Other("call")
    if kind.startswith(_SILENT) or kind.startswith("org.matrix."):
        return None
    return Other(clean(kind)[:60])
