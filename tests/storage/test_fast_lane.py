"""The fast lane in the store: one answer counts, one closing answer is told, and nothing stays behind."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.decisions import Outcome
from domain.events import (
    FastLaneAnswered,
    FastLaneLeft,
    FeedbackApproved,
    PersonWiped,
    PutInFastLane,
    RoundClosed,
    SignalWithdrawn,
    TopicAnswered,
)
from domain.fast_lane import LaneState
from domain.feedback import FeedbackKind
from domain.invitations import Grant
from domain.report import FastLane
from domain.signals import SignalNumber, Source, Standing
from domain.topics import SetAside
from storage import fast_lane, feedback, people, signals, sorting, updates
from storage.engine import Connection, Store, open_store
from storage.reports import report_of
from storage.schema import feedback as feedback_rows
from storage.schema import outbox
from storage.schema import signals as signal_rows
from storage.states import LeftOut
from tests.storage.a_wijk import AFTER, BOOMGAARD, NOW, OCTOBER, becomes, by, does, person, reports, says

pytestmark = pytest.mark.asyncio

SLUG = BOOMGAARD.slug
SENTENCE = "Een bankje bij de bushalte."


async def wijk(connection: Connection) -> SignalNumber:
    """Two who decide, a coordinator, an expert, and Anna with a small wish that is in the fast lane."""
    await becomes(connection, "marit", Grant.COORDINATOR, "wijkcoordinator")
    await becomes(connection, "jamila", Grant.PARTNER, "De corporatie")
    await becomes(connection, "zorg", Grant.PARTNER, "Team Zorg")
    await becomes(connection, "lies", Grant.EXPERT)
    number = await says(connection, "anna", "mag er een bankje komen voor mijn moeder")
    await does(connection, "marit", PutInFastLane(number, SENTENCE))
    return number


def yes(number: SignalNumber, sentence: str = "Er komt een bankje.") -> FastLaneAnswered:
    """It will be done."""
    return FastLaneAnswered(number, yes=True, sentence=sentence, by="De corporatie")


def no(number: SignalNumber) -> FastLaneAnswered:
    """It will not be done."""
    return FastLaneAnswered(number, yes=False, sentence="Daar ligt een leiding.", by="Team Zorg")


async def told(connection: Connection, who: str, key: str) -> int:
    """How many messages with this text somebody got."""
    asked = select(func.count()).where(outbox.c.recipient == person(who), outbox.c.text_key == key)
    return int((await connection.execute(asked)).scalar_one())


async def approve(connection: Connection) -> None:
    """The expert finds all words clear."""
    for draft in await feedback.drafts(connection, SLUG):
        await does(connection, "lies", FeedbackApproved(draft.id, draft.sentence), now=AFTER)


async def answered_at(connection: Connection, number: SignalNumber) -> object:
    """When the promise of this signal was kept."""
    asked = select(signal_rows.c.answered_at).where(signal_rows.c.number == number)
    return (await connection.execute(asked)).scalar_one()


async def test_everybody_who_decides_is_asked_each_once(store: Store) -> None:
    """Partners and coordinators; somebody with both roles once."""
    async with store.begin() as connection:
        number = await wijk(connection)
        await becomes(connection, "marit", Grant.PARTNER, "wijkcoordinator", again=True)
        assert set(await people.deciders(connection, SLUG)) == {
            person("marit"),
            person("jamila"),
            person("zorg"),
        }
        assert len(await people.deciders(connection, SLUG)) == 3
        (request,) = await fast_lane.requests(connection, SLUG)
    assert (request.signal, request.sentence, request.state) == (number, SENTENCE, LaneState.OPEN)
    assert request.due_at == NOW + timedelta(days=3)


async def test_of_two_answers_at_once_one_counts(store: Store) -> None:
    """Two transactions at the same moment, on a real engine: one answer, one text to check."""
    async with store.begin() as connection:
        number = await wijk(connection)

    async def answers(who: str, answer: FastLaneAnswered) -> bool:
        async with store.begin() as connection:
            await fast_lane.requests(connection, SLUG, number, answering=True)
            return await fast_lane.answer(connection, by(who), answer)

    counted = await asyncio.gather(answers("jamila", yes(number)), answers("zorg", no(number)))
    assert sorted(counted) == [False, True]
    async with store.read() as connection:
        (request,) = await fast_lane.requests(connection, SLUG, number)
        assert request.by == ("De corporatie" if counted[0] else "Team Zorg")
        assert len(await feedback.drafts(connection, SLUG)) == 1


async def test_the_second_sees_the_first_answer(store: Store) -> None:
    """Who looks while somebody answers waits for it, and then sees what was said."""
    async with store.begin() as connection:
        number = await wijk(connection)
    first_holds, second = asyncio.Event(), None

    async def looks() -> LaneState:
        await first_holds.wait()
        async with store.begin() as connection:
            (request,) = await fast_lane.requests(connection, SLUG, number, answering=True)
            return request.state

    async with asyncio.TaskGroup() as group:
        second = group.create_task(looks())
        async with store.begin() as connection:
            await fast_lane.requests(connection, SLUG, number, answering=True)
            first_holds.set()
            await does(connection, "jamila", yes(number))
    assert second.result() is LaneState.YES


async def test_a_yes_is_the_one_closing_answer(store: Store) -> None:
    """Told after the check; the round that closes later counts it as left out, and nobody is forgotten."""
    async with store.begin() as connection:
        number = await wijk(connection)
        other = await says(connection, "bram", "de lamp is stuk")
        await does(connection, "jamila", yes(number))
        assert await answered_at(connection, number) is None
        (draft,) = await feedback.drafts(connection, SLUG)
        assert (draft.kind, draft.title, draft.people) == (FeedbackKind.FAST_YES, SENTENCE[:-1], 1)
        await approve(connection)
        assert await told(connection, "anna", "update-fast-yes") == 1
        assert await answered_at(connection, number) == AFTER
        (topic_id,) = await reports(connection, [number, other])
        not_now = TopicAnswered(topic_id, Outcome.NOT_NOW, "Dit jaar niet.", "geen geld")
        await does(connection, "marit", not_now, RoundClosed(OCTOBER.name), now=AFTER + timedelta(days=1))
        await approve(connection)
        assert await told(connection, "anna", "update-not-chosen") == 0
        assert await told(connection, "bram", "update-not-chosen") == 1
        assert await answered_at(connection, number) == AFTER
        closed = select(feedback_rows.c.id).where(feedback_rows.c.kind == FeedbackKind.NOT_CHOSEN)
        feedback_id = (await connection.execute(closed)).scalar_one()
        assert await updates.left_out(connection, feedback_id) == {LeftOut.SETTLED: 1}
        assert await updates.reconcile(connection, SLUG) == ()


async def test_a_yes_that_waits_for_its_check_keeps_its_promise_open(store: Store) -> None:
    """The round closes first: nothing is told twice, and the answer is what counts."""
    async with store.begin() as connection:
        number = await wijk(connection)
        await does(connection, "jamila", yes(number))
        await reports(connection)
        await does(connection, "marit", RoundClosed(OCTOBER.name), now=AFTER)
        assert await told(connection, "anna", "update-not-among-five") == 0
        assert await answered_at(connection, number) is None
        await approve(connection)
        assert await told(connection, "anna", "update-fast-yes") == 1
        assert await answered_at(connection, number) == AFTER


async def test_somebody_with_another_signal_hears_of_that_one(store: Store) -> None:
    """Only the signal that was settled is left out."""
    async with store.begin() as connection:
        number = await wijk(connection)
        await says(connection, "anna", "de lamp is stuk", now=NOW + timedelta(hours=1))
        await does(connection, "jamila", yes(number))
        await approve(connection)
        await reports(connection)
        await does(connection, "marit", RoundClosed(OCTOBER.name), now=AFTER)
        assert await told(connection, "anna", "update-not-among-five") == 1


async def test_a_yes_in_fixed_words_is_told_at_once(store: Store) -> None:
    """Nothing waits for a check, and `status` says it."""
    async with store.begin() as connection:
        number = await wijk(connection)
        await does(connection, "jamila", yes(number, ""))
        assert await feedback.drafts(connection, SLUG) == ()
        assert await told(connection, "anna", "update-fast-yes-soon") == 1
        (own,) = await signals.own(connection, person("anna"))
        assert own.standing is Standing.SETTLED
        aside = await sorting.aside_of(connection, SLUG, OCTOBER.name)
        assert aside == {number: SetAside.SETTLED}


async def test_a_no_leaves_the_signal_in_the_round(store: Store) -> None:
    """Its writer hears why, and hears of the round as well: the promise stays open."""
    async with store.begin() as connection:
        number = await wijk(connection)
        await does(connection, "zorg", no(number))
        await approve(connection)
        assert await told(connection, "anna", "update-fast-no") == 1
        assert await answered_at(connection, number) is None
        assert await sorting.aside_of(connection, SLUG, OCTOBER.name) == {}
        await reports(connection)
        await does(connection, "marit", RoundClosed(OCTOBER.name), now=AFTER)
        assert await told(connection, "anna", "update-not-among-five") == 1
        assert await answered_at(connection, number) == AFTER


async def test_a_signal_that_is_taken_back_lapses(store: Store) -> None:
    """Everybody who was asked hears that they need not answer; a late answer changes nothing."""
    async with store.begin() as connection:
        number = await wijk(connection)
        await does(connection, "bram", SignalWithdrawn(number))
        assert await told(connection, "jamila", "lane-lapsed") == 0
        await does(connection, "anna", SignalWithdrawn(number))
        for who in ("marit", "jamila", "zorg"):
            assert await told(connection, who, "lane-lapsed") == 1
        await does(connection, "jamila", yes(number))
        (request,) = await fast_lane.requests(connection, SLUG, number)
        assert request.state is LaneState.LAPSED
        assert await feedback.drafts(connection, SLUG) == ()
        await does(connection, "marit", PutInFastLane(number, SENTENCE))
        assert await fast_lane.requests(connection, SLUG) == ()


async def test_what_was_withdrawn_after_the_answer_tells_nobody(store: Store) -> None:
    """The words were approved for a signal that is no more: counted as left out."""
    async with store.begin() as connection:
        number = await wijk(connection)
        await does(connection, "zorg", no(number))
        await does(connection, "anna", SignalWithdrawn(number))
        assert await told(connection, "jamila", "lane-lapsed") == 0
        await approve(connection)
        assert await told(connection, "anna", "update-fast-no") == 0
        assert await updates.reconcile(connection, SLUG) == ()


@pytest.mark.parametrize("answer", [None, yes, no])
async def test_who_wipes_themselves_leaves_nothing_of_it(store: Store, answer: object) -> None:
    """An open request lapses; what was said of their wish goes, checked or not."""
    async with store.begin() as connection:
        number = await wijk(connection)
        if callable(answer):
            await does(connection, "zorg", answer(number))
        if answer is yes:
            await approve(connection)
        await does(connection, "anna", PersonWiped())
        assert await fast_lane.requests(connection, SLUG, number) == ()
        assert await told(connection, "zorg", "lane-lapsed") == (1 if answer is None else 0)
        assert await feedback.drafts(connection, SLUG) == ()
        kept = (await connection.execute(select(feedback_rows))).all()
        assert not any("bankje" in str(row) or "leiding" in str(row) for row in kept)
        assert await updates.reconcile(connection, SLUG) == ()


async def test_what_was_taken_out_can_be_put_in_again(store: Store) -> None:
    """A better sentence; the three days begin anew."""
    async with store.begin() as connection:
        number = await wijk(connection)
        assert number not in {one.number for one in await fast_lane.newest(connection, SLUG)}
        await does(connection, "marit", FastLaneLeft(number))
        assert await told(connection, "jamila", "lane-lapsed") == 1
        assert number in {one.number for one in await fast_lane.newest(connection, SLUG)}
        later = NOW + timedelta(days=2)
        await does(connection, "marit", PutInFastLane(number, "Een bank."), now=later)
        (request,) = await fast_lane.requests(connection, SLUG)
        assert (request.sentence, request.put_at) == ("Een bank.", later)


async def test_what_may_not_go_in(store: Store) -> None:
    """Words of danger, imported ones, answered ones, those of another wijk, and what was never said."""
    async with store.begin() as connection:
        await becomes(connection, "marit", Grant.COORDINATOR)
        danger = await says(connection, "anna", "hij slaat", withheld=True)
        imported = await says(connection, "bram", "oud", source=Source.IMPORTED)
        fine = await says(connection, "cor", "een prullenbak")
        assert [one.number for one in await fast_lane.newest(connection, SLUG)] == [fine]
        for number in (danger, imported, SignalNumber("2026-9999")):
            await does(connection, "marit", PutInFastLane(number, SENTENCE))
        assert await fast_lane.one(connection, "elders", fine) is None
        elsewhere = replace(by("marit"), district="elders")
        await fast_lane.put(connection, elsewhere, PutInFastLane(fine, SENTENCE))
        assert await fast_lane.requests(connection, SLUG) == ()
        await does(connection, "marit", PutInFastLane(fine, SENTENCE))
        assert not await fast_lane.answer(connection, elsewhere, yes(fine))
        assert await fast_lane.answer(connection, by("marit"), yes(fine))


async def test_the_report_counts_what_was_asked(store: Store) -> None:
    """Yes, no, waiting, and what took longer than three days; lapsed ones are nobody's business."""
    async with store.begin() as connection:
        number = await wijk(connection)
        second, third, fourth = [await says(connection, f"r{n}", f"wens {n}") for n in range(3)]
        for one in (second, third, fourth):
            await does(connection, "marit", PutInFastLane(one, SENTENCE))
        await does(connection, "jamila", yes(number), now=NOW + timedelta(days=2))
        await does(connection, "zorg", no(second), now=NOW + timedelta(days=4))
        await fast_lane.mark_late(connection, third, NOW + timedelta(days=3))
        await does(connection, "r2", SignalWithdrawn(fourth))
        await reports(connection)
        report = await report_of(connection, BOOMGAARD, OCTOBER.name)
        assert report is not None
        assert report.fast_lane == FastLane(yes=1, no=1, waiting=1, late=2)
        assert await fast_lane.counts(connection, SLUG, AFTER, AFTER) == FastLane(waiting=1, late=1)
        assert await fast_lane.counts(connection, "elders", NOW, AFTER) is None


async def test_a_restart_in_between_loses_nothing(sqlite_url: str) -> None:
    """Put in, stopped, started again, answered, stopped, told."""
    async with open_store(sqlite_url) as store, store.begin() as connection:
        number = await wijk(connection)
    async with open_store(sqlite_url) as store, store.begin() as connection:
        await does(connection, "jamila", yes(number))
    async with open_store(sqlite_url) as store, store.begin() as connection:
        await approve(connection)
        assert await told(connection, "anna", "update-fast-yes") == 1
