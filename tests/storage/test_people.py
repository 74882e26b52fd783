"""People, roles, rooms and the codes that give them."""

from datetime import timedelta

import pytest

from domain.events import DistrictChosen, InvitationUsed, Invited, WrongCode
from domain.invitations import MAX_TRIES, Grant
from domain.messages import Kind, Message, RoomKey, Text
from domain.people import Candidate, Role
from storage import conversations, invitations, outbox, people, signals, turns
from storage.apply import apply
from storage.engine import Store
from tests.storage.a_wijk import BOOMGAARD, NOW, becomes, by, does, person, says

pytestmark = pytest.mark.asyncio
ROOM, NEW_ROOM = RoomKey("g:room"), RoomKey("g:supergroup")


async def test_a_stranger_is_known_after_the_first_word(store: Store) -> None:
    """Nothing is known before; after it the wijk they chose."""
    async with store.begin() as connection:
        assert await people.person(connection, person("anna")) == people.Known()
        await does(connection, "anna")
        assert (await people.person(connection, person("anna"))).known
        await does(connection, "anna", DistrictChosen("boomgaard"))
        assert (await people.person(connection, person("anna"))).district == "boomgaard"


async def test_a_code_gives_its_role_once(store: Store) -> None:
    """The second who shows it gets nothing; so does whoever comes too late."""
    async with store.begin() as connection:
        await becomes(connection, "zuster", Grant.PROFESSIONAL, "Thuiszorg")
        await does(connection, "bram", InvitationUsed("professional-zuster"))
        late = Invited("late", Grant.COORDINATOR, BOOMGAARD.slug, NOW - timedelta(seconds=1))
        await does(connection, "cor", late, InvitationUsed("late"))
        zuster = await people.person(connection, person("zuster"))
        assert (zuster.roles, zuster.district) == (frozenset({Role.PROFESSIONAL}), BOOMGAARD.slug)
        for name in ("bram", "cor"):
            assert (await people.person(connection, person(name))).roles == frozenset()
        offer = await invitations.look_up(connection, "professional-zuster")
        assert offer is not None
        assert (offer.used, offer.label, offer.grant) == (True, "Thuiszorg", Grant.PROFESSIONAL)
        assert await invitations.look_up(connection, "never made") is None


async def test_roles_hold_in_their_own_wijk(store: Store) -> None:
    """A coordinator of one wijk is a resident in the next."""
    async with store.begin() as connection:
        await becomes(connection, "cor", Grant.COORDINATOR)
        assert (await people.person(connection, person("cor"), "haven")).roles == frozenset()
        assert await people.coordinators(connection, BOOMGAARD.slug) == (person("cor"),)
        assert await people.coordinators(connection, "haven") == ()


async def test_handing_over_ends_the_old_role(store: Store) -> None:
    """Using the code gives the role to the new coordinator and takes it from the old one."""
    async with store.begin() as connection:
        await becomes(connection, "cor", Grant.COORDINATOR)
        over = Invited("over", Grant.COORDINATOR, BOOMGAARD.slug, NOW + timedelta(1), replaces=person("cor"))
        await does(connection, "cor", over)
        await does(connection, "dien", InvitationUsed("over"))
        assert await people.coordinators(connection, BOOMGAARD.slug) == (person("dien"),)
        await becomes(connection, "cor", Grant.COORDINATOR, again=True)
        assert (await people.person(connection, person("cor"))).roles == {Role.COORDINATOR}


async def test_candidates_are_people_with_a_label_once(store: Store) -> None:
    """Partners come first; experts, volunteers and people without a label own nothing."""
    async with store.begin() as connection:
        await becomes(connection, "zuster", Grant.PROFESSIONAL, "Thuiszorg")
        await becomes(connection, "jamila", Grant.PARTNER, "Corporatie")
        await becomes(connection, "zuster", Grant.PARTNER, "Team Zorg")
        await becomes(connection, "els", Grant.EXPERT, "Ervaring")
        await becomes(connection, "cor", Grant.COORDINATOR)
        assert await people.candidates(connection, BOOMGAARD.slug) == (
            Candidate(person("jamila"), "Corporatie"),
            Candidate(person("zuster"), "Team Zorg"),
        )
        assert await people.experts(connection, BOOMGAARD.slug) == (person("els"),)


async def test_a_room_is_bound_and_moves(store: Store) -> None:
    """The code used in a room binds it; when the room gets another id everything of it goes along."""
    async with store.begin() as connection:
        made = Invited("room", Grant.ROOM, BOOMGAARD.slug, NOW + timedelta(1))
        await apply(connection, by("cor", room=ROOM), [made, InvitationUsed("room")])
        assert await people.partnership_room(connection, BOOMGAARD.slug) == ROOM
        assert await people.district_of_room(connection, ROOM) == BOOMGAARD.slug
        await conversations.keep(connection, ROOM, "a", (), NOW)
        await conversations.keep(connection, f"{ROOM}/{person('cor')}", "b", (), NOW)
        await outbox.queue(connection, [Message(ROOM, Text("report"), kind=Kind.NOTICE)], NOW)
        await people.room_moved(connection, ROOM, NEW_ROOM)
        assert await people.district_of_room(connection, ROOM) is None
        assert await people.partnership_room(connection, BOOMGAARD.slug) == NEW_ROOM
        for key, state in ((NEW_ROOM, "a"), (f"{NEW_ROOM}/{person('cor')}", "b")):
            assert await conversations.state_of(connection, key) == conversations.Conversation(state, at=NOW)
        claimed = await turns.claim(connection, NOW)
        assert claimed is not None
        assert claimed.message.to == NEW_ROOM


async def test_guessing_codes_is_slowed_down(store: Store) -> None:
    """After ten wrong ones this person has to wait an hour; others do not."""
    async with store.begin() as connection:
        for _ in range(MAX_TRIES):
            assert await invitations.tries_left(connection, person("eve"), NOW)
            await does(connection, "eve", WrongCode())
        assert not await invitations.tries_left(connection, person("eve"), NOW)
        assert await invitations.tries_left(connection, person("anna"), NOW)
        assert await invitations.tries_left(connection, person("eve"), NOW + timedelta(hours=1))


async def test_a_respondent_follows_one_signal(store: Store) -> None:
    """The code lets them hear of that signal; it is not theirs to change."""
    async with store.begin() as connection:
        number = await says(connection, "zuster")
        made = Invited("follow", Grant.FOLLOW, BOOMGAARD.slug, NOW + timedelta(30), signal=number)
        await does(connection, "zuster", made)
        await does(connection, "bram", InvitationUsed("follow"))
        assert await signals.own(connection, person("bram")) == ()
        _, followed = await signals.own_and_followed(connection, person("bram"))
        assert [one.number for one in followed] == [number]
