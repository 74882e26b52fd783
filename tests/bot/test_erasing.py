"""`wissen`, byte by byte: of twenty people nothing is left in any file, and a restore brings back none."""

import asyncio
import base64
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import select

from bot.chat import Edit, Photo, Unreadable, Words
from bot.health import reasons
from domain.invitations import Grant
from domain.signals import Signal
from storage import archive, backup, restoring, schema, signals
from storage.engine import open_store
from storage.journal import JOURNAL_FILE, Journal
from storage.periods import Keeping
from storage.points import Point, listen
from storage.privacy import hash_of
from tests.bot.scripted import Street, sqlite, street

PEOPLE = 20
CANARY = "ijsvogel"
FRAUD = "Jan van de Pruimenlaan steelt, "
"""Held for the coordinator: an accusation."""

pytestmark = pytest.mark.asyncio


def canary(n: int, what: str = "") -> str:
    """A word that only this person has, and only here."""
    return f"{CANARY}{what}{n:02d}"


def forms(word: str) -> Iterator[bytes]:
    """A word as bytes: plain, wide, percent-encoded, hexadecimal, and inside base64 at any place."""
    raw = word.encode()
    yield raw
    yield raw.upper()
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield quote("".join(f"%{byte:02x}" for byte in raw), safe="%").encode()
    yield raw.hex().encode()
    for before in range(3):
        # Without what hangs together with its neighbours.
        whole = base64.b64encode(b"\0" * before + raw)
        yield whole[4 if before else 0 : -4]


def found(folder: Path, words: tuple[str, ...]) -> list[str]:
    """Which of these words stand in any file below this folder, in any form."""
    hits = []
    for file in (path for path in folder.rglob("*") if path.is_file()):
        data = file.read_bytes()
        hits += [f"{file.name}: {word}" for word in words if any(form in data for form in forms(word))]
    return hits


async def lives(at: Street, n: int) -> None:
    """Somebody who leaves words wherever words can stand."""
    who = canary(n, "id")
    lamp = await at.says(who, f"de lamp bij {canary(n, 'lamp')} is al weken kapot")
    await at.says(who, "Appelhof")
    await at.take(at.event(who, Edit(lamp.message, f"de lamp bij {canary(n, 'edit')} doet het niet")))
    await at.take(at.event(who, Photo(canary(n, "file"), f"kijk eens bij {canary(n, 'photo')} hoe donker")))
    await at.says(who, f"{FRAUD}zegt {canary(n, 'held')}")
    await at.take(at.event(who, Unreadable(f'{{"text": "{canary(n, "raw")}"}}', "KeyError")))
    await at.says(who, f"er is brand bij {canary(n, 'fire')}")
    await at.house.send_all()


async def leaves(at: Street, n: int) -> None:
    """They type it, and mean it."""
    who = canary(n, "id")
    await at.says(who, "wissen")
    await at.house.send_all()
    await at.presses(who, at.button(who, "Ja, wis alles"))
    assert any("gewist" in text for text in await at.hears(who))


async def coordinator_reads(at: Street) -> None:
    """What was held stands in another person's chat as well."""
    await at.becomes("sofie", Grant.COORDINATOR)
    await at.says("sofie", "vastgehouden")
    assert any(CANARY in text for text in await at.hears("sofie"))


async def nothing_left(at: Street, folder: Path) -> list[str]:
    """What is found a minute later in the stores, and after the cleaning of the day in any byte."""
    at.clock.on(minutes=1)
    await at.house.send_all()
    at.clock.on(days=1)
    await at.house.tick()
    return found(folder, (CANARY,))


