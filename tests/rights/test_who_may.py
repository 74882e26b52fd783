"""Everybody tries everything, through intake and store: who may, can; who may not, changes nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.chat import Incoming, Press, Words
from domain.deeds import AUDITED
from domain.messages import Act, Recipient
from domain.policy import WATCHED, Deed, Own, Place, Verdict, holds, rule_of, verdict
from handlers.rights import IN_PRIVATE, NO_ROLE
from handlers.states import Idle
from handlers.ways import of_wijk
from storage.schema import actions, buttons
from tests.rights.ways import WAYS, Way
from tests.rights.world import CAST, GROUP, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

REFUSED = {
    *NO_ROLE.values(),
    *IN_PRIVATE.values(),
    "coordinator-refused",
    "coordinator-in-private",
    "rights-four-eyes",
    "rights-other-wijk",
    "owner-refused",
    "owner-closed",
    "resident-not-for-you",
    "resident-nothing-to-withdraw",
    "resident-old-button",
}
"""Plain words that say who can, or where."""
FORGED = ("", "x", "A" * 22, "0" * 64, "'; DROP TABLE roles; --")


def expected(deed: Deed, who: str, *, in_room: bool = False) -> Verdict:
    """What the table says of somebody of the cast, in De Boomgaard."""
    way = WAYS[deed]
    own = who in way.whose
    found = [verdict(one, CAST[who], own=own, in_room=in_room) for one in (deed, *way.instead)]
    return Verdict.MAY if Verdict.MAY in found else found[0]


async def tries(world: World, who: str, way: Way, here: Recipient, room: str | None = None) -> list[str]:
    """Somebody does it; gives what they were told."""
    does, last = way.does(world.things), await world.last()
    await world.stands(here, way.state(world.things))
    if isinstance(does, Act):
        (token,) = await world.button(here, [does])
        await world.street.take(world.street.event(who, Press(token), room))
    else:
        await world.street.take(world.street.event(who, Words(does), room))
    return await world.heard(last, here)


@pytest.mark.parametrize("deed", WAYS)
async def test_everybody_tries_it_in_their_own_chat(world: World, deed: Deed) -> None:
    """All roles, and own or another's thing: a right works, and without one nothing changes."""
    way, before, log = WAYS[deed], world.facts(), world.log()
    for who in CAST.keys() - {"elsewhere"}:
        told = await tries(world, who, way, world.key(who))
        refused, changed = bool(REFUSED.intersection(told)), world.facts() != before
        if expected(deed, who) is Verdict.MAY:
            assert (refused, changed) == (False, way.changes), (who, told)
            noted = len(world.log()) - len(log)
            assert noted == (deed in AUDITED and way.changes and way.noted)
            world.restore()
        else:
            assert (refused, changed) == (True, False), (who, told)
            tried = world.log()[len(log) :]
            assert len(tried) == (deed in WATCHED and bool(CAST[who])), who
            assert all(line.startswith("tried without the right: ") for line in tried)
            world.restore()


@pytest.mark.parametrize("deed", WAYS)
async def test_everybody_tries_it_in_the_room(world: World, deed: Deed) -> None:
    """The room gives no right, also not to a role of another wijk; words and codes are refused there."""
    way, before = WAYS[deed], world.facts()
    if not rule_of(deed).roles:
        return
    for who in CAST.keys() - {"asker", "owner"}:
        told = await tries(world, who, way, world.room, GROUP)
        changed = world.facts() != before
        if expected(deed, who, in_room=True) is not Verdict.MAY:
            # People talk in a group: what answers nothing is left alone there.
            assert (changed, not told or bool(REFUSED.intersection(told))) == (False, True), (who, told)
        elif rule_of(deed).place is Place.ANYWHERE:
            assert not REFUSED.intersection(told), (who, told)
            world.restore()


