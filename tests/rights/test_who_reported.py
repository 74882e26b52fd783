"""Who reported is looked up by two people, seen once at the command line, and told to the writer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import Result

from bot.config import load
from domain.invitations import Grant
from domain.messages import Text
from storage import account, privacy, who_reported
from tests.bot.at_terminal import Operator
from tests.bot.scripted import Street, street

NUMBER = "2026-0001"


async def setting(town: Street, *coordinators: str) -> None:
    """A resident told something; these people run the wijk."""
    await town.says("anna", "de hond van de buren blaft elke nacht")
    for who in coordinators:
        await town.becomes(who, Grant.COORDINATOR, who)
    await town.house.send_all()


async def asks(town: Street, who: str = "kees", label: str = "Meteen vertellen") -> list[str]:
    """A coordinator asks who reported it, for danger; gives all that they read."""
    await town.says(who, f"wie {NUMBER}")
    await town.says(who, "iemand is in gevaar")
    await town.says(who, "Er kwam een brief met een dreiging")
    read = await town.hears(who)
    await town.presses(who, town.button(who, label))
    return read


@asynccontextmanager
async def service(folder: Path) -> AsyncIterator[tuple[Street, Operator]]:
    """A service that was set up, with somebody at its command line."""
    at = Operator(folder)
    await asyncio.to_thread(at.sets_up)
    async with street(load(at.config).storage.url) as town:
        yield town, at


async def types(town: Street, at: Operator, *words: str) -> Result:
    """The operator types a command, beside the loop of the service."""
    at.now = town.clock()
    return await asyncio.to_thread(at.about, *words)


async def noted(town: Street) -> list[str]:
    """What the audit log has on it, with the role."""
    async with town.house.store.read() as connection:
        found = await account.audit_of(connection, None, town.clock() - timedelta(days=99))
    return [f"{one.role}: {one.what}" for one in found if "who" in one.what or "looked up" in one.what]


@pytest.mark.asyncio
async def test_two_coordinators_agree_and_the_operator_sees_it_once(tmp_path: Path) -> None:
    """Asked by one, agreed by another, shown once, told to the writer, all of it noted; never in a chat."""
    async with service(tmp_path) as (town, at):
        await setting(town, "kees", "karin")
        read = await asks(town)
        assert "Iemand is in gevaar. Er kwam een brief met een dreiging." in read[-1]
        refused = await types(town, at, "who", "show", "--signal", NUMBER)
        assert (refused.exit_code, "no agreement" in refused.output) == (1, True)
        asked = await town.hears("karin")
        assert "U beslist mee." in asked[-1]
        # Who asked cannot agree, also not with the button of the other.
        await town.presses("kees", town.button("karin", "Ja, dit moet"))
        assert await town.hears("kees") == [town.house.words.say(Text("resident-old-button"), "nl")]
        await town.presses("karin", town.button("karin", "Ja, dit moet"))
        assert "tweede ja" in (await town.hears("kees"))[-1]
        shown = await types(town, at, "who", "show", "--signal", NUMBER)
        assert shown.output.strip() == "local: anna"
        again = await types(town, at, "who", "show", "--signal", NUMBER)
        assert (again.exit_code, "anna" in again.output) == (1, False)
        await town.house.tick()
        told = await town.hears("anna")
        assert f"uw signaal {NUMBER}" in told[-1]
        assert "De reden: iemand was in gevaar." in told[-1]
        await town.house.tick()
        assert await town.hears("anna") == []
        assert await noted(town) == [
            "coordinator: asked who reported: danger",
            "coordinator: agreed to look up who reported",
            "operator: saw who reported",
            "service: writer told that it was looked up",
        ]
        everything = " ".join(message.text for message in town.chat.sent if message.room != "anna")
        assert "anna" not in everything


@pytest.mark.asyncio
async def test_a_reason_with_somebody_in_it_is_refused(tmp_path: Path) -> None:
    """A name, an address or a number: it says which and asks again; a street of the wijk may be said."""
    async with service(tmp_path) as (town, _):
        await setting(town, "kees", "karin")
        await town.says("kees", f"wie {NUMBER}")
        await town.says("kees", "iemand is in gevaar")
        for words, mark in (
            ("Jan de Vries wordt bedreigd", "Jan de Vries"),
            ("de bewoner van Dorpsstraat 12 wordt bedreigd", "12"),
            ("iemand belde met 06 12345678", "06 12345678"),
        ):
            await town.says("kees", words)
            told = (await town.hears("kees"))[-1]
            assert told.startswith("Dit lijkt een naam, nummer of adres:")
            assert mark in told.splitlines()[0]
        await town.says("kees", "Er kwam een brief met een dreiging")
        assert "Er kwam een brief met een dreiging." in (await town.hears("kees"))[-1]
        await town.presses("kees", town.button("kees", "Meteen vertellen"))
        async with town.house.store.read() as connection:
            (asked,) = await who_reported.all_of(connection, "boomgaard")
        assert asked.sentence == "Er kwam een brief met een dreiging."


@pytest.mark.asyncio
async def test_the_operator_agrees_where_there_is_one_coordinator(tmp_path: Path) -> None:
    """The second pair of eyes is the operator's; told after 30 days where telling at once is dangerous."""
    async with service(tmp_path) as (town, at):
        await setting(town, "kees")
        await asks(town, label="Pas na 30 dagen")
        assert "De beheerder van de dienst kan meebeslissen" in (await town.hears("kees"))[-1]
        listed = await types(town, at, "who", "list")
        assert (
            "told after 30 days. Er kwam een brief met een dreiging. -> waits for a second yes"
            in listed.output
        )
        assert (await types(town, at, "who", "agree", "--signal", NUMBER)).exit_code == 0
        assert (await types(town, at, "who", "show", "--signal", NUMBER)).output.strip()
        await town.house.tick()
        assert await town.hears("anna") == []
        async with town.house.store.read() as connection:
            assert (await privacy.everything_of(connection, town.key("anna")))["lookups"] == []
        town.clock.on(days=30)
        await town.house.tick()
        assert f"uw signaal {NUMBER}" in " ".join(await town.hears("anna"))
        async with town.house.store.read() as connection:
            (row,) = (await privacy.everything_of(connection, town.key("anna")))["lookups"]
        assert row["sentence"] == "Er kwam een brief met een dreiging."
        assert town.key("kees") not in str(row)


