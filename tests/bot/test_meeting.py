"""A meeting through the whole house: two chats at once, a break of a week, and the program begun again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import Press, Words
from domain.decisions import Outcome, TopicOnTable
from domain.invitations import Grant
from storage import decisions
from tests.bot.scripted import Street, sqlite, street

pytestmark = pytest.mark.asyncio
SAID = {
    "anja": "de lantaarn achter de flat is al weken stuk",
    "bram": "auto's parkeren op de stoep bij de school",
    "cor": "de huisarts neemt niemand meer aan",
}


@asynccontextmanager
async def november(url: str) -> AsyncIterator[Street]:
    """The report of October is out, in the group and in the chat of the coordinator."""
    async with street(url) as at:
        await at.house.tick()
        for who, text in SAID.items():
            await at.says(who, text)
        await at.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
        await at.becomes("zorg", Grant.PARTNER, "Team Zorg")
        await at.becomes("marit", Grant.ROOM, room="groep")
        at.clock.on(days=20)
        await at.house.tick()
        await at.house.send_all()
        yield at


async def first(at: Street) -> TopicOnTable:
    """The first of the five as it stands in the store."""
    async with at.house.store.read() as connection:
        found = await decisions.meeting(connection, "boomgaard")
    assert found is not None
    return found.topics[0]


async def heard(at: Street, who: str, text: str, room: str | None = None) -> str:
    """Somebody types this; what their chat reads then."""
    await at.says(who, text, room)
    return "\n".join(await at.hears(room or who))


async def planned(at: Street) -> None:
    """The first topic is taken up in the room."""
    await heard(at, "marit", "begin 1", "groep")
    for line in ("oppakken", "lampen ophangen", "team zorg", "geen", "bestellen", "over 6 weken", "goed"):
        await heard(at, "zorg", line, "groep")


async def test_two_presses_on_the_same_topic_in_one_batch(folder: Path) -> None:
    """In the room and at the table, brought together: one answer is kept, the other hears it."""
    async with november(sqlite(folder)) as at:
        for room in ("groep", None):
            await heard(at, "marit", "begin 1", room)
            await heard(at, "marit", "nu niet", room)
            await heard(at, "marit", "geen geld" if room else "geen tijd", room)
        yes = [at.button(chat, "Goed") for chat in ("groep", "marit")]
        await at.take(at.event("zorg", Press(yes[0]), "groep"), at.event("marit", Press(yes[1])))
        said = "\n".join(await at.hears("marit"))
        assert "Onderwerp 1 heeft al een antwoord." in said
        assert "nu niet. Geen geld." in said
        assert ((await first(at)).sentence, (await first(at)).version) == ("Geen geld.", 1)
        assert (await at.ails()) == ()


async def test_two_workers_answer_at_the_same_moment(database: str) -> None:
    """On PostgreSQL, each in a transaction of its own: one is kept, the other hears of it."""
    async with november(database) as at:
        for room in ("groep", None):
            await heard(at, "marit", "begin 1", room)
            await heard(at, "marit", "nu niet", room)
            await heard(at, "marit", "geen geld" if room else "geen tijd", room)
        pressed = [
            at.event("zorg", Press(at.button("groep", "Goed")), "groep"),
            at.event("marit", Press(at.button("marit", "Goed"))),
        ]
        before = len(at.chat.sent)
        await asyncio.gather(*(at.take(event) for event in pressed))
        await at.house.send_all()
        said = [one.text for one in at.chat.sent[before:]]
        assert sum("Onderwerp 1 heeft al een antwoord." in text for text in said) == 1
        assert sum("Onderwerp 1 heeft een antwoord." in text for text in said) == 1
        assert (await first(at)).version == 1
        assert (await at.ails()) == ()


async def test_the_same_field_in_two_chats(folder: Path) -> None:
    """The second hears what it is now and is asked; a yes puts theirs in."""
    async with november(sqlite(folder)) as at:
        await planned(at)
        for room in ("groep", None):
            await heard(at, "marit", "wijzig 1", room)
            await heard(at, "marit", "wie meedoet", room)
        await at.take(
            at.event("zorg", Words("de school"), "groep"), at.event("marit", Words("de woningcorporatie"))
        )
        asked = "\n".join(await at.hears("marit"))
        assert "Nu staat er: de school\nU gaf: de woningcorporatie\nWat moet er staan?" in asked
        found = await first(at)
        assert found.plan is not None
        assert found.plan.partners == "de school"
        await heard(at, "marit", "zet mijn antwoord erin")
        found = await first(at)
        assert found.plan is not None
        assert found.plan.partners == "de woningcorporatie"


async def test_a_broken_off_meeting_outlasts_a_restart(folder: Path) -> None:
    """A week later another program on the same store says what was done, and asks what was open."""
    async with november(sqlite(folder)) as at:
        await planned(at)
        await heard(at, "zorg", "oppakken", "groep")
        now, events = at.clock(), at._events
    async with street(sqlite(folder)) as at:
        at.clock.now, at._events = now + timedelta(days=7), events
        assert await heard(at, "zorg", "zijn er nog koekjes", "groep") == ""
        said = await heard(at, "marit", "begin", "groep")
        assert "We gaan verder waar we op 1 november stopten. Dit is al klaar:" in said
        assert said.endswith("Wat gaan we doen? Klein en concreet, in één zin.")
        assert "Wie is eigenaar?" in await heard(at, "zorg", "praten met de school", "groep")


async def test_a_button_of_before_the_break_still_answers(folder: Path) -> None:
    """Who scrolls back and presses is understood, without `begin`."""
    async with november(sqlite(folder)) as at:
        await heard(at, "marit", "begin 1", "groep")
        at.clock.on(days=7)
        await at.presses("zorg", at.button("groep", "Nu niet"), "groep")
        assert (await at.hears("groep"))[-1].startswith("Waarom nu niet?")
        await heard(at, "zorg", "geen geld", "groep")
        await heard(at, "zorg", "goed", "groep")
        assert (await first(at)).outcome is Outcome.NOT_NOW


async def test_points_go_from_own_chats_to_the_room(folder: Path) -> None:
    """Asked in the room, given in two chats, shown in the room when the last one is done."""
    async with november(sqlite(folder)) as at:
        await heard(at, "marit", "begin", "groep")
        await heard(at, "marit", "punten geven", "groep")
        count = 2 * len(SAID)
        for who in ("marit", "zorg"):
            await heard(at, who, "punten geven")
            for _ in range(count - 1):
                await heard(at, who, "2")
            await at.says(who, "3")
        before = len(at.chat.sent)
        await at.house.send_all()
        said = [one.text for one in at.chat.sent[before:] if one.room == "groep"]
        assert said[-1].startswith("Zo denken wij erover. 2 mensen gaven punten.")


async def test_the_calendar_is_a_file_in_the_chat(folder: Path) -> None:
    """With the meetings to come and the days of the plan, and nobody in it."""
    async with november(sqlite(folder)) as at:
        await planned(at)
        await heard(at, "zorg", "kalender")
        (sent,) = [one.file for one in at.chat.sent if one.file and one.file.mime == "text/calendar"]
        assert sent.name == "kalender-boomgaard.ics"
        text = sent.data.decode()
        assert text.count("BEGIN:VEVENT") == 6 + 2
        assert "Team Zorg" not in text
        assert "lampen ophangen" not in text
