"""Numbers for Prometheus, and reasons for a person: enough to run the service by, and nothing of anybody."""

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import insert

from bot.health import BACKUP, HALTED, SERVICE, Signs, reasons, wrong
from bot.listening import LISTENS
from bot.metrics import exposition, page
from domain.signals import Source
from storage import account, pauses
from storage.crowds import crowds
from storage.engine import Store, open_store
from storage.pauses import Pause
from storage.schema import signals
from storage.states import Delivery
from tests.bot.scripted import NOW
from tests.ops.canaries import told
from tests.project.tree import ROOT

WELL = Signs({SERVICE: NOW, f"{LISTENS}telegram": NOW}, dict.fromkeys(Delivery, 0), 0, 0, None, 10**10)
CANARIES = ("Kwikstaart", "!kamer:kwikstaart.nl", "sleutel-van-kwikstaart", "geelgors zingt te hard")


def numbers(text: bytes) -> dict[str, float]:
    """Every sample of ours, with its labels."""
    return {
        one.name + "".join(f" {value}" for value in one.labels.values()): one.value
        for family in text_string_to_metric_families(text.decode())
        for one in family.samples
    }


def test_all_is_well() -> None:
    """A healthy service is healthy in numbers too."""
    assert wrong(WELL, NOW) == ()
    found = numbers(page(WELL, {"boomgaard": 15}, NOW))
    assert found["wijksignaal_healthy"] == 1
    assert found["wijksignaal_people boomgaard"] == 15
    assert found["wijksignaal_platform_heard_seconds telegram"] == NOW.timestamp()
    assert found["wijksignaal_messages pending"] == 0
    assert "wijksignaal_last_backup_seconds" not in found


def beating(name: str, **ago: float) -> Signs:
    """All is well, and this sign of life is so old."""
    return replace(WELL, beats={**WELL.beats, name: NOW - timedelta(**ago)})


PAGE = ROOT / "docs/monitoring.md"
NIGHTLY = timedelta(hours=36)
WRONG = {
    "telegram: gives no answer since 2026-10-12 14:28 UTC": beating(f"{LISTENS}telegram", seconds=91),
    "matrix: M_UNKNOWN: nothing is sent there": beating(f"{HALTED}matrix: M_UNKNOWN"),
    "nothing is sent since 2026-10-12 14:30 UTC": replace(WELL, paused=Pause(NOW, "who knows", "restore")),
    "no backup was ever made": replace(WELL, backup_within=NIGHTLY),
    "the last backup is of 2026-10-11 01:30 UTC": replace(beating(BACKUP, hours=37), backup_within=NIGHTLY),
    "only 1 MB": replace(WELL, free=1024**2),
    "2 events could not be read": replace(WELL, parked_events=2),
    "the service does not run": beating(SERVICE, hours=1),
}


@pytest.mark.parametrize("said", WRONG)
def test_each_reason(said: str) -> None:
    """One line for what is wrong, no other, and the service is not healthy in numbers either."""
    (line,) = wrong(WRONG[said], NOW)
    assert line.startswith(said)
    assert numbers(page(WRONG[said], {}, NOW))["wijksignaal_healthy"] == 0


def test_a_backup_in_time_is_no_matter() -> None:
    """As old as was agreed is well, and nobody agreed on anything is well too."""
    assert wrong(replace(beating(BACKUP, hours=36), backup_within=NIGHTLY), NOW) == ()
    assert wrong(beating(BACKUP, hours=99), NOW) == ()


def test_every_number_is_on_the_page() -> None:
    """docs/monitoring.md names each metric of ours, and no other."""
    full = replace(WELL, beats={**WELL.beats, BACKUP: NOW, f"{HALTED}matrix: x": NOW})
    made = {name.partition(" ")[0] for name in numbers(page(full, {"boomgaard": 5}, NOW))}
    ours = {name for name in made if name.startswith("wijksignaal_")}
    assert ours == set(re.findall(r"`(wijksignaal_\w+)`", PAGE.read_text()))


async def says(store: Store, district: str, people: int, at: datetime = NOW) -> None:
    """So many people say something, two things each, with canaries in every field that is theirs."""
    async with store.begin() as connection:
        for number in range(people * 2):
            row = {
                "number": f"2026-{district}-{number}", "person": f"{CANARIES[2]}-{number // 2}",
                "district": district, "round": "2026-10", "text": CANARIES[3], "source": Source.RESIDENT,
                "neighbourhood": CANARIES[0], "language": "nl", "origin": CANARIES[1], "withheld": False,
                "said_at": at, "promise_on": at.date(), "missed": 0,
            }  # fmt: skip
            await connection.execute(insert(signals), row)


@pytest.mark.asyncio
async def test_no_number_of_a_few_people(tmp_path: Path) -> None:
    """Fewer than five people in a wijk are not there; more are told in steps of five; nothing of anybody."""
    async with open_store(f"sqlite:///{tmp_path}/wijk.sqlite") as store:
        for district, people in {"kwikdorp": 4, "five": 5, "nine": 9, "ten": 10}.items():
            await says(store, district, people)
        await says(store, "before", 9, NOW - timedelta(days=36))
        async with store.begin() as connection:
            assert await crowds(connection, NOW) == {"five": 5, "nine": 5, "ten": 10}
            await pauses.begin(connection, CANARIES[0], "operator", NOW)
        shown = await exposition(store, lambda: NOW)
        assert told(shown, [*CANARIES, "kwikdorp"]) == []
        why = await reasons(store, lambda: NOW)
        assert len(why) == 2
        assert told(json.dumps(why).encode(), CANARIES) == []


@pytest.mark.asyncio
async def test_a_platform_that_is_silent(tmp_path: Path) -> None:
    """What was heard last is kept over a restart; one that is not followed any more is let go."""
    async with open_store(f"sqlite:///{tmp_path}/wijk.sqlite") as store, store.begin() as connection:
        await account.beat(connection, "listens telegram", NOW)
        await account.expect(connection, "listens telegram", NOW + timedelta(hours=1))
        await account.expect(connection, "listens matrix", NOW)
        assert await account.heartbeats_of(connection) == {"listens telegram": NOW, "listens matrix": NOW}
        await account.let_go(connection, "listens telegram")
        assert await account.heartbeats_of(connection) == {"listens matrix": NOW}


@pytest.mark.asyncio
async def test_a_store_that_does_not_answer(tmp_path: Path) -> None:
    """The page says so, and does not break."""
    async with open_store(f"sqlite:///{tmp_path}/wijk.sqlite") as store:
        async with store.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE heartbeats RENAME TO elsewhere")
        (why,) = await reasons(store, lambda: NOW)
    assert why.startswith("nothing can be kept now: ")
