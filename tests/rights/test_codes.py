"""One-time codes: 128 random bits, for one person, once, 72 hours; burnt in a group; gone with the role."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.understanding import code_in
from domain.invitations import MAX_TRIES, VALID, Grant
from domain.people import Role
from storage import people
from storage.schema import invitations, roles, rooms
from tests.bot.scripted import Street, sqlite, street
from tests.rights.test_who_reported import service, types


async def invited(town: Street, what: str = "professional", label: str = "Team Zorg") -> str:
    """The code that the coordinator gets to hand out."""
    for said in ("uitnodigen", what, label):
        await town.says("kees", said)
    (read,) = (one for one in await town.hears("kees") if "Typen kan ook" in one)
    (code,) = (word for word in read.split() if code_in(word))
    return code


async def held(town: Street, who: str) -> set[Role]:
    """The roles that somebody holds."""
    async with town.house.store.read() as connection:
        return set((await people.person(connection, town.key(who))).roles)


@pytest.mark.asyncio
async def test_a_code_is_random_and_kept_as_a_hash(tmp_path: Path) -> None:
    """128 bits; the store has its hash, its wijk, its role and 72 hours, and nowhere the code."""
    async with street(sqlite(tmp_path)) as town:
        await town.becomes("kees", Grant.COORDINATOR, "kees")
        code, other = await invited(town), await invited(town)
        assert code != other
        assert len(base64.urlsafe_b64decode(code + "==")) * 8 == 128
        async with town.house.store.read() as connection:
            rows = (await connection.execute(select(invitations))).mappings().all()
        row = next(row for row in rows if row["used_at"] is None)
        assert (row["district"], row["grant"]) == ("boomgaard", Grant.PROFESSIONAL)
        assert row["expires_at"] - row["made_at"] == VALID == timedelta(hours=72)
        assert code not in str(rows)


@pytest.mark.asyncio
async def test_a_code_works_once_and_in_time(tmp_path: Path) -> None:
    """The second person hears that it was used; after 72 hours nobody gets anything."""
    async with street(sqlite(tmp_path)) as town:
        await town.becomes("kees", Grant.COORDINATOR, "kees")
        code, old = await invited(town), await invited(town)
        await town.says("noor", code)
        await town.says("piet", code)
        assert (await held(town, "noor"), await held(town, "piet")) == ({Role.PROFESSIONAL}, set())
        town.clock.on(hours=72)
        await town.says("piet", old)
        assert await held(town, "piet") == set()


@pytest.mark.asyncio
async def test_a_code_in_a_group_is_burnt_and_the_giver_told(tmp_path: Path) -> None:
    """Whoever reads it there can do nothing with it; the code of a room does nothing in a private chat."""
    async with street(sqlite(tmp_path)) as town:
        await town.becomes("kees", Grant.COORDINATOR, "kees")
        code = await invited(town)
        await town.says("noor", code, room="groep")
        assert "Hij werkt niet meer." in (await town.hears("kees"))[-1]
        await town.says("piet", code)
        assert (await held(town, "noor"), await held(town, "piet")) == (set(), set())
        async with town.house.store.read() as connection:
            assert (await connection.execute(select(rooms))).all() == []
        async with town.house.store.read() as connection:
            taken = (await connection.execute(select(roles.c.role).where(roles.c.label == "Team Zorg"))).all()
        assert taken == []


@pytest.mark.asyncio
async def test_a_code_among_other_words_in_a_group_is_burnt_too(tmp_path: Path) -> None:
    """A forwarded invitation is read by everybody as well; other words of 22 letters are left alone."""
    async with street(sqlite(tmp_path)) as town:
        await town.becomes("kees", Grant.COORDINATOR, "kees")
        await town.becomes("kees", Grant.ROOM, room="groep")
        code = await invited(town)
        await town.says("piet", "kijk eens op https://example.org/AbCdEfGh1234567890-_xy", room="groep")
        await town.says("noor", f"Hier is de uitnodiging, typ {code} bij de bot", room="groep")
        told = await town.hears("groep")
        assert [one for one in told if "Hij werkt daarom niet meer." in one] == told[-1:]
        await town.says("noor", code)
        assert await held(town, "noor") == set()


@pytest.mark.asyncio
async def test_who_guesses_is_slowed_down(tmp_path: Path) -> None:
    """After ten wrong codes in an hour also a good one does nothing; an hour later it works."""
    async with street(sqlite(tmp_path)) as town:
        await town.becomes("kees", Grant.COORDINATOR, "kees")
        code = await invited(town)
        for n in range(MAX_TRIES):
            await town.says("piet", f"{n:02d}bcdefghij0123456789-")
        await town.says("piet", code)
        assert await held(town, "piet") == set()
        town.clock.on(minutes=61)
        await town.says("piet", code)
        assert await held(town, "piet") == {Role.PROFESSIONAL}


@pytest.mark.asyncio
async def test_a_role_that_is_withdrawn_takes_its_codes_along(tmp_path: Path) -> None:
    """A coordinator who has to go leaves no code behind to come back with; they hear that it ended."""
    async with service(tmp_path) as (town, at):
        await town.becomes("kees", Grant.COORDINATOR, "kees")
        code = await invited(town, "coordinator", "Zichzelf")
        listed = await types(town, at, "role", "list")
        assert listed.output.startswith("1: coordinator, kees, since 2026-10-12")
        done = await types(town, at, "role", "withdraw", "--number", "1")
        assert "1 code of this person stopped working" in done.output
        assert "niet meer: Coordinator" in (await town.hears("kees"))[-1]
        await town.says("kees", code)
        assert await held(town, "kees") == set()
        again = await types(town, at, "role", "withdraw", "--number", "1")
        assert (again.exit_code, "there is no role 1" in again.output) == (1, True)
        log = await types(town, at, "audit", "--since", "2026-10-01")
        assert "operator: role withdrawn  (boomgaard coordinator)" in log.output
        wrong = await types(town, at, "audit", "--since", "yesterday")
        assert (wrong.exit_code, "is no day" in wrong.output) == (2, True)
