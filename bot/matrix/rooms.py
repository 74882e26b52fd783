"""From the events of a room to what the bot hears: who came and went, who is alone with it, what was said.

Names that people give themselves are never looked at.
"""

import logging
from dataclasses import dataclass, field

from bot.chat import Content, Incoming, Left, Moved, Other, Platform, Returned, Start
from bot.matrix.account import JSON, Account
from bot.matrix.encryption import Encryption
from bot.matrix.reading import form_of, is_clean, moment, read, unreadable

log = logging.getLogger(__name__)

_ENDED = frozenset({"leave", "ban"})


@dataclass(frozen=True, slots=True)
class Happened:
    """What a timeline holds for the bot, and the messages in it that cannot be opened yet."""

    events: list[Incoming] = field(default_factory=list)
    sealed: list[JSON] = field(default_factory=list)


class Rooms:
    """Reads timelines, with the members as nio knows them."""

    def __init__(self, account: Account, encryption: Encryption) -> None:
        self._account = account
        self._encryption = encryption
        self._own = account.user_id
        self.known = False
        """True when the first sync told which rooms there are: before that nothing can be sent."""

    def read(self, room_id: str, timeline: list[JSON]) -> Happened:
        """Each event on its own: one that nobody foresaw is handed on as unreadable, the next one goes on."""
        happened = Happened([self._nameless(one) for one in timeline if not is_event(one)])
        for event in self._from_greeting(room_id, [event for event in timeline if is_event(event)]):
            try:
                self._take(room_id, event, happened)
            except Exception as fault:  # noqa: BLE001 - a stranger chooses what is in it; none may stop the others
                # Without the trace: it can hold what the person wrote.
                log.warning("an event could not be read: %s", type(fault).__name__)
                why = f"{type(fault).__name__} while reading"
                happened.events.append(self._incoming(room_id, event, unreadable(event, why)))
        return happened

    def undecryptable(self, room_id: str, event: JSON) -> Incoming:
        """The notice that a message cannot be opened. Its own id, since the message may still come."""
        told = event | {"event_id": f"{event['event_id']}#undecryptable"}
        return self._incoming(room_id, told, Other("undecryptable"))

    def others(self, room_id: str) -> set[str]:
        """Everybody in the room, and invited to it, but the bot."""
        room = self._account.client.rooms.get(room_id)
        return set(room.users) - {self._own} if room else set()

    def successor(self, room_id: str) -> str:
        """The room that took the place of this one, or nothing."""
        room = self._account.client.rooms.get(room_id)
        return room_id_of(room.replacement_room) if room else ""

    def _from_greeting(self, room_id: str, timeline: list[JSON]) -> list[JSON]:
        """Our own coming in goes before what was said while the invitation waited, so that we greet first.

        In a group what was said before was not said to the bot.
        """
        joined = next((event for event in timeline if self._is_coming(event, self._own)), None)
        if joined is None:
            return timeline
        at = timeline.index(joined)
        before = timeline[:at] if len(self.others(room_id)) == 1 else []
        return [_with_story(joined, timeline), *before, *timeline[at + 1 :]]

    def _take(self, room_id: str, event: JSON, happened: Happened) -> None:
        kind, by_state = event["type"], "state_key" in event
        if kind == "m.room.member" and by_state:
            found = self._member(room_id, event)
        elif event["sender"] == self._own:
            return
        elif kind == "m.room.tombstone" and by_state:
            found = self._upgrade(room_id, event)
        else:
            found = self._said(room_id, event, happened)
        if found is not None:
            happened.events.append(found)

    def _said(self, room_id: str, event: JSON, happened: Happened) -> Incoming | None:
        if event["type"] != "m.room.encrypted":
            opened: JSON | None = event
        elif "redacted_because" in event.get("unsigned", {}):
            return None
        else:
            opened = self._encryption.open(room_id, event)
        if opened is None:
            happened.sealed.append(event)
            return None
        content = read(opened)
        return None if content is None else self._incoming(room_id, event, content)

    def _member(self, room_id: str, event: JSON) -> Incoming | None:
        person, now = event["state_key"], event["content"]["membership"]
        if person == self._own:
            return self._own_member(room_id, event)
        if self.others(room_id) | {person} != {person} or self.successor(room_id):
            return None
        if now in _ENDED:
            return self._incoming(room_id, event, Left(), person)
        if now == "join" and _before(event) in _ENDED:
            return self._incoming(room_id, event, Returned(), person)
        return None

    def _own_member(self, room_id: str, event: JSON) -> Incoming | None:
        if self._is_coming(event, self._own):
            content: Content = Returned() if event["story"]["predecessor"] else Start()
            person = next(iter(self.others(room_id)), "")
            if len(self.others(room_id)) > 1:
                person = event["story"]["inviter"] or person
            return self._incoming(room_id, event, content, person) if person else None
        put_out = event["content"]["membership"] in _ENDED and event["sender"] != self._own
        private = len(self.others(room_id)) == 1
        return self._incoming(room_id, event, Left()) if put_out and private else None

    def _upgrade(self, room_id: str, event: JSON) -> Incoming:
        successor = room_id_of(event["content"]["replacement_room"])
        if not successor:
            raise ValueError("no room replaces this one")
        others = self.others(room_id)
        person = next(iter(others)) if len(others) == 1 else event["sender"]
        return self._incoming(room_id, event, Moved(successor), person)

    def _is_coming(self, event: JSON, who: str) -> bool:
        """True for a join that is one, not a change of name or picture."""
        if event.get("type") != "m.room.member" or event.get("state_key") != who:
            return False
        return event["content"].get("membership") == "join" and _before(event) != "join"

    def _nameless(self, found: object) -> Incoming:
        """What is no event: laid at nobody's door, and known again by its form."""
        content = unreadable(found, "no event")
        return Incoming(
            platform=Platform.MATRIX, bot=self._own, event_id=f"raw-{form_of(content.raw)}", sender="",
            room="", private=False, at=moment({}), content=content,
        )  # fmt: skip

    def _incoming(self, room_id: str, event: JSON, content: Content, sender: str = "") -> Incoming:
        person = sender or str(event["sender"])
        private = self.others(room_id) | {person} == {person}
        return Incoming(
            platform=Platform.MATRIX, bot=self._own, event_id=str(event["event_id"]), sender=person,
            room=room_id, private=private, at=moment(event), content=content, message=str(event["event_id"]),
        )  # fmt: skip


def room_id_of(thing: object) -> str:
    """The room that somebody names, or nothing when it is no name of a room."""
    return thing if isinstance(thing, str) and thing.startswith("!") else ""


def is_event(event: object) -> bool:
    """What every server sees to; without it there is nobody to answer and no id to know it by again."""
    if not isinstance(event, dict) or not isinstance(event.get("content"), dict):
        return False
    return all(is_clean(event.get(name)) for name in ("event_id", "sender", "type"))


def _before(event: JSON) -> str:
    """What the membership was before this event."""
    unsigned = event.get("unsigned", {})
    return str((unsigned.get("prev_content") or event.get("prev_content") or {}).get("membership", ""))


def _with_story(joined: JSON, timeline: list[JSON]) -> JSON:
    """Our join, with who invited us and whether the room replaces another, where the timeline tells it."""
    invites = (
        event["sender"]
        for event in timeline
        if event["type"] == "m.room.member"
        and event.get("state_key") == joined["state_key"]
        and event["content"].get("membership") == "invite"
    )
    predecessor = any(
        event["type"] == "m.room.create" and "predecessor" in event["content"] for event in timeline
    )
    return joined | {"story": {"inviter": next(invites, ""), "predecessor": predecessor}}
