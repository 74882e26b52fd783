"""Questions who reported, roles that end and the audit log, on both engines."""

from datetime import timedelta

import pytest

from domain.events import InvitationBurnt, Invited, WhoAgreed, WhoAsked
from domain.invitations import Grant
from domain.people import Role
from domain.who_reported import TOLD_LATER, WhoState, Why
from storage import account, invitations, people, who_reported
from storage.engine import Store
from tests.storage.a_wijk import BOOMGAARD, NOW, becomes, does, person, says

pytestmark = pytest.mark.asyncio

SLUG = BOOMGAARD.slug


async def test_one_look_is_one_look(store: Store) -> None:
    """Asked, agreed by another, seen once, to be told at its moment, told once."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        await does(connection, "kees", WhoAsked(number, Why.ORDER, "Een bevel.", later=True))
        assert await who_reported.see(connection, SLUG, number, NOW) is None
        await does(connection, "kees", WhoAgreed(number))
        assert await who_reported.see(connection, SLUG, number, NOW) is None
        await does(connection, "karin", WhoAgreed(number))
        # It runs already: not asked twice.
        await does(connection, "kees", WhoAsked(number, Why.DANGER, "Nog eens."))
        assert await who_reported.see(connection, "haven", number, NOW) is None
        assert await who_reported.see(connection, SLUG, number, NOW) == person("anna")
        assert await who_reported.see(connection, SLUG, number, NOW) is None
        (one,) = await who_reported.all_of(connection, SLUG)
        assert (one.state, one.why, one.agreed_at) == (WhoState.SEEN, Why.ORDER, NOW)
        due = NOW + TOLD_LATER
        assert await who_reported.to_tell(connection, SLUG, due - timedelta(minutes=1)) == ()
        (told,) = await who_reported.to_tell(connection, SLUG, due)
        assert (told.number, told.person) == (number, person("anna"))
        await who_reported.told(connection, [told.id], SLUG, due)
        assert await who_reported.to_tell(connection, SLUG, due) == ()


async def test_a_role_ends_with_the_codes_made_with_it(store: Store) -> None:
    """Codes for roles go; that of a respondent stays, and a burnt one gives nothing."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        await becomes(connection, "kees", Grant.COORDINATOR, "kees")
        until = NOW + timedelta(hours=72)
        codes = (
            Invited("role", Grant.PARTNER, SLUG, until),
            Invited("follow", Grant.FOLLOW, SLUG, until, signal=number),
            Invited("shown", Grant.PARTNER, "haven", until),
        )
        await does(connection, "kees", *codes)
        (held,) = await people.roles_of(connection, SLUG)
        assert (held.person, held.role, held.label) == (person("kees"), Role.COORDINATOR, "kees")
        assert await invitations.burn_those_of(connection, person("kees"), SLUG, NOW) == 1
        await does(connection, "noor", InvitationBurnt("shown"))
        offers = [await invitations.look_up(connection, code) for code in ("role", "follow", "shown")]
        assert [one.used for one in offers if one] == [True, False, True]
        assert offers[1] is not None
        assert offers[1].tell == (person("kees"),)


async def test_the_log_is_of_one_wijk(store: Store) -> None:
    """By the slug in front, and from a day on."""
    async with store.begin() as connection:
        for about in ("boomgaard 2026-10", "boomgaard", "boomgaard-noord x", ""):
            await account.note(connection, "round closed", "coordinator", about, NOW)
        ours = await account.audit_of(connection, SLUG, NOW)
        assert [line.about for line in ours] == ["boomgaard 2026-10", "boomgaard"]
        assert len(await account.audit_of(connection, None, NOW)) == 4
        assert await account.audit_of(connection, None, NOW + timedelta(seconds=1)) == []
