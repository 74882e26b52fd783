"""What a round tells all residents: approved words only, with how it went since."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.texts import Words
from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.events import ActionMoved, EffectTold, FeedbackApproved, RoundClosed, SignalWithdrawn
from domain.feedback import Effect, FeedbackKind
from domain.invitations import Grant
from domain.messages import Spoken
from domain.people import Role
from domain.report import Noticed
from domain.telling import RoundFeedback
from storage import actions, feedback, turns
from storage.engine import Connection, Store
from storage.schema import audit
from storage.telling import feedback_of, rounds_told
from tests.storage.a_wijk import AFTER, BOOMGAARD, OCTOBER, becomes, does, not_now, reports, says, taken_up

pytestmark = pytest.mark.asyncio
SLUG = BOOMGAARD.slug


async def decided(connection: Connection, *, expert: bool = False) -> None:
    """Two people report a lamp, one a stone; the lamp is taken up and the round closes."""
    lamp = [await says(connection, "anna"), await says(connection, "bram")]
    chosen, other = await reports(connection, lamp, [await says(connection, "cor")])
    if expert:
        await becomes(connection, "els", Grant.EXPERT)
    answers = (taken_up(chosen), not_now(other), RoundClosed(OCTOBER.name))
    await does(connection, "partner", *answers, now=AFTER)


async def told(connection: Connection) -> RoundFeedback:
    """The feedback of October, which is there."""
    found = await feedback_of(connection, BOOMGAARD, OCTOBER.name)
    assert found is not None
    return found


async def test_nothing_is_told_before_the_round_closes(store: Store) -> None:
    """Decisions that can still change are not for residents."""
    async with store.begin() as connection:
        (topic,) = await reports(connection, [await says(connection, "anna")])
        await does(connection, "partner", taken_up(topic), now=AFTER)
        assert await feedback_of(connection, BOOMGAARD, OCTOBER.name) is None
        assert await rounds_told(connection, SLUG) == ()


async def test_what_was_decided_is_told(store: Store) -> None:
    """Each topic with its answer, the plan of what was taken up, and when the next news comes."""
    async with store.begin() as connection:
        await decided(connection)
        found = await told(connection)
        lamp, stone = found.topics
        assert (found.district, found.people, found.waiting) == ("De Boomgaard", 3, 0)
        assert (lamp.title, lamp.people, lamp.outcome) == ("Topic 1", 2, Outcome.TAKEN_UP)
        assert (lamp.sentence, lamp.owner) == ("Er komen twee lampen.", "Team Zorg")
        assert (lamp.first_step_on, lamp.check_on) == (date(2026, 12, 18), date(2027, 1, 15))
        assert (lamp.status, lamp.news, lamp.noticed) == (ActionStatus.PLANNED, "", None)
        assert (stone.outcome, stone.sentence) == (Outcome.NOT_NOW, "De gemeente doet dit in maart.")
        assert (stone.status, stone.check_on) == (None, None)
        assert found.next_on == date(2027, 1, 15)
        assert await rounds_told(connection, SLUG) == (OCTOBER.name,)


async def test_only_approved_words_are_told(store: Store) -> None:
    """Words that wait are counted; approved ones stand as they were approved, not as they were decided."""
    async with store.begin() as connection:
        await decided(connection, expert=True)
        found = await told(connection)
        assert (found.topics, found.waiting) == ((), 2)
        assert await rounds_told(connection, SLUG) == ()
        waiting = (await feedback.drafts(connection, SLUG))[1]
        approved = FeedbackApproved(waiting.id, "De gemeente maakt het in maart.")
        await does(connection, "els", approved, now=AFTER)
        found = await told(connection)
        assert [(one.rank, one.sentence) for one in found.topics] == [(2, "De gemeente maakt het in maart.")]
        assert found.waiting == 1
        assert found.next_on == date(2026, 12, 8)
        assert await rounds_told(connection, SLUG) == (OCTOBER.name,)


async def test_how_it_went_is_told_once_it_is_approved(store: Store) -> None:
    """The status follows the last approved news; a sentence that waits changes nothing yet."""
    async with store.begin() as connection:
        await decided(connection)
        (action,) = await actions.open_actions(connection, SLUG)
        later = ActionMoved(
            action.id, ActionStatus.DELAYED, "Wij wachten.", FeedbackKind.DELAYED, date(2027, 2, 1)
        )
        await does(connection, "eigenaar", later, now=AFTER)
        assert (await told(connection)).topics[0].status is ActionStatus.PLANNED
        (draft,) = await feedback.drafts(connection, SLUG)
        await does(connection, "marit", FeedbackApproved(draft.id, "Wij wachten nog."), now=AFTER)
        lamp = (await told(connection)).topics[0]
        assert (lamp.status, lamp.news) == (ActionStatus.DELAYED, "Wij wachten nog.")
        assert lamp.sentence == "Er komen twee lampen."
        assert (lamp.check_on, (await told(connection)).next_on) == (date(2027, 2, 1), date(2027, 2, 1))


async def test_what_people_notice_stands_beside_the_action(store: Store) -> None:
    """Each person counts once, with their last word."""
    async with store.begin() as connection:
        numbers = [await says(connection, name) for name in ("anna", "anna", "bram", "cor")]
        (topic,) = await reports(connection, numbers)
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        said = (
            ("anna", numbers[0], Effect.NO),
            ("anna", numbers[1], Effect.YES),
            ("bram", numbers[2], Effect.NO),
            ("cor", numbers[3], Effect.UNKNOWN),
        )
        for day, (who, number, effect) in enumerate(said):
            await does(connection, who, EffectTold(number, effect), now=AFTER + timedelta(days=day))
        assert (await told(connection)).topics[0].noticed == Noticed(yes=1, some=0, no=1, unknown=1)


async def test_a_sentence_is_kept_in_the_languages_it_was_typed_in(store: Store) -> None:
    """The languages of the reporters are known without how many; the words go out with the Dutch."""
    async with store.begin() as connection:
        numbers = [
            await says(connection, "anna"),
            await says(connection, "bram", "lamba bozuk", language="tr"),
            await says(connection, "cor", "światło nie działa", language="pl"),
        ]
        await does(connection, "cor", SignalWithdrawn(numbers[2]))
        (topic,) = await reports(connection, numbers)
        await becomes(connection, "els", Grant.EXPERT)
        await does(connection, "partner", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        (draft,) = await feedback.drafts(connection, SLUG)
        assert draft.languages == ("tr",)
        approved = FeedbackApproved(draft.id, draft.sentence, (("tr", "İki lamba geliyor."),))
        await does(connection, "els", approved, now=AFTER)
        first = await turns.claim(connection, AFTER)
        assert first is not None
        sentence = first.message.text.args["sentence"]
        assert sentence == Spoken("Er komen twee lampen.", {"tr": "İki lamba geliyor."})
        words = Words()
        assert "Ne yapacağız? İki lamba geliyor.\n" in words.say(first.message.text, "tr")
        assert "Що зробимо? Нідерландською: Er komen twee lampen.\n" in words.say(first.message.text, "uk")
        assert "Wat gaan we doen? Er komen twee lampen.\n" in words.say(first.message.text, "nl")
        (topic_told,) = (await told(connection)).topics
        assert topic_told.others == {"tr": "İki lamba geliyor."}


async def test_a_waiver_is_noted_without_a_name(store: Store) -> None:
    """The audit log says that a text went out unread, for which wijk, and nothing of who it was."""
    async with store.begin() as connection:
        await decided(connection, expert=True)
        waiting = await feedback.drafts(connection, SLUG)
        unread = FeedbackApproved(waiting[0].id, waiting[0].sentence, waived=True)
        read = FeedbackApproved(waiting[1].id, waiting[1].sentence)
        await does(connection, "marit", unread, unread, read, now=AFTER, roles=frozenset({Role.COORDINATOR}))
        noted = await connection.execute(select(audit).where(audit.c.what == "sent without a check"))
        (row,) = noted.all()
        assert (row.role, row.about) == ("coordinator", f"{SLUG} {waiting[0].id}")
