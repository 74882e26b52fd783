"""P15 on Matrix and on the phones of the demo: nothing of people and no secret in the log."""

import asyncio
import logging
from io import StringIO
from pathlib import Path

import pytest

from bot import intake, log
from bot.local import Local
from bot.service import built
from tests.bot.scripted import BOOMGAARD, Clock, sqlite
from tests.exposure.canaries import SAID, STEM
from tests.exposure.on_matrix import Resident, account, room
from tests.generated.homeserver import BOT, Homeserver
from tests.ops import loud as loudly
from tests.ops.canaries import told
from tests.ops.loud import BREAKS
from tests.ops.running import KEY, START, loud, until, written
from tests.whole_round.on_matrix import PLATFORM

pytestmark = pytest.mark.asyncio

PASSWORD, TOKEN = "Distelvink-wachtwoord-55", "syt_Kramsvogel_geheim_31"
WHO, WORDS = f"{STEM.title()} van boven", f"{SAID} zingt te hard"


async def test_on_matrix(tmp_path: Path) -> None:
    """At DEBUG, with every field filled and a handler that raises: no word, name, account, token or password.

    The same records written in Python's own way do hold them.
    """
    people = [Resident(n) for n in range(3)]
    breaking = people[0].says(f"{SAID} {BREAKS} {account(0)}")
    (tmp_path / "password").write_text(PASSWORD)
    async with Homeserver() as server:
        server.token = TOKEN
        server.brings(
            {"rooms": {"join": {room(one.n): {"state": {"events": one.joins()}} for one in people}}}
        )
        said = {room(one.n): {"timeline": {"events": one.speaks()}} for one in people}
        server.brings({"rooms": {"join": said}})
        server.brings({"rooms": {"join": {room(0): {"timeline": {"events": [breaking]}}}}})
        async with loud(tmp_path, PLATFORM.format(homeserver=server.url, bot=BOT)) as (process, _):
            await written(tmp_path / "err.log", "is parked")
            await until(lambda: all("is bewaard" in str(server.heard.get(room(one.n))) for one in people))
            process.terminate()
            async with asyncio.timeout(START):
                code = await process.wait()
    shown = (tmp_path / "out.log").read_bytes() + (tmp_path / "err.log").read_bytes()
    there = [SAID, STEM]
    assert (code, told((tmp_path / "plain.log").read_bytes(), there)) == (0, there)
    assert told(shown, [SAID, STEM, KEY, TOKEN, PASSWORD]) == []


async def test_on_the_phones_of_the_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for who tries it out, through the same log."""
    plain, told_so = StringIO(), StringIO()
    as_told, raw = logging.StreamHandler(told_so), logging.StreamHandler(plain)
    as_told.setFormatter(log.OneLine("json", (KEY,)))
    raw.setFormatter(logging.Formatter("%(name)s %(message)s"))
    root, level = logging.getLogger(), logging.getLogger().level
    monkeypatch.setattr(intake, "step", loudly._breaking)
    clock = Clock()
    local = Local(tmp_path / "phones", clock)
    try:
        for handler in (raw, as_told):
            root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        async with built(sqlite(tmp_path), KEY, (BOOMGAARD,), (local,), clock) as house:
            local.open(WHO)
            for words in (WORDS, f"{WORDS} {BREAKS}"):
                local.say(WHO, words)
            await house.intake.take(await anext(local.listen(None)), local.bot)
            await house.send_all()
    finally:
        root.setLevel(level)
        for handler in (raw, as_told):
            root.removeHandler(handler)
    assert told(plain.getvalue().encode(), [SAID, STEM]) == [SAID]
    assert "parked" in told_so.getvalue()
    assert told(told_so.getvalue().encode(), [SAID, STEM, KEY]) == []
