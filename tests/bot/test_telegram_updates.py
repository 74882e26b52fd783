"""From what Telegram tells to what the program knows: one table, and everything that is not in it."""

import json
from dataclasses import fields
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat import (
    Content,
    Edit,
    Incoming,
    Left,
    Moved,
    Other,
    Photo,
    Place,
    Press,
    Returned,
    Start,
    Unreadable,
    Voice,
    Words,
)
from bot.telegram.updates import Me, Torn, number, read
from tests.bot.telegram_raw import (
    ANNA,
    BOT,
    DOCUMENT,
    GROUP,
    MEDIA,
    PRIVATE,
    SAID,
    SIZES,
    STICKER,
    VIDEO,
    WHERE,
    edited,
    member,
    said,
    update,
)

ME = Me("7000001", "wijkbot")
NOW = datetime(2026, 10, 5, 12, tzinfo=UTC)


def heard(raw: object, me: Me = ME, now: datetime = NOW) -> Incoming:
    """The event of an update that says something."""
    event = read(raw, me, now)
    assert event
    return event


TABLE: list[tuple[str, dict[str, Any], Content | None]] = [
    ("words", said(text="lamp stuk"), Words("lamp stuk")),
    (
        "reply",
        said(text="ja", reply_to_message=said(text="?")["message"] | {"message_id": 3}),
        Words("ja", "3"),
    ),
    ("command", said(text="/status"), Words("/status")),
    ("command for us", said(text="/status@WijkBot nu", chat=GROUP), Words("/status nu")),
    ("command for another", said(text="/status@other", chat=GROUP), Words("/status@other")),
    ("start", said(text="/start"), Start()),
    ("start with payload", said(text="/start boom-gaard_1"), Start("boom-gaard_1")),
    ("start in a group", said(text="/start@wijkbot code", chat=GROUP), Start("code")),
    ("start with words", said(text="/start de lamp is stuk"), Words("/start de lamp is stuk")),
    ("NUL and half a pair", said(text="a\0b\ud83dc"), Words("ab\ufffdc")),
    ("40,000 units", said(text="😀" * 20_000), Words("😀" * 20_000)),
    (
        "forwarded",
        said(text="kijk", forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "X"}),
        Words("kijk"),
    ),
    ("photo", said(photo=SIZES, caption="stoep"), Photo("f2", "stoep")),
    ("album", said(photo=SIZES, media_group_id="g9"), Photo("f2", "", "g9")),
    ("photo as file", said(document=MEDIA | {"mime_type": "image/png"}, caption="x"), Photo("f1", "x")),
    ("location", said(location=WHERE), Place(52.09, 5.12)),
    (
        "venue",
        said(location=WHERE, venue={"location": WHERE, "title": "Park", "address": "Laan 1"}),
        Place(52.09, 5.12, "Park, Laan 1"),
    ),
    ("voice", said(voice=MEDIA | {"duration": 2}), Voice("f1")),
    ("video with words", said(video=VIDEO, caption="hoor dit"), Words("hoor dit")),
    ("video", said(video=VIDEO), Other("video")),
    ("document", said(document=DOCUMENT), Other("document")),
    ("sticker", said(sticker=STICKER), Other("sticker")),
    ("contact", said(contact={"phone_number": "06", "first_name": "B"}), Other("contact")),
    ("dice", said(dice={"emoji": "🎲", "value": 3}), Other("dice")),
    ("a kind of the future", said(hologram={"size": 3}), Other("hologram")),
    ("somebody joined", said(chat=GROUP, new_chat_members=[ANNA]), None),
    ("another bot", said(chat=GROUP, text="reclame", **{"from": BOT | {"id": 9}}), None),
    ("to supergroup", said(chat=GROUP, migrate_to_chat_id=-100400), Moved("-100400")),
    ("edit", edited(text="lamp weer heel"), Edit("7", "lamp weer heel")),
    ("edited caption", edited(photo=SIZES, caption="anders"), Edit("7", "anders")),
    ("caption taken away", edited(photo=SIZES), Edit("7", "")),
    ("live location moves", edited(location=WHERE), None),
    ("pinned by Telegram", said(pinned_message=said(text="x")["message"]), None),
    ("a kind of the future in a group", said(chat=GROUP, hologram={"size": 3}), None),
    ("sticker in a group", said(chat=GROUP, sticker=STICKER), Other("sticker")),
    ("rank in a group", member("member", "administrator", GROUP), None),
    ("restricted and out", member("member", "restricted", GROUP, is_member=False), Left()),
    ("button of a game", update("callback_query", id="1", chat_instance="1", **{"from": ANNA}), None),
    ("blocked", member("member", "kicked"), Left()),
    ("unblocked", member("kicked", "member"), Returned()),
    ("put out of a group", member("member", "left", GROUP), Left()),
    ("let into a group", member("left", "member", GROUP), Returned()),
    (
        "kind not asked for",
        {
            "update_id": 500,
            "poll_answer": {"poll_id": "1", "option_ids": [], "user": ANNA, "option_persistent_ids": []},
        },
        None,
    ),
    ("unknown kind", {"update_id": 500, "telepathy": {"a": 1}}, None),
]


