"""Agreements as they are kept: every version, of two editors neither lost, and nobody named."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.agreements import Agreement, Part
from domain.events import (
    AgreementBegun,
    AgreementChanged,
    AgreementHidden,
    AgreementSettled,
    Event,
    PersonWiped,
)
from domain.people import Role
from storage.agreements import agreements_of
from storage.engine import Store
from storage.schema import agreement_versions
from storage.states import Overtaken
from tests.storage.a_wijk import BOOMGAARD, NOW, does

pytestmark = pytest.mark.asyncio

NEEDED = {
    Part.QUESTION: "Hoe worden de flats droog?",
    Part.EFFECT: "Het wijkverband beslist.",
    Part.FEEDBACK: "Binnen 5 weken.",
    Part.INFLUENCE: "Welke portieken eerst gaan.",
    Part.RUNG: "advise",
}


async def change(store: Store, *events: Event, who: str = "marit", minutes: int = 0) -> None:
    """A coordinator's turn, in a transaction of its own."""
    async with store.begin() as connection:
        await does(connection, who, *events, now=NOW + timedelta(minutes=minutes))


async def housing(store: Store) -> Agreement:
    """The agreement about housing."""
    async with store.read() as connection:
        (found,) = await agreements_of(connection, BOOMGAARD.slug)
    return found


async def filled(store: Store) -> Agreement:
    """One with all that is needed."""
    changes = (AgreementChanged("housing", part, words) for part, words in NEEDED.items())
    await change(store, AgreementBegun("housing"), *changes)
    return await housing(store)


async def test_every_version_stays(store: Store) -> None:
    """What was changed when by which role, the first empty one included; older words can be read."""
    await change(store, AgreementBegun("housing"))
    await change(store, AgreementChanged("housing", Part.FORM, "Elke maand."), minutes=1)
    await change(store, AgreementChanged("housing", Part.FORM, "Elke week.", "Elke maand."), minutes=2)
    await change(store, AgreementChanged("housing", Part.FORM, "", "Elke week."), minutes=3)
    found = await housing(store)
    assert [one.number for one in found.versions] == [1, 2, 3, 4]
    assert [one.part(Part.FORM) for one in found.versions] == ["", "Elke maand.", "Elke week.", ""]
    assert [one.changed for one in found.versions] == [None, Part.FORM, Part.FORM, Part.FORM]
    assert [one.at for one in found.versions] == [NOW + timedelta(minutes=n) for n in range(4)]
    assert {one.role for one in found.versions} == {Role.COORDINATOR}
    assert found.agreed is None


async def test_beginning_twice_is_beginning_once(store: Store) -> None:
    """A repeat changes nothing."""
    await change(store, AgreementBegun("housing"), AgreementBegun("housing"))
    assert len((await housing(store)).versions) == 1


async def test_residents_read_the_version_that_was_agreed_to(store: Store) -> None:
    """Later changes are drafts until somebody agrees to them; hiding takes all of it away."""
    before = await filled(store)
    await change(store, AgreementSettled("housing", before.now.fingerprint), minutes=1)
    assert (await housing(store)).settled
    await change(store, AgreementChanged("housing", Part.FORM, "Elke maand."), minutes=2)
    changed = await housing(store)
    assert changed.agreed is not None
    assert not changed.settled
    assert changed.agreed.part(Part.FORM) == ""
    assert (changed.agreed.agreed_at, changed.agreed.agreed_role) == (
        NOW + timedelta(minutes=1),
        Role.COORDINATOR,
    )
    await change(store, AgreementHidden("housing"))
    assert (await housing(store)).agreed is None
    await change(store, AgreementSettled("housing", changed.now.fingerprint))
    assert (await housing(store)).settled


async def test_only_the_words_that_were_read_are_agreed_to(store: Store) -> None:
    """Another fingerprint, or a part that residents need left empty: nothing is agreed to."""
    before = await filled(store)
    with pytest.raises(Overtaken):
        await change(store, AgreementSettled("housing", "0123456789ab"))
    await change(store, AgreementChanged("housing", Part.EFFECT, "", NEEDED[Part.EFFECT]))
    lacking = await housing(store)
    for fingerprint in (before.now.fingerprint, lacking.now.fingerprint):
        with pytest.raises(Overtaken):
            await change(store, AgreementSettled("housing", fingerprint))
    assert (await housing(store)).agreed is None


async def test_two_editors_at_once(store: Store) -> None:
    """Of two who change the same part one is told to look again; different parts are both kept."""
    await change(store, AgreementBegun("housing"))
    both = await asyncio.gather(
        change(store, AgreementChanged("housing", Part.FORM, "Elke maand."), who="marit"),
        change(store, AgreementChanged("housing", Part.FORM, "Elke week."), who="rob"),
        change(store, AgreementChanged("housing", Part.RESULT, "Droge huizen."), who="lies"),
        return_exceptions=True,
    )
    assert sum(isinstance(one, Overtaken) for one in both) == 1
    assert sum(one is None for one in both) == 2
    found = await housing(store)
    assert found.now.part(Part.RESULT) == "Droge huizen."
    assert found.now.part(Part.FORM) in {"Elke maand.", "Elke week."}
    assert [one.number for one in found.versions] == [1, 2, 3]


async def test_another_wijk_has_its_own(store: Store) -> None:
    """The same theme elsewhere is another agreement; who speaks there cannot reach this one."""
    await change(store, AgreementBegun("housing"))
    async with store.read() as connection:
        assert await agreements_of(connection, "elders") == ()
    with pytest.raises(Overtaken):
        await change(store, AgreementHidden("care"))


async def test_wiping_an_editor_keeps_the_agreement(store: Store) -> None:
    """The words and the role stay, the key goes; strange letters come back as they were."""
    before = await filled(store)
    odd = "لقاء 🐕 \N{COMBINING ACUTE ACCENT} 'x'; --"
    await change(store, AgreementChanged("housing", Part.FORM, odd))
    await change(store, AgreementSettled("housing", (await housing(store)).now.fingerprint))
    await change(store, PersonWiped())
    found = await housing(store)
    assert found.now.part(Part.FORM) == odd
    assert len(found.versions) == len(before.versions) + 1
    async with store.read() as connection:
        keys = select(agreement_versions.c.by, agreement_versions.c.agreed_by)
        assert {key for row in await connection.execute(keys) for key in row} == {None}
