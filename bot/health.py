"""Is the service well? Facts in, reasons why not out; for `wijksignaal health` and for the page."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.chat import Platform
from bot.listening import LISTENS
from storage import account, inbox, ledger, mail, pauses, waiting
from storage.engine import STORE_DOWN, Store
from storage.faults import StoreUnusable, plain
from storage.mail import Letter
from storage.pauses import Pause
from storage.states import Delivery

SERVICE, HALTED, MODEL, BACKUP = "service", "halted ", "model ", "backup"
"""Signs of life, by name: of the whole service, of a platform that refuses us, of a failing model, and
when the last backup was made."""
STUCK = "stuck "
"""Sign of life of what cannot be kept, and why."""
UNNOTED = "unnoted "
"""Sign of life of an erasure journal that cannot be written, and why."""
SILENT = timedelta(minutes=2)
UNHEARD = timedelta(seconds=90)
"""A platform answers the question for news within half a minute, also when there is none."""
LATE = timedelta(minutes=15)
LEAST_FREE = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Signs:
    """What is looked at."""

    beats: Mapping[str, datetime]
    counts: Mapping[Delivery, int]
    refused: int
    parked_events: int
    oldest_due: datetime | None
    free: int | None
    """Bytes on the disk of the store; None when that is another machine's."""
    letters: tuple[Letter, ...] = ()
    """Reports that did not go out by e-mail."""
    overdue: int = 0
    """People who wait longer than was promised, as of last night."""
    forgotten: int = 0
    """People who are owed an answer that nothing explains the lack of."""
    paused: Pause | None = None
    backup_within: timedelta | None = None
    """How old the last backup may be; None when nobody promised one."""


def troubles(kept: str, unnoted: str, halted: Mapping[Platform, str], model: str) -> Iterator[str]:
    """Signs of what does not work now, to be kept; each part says why, or nothing."""
    if kept:
        yield f"{STUCK}{kept}"
    if unnoted:
        yield f"{UNNOTED}{unnoted}"
    yield from (f"{HALTED}{platform}: {why}" for platform, why in halted.items())
    if model:
        yield f"{MODEL}{model}"


async def signs(store: Store, backup_within: timedelta | None = None) -> Signs:
    """The signs of this store, without disturbing whoever uses it."""
    async with store.read() as connection:
        kept = await ledger.kept(connection)
        return Signs(
            beats=await account.heartbeats_of(connection),
            counts=await waiting.counts(connection),
            refused=await waiting.refused(connection),
            parked_events=await inbox.parked_count(connection),
            oldest_due=await waiting.next_due(connection),
            free=free(store.path.parent) if store.sqlite else None,
            letters=await mail.unsent(connection),
            overdue=sum(one.overdue for one in kept),
            forgotten=sum(one.forgotten for one in kept),
            paused=await pauses.now_paused(connection),
            backup_within=backup_within,
        )


async def reasons(
    store: Store, clock: Callable[[], datetime], backup_within: timedelta | None = None
) -> list[str]:
    """Why the service is not well; nothing personal. For `/health`."""
    try:
        found = list(wrong(await signs(store, backup_within), clock()))
    except (*STORE_DOWN, StoreUnusable) as fault:
        return [f"nothing can be kept now: {plain(fault)}"]
    stuck = f"nothing can be kept now: {store.trouble}"
    return [stuck, *found] if store.trouble and stuck not in found else found


def free(folder: Path) -> int:
    """Bytes free on the disk of a folder."""
    return shutil.disk_usage(folder).free


def wrong(signs: Signs, now: datetime) -> tuple[str, ...]:
    """What somebody has to look at, one line each; none when all is well."""
    return (
        *_running(signs, now),
        *_stuck(signs, now),
        *_unnoted(signs, now),
        *_paused(signs),
        *_halted(signs, now),
        *_unheard(signs, now),
        *_messages(signs, now),
        *_letters(signs, now),
        *_room(signs),
        *_backup(signs, now),
    )