@pytest.mark.asyncio
async def test_a_question_lapses_and_a_no_ends_it(tmp_path: Path) -> None:
    """After 24 hours nobody can agree, or see what was agreed; after a no nothing is seen."""
    async with service(tmp_path) as (town, at):
        await setting(town, "kees", "karin")
        await asks(town)
        await town.hears("karin")
        town.clock.on(hours=25)
        await town.presses("karin", town.button("karin", "Ja, dit moet"))
        assert (await town.hears("karin"))[-1] == "Deze vraag is al beantwoord, of de tijd is voorbij."
        assert (await types(town, at, "who", "agree", "--signal", NUMBER)).exit_code == 1
        await asks(town)
        await town.hears("karin")
        await town.presses("karin", town.button("karin", "Nee"))
        assert "wordt niet opgezocht" in (await town.hears("kees"))[-1]
        assert (await types(town, at, "who", "show", "--signal", NUMBER)).exit_code == 1
        await asks(town)
        await town.hears("karin")
        await town.presses("karin", town.button("karin", "Ja, dit moet"))
        town.clock.on(hours=25)
        assert (await types(town, at, "who", "show", "--signal", NUMBER)).exit_code == 1


@pytest.mark.asyncio
async def test_who_wiped_everything_cannot_be_looked_up(tmp_path: Path) -> None:
    """The question goes with the signal, also between the yes and the look."""
    async with service(tmp_path) as (town, at):
        await setting(town, "kees", "karin")
        await asks(town)
        await town.hears("karin")
        await town.presses("karin", town.button("karin", "Ja, dit moet"))
        await town.says("anna", "wissen")
        await town.says("anna", "1")
        await town.hears("anna")
        assert (await types(town, at, "who", "show", "--signal", NUMBER)).exit_code == 1


@pytest.mark.asyncio
async def test_a_name_or_a_number_is_no_reason(tmp_path: Path) -> None:
    """The reason is one sentence without numbers; a signal that is not there cannot be asked about."""
    async with service(tmp_path) as (town, _):
        await setting(town, "kees")
        await town.says("kees", "wie 2026-0099")
        assert "is hier niet" in (await town.hears("kees"))[-1]
        await town.says("kees", f"wie {NUMBER}")
        await town.says("kees", "politie of rechter eist het")
        await town.says("kees", "bel 0612345678")
        assert (await town.hears("kees"))[-1].startswith("Dit lijkt een naam, nummer of adres: 0612345678.")
        await town.says("kees", "annuleer")
        assert (await town.hears("kees"))[-1] == "Gestopt. Er is niets gevraagd."
