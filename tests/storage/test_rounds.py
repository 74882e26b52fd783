"""Rounds: one report each, and everything to show it again at any later time."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.events import ActionMoved, PersonWiped, RoundClosed
from domain.feedback import FeedbackKind
from domain.messages import Text
from domain.report import Answered, Mention, ReportAction, ReportDecision
from domain.rounds import RoundName, RoundStatus, Span
from storage import actions, decisions, outbox, reports, rounds, schema, turns
from storage.engine import Store
from tests.storage.a_wijk import AFTER, BOOMGAARD, OCTOBER, does, not_now, says, taken_up, topic
from tests.storage.a_wijk import reports as reported

pytestmark = pytest.mark.asyncio
SLUG = BOOMGAARD.slug
SEPTEMBER = Span(RoundName("2026-09"), date(2026, 9, 1), date(2026, 9, 30))


async def test_a_round_begins_once(store: Store) -> None:
    """It is there from the first time, collecting, and beginning it again changes nothing."""
    async with store.begin() as connection:
        assert await rounds.status(connection, SLUG, OCTOBER.name) is None
        for _ in range(2):
            await rounds.ensure(connection, SLUG, OCTOBER)
        (only,) = await rounds.rounds_of(connection, SLUG)
        assert (only.span, only.status, only.reported_at) == (OCTOBER, RoundStatus.COLLECTING, None)


async def test_a_round_is_reported_once_also_by_two_at_the_same_time(store: Store) -> None:
    """Two schedulers, one report: the other is told that it was there, and adds no topic."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
    bundled = rounds.Bundled(topics=[("Lamp", topic([number]))])

    async def report() -> bool:
        async with store.begin() as connection:
            return await rounds.keep_report(connection, SLUG, OCTOBER, bundled, AFTER)

    assert sorted(await asyncio.gather(report(), report(), report())) == [False, False, True]
    async with store.read() as connection:
        counted = select(func.count()).select_from(schema.topics)
        assert (await connection.execute(counted)).scalar_one() == 1


async def test_a_report_without_topics_is_a_report(store: Store) -> None:
    """A quiet month is said too, and the round goes on to choosing."""
    async with store.begin() as connection:
        assert await rounds.keep_report(connection, SLUG, OCTOBER, rounds.Bundled(), AFTER)
        meeting = await decisions.meeting(connection, SLUG)
        assert meeting is not None
        assert (meeting.round, meeting.topics) == (OCTOBER.name, ())
        report = await reports.report_of(connection, BOOMGAARD, OCTOBER.name)
        assert report is not None
        assert (report.people, report.neighbourhoods) == (0, (("Appelhof", 0), ("Perenpad", 0)))


async def test_the_meeting_has_the_five_with_their_answers(store: Store) -> None:
    """The round to choose from, then the last one closed; a later answer replaces the first."""
    async with store.begin() as connection:
        assert await decisions.meeting(connection, SLUG) is None
        numbers = [await says(connection, f"person{index}") for index in range(7)]
        ids = await reported(connection, *[[number] for number in numbers])
        await does(connection, "partner", taken_up(ids[0]), taken_up(ids[1]), now=AFTER)
        await does(connection, "partner", replace(not_now(ids[1]), version=1), now=AFTER)
        await does(connection, "partner", not_now(ids[5]), now=AFTER)
        meeting = await decisions.meeting(connection, SLUG)
        assert meeting is not None
        assert [one.rank for one in meeting.topics] == [1, 2, 3, 4, 5]
        assert [one.outcome for one in meeting.topics[:3]] == [Outcome.TAKEN_UP, Outcome.NOT_NOW, None]
        assert meeting.topics[1].sentence == "De gemeente doet dit in maart."
        assert [one.title for one in await actions.open_actions(connection, SLUG)] == ["Topic 1"]
        await does(connection, "partner", *map(not_now, ids[2:5]), RoundClosed(OCTOBER.name), now=AFTER)
        closed = await decisions.meeting(connection, SLUG)
        assert closed is not None
        assert closed.status is RoundStatus.CLOSED


