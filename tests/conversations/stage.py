"""Plays the lines of a transcript on the local platform, through the service as it is, with its own store."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.chat import Batch, Content, Incoming, Platform
from bot.local import Local
from bot.local_phones import BOT, Bubble
from bot.service import House
from domain.districts import NETHERLANDS
from domain.events import Invited, Occasion
from domain.invitations import Grant, hash_of
from domain.messages import PersonKey
from storage import apply, inbox
from tests.conversations.script import CODE, Read

STARTS = datetime(2026, 10, 1, 9, 0, tzinfo=NETHERLANDS)
BETWEEN = timedelta(minutes=2)
"""From one thing that somebody does to the next."""
GROUP = "groep"


@dataclass(slots=True)
class Hands:
    """A clock that goes where the transcript says."""

    at: datetime = STARTS

    def __call__(self) -> datetime:
        return self.at


@dataclass(slots=True)
class Stage:
    """People with phones in front of the service."""

    house: House
    local: Local
    hands: Hands
    batches: AsyncIterator[Batch]
    only: frozenset[str] = frozenset()
    """Whose messages are written down; empty for everybody's."""
    quiet: set[str] = field(default_factory=set)
    """Who only stands in the lines with a dash: what they read is not written down."""
    fresh: bool = False
    """The clock was just set: what comes first happens at that very moment."""
    missing: list[Read] = field(default_factory=list)
    seen: int = 0
    events: int = 0

    async def quietly(self, who: str, text: str) -> None:
        """Somebody says this, and nobody looks at their phone."""
        self.quiet.add(who)
        self.local.say(who, text)
        await self.taken()
        self.news()

    async def until(self, at: datetime) -> list[Read]:
        """The clock goes on; what is due happens. What was said then."""
        self.hands.at, self.fresh = at, True
        await self.house.tick()
        await self.house.bundle_now()
        await self.house.send_all()
        return self.news()

    async def pass_time(self) -> None:
        """People need a while for the next thing they do; meanwhile the topics are bundled anew."""
        self.hands.at += timedelta() if self.fresh else BETWEEN
        self.fresh = False
        await self.house.bundle_now()

    async def taken(self) -> None:
        """The service takes what was done last; asking for it acknowledges what was done before."""
        batch = await anext(self.batches)
        await self.house.intake.take(batch, self.local.bot)
        await self.house.send_all()

    async def brought(self, who: str, *contents: Content) -> None:
        """What these phones cannot send, as another platform would bring it."""
        for content in contents:
            self.events += 1
            name = f"x{self.events}"
            event = Incoming(
                platform=Platform.LOCAL,
                bot=self.local.bot,
                event_id=name,
                sender=who,
                room=who,
                private=True,
                at=self.hands(),
                content=content,
                message=name,
            )
            await self.house.intake.take(Batch((event,)), self.local.bot)
        await self.house.send_all()

    async def invited(self, whom: str, grant: Grant, label: str) -> str:
        """A one-time code of somebody who may invite."""
        code = f"{whom}{grant.value}".replace("-", "").ljust(22, "0")[:22]
        now, slug = self.hands(), self.house.districts[0].slug
        event = Invited(hash_of(code), grant, slug, now + timedelta(days=1), label)
        async with self.house.store.begin() as connection:
            await apply.apply(connection, Occasion(now, PersonKey("p:stage"), slug), (event,))
        return code

    def news(self) -> list[Read]:
        """What the service said since the last look, in its order."""
        rooms = {GROUP, *self.local._phones.rooms()}
        said = [bubble for room in rooms for bubble in self.local.sees(room) if bubble.author == BOT]
        fresh = sorted((bubble for bubble in said if _number(bubble) > self.seen), key=_number)
        self.seen = max([self.seen, *map(_number, fresh)])
        missing, self.missing = self.missing, []
        return missing + [_read(bubble) for bubble in fresh if self._told(bubble.room)]

    def _told(self, room: str) -> bool:
        return room in self.only if self.only else room not in self.quiet

    async def parked(self) -> int:
        """Events that could not be handled."""
        async with self.house.store.read() as connection:
            return await inbox.parked_count(connection)

    # --- what a deed needs of a phone -------------------------------------------------------------

    def code_of(self, who: str) -> str:
        """The newest one-time code in somebody's chat."""
        return str([code for bubble in self.local.sees(who) for code in CODE.findall(bubble.text)][-1])

    def own(self, who: str, start: str) -> str:
        """The id of their own message that starts like this."""
        mine = (bubble for bubble in reversed(self.local.sees(who)) if bubble.author == who)
        return next(bubble.id for bubble in mine if bubble.text.startswith(start))

    def press(self, who: str, label: str, room: str | None) -> bool:
        """The newest button with this label; False, and a line in the file, when there is none to press."""
        keys = [key for bubble in reversed(self.local.sees(room or who)) for key in bubble.buttons]
        found = [key for key in keys if key.label == label]
        if found:
            self.local.press(who, found[0].token, room)
        else:
            self.missing.append(
                Read(room or who, f"(die knop is er niet, wel: {[key.label for key in keys]})")
            )
        return bool(found)


def _number(bubble: Bubble) -> int:
    return int(bubble.id.removeprefix("m"))


def _read(bubble: Bubble) -> Read:
    file = (bubble.file.alt or bubble.file.name) if bubble.file else ""
    return Read(bubble.room, bubble.text, tuple(key.label for key in bubble.buttons), file)
