"""What goes out on Matrix, how each answer of a homeserver is sorted, and what waits for a key."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.chat import Button, Doubt, Halted, NotSent, Outcome, Outgoing, Refused, Sent, Unreachable
from bot.matrix.account import Reply
from bot.matrix.sending import body_of, edit_content, sorted_fault, sorted_reply, sorted_upload
from bot.matrix.waiting import GIVE_UP_AFTER, TELL_AFTER, Sealed, Waiting

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_choices_are_numbered_lines() -> None:
    """The choices stand under the text; a label that has its number already keeps one; halves of emoji go."""
    buttons = (Button("Ja", "a"), Button("2 Lamp kapot", "b"), Button("24 uur", "c"))
    assert body_of("Kies", buttons) == "Kies\n\n1. Ja\n2. Lamp kapot\n3. 24 uur"
    assert body_of("", buttons[:1]) == "1. Ja"
    assert body_of("half \ud83d", ()) == "half \ufffd"


def test_an_edit_holds_the_whole_text() -> None:
    """An edit carries the new words with their choices, and names the message that it replaces."""
    content = edit_content(Outgoing(3, "!r", "Nieuw", (Button("Ja", "a"),)), "$1")
    assert content["m.new_content"]["body"] == "Nieuw\n\n1. Ja"
    assert content["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$1"}


def reply(status: int, errcode: str = "", **more: object) -> Reply:
    """An answer of a homeserver."""
    return Reply(status, ({"errcode": errcode} if errcode else {}) | more)


REPLIES: list[tuple[Reply, type[Outcome]]] = [
    (reply(200, event_id="$1"), Sent),
    (reply(200), Doubt),
    (reply(429, "M_LIMIT_EXCEEDED", retry_after_ms=2500), NotSent),
    (reply(429), NotSent),
    (reply(401, "M_UNKNOWN_TOKEN"), Halted),
    (reply(403, "M_USER_DEACTIVATED"), Halted),
    (reply(403, "M_FORBIDDEN"), Unreachable),
    (reply(404, "M_NOT_FOUND"), Unreachable),
    (reply(413, "M_TOO_LARGE"), Refused),
    (reply(400, "M_BAD_JSON"), Refused),
    (reply(404), Doubt),
    (reply(500, "M_UNKNOWN"), Doubt),
    (reply(502), Doubt),
]


@pytest.mark.parametrize(("answer", "outcome"), REPLIES)
def test_how_sending_ended(answer: Reply, outcome: type[Outcome]) -> None:
    """Each answer falls in the class of promises 1; a proxy's answer without a code is doubt."""
    assert type(sorted_reply(answer)) is outcome


def test_a_limit_names_its_time() -> None:
    """The time to wait is the server's, and the sender knows that it was a limit."""
    outcome = sorted_reply(reply(429, "M_LIMIT_EXCEEDED", retry_after_ms=2500))
    assert isinstance(outcome, NotSent)
    assert (outcome.after, outcome.limited) == (timedelta(seconds=2.5), True)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [(reply(502), NotSent), (reply(413, "M_TOO_LARGE"), Refused), (reply(403, "M_FORBIDDEN"), Refused)],
)
def test_a_file_that_was_not_taken(answer: Reply, outcome: type[Outcome]) -> None:
    """When the upload fails the message was certainly not sent, and the room is not to blame."""
    assert type(sorted_upload(answer)) is outcome


def test_no_answer() -> None:
    """Without a connection nothing was sent; a connection that broke leaves doubt."""
    assert isinstance(sorted_fault(aiohttp.ConnectionTimeoutError()), NotSent)
    for fault in (
        TimeoutError(),
        aiohttp.ServerDisconnectedError(),
        aiohttp.ClientPayloadError(),
        ConnectionResetError(),
    ):
        assert isinstance(sorted_fault(fault), Doubt)


def test_messages_that_wait(tmp_path: Path) -> None:
    """Kept once, told of once after a while, given up after a week; all of it outlives a restart."""
    path = tmp_path / "waiting.jsonl"
    waiting = Waiting(path)
    waiting.add([Sealed("!r", {"event_id": "$1"}, NOW), Sealed("!r", {"event_id": "$2"}, NOW)])
    waiting.add([Sealed("!r", {"event_id": "$1"}, NOW + timedelta(days=1))])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Waiting(path).overdue(NOW + TELL_AFTER - timedelta(seconds=1)) == []
    assert [item.id for item in Waiting(path).overdue(NOW + TELL_AFTER)] == ["$1", "$2"]
    waiting.mark_told({"$1"})
    waiting.drop({"$3"})
    again = Waiting(path)
    assert [item.id for item in again.overdue(NOW + TELL_AFTER)] == ["$2"]
    again.give_up(NOW + GIVE_UP_AFTER)
    assert [item.id for item in Waiting(path)] == ["$2"]
    again.drop({"$2"})
    assert len(Waiting(path)) == 0
