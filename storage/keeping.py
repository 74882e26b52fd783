"""The daily cleaning, over both stores: what is old goes, in batches, and who fell silent goes whole."""

from datetime import datetime, timedelta

from storage import aside, outbox, retention, settling
from storage.engine import Store
from storage.periods import PROMISED, Periods
from storage.points import Point, reached

ASIDE_STAYS = timedelta(days=7)
"""What a restore put aside is a backup too: whoever is wiped must be gone from it."""


async def forget_old(store: Store, now: datetime, periods: Periods = PROMISED) -> int:
    """Everything whose time has come; gives how many rows and people that were. Ended half-way it goes on."""
    async with store.begin() as connection:
        await outbox.give_up(connection, now)
    gone = 0
    for rule in retention.RULES:
        while taken := await _batch(store, rule, now, periods):
            gone += taken
    gone += await _forget_silent(store, now, periods)
    if store.journal is None or not store.journal.barred():
        await settling.settle(store, now)
    if store.journal is not None:
        settling.shorten(store.journal, now - periods.audit)
    if store.sqlite:
        aside.remove(store.path, now - ASIDE_STAYS)
    return gone


async def _batch(store: Store, rule: retention.Rule, now: datetime, periods: Periods) -> int:
    async with store.begin() as connection:
        taken = await retention.batch(connection, rule, now, periods)
        reached(Point.RETENTION_MID_BATCH)
        return taken


async def _forget_silent(store: Store, now: datetime, periods: Periods) -> int:
    gone = 0
    while True:
        async with store.read() as connection:
            silent = await retention.silent(connection, now, periods)
        for person in silent:
            await settling.erase(store, person, now)
        gone += len(silent)
        if len(silent) < retention.BATCH:
            return gone
