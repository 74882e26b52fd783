"""Updates of Telegram, fed through the emulator."""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from bot.chat import Batch
from bot.service import built
from bot.telegram.account import Telegram
from domain.invitations import Grant
from tests.bot.on_telegram import account
from tests.bot.scripted import BOOMGAARD, Clock
from tests.generated import telegram_updates
from tests.generated.feeding import GOOD_PEOPLE, SECRET, Feed
from tests.generated.hostile import JSON
from tests.generated.logs import listening
from tests.servers.telegram.server import TelegramServer


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