async def test_a_report_is_shown_again_as_it_was(store: Store) -> None:
    """Counts, topics, reasons, decisions, what is open, who was answered: also when people left since."""
    quiet, good = Mention("Taalles", 4), (Mention("Burenhulp", 9),)
    async with store.begin() as connection:
        old = await says(connection, "anna", now=AFTER - timedelta(days=40))
        await connection.execute(schema.signals.update().values(round=SEPTEMBER.name))
        (topic_id,) = await reported(connection, [old], span=SEPTEMBER, now=AFTER - timedelta(days=31))
        await does(
            connection, "partner", taken_up(topic_id), RoundClosed(SEPTEMBER.name), now=AFTER - timedelta(20)
        )
        arrived = await turns.claim(connection, AFTER - timedelta(20))
        assert arrived is not None
        await outbox.mark_sent(connection, arrived, "m", AFTER - timedelta(20))
        lamp = [await says(connection, name, neighbourhood="Appelhof") for name in ("anna", "bram")]
        await says(connection, "cor")
        titled = [
            ("Topic 1", topic(lamp, before=1)),
            ("Lek", topic([])),
            *[(f"T{n}", topic([])) for n in range(5)],
        ]
        bundled = rounds.Bundled(topics=titled, left_out=1, quiet_voice=quiet, good_news=good, checked=True)
        assert await rounds.keep_report(connection, SLUG, OCTOBER, bundled, AFTER)
        meeting = await decisions.meeting(connection, SLUG)
        assert meeting is not None
        await does(connection, "partner", not_now(meeting.topics[1].id), now=AFTER)
        await does(connection, "bram", PersonWiped())
        report = await reports.report_of(connection, BOOMGAARD, OCTOBER.name)
    assert report is not None
    assert (report.district, report.slug, report.starts, report.ends) == (
        "De Boomgaard",
        SLUG,
        OCTOBER.first,
        OCTOBER.last,
    )
    assert (report.people, report.messages) == (3, 3)
    assert report.neighbourhoods == (("Appelhof", 2), ("Perenpad", 0))
    assert (report.quiet_voice, report.good_news, report.checked, report.model) == (quiet, good, True, False)
    assert report.others == (Mention("T3", 0), Mention("T4", 0))
    assert report.previous == Answered(1, 1, 1, 20)
    one, two = report.topics[:2]
    assert (one.rank, one.title, one.people, one.trend, one.rounds_in_a_row) == (1, "Topic 1", 2, (1,), 2)
    assert one.reason == Text("topic-reason")
    assert two.decision == ReportDecision(Outcome.NOT_NOW, "De gemeente doet dit in maart.")
    assert report.open_actions == (
        ReportAction("Topic 1", "twee lampen plaatsen", "Team Zorg", ActionStatus.PLANNED, date(2027, 1, 15)),
    )


async def test_what_was_finished_since_the_last_report_is_shown_once(store: Store) -> None:
    """Done is celebrated in the next report, and not in the one after."""
    spans = [SEPTEMBER, OCTOBER, Span(RoundName("2026-11"), date(2026, 11, 1), date(2026, 11, 30))]
    async with store.begin() as connection:
        (topic_id,) = await reported(connection, [await says(connection, "anna")], span=SEPTEMBER)
        await does(connection, "partner", taken_up(topic_id), now=AFTER)
        (action,) = await actions.open_actions(connection, SLUG)
        done = ActionMoved(action.id, ActionStatus.DONE, "Klaar.", FeedbackKind.DONE)
        await does(connection, "eigenaar", done, now=AFTER + timedelta(days=5))
        shown = []
        for before, span in pairwise(spans):
            days = (span.first - before.first).days
            await rounds.keep_report(connection, SLUG, span, rounds.Bundled(), AFTER + timedelta(days=days))
            report = await reports.report_of(connection, BOOMGAARD, span.name)
            assert report is not None
            shown.append([one.status for one in report.open_actions])
        assert shown == [[ActionStatus.DONE], []]


async def test_a_collecting_round_has_no_report(store: Store) -> None:
    """Nothing can be shown before it is out."""
    async with store.begin() as connection:
        await rounds.ensure(connection, SLUG, OCTOBER)
        assert await reports.report_of(connection, BOOMGAARD, OCTOBER.name) is None


async def test_topics_of_before_come_with_the_words_that_are_left(store: Store) -> None:
    """For recognising what comes back: titles stay, the words of who left are gone."""
    async with store.begin() as connection:
        assert await rounds.earlier(connection, SLUG, OCTOBER.first) == ()
        first, second = await says(connection, "anna", "lamp stuk"), await says(connection, "bram", "donker")
        await reported(connection, [first, second], [], span=SEPTEMBER)
        await does(connection, "bram", PersonWiped())
        assert await rounds.earlier(connection, SLUG, OCTOBER.first) == (
            rounds.EarlierTopic("Topic 1", 2, 1, ("lamp stuk",)),
            rounds.EarlierTopic("Topic 2", 0, 1, ()),
        )
        assert await rounds.earlier(connection, SLUG, SEPTEMBER.first) == ()


async def test_a_round_is_one_point_of_the_line(store: Store) -> None:
    """Two topics of one round can have one title: what was left of the rest, said in two places."""
    async with store.begin() as connection:
        anna, bram, cor = [await says(connection, name) for name in ("anna", "bram", "cor")]
        rest = [("Overige signalen", topic([anna, bram])), ("Overige signalen", topic([cor]))]
        assert await rounds.keep_report(
            connection, SLUG, SEPTEMBER, rounds.Bundled(topics=rest), AFTER - timedelta(20)
        )
        assert await rounds.keep_report(connection, SLUG, OCTOBER, rounds.Bundled(topics=rest[1:]), AFTER)
        report = await reports.report_of(connection, BOOMGAARD, OCTOBER.name)
    assert report is not None
    assert [one.trend for one in report.topics] == [(2,)]
