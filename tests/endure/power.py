"""The power fails: what was written and not synced is gone, or half there, in no order. 200 times.

    python -m tests.endure.power [--times 200] [--seed 1]

One month in the wijk runs under strace, which tells every write, sync and message in the order in which
they were asked for. Then, for each moment at which the power fails, the files are put together as a disk
could hold them, opened with the store of the product, and held against what was told by that moment.
Ends with 1 when anything told was lost.
"""

import argparse
import asyncio
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from urllib.parse import unquote_plus

from bot.texts import Words
from storage.codec import load_text
from storage.engine import open_store
from tests.endure.audit import LANGUAGE, NUMBER, sound
from tests.endure.deaths import Deaths
from tests.endure.living import Wijk
from tests.endure.syscalls import (
    Deed,
    Received,
    Removed,
    Sent,
    Shortened,
    Synced,
    Wrote,
    command,
    deeds,
    of_store,
)
from tests.endure.worlds import PATIENCE, on_telegram_with, settle
from tests.whole_round.lives import Nursery
from tests.whole_round.stage import Stage

SECTOR = 512
"""Disks write this much whole or not at all."""
STORE, VAULT = "data.sqlite", "vault.sqlite"
_OFFSET = re.compile(rb"offset=(\d+)")
_UPDATE = re.compile(rb'"update_id": ?(\d+)((?:(?!"update_id").)*)')
_NOTHING = b"new_chat_members"
"""Telegram tells twice that the bot is in a group; this one says nothing new."""


# --- one month, written down ------------------------------------------------------------------------


@dataclass(frozen=True)
class Month:
    """Everything the service did, and its files before it began."""

    before: dict[str, bytes]
    deeds: Sequence[Deed]


async def month(folder: Path, seed: int) -> Month:
    """One life of the service, one month of people; nothing is killed."""
    log = folder / "strace.log"
    nursery = Nursery(command(log))
    try:
        async with on_telegram_with(folder / "house", faults=False) as world:
            house = world.config.parent
            code = await world.invites()
            before = {name: (house / name).read_bytes() for name in (STORE, VAULT)}
            deaths = Deaths(nursery, world.config, Random(seed), ())
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(deaths.run())
                still = partial(settle, world)
                stage = Stage(world.phones, world.clock, deaths, patience=PATIENCE)
                wijk = Wijk(stage, still, still, Random(seed))
                await wijk.begins(code)
                await wijk.month()
                deaths.end()
    finally:
        nursery.close()
    return Month(before, of_store(deeds(log), house))


# --- the disk ---------------------------------------------------------------------------------------


@dataclass
class Disk:
    """What surely is on the disk, and what may be."""

    sure: dict[str, bytearray]
    maybe: dict[str, list[Deed]] = field(default_factory=dict)

    def take(self, deed: Deed) -> None:
        """One deed of the process."""
        match deed:
            case Wrote(file) | Shortened(file) | Removed(file):
                self.maybe.setdefault(file.name, []).append(deed)
            case Synced(file):
                for one in self.maybe.pop(file.name, []):
                    _do(self.sure, one)
            case _:
                pass

    def after_a_failure(self, chance: Random) -> dict[str, bytearray]:
        """The files that somebody finds: of what was not synced any part, each piece whole or torn."""
        found = {name: bytearray(data) for name, data in self.sure.items()}
        for pending in self.maybe.values():
            for one in pending:
                if chance.random() < 0.5:
                    _do(found, _torn(one, chance))
        return found


def _do(files: dict[str, bytearray], deed: Deed) -> None:
    match deed:
        case Wrote(file, at, data):
            held = files.setdefault(file.name, bytearray())
            held.extend(bytes(max(0, at + len(data) - len(held))))
            held[at : at + len(data)] = data
        case Shortened(file, size):
            held = files.setdefault(file.name, bytearray())
            held[:] = held[:size].ljust(size, b"\0")
        case Removed(file):
            files.pop(file.name, None)
        case _:
            pass


