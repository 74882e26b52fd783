"""What was made by chance goes through the real reading and intake; a good one follows each.

Telegram is its emulator and Matrix a homeserver of our own, both over real HTTP.
"""

import json
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.chat import Batch, Incoming, Platform, Unreadable, Words
from bot.matrix import Matrix
from bot.service import House, built
from bot.telegram.account import Telegram
from domain.events import Invited, Occasion
from domain.invitations import Grant, hash_of
from domain.messages import PersonKey
from storage import apply, schema
from tests.bot.on_telegram import account
from tests.bot.scripted import BOOMGAARD, Clock
from tests.generated import matrix_events, telegram_updates
from tests.generated.homeserver import BOT, Homeserver
from tests.generated.hostile import CANARY, JSON
from tests.generated.logs import Kept, listening
from tests.servers.telegram.server import TelegramServer

SPAN = timedelta(minutes=35)
"""Between two examples: nobody says too much within an hour."""
GOOD_PEOPLE = 60
TICKS = 40
"""Examples between two looks at what is due: a day."""
SECRET = "a secret of tests"


class Broken(AssertionError):
    """A promise that does not hold for this input."""


@dataclass
class Tally:
    """What went in and what came of it."""

    events: int = 0
    good: int = 0
    parked: int = 0
    troubles: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.troubles.items()))
        return f"{self.events} ({kinds}), {self.good} good ones after them, {self.parked} parked"


@dataclass
class Feed:
    """A house with one platform, and what was fed to it."""

    house: House
    clock: Clock
    log: Kept
    tally: Tally = field(default_factory=Tally)
    unreadable: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    examples: int = 0
    said: int = 0

    async def take(self, batch: Batch, bot: str) -> None:
        """As `Intake.follow` does with each batch."""
        await self.house.intake.take(batch, bot)
        self.taken |= {one.event_id for one in batch.events}
        self.unreadable |= {one.event_id for one in batch.events if isinstance(one.content, Unreadable)}

    def goes_on(self) -> int:
        """How many good ones there were: the next is of the next person."""
        self.said += 1
        return self.said

    async def begins(self) -> None:
        """Another example: time went on, and now and then there is a look at what is due."""
        self.examples += 1
        self.taken.clear()
        self.unreadable.clear()
        self.clock.now += SPAN
        if self.examples % TICKS == 0:
            await self.house.bundle_now()
            await self.house.tick()

    async def holds(self, good: Sequence[str]) -> None:
        """Every good one is a signal, what was unreadable is parked, and the log names nobody."""
        parked = schema.parked
        async with self.house.store.read() as connection:
            kept = select(schema.signals.c.text).where(schema.signals.c.text.in_(good))
            found = set((await connection.execute(kept)).scalars())
            aside = (await connection.execute(select(parked).where(parked.c.event_id.in_(self.taken)))).all()
        if lost := self.unreadable - {row.event_id for row in aside}:
            raise Broken(f"unreadable and not parked: {sorted(lost)}")
        if named := self.log.told:
            raise Broken(f"in the log: {named[:3]}")
        if stumbled := [row.why for row in aside if row.event_id not in self.unreadable]:
            raise Broken(f"read, and not handled: {stumbled}")
        if named := [row.raw[:300] for row in aside if not row.person and CANARY in row.raw]:
            raise Broken(f"parked with words and nobody whose they are: {named}")
        if missed := set(good) - found:
            raise Broken(f"good ones missed: {sorted(missed)}; said last: {await self.said_last()}")
        self.tally.good += len(good)
        self.tally.parked += len(aside)

    async def said_last(self) -> list[str]:
        """What was said last, for whoever looks for the fault."""
        async with self.house.store.read() as connection:
            newest = select(schema.outbox.c.text_key).order_by(schema.outbox.c.id.desc()).limit(12)
            return list((await connection.execute(newest)).scalars())

    async def tokens(self) -> list[str]:
        """Buttons that were made."""
        async with self.house.store.read() as connection:
            newest = select(schema.buttons.c.token).order_by(schema.buttons.c.expires_at.desc()).limit(200)
            return sorted((await connection.execute(newest)).scalars())

    async def becomes(
        self, who: str, grant: Grant, room: str = "", platform: Platform = Platform.TELEGRAM
    ) -> None:
        """Somebody uses a code that was made for them."""
        code = (f"{grant}{who}".encode().hex() * 3)[:22]
        made = Invited(hash_of(code), grant, BOOMGAARD.slug, self.clock() + timedelta(days=1), str(grant))
        async with self.house.store.begin() as connection:
            by = Occasion(self.clock(), PersonKey("p:somebody"), BOOMGAARD.slug)
            await apply.apply(connection, by, [made])
        bot = next(iter(self.house.chats.values())).bot
        event = Incoming(
            platform=platform,
            bot=bot,
            event_id=f"{grant}{who}",
            sender=who,
            room=room or who,
            private=not room,
            at=self.clock(),
            content=Words(code),
        )
        await self.house.intake.take(Batch((event,)), bot)