async def test_of_twenty_people_nothing_is_left(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In stores, logs of the stores and journals: no byte, in no form; then not from a backup either."""
    backups = tmp_path_factory.mktemp("backups")
    async with street(sqlite(folder)) as at:
        for n in range(PEOPLE):
            await lives(at, n)
        await at.says("gerda", "de stoep bij de bushalte ligt los")
        await coordinator_reads(at)
        assert len(found(folder, tuple(canary(n, "edit") for n in range(PEOPLE)))) >= PEOPLE
        made = _backed_up(at, backups)
        for n in range(PEOPLE):
            await leaves(at, n)
        assert await nothing_left(at, folder) == []
        url, now = str(at.house.store.url), at.clock.on(minutes=1)
    assert found(backups, (CANARY,))
    async with restoring.restoring(Keeping(url), None, made, now) as restored:
        assert restored.gone_again == PEOPLE
    async with open_store(url) as store, store.read() as connection:
        names = (await connection.execute(select(schema.signals.c.text))).scalars().all()
        assert names == ["de stoep bij de bushalte ligt los"]
    archive.remove_older(backups, now + timedelta(days=7))
    assert found(folder, (CANARY,)) + found(backups, (CANARY,)) == []


def _backed_up(at: Street, backups: Path) -> Path:
    with archive.workplace(backups) as place:
        parts = place / "parts"
        backup.copy(at.house.store.path, at.house.store.vault_path, None, parts)
        manifest = archive.Manifest(at.clock(), "test", "sqlite", {}, {})
        archive.write(parts, manifest, backups / archive.name_at(at.clock()))
    return backups / archive.name_at(at.clock())


@pytest.mark.parametrize("point", [Point.ERASE_AFTER_JOURNAL, Point.ERASE_AFTER_DELETE])
async def test_killed_while_wiping(folder: Path, point: Point) -> None:
    """`kill -9` after the journal, and after the rows: after the next start it is done, once and for all."""
    async with street(sqlite(folder)) as at:
        await lives(at, 0)
        who = canary(0, "id")
        await at.says(who, "wissen")
        await at.house.send_all()
        token = at.button(who, "Ja, wis alles")
    assert _killed_at(point, folder, who, token)
    assert (folder / JOURNAL_FILE).exists()
    async with street(sqlite(folder)) as at:
        at.clock.on(minutes=2)
        async with at.house.store.read() as connection:
            assert (await connection.execute(select(schema.signals.c.number))).all() == []
        assert await nothing_left(at, folder) == []


def _killed_at(point: Point, folder: Path, who: str, token: str) -> bool:
    child = os.fork()
    if child == 0:
        _dies_at(point, folder, who, token)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def _dies_at(point: Point, folder: Path, who: str, token: str) -> None:
    async def press() -> None:
        async with street(sqlite(folder)) as at:
            # Other ids than before: this is a new run.
            for _ in range(1_000):
                next(at._events)
            listen(lambda reached: os._exit(9) if reached is point else None)
            await at.presses(who, token)

    asyncio.set_event_loop(None)
    asyncio._set_running_loop(None)
    asyncio.run(press())
    os._exit(0)


async def test_who_comes_back_stays(folder: Path) -> None:
    """A restart, or a restore of a backup of their new life, does not wipe somebody who began again."""
    async with street(sqlite(folder)) as at:
        await lives(at, 1)
        await leaves(at, 1)
        at.clock.on(minutes=1)
        await at.house.send_all()
        await at.says(canary(1, "id"), "toch nog iets: de bank in het park is stuk")
        await at.house.send_all()
    async with street(sqlite(folder)) as at:
        at.clock.on(minutes=3)
        await at.house.tick()
        assert [one.text for one in await _own(at, canary(1, "id"))] == [
            "toch nog iets: de bank in het park is stuk"
        ]


async def _own(at: Street, who: str) -> tuple[Signal, ...]:
    async with at.house.store.read() as connection:
        return await signals.own(connection, at.key(who))


async def test_an_event_of_nobody_holds_no_words(folder: Path) -> None:
    """What cannot be laid at anybody's door is parked as a shape: `wissen` could not reach it."""
    async with street(sqlite(folder)) as at:
        event = at.event("", Unreadable(f'{{"text": "{canary(3)}", "update_id": 7}}', "KeyError"))
        await at.take(event, at.event("anna", Words("hallo")))
        async with at.house.store.read() as connection:
            (row,) = (await connection.execute(select(schema.parked))).all()
        assert row.person == ""
        assert row.raw == '{"text": "text of 10", "update_id": "int"}'


async def test_a_journal_that_cannot_be_written_is_told(folder: Path) -> None:
    """Who wipes is wiped all the same, health says that it cannot be noted, and mended it is noted."""
    journal = folder / JOURNAL_FILE
    async with street(sqlite(folder)) as at:
        await lives(at, 1)
        journal.mkdir()
        await leaves(at, 1)
        assert await _own(at, canary(1, "id")) == ()
        await at.house.tick()
        (told,) = [one for one in await reasons(at.house.store, at.clock) if "wissen" in one]
        assert told == (
            f"who types wissen is wiped, and cannot be noted in {journal} (Is a directory): "
            "mend storage.journal, or a restore may bring them back"
        )
        journal.rmdir()
        await at.house.tick()
        assert hash_of(at.key(canary(1, "id"))) in Journal(journal).read()
        at.clock.on(minutes=3)
        await at.house.tick()
        assert not [one for one in await reasons(at.house.store, at.clock) if "wissen" in one]
