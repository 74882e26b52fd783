"""A wijk held against its store while it lives: who said and saw what, and the news when all was sent."""

from functools import partial

from storage.engine import open_store
from tests.endure.audit import Found, Spoken, news_told
from tests.endure.living import Wijk
from tests.endure.worlds import World, left, newest, settle


async def spoken(world: World, wijk: Wijk) -> Spoken:
    """What everybody said, and saw since they wiped everything."""
    seen = {who: (await world.phones.look(who))[wijk.wiped_at.get(who, 0) :] for who in world.people}
    addresses = {who: world.phones.address(who) for who in world.people}
    return Spoken(wijk.said, wijk.taken_back, seen, addresses)


async def news_of(world: World, wijk: Wijk, counted: set[int]) -> tuple[Found, set[int]]:
    """The news that was not counted before, when nothing is left to send; and all that is counted now."""
    while True:
        await settle(world)
        before, now_counted = await newest(world), set(counted)
        async with open_store(world.url) as store:
            found = await news_told(store, partial(spoken, world, wijk), now_counted)
        if before == await newest(world) and not await left(world):
            return found, now_counted
        # Something fell due while it was counted.
