"""A report as it was kept: everything needed to show a round again, at any later time.

One module for each part of `RoundReport`; `report_of` puts them together.
"""

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.disclosure import veiled
from domain.districts import District
from domain.report import Mention, RoundReport
from domain.rounds import RoundName
from storage.reports.asked import Asked
from storage.reports.asks import skipped_asks
from storage.reports.doing import open_actions
from storage.reports.fast_lane import fast_lane
from storage.reports.passing import passed_on
from storage.reports.ranked import most_first, ranked
from storage.reports.telling import answered
from storage.schema import rounds

_ROUND = select(rounds).where(
    rounds.c.district == bindparam("district"),
    rounds.c.name == bindparam("round"),
    rounds.c.reported_at.isnot(None),
)
_PREVIOUS = (
    select(rounds.c.name, rounds.c.reported_at)
    .where(
        rounds.c.district == bindparam("district"),
        rounds.c.last < bindparam("first"),
        rounds.c.reported_at.isnot(None),
    )
    .order_by(rounds.c.last.desc())
    .limit(1)
)


async def report_of(connection: AsyncConnection, district: District, name: RoundName) -> RoundReport | None:
    """The report of a round with all that happened since; None while it collects."""
    kept = (await connection.execute(_ROUND, {"district": district.slug, "round": name})).one_or_none()
    if kept is None:
        return None
    asked = replace(await _asked(connection, kept), zone=district.zone)
    counts = json.loads(kept.counts)
    five, others = await ranked(connection, asked)
    report = RoundReport(
        district=district.name,
        slug=district.slug,
        round=name,
        starts=kept.first,
        ends=kept.last,
        people=counts["people"],
        messages=counts["messages"],
        topics=five,
        neighbourhoods=most_first(dict.fromkeys(district.neighbourhoods, 0) | counts["neighbourhoods"]),
        languages=most_first(counts["languages"]),
        sources=most_first(counts["sources"]),
        others=others,
        previous=await answered(connection, asked),
        open_actions=await open_actions(connection, asked),
        passed_on=await passed_on(connection, asked),
        fast_lane=await fast_lane(connection, asked),
        skipped_asks=await skipped_asks(connection, asked),
        good_news=tuple(Mention(**one) for one in counts["good_news"]),
        quiet_voice=counts["quiet_voice"] and Mention(**counts["quiet_voice"]),
        checked=counts["checked"],
        model=counts["model"],
    )
    # Whatever shows it later: nothing small follows from one table beside another.
    return veiled(report)


async def _asked(connection: AsyncConnection, kept: Row[Any]) -> Asked:
    before = {"district": kept.district, "first": kept.first}
    previous = (await connection.execute(_PREVIOUS, before)).one_or_none()
    return Asked(
        district=kept.district,
        round=kept.name,
        first=kept.first,
        last=kept.last,
        reported_at=kept.reported_at,
        previous=previous and previous.name,
        since=previous.reported_at if previous else kept.reported_at,
    )
