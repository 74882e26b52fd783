"""Whose turn it is: queues of platforms, pauses, doubt, and clocks that go back."""

from datetime import timedelta

import pytest

from domain.messages import Kind, Message, Text
from storage import outbox, pauses, turns
from storage.engine import Connection, Store
from storage.outbox import Queued
from storage.states import Delivery
from tests.storage.a_wijk import NOW, person

pytestmark = pytest.mark.asyncio
ANNA, BRAM = person("anna"), person("bram")
SECOND = timedelta(seconds=1)
DANGER = "danger-now"


async def owe(connection: Connection, who: str, key: str, kind: Kind = Kind.ANSWER) -> int:
    """Something to say; gives its number."""
    message = Message(person(who), Text(key), kind=kind)
    (id_,) = await outbox.queue_with_ids(connection, [message], NOW)
    return id_


async def row(connection: Connection, id_: int) -> Queued:
    """As it stands."""
    found = await outbox.queued(connection, id_)
    assert found is not None
    return found


async def test_in_a_pause_only_what_cannot_wait_goes_out(store: Store) -> None:
    """Words of danger pass whatever waits before them; ordinary words and doubt stay where they are."""
    async with store.begin() as connection:
        doubtful = await owe(connection, "bram", "answer")
        await outbox.mark_doubt(connection, doubtful, NOW)
        plain = await owe(connection, "anna", "answer")
        danger = await owe(connection, "anna", DANGER)
        await pauses.begin(connection, "words", "operator", NOW)
        assert await turns.next_turn(connection, NOW - SECOND, "telegram", ()) is None
        found = await turns.next_turn(connection, NOW, "telegram", ())
        assert found is not None
        assert (found.id, found.state, found.attempts) == (danger, Delivery.SENDING, 1)
        assert await turns.next_turn(connection, NOW, "telegram", ()) is None
        await outbox.mark_sent(connection, found, "m1", NOW)
        await pauses.end(connection, NOW)
        settled = await turns.next_turn(connection, NOW, "telegram", ())
        assert settled is not None
        assert (settled.id, settled.state) == (doubtful, Delivery.DOUBT)
        following = await turns.next_turn(connection, NOW, "telegram", {doubtful})
        assert following is not None
        assert following.id == plain
        assert await turns.next_turn(connection, NOW, "telegram", {doubtful}) is None


async def test_in_a_pause_the_oldest_danger_goes_first_and_each_in_its_queue(store: Store) -> None:
    """Of one platform, or of none yet; never of another."""
    async with store.begin() as connection:
        first = await owe(connection, "anna", DANGER)
        second = await owe(connection, "bram", DANGER)
        await turns.belongs(connection, "matrix", [ANNA])
        on_telegram = await turns.claim_urgent(connection, NOW, "telegram")
        assert on_telegram is not None
        assert on_telegram.id == second
        assert await turns.claim_urgent(connection, NOW, "telegram") is None
        on_matrix = await turns.claim_urgent(connection, NOW, "matrix")
        assert on_matrix is not None
        assert on_matrix.id == first
        again, later = await owe(connection, "anna", DANGER), await owe(connection, "anna", DANGER)
        claimed = [await turns.claim_urgent(connection, NOW) for _ in range(2)]
        assert [one.id for one in claimed if one] == [again, later]


async def test_a_platform_sends_what_is_its_own_and_what_nobody_sorted(store: Store) -> None:
    """What is known to go elsewhere is left to that platform; in doubt too."""
    async with store.begin() as connection:
        anna, bram = await owe(connection, "anna", "one"), await owe(connection, "bram", "two")
        assert set(await turns.without_queue(connection)) == {ANNA, BRAM}
        await outbox.mark_doubt(connection, bram, NOW)
        await turns.belongs(connection, "matrix", [ANNA, BRAM])
        assert await turns.without_queue(connection) == ()
        assert await turns.claim(connection, NOW, "telegram") is None
        assert await turns.due_doubt(connection, NOW, "telegram") is None
        own, doubt = (
            await turns.claim(connection, NOW, "matrix"),
            await turns.due_doubt(connection, NOW, "matrix"),
        )
        assert own is not None
        assert doubt is not None
        assert (own.id, doubt.id) == (anna, bram)
        new = await owe(connection, "carla", "three")
        found = await turns.claim(connection, NOW, "matrix")
        assert found is not None
        assert found.id == new


