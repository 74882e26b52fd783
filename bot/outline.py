"""The shape of an event without its words, for what cannot be laid at anybody's door."""

import json
import re
from typing import Any

from bot.chat import Incoming, Unreadable
from storage.inbox import Parked

LONGEST = 4_000
DEEPEST = 20
_NAMES = re.compile(r"@[^\s:\"'@]+:[^\s\"'\\]+")
_KEY = re.compile(r"[a-z][a-z0-9_.-]{0,40}")


def parked(incoming: Incoming, person: str, why: str) -> Parked:
    """An event to set aside: as it came where its person is known, for then `wissen` reaches it."""
    content = incoming.content
    raw = without_accounts(content.raw) if isinstance(content, Unreadable) else repr(content)
    return Parked(incoming.bot, incoming.event_id, raw if person else outline(raw), why, person)


def outline(raw: str) -> str:
    """Keys, kinds and lengths: enough to see what was wrong with it, and nothing that anybody said."""
    try:
        return json.dumps(_shape(json.loads(raw), DEEPEST))[:LONGEST]
    except (ValueError, RecursionError):
        return f"text of {len(raw)} characters"


def without_accounts(raw: str) -> str:
    """The same text without account names of Matrix."""
    return _NAMES.sub("@-", raw)


def _shape(value: Any, depth: int) -> Any:  # noqa: ANN401 - whatever stands in JSON
    if depth == 0:
        return "deeper"
    if isinstance(value, dict):
        return {_key(name): _shape(one, depth - 1) for name, one in value.items()}
    if isinstance(value, list):
        return [_shape(one, depth - 1) for one in value]
    if isinstance(value, str):
        return f"text of {len(value)}"
    return value if isinstance(value, bool | None) else type(value).__name__


def _key(name: str) -> str:
    # A key can be anything that somebody typed.
    return name if _KEY.fullmatch(name) else f"key of {len(name)}"
