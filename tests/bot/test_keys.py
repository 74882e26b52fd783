"""People and rooms are keys; without the secret they lead nowhere."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat import Incoming, Platform, Words
from bot.keys import Keys

EVENT = Incoming(
    Platform.TELEGRAM,
    "7000001",
    "1",
    "4242",
    "4242",
    private=True,
    at=datetime(2026, 10, 1, tzinfo=UTC),
    content=Words("x"),
)


def test_a_key_is_of_one_person_on_one_platform() -> None:
    """The same for all they say anywhere there; another platform, room or secret gives another one."""
    keys = Keys("secret")
    mine = keys.person(EVENT)
    assert mine == keys.person(replace(EVENT, event_id="2", room="-100", private=False))
    others = {
        keys.person(replace(EVENT, sender="4243")),
        keys.person(replace(EVENT, platform=Platform.MATRIX)),
        Keys("another").person(EVENT),
        keys.imported("boomgaard", "4242"),
        keys.room(Platform.TELEGRAM, "4242"),
    }
    assert len(others) == 5
    assert mine not in others


def test_a_key_says_nothing() -> None:
    """Neither the number of a person nor the secret stands in it, and rooms are told from people."""
    keys = Keys("secret")
    person, room = keys.person(EVENT), keys.room(Platform.TELEGRAM, "4242")
    assert "4242" not in person
    assert (person[:2], room[:2], len(person), len(room)) == ("p:", "g:", 42, 42)
    assert len(keys.row("boomgaard", "de lamp is stuk")) == 40
