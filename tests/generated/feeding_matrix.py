"""Events of Matrix, fed through a homeserver of our own."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from bot.chat import Batch, Platform
from bot.matrix import Matrix
from bot.service import built
from domain.invitations import Grant
from tests.bot.scripted import BOOMGAARD, Clock
from tests.generated import matrix_events
from tests.generated.feeding import GOOD_PEOPLE, SECRET, Feed
from tests.generated.homeserver import BOT, Homeserver
from tests.generated.hostile import CANARY, JSON
from tests.generated.logs import listening


class MatrixFeed:
    """Events through the homeserver, `sync`, the reading and the intake."""

    def __init__(self, feed: Feed, server: Homeserver, chat: Matrix) -> None:
        self.feed, self.server, self.chat = feed, server, chat
        self._listening: AsyncIterator[Batch] = chat.listen(None)
        self._count = 0
        self._known: set[str] = set()

    async def prepare(self) -> None:
        """The rooms are known, and one person is a coordinator, in a group too."""
        joined = {
            room: self._room(room, people, []) for room, people in matrix_events.ROOMS_AND_GROUP.items()
        }
        self.server.brings({"rooms": {"join": joined}})
        await self._next()
        first, second = matrix_events.PEOPLE[:2]
        await self.feed.becomes(first, Grant.COORDINATOR, "", Platform.MATRIX)
        await self.feed.becomes(second, Grant.VOLUNTEER, "", Platform.MATRIX)
        await self.feed.becomes(first, Grant.ROOM, matrix_events.GROUP, Platform.MATRIX)

    async def feed_all(
        self, happened: Sequence[tuple[str, str, JSON]], more: dict[str, JSON], *, gap: bool
    ) -> None:
        """One sync with all of it, a good one after each; with a `gap` the first half must be asked for."""
        await self.feed.begins()
        rooms: dict[str, list[Any]] = {}
        good: dict[str, list[Any]] = {}
        for trouble, room, event in happened:
            rooms.setdefault(room, []).append(self._with_id(event))
            self.feed.tally.events += 1
            self.feed.tally.troubles[trouble] += 1
            self._add_good(good)
        joined = {room: self._room(room, (), events, gap=gap) for room, events in rooms.items()}
        joined |= {room: self._room(room, (room.replace("!", "@"),), events) for room, events in good.items()}
        extra = {key: value for key, value in more.items() if key not in {"invite", "rooms", "next_batch"}}
        invited = {"invite": more["invite"]} if "invite" in more else {}
        self.server.brings({**extra, "rooms": {"join": joined, **invited}})
        await self._next()
        await self.feed.holds([one["content"]["body"] for events in good.values() for one in events])

    def _add_good(self, good: dict[str, list[Any]]) -> None:
        self._count += 1
        room = f"!persoon{self.feed.goes_on() % GOOD_PEOPLE}:goed.example"
        words = {"msgtype": "m.text", "body": f"de lamp bij paal {1_000_000 + self._count} is stuk"}
        event: JSON = {"type": "m.room.message", "sender": room.replace("!", "@"), "content": words}
        event |= {"event_id": f"$good{self._count}", "origin_server_ts": matrix_events.MOMENT}
        good.setdefault(room, []).append(event)

    def _with_id(self, event: JSON) -> JSON:
        """The server gives the id; `$known7` means what came seven events ago."""
        self._count += 1
        if not isinstance(event, dict):
            return event
        text = json.dumps(event)
        for ago in range(1, 41):
            text = text.replace(f'"$known{ago}"', f'"$e{max(self._count - ago, 0)}"')
        return {"event_id": f"$e{self._count}"} | json.loads(text)

    def _room(
        self, room: str, people: Sequence[str], events: list[Any], *, gap: bool = False
    ) -> dict[str, JSON]:
        """A joined room; who is in it is told the first time."""
        state = [_joins(who) for who in (BOT, *people)] if people and room not in self._known else []
        self._known |= {room}
        half = len(events) // 2 if gap else 0
        if half:
            self.server.pages[room] = events[:half][::-1]
        timeline = {"events": events[half:], "limited": bool(half), "prev_batch": "p"}
        return {"state": {"events": state}, "timeline": timeline}

    async def _next(self) -> None:
        try:
            batch = await anext(self._listening)
        except BaseException:
            # What broke is looked for with smaller examples: those need somebody who listens.
            self._listening = self.chat.listen(None)
            raise
        await self.feed.take(batch, self.chat.bot)


def _joins(who: str) -> dict[str, JSON]:
    content = {"membership": "join", "displayname": CANARY}
    return {
        "type": "m.room.member",
        "state_key": who,
        "sender": who,
        "content": content,
        "event_id": f"$join-{who}",
        "origin_server_ts": matrix_events.MOMENT,
    }


@asynccontextmanager
async def matrix_feed(url: str, folder: Path) -> AsyncIterator[MatrixFeed]:
    """A house on this store that follows the homeserver."""
    async with AsyncExitStack() as stack:
        log = stack.enter_context(listening())
        server = await stack.enter_async_context(Homeserver())
        clock = Clock()
        chat = Matrix(server.url, BOT, "a password", folder / "matrix", clock=clock)
        await stack.enter_async_context(chat)
        house = await stack.enter_async_context(built(url, SECRET, (BOOMGAARD,), (chat,), clock))
        made = MatrixFeed(Feed(house, clock, log), server, chat)
        await made.prepare()
        yield made
