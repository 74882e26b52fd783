"""Raw events of Matrix rooms: valid, nearly valid and hostile, as another server could send them."""

from typing import Any

from hypothesis import strategies as st

from tests.generated.homeserver import BOT
from tests.generated.hostile import CANARY, JSON, deep, spoiled, texts, values
from tests.generated.telegram_updates import SAID

MOMENT = 1_791_815_400_000
PEOPLE = tuple(f"@{CANARY}{number}:example.org" for number in range(6))
STRANGER = f"@{CANARY}-vreemd:elsewhere.example"
ROOMS = {f"!{CANARY}{number}:example.org": (who,) for number, who in enumerate(PEOPLE)}
GROUP = f"!{CANARY}groep:example.org"
ROOMS_AND_GROUP: dict[str, tuple[str, ...]] = ROOMS | {GROUP: PEOPLE[:3]}
LARGE = 70_000
"""Over the 64 KiB that a server may take."""

words = st.sampled_from(SAID) | texts
ids = st.integers(1, 40).map(lambda one: f"$known{one}")
"""Small, so that edits, replies and redactions often name an event that was really sent."""


def text(body: JSON, **more: JSON) -> dict[str, Any]:
    """The content of a message in words."""
    return {"msgtype": "m.text", "body": body} | more


FILE = {
    "url": "mxc://example.org/a",
    "key": {"k": "a", "alg": "A256CTR"},
    "iv": "a",
    "hashes": {"sha256": "a"},
    "v": "v2",
}
SEALED = {
    "algorithm": "m.megolm.v1.aes-sha2",
    "ciphertext": "AwgA" + "a" * 80,
    "sender_key": "a" * 43,
    "session_id": "b" * 43,
    "device_id": "C",
}
POLL = {"org.matrix.msc3381.poll.start": {"question": {"org.matrix.msc1767.text": CANARY}, "answers": []}}


