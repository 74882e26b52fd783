"""Raw updates of Telegram: valid, nearly valid and hostile, each as the text that comes over the line."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from tests.generated.hostile import CANARY, DEEP, JSON, deep, spoiled, texts, values

DATE = int(datetime(2026, 10, 12, 14, 30, tzinfo=UTC).timestamp())
BOT = {"id": 7000001, "is_bot": True, "first_name": "Wijksignaal", "username": "wijkbot"}
RESIDENTS = tuple(range(51_000_001, 51_000_007))
COORDINATOR, EXPERT, PROFESSIONAL, VOLUNTEER, PARTNER = range(52_000_001, 52_000_006)
ROLES = (COORDINATOR, EXPERT, PROFESSIONAL, VOLUNTEER, PARTNER)
EVERYBODY = (*RESIDENTS, *ROLES)
PARTNERSHIP, STRANGE_GROUP = -4_000_001, -4_000_002
GROUP_BOT = 1_087_968_824
MEDIA = {"file_id": f"{CANARY}-file", "file_unique_id": "u"}
SIZE = MEDIA | {"width": 900, "height": 670}
TOKEN = "@token"

SENTENCES = (
    "de lamp bij de school is stuk",
    "te hard rijden in de Dorpsstraat",
    "mijn buurman Piet Jansen van nummer 12 slaat zijn hond",
    "ik wil niet meer leven",
    "er is brand",
    "bel mij op 06-12345678 of mail a@example.org",
    "de huisarts is vol",
    "hondenpoep op het gras",
)
SHORT = (
    *("lamp stuk", "te hard", "1", "2", "3", "12", "0", "ja", "nee", "geen", "overslaan", "bedankt", "hallo"),
    *(
        "hulp",
        "status",
        "stop",
        "start",
        "wissen",
        "ja, wis alles",
        "gegevens",
        "intrekken",
        "taal",
        "rustig",
    ),
    *("nederlands", "intrekken 2026-0001", "2026-0001", "buurt", "Appelhof", "annuleren", "terug", "verder"),
    *("onderwerpen", "sorteren", "top 5", "vergadering", "besluiten", "acties", "rapport", "agenda", "klaar"),
    *("uitnodigen", "afspraken", "map", "beloftes", "uitleg", "wie meldde 2026-0001", "gesprek", "vraag"),
    *("controleren", "aangehouden", "citaten", "snel", "praktijkgesprek", "/status", "/start@wijkbot", "log"),
    *("/start abc", "/wissen", "help", "withdraw", "language", "yardım", "مساعدة", "pomoc", "допомога", "-5"),
    "99999999999999999999",
)
SAID = (*(f"{CANARY} {words}" for words in SENTENCES), *SHORT)
KINDS: dict[str, JSON] = {
    "animation": MEDIA | {"width": 1, "height": 1, "duration": 1},
    "audio": MEDIA | {"duration": 3, "title": CANARY},
    "contact": {"phone_number": "+31612345678", "first_name": CANARY, "user_id": 51_000_001},
    "dice": {"emoji": "🎲", "value": 4},
    "document": MEDIA | {"file_name": f"{CANARY}.pdf", "mime_type": "image/png", "file_size": 2**40},
    "game": {"title": CANARY, "description": CANARY, "photo": [SIZE]},
    "location": {"latitude": 52.0301, "longitude": 5.5502, "live_period": 60},
    "photo": [SIZE],
    "poll": {
        "id": "1",
        "question": CANARY,
        "options": [{"text": CANARY, "voter_count": 0}],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
    },
    "sticker": MEDIA | {"width": 1, "height": 1, "type": "regular", "is_animated": False, "is_video": False},
    "venue": {
        "location": {"latitude": 52.03, "longitude": 5.55},
        "title": CANARY,
        "address": f"{CANARY}straat 1",
    },
    "video": MEDIA | {"width": 1, "height": 1, "duration": 1},
    "voice": MEDIA | {"duration": 2},
    "new_chat_title": CANARY,
    "group_chat_created": True,
    "pinned_message": {"message_id": 3, "date": 0, "chat": {"id": 51_000_001, "type": "private"}},
    "left_chat_member": {"id": 51_000_001, "is_bot": False, "first_name": CANARY},
    "something_of_next_year": {"what": CANARY},
}


def user(number: int, language: str | None = "nl", *, deleted: bool = False) -> dict[str, Any]:
    """A person as Telegram names them; of a deleted account nothing is left but the number."""
    named = {"first_name": "" if deleted else f"{CANARY}-voornaam", "is_bot": False, "id": number}
    if deleted:
        return named
    return (
        named
        | {"username": f"{CANARY}_{number}", "last_name": CANARY}
        | ({"language_code": language} if language else {})
    )


def chat(number: int, kind: str = "") -> dict[str, Any]:
    """A chat of two, or a group."""
    if number > 0:
        return {"id": number, "type": kind or "private", "first_name": CANARY}
    return {"id": number, "type": kind or "group", "title": CANARY}


people = st.builds(
    user,
    st.sampled_from(EVERYBODY),
    st.sampled_from(["nl", "nl", "en", "tr", "ar", "pl", "uk", "zz", "pt-br", None]),
    deleted=st.sampled_from([False] * 9 + [True]),
)
words = st.sampled_from(SAID) | texts
numbers = st.integers(1, 60)
"""Of messages: small, so that edits and replies often name one that was really sent."""


@st.composite
def headers(draw: st.DrawFn) -> dict[str, Any]:
    """Who sends a message, where and how: in person, forwarded, as an anonymous admin, as a channel."""
    who = draw(people)
    where = chat(draw(st.sampled_from([who["id"]] * 6 + [PARTNERSHIP, STRANGE_GROUP])))
    head = {"message_id": draw(numbers), "date": DATE, "from": who, "chat": where}
    return head | draw(
        st.sampled_from(
            [
                *[{}] * 6,
                {"forward_origin": {"type": "hidden_user", "sender_user_name": CANARY, "date": DATE}},
                {"forward_origin": {"type": "user", "sender_user": user(51_000_002), "date": DATE}},
                {"from": user(GROUP_BOT) | {"is_bot": True}, "sender_chat": where},
                {"sender_chat": {"id": -100_777, "type": "channel", "title": CANARY}},
                {"reply_to_message": {"message_id": 7, "date": DATE, "chat": where, "text": CANARY}},
                {"reply_to_message": {"message_id": 7, "date": 0, "chat": where}},
                {"via_bot": BOT},
                {"is_automatic_forward": True},
                {"media_group_id": "album", "photo": [SIZE]},
                {"from": BOT},
            ]
        )
    )


@st.composite
def messages(draw: st.DrawFn) -> dict[str, Any]:
    """A message, or the news that one was changed."""
    head = draw(headers())
    if draw(st.booleans()):
        body: dict[str, Any] = {"text": draw(words)}
    else:
        kind = draw(st.sampled_from(sorted(KINDS)))
        body = {kind: KINDS[kind]} | ({"caption": draw(words)} if draw(st.booleans()) else {})
    if draw(st.integers(0, 5)) == 0:
        return {"edited_message": head | body | {"edit_date": DATE + 60}}
    return {"message": head | body}


@st.composite
def presses(draw: st.DrawFn) -> dict[str, Any]:
    """A button: one that was made, for this person or another, or one that never was."""
    who = draw(people)
    where = chat(draw(st.sampled_from([who["id"]] * 3 + [PARTNERSHIP, 51_000_003])))
    below = draw(st.sampled_from([0, DATE])), draw(numbers)
    query = {
        "id": str(draw(numbers)),
        "from": who,
        "chat_instance": "1",
        "data": draw(st.integers(0, 200).map(lambda one: f"{TOKEN}{one}") | texts),
        "message": {"date": below[0], "message_id": below[1], "chat": where},
    }
    without = draw(st.sampled_from(["", "", "", "data", "message"]))
    return {"callback_query": {key: value for key, value in query.items() if key != without}}


@st.composite
def memberships(draw: st.DrawFn) -> dict[str, Any]:
    """Blocked and let in again; put into a group and out of it; a group becomes a supergroup."""
    who = draw(people)
    where = chat(draw(st.sampled_from([who["id"], who["id"], STRANGE_GROUP])))
    if draw(st.integers(0, 4)) == 0:
        moved = {"message_id": 1, "date": DATE, "from": who, "chat": chat(STRANGE_GROUP)}
        to = draw(st.sampled_from([-1_004_000_002, 2**62, STRANGE_GROUP]))
        return {
            "message": moved | {draw(st.sampled_from(["migrate_to_chat_id", "migrate_from_chat_id"])): to}
        }
    states = st.sampled_from(["member", "kicked", "left", "administrator", "restricted", "creator", "asleep"])
    places = {
        name: {"user": BOT, "status": draw(states), "until_date": 0}
        for name in ("old_chat_member", "new_chat_member")
    }
    return {"my_chat_member": {"chat": where, "from": who, "date": DATE} | places}


UNASKED = {
    kind: {"chat": chat(51_000_001), "user": user(51_000_001), "date": DATE}
    for kind in (
        "message_reaction",
        "chat_boost",
        "channel_post",
        "business_message",
        "poll_answer",
        "made_up",
    )
}
others = st.sampled_from([{kind: body} for kind, body in UNASKED.items()])
valid = st.one_of(messages(), messages(), messages(), presses(), memberships(), others)
nearly = spoiled(valid)
nonsense = st.one_of(
    st.dictionaries(
        st.sampled_from(["message", "callback_query", "my_chat_member", "edited_message"]), values
    ),
    values,
)


def on_the_line(number: int, update: JSON) -> str:
    """As the Bot API would write it: the number is always Telegram's own."""
    body = update if isinstance(update, dict) else {"message": update}
    return json.dumps({**body, "update_id": number})


def torn(number: int, which: int) -> str:
    """An update of which only the number can be read, or not even that it is too deep."""
    head = f'{{"update_id": {number}, "message": '
    rest = (
        f'{{"text": "{CANARY}',
        "[" * 100_000,
        json.dumps(deep(DEEP - 5)) + "}",
        f'{{"text": "{CANARY}\x01"}}}}',
        f'{{"text": "{CANARY}", "text": "twee keer"}}}}',
    )
    return head + rest[which % len(rest)]


@st.composite
def updates(draw: st.DrawFn) -> tuple[str, JSON]:
    """One update: what kind of trouble it is, and its content."""
    trouble = draw(st.sampled_from(["valid"] * 8 + ["nearly"] * 8 + ["nonsense"] * 2 + ["torn"]))
    if trouble == "torn":
        return trouble, draw(st.integers(0, 4))
    return trouble, draw({"valid": valid, "nearly": nearly, "nonsense": nonsense}[trouble])
