"""Erasing in both stores at once, and bringing them and the journal outside them to the same erasures.

At every start, and after a restore before anything is sent or shown: whoever stands in the journal and not in
the store was erased after the backup, or while the program died.
"""

import logging
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select

from domain.messages import PersonKey, Recipient
from storage import erasure, outbox, vault
from storage.engine import Connection, Store
from storage.journal import Journal
from storage.points import Point, reached
from storage.privacy import hash_of
from storage.schema import people

log = logging.getLogger(__name__)


async def erase(store: Store, person: PersonKey, now: datetime) -> None:
    """Remove this person from everything, at once."""
    keep_outside(store, {hash_of(person): now})
    reached(Point.ERASE_AFTER_JOURNAL)
    async with store.begin() as connection:
        await erasure.erase(connection, person, now)
        await outbox.drop(connection, [person])
    reached(Point.ERASE_AFTER_DELETE)
    async with store.vault_begin() as safe:
        await vault.forget(safe, person)


def keep_outside(store: Store, erased: Mapping[str, datetime]) -> None:
    """In the journal outside the stores, before the rows go. Without it they go all the same."""
    if store.journal is None:
        return
    try:
        store.journal.append(erased)
    except OSError as fault:
        log.error("the erasure journal cannot be written: %s", fault.strerror)  # noqa: TRY400 - known, no trace


async def note_again(store: Store, now: datetime) -> str:
    """What could not be noted before is noted, if it can be now; gives where and why it cannot."""
    journal = store.journal
    if journal is None:
        return ""
    if journal.failed and not journal.barred():
        await settle(store, now)
    return journal.trouble()


def shorten(journal: Journal, before: datetime) -> None:
    """What no backup can bring back any more is taken out of the journal."""
    try:
        journal.forget(before)
    except OSError as fault:
        log.error("the erasure journal cannot be written: %s", fault.strerror)  # noqa: TRY400 - known, no trace


async def settle(store: Store, now: datetime, *others: Mapping[str, datetime]) -> int:
    """Everybody who stands in a journal is gone from the stores; gives how many came back and went again.

    `others`: journals of elsewhere, beside the one of this store.
    """
    outside: dict[str, datetime] = {}
    for journal in (store.journal.read() if store.journal else {}, *others):
        outside |= {one: max(at, outside.get(one, at)) for one, at in journal.items()}
    async with store.begin() as connection:
        inside = await erasure.erased(connection)
        missing = {one: at for one, at in outside.items() if one not in inside or inside[one] < at}
        gone = await erasure.replay(connection, missing, now) if missing else frozenset()
    await _forget_addresses(store, inside | missing)
    unwritten = {one: at for one, at in (inside | missing).items() if outside.get(one) != at}
    keep_outside(store, unwritten if not others else inside | missing)
    return len(gone)


async def _forget_addresses(store: Store, erased: Mapping[str, datetime]) -> None:
    """Whom the journal knows and the wijk's store does not has no address any more."""
    async with store.begin() as connection, store.vault_begin() as safe:
        named = [key for key in await vault.people(safe) if hash_of(key) in erased]
        known = await _known(connection, named)
        gone = [key for key in named if key not in known]
        for key in gone:
            await vault.forget(safe, key)
        await outbox.drop(connection, gone)


async def _known(connection: Connection, keys: Collection[Recipient]) -> frozenset[str]:
    rows = await connection.execute(select(people.c.key).where(people.c.key.in_(keys)))
    return frozenset(rows.scalars())
