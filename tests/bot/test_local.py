"""The local platform keeps what people say and what the bot sends, whatever happens to the program."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.chat import (
    Batch,
    Button,
    Chat,
    Edit,
    File,
    Incoming,
    Left,
    NotSent,
    Outgoing,
    Photo,
    Place,
    Platform,
    Press,
    Refused,
    Removal,
    Returned,
    Sent,
    Start,
    Unreachable,
    Words,
)
from bot.local import Groups, Local

NOW = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
GROUPS = Groups(members={"wijkverband": ("coordinator", "zorg")}, languages={"fatima": "ar"})


def opened(folder: Path, clock: Callable[[], datetime] = lambda: NOW) -> Local:
    """The platform as a program finds it when it starts."""
    return Local(folder, clock, GROUPS)


async def taken(local: Local) -> list[Incoming]:
    """Everything that waits, taken in and acknowledged."""
    events: list[Incoming] = []
    listening = local.listen(None)
    while local.waiting:
        batch = await anext(listening)
        events += batch.events
        if len(batch.events) == local.waiting:
            asking = asyncio.ensure_future(anext(listening))
            await local.changed()
            asking.cancel()
    return events


async def echo(local: Local, rounds: int) -> None:
    """The smallest bot: it says everything again, with a button."""
    number = 0
    async for batch in local.listen(None):
        for event in batch.events:
            number += 1
            text = event.content.text if isinstance(event.content, Words) else "pressed"
            await local.send(Outgoing(number, event.room, text, (Button("Ja", f"t{number}"),)))
        if number >= rounds:
            return


@pytest.mark.asyncio
async def test_a_conversation_goes_both_ways(tmp_path: Path) -> None:
    """What a person says reaches the bot, and its answer with a button appears on the phone."""
    local = opened(tmp_path)
    chat: Chat = local
    assert chat.edits is False
    mine = local.say("anja", "de lamp is stuk")
    await echo(local, 1)
    said, answer = local.sees("anja")
    assert (said.id, said.author, said.text, said.at) == (mine, "anja", "de lamp is stuk", NOW)
    assert (answer.author, answer.text, answer.buttons[0].label) == ("", "de lamp is stuk", "Ja")


@pytest.mark.asyncio
async def test_every_deed_becomes_its_event(tmp_path: Path) -> None:
    """Each thing that a person can do on a phone is heard as what it is, once, with its own id."""
    local = opened(tmp_path)
    local.open("fatima", "boomgaard")
    local.say("fatima", "/start code-1")
    first = local.say("fatima", "مرحبا")
    reply = local.say("fatima", "ja", reply_to=first)
    local.press("fatima", "token")
    picture = local.send_photo("fatima", b"jpeg", "kijk")
    local.send_place("fatima", 52.1, 5.1)
    local.correct("fatima", first, "مرحبا!")
    local.take_back("fatima", reply)
    local.block("fatima")
    local.unblock("fatima")
    local.say("zorg", "wij kunnen dat", "wijkverband")
    events = await taken(local)
    assert [event.content for event in events] == [
        Start("boomgaard"),
        Start("code-1"),
        Words("مرحبا"),
        Words("ja", first),
        Press("token"),
        Photo(picture, "kijk"),
        Place(52.1, 5.1),
        Edit(first, "مرحبا!"),
        Removal(reply),
        Left(),
        Returned(),
        Words("wij kunnen dat"),
    ]
    assert len({event.event_id for event in events}) == len(events)
    assert {event.language for event in events[:-1]} == {"ar"}
    assert (events[0].private, events[-1].private, events[-1].room) == (True, False, "wijkverband")
    assert {event.platform for event in events} == {Platform.LOCAL}


@pytest.mark.asyncio
async def test_a_batch_is_given_again_until_the_next_is_asked(tmp_path: Path) -> None:
    """A bot that dies while it handles a batch gets that batch again after the restart."""
    local = opened(tmp_path)
    local.say("anja", "een")
    before: Batch = await anext(local.listen(None))
    local.close()
    again = opened(tmp_path)
    assert await anext(again.listen(None)) == before
    await taken(again)
    again.close()
    assert opened(tmp_path).waiting == 0


@pytest.mark.asyncio
async def test_phones_show_the_same_after_a_restart(tmp_path: Path) -> None:
    """Texts, presses, edits, removals, files and answers are there again as they were."""
    local = opened(tmp_path)
    first = local.say("anja", "eerst")
    second = local.say("anja", "weg")
    sheet = File("verslag.pdf", "application/pdf", b"%PDF-", "Verslag")
    sent = await local.send(Outgoing(1, "anja", "Kies", (Button("Ja", "t1"), Button("Nee", "t2")), sheet))
    assert isinstance(sent, Sent)
    local.press("anja", "t2")
    local.correct("anja", first, "later")
    local.take_back("anja", second)
    seen = local.sees("anja")
    local.close()
    again = opened(tmp_path)
    assert again.sees("anja") == seen
    assert [(b.text, b.edited, b.removed) for b in seen[:2]] == [("later", True, False), ("", False, True)]
    assert [key.pressed_by for key in seen[2].buttons] == ["", "anja"]
    assert again.file(sent.message) == b"%PDF-"
    assert again.sheet(sent.message) == seen[2].file


@pytest.mark.asyncio
async def test_an_outbox_id_is_shown_once(tmp_path: Path) -> None:
    """Trying again with the same id answers with the same message, also after a restart."""
    local = opened(tmp_path)
    local.open("anja")
    first = await local.send(Outgoing(7, "anja", "Nieuws"))
    assert await local.send(Outgoing(7, "anja", "Nieuws")) == first
    local.close()
    again = opened(tmp_path)
    assert await again.send(Outgoing(7, "anja", "Nieuws")) == first
    assert len([b for b in again.sees("anja") if b.text == "Nieuws"]) == 1


@pytest.mark.asyncio
async def test_an_edit_by_the_bot_is_idempotent(tmp_path: Path) -> None:
    """The card gets its new text and buttons; the same edit twice leaves no second trace in the log."""
    local = opened(tmp_path)
    local.open("anja")
    sent = await local.send(Outgoing(1, "anja", "Bewaard", (Button("Trek in", "t1"),)))
    assert isinstance(sent, Sent)
    news = Outgoing(2, "anja", "Gekozen")
    assert await local.edit(news, sent.message) == Sent("")
    size = (tmp_path / "phones.jsonl").stat().st_size
    assert await local.edit(news, sent.message) == Sent("")
    assert (tmp_path / "phones.jsonl").stat().st_size == size
    assert (local.sees("anja")[-1].text, local.sees("anja")[-1].buttons) == ("Gekozen", ())
    assert isinstance(await local.edit(news, "m99"), Refused)


@pytest.mark.asyncio
async def test_who_cannot_be_reached_is_said_so(tmp_path: Path) -> None:
    """Somebody who never wrote or who blocks the bot, and a group that the bot left, get nothing."""
    local = opened(tmp_path)
    assert isinstance(await local.send(Outgoing(1, "stranger", "Dag")), Unreachable)
    local.open("anja")
    local.block("anja")
    assert isinstance(await local.send(Outgoing(2, "anja", "Dag")), Unreachable)
    local.unblock("anja")
    assert isinstance(await local.send(Outgoing(2, "anja", "Dag")), Sent)
    await local.leave("wijkverband")
    assert isinstance(await local.send(Outgoing(3, "wijkverband", "Dag")), Unreachable)
    local.say("zorg", "kom terug", "wijkverband")
    assert isinstance(await local.send(Outgoing(3, "wijkverband", "Dag")), Sent)
    assert isinstance(await local.send(Outgoing(4, "anja", "")), Refused)


def test_only_own_messages_and_own_groups(tmp_path: Path) -> None:
    """Nobody changes another's message, one that is gone, or speaks in a group they are not in."""
    local = opened(tmp_path)
    message = local.say("anja", "van mij")
    with pytest.raises(LookupError):
        local.correct("piet", message, "van piet")
    with pytest.raises(LookupError):
        local.say("anja", "hallo", "wijkverband")
    local.take_back("anja", message)
    with pytest.raises(LookupError):
        local.take_back("anja", message)


