"""Everybody hears back, once, whatever dies on the way; and the ledger says what people really received."""

import asyncio
import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.command_line import Tools, build
from domain.rounds import RoundName
from storage import inbox, signals, updates, waiting
from storage.engine import open_store
from storage.states import Delivery
from tests.whole_round import performing, way_back
from tests.whole_round.cast import PEOPLE, RESIDENTS
from tests.whole_round.lives import Nursery
from tests.whole_round.outcome import settled
from tests.whole_round.performing import Performance
from tests.whole_round.stage import Disturb, Line, Stage, nothing
from tests.whole_round.story import morning
from tests.whole_round.test_kills import every
from tests.whole_round.way_back import (
    ASKED,
    ASKED_IN_TURKISH,
    CHOSEN,
    CHOSEN_IN_TURKISH,
    DONE,
    DONE_IN_TURKISH,
    NO_NEWS,
    NO_NEWS_IN_TURKISH,
    REFERRED,
    SAID,
    STARTED,
    STARTED_IN_TURKISH,
    YES,
)

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(300)]

HEARS = {
    "anna": (NO_NEWS, CHOSEN, STARTED, ASKED, DONE),
    "ben": (NO_NEWS, CHOSEN, STARTED, ASKED, DONE),
    "eva": (NO_NEWS_IN_TURKISH, CHOSEN_IN_TURKISH, STARTED_IN_TURKISH, ASKED_IN_TURKISH, DONE_IN_TURKISH),
    "cees": (NO_NEWS, REFERRED),
    "dirk": (YES,),
}
"""What each must hear, once; everybody else hears no news at all."""
EMPTY = {NO_NEWS, NO_NEWS_IN_TURKISH}
"""Honest, but no answer."""
KINDS = frozenset(kind for kinds in HEARS.values() for kind in kinds)
STEPS = 75
"""The story has a few more."""


async def test_the_ledger_says_what_people_received(nursery: Nursery, tmp_path: Path) -> None:
    """While people wait after a broken promise, and at the end: the same numbers as on their phones."""
    async with performing.telegram(nursery, tmp_path) as played:
        stage = Stage(played.phones, played.clock, played.lives)
        await way_back.people_speak(stage, played.code)
        await way_back.the_fast_lane(stage)
        await way_back.the_broken_promise(stage)
        await stage.until(morning(11, 9))
        await settled(played)
        await _the_ledger_agrees(played, tmp_path)
        await way_back.the_late_meeting(stage)
        await settled(played)
        await _the_ledger_agrees(played, tmp_path)
        assert await played.lives.ends() == 0, played.lives.log()


async def test_killed_after_every_step(nursery: Nursery, tmp_path: Path) -> None:
    """`kill -9` as soon as a person saw the answer."""
    async with performing.telegram(nursery, tmp_path) as played:
        await _perform(played, tmp_path, after=every(played.lives))
        assert played.lives.kills > STEPS


async def test_killed_before_the_answer_on_postgresql(
    nursery: Nursery, postgres_url: str, tmp_path: Path
) -> None:
    """With the store of a town: `kill -9` as soon as a person acted, at every third step."""
    async with performing.telegram(nursery, tmp_path, postgres_url) as played:
        await _perform(played, tmp_path, during=every(played.lives, lambda step: step % 3 == 0))
        assert played.lives.kills > STEPS / 3


async def _perform(
    played: Performance, folder: Path, during: Disturb = nothing, after: Disturb = nothing
) -> None:
    stage = Stage(played.phones, played.clock, played.lives, during=during, after=after)
    await way_back.the_way_back(stage, played.code)
    await settled(played)
    heard = {who: await played.phones.look(who) for who in PEOPLE}
    assert await played.lives.ends() == 0, played.lives.log()
    for who in PEOPLE:
        _heard_once(who, heard[who])
    await _nothing_is_owed(played)
    await _the_ledger_agrees(played, folder)


def _heard_once(who: str, lines: list[Line]) -> None:
    """Each kind of news pushed at most once and seen at least once, and no other kind."""
    news = [line for line in lines if _kind(line)]
    if who not in RESIDENTS:
        # Who checks or decides reads the same words in a question; they are no news to them.
        return
    assert {_kind(line) for line in news} == set(HEARS.get(who, ())), (who, news)
    pushed = Counter(_kind(line) for line in news if line.pushed)
    assert not [kind for kind, times in pushed.items() if times > 1], (who, pushed)


def _kind(line: Line) -> str:
    return next((kind for kind in KINDS if kind in line.text), "")


async def _nothing_is_owed(played: Performance) -> None:
    """Every signal once, nothing parked, refused or left to send, and owed minus told is nothing."""
    async with open_store(played.url) as store, store.read() as connection:
        given = [
            one
            for month in ("2026-10", "2026-11", "2026-12")
            for one in await signals.of_round(connection, "boomgaard", RoundName(month))
        ]
        assert Counter(one.text for one in given) == Counter(SAID)
        assert await updates.reconcile(connection, "boomgaard") == ()
        assert await inbox.parked_count(connection) == 0
        counted = await waiting.counts(connection)
    assert {state for state, count in counted.items() if count} == {Delivery.SENT}, counted


# --- the ledger and the phones --------------------------------------------------------------------


async def _the_ledger_agrees(played: Performance, folder: Path) -> None:
    """What the command says of October is what the phones of its reporters showed."""
    said = await asyncio.to_thread(_ledger, played, folder)
    heard = {who: {_kind(line) for line in await played.phones.look(who)} - {""} for who in HEARS}
    answered = {who for who, kinds in heard.items() if kinds - EMPTY}
    wiped = 1
    assert {name: said[name] for name in ("signals", "owed", "told", "answered", "in_time", "late")} == {
        "signals": len(HEARS),
        "owed": len(HEARS) + wiped,
        "told": sum(map(bool, heard.values())),
        "answered": len(answered),
        "in_time": len([who for who in answered if not heard[who] & EMPTY]),
        "late": len([who for who in answered if heard[who] & EMPTY]),
    }
    waits = len(HEARS) - len(answered)
    assert said["reasons"] == {"wiped": wiped} | ({"undecided": waits} if waits else {})
    assert (said["waiting"], said["overdue"], said["difference"]) == (waits, waits, 0)


def _ledger(played: Performance, folder: Path) -> dict[str, object]:
    tools = Tools(played.clock, run=lambda *_: 0, demo=lambda *_: 0)
    asked = ("ledger", "--config", str(folder / "config.toml"), "--wijk", "boomgaard", "--round", "2026-10")
    done = CliRunner().invoke(build(tools), [*asked, "--format", "json"])
    assert done.exit_code == 0, done.output
    (october,) = json.loads(done.stdout)
    assert isinstance(october, dict)
    return october
