"""How the promises of a wijk stand, gathered for a step of its coordinator that is about them."""

from dataclasses import replace
from datetime import date

from domain.heard import Heard, meant
from domain.policy import Deed
from domain.promises import PromisesNow, coming
from domain.rounds import local_day
from handlers.promises import MOST_ROUNDS, concerns
from handlers.rights import has
from handlers.turn import Situation
from storage import ledger, promises
from storage.engine import Connection


async def with_promises(connection: Connection, situation: Situation, heard: Heard) -> Situation:
    """The same situation; who is no coordinator, or speaks of something else, needs none of it."""
    (act, command), district = meant(heard), situation.district
    if district is None or not has(situation, Deed.EXPLAIN_DELAY):
        return situation
    if not concerns(situation, command, act):
        return situation
    slug, today = district.slug, local_day(situation.now, district.zone)
    due = await promises.due(connection, slug, date.max)
    tables, reasons = await promises.tables(connection, slug), await promises.reasons(connection, slug)
    names = (await ledger.rounds_with_people(connection, slug))[:MOST_ROUNDS]
    rounds = [
        (name, await ledger.of_round(connection, slug, name, district.zone, situation.now)) for name in names
    ]
    skipped = await ledger.skipped(connection, slug, today.replace(day=1), today)
    now = PromisesNow(coming(due, tables, reasons), tuple(rounds), skipped)
    return replace(situation, promises=now)