CONTENTS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "m.room.message",
        {"msgtype": "m.image", "body": f"{CANARY}.jpg", "url": "mxc://example.org/a"},
    ),
    ("m.room.message", {"msgtype": "m.image", "body": CANARY, "filename": "a.jpg", "file": FILE}),
    ("m.room.message", {"msgtype": "m.audio", "body": CANARY, "url": "mxc://example.org/a"}),
    ("m.room.message", {"msgtype": "m.file", "body": CANARY, "url": "mxc://example.org/a"}),
    (
        "m.room.message",
        {"msgtype": "m.location", "body": CANARY, "geo_uri": "geo:52.03,5.55;u=9"},
    ),
    ("m.room.message", {"msgtype": "m.key.verification.request", "body": CANARY, "to": BOT}),
    ("m.room.message", text(CANARY * (LARGE // len(CANARY)))),
    ("m.room.message", text(CANARY, deep=deep(900))),
    (
        "m.reaction",
        {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$known1", "key": "1️⃣"}},
    ),
    (
        "m.reaction",
        {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$none", "key": "👍"}},
    ),
    ("m.room.redaction", {"redacts": "$known1", "reason": CANARY}),
    ("m.room.redaction", {"reason": CANARY}),
    ("m.sticker", {"body": CANARY, "url": "mxc://example.org/a", "info": {}}),
    ("org.matrix.msc3381.poll.start", POLL),
    ("m.poll.response", {"answers": [CANARY]}),
    ("m.call.invite", {"call_id": "1", "lifetime": 60_000, "offer": {}}),
    ("m.room.encrypted", SEALED),
    ("m.room.encrypted", {"algorithm": "m.olm.v1.curve25519-aes-sha2", "ciphertext": {}}),
    ("com.example.made_up", {"what": CANARY}),
)


@st.composite
def related(draw: st.DrawFn) -> dict[str, Any]:
    """An edit, a reply, a thread or a reaction, often to an event that nobody knows."""
    of, said = draw(ids), draw(words)
    replaced = {"rel_type": "m.replace", "event_id": of}
    return draw(
        st.sampled_from(
            [
                text(f"* {said}", **{"m.new_content": text(said), "m.relates_to": replaced}),
                text(f"> <{PEOPLE[0]}> x\n\n{said}", **{"m.relates_to": {"m.in_reply_to": {"event_id": of}}}),
                text(
                    said,
                    **{"m.relates_to": {"rel_type": "m.thread", "event_id": of, "is_falling_back": True}},
                ),
                text(said, **{"m.relates_to": {"m.in_reply_to": {}}}),
            ]
        )
    )


@st.composite
def contents(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A type, and a content as a client would write it."""
    kind = draw(st.integers(0, 9))
    if kind <= 3:
        return "m.room.message", text(draw(words))
    if kind <= 5:
        return "m.room.message", draw(related())
    found: tuple[str, dict[str, Any]] = draw(st.sampled_from(CONTENTS))
    return found


@st.composite
def states(draw: st.DrawFn) -> tuple[str, str, dict[str, Any]]:
    """A change of a room: people who come, go and are thrown out, a new room for an old one, odd names."""
    who = draw(st.sampled_from([*PEOPLE, STRANGER, BOT, ""]))
    membership = st.sampled_from(["join", "leave", "ban", "invite", "knock", "asleep"])
    before = {"unsigned": {"prev_content": {"membership": draw(membership)}}} if draw(st.booleans()) else {}
    kind = draw(st.integers(0, 3))
    if kind <= 1:
        return "m.room.member", who, {"membership": draw(membership), "displayname": CANARY} | before
    found: tuple[str, str, dict[str, Any]] = draw(st.sampled_from(_changes(who)))
    return found


def _changes(who: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        ("m.room.tombstone", "", {"body": CANARY, "replacement_room": f"!{CANARY}nieuw:example.org"}),
        ("m.room.tombstone", "", {"replacement_room": 5}),
        ("m.room.create", "", {"predecessor": {"room_id": GROUP, "event_id": "$x"}, "creator": who}),
        ("m.room.encryption", "", {"algorithm": "m.megolm.v1.aes-sha2"}),
        ("m.room.encryption", "", {"algorithm": CANARY}),
        ("m.room.name", "", {"name": CANARY}),
        ("m.room.power_levels", "", {"users": {who: 2**53}, "events_default": "x"}),
        ("m.room.join_rules", "", {"join_rule": CANARY}),
        ("m.room.history_visibility", "", {"history_visibility": 5}),
    ]


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    """One event, but for its id (which the server makes)."""
    head = {"sender": draw(st.sampled_from([*PEOPLE, PEOPLE[0], STRANGER, BOT])), "origin_server_ts": MOMENT}
    if draw(st.integers(0, 4)) == 0:
        kind, of, content = draw(states())
        unsigned = content.pop("unsigned", {}) if draw(st.booleans()) else {}
        return head | {"type": kind, "state_key": of, "content": dict(content), "unsigned": unsigned}
    kind, content = draw(contents())
    gone = (
        {"unsigned": {"redacted_because": {"type": "m.room.redaction"}}}
        if draw(st.integers(0, 9)) == 0
        else {}
    )
    return head | {"type": kind, "content": content} | gone


@st.composite
def happened(draw: st.DrawFn) -> tuple[str, str, JSON]:
    """One event: what kind of trouble it is, its room, and the event."""
    trouble = draw(st.sampled_from(["valid"] * 8 + ["nearly"] * 9 + ["nonsense"] * 2))
    made = {"valid": events(), "nearly": spoiled(events()), "nonsense": values}[trouble]
    return trouble, draw(st.sampled_from([*ROOMS_AND_GROUP, "!nobody:example.org"])), draw(made)


@st.composite
def around(draw: st.DrawFn) -> dict[str, JSON]:
    """What else a sync may hold: keys, device lists, invitations, rooms left; mostly nothing."""
    if draw(st.integers(0, 3)):
        return {}
    invite = {
        "type": "m.room.member",
        "state_key": BOT,
        "sender": STRANGER,
        "content": {"membership": "invite"},
    }
    whole = {
        "to_device": {"events": [{"type": "m.room_key", "sender": STRANGER, "content": {"room_id": GROUP}}]},
        "device_lists": {"changed": [PEOPLE[0]], "left": []},
        "device_one_time_keys_count": {"signed_curve25519": 50},
        "presence": {"events": [{"type": "m.presence", "sender": STRANGER, "content": {}}]},
    }
    invited = {f"!{CANARY}uitnodiging:example.org": {"invite_state": {"events": [invite]}}}
    spoilt = draw(spoiled(st.just({**whole, "invite": invited})))
    return spoilt if isinstance(spoilt, dict) else {}
