"""What was made by chance goes through the real reading and intake; a good one follows each.

Telegram is its emulator (`feeding_telegram.py`) and Matrix a homeserver of our own (`feeding_matrix.py`),
both over real HTTP.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from bot.chat import Batch, Incoming, Platform, Unreadable, Words
from bot.service import House
from domain.events import Invited, Occasion
from domain.invitations import Grant, hash_of
from domain.messages import PersonKey
from storage import apply, schema
from tests.bot.scripted import BOOMGAARD, Clock
from tests.generated.hostile import CANARY
from tests.generated.logs import Kept

SPAN = timedelta(minutes=35)
"""Between two examples: nobody says too much within an hour."""
GOOD_PEOPLE = 1_000
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
