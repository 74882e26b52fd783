"""Reporting back: exactly the reporters hear it, once, and whoever is left out is counted with a reason."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from domain.actions import ActionStatus
from domain.decisions import TopicOnTable
from domain.events import (
    ActionMoved,
    FeedbackApproved,
    InvitationUsed,
    Invited,
    Occasion,
    PersonWiped,
    RoundClosed,
    SignalWithdrawn,
    UpdatesWanted,
)
from domain.feedback import FeedbackKind
from domain.invitations import Grant
from domain.messages import Kind, Spoken, Text
from domain.promises import NoNews
from domain.rounds import RoundStatus
from domain.signals import SignalNumber, Source
from storage import actions, closing, decisions, feedback, outbox, promises, rounds, turns, updates, waiting
from storage.apply import apply
from storage.engine import Connection, Store
from storage.schema import feedback as feedback_rows
from storage.schema import outbox as outbox_rows
from storage.schema import signals
from storage.schema import updates as update_rows
from storage.states import Delivery
from tests.storage.a_wijk import (
    AFTER,
    BOOMGAARD,
    NOW,
    OCTOBER,
    PROMISE,
    becomes,
    does,
    not_now,
    person,
    reports,
    says,
    taken_up,
)

pytestmark = pytest.mark.asyncio
SLUG = BOOMGAARD.slug


async def heard(connection: Connection) -> list[tuple[str, str, str]]:
    """Who hears what about which signal, by name."""
    rows = await connection.execute(
        select(outbox_rows.c.recipient, outbox_rows.c.text_key, outbox_rows.c.signal)
        .where(outbox_rows.c.kind == Kind.UPDATE)
        .order_by(outbox_rows.c.recipient, outbox_rows.c.id)
    )
    return [
        (row.recipient.removeprefix("p:"), row.text_key.removeprefix("update-"), row.signal) for row in rows
    ]


async def of_kind(connection: Connection, kind: FeedbackKind) -> int:
    """The id of the feedback of that kind."""
    asked = select(feedback_rows.c.id).where(feedback_rows.c.kind == kind)
    return int((await connection.execute(asked)).scalar_one())


async def answered_round(connection: Connection) -> dict[str, SignalNumber]:
    """Anna and Bram stand in the topic that was taken up, Cor in the other, Dien and Anna in none."""
    numbers = {
        name: await says(connection, name.partition("-")[0])
        for name in ("anna", "bram", "cor", "dien", "anna-again", "anna-outside")
    }
    lamp = [numbers["anna"], numbers["bram"], numbers["anna-again"]]
    chosen, other = await reports(connection, lamp, [numbers["cor"]])
    await does(connection, "partner", taken_up(chosen), not_now(other), now=AFTER)
    return numbers


async def test_exactly_the_reporters_hear_it(store: Store) -> None:
    """Each person once a topic, quoting the first own signal; outside the five one message a person."""
    async with store.begin() as connection:
        numbers = await answered_round(connection)
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        assert await heard(connection) == [
            ("anna", "chosen", numbers["anna"]),
            ("anna", "not-among-five", numbers["anna-outside"]),
            ("bram", "chosen", numbers["bram"]),
            ("cor", "not-chosen", numbers["cor"]),
            ("dien", "not-among-five", numbers["dien"]),
        ]
        assert await rounds.status(connection, SLUG, OCTOBER.name) is RoundStatus.CLOSED
        assert await updates.reconcile(connection, SLUG) == ()


async def test_an_update_says_what_was_decided(store: Store) -> None:
    """Sentence, day of the decision, first step and the day of the next news."""
    async with store.begin() as connection:
        await answered_round(connection)
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        first = await turns.claim(connection, AFTER)
    assert first is not None
    assert first.message.text.args == {
        "number": Text("signals-and", {"first": "2026-0001", "last": "2026-0005"}),
        "count": 2,
        "title": "de lamp is stuk",
        "sentence": Spoken("Er komen twee lampen."),
        "decided_on": date(2026, 11, 1),
        "first_step_on": date(2026, 12, 18),
        "next_on": date(2027, 1, 15),
    }


async def test_closing_twice_tells_once(store: Store) -> None:
    """The second time nothing happens, and before all five are answered it cannot close."""
    async with store.begin() as connection:
        anna, bram = await says(connection, "anna"), await says(connection, "bram")
        chosen, other = await reports(connection, [anna], [bram])
        await does(connection, "partner", taken_up(chosen), now=AFTER)
        with pytest.raises(closing.NotAllAnswered):
            await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        assert await heard(connection) == []
        await does(connection, "partner", not_now(other), now=AFTER)
        await does(connection, "partner", RoundClosed(OCTOBER.name), RoundClosed(OCTOBER.name), now=AFTER)
        assert len(await heard(connection)) == 2


async def test_experts_check_the_words_first(store: Store) -> None:
    """With an expert the answers wait; only the message without words of a person goes at once."""
    async with store.begin() as connection:
        numbers = await answered_round(connection)
        await becomes(connection, "els", Grant.EXPERT)
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        assert [told for _, told, _ in await heard(connection)] == ["not-among-five", "not-among-five"]
        one, other = await feedback.drafts(connection, SLUG)
        assert (one.kind, one.sentence, one.people) == (FeedbackKind.CHOSEN, "Er komen twee lampen.", 3)
        assert other.kind is FeedbackKind.NOT_CHOSEN
        assert await feedback.drafts_since(connection, AFTER) == ((one.id, SLUG), (other.id, SLUG))
        approved = FeedbackApproved(one.id, "Er komen 2 lampen bij de flat.")
        await does(connection, "els", approved, approved, now=AFTER)
        assert ("bram", "chosen", numbers["bram"]) in await heard(connection)
        assert len(await heard(connection)) == 4
        assert await feedback.drafts(connection, SLUG) == (other,)
        (kept, *_) = await feedback.released(connection, SLUG)
        assert kept.news.sentence == "Er komen 2 lampen bij de flat."


async def test_whoever_is_left_out_is_counted_with_a_reason(store: Store) -> None:
    """Stopped, withdrawn, imported, wiped; who cannot be reached now is waiting and hears it later."""
    async with store.begin() as connection:
        names = ("anna", "bram", "cor", "dien", "els")
        numbers = {name: await says(connection, name) for name in names}
        imported = await says(connection, "file-1", source=Source.IMPORTED)
        await reports(connection, [*numbers.values(), imported])
        (topic,) = [one.id for one in await meeting_topics(connection)]
        await does(connection, "bram", UpdatesWanted(wanted=False))
        await does(connection, "cor", SignalWithdrawn(numbers["cor"]))
        await does(connection, "dien", PersonWiped())
        await outbox.park_for(connection, person("els"), NOW)
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        told = await of_kind(connection, FeedbackKind.CHOSEN)
        assert await updates.left_out(connection, told) == {
            "no-updates": 1,
            "withdrawn": 1,
            "imported": 1,
            "unreachable": 1,
            "wiped": 1,
        }
        assert [name for name, _, _ in await heard(connection)] == ["anna", "els"]
        await outbox.unpark(connection, person("els"), AFTER)
        assert "unreachable" not in await updates.left_out(connection, told)
        assert await updates.reconcile(connection, SLUG) == ()


async def meeting_topics(connection: Connection) -> tuple[TopicOnTable, ...]:
    """The five on the table."""
    found = await decisions.meeting(connection, SLUG)
    assert found is not None
    return found.topics


async def test_a_follower_hears_what_happens_with_the_signal(store: Store) -> None:
    """The respondent and the professional who logged it; not somebody who followed too late."""
    async with store.begin() as connection:
        number = await says(connection, "zuster", source=Source.SURVEY, respondent="r1")
        (topic,) = await reports(connection, [number])
        await does(
            connection, "zuster", Invited("f1", Grant.FOLLOW, SLUG, NOW + timedelta(90), signal=number)
        )
        await does(
            connection, "zuster", Invited("f2", Grant.FOLLOW, SLUG, NOW + timedelta(90), signal=number)
        )
        await does(connection, "bram", InvitationUsed("f1"))
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        await does(connection, "laat", InvitationUsed("f2"), now=AFTER + timedelta(days=1))
        assert await heard(connection) == [("bram", "chosen", number), ("zuster", "chosen", number)]
        assert await updates.reconcile(connection, SLUG) == ()


async def test_words_of_danger_get_no_answer_of_the_wijkverband(store: Store) -> None:
    """It never saw them: counted as withheld, and no promise stays open."""
    async with store.begin() as connection:
        number = await says(connection, "anna", withheld=True)
        (topic,) = await reports(connection, [await says(connection, "bram")])
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        assert [name for name, _, _ in await heard(connection)] == ["bram"]
        told = await of_kind(connection, FeedbackKind.NOT_AMONG_FIVE)
        assert await updates.left_out(connection, told) == {"withheld": 1}
        open_ = await promises.overdue(connection, SLUG, date(2026, 12, 1))
        assert number not in [one.number for one in open_]


async def test_an_action_that_moves_is_told_after_the_check(store: Store) -> None:
    """Nothing goes out before somebody approved the sentence; done asks whether it helped."""
    async with store.begin() as connection:
        numbers = await answered_round(connection)
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        (action,) = await actions.open_actions(connection, SLUG)
        before = len(await heard(connection))
        done = ActionMoved(action.id, ActionStatus.DONE, "De lampen hangen.", FeedbackKind.DONE)
        await does(connection, "eigenaar", done, done, now=AFTER)
        assert len(await heard(connection)) == before
        (draft,) = await feedback.drafts(connection, SLUG)
        assert (draft.title, draft.sentence) == ("Topic 1", "De lampen hangen.")
        await does(connection, "cor", FeedbackApproved(draft.id, draft.sentence), now=AFTER)
        fresh = [one for one in await heard(connection) if one[1] == "done"]
        assert fresh == [("anna", "done", numbers["anna"]), ("bram", "done", numbers["bram"])]
        assert await actions.open_actions(connection, SLUG) == ()
        kept = await actions.action(connection, action.id)
        assert kept is not None
        assert kept.status is ActionStatus.DONE
        while (queued := await turns.claim(connection, AFTER)) is not None:
            assert len(queued.tokens) == (4 if queued.message.text.key == "update-done" else 0)
            await outbox.mark_sent(connection, queued, "m", AFTER)


async def test_somebody_of_another_wijk_moves_nothing(store: Store) -> None:
    """Actions, answers and words belong to one wijk."""
    async with store.begin() as connection:
        (topic,) = await reports(connection, [await says(connection, "anna")])
        elsewhere = Occasion(AFTER, person("ver"), "haven")
        await apply(connection, elsewhere, [taken_up(topic)])
        table = await decisions.meeting(connection, SLUG)
        assert table is not None
        assert table.open == table.topics


async def test_stop_takes_back_news_that_waits(store: Store) -> None:
    """It is not sent any more, and counted."""
    async with store.begin() as connection:
        await answered_round(connection)
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        await does(connection, "bram", UpdatesWanted(wanted=False), now=AFTER)
        told = await of_kind(connection, FeedbackKind.CHOSEN)
        assert await updates.left_out(connection, told) == {"no-updates": 1}
        counted = await waiting.counts(connection)
        assert (counted[Delivery.DEAD], counted[Delivery.PENDING]) == (1, 4)


async def test_a_refused_update_is_counted(store: Store) -> None:
    """A platform that refuses it for good leaves a person out."""
    async with store.begin() as connection:
        (topic,) = await reports(connection, [await says(connection, "anna")])
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        queued = await turns.claim(connection, AFTER)
        assert queued is not None
        await outbox.mark_dead(connection, queued.id, "too long")
        told = await of_kind(connection, FeedbackKind.CHOSEN)
        assert await updates.left_out(connection, told) == {"dead": 1}


async def test_at_the_promise_date_no_news_is_said_once(store: Store) -> None:
    """Everybody whose promise falls due hears a new date, one message that names all their signals."""
    async with store.begin() as connection:
        first = await says(connection, "anna")
        second = await says(connection, "anna")
        await does(connection, "bram", SignalWithdrawn(await says(connection, "bram")))
        await says(connection, "cor", withheld=True)
        new, now = date(2026, 12, 8), AFTER + timedelta(days=7)
        assert await promises.tell_no_news(connection, SLUG, PROMISE - timedelta(1), new, now) == NoNews()
        assert await promises.tell_no_news(connection, SLUG, PROMISE, new, now) == NoNews(1)
        assert await promises.tell_no_news(connection, SLUG, PROMISE, new, now) == NoNews()
        assert await heard(connection) == [("anna", "promises-no-news", first)]
        told = await turns.claim(connection, now)
        assert told is not None
        assert told.message.text.args["number"] == Text("signals-and", {"first": first, "last": second})
        again = await promises.tell_no_news(connection, SLUG, new, date(2027, 1, 8), now)
        assert again == NoNews(people=1, again=1)


async def test_answers_keep_promises(store: Store) -> None:
    """Not chosen closes the promise; chosen promises the check moment; nobody is overdue in between."""
    async with store.begin() as connection:
        numbers = await answered_round(connection)
        due = await promises.overdue(connection, SLUG, PROMISE + timedelta(days=1))
        assert {one.number for one in due} == set(numbers.values())
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        assert await promises.overdue(connection, SLUG, PROMISE + timedelta(days=1)) == ()
        check = date(2027, 1, 15)
        due = await promises.overdue(connection, SLUG, check + timedelta(days=1))
        assert {(one.number, one.promise_on) for one in due} == {
            (numbers[name], check) for name in ("anna", "bram", "anna-again")
        }
        rows = await connection.execute(select(signals.c.answered_at).where(signals.c.person == "p:cor"))
        assert rows.scalar_one() == AFTER


async def test_reconciling_finds_what_is_missing(store: Store) -> None:
    """An update that was lost is named."""
    async with store.begin() as connection:
        await answered_round(connection)
        await does(connection, "partner", RoundClosed(OCTOBER.name), now=AFTER)
        told = await of_kind(connection, FeedbackKind.CHOSEN)
        lost = update_rows.delete().where(update_rows.c.feedback == told, update_rows.c.person == "p:bram")
        await connection.execute(lost)
        assert await updates.reconcile(connection, SLUG) == (updates.Gap(told, person("bram")),)


async def test_who_never_comes_back_is_left_out_in_the_end(store: Store) -> None:
    """After 90 days what was parked is given up, and counted."""
    async with store.begin() as connection:
        (topic,) = await reports(connection, [await says(connection, "anna")])
        await outbox.park_for(connection, person("anna"), AFTER)
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        told = await of_kind(connection, FeedbackKind.CHOSEN)
        await outbox.give_up(connection, AFTER + timedelta(days=90))
        assert (await waiting.counts(connection))[Delivery.PARKED] == 1
        await outbox.give_up(connection, AFTER + timedelta(days=90, seconds=1))
        assert (await waiting.counts(connection))[Delivery.DEAD] == 1
        assert await updates.left_out(connection, told) == {"unreachable": 1}
        await outbox.unpark(connection, person("anna"), AFTER + timedelta(days=91))
        assert await turns.claim(connection, AFTER + timedelta(days=91)) is None