@pytest.mark.asyncio
async def test_a_photo_is_fetched_by_the_bot(tmp_path: Path) -> None:
    """The bytes come back, too many are refused, and no name leads out of the folder."""
    local = opened(tmp_path)
    assert await local.fetch(local.send_photo("anja", b"\xff\xd8\xff")) == b"\xff\xd8\xff"
    with pytest.raises(ValueError, match="10 MB"):
        await local.fetch(local.send_photo("anja", bytes(10 * 1024 * 1024 + 1)))
    for name in ("m99", "../phones.jsonl", ""):
        with pytest.raises(FileNotFoundError):
            await local.fetch(name)


def test_half_a_line_is_forgotten_and_half_a_character_replaced(tmp_path: Path) -> None:
    """A line cut off by a crash harms nothing that stands before or comes after it."""
    local = opened(tmp_path)
    local.say("anja", "heel \ud800 en al\nregel twee \x00")
    local.close()
    with (tmp_path / "phones.jsonl").open("ab") as file:
        file.write(b'{"n":2,"at"')
    again = opened(tmp_path)
    again.say("anja", "verder")
    again.close()
    texts = [bubble.text for bubble in opened(tmp_path).sees("anja")]
    assert texts == ["heel \ufffd en al\nregel twee \x00", "verder"]