@pytest.mark.parametrize("deed", WAYS)
async def test_a_role_of_another_wijk_does_nothing_here(world: World, deed: Deed) -> None:
    """Every role in De Haven: nothing of De Boomgaard changes, by a button of here or by words."""
    way, before = WAYS[deed], world.facts(without="haven")
    if rule_of(deed).roles:
        does = way.does(world.things)
        told = await tries(world, "elsewhere", way, world.key("elsewhere"))
        key = world.key("elsewhere")
        after = world.facts(without="haven")
        mine = {name: [row for row in rows if key not in row] for name, rows in after.items()}
        assert mine == before
        if isinstance(does, Act) and of_wijk(does):
            assert told == ["rights-other-wijk"]
        world.restore()


@pytest.mark.parametrize("deed", WAYS)
async def test_a_role_that_was_withdrawn_meanwhile_does_nothing(world: World, deed: Deed) -> None:
    """An old button, or the question that was open, after the role ended: refused, and nothing changes."""
    way = WAYS[deed]
    for who in CAST:
        if not holds(CAST[who], deed) or (rule_of(deed).own is Own.ALSO and who in way.whose):
            continue
        await world.withdraw(who)
        before = world.facts()
        told = await tries(world, who, way, world.key(who))
        assert (bool(REFUSED.intersection(told)), world.facts() == before) == (True, True), (who, told)
        world.restore()


async def test_used_expired_and_forged_buttons_do_nothing(world: World) -> None:
    """Every button of every deed, by everybody: used before, 90 days old, somebody else's, or made up."""
    acts = [does for way in WAYS.values() if isinstance(does := way.does(world.things), Act)]
    before = world.facts()
    for who in CAST:
        here, other = world.key(who), world.key("resident" if who != "resident" else "partner")
        used, old = await world.button(here, acts), await world.button(here, acts)
        theirs = await world.button(other, acts)
        await _spend(world, used, old)
        await world.stands(here, Idle())
        last = await world.last()
        tokens = [*used, *old, *theirs, *FORGED]
        await world.street.take(*(_pressed(world, who, token) for token in tokens))
        assert await world.heard(last, here) == ["resident-old-button"] * len(tokens)
        assert world.facts() == before
    world.restore()


def _pressed(world: World, who: str, token: str) -> Incoming:
    return world.street.event(who, Press(token))


async def _spend(world: World, used: list[str], old: list[str]) -> None:
    now = world.street.clock()
    async with world.street.house.store.begin() as connection:
        await connection.execute(update(buttons).where(buttons.c.token.in_(used)).values(used_at=now))
        past = now - timedelta(seconds=1)
        await connection.execute(update(buttons).where(buttons.c.token.in_(old)).values(expires_at=past))


async def test_a_button_works_once(world: World) -> None:
    """What changed something is spent; the second press says so."""
    way, key = WAYS[Deed.PREPARE_REQUEST], world.key("coordinator")
    does = way.does(world.things)
    assert isinstance(does, Act)
    (token,) = await world.button(key, [does])
    await world.street.presses("coordinator", token)
    once, last = world.facts(), await world.last()
    await world.street.presses("coordinator", token)
    assert (await world.heard(last, key), world.facts()) == (["resident-old-button"], once)
    async with world.street.house.store.read() as connection:
        row = (await connection.execute(select(buttons).where(buttons.c.token == token))).one()
    assert (row.verb, row.recipient, row.used_at is not None) == (does.verb, key, True)
    world.restore()


async def test_an_action_that_passed_on_is_not_moved_by_who_had_it(world: World) -> None:
    """The owner is whoever owns it now: the old button of the one before is refused in words."""
    way, new = WAYS[Deed.MOVE_ACTION], world.key("volunteer")
    async with world.street.house.store.begin() as connection:
        await connection.execute(update(actions).values(owner_key=new))
    before = world.facts()
    told = await tries(world, "owner", way, world.key("owner"))
    assert (told, world.facts()) == (["owner-refused"], before)
    assert "owner-refused" not in await tries(world, "volunteer", way, new)
    world.restore()
