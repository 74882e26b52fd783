"""What people were told, held against what is kept: lost, twice, unseen, told falsely, owed."""

import logging
import re
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self, TypeAlias

from sqlalchemy import Row, select

from bot.chat import Platform
from bot.keys import Keys
from bot.texts import Words
from domain.messages import Kind
from storage import inbox, updates, waiting
from storage.codec import load_text
from storage.engine import Connection, Store
from storage.schema import outbox, rounds, signals, topics
from storage.states import Delivery
from tests.whole_round.stage import Line

log = logging.getLogger(__name__)

SECRET = "a-secret-of-the-tests"
DISTRICT = "boomgaard"
NUMBER = re.compile(r"\d{4}-\d{4,}")
LANGUAGE = "nl"


@dataclass
class Found:
    """How often each promise was broken; `said` and `news` are what could have gone wrong."""

    said: int = 0
    news: int = 0
    lost: int = 0
    """Told by a person, and not kept."""
    twice: int = 0
    """Kept twice, or news pushed twice."""
    unseen: int = 0
    """A receipt or news that stands on nobody's phone."""
    false_receipts: int = 0
    """A number that a person saw, of which nothing is kept."""
    returned: int = 0
    """Taken back or wiped, and still kept."""
    owed: int = 0
    """Not sent, refused, parked, or due to somebody without a row."""
    unsound: int = 0
    """Stores that fail their own check, rounds that are not there once."""

    @property
    def broken(self) -> int:
        return sum(getattr(self, one.name) for one in fields(self) if one.name not in {"said", "news"})

    def __iadd__(self, other: "Found") -> Self:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        return self

    def __str__(self) -> str:
        return ", ".join(f"{getattr(self, one.name)} {one.name.replace('_', ' ')}" for one in fields(self))


@dataclass(frozen=True)
class Spoken:
    """What everybody said and saw."""

    said: Mapping[str, Sequence[str]]
    taken_back: Sequence[str]
    seen: Mapping[str, Sequence[Line]]
    """On the phone of each, since they last wiped everything."""
    addresses: Mapping[str, tuple[Platform, str]]

    def people(self) -> dict[str, str]:
        """Key -> who."""
        keys = Keys(SECRET)
        return {
            f"p:{keys._digest(platform, f'user:{id_}')}": who
            for who, (platform, id_) in self.addresses.items()
        }


Listen: TypeAlias = Callable[[], Awaitable[Spoken]]


async def words_kept(store: Store, listen: Listen, counted: set[str] | None = None) -> Found:
    """What was said, held against the signals, but those that were counted before."""
    counted = set() if counted is None else counted
    async with store.read() as connection:
        kept = (await connection.execute(select(signals.c.number, signals.c.person, signals.c.text))).all()
    found = _signals([row for row in kept if row.number not in counted], await listen())
    counted |= {row.number for row in kept}
    return found


async def news_told(store: Store, listen: Listen, counted: set[int]) -> Found:
    """When nothing is left to send: the news of which the outbox still knows, but what was counted before."""
    async with store.read() as connection:
        sent = (await connection.execute(select(outbox).where(outbox.c.kind == Kind.UPDATE))).all()
        # The phones after the store: what is sent meanwhile stands on both.
        found = _news([row for row in sent if row.id not in counted], await listen())
        counted |= {row.id for row in sent}
        found += await _owed(connection)
        found.unsound += await _rounds_twice(connection)
    if store.sqlite:
        found.unsound += sum(not sound(file) for file in (store.path, store.vault_path))
    return found


def _signals(kept: Sequence[Row[Any, Any, Any]], spoken: Spoken) -> Found:
    """Every text once; every number on the phone of who said it, and no number on a phone for nothing."""
    texts = [text for row in kept for text in row.text.split("\n") if text]
    said = [text for one in spoken.said.values() for text in one]
    times = {text: sum(text in one for one in texts) for text in (*said, *spoken.taken_back)}
    people, numbers = spoken.people(), Counter(row.number for row in kept)
    unseen = [
        row.number for row in kept if not _shows(spoken.seen.get(people.get(row.person, ""), ()), row.number)
    ]
    _tell("unseen signals", unseen)
    _tell("kept another number of times than once", [text for text in said if times[text] != 1])
    return Found(
        said=len(said) + len(spoken.taken_back),
        lost=sum(not times[text] for text in said),
        twice=sum(times[text] > 1 for text in said) + sum(count > 1 for count in numbers.values()),
        unseen=len(unseen),
        false_receipts=_receipts(spoken, numbers),
        returned=sum(times[text] > 0 for text in spoken.taken_back),
    )


def _tell(what: str, found: Sequence[str]) -> None:
    """For whoever has to find out why."""
    if found:
        log.warning("%s: %s", what, found)


def _shows(lines: Iterable[Line], words: str) -> bool:
    return any(words in line.text for line in lines)


def _news(sent: Sequence[Row[Any]], spoken: Spoken) -> Found:
    """Each update was pushed once at most, and stands on the phone in a message of its own or in the card."""
    words, people, found = Words(), spoken.people(), Found(news=len(sent))
    for row in sent:
        text = words.say(load_text(row.text), LANGUAGE)
        lines = [line for line in spoken.seen.get(people.get(row.recipient, ""), ()) if text in line.text]
        pushed = [line for line in lines if line.pushed]
        # Of what is about no signal there is no card to edit: in doubt it comes twice rather than never.
        found.twice += len(pushed) > 1 and row.signal is not None
        found.unseen += not lines
        _tell(f"news {row.id} in state {row.state}", [text] if not lines or len(pushed) > 1 else [])
    return found


async def _owed(connection: Connection) -> Found:
    counts = await waiting.counts(connection)
    left = sum(counts[one] for one in (Delivery.PENDING, Delivery.SENDING, Delivery.DOUBT, Delivery.PARKED))
    gaps = len(await updates.reconcile(connection, DISTRICT))
    refused, parked = await waiting.refused(connection), await inbox.parked_count(connection)
    owed = Found(owed=left + gaps + refused + parked)
    _tell(
        "owed",
        [f"{left} unsent {counts}, {gaps} gaps, {refused} refused, {parked} parked"] if owed.owed else [],
    )
    return owed


async def _rounds_twice(connection: Connection) -> int:
    """One round of each name, one topic of each rank."""
    names = (await connection.execute(select(rounds.c.district, rounds.c.name))).all()
    ranks = (await connection.execute(select(topics.c.district, topics.c.round, topics.c.rank))).all()
    return sum(count > 1 for found in (names, ranks) for count in Counter(map(tuple, found)).values())


def sound(file: Path) -> bool:
    """Whether SQLite finds nothing wrong with this store."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as store:
        (checked,) = store.execute("PRAGMA integrity_check").fetchone()
        return checked == "ok" and not store.execute("PRAGMA foreign_key_check").fetchall()


def _receipts(spoken: Spoken, kept: Iterable[str]) -> int:
    """Numbers on receipts that people have, of which nothing is kept."""
    shown = {
        number
        for lines in spoken.seen.values()
        for line in lines
        if "is bewaard" in line.text
        for number in NUMBER.findall(line.text)
    }
    return len(shown - set(kept))
