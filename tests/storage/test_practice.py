"""Practice conversations in the store: one at a time, kept answer by answer."""

from datetime import date, timedelta

import pytest

from domain.events import PersonWiped, PracticeAnswered, PracticeDropped, PracticeStepTaken
from domain.practice import PracticePart
from storage import practice
from storage.engine import Connection, Store, open_store
from tests.storage.a_wijk import BOOMGAARD, NOW, does, person, reports, says

pytestmark = pytest.mark.asyncio

SLUG = BOOMGAARD.slug
DUE = date(2026, 11, 2)


async def walked(connection: Connection, step: str = "langsgaan", owner: str = "zorg") -> None:
    """A whole conversation, all but the step skipped."""
    for part in PracticePart:
        words = {PracticePart.STEP: step, PracticePart.OWNER: "Team Zorg", PracticePart.DAY: str(DUE)}
        event = PracticeAnswered(
            part,
            words.get(part, ""),
            person(owner) if part is PracticePart.OWNER else None,
            DUE if part is PracticePart.DAY else None,
        )
        await does(connection, "marit", event)


async def test_every_answer_is_kept_at_once(sqlite_url: str) -> None:
    """A restart after each of them: the next question is the one that is open."""
    for at, part in enumerate(list(PracticePart)[:4]):
        async with open_store(sqlite_url) as store, store.begin() as connection:
            await does(connection, "marit", PracticeAnswered(part, f"antwoord {at}"))
    async with open_store(sqlite_url) as store, store.begin() as connection:
        begun = await practice.begun(connection, SLUG)
        assert begun is not None
        assert begun.asks is PracticePart.TOLD
        assert begun.said(PracticePart.MANDATE) == "antwoord 3"
        assert await practice.of(connection, SLUG) == ()


async def test_an_answer_to_another_question_changes_nothing(store: Store) -> None:
    """Two people at once: the second answer to a question, or one before it began."""
    async with store.begin() as connection:
        await does(connection, "marit", PracticeAnswered(PracticePart.DONE, "te vroeg"))
        assert await practice.begun(connection, SLUG) is None
        await does(connection, "marit", PracticeAnswered(PracticePart.EXAMPLE, "het paadje"))
        await does(connection, "zorg", PracticeAnswered(PracticePart.EXAMPLE, "de stoep"))
        begun = await practice.begun(connection, SLUG)
        assert begun is not None
        assert begun.answers == {PracticePart.EXAMPLE: "het paadje"}


async def test_the_step_stays_until_it_is_taken(store: Store) -> None:
    """With its owner and day; another wijk has nothing to do with it."""
    async with store.begin() as connection:
        await walked(connection)
        (step,) = await practice.steps(connection, SLUG)
        assert (step.owner_key, step.due_on, step.asks) == (person("zorg"), DUE, None)
        assert step.said(PracticePart.OWNER) == "Team Zorg"
        await practice.take_step(connection, "elders", step.id)
        assert await practice.steps(connection, SLUG) == (step,)
        await does(connection, "zorg", PracticeStepTaken(step.id))
        assert await practice.steps(connection, SLUG) == ()
        (kept,) = await practice.of(connection, SLUG)
        assert kept.done


async def test_beginning_anew_drops_what_was_not_finished(store: Store) -> None:
    """And nothing else."""
    async with store.begin() as connection:
        await walked(connection)
        await does(connection, "marit", PracticeAnswered(PracticePart.EXAMPLE, "het paadje"))
        await does(connection, "marit", PracticeDropped())
        assert await practice.begun(connection, SLUG) is None
        assert len(await practice.of(connection, SLUG)) == 1


async def test_without_a_step_there_is_nothing_to_take(store: Store) -> None:
    """The conversation is kept all the same."""
    async with store.begin() as connection:
        for part in list(PracticePart)[:6]:
            await does(connection, "marit", PracticeAnswered(part, ""))
        assert await practice.steps(connection, SLUG) == ()
        (kept,) = await practice.of(connection, SLUG)
        assert kept.answers == {}
        assert kept.begun_on == NOW.date()


async def test_an_owner_who_is_wiped_owns_no_more(store: Store) -> None:
    """The step stays: the coordinator is reminded of it."""
    async with store.begin() as connection:
        await walked(connection, owner="anna")
        await does(connection, "anna", PersonWiped(), now=NOW + timedelta(days=1))
        (step,) = await practice.steps(connection, SLUG)
        assert step.owner_key is None


async def test_examples_are_topics_of_earlier_rounds(store: Store) -> None:
    """Each title once, five at most."""
    async with store.begin() as connection:
        numbers = [await says(connection, f"r{n}", "iets") for n in range(7)]
        await reports(connection, *([number] for number in numbers))
        assert await practice.examples(connection, SLUG) == tuple(f"Topic {n}" for n in range(1, 6))
        assert await practice.examples(connection, "elders") == ()
