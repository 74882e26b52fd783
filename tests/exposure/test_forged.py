"""Buttons and numbers that are not theirs, not of now, or made up: a plain answer, and nothing happens."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.chat import Words
from domain.invitations import Grant
from storage import schema
from tests.bot.scripted import Street, sqlite, street
from tests.exposure.on_telegram import Town, town
from tests.servers.telegram.people import Person

pytestmark = pytest.mark.asyncio

LAMP = "De lantaarn bij de fietstunnel doet het niet"


async def _withdrawn(here: Town | Street) -> int:
    async with here.house.store.read() as connection:
        rows = select(schema.signals.c.number).where(schema.signals.c.withdrawn_at.isnot(None))
        return len((await connection.execute(rows)).all())


def _forge(here: Town, who: Person, data: object, **more: object) -> None:
    """A press as a client can send it, with any payload, below any message."""
    message = {"message_id": 1, "date": 1, "chat": {"id": who.id, "type": "private", "first_name": "x"}}
    press = {"id": "1", "from": who.user.as_json(), "chat_instance": "1", "data": data, "message": message}
    here.server.updates.put_raw({"callback_query": press | more})


async def test_a_button_of_another(folder: Path) -> None:
    """Bram sends the payload of Anna's button from his own account: it is not his, and hers stays good."""
    async with town(folder) as here:
        anna, bram = here.server.person("Anna"), here.server.person("Bram")
        for one in (anna, bram):
            one.says(LAMP)
        await here.takes()
        token = next(token for seen in anna.seen for label, token in seen.buttons if label == "Trek in")
        _forge(here, bram, token)
        await here.takes()
        assert await _withdrawn(here) == 0
        assert "knop" in here.heard(bram)[-1]
        # As if he pressed it in her chat: the platform says who pressed, and where.
        _forge(
            here,
            bram,
            token,
            message={
                "message_id": 1,
                "date": 1,
                "chat": {"id": anna.id, "type": "private", "first_name": "x"},
            },
        )
        await here.takes()
        assert await _withdrawn(here) == 0
        anna.presses("Trek in")
        await here.takes()
        assert await _withdrawn(here) == 1


async def test_made_up_payloads(folder: Path) -> None:
    """Names of deeds, numbers, SQL, half tokens, other types: each gets a plain answer or is parked."""
    async with town(folder) as here:
        anna = here.server.person("Anna")
        anna.says(LAMP)
        await here.takes()
        token = next(token for seen in anna.seen for label, token in seen.buttons if label == "Trek in")
        forged = [
            "withdraw:2026-0001", "2026-0001", "wipe", "' OR 1=1 --", token[:-1], token.lower(), token + "=",
            "\u202e" + token, "{wipe}", "../" * 20, "", "\0", "A" * 64, 7, {"a": 1},
        ]  # fmt: skip
        before = len(anna.seen)
        for data in forged:
            _forge(here, anna, data)
            await here.takes()
        assert await _withdrawn(here) == 0
        assert all("knop" in seen.text for seen in anna.seen[before:])
        async with here.house.store.read() as connection:
            assert (await connection.execute(select(schema.erasures))).all() == []
        anna.presses("Trek in")
        await here.takes()
        assert await _withdrawn(here) == 1


async def test_an_old_button(folder: Path) -> None:
    """After 90 days, and a second time, a button only says that it is old."""
    async with town(folder) as here:
        anna = here.server.person("Anna")
        for text in (LAMP, "En de stoep ligt los bij de bushalte"):
            anna.says(text)
            await here.takes()
            here.clock.on(minutes=5)
        anna.presses("Trek in")
        await here.takes()
        anna.presses("Trek in")
        await here.takes()
        assert await _withdrawn(here) == 1
        here.clock.on(days=91)
        first = next(one.message for one in anna.seen if one.buttons)
        anna.presses("Trek in", message=first)
        await here.takes()
        assert await _withdrawn(here) == 1
        assert "knop" in here.heard(anna)[-1]


async def _asks_to_wipe(at: Street) -> tuple[str, str]:
    """Anja has a card, and then the question whether all has to go; gives the ids of both messages."""
    await at.says("anja", LAMP)
    await at.hears("anja")
    card = await _ref(at, "resident-receipt")
    at.clock.on(minutes=5)
    await at.says("anja", "wissen")
    assert await at.hears("anja")
    async with at.house.store.read() as connection:
        last = select(schema.outbox.c.ref).order_by(schema.outbox.c.id.desc()).limit(1)
        return card, str((await connection.execute(last)).scalar_one())


async def _ref(at: Street, key: str) -> str:
    async with at.house.store.read() as connection:
        found = select(schema.outbox.c.ref).where(schema.outbox.c.text_key == key)
        return str((await connection.execute(found)).scalars().first())


async def _wiped(at: Street) -> bool:
    async with at.house.store.read() as connection:
        return bool((await connection.execute(select(schema.erasures))).all())


async def test_a_number_below_another_message(folder: Path) -> None:
    """A reaction answers the message below which it stands: never the question that happens to be open."""
    async with street(sqlite(folder)) as at:
        card, question = await _asks_to_wipe(at)
        for below in ("somebody else's message", "$forged", card):
            for number in ("1", "2"):
                await at.take(at.event("anja", Words(number, below)))
        assert not await _wiped(at)
        await at.says("anja", "wissen")
        await at.hears("anja")
        await at.take(at.event("anja", Words("1", await _last(at))))
        assert await _wiped(at)
        assert question


async def _last(at: Street) -> str:
    async with at.house.store.read() as connection:
        last = select(schema.outbox.c.ref).order_by(schema.outbox.c.id.desc()).limit(1)
        return str((await connection.execute(last)).scalar_one())


async def test_talk_in_the_room_of_the_wijkverband(folder: Path) -> None:
    """A number set below what a member wrote to another decides nothing; below our question it does."""
    async with street(sqlite(folder)) as at:
        await at.becomes("jamila", Grant.PARTNER, "Corporatie")
        await at.becomes("marit", Grant.ROOM, room="kamer")
        for n in range(6):
            await at.says(f"r{n}", LAMP)
        await at.house.tick()
        at.clock.on(days=30)
        await at.house.tick()
        await at.hears("kamer")
        await at.says("jamila", "begin 1", "kamer")
        asked = await at.hears("kamer")
        assert asked
        before = await _state(at)
        await at.take(at.event("jamila", Words("1", "m-of-a-member"), "kamer"))
        await at.take(at.event("jamila", Words("ja", "m-of-a-member"), "kamer"))
        assert await at.hears("kamer") == []
        assert await _state(at) == before
        await at.take(at.event("jamila", Words("1", await _last(at)), "kamer"))
        assert await _state(at) != before


async def _state(at: Street) -> list[tuple[str, str]]:
    async with at.house.store.read() as connection:
        rows = select(schema.conversations.c.state, schema.conversations.c.choices)
        return sorted((row.state, row.choices) for row in await connection.execute(rows))
