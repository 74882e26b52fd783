"""A house on our own Telegram, with people at their phones and a clock that a test moves."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.chat import Batch
from bot.leaving import leave_one
from bot.photos import fetch_one
from bot.service import House, built
from bot.telegram.account import Telegram
from domain.events import Invited, Occasion
from domain.invitations import Grant, hash_of
from domain.messages import PersonKey
from storage import apply
from storage.states import Delivery
from tests.bot.on_telegram import account
from tests.bot.scripted import BOOMGAARD, Clock, Street, sqlite
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer

SECRET = "a secret of tests"


@dataclass(slots=True)
class Town:
    """What is needed to play: the server with its people, and the house that answers them."""

    server: TelegramServer
    house: House
    chat: Telegram
    clock: Clock
    street: Street
    batches: AsyncGenerator[Batch, None]

    async def takes(self) -> None:
        """The house takes what waits and answers it; pictures are fetched, strangers left."""
        while any(not one.given for one in self.server.updates.waiting):
            await self.house.intake.take(await anext(self.batches), self.chat.bot)
        await self.settles()

    async def settles(self) -> None:
        """All that is due is done; the clock goes on as far as the pace of the platform asks."""
        await self.house.send_all()
        for _ in range(100):
            if not await self._waits():
                break
            self.clock.on(seconds=1.01)
            await self.house.send_all()
        while await leave_one(self.house.store, self.house.chats, self.clock()):
            pass
        after = 0
        while after := await fetch_one(self.house.store, self.house.chats, self.clock(), after):
            pass

    async def _waits(self) -> bool:
        counts = await self.street.mail()
        return bool(counts[Delivery.PENDING] + counts[Delivery.SENDING])

    async def code(self, name: str, grant: Grant, label: str = "") -> str:
        """An invitation that somebody with the right to handed out."""
        made = f"{name}{grant.value}".replace("-", "").ljust(22, "0")[:22]
        now = self.clock()
        event = Invited(hash_of(made), grant, BOOMGAARD.slug, now + timedelta(days=3), label)
        async with self.house.store.begin() as connection:
            await apply.apply(connection, Occasion(now, PersonKey("p:x"), BOOMGAARD.slug), (event,))
        return made

    def heard(self, who: Person, chat: int = 0) -> list[str]:
        """The words that stand on somebody's phone, of one chat or of their own."""
        return [one.text for one in who.seen if one.chat == (chat or who.id)]


@asynccontextmanager
async def town(folder: Path, *, privacy: bool = False) -> AsyncIterator[Town]:
    """The house on the store of this folder."""
    clock = Clock()
    async with (
        TelegramServer(privacy=privacy) as server,
        account(server) as chat,
        built(sqlite(folder), SECRET, (BOOMGAARD,), (chat,), clock) as house,
        aclosing(chat.listen(None)) as batches,
    ):
        # Only to count what waits: nothing is said through it.
        street = Street(house, chat, clock)  # type: ignore[arg-type]
        yield Town(server, house, chat, clock, street, batches)