class TelegramFeed:
    """Updates through the emulator, `getUpdates`, the reading and the intake."""

    def __init__(self, feed: Feed, server: TelegramServer, chat: Telegram) -> None:
        self.feed, self.server, self.chat = feed, server, chat
        self._listening: AsyncGenerator[Batch, None] = chat.listen()

    async def prepare(self) -> None:
        """People with a role, so that what comes in reaches what they can do."""
        roles = telegram_updates
        for who, grant in (
            (roles.COORDINATOR, Grant.COORDINATOR),
            (roles.EXPERT, Grant.EXPERT),
            (roles.PROFESSIONAL, Grant.PROFESSIONAL),
            (roles.VOLUNTEER, Grant.VOLUNTEER),
            (roles.PARTNER, Grant.PARTNER),
        ):
            await self.feed.becomes(str(who), grant)
        await self.feed.becomes(str(roles.COORDINATOR), Grant.ROOM, str(roles.PARTNERSHIP))

    async def feed_all(self, updates: Sequence[tuple[str, JSON]], *, apart: bool) -> None:
        """Each with a good one after it: all in one answer, or one after the other."""
        await self.feed.begins()
        tokens, good = await self.feed.tokens(), []
        for trouble, content in updates:
            number = self._next()
            made = (
                telegram_updates.torn(number, content)
                if trouble == "torn"
                else telegram_updates.on_the_line(number, _with_tokens(content, tokens))
            )
            self.server.updates.put_text(number, made)
            self.feed.tally.events += 1
            self.feed.tally.troubles[trouble] += 1
            good.append(self._good())
            if apart:
                await self._until_taken()
        await self._until_taken()
        await self.feed.holds(good)

    def _next(self) -> int:
        self.server.updates.next_id += 1
        return self.server.updates.next_id

    def _good(self) -> str:
        number, count = self._next(), self.feed.goes_on()
        who = telegram_updates.user(53_000_000 + count % GOOD_PEOPLE)
        words = f"de lamp bij paal {number} is stuk"
        message = {"message_id": number, "date": telegram_updates.DATE, "from": who}
        message |= {"chat": telegram_updates.chat(who["id"]), "text": words}
        self.server.updates.put_text(number, telegram_updates.on_the_line(number, {"message": message}))
        return words

    async def _until_taken(self) -> None:
        """The next question acknowledges; only then nothing waits."""
        last = str(self.server.updates.next_id)
        while last not in self.feed.taken:
            await self.feed.take(await anext(self._listening), self.chat.bot)

    async def close(self) -> None:
        """Stop asking."""
        await self._listening.aclose()


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
        room = next(iter(matrix_events.ROOMS))
        await self.feed.becomes(first, Grant.COORDINATOR, "", Platform.MATRIX)
        await self.feed.becomes(second, Grant.VOLUNTEER, "", Platform.MATRIX)
        await self.feed.becomes(first, Grant.ROOM, matrix_events.GROUP, Platform.MATRIX)
        assert room

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


def _with_tokens(content: JSON, tokens: Sequence[str]) -> JSON:
    """Buttons that were really made, for the places where one is pressed."""
    query: JSON = content.get("callback_query") if isinstance(content, dict) else None
    data = query.get("data") if isinstance(query, dict) else None
    if not isinstance(data, str) or not data.startswith(telegram_updates.TOKEN) or not tokens:
        return content
    number = data.removeprefix(telegram_updates.TOKEN)
    at = int(number) if number.isascii() and number.isdigit() else 0
    return {**content, "callback_query": query | {"data": tokens[at % len(tokens)]}}


@asynccontextmanager
async def telegram_feed(url: str) -> AsyncIterator[TelegramFeed]:
    """A house on this store that follows the emulator."""
    async with AsyncExitStack() as stack:
        log = stack.enter_context(listening())
        server = await stack.enter_async_context(TelegramServer())
        chat = await stack.enter_async_context(account(server))
        clock = Clock()
        house = await stack.enter_async_context(built(url, SECRET, (BOOMGAARD,), (chat,), clock))
        made = TelegramFeed(Feed(house, clock, log), server, chat)
        stack.push_async_callback(made.close)
        await made.prepare()
        yield made


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