@pytest.mark.asyncio
async def test_a_full_disk_is_no_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is not shown, is not called sent, and can be tried again."""
    local = opened(tmp_path)
    local.open("anja")
    whole = os.pwrite

    def half(file: int, data: bytes, at: int) -> int:
        whole(file, data[: len(data) // 2], at)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "pwrite", half)
        assert isinstance(await local.send(Outgoing(1, "anja", "Nieuws")), NotSent)
        with pytest.raises(OSError, match="No space"):
            local.say("anja", "verloren")
    assert len(local.sees("anja")) == 1
    assert isinstance(await local.send(Outgoing(1, "anja", "Nieuws")), Sent)
    local.close()
    assert [bubble.text for bubble in opened(tmp_path).sees("anja")] == ["", "Nieuws"]


def test_starting_again_empties_the_phones(tmp_path: Path) -> None:
    """All chats and files are gone, nothing waits, and no id is used a second time."""
    local = opened(tmp_path)
    changed: list[str] = []
    forget = local.watch(changed.append)
    picture = local.send_photo("anja", b"png")
    local.clear()
    assert local.sees("anja") == ()
    assert local.waiting == 0
    with pytest.raises(FileNotFoundError):
        local.file(picture)
    assert local.say("anja", "opnieuw") not in {picture, "m1"}
    forget()
    local.say("anja", "ongezien")
    assert changed == ["anja", "anja", "anja"]


def test_the_clock_of_the_demo_is_on_every_bubble(tmp_path: Path) -> None:
    """A clock that jumps a month shows on the phones, for no other clock is asked."""
    moments = iter([NOW, NOW + timedelta(days=30)])
    local = opened(tmp_path, lambda: next(moments))
    local.say("anja", "toen")
    local.say("anja", "nu")
    assert [bubble.at.month for bubble in local.sees("anja")] == [10, 11]


KILLED = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.chat import Outgoing
from bot.local import Local
local = Local(Path(sys.argv[1]), lambda: datetime(2026, 10, 5, tzinfo=UTC))
async def talk():
    for n in range(100_000):
        local.say("anja", f"bericht {n}")
        await local.send(Outgoing(n, "anja", f"antwoord {n}"))
        print(n, flush=True)
asyncio.run(talk())
"""


def killed_after(count: int, folder: Path) -> int:
    """Run the program above until it has said so many, kill it, and give the last it vouched for."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", KILLED, str(folder)]
    last = -1
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        for line in program.stdout:
            last = int(line)
            if last == count:
                program.send_signal(signal.SIGKILL)
    return last


@pytest.mark.asyncio
async def test_kill_loses_nothing_that_was_shown(tmp_path: Path) -> None:
    """After `kill -9` in full swing every acknowledged message is there, and waits for the bot."""
    last = killed_after(60, tmp_path)
    again = opened(tmp_path)
    texts = [bubble.text for bubble in again.sees("anja")]
    expected = [text for n in range(last + 1) for text in (f"bericht {n}", f"antwoord {n}")]
    assert texts[: len(expected)] == expected
    assert again.waiting >= last + 1
    heard = [event.content for event in await taken(again)]
    assert heard[: last + 1] == [Words(f"bericht {n}") for n in range(last + 1)]
