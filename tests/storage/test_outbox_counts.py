"""The outbox and who was owed something: whatever happens to a message is counted with the person."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import insert, select

from domain.feedback import FeedbackKind
from domain.messages import Kind, Message, Recipient, Text
from storage import outbox, turns, waiting
from storage.engine import Connection, Store
from storage.schema import feedback, people, updates
from storage.states import Delivery, FeedbackState, LeftOut
from tests.storage.a_wijk import NOW, does, person

pytestmark = pytest.mark.asyncio
ANNA = person("anna")
FEEDBACK = {
    "id": 1,
    "district": "boomgaard",
    "kind": FeedbackKind.CHOSEN,
    "title": "Lampen",
    "sentence": "Zin.",
    "state": FeedbackState.APPROVED,
    "made_at": NOW,
}
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


async def owe(
    connection: Connection, kind: Kind = Kind.UPDATE, to: Recipient = ANNA, at: datetime = NOW
) -> int:
    """A message, and that somebody is owed it."""
    (id_,) = await outbox.queue_with_ids(connection, [Message(to, Text("news"), kind=kind)], at)
    owed = {"feedback": 1, "person": f"p:{id_}", "outbox": id_}
    await connection.execute(insert(updates), owed)
    return id_


async def state(connection: Connection, id_: int) -> Delivery:
    """How it stands with the message."""
    found = await outbox.queued(connection, id_)
    assert found is not None
    return found.state


async def told(connection: Connection, id_: int) -> tuple[datetime | None, str | None]:
    """When they were told, and why not."""
    asked = select(updates.c.sent_at, updates.c.left_out).where(updates.c.outbox == id_)
    sent_at, left_out = (await connection.execute(asked)).one()
    return sent_at, left_out


@pytest_asyncio.fixture
async def connection(store: Store) -> AsyncIterator[Connection]:
    """A transaction in which there is feedback to give."""
    async with store.begin() as opened:
        await does(opened, "anna")
        await opened.execute(insert(feedback), FEEDBACK)
        yield opened


async def test_who_was_told_is_counted_with_the_moment(connection: Connection) -> None:
    """Of news; a receipt is no news, and nobody is told twice."""
    news, receipt = await owe(connection), await owe(connection, Kind.ANSWER)
    for id_ in (news, receipt):
        queued = await outbox.queued(connection, id_)
        assert queued is not None
        await outbox.mark_sent(connection, queued, "m1", NOW + SECOND)
    assert await told(connection, news) == (NOW + SECOND, None)
    assert await told(connection, receipt) == (None, None)
    kept = await outbox.queued(connection, news)
    assert kept is not None
    assert (kept.state, kept.ref) == (Delivery.SENT, "m1")


async def test_a_refused_message_is_counted_as_left_out(connection: Connection) -> None:
    """That message and no other."""
    bad, other = await owe(connection), await owe(connection)
    await outbox.mark_dead(connection, bad, "too long")
    assert (await state(connection, bad), await told(connection, bad)) == (
        Delivery.DEAD,
        (None, LeftOut.DEAD),
    )
    assert (await state(connection, other), await told(connection, other)) == (Delivery.PENDING, (None, None))
    assert await waiting.refused(connection) == 1


async def test_stop_drops_the_news_that_waits_and_nothing_else(connection: Connection) -> None:
    """What was said goes on, and so do answers and the news of others."""
    parked, sent, doubtful = [await owe(connection) for _ in range(3)]
    await outbox.park(connection, [parked])
    await outbox.park(connection, [])
    queued = await outbox.queued(connection, sent)
    assert queued is not None
    await outbox.mark_sent(connection, queued, "m1", NOW)
    await outbox.mark_doubt(connection, doubtful, NOW)
    waits, answer = await owe(connection), await owe(connection, Kind.ANSWER)
    other = await owe(connection, to=person("bram"))
    assert await state(connection, parked) is Delivery.PARKED
    for _ in range(2):
        # The second time nothing is left to drop.
        await outbox.drop_updates(connection, ANNA)
    for id_ in (parked, waits):
        assert await state(connection, id_) is Delivery.DEAD
        assert (await told(connection, id_))[1] == LeftOut.NO_UPDATES
    ended = [await state(connection, id_) for id_ in (sent, doubtful, answer, other)]
    assert ended == [Delivery.SENT, Delivery.DOUBT, Delivery.PENDING, Delivery.PENDING]
    assert [(await told(connection, id_))[1] for id_ in (sent, doubtful, answer, other)] == [None] * 4


async def test_who_does_not_come_back_in_ninety_days_is_counted(connection: Connection) -> None:
    """Parked, waiting or in doubt; what is younger waits on, and what was said was said."""
    old = [await owe(connection, at=NOW - 91 * DAY) for _ in range(4)]
    await outbox.park(connection, old[:1])
    await outbox.mark_doubt(connection, old[1], NOW)
    queued = await outbox.queued(connection, old[3])
    assert queued is not None
    await outbox.mark_sent(connection, queued, "m1", NOW)
    young = await owe(connection, at=NOW - 90 * DAY)
    await outbox.give_up(connection, NOW)
    assert [await state(connection, id_) for id_ in old] == [Delivery.DEAD] * 3 + [Delivery.SENT]
    assert [(await told(connection, id_))[1] for id_ in old] == [LeftOut.UNREACHABLE] * 3 + [None]
    assert (await state(connection, young), await told(connection, young)) == (Delivery.PENDING, (None, None))


async def test_who_comes_back_too_late_for_news_is_counted(connection: Connection) -> None:
    """News of ninety days goes out, older news and answers do not; the moment they left is the first."""
    late, news = await owe(connection, at=NOW - 91 * DAY), await owe(connection, at=NOW - 90 * DAY)
    answer = await owe(connection, Kind.ANSWER)
    other = await owe(connection, to=person("bram"))
    asked = select(people.c.unreachable_since).where(people.c.key == ANNA)
    for moment in (NOW, NOW + DAY):
        await outbox.park_for(connection, ANNA, moment)
        assert (await connection.execute(asked)).scalar_one() == NOW
    assert await state(connection, other) is Delivery.PENDING
    await outbox.unpark(connection, ANNA, NOW)
    assert (await connection.execute(asked)).scalar_one() is None
    ended = [await state(connection, id_) for id_ in (late, news, answer, other)]
    assert ended == [Delivery.DEAD, Delivery.PENDING, Delivery.DEAD, Delivery.PENDING]
    assert [(await told(connection, id_))[1] for id_ in (late, news)] == [LeftOut.UNREACHABLE, None]
    back = await outbox.queued(connection, news)
    assert back is not None
    assert back.not_before == NOW


async def test_a_turn_that_has_not_come_is_no_try(connection: Connection) -> None:
    """What is put off stands as it stood, doubt as doubt; why something waits is kept."""
    id_ = await owe(connection)
    claimed = await turns.claim(connection, NOW)
    assert claimed is not None
    await outbox.postpone(connection, claimed, NOW + SECOND)
    put_off = await outbox.queued(connection, id_)
    assert put_off is not None
    assert (put_off.state, put_off.attempts, put_off.not_before) == (Delivery.PENDING, 0, NOW + SECOND)
    await outbox.mark_doubt(connection, id_, NOW, "read timeout")
    doubtful = await outbox.queued(connection, id_)
    assert doubtful is not None
    assert (doubtful.attempts, doubtful.not_before) == (1, NOW)
    await outbox.postpone(connection, doubtful, NOW + SECOND)
    still = await outbox.queued(connection, id_)
    assert still is not None
    assert (still.state, still.attempts, still.not_before) == (Delivery.DOUBT, 1, NOW + SECOND)


async def test_after_wissen_nothing_that_was_said_stays(connection: Connection) -> None:
    """Of these people; nobody is nobody."""
    gone, other = await owe(connection), await owe(connection, to=person("bram"))
    await outbox.drop(connection, [])
    assert await state(connection, gone) is Delivery.PENDING
    await outbox.drop(connection, [ANNA])
    assert await outbox.queued(connection, gone) is None
    assert await state(connection, other) is Delivery.PENDING


async def test_nothing_to_say_is_nothing_in_the_outbox(connection: Connection) -> None:
    """Neither rows nor numbers."""
    assert await outbox.queue_with_ids(connection, [], NOW) == ()
    await outbox.queue(connection, [], NOW)
    assert await turns.claim(connection, NOW) is None


async def test_only_what_a_platform_refused_alarms_the_operator(connection: Connection) -> None:
    """Who said stop, came back late or never came back is no fault of ours; a refused message is one."""
    late = await owe(connection, at=NOW - 91 * DAY)
    await outbox.park(connection, [late])
    await outbox.unpark(connection, ANNA, NOW)
    never = await owe(connection, at=NOW - 91 * DAY)
    await outbox.give_up(connection, NOW)
    stopped, refused = await owe(connection), await owe(connection, Kind.ANSWER)
    await outbox.drop_updates(connection, ANNA)
    assert [await state(connection, id_) for id_ in (late, never, stopped)] == [Delivery.DEAD] * 3
    assert await waiting.refused(connection) == 0
    await outbox.mark_dead(connection, refused, "too long")
    assert await waiting.refused(connection) == 1
