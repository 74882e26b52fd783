"""What stands in the folder of a wijk at this moment, for everybody and for partners."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actions import Action
from domain.districts import District
from domain.folder import AnsweredRound, Folder, PartnerAction, WijkPage
from domain.report import Answered
from domain.rounds import RoundStatus, local_day, span_of
from domain.telling import RoundFeedback
from storage import ledger, practice
from storage.agreements import agreements_of
from storage.reports import report_of
from storage.rounds import Reported, rounds_of
from storage.schema import actions, topics
from storage.telling import feedback_of, rounds_told

SHOWN = 6
"""Rounds on the page; the folder has all of them."""

_ACTIONS = (
    select(actions, topics.c.title, topics.c.round)
    .join_from(actions, topics)
    .where(actions.c.district == bindparam("district"))
    .order_by(topics.c.round.desc(), topics.c.rank)
)


async def wijk_page(
    connection: AsyncConnection, district: District, now: datetime, most: int | None = SHOWN
) -> WijkPage:
    """What everybody may read now, with so many rounds (None: all). Its doors are not known here."""
    held = await rounds_of(connection, district.slug)
    today = local_day(now, district.zone)
    span = span_of(district.rhythm, today)
    if any(one.span.name == span.name and one.reported_at is not None for one in held):
        # Its report is out already: what is said now counts in the next one.
        span = span_of(district.rhythm, span.last + timedelta(days=1))
    choosing = next((one for one in held if one.status is RoundStatus.CHOOSING), None)
    agreed = await agreements_of(connection, district.slug)
    return WijkPage(
        district=district.name,
        slug=district.slug,
        contact=district.contact,
        today=today,
        collects_until=span.last,
        promise_on=span.last + timedelta(days=district.answer_days),
        choosing=choosing.span.last if choosing else None,
        told=await _told(connection, district, most),
        answered=await _answered(connection, district, held, now),
        agreements=tuple((one.theme, version) for one in agreed if (version := one.agreed) is not None),
        address=district.page,
    )


async def _told(
    connection: AsyncConnection, district: District, most: int | None
) -> tuple[RoundFeedback, ...]:
    names = islice(await rounds_told(connection, district.slug), most)
    found = [await feedback_of(connection, district, name) for name in names]
    return tuple(one for one in found if one is not None and one.topics)


async def _answered(
    connection: AsyncConnection, district: District, held: tuple[Reported, ...], now: datetime
) -> AnsweredRound | None:
    """Of the newest round that closed: since then everybody is told."""
    last = next((one for one in held if one.status is RoundStatus.CLOSED), None)
    if last is None:
        return None
    found = await ledger.of_round(connection, district.slug, last.span.name, district.zone, now)
    if not found.reporters:
        return None
    answered = Answered(found.reporters, found.answered, found.in_time, found.median_days)
    return AnsweredRound(last.span.last, answered)


async def folder_of(connection: AsyncConnection, district: District, now: datetime) -> Folder:
    """Everything of this wijk as it stands now."""
    held = await rounds_of(connection, district.slug)
    newest = next((one for one in held if one.reported_at is not None), None)
    rows = await connection.execute(_ACTIONS, {"district": district.slug})
    return Folder(
        page=await wijk_page(connection, district, now, most=None),
        agreements=await agreements_of(connection, district.slug),
        actions=tuple(map(_action, rows)),
        report=await report_of(connection, district, newest.span.name) if newest else None,
        practices=await practice.of(connection, district.slug),
    )


def _action(row: Row[Any]) -> PartnerAction:
    kept = Action(**{name: getattr(row, name) for name in Action.__slots__})
    # Who gets the reminders is nobody's business here.
    return PartnerAction(row.round, replace(kept, owner_key=None), row.partners)
