"""One Matrix event to what a person did: a table, and anything at all."""

import json
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Content, Edit, Other, Photo, Place, Removal, Unreadable, Voice, Words
from bot.matrix.reading import moment, number, read, without_fallback

JSON = dict[str, Any]
FILE = {"url": "mxc://a/b", "key": {"k": "K"}, "hashes": {"sha256": "H"}, "iv": "I"}
KEPT = json.dumps({"url": "mxc://a/b", "key": "K", "hash": "H", "iv": "I"})
REPLACE = {"rel_type": "m.replace", "event_id": "$1"}
REPLY = {"m.in_reply_to": {"event_id": "$1"}}


def event(kind: str, content: object, **more: object) -> JSON:
    """An event as the server gives it."""
    return {
        "type": kind,
        "content": content,
        "event_id": "$e",
        "sender": "@a:b",
        "origin_server_ts": 0,
        **more,
    }


def said(msgtype: str, body: object = "x", **more: object) -> JSON:
    """A message."""
    return event("m.room.message", {"msgtype": msgtype, "body": body, **more})


def reacted(key: str) -> JSON:
    """A reaction under $1."""
    return event("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$1", "key": key}})


TABLE: list[tuple[JSON, Content | None]] = [
    (said("m.text", "stuk"), Words("stuk")),
    (said("m.notice", "stuk"), Words("stuk")),
    (said("m.emote", "wijst naar de lamp"), Words("wijst naar de lamp")),
    (said("m.text", "nul\x00 half\ud83d"), Words("nul\ufffd half\ufffd")),
    (said("m.text", "> <@b:c> wat?\n> meer\n\nja", **{"m.relates_to": REPLY}), Words("ja", "$1")),
    (said("m.text", "ja", **{"m.relates_to": REPLY}), Words("ja", "$1")),
    (said("m.text", "> 5 jaar oud"), Words("> 5 jaar oud")),
    (
        said("m.text", "ja", **{"m.relates_to": REPLY | {"rel_type": "m.thread", "is_falling_back": True}}),
        Words("ja"),
    ),
    (said("m.text", "* ja", **{"m.new_content": {"body": "ja"}, "m.relates_to": REPLACE}), Edit("$1", "ja")),
    (
        said(
            "m.image",
            "* q",
            **{"m.new_content": {"body": "q", "filename": "f", "url": "u"}, "m.relates_to": REPLACE},
        ),
        Edit("$1", "q"),
    ),
    (said("m.image", "a.jpg", url="mxc://a/b"), Photo('{"url": "mxc://a/b"}')),
    (said("m.image", "a.jpg", filename="a.jpg", file=FILE), Photo(KEPT)),
    (said("m.image", "kijk", filename="a.jpg", file=FILE), Photo(KEPT, "kijk")),
    (said("m.audio", "a.ogg", file=FILE), Voice(KEPT)),
    (said("m.location", geo_uri="geo:52.1,5.2;u=9"), Place(52.1, 5.2)),
    (said("m.location", geo_uri="geo:52.1,5.2,3.0"), Place(52.1, 5.2)),
    (said("m.video", url="mxc://a/b"), Other("video")),
    (said("m.file", url="mxc://a/b"), Other("file")),
    (said("org.example.new"), Other("org.example.new")),
    (said("m.key.verification.request"), None),
    (event("m.sticker", {"body": "x"}), Other("sticker")),
    (event("m.poll.start", {}), Other("poll")),
    (event("org.matrix.msc3381.poll.start", {}), Other("poll")),
    (event("org.matrix.msc3381.poll.response", {}), None),
    (event("m.call.invite", {}), Other("call")),
    (event("m.call.candidates", {}), None),
    (event("org.example.thing", {}), Other("org.example.thing")),
    (event("m.room.redaction", {"redacts": "$1"}), Removal("$1")),
    (event("m.room.redaction", {}, redacts="$1"), Removal("$1")),
    (event("m.room.name", {"name": "x"}, state_key=""), None),
    (event("m.room.message", {}, unsigned={"redacted_because": {}}), None),
    (reacted("2️⃣"), Words("2", "$1")),
    (reacted("2"), Words("2", "$1")),
    (reacted("🔟"), Words("10", "$1")),
    (reacted("👍"), None),
]


@pytest.mark.parametrize(("raw", "content"), TABLE)
def test_what_an_event_says(raw: JSON, content: Content | None) -> None:
    """Each kind of event is what people mean by it."""
    assert read(raw) == content


@pytest.mark.parametrize(
    "raw",
    [
        said("m.location", geo_uri="geo:91,5"),
        said("m.location", geo_uri="geo:nan,5"),
        said("m.location", geo_uri="52,5"),
        said("m.image"),
        said("m.image", file={"url": "mxc://a/b"}),
        said("m.text", **{"m.new_content": {}, "m.relates_to": REPLACE}),
        event("m.room.message", {"msgtype": "m.text"}),
        event("m.room.message", []),
        event("m.reaction", {}),
        {"type": "m.room.message"},
    ],
)
def test_what_cannot_be_read(raw: JSON) -> None:
    """A shape that nobody foresaw is kept in its raw form, for a person to look at."""
    content = read(raw)
    assert isinstance(content, Unreadable)
    assert raw["type"] in content.raw


def test_an_event_too_deep_to_write() -> None:
    """An event nested deeper than can be written again is still named."""
    deep: JSON = {}
    for _ in range(100_000):
        deep = {"a": deep}
    content = read(event("m.room.message", {"msgtype": deep}))
    assert isinstance(content, Unreadable)
    assert content.raw == "$e"
    while deep:  # taken apart by hand: Python would go as deep again to free it
        deep = deep["a"]


NAMES = st.sampled_from(
    [
        "msgtype",
        "body",
        "m.relates_to",
        "event_id",
        "key",
        "url",
        "file",
        "geo_uri",
        "m.new_content",
        "rel_type",
    ]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
THINGS = st.recursive(
    LEAVES, lambda deeper: st.lists(deeper, max_size=3) | st.dictionaries(NAMES, deeper, max_size=5)
)
KINDS = st.sampled_from(["m.room.message", "m.reaction", "m.room.redaction", "m.sticker"])


@given(
    kind=KINDS,
    content=st.dictionaries(NAMES, THINGS),
    msgtype=st.sampled_from(["m.text", "m.image", "m.location"]),
)
def test_anything_is_read(kind: str, content: JSON, msgtype: str) -> None:
    """Whatever a content holds, reading ends with a content or nothing."""
    for holding in (content, content | {"msgtype": msgtype}):
        assert isinstance(read(event(kind, holding)), (*get_args(Content), type(None)))


def test_when() -> None:
    """The server's time is aware; a senseless one is the beginning of time, not a fault."""
    start = datetime(1970, 1, 1, tzinfo=UTC)
    assert moment({"origin_server_ts": 1_500}) == datetime(1970, 1, 1, 0, 0, 1, 500_000, tzinfo=UTC)
    for senseless in (2**70, float("nan"), "soon", None):
        assert moment({"origin_server_ts": senseless}) == start


def test_numbers_and_quotes() -> None:
    """Only a number is a number; only quoted lines at the top are a quote."""
    assert [number(key) for key in ("1️⃣", "1⃣", "12", "123", "", 4, None)] == [1, 1, 12, None, None, None, None]
    assert without_fallback("> a\n\n> b") == "> b"
    assert without_fallback("a\n> b") == "a\n> b"
