"""A meeting in the store: how far it is, who answered first, one field alone, points, the calendar."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from domain.decisions import Field, Meeting, Outcome
from domain.events import (
    Event,
    FieldChanged,
    OverrunTold,
    PartBegun,
    PersonWiped,
    RoundClosed,
    ScoringMoved,
    TopicAnswered,
    TopicScored,
)
from domain.invitations import Grant
from domain.meeting import Part, Score, Scoring
from storage import actions, calendar_entries, decisions, meetings, reports
from storage.engine import Connection, Store
from storage.schema import scores
from storage.states import Overtaken
from tests.storage.a_wijk import (
    AFTER,
    BOOMGAARD,
    OCTOBER,
    becomes,
    does,
    not_now,
    person,
    says,
    taken_up,
)
from tests.storage.a_wijk import (
    reports as reported,
)

pytestmark = pytest.mark.asyncio
SLUG = BOOMGAARD.slug
LATER = AFTER + timedelta(days=7)


async def on_table(connection: Connection, count: int = 1) -> list[int]:
    """The October round with this many topics; their ids."""
    numbers = [await says(connection, f"person{n}") for n in range(count)]
    return await reported(connection, *[[number] for number in numbers])


async def the_meeting(connection: Connection) -> Meeting:
    """As a handler sees it."""
    found = await decisions.meeting(connection, SLUG)
    assert found is not None
    return await meetings.seated(connection, found)


# --- who answered first ------------------------------------------------------------------------


async def test_an_answer_replaces_only_the_one_it_was_given_to(store: Store) -> None:
    """Who answers a version that is gone is refused, and the newer answer stands."""
    async with store.begin() as connection:
        (topic,) = await on_table(connection)
        await does(connection, "marit", taken_up(topic), now=AFTER)
        with pytest.raises(Overtaken):
            await does(connection, "jamila", not_now(topic), now=AFTER)
    async with store.begin() as connection:
        found = (await the_meeting(connection)).topics[0]
        assert (found.outcome, found.version) == (Outcome.TAKEN_UP, 1)
        await does(connection, "jamila", replace(not_now(topic), version=1), now=AFTER)
        found = (await the_meeting(connection)).topics[0]
        assert (found.outcome, found.version, found.plan) == (Outcome.NOT_NOW, 2, None)


async def test_of_two_who_answer_at_once_one_wins(store: Store) -> None:
    """Two transactions that both saw no answer: one is kept whole, the other hears of it."""
    async with store.begin() as connection:
        (topic,) = await on_table(connection)

    async def answers(who: str, answer: TopicAnswered) -> str:
        try:
            async with store.begin() as connection:
                await does(connection, who, answer, now=AFTER)
        except Overtaken:
            return "refused"
        return answer.sentence

    said = await asyncio.gather(answers("marit", taken_up(topic)), answers("jamila", not_now(topic)))
    async with store.read() as connection:
        found = (await the_meeting(connection)).topics[0]
        opened = await actions.open_actions(connection, SLUG)
    assert sorted(said) == sorted(["refused", found.sentence])
    assert bool(opened) is (found.outcome is Outcome.TAKEN_UP)


# --- one field ---------------------------------------------------------------------------------


async def test_each_field_changes_alone(store: Store) -> None:
    """The action keeps its number and its state; the others stay as they were."""
    async with store.begin() as connection:
        (topic,) = await on_table(connection)
        await does(connection, "marit", taken_up(topic), now=AFTER)
        before = await actions.open_actions(connection, SLUG)
        changes: list[Event] = [
            FieldChanged(topic, Field.WHAT, "twee lampen plaatsen", "drie lampen"),
            FieldChanged(topic, Field.OWNER, "Team Zorg", "Corporatie", person("jamila")),
            FieldChanged(topic, Field.PARTNERS, "", "de school"),
            FieldChanged(topic, Field.FIRST_STEP, "offerte", "bellen"),
            FieldChanged(topic, Field.FIRST_STEP_ON, "2026-12-18", "2026-11-20"),
            FieldChanged(topic, Field.CHECK_ON, "2027-01-15", "2027-01-08"),
            FieldChanged(topic, Field.SENTENCE, "Er komen twee lampen.", "Er komen drie lampen."),
        ]
        await does(connection, "jamila", *changes, now=AFTER)
        found = (await the_meeting(connection)).topics[0]
        after = await actions.open_actions(connection, SLUG)
    assert found.plan is not None
    values = (found.plan.what, found.plan.owner, found.plan.owner_key, found.plan.partners)
    assert values == ("drie lampen", "Corporatie", person("jamila"), "de school")
    assert (found.plan.first_step, found.plan.first_step_on) == ("bellen", date(2026, 11, 20))
    assert (found.sentence, found.version) == ("Er komen drie lampen.", 8)
    assert [one.id for one in after] == [one.id for one in before]


async def test_a_field_that_reads_differently_is_not_overwritten(store: Store) -> None:
    """The second change of the same field is refused; of another field it is kept."""
    async with store.begin() as connection:
        (topic,) = await on_table(connection)
        await does(connection, "marit", taken_up(topic), now=AFTER)
        await does(connection, "marit", FieldChanged(topic, Field.PARTNERS, "", "de school"), now=AFTER)
    async with store.begin() as connection:
        with pytest.raises(Overtaken):
            await does(connection, "zorg", FieldChanged(topic, Field.PARTNERS, "", "de kerk"), now=AFTER)
    async with store.begin() as connection:
        await does(connection, "zorg", FieldChanged(topic, Field.FIRST_STEP, "offerte", "bellen"), now=AFTER)
        plan = (await the_meeting(connection)).topics[0].plan
    assert plan is not None
    assert (plan.partners, plan.first_step) == ("de school", "bellen")


async def test_nothing_changes_when_the_round_is_closed(store: Store) -> None:
    """Neither an answer, nor a field, nor points."""
    async with store.begin() as connection:
        (topic,) = await on_table(connection)
        await does(connection, "marit", taken_up(topic), RoundClosed(OCTOBER.name), now=AFTER)
        late: list[Event] = [
            replace(not_now(topic), version=1),
            FieldChanged(topic, Field.WHAT, "twee lampen plaatsen", "niets"),
            TopicScored(topic, 1, 1),
        ]
        await does(connection, "zorg", *late, now=LATER)
        found = await the_meeting(connection)
    assert found.topics[0].plan is not None
    assert (found.topics[0].plan.what, found.topics[0].version) == ("twee lampen plaatsen", 1)
    assert found.scores == ()


# --- how far it is -----------------------------------------------------------------------------


async def test_a_meeting_is_where_it_was(store: Store) -> None:
    """Who began stays who began; a new part, or the same one a week later, has its own time."""
    async with store.begin() as connection:
        await on_table(connection)
        assert (await the_meeting(connection)).sitting is None
        ends = AFTER + timedelta(minutes=5)
        await does(connection, "marit", PartBegun(OCTOBER.name, Part.TOP_FIVE, ends), now=AFTER)
        await does(
            connection,
            "marit",
            OverrunTold(OCTOBER.name),
            ScoringMoved(OCTOBER.name, Scoring.OPEN),
            now=AFTER,
        )
        sitting = (await the_meeting(connection)).sitting
        assert sitting is not None
        assert (sitting.part, sitting.ends_at, sitting.over_told) == (Part.TOP_FIVE, ends, True)
        again = LATER + timedelta(minutes=10)
        await does(connection, "zorg", PartBegun(OCTOBER.name, Part.CHOOSE, again), now=LATER)
        sitting = (await the_meeting(connection)).sitting
    assert sitting is not None
    assert (sitting.part, sitting.sat_at, sitting.ends_at) == (Part.CHOOSE, LATER, again)
    assert (sitting.over_told, sitting.scoring, sitting.begun_by) == (False, Scoring.OPEN, person("marit"))


# --- points ------------------------------------------------------------------------------------


async def test_points_are_one_a_member_and_go_with_the_person(store: Store) -> None:
    """A later word counts; `wissen` takes theirs and leaves those of others; closing takes all."""
    async with store.begin() as connection:
        one, two = await on_table(connection, 2)
        for who, grant in (
            ("marit", Grant.COORDINATOR),
            ("zorg", Grant.PARTNER),
            ("fee", Grant.PROFESSIONAL),
        ):
            await becomes(connection, who, grant)
        await does(connection, "marit", TopicScored(one, 1, 1), TopicScored(one, 3, 2), now=AFTER)
        await does(connection, "zorg", TopicScored(one, 2, 2), TopicScored(two, 1, 3), now=AFTER)
        found = await the_meeting(connection)
        assert set(found.members) == {person("marit"), person("zorg")}
        assert found.scores == (
            Score(one, person("marit"), 3, 2),
            Score(one, person("zorg"), 2, 2),
            Score(two, person("zorg"), 1, 3),
        )
        await does(connection, "marit", PersonWiped(), now=AFTER)
        assert {score.person for score in (await the_meeting(connection)).scores} == {person("zorg")}
        await does(connection, "zorg", not_now(one), not_now(two), RoundClosed(OCTOBER.name), now=AFTER)
        assert (await connection.execute(select(scores))).all() == []


# --- what the report says of it ----------------------------------------------------------------


async def test_whom_it_was_passed_on_to_is_reported(store: Store) -> None:
    """With the decision of this round, and as one line in the report of the next one."""
    async with store.begin() as connection:
        one, two = await on_table(connection, 2)
        passed = TopicAnswered(one, Outcome.REFERRED, "Vraag.", "vraag", referred_to="de gemeente")
        await does(connection, "marit", passed, taken_up(two), RoundClosed(OCTOBER.name), now=AFTER)
        report = await reports.report_of(connection, BOOMGAARD, OCTOBER.name)
        assert report is not None
        decided = [topic.decision for topic in report.topics]
        assert [one.referred_to for one in decided if one] == ["de gemeente", ""]
        assert report.passed_on == ()
        november = replace(
            OCTOBER, name=type(OCTOBER.name)("2026-11"), first=date(2026, 11, 1), last=date(2026, 11, 30)
        )
        await reported(connection, span=november, now=AFTER + timedelta(days=30))
        following = await reports.report_of(connection, BOOMGAARD, november.name)
    assert following is not None
    assert [(one.title, one.people, one.to) for one in following.passed_on] == [("Topic 1", 1, "de gemeente")]


# --- the calendar ------------------------------------------------------------------------------


async def test_an_entry_that_changed_gets_a_higher_number(store: Store) -> None:
    """The first time it is 0; the same once more changes nothing, also not when it was shown."""
    async with store.begin() as connection:
        assert await calendar_entries.number(connection, SLUG, {}, AFTER) == {}
        first = await calendar_entries.number(connection, SLUG, {"a": "2026-11-03", "b": "2026-12-03"}, AFTER)
        same = await calendar_entries.number(connection, SLUG, {"a": "2026-11-03"}, LATER)
        moved = await calendar_entries.number(connection, SLUG, {"a": "2026-11-04", "b": "2026-12-03"}, LATER)
    assert {uid: one.sequence for uid, one in first.items()} == {"a": 0, "b": 0}
    assert same == {"a": first["a"]}
    assert (moved["a"].sequence, moved["a"].changed_at, moved["b"]) == (1, LATER, first["b"])
