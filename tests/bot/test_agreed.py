"""Who is given the agreements for their step, and what is looked for before everybody reads them."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.agreed import with_agreements
from domain.agreements import Part
from domain.events import AgreementBegun, AgreementChanged
from domain.heard import Command, Heard, Pressed, Said
from domain.messages import Act, Verb
from domain.people import Person
from storage.engine import open_store
from tests.handlers.spoken import COORDINATOR, PARTNER, PROFESSIONAL, RESIDENT, situation
from tests.storage.a_wijk import does

pytestmark = pytest.mark.asyncio

SETTLE = Pressed(Act(Verb.AGREE, "settle/housing"))


@pytest.mark.parametrize(
    ("who", "heard", "given"),
    [
        (COORDINATOR, Said("hallo"), True),
        (PARTNER, SETTLE, True),
        (RESIDENT, Said("spelregels", command=Command.RULES), True),
        (PROFESSIONAL, Said("afspraken", command=Command.AGREEMENTS), False),
        (RESIDENT, Said("de lamp is stuk"), False),
    ],
)
async def test_who_needs_them_gets_them(tmp_path: Path, who: Person, heard: Heard, given: bool) -> None:  # noqa: FBT001
    """Nobody else's message costs a look at the agreements."""
    async with open_store(f"sqlite:///{tmp_path}/wijk.sqlite") as store, store.begin() as connection:
        await does(connection, "marit", AgreementBegun("housing"))
        found = await with_agreements(connection, situation(who), heard)
        assert bool(found.agreements) is given
        nowhere = replace(situation(who), district=None)
        assert await with_agreements(connection, nowhere, heard) == nowhere


async def test_names_and_addresses_are_found_before_everybody_reads_them(tmp_path: Path) -> None:
    """In the agreement that is settled, not in another; a buurt of the wijk is no address."""
    async with open_store(f"sqlite:///{tmp_path}/wijk.sqlite") as store, store.begin() as connection:
        changes = (
            AgreementBegun("housing"),
            AgreementChanged("housing", Part.FORM, "Bel mevrouw Jansen op 06-12345678."),
            AgreementChanged("housing", Part.EFFECT, "Eerst de huizen in Appelhof."),
            AgreementBegun("care"),
            AgreementChanged("care", Part.FORM, "Mail naar piet@example.org."),
        )
        await does(connection, "marit", *changes)
        before = situation(COORDINATOR)
        marked = await with_agreements(connection, before, SETTLE)
        typed = await with_agreements(connection, before, Said("1", act=SETTLE.act))
        shown = await with_agreements(connection, before, Pressed(Act(Verb.AGREE, "show/housing")))
    assert "06-12345678" in marked.marks
    assert not [mark for mark in marked.marks if "Appelhof" in mark or "piet" in mark]
    assert typed.marks == marked.marks
    assert shown.marks == ()
