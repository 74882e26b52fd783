"""What the answer of a platform means when it comes late."""

import pytest
from sqlalchemy import select

from bot.chat import Doubt, Platform
from domain.messages import Act, Choice, Kind, Message, Text, Verb
from storage import outbox, schema
from storage.states import Delivery
from tests.bot.scripted import Scripted, Street, street

pytestmark = pytest.mark.asyncio


async def told(at: Street, number: str, kind: Kind) -> int:
    """News with a choice: to withdraw this signal."""
    choice = Choice(Text("resident-withdraw"), Act(Verb.WITHDRAW, number))
    message = Message(at.key("anja"), Text("name", {"name": f"over {number}"}), (choice,), kind, number)
    async with at.house.store.begin() as connection:
        (id_,) = await outbox.queue_with_ids(connection, [message], at.clock())
    await at.house.send_all()
    return id_


async def passes(at: Street, seconds: int) -> None:
    """Time goes by, and what falls due is sent."""
    for _ in range(seconds):
        at.clock.on(seconds=1)
        await at.house.send_all()


@pytest.mark.parametrize("later", [True, False])
async def test_news_confirmed_late_takes_no_question_away(url: str, *, later: bool) -> None:
    """A typed 1 answers what was asked last; when nothing was asked since, it answers the news."""
    async with street(url, Scripted(Platform.TELEGRAM, "7000001", edits=True)) as at:
        for said in ("de lantaarn achter de flat is stuk", "Appelhof", "er ligt grofvuil op het plein"):
            await at.says("anja", said)
            await passes(at, 3)
        at.chat.answers = [Doubt("no answer")]
        news = await told(at, "2026-0001", Kind.UPDATE)
        at.clock.on(seconds=0.2)  # before the doubt is looked at again
        if later:
            assert not at.chat.edited
            await told(at, "2026-0002", Kind.NOTICE)
        await passes(at, 10)
        async with at.house.store.read() as connection:
            row = await outbox.queued(connection, news)
        assert row is not None
        assert row.state is Delivery.SENT
        await at.says("anja", "1")
        async with at.house.store.read() as connection:
            gone = select(schema.signals.c.number).where(schema.signals.c.withdrawn_at.is_not(None))
            assert list((await connection.execute(gone)).scalars()) == ["2026-0002" if later else "2026-0001"]
