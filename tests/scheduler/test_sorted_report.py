"""What people sorted counts in the report, and only who sorted to the end makes it a checked one."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from domain.events import Occasion, SameTopic, SignalSetAside, TopFiveStood
from domain.invitations import Grant
from domain.messages import PersonKey
from domain.rounds import RoundName, span_named
from domain.topics import SetAside
from storage import apply, reports, signals
from tests.bot.scripted import NOW, Street, street

pytestmark = pytest.mark.asyncio
OCTOBER = RoundName("2026-10")
AFTER = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


@pytest_asyncio.fixture
async def at(url: str) -> AsyncIterator[Street]:
    """A wijk with three signals about two things."""
    async with street(url) as opened:
        await opened.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
        await opened.house.tick()
        for who, said in (("anja", "lamp stuk"), ("bea", "lamp kapot bij flat"), ("kees", "huisarts is vol")):
            await opened.says(who, f"de {said}, al heel lang")
        yield opened


@pytest.mark.parametrize("stood", [True, False])
async def test_the_report_says_whether_somebody_sorted(at: Street, *, stood: bool) -> None:
    """A link alone checks nothing; a signal set aside stands in no topic."""
    district = at.house.districts[0]
    async with at.house.store.begin() as connection:
        lamp, other, full = [one.number for one in await signals.of_round(connection, district.slug, OCTOBER)]
        events = (SameTopic(lamp, other, same=True), SignalSetAside(full, SetAside.NO_SIGNAL))
        finished = (TopFiveStood(OCTOBER),) if stood else ()
        await apply.apply(
            connection, Occasion(NOW, PersonKey("p:marit"), district.slug), (*events, *finished)
        )
    at.clock.now = AFTER
    await at.house.tick()
    async with at.house.store.read() as connection:
        report = await reports.report_of(connection, district, span_named(district.rhythm, OCTOBER).name)
    assert report is not None
    assert report.checked is stood
    assert [topic.people for topic in report.topics] == [2]
