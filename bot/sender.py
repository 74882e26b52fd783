"""Sender: a message at a time from the outbox to a platform, with a mark before and after (promises 1).

Each platform has senders of its own: one that is slow, or down, holds up no other.

An update whose delivery is in doubt is never pushed again: on a platform that edits (Telegram) the card of
the signal is edited to hold it, elsewhere the same id is sent again and the server makes it one.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.answered import AFTER_HALT, Answered
from bot.attachments import Attachments
from bot.chat import Button, Chat, Halted, NotSent, Outcome, Outgoing, Platform, Refused, Sent
from bot.outlasting import kept
from bot.pace import LIMITS, Limits, Pace
from bot.texts import Words
from domain.messages import Kind, Recipient, Text
from storage import cards, outbox, quiet, turns, vault
from storage.engine import STORE_DOWN, Connection, Store
from storage.outbox import Queued
from storage.points import Point, reached
from storage.states import Delivery
from storage.vault import Address

SAME_ID_WORKS = timedelta(hours=20)
"""A homeserver forgets transaction ids; older doubt becomes an edit there too."""
NO_CARD_YET = timedelta(seconds=30)
"""An update in doubt waits so long for the card of its signal to arrive."""

Deliver = Callable[[Outgoing], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Ready:
    """A message that goes out now: it is made, and its turn at the platform is taken."""

    queued: Queued
    platform: Platform
    deliver: Callable[[], Awaitable[Outcome]]


@dataclass(slots=True)
class Sender:
    """Empties the outbox. `send_one` is one unit; whoever loops over it waits for a bell or a moment."""

    store: Store
    chats: Mapping[Platform, Chat]
    words: Words
    attachments: Attachments
    answered: Answered
    clock: Callable[[], datetime]
    zones: Mapping[str, ZoneInfo] = field(default_factory=dict)
    """Per wijk the clock that quiet hours are counted on."""
    limits: Mapping[Platform, Limits] = field(default_factory=lambda: LIMITS)
    halted: dict[Platform, str] = field(default_factory=dict)
    """Platforms whose account is refused, and why: health is red."""
    ending: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the service is asked to stop: nothing new is taken."""
    _paces: dict[Platform, Pace] = field(default_factory=dict)
    _choosing: dict[Platform, asyncio.Lock] = field(default_factory=dict)
    _bells: list[asyncio.Event] = field(default_factory=list)
    _underway: set[int] = field(default_factory=set)
    """What this run is sending now: in nobody's doubt."""

    def ring(self) -> None:
        """Say that there may be something to send."""
        for bell in self._bells:
            bell.set()

    @contextmanager
    def bell(self) -> Iterator[asyncio.Event]:
        """Rung when there may be something to send. Who waits has one of their own, so that all hear it."""
        bell = asyncio.Event()
        self._bells.append(bell)
        try:
            yield bell
        finally:
            self._bells.remove(bell)

    def end(self) -> None:
        """Take nothing new; what is on its way goes on."""
        self.ending.set()
        self.ring()

    async def recover(self) -> int:
        """At start, or after the store was away: what was being sent when that happened is in doubt."""
        async with self.store.begin() as connection:
            return await turns.recover(connection, self._underway)

    def rest(self, platform: Platform) -> timedelta:
        """How long nothing at all may go out there."""
        return self._pace(platform).rest(self.clock())

    async def send_one(self, platform: Platform) -> bool:
        """Settle one doubt or send one message on this platform; says whether there was one."""
        async with AsyncExitStack() as stack:
            # One at a time chooses, so that the pace is kept; the ways there and back go beside one another.
            async with self._choosing.setdefault(platform, asyncio.Lock()):
                now = self.clock()
                if self.ending.is_set() or self._pace(platform).rest(now) > timedelta():
                    return False
                queued, waits = await self._next(platform, now)
                if queued is None:
                    return False
                stack.callback(self._underway.discard, queued.id)
                reached(Point.AFTER_MARK_SENDING)
                ready = None if waits else await self._ready(queued, platform)
            if ready is not None:
                await self._deliver(ready)
        return True

    async def forget_gone(self) -> None:
        """`wissen`: once the goodbye is said the address goes, and whatever was said to it."""
        # The wijk's store first, then the vault: the same order as everywhere, so that nobody waits for ever.
        async with self.store.begin() as connection, self.store.vault_begin() as safe:
            await outbox.drop(connection, await vault.forget_due(safe, self.clock()))

    async def _next(self, platform: Platform, now: datetime) -> tuple[Queued | None, bool]:
        """What is due, and whether it has to wait for the hours of its reader: settled in one transaction, so
        that a crash leaves no doubt about news that was held.
        """
        claimed: set[int] = set()
        try:
            async with self.store.begin() as connection:
                queued = await turns.next_turn(connection, now, platform, self._underway)
                if queued is None:
                    return None, False
                claimed = {queued.id} - self._underway
                self._underway |= claimed
                until = await quiet.wait_until(connection, queued, self.zones, now)
                if until is not None:
                    await outbox.postpone(connection, queued, until)
        except BaseException:
            # The commit may have succeeded all the same: then it is in doubt, like after a crash.
            self._underway -= claimed
            raise
        return queued, until is not None

    async def _ready(self, queued: Queued, platform: Platform) -> Ready | None:
        """What goes out now, and how; None when nothing does, and why is written down."""
        address = await self._address(queued.message.to)
        if address is None or Platform(address.platform) not in self.chats:
            await self._write(queued, Refused("there is no address"))
        elif address.platform != platform:
            await self._hand_on(queued)
        elif queued.state is Delivery.DOUBT:
            return await self._settled(queued, address)
        else:
            return await self._pushed(queued, address)
        return None

    async def _hand_on(self, queued: Queued) -> None:
        """It goes out elsewhere, and so may what waits behind it: each gets the queue of its platform."""
        async with self.store.begin() as connection:
            await outbox.postpone(connection, queued, queued.not_before)
            waiting = {queued.message.to, *await turns.without_queue(connection)}
            async with self.store.vault_begin() as safe:
                places = await vault.platforms(safe, waiting)
            for platform, recipients in places.items():
                await turns.belongs(connection, platform, recipients)
        self.ring()

    async def _address(self, key: Recipient) -> Address | None:
        async with self.store.vault_begin() as connection:
            return await vault.address(connection, key)

    async def _pushed(self, queued: Queued, address: Address) -> Ready | None:
        chat = self.chats[Platform(address.platform)]
        return await self._in_turn(queued, address, queued.message.text, chat.send)

    async def _settled(self, queued: Queued, address: Address) -> Ready | None:
        """Doubt: the same id again, or the card edited; an answer may arrive twice rather than never."""
        chat, now = self.chats[Platform(address.platform)], self.clock()
        if not chat.edits and now - queued.created_at < SAME_ID_WORKS:
            return await self._pushed(queued, address)
        if queued.message.kind is not Kind.UPDATE:
            async with self.store.begin() as connection:
                await outbox.mark_pending(connection, queued.id, now, "in doubt, and no update")
            return None
        async with self.store.read() as connection:
            card = await _card(connection, queued, now)
        if card is None:
            await self._without_card(queued, now)
            return None
        with_news = Text("resident-card-with-news", {"news": queued.message.text})
        return await self._in_turn(queued, address, with_news, partial(_edit, chat, card.ref))

    async def _in_turn(self, queued: Queued, address: Address, text: Text, deliver: Deliver) -> Ready | None:
        """At the platform's pace; edits count for it too."""
        if await self._waits(queued, address):
            return None
        made = await self._made(queued, address, text)
        if not isinstance(made, Outgoing):
            await self._write(queued, made)
            return None
        platform = Platform(address.platform)
        self._pace(platform).sent(address.room, self.clock())
        return Ready(queued, platform, partial(deliver, made))

    async def _deliver(self, ready: Ready) -> None:
        outcome = await ready.deliver()
        reached(Point.AFTER_SEND)
        if ready.queued.message.kind is Kind.UPDATE:
            reached(Point.AFTER_NEWS)
        self._learn(ready.platform, outcome)
        await self._write(ready.queued, outcome)

    async def _waits(self, queued: Queued, address: Address) -> bool:
        """Whether its turn has not come; then it is put off until it has."""
        now = self.clock()
        pace, group = self._pace(Platform(address.platform)), queued.message.to.startswith("g:")
        wait = pace.wait(address.room, now, group=group)
        if wait > timedelta():
            async with self.store.begin() as connection:
                await outbox.postpone(connection, queued, now + wait)
        return wait > timedelta()

    def _pace(self, platform: Platform) -> Pace:
        return self._paces.setdefault(platform, Pace(self.limits[platform]))

    def _learn(self, platform: Platform, outcome: Outcome) -> None:
        """What this answer says of the platform as a whole."""
        now, pace = self.clock(), self._pace(platform)
        match outcome:
            case NotSent(_, after, limited=True):
                pace.limited(now, after or timedelta(seconds=10))
            case Halted(why):
                self.halted[platform] = why
                pace.pause(now + AFTER_HALT)
            case Sent():
                self.halted.pop(platform, None)
            case _:
                pass

    async def _without_card(self, queued: Queued, now: datetime) -> None:
        async with self.store.begin() as connection:
            if now - queued.created_at < NO_CARD_YET:
                await outbox.mark_doubt(connection, queued.id, now + NO_CARD_YET, "waits for its card")
            elif queued.message.signal is None:
                # Not about a signal, so no card has to be there: twice rather than never.
                await outbox.mark_pending(connection, queued.id, now, "in doubt, and about no signal")
            else:
                await outbox.mark_dead(connection, queued.id, "in doubt, and there is no card to edit")

    async def _made(self, queued: Queued, address: Address, text: Text) -> Outgoing | NotSent | Refused:
        """The words and the file. What cannot be made is dead and shown; the next message goes on."""
        try:
            return await self._outgoing(queued, address, text)
        except STORE_DOWN as fault:
            # Among these: an invitation whose address the platform has not told yet.
            return NotSent(f"cannot be made now: {type(fault).__name__}")
        except Exception as fault:  # noqa: BLE001 - whatever is wrong with one message, the next one must go on
            return Refused(f"cannot be made: {type(fault).__name__}")

    async def _outgoing(self, queued: Queued, address: Address, text: Text) -> Outgoing:
        message, language = queued.message, address.language or self.words.languages[0]
        labels = (self.words.say(choice.label, language) for choice in message.choices)
        file = None
        if message.attachment is not None:
            chat = self.chats[Platform(address.platform)]
            file = await self.attachments.file(message.attachment, chat, language, self.clock())
        return Outgoing(
            id=_once(queued),
            room=address.room,
            text=self.words.say(text, language),
            buttons=tuple(Button(label, token) for label, token in zip(labels, queued.tokens, strict=True)),
            file=file,
            alone=not message.to.startswith("g:"),
        )

    async def _write(self, queued: Queued, outcome: Outcome) -> None:
        await kept(lambda again: self.answered.keep(queued, outcome, self.clock(), once_more=again))


async def _card(connection: Connection, queued: Queued, now: datetime) -> cards.Card | None:
    """The card that shows this news: its own, or after a while the latest in this chat."""
    own = await cards.card(connection, queued.message.signal or "", queued.message.to)
    if own is not None or now - queued.created_at < NO_CARD_YET:
        return own
    # An answer logged first of two has no card of its own: another one in this chat shows it.
    return await cards.latest(connection, queued.message.to)


async def _edit(chat: Chat, card: str, made: Outgoing) -> Outcome:
    reached(Point.BEFORE_EDIT)
    outcome = await chat.edit(made, card)
    reached(Point.AFTER_EDIT)
    return outcome


def _once(queued: Queued) -> int:
    """The id a server makes one message of; with its second, as a fresh store counts from 1 again."""
    return (int(queued.created_at.timestamp()) << 32) + queued.id
