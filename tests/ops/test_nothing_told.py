"""P15: no word of people and no secret in the log, whatever the libraries tell and whatever goes wrong."""

import asyncio
import json
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import httpx
import pytest

from bot.log.entries import Entry
from tests.ops.canaries import forms, told
from tests.ops.loud import BREAKS
from tests.ops.running import KEY, START, loud, until, written
from tests.servers.telegram.faults import broken, cut, garbled
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer
from tests.whole_round.on_telegram import PLATFORM

pytestmark = pytest.mark.asyncio

TOKEN = "7000001:Kwikzilver-geheim-Zeepaardje-9931"
NAME, USERNAME, TITLE = "Zwaantje Kwikstaart", "zwaantje_kwikstaart", "Groep Distelvink"
WORDS = ("geelgors zingt te hard", "roerdomp in de vijver", "wielewaal bij het bankje")
BROKEN = f"boomklever {BREAKS} boomkruiper"
AT_DISK = "ijsvogel op de schijf"
CAPTION, FILE, PHONE = "putter bij de lantaarn", "aalscholver.pdf", "0687654321"
PEOPLE = (NAME, USERNAME, TITLE, *WORDS, BROKEN, AT_DISK, CAPTION, FILE, PHONE)


async def everything_of(anna: Person, server: TelegramServer) -> None:
    """All that a phone can send, with a canary in every field."""
    anna.starts("boomgaard")
    await anna.sees("wat er speelt in De Boomgaard", within=START)
    for said in WORDS[:2]:
        anna.says(said)
    await anna.sees("In welke buurt is dit?")
    anna.presses("Appelhof")
    anna.edits(anna.says(WORDS[2]), f"{WORDS[2]}, elke avond")
    anna.sends_photo(caption=CAPTION)
    anna.sends_document(b"%PDF", FILE, caption=CAPTION)
    anna.sends_contact(PHONE, NAME)
    anna.sends_location(52.03, 5.55)
    anna.sends_venue(52.03, 5.55, NAME, WORDS[0])
    anna.forwards(WORDS[1], NAME)
    server.group(TITLE, anna)


async def faults_of(anna: Person, server: TelegramServer, folder: Path) -> None:
    """A handler that raises with the words in its message, a statement that fails, a bad network."""
    anna.says(BROKEN)
    await written(folder / "err.log", "is parked")
    with closing(sqlite3.connect(folder / "data.sqlite", timeout=10)) as store:
        store.execute("ALTER TABLE inbox RENAME TO inbox_elsewhere")
        anna.says(AT_DISK)
        await written(folder / "err.log", "does not take messages now")
        store.execute("ALTER TABLE inbox_elsewhere RENAME TO inbox")
        await until(lambda: store.execute("SELECT 1 FROM signals WHERE text = ?", (AT_DISK,)).fetchone())
    faults = (broken(), cut(accepted=True, half=True), garbled())
    for fault in faults:
        server.faults.add(fault, "sendMessage")
    server.faults.add(broken(502), "getUpdates")
    anna.says("/status")
    anna.says("/help")
    await until(lambda: server.faults.met > len(faults))


async def test_a_day_of_everything_going_wrong(tmp_path: Path) -> None:
    """At DEBUG, with a handler that raises, a statement that fails and a token that is refused: 0 canaries.

    The same records written in Python's own way hold many, so there was something to keep back.
    """
    (tmp_path / "token").write_text(TOKEN)
    async with (
        TelegramServer(token=TOKEN) as server,
        loud(tmp_path, PLATFORM.format(server=server)) as (process, address),
    ):
        anna = server.person(NAME)
        anna.user = server.world.users[anna.id] = replace(anna.user, username=USERNAME)
        await everything_of(anna, server)
        await faults_of(anna, server, tmp_path)
        paths = ("/health", "/metrics", "/wijk/boomgaard", f"/report/{NAME}?{WORDS[0]}")
        async with httpx.AsyncClient(base_url=address, headers={"connection": "close"}) as client:
            assert [(await client.get(path)).status_code for path in paths] == [500, 200, 200, 404]
        server.revoked = True
        server.updates.put("message", {})
        await written(tmp_path / "err.log", "Telegram refuses the token")
        process.terminate()
        async with asyncio.timeout(START):
            code = await process.wait()
    log = (tmp_path / "out.log").read_bytes() + (tmp_path / "err.log").read_bytes()
    raw = (tmp_path / "plain.log").read_bytes()
    there = [TOKEN, NAME, *WORDS, BROKEN, AT_DISK]
    assert (code, told(raw, there)) == (0, there)
    assert told(log, [TOKEN, TOKEN.partition(":")[2], KEY, *PEOPLE]) == []
    lines = (tmp_path / "err.log").read_text().splitlines()
    assert {key for line in lines for key in json.loads(line)} <= {field.name for field in fields(Entry)}


@pytest.mark.parametrize("canary", [NAME, TOKEN, "żółw ćma"])
async def test_canaries_are_found(canary: str) -> None:
    """The search finds each form in which a word can hide."""
    for form in forms(canary):
        assert told(b"before " + form.upper() + b" after", [canary]) == [canary]