def _torn(deed: Deed, chance: Random) -> Deed:
    """One in four writes of more than a sector is there in part."""
    if isinstance(deed, Wrote) and len(deed.data) > SECTOR and chance.random() < 0.25:
        whole = chance.randrange(1, len(deed.data) // SECTOR + 1) * SECTOR
        return Wrote(deed.file, deed.at, deed.data[:whole])
    return deed


# --- what was promised ------------------------------------------------------------------------------


@dataclass
class Told:
    """What the service had said to anybody by some moment."""

    numbers: set[str] = field(default_factory=set)
    """Signals of which a receipt was sent."""
    acknowledged: set[str] = field(default_factory=set)
    """Updates that Telegram will not bring again."""
    news: set[str] = field(default_factory=set)
    """News that was sent, in the words of its request."""
    brought: set[int] = field(default_factory=set)
    """Updates that came from Telegram."""

    def take(self, deed: Deed) -> None:
        """One deed of the process."""
        if isinstance(deed, Received):
            found = _UPDATE.findall(deed.data)
            self.brought |= {int(number) for number, body in found if _NOTHING not in body}
        elif isinstance(deed, Sent):
            for offset in _OFFSET.findall(deed.data):
                self.acknowledged |= {str(one) for one in self.brought if one < int(offset)}
            self._take_words(unquote_plus(deed.data.decode("utf-8", "replace")))

    def _take_words(self, words: str) -> None:
        if "is bewaard" in words:
            self.numbers |= set(NUMBER.findall(words))
        if "Nieuws over uw signaal" in words and "Is dit duidelijk?" not in words:
            self.news.add(words)


@dataclass
class Losses:
    """Over all failures: how many there were, what they could have cost, and what they did cost."""

    failures: int = 0
    told: int = 0
    lost: int = 0
    forgotten: int = 0
    """Acknowledged, and not kept."""
    again: int = 0
    """News that was sent and would be sent once more."""
    apart: int = 0
    """People of the store of whom the vault knows no address."""
    unsound: int = 0

    @property
    def broken(self) -> int:
        return self.lost + self.forgotten + self.again + self.apart + self.unsound

    def __str__(self) -> str:
        return (
            f"{self.failures} power failures, {self.told} receipts, acknowledgements and news before them: "
            f"{self.lost} signals lost, {self.forgotten} messages lost, {self.again} news twice, "
            f"{self.apart} people without an address, {self.unsound} unsound stores"
        )


def failures(lived: Month, times: int, seed: int) -> Iterator[tuple[dict[str, bytearray], Told]]:
    """The files and what was told, at moments at which something is written and not synced yet."""
    chance = Random(seed)
    writes = [place for place, one in enumerate(lived.deeds) if isinstance(one, Wrote | Shortened)]
    moments = set(chance.sample(writes, min(times, len(writes))))
    disk, told = Disk({name: bytearray(data) for name, data in lived.before.items()}), Told()
    for place, deed in enumerate(lived.deeds):
        disk.take(deed)
        told.take(deed)
        if place in moments:
            yield disk.after_a_failure(chance), told


async def held_against(files: dict[str, bytearray], told: Told, folder: Path, losses: Losses) -> None:
    """Start as the product starts after the power came back, and look."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    async with open_store(f"sqlite:///{folder / STORE}"):
        pass  # recovery and the check of both schemas
    losses.failures += 1
    losses.told += len(told.numbers) + len(told.acknowledged) + len(told.news)
    losses.unsound += sum(not sound(folder / name) for name in (STORE, VAULT))
    with closing(sqlite3.connect(folder / STORE)) as store, closing(sqlite3.connect(folder / VAULT)) as safe:
        losses.lost += len(told.numbers - _column(store, "SELECT number FROM signals"))
        losses.forgotten += _forgotten(told, _column(store, "SELECT event_id FROM inbox"))
        waiting = _column(store, "SELECT text FROM outbox WHERE kind = 'update' AND state = 'pending'")
        losses.again += sum(_was_sent(Words().say(load_text(text), LANGUAGE), told) for text in waiting)
        people = _column(store, "SELECT person FROM signals UNION SELECT recipient FROM outbox")
        losses.apart += len(people - _column(safe, "SELECT key FROM addresses"))


def _was_sent(text: str, told: Told) -> bool:
    return any(text in sent for sent in told.news)


def _forgotten(told: Told, kept: set[str]) -> int:
    """After thirty days the ids of events go, the oldest first."""
    oldest = min((int(one) for one in kept), default=0)
    return len({one for one in told.acknowledged if int(one) >= oldest} - kept)


def _column(store: sqlite3.Connection, question: str) -> set[str]:
    return {str(found) for (found,) in store.execute(question)}


async def failed(folder: Path, *, times: int, seed: int) -> Losses:
    """The month, and so many failures."""
    lived, losses = await month(folder, seed), Losses()
    for place, (files, told) in enumerate(failures(lived, times, seed)):
        found = folder / f"found-{place}"
        found.mkdir()
        await held_against(files, told, found, losses)
    return losses


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        losses = asyncio.run(failed(Path(name), times=asked.times, seed=asked.seed))
    print(losses)  # noqa: T201 - a program
    sys.exit(1 if losses.broken or not losses.told else 0)


if __name__ == "__main__":
    main()
