"""What a Matrix client shows of a room: edits applied, removed messages gone."""

from dataclasses import dataclass, field, replace
from typing import Any

from nio import MegolmEvent

JSON = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """One message on the screen of a room. `text` has its edits applied; `edits` says how many there were."""

    id: str
    sender: str
    text: str
    kind: str
    content: JSON
    edits: int = 0


@dataclass
class Screen:
    """What the client of this person shows of one room."""

    messages: dict[str, Seen] = field(default_factory=dict)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    """Keys under a message, by everybody."""
    unreadable: dict[str, MegolmEvent] = field(default_factory=dict)
    members: set[str] = field(default_factory=set)


def show(screen: Screen, event: Any) -> None:  # noqa: ANN401 - nio has no types
    """Put one event on the screen."""
    source = event.source
    content, kind = source.get("content", {}), source.get("type")
    relation = content.get("m.relates_to") or {}
    if isinstance(event, MegolmEvent):
        screen.unreadable[event.event_id] = event
    elif kind == "m.room.redaction":
        screen.messages.pop(content.get("redacts") or source.get("redacts"), None)
    elif kind == "m.reaction":
        screen.reactions.setdefault(relation["event_id"], []).append(relation["key"])
    elif kind == "m.room.message" and relation.get("rel_type") == "m.replace":
        _apply_edit(screen, event.sender, relation["event_id"], content["m.new_content"])
    elif kind == "m.room.message" and content:
        seen = Seen(event.event_id, event.sender, content["body"], content["msgtype"], content)
        screen.messages[seen.id] = seen


def _apply_edit(screen: Screen, sender: str, of: str, new: JSON) -> None:
    """A client shows an edit only when it comes from who wrote the message."""
    old = screen.messages.get(of)
    if old is not None and old.sender == sender:
        screen.messages[of] = replace(old, text=new["body"], content=new, edits=old.edits + 1)