async def test_each_platform_gets_its_own_turn(store: Store) -> None:
    """A doubt, a message and words of danger in a pause: Matrix gets its own, and Telegram none of them."""
    async with store.begin() as connection:
        doubtful, plain = await owe(connection, "anna", "one"), await owe(connection, "bram", "two")
        danger = await owe(connection, "carla", DANGER)
        await outbox.mark_doubt(connection, doubtful, NOW)
        await turns.belongs(connection, "matrix", [ANNA, BRAM, person("carla")])
        assert await turns.next_turn(connection, NOW, "telegram", ()) is None
        settled = await turns.next_turn(connection, NOW, "matrix", ())
        sent = await turns.next_turn(connection, NOW, "matrix", {doubtful})
        await pauses.begin(connection, "words", "operator", NOW)
        assert await turns.next_turn(connection, NOW, "telegram", ()) is None
        said = await turns.next_turn(connection, NOW, "matrix", ())
    assert [one.id for one in (settled, sent, said) if one] == [doubtful, plain, danger]


async def test_the_most_urgent_of_both_queues_goes_first(store: Store) -> None:
    """Then what was due first, then what was said first."""
    async with store.begin() as connection:
        news = await owe(connection, "anna", "news", Kind.UPDATE)
        notice = await owe(connection, "bram", "notice", Kind.NOTICE)
        late = await owe(connection, "carla", "late")
        early = await owe(connection, "dirk", "early")
        also = await owe(connection, "eva", "early as well")
        await outbox.mark_pending(connection, late, NOW + SECOND)
        await turns.belongs(connection, "telegram", [person("carla"), person("eva"), ANNA])
        order = [await turns.claim(connection, NOW + SECOND, "telegram") for _ in range(5)]
        assert [one.id for one in order if one] == [early, also, late, notice, news]


async def test_nothing_passes_what_may_have_arrived(store: Store) -> None:
    """An answer in doubt keeps answers and news of that person waiting; news in doubt keeps no answer."""
    async with store.begin() as connection:
        older = await owe(connection, "anna", "older")
        await outbox.mark_doubt(connection, older, NOW + SECOND)
        await owe(connection, "anna", "younger")
        await owe(connection, "anna", "news", Kind.UPDATE)
        assert await turns.claim(connection, NOW) is None
        news = await owe(connection, "bram", "news", Kind.UPDATE)
        await outbox.mark_doubt(connection, news, NOW + SECOND)
        await owe(connection, "bram", "more news", Kind.UPDATE)
        answer = await owe(connection, "bram", "answer")
        found = await turns.claim(connection, NOW)
        assert found is not None
        assert found.id == answer
        await outbox.mark_sent(connection, found, "m1", NOW)
        assert await turns.claim(connection, NOW) is None


async def test_the_oldest_doubt_is_settled_first(store: Store) -> None:
    """When its moment has come, and not while it is being looked at."""
    async with store.begin() as connection:
        ids = [await owe(connection, who, "answer") for who in ("anna", "bram")]
        for id_ in ids:
            await outbox.mark_doubt(connection, id_, NOW)
        assert await turns.due_doubt(connection, NOW - SECOND) is None
        first, second = (
            await turns.due_doubt(connection, NOW),
            await turns.due_doubt(connection, NOW, "", ids[:1]),
        )
        assert first is not None
        assert second is not None
        assert [first.id, second.id] == ids
        assert await turns.due_doubt(connection, NOW, "", ids) is None


async def test_a_clock_that_went_back_lets_nothing_wait(store: Store) -> None:
    """What was queued at a moment still to come goes out now; what waits for a reason goes on waiting."""
    before = NOW - timedelta(hours=2)
    async with store.begin() as connection:
        ahead, doubtful = await owe(connection, "anna", "one"), await owe(connection, "bram", "two")
        await outbox.mark_doubt(connection, doubtful, NOW + SECOND)
        await turns.after_clock_back(connection, before)
        assert [(await row(connection, id_)).not_before for id_ in (ahead, doubtful)] == [before, before]
        await outbox.mark_pending(connection, ahead, NOW + SECOND)
        await turns.after_clock_back(connection, NOW)
        assert (await row(connection, ahead)).not_before == NOW + SECOND


async def test_what_this_run_is_sending_is_in_nobodys_doubt(store: Store) -> None:
    """Only what an earlier run left behind."""
    async with store.begin() as connection:
        for who in ("anna", "bram"):
            await owe(connection, who, "answer")
        one, other = await turns.claim(connection, NOW), await turns.claim(connection, NOW)
        assert one is not None
        assert other is not None
        assert await turns.recover(connection, {one.id}) == 1
        assert (await row(connection, one.id)).state is Delivery.SENDING
        assert (await row(connection, other.id)).state is Delivery.DOUBT