@pytest.mark.parametrize(("raw", "content"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_an_update_is_read_as_what_it_is(raw: dict[str, Any], content: Content | None) -> None:
    """Each kind of update becomes its content, also after a trip through JSON."""
    event = read(json.loads(json.dumps(raw)), ME, NOW)
    assert (event.content if event else None) == content


def test_who_where_and_when_come_from_the_message() -> None:
    """Ids are the platform's own as text; the time is that of the message, not of its arrival."""
    event = heard(said(text="dag"), ME, NOW)
    assert (event.bot, event.event_id, event.sender, event.room) == ("7000001", "500", "11", "11")
    assert (event.private, event.at, event.message, event.language) == (True, SAID, "7", "nl")
    assert not heard(said(text="dag", chat=GROUP), ME, NOW).private


def test_an_anonymous_administrator_is_the_group() -> None:
    """The person is hidden by Telegram; rights must not be those of the bot it names instead."""
    hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    event = heard(said(text="dag", chat=GROUP, sender_chat=GROUP, **{"from": hidden}), ME, NOW)
    assert (event.sender, event.room, event.content) == ("-400", "-400", Words("dag"))


def test_a_pressed_button_has_the_time_at_which_it_came() -> None:
    """The message below the button may be weeks old."""
    message = said(text="?")["message"] | {"from": BOT}
    pressed = update(
        "callback_query", id="9", data="tok", chat_instance="1", message=message, **{"from": ANNA}
    )
    event = heard(pressed, ME, NOW)
    assert (event.content, event.at, event.sender, event.room, event.message) == (
        Press("tok"),
        NOW,
        "11",
        "11",
        "7",
    )


def test_a_button_below_a_message_that_is_gone_still_counts() -> None:
    """Telegram then tells only where it stood (date 0)."""
    gone = {"message_id": 4, "chat": GROUP, "date": 0}
    pressed = update("callback_query", id="9", data="tok", chat_instance="1", message=gone, **{"from": ANNA})
    event = heard(pressed, ME, NOW)
    assert (event.content, event.room, event.private) == (Press("tok"), "-400", False)


def test_the_new_room_tells_of_the_move_at_the_door_of_the_old_one() -> None:
    """Both messages of a migration say the same, whichever comes first."""
    event = heard(
        said(chat={"id": -100400, "type": "supergroup", "title": "W"}, migrate_from_chat_id=-400), ME, NOW
    )
    assert (event.room, event.content) == ("-400", Moved("-100400"))


BAD: list[object] = [
    None,
    [],
    "text",
    {},
    {"update_id": "500", "message": {}},
    {"update_id": True, "message": {}},
    {"update_id": 500},
    {"update_id": 500, "message": {}},
    {"update_id": 500, "message": "words"},
    {"update_id": 500, "message": [1]},
    said(text=5),
    said(text=["a"]),
    said(date="gisteren"),
    said(date=1 << 70),
    said(date=None),
    said(chat=None),
    said(chat={"id": "x", "type": "private"}),
    said(**{"from": None}),
    said(message_id="7"),
    said(location={"latitude": "north", "longitude": 1}),
    said(photo=[{"file_id": "f"}]),
    said(photo=SIZES, media_group_id=5),
    said(location={"latitude": 520.9, "longitude": 1.0}),
    said(location={"latitude": float("nan"), "longitude": 1.0}),
    edited(text={"a": 1}),
    {"update_id": 500, "my_chat_member": {"chat": PRIVATE}},
    {"update_id": 500, "my_chat_member": "left"},
]


@pytest.mark.parametrize("raw", BAD, ids=range(len(BAD)))
def test_what_cannot_be_read_is_parked(raw: object) -> None:
    """Never an exception; the raw form and the kind of error are kept, and nobody is named."""
    event = heard(raw, ME, NOW)
    assert isinstance(event.content, Unreadable)
    assert (event.sender, event.room, event.at) == ("", "", NOW)
    assert event.event_id
    json.dumps(event.content.raw).encode()


def test_a_parked_update_names_nobody() -> None:
    """Names, usernames, numbers and ids of people are not kept in the raw form; what was said is."""
    raw = said(text="lamp", date="?", contact={"phone_number": "0612345678", "first_name": 'B"x'})
    content = heard(raw, ME, NOW).content
    assert isinstance(content, Unreadable)
    assert not any(secret in content.raw for secret in ("Anna", "anna_x", "0612345678", 'B\\"x', '"id": 11'))
    assert "lamp" in content.raw


def test_nesting_without_end_is_parked() -> None:
    """A thousand replies deep, and deeper than JSON can be written."""
    deep = said(text="x")["message"]
    for _ in range(3_000):
        deep = {**said(text="x")["message"], "reply_to_message": deep}
    assert isinstance(heard({"update_id": 500, "message": deep}, ME, NOW).content, Unreadable)
    event = heard(Torn(501, "[" * 100_000), ME, NOW)
    assert event.event_id == "501"
    assert isinstance(event.content, Unreadable)


def test_unreadable_updates_without_number_are_told_apart() -> None:
    """The dedup key is then made of the content: the same again is the same event."""
    first, second = heard({"a": 1}, ME, NOW), heard({"a": 2}, ME, NOW)
    assert first.event_id != second.event_id
    assert first.event_id == heard({"a": 1}, ME, NOW).event_id
    assert number({"a": 1}) is None


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(TABLE), st.randoms(use_true_random=False), _JSON)
def test_no_change_to_an_update_stops_the_reader(
    row: tuple[str, dict[str, Any], Content | None], chance: Random, junk: object
) -> None:
    """Any field of any update replaced by anything: an event comes out, of sound types, fit to store."""
    raw = json.loads(json.dumps(row[1]))
    place: Any = raw
    while isinstance(place, dict | list) and place:
        key = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
        if chance.random() < 0.4 or not isinstance(place[key], dict | list):
            place[key] = junk
            break
        place = place[key]
    event = read(raw, ME, NOW)
    if event is None:
        return
    assert event.at.tzinfo is not None
    content = [
        value for name in fields(event.content) if (value := getattr(event.content, name.name)) is not None
    ]
    for text in (event.sender, event.room, event.event_id, event.language, event.message, *content):
        assert isinstance(text, str | float)
        str(text).encode()
