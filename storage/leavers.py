"""Whom an operator removes: found by the number of a signal, also where somebody else logged it for them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import PersonKey
from domain.signals import SignalNumber, Source
from storage import privacy
from storage.engine import Store
from storage.erasure import unsay
from storage.schema import followers, signals

FOR_OTHERS = (Source.SURVEY, Source.TALK)


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who goes, and how much is kept of them, by table."""

    person: str
    about: str
    kept: Mapping[str, int]
    respondent: str | None = None
    """They did not write themselves: what `person` logged under this code goes."""
    number: SignalNumber | None = None


async def by_number(connection: AsyncConnection, number: str) -> Leaver | None:
    """Whose signal it is."""
    row = (await connection.execute(select(signals).where(signals.c.number == number))).one_or_none()
    if row is None:
        return None
    if row.source in FOR_OTHERS:
        count = len(await _logged(connection, row.person, row.respondent, row.number))
        about = f"Somebody for whom {number} was logged"
        return Leaver(row.person, about, {"signals": count}, row.respondent or "", row.number)
    everything = await privacy.everything_of(connection, PersonKey(row.person))
    kept = {name: len(rows) for name, rows in everything.items() if rows}
    return Leaver(row.person, f"The person who gave {number}", kept)


async def wipe_respondent(store: Store, leaver: Leaver) -> tuple[PersonKey, ...]:
    """What was logged for them goes; gives who follow these signals: that can be nobody else."""
    async with store.begin() as connection:
        numbers = await _logged(connection, leaver.person, leaver.respondent, leaver.number)
        texts = (
            await connection.execute(select(signals.c.text).where(signals.c.number.in_(numbers)))
        ).scalars()
        await unsay(connection, tuple(texts))
        found = select(followers.c.person).where(followers.c.signal.in_(numbers)).distinct()
        follow = tuple(PersonKey(key) for key in (await connection.execute(found)).scalars())
        await connection.execute(delete(signals).where(signals.c.number.in_(numbers)))
        return follow


async def _logged(
    connection: AsyncConnection, person: str, respondent: str | None, number: SignalNumber | None
) -> tuple[str, ...]:
    theirs = signals.c.respondent == respondent if respondent else signals.c.number == number
    found = select(signals.c.number).where(signals.c.person == person, theirs)
    return tuple((await connection.execute(found)).scalars())