def remarks(signs: Signs, now: datetime) -> tuple[str, ...]:
    """What is good to know and needs nobody now: without its model the service does all it has to."""
    waiting, parked = signs.counts.get(Delivery.PENDING, 0), signs.counts.get(Delivery.PARKED, 0)
    found = [f"{waiting} messages wait to be sent"] if waiting else []
    found += [f"{parked} messages wait for people who cannot be reached now"] if parked else []
    found += [f"{signs.overdue} people wait longer than was promised"] if signs.overdue else []
    failing = [
        name.removeprefix(MODEL)
        for name, at in signs.beats.items()
        if name.startswith(MODEL) and now - at <= SILENT
    ]
    return (*found, *(f"suggestions are made without the model: {why}" for why in sorted(failing)))


def _running(signs: Signs, now: datetime) -> tuple[str, ...]:
    last = signs.beats.get(SERVICE)
    if last is None:
        return ("the service never ran with this store: start it with wijksignaal run",)
    if now - last > SILENT:
        return (f"the service does not run: its last sign of life was at {_at(last)}, see its log",)
    return ()


def _stuck(signs: Signs, now: datetime) -> tuple[str, ...]:
    found = [name for name, at in signs.beats.items() if name.startswith(STUCK) and now - at <= SILENT]
    return tuple(f"nothing can be kept now: {name.removeprefix(STUCK)}" for name in sorted(found))


def _unnoted(signs: Signs, now: datetime) -> tuple[str, ...]:
    return tuple(
        f"who types wissen is wiped, and cannot be noted in {name.removeprefix(UNNOTED)}: "
        "mend storage.journal, or a restore may bring them back"
        for name, at in sorted(signs.beats.items())
        if name.startswith(UNNOTED) and now - at <= SILENT
    )


def _paused(signs: Signs) -> tuple[str, ...]:
    if signs.paused is None:
        return ()
    return (f"nothing is sent since {_at(signs.paused.begun_at)}, by {signs.paused.by}: wijksignaal resume",)


def _unheard(signs: Signs, now: datetime) -> tuple[str, ...]:
    """Only while the service runs: one that stands still hears nobody."""
    last = signs.beats.get(SERVICE)
    if last is None or now - last > SILENT:
        return ()
    return tuple(
        f"{name.removeprefix(LISTENS)}: gives no answer since {_at(at)}"
        for name, at in sorted(signs.beats.items())
        if name.startswith(LISTENS) and now - at > UNHEARD
    )


def _backup(signs: Signs, now: datetime) -> tuple[str, ...]:
    if signs.backup_within is None:
        return ()
    last = signs.beats.get(BACKUP)
    if last is None:
        return ("no backup was ever made: start wijksignaal-backup.timer, or say wijksignaal backup",)
    if now - last > signs.backup_within:
        return (f"the last backup is of {_at(last)}: look at the log of wijksignaal-backup",)
    return ()


def _halted(signs: Signs, now: datetime) -> tuple[str, ...]:
    """Also when the service stands still since: then this may be why."""
    since = min(now - SILENT, signs.beats.get(SERVICE, now))
    return tuple(
        f"{name.removeprefix(HALTED)}: nothing is sent there until the account works again"
        for name, at in sorted(signs.beats.items())
        if name.startswith(HALTED) and at >= since
    )


def _messages(signs: Signs, now: datetime) -> tuple[str, ...]:
    found: list[str] = []
    if signs.refused:
        found.append(f"{signs.refused} messages were refused for good: look for 'is refused' in the log")
    if signs.forgotten:
        found.append(f"{signs.forgotten} people were forgotten: look at wijksignaal ledger")
    if signs.parked_events:
        found.append(f"{signs.parked_events} events could not be read and were set aside")
    if signs.oldest_due is not None and now - signs.oldest_due > LATE:
        found.append(f"a message waits to be sent since {_at(signs.oldest_due)}")
    return tuple(found)


def _letters(signs: Signs, now: datetime) -> tuple[str, ...]:
    """One line a report and reason, however many readers it has."""
    stuck = {(one.district, one.round, one.why): None for one in signs.letters if one.stuck(now)}
    return tuple(
        f"the report of {district} {name} does not reach everybody by e-mail: {why or 'it waits'}"
        for district, name, why in stuck
    )


def _room(signs: Signs) -> tuple[str, ...]:
    if signs.free is None or signs.free >= LEAST_FREE:
        return ()
    return (f"only {signs.free // 1024**2} MB is free on the disk of the store: make room",)


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
