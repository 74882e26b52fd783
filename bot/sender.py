"""Sender: one message at a time from the outbox to a platform, with a mark before and after (promises 1).

An update whose delivery is in doubt is never pushed again: on a platform that edits (Telegram) the card of
the signal is edited to hold it, elsewhere the same id is sent again and the server makes it one.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from bot.attachments import Attachments
from bot.chat import (
    Button,
    Chat,
    Doubt,
    Halted,
    Moved,
    NotSent,
    Outcome,
    Outgoing,
    Platform,
    Refused,
    Sent,
    Unreachable,
)
from bot.keys import Keys
from bot.pace import LIMITS, Pace
from bot.texts import Words
from domain.messages import Kind, Recipient, RoomKey, Text
from handlers.states import PASSING, Idle, dump
from storage import cards, conversations, outbox, people, quiet, vault
from storage.engine import STORE_DOWN, Connection, Store
from storage.outbox import Queued
from storage.states import Delivery
from storage.vault import Address

log = logging.getLogger(__name__)

LONGEST_BACKOFF = 300.0
SAME_ID_WORKS = timedelta(hours=20)
"""A homeserver forgets transaction ids; older doubt becomes an edit there too."""
NO_CARD_YET = timedelta(seconds=30)
"""An update in doubt waits so long for the card of its signal to arrive."""
AFTER_HALT = timedelta(minutes=1)
LOOK_AGAIN = timedelta(hours=1)
"""Whoever left with an update in doubt: so long until the card is tried again."""

Deliver = Callable[[Outgoing], Awaitable[Outcome]]


@dataclass(slots=True)
class Sender:
    """Empties the outbox. `send_one` is one unit; whoever loops over it waits for `committed` or a moment."""

    store: Store
    chats: Mapping[Platform, Chat]
    words: Words
    attachments: Attachments
    keys: Keys
    clock: Callable[[], datetime]
    zones: Mapping[str, ZoneInfo] = field(default_factory=dict)
    """Per wijk the clock that quiet hours are counted on."""
    chance: Random = field(default_factory=Random)
    halted: dict[Platform, str] = field(default_factory=dict)
    """Platforms whose account is refused, and why: health is red."""
    _paces: dict[Platform, Pace] = field(default_factory=dict)

    async def recover(self) -> int:
        """At start: what was being sent when the last run ended is in doubt."""
        async with self.store.begin() as connection:
            return await outbox.recover(connection)

    async def send_one(self) -> bool:
        """Settle one doubt or send one message; says whether there was one."""
        now = self.clock()
        queued, waits = await self._next(now)
        if queued is None:
            return await self._forget_one(now)
        if waits:
            return True
        address = await self._address(queued.message.to)
        if address is None or Platform(address.platform) not in self.chats:
            await self._write(queued, Refused("there is no address"))
        elif queued.state is Delivery.DOUBT:
            await self._settle(queued, address)
        else:
            await self._push(queued, address)
        return True

    async def _next(self, now: datetime) -> tuple[Queued | None, bool]:
        """What is due, and whether it has to wait for the hours of its reader: settled in one transaction, so
        that a crash leaves no doubt about news that was held.
        """
        async with self.store.begin() as connection:
            queued = await outbox.due_doubt(connection, now) or await outbox.claim(connection, now)
            if queued is None:
                return None, False
            until = await quiet.wait_until(connection, queued, self.zones, now)
            if until is not None:
                await outbox.postpone(connection, queued, until)
            return queued, until is not None

    async def _address(self, key: Recipient) -> Address | None:
        async with self.store.vault_begin() as connection:
            return await vault.address(connection, key)

    async def _push(self, queued: Queued, address: Address) -> None:
        chat = self.chats[Platform(address.platform)]
        await self._hand_over(queued, address, queued.message.text, chat.send)

    async def _settle(self, queued: Queued, address: Address) -> None:
        """Doubt: the same id again, or the card edited; an answer may arrive twice rather than never."""
        chat, now = self.chats[Platform(address.platform)], self.clock()
        if not chat.edits and now - queued.created_at < SAME_ID_WORKS:
            await self._push(queued, address)
            return
        if queued.message.kind is not Kind.UPDATE:
            async with self.store.begin() as connection:
                await outbox.mark_pending(connection, queued.id, now, "in doubt, and no update")
            return
        async with self.store.read() as connection:
            card = await cards.card(connection, queued.message.signal or "", queued.message.to)
            if card is None and now - queued.created_at >= NO_CARD_YET:
                # An answer logged first of two has no card of its own: another one in this chat shows it.
                card = await cards.latest(connection, queued.message.to)
        if card is None:
            await self._without_card(queued, now)
            return
        with_news = Text("resident-card-with-news", {"news": queued.message.text})
        await self._hand_over(queued, address, with_news, partial(chat.edit, of=card.ref))

    async def _hand_over(self, queued: Queued, address: Address, text: Text, deliver: Deliver) -> None:
        """At the platform's pace; edits count for it too."""
        platform, now = Platform(address.platform), self.clock()
        pace = self._paces.setdefault(platform, Pace(LIMITS[platform]))
        wait = pace.wait(address.room, now, group=queued.message.to.startswith("g:"))
        if wait > timedelta():
            async with self.store.begin() as connection:
                await outbox.postpone(connection, queued, now + wait)
            return
        made = await self._made(queued, address, text)
        outcome: Outcome
        if isinstance(made, Outgoing):
            pace.sent(address.room, now)
            outcome = await deliver(made)
            self._learn(platform, pace, outcome)
        else:
            outcome = made
        await self._write(queued, outcome)

    def _learn(self, platform: Platform, pace: Pace, outcome: Outcome) -> None:
        """What this answer says of the platform as a whole."""
        now = self.clock()
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
        )

    async def _write(self, queued: Queued, outcome: Outcome) -> None:
        async with self.store.begin() as connection:
            await self._mark(connection, queued, outcome, self.clock())

    async def _mark(self, connection: Connection, queued: Queued, outcome: Outcome, now: datetime) -> None:
        match outcome:
            case Sent(ref):
                await self._sent(connection, queued, ref, now)
            case NotSent(why, after):
                await _again(connection, queued, now + (after or self._back_off(queued)), why)
            case Doubt(why):
                await outbox.mark_doubt(connection, queued.id, now + self._back_off(queued), why)
            case Unreachable(why):
                await self._unreachable(connection, queued, why, now)
            case Refused(why):
                log.warning("message %d is refused: %s", queued.id, why)
                await outbox.mark_dead(connection, queued.id, why)
            case Moved(to):
                await self._moved(connection, queued, to, now)
            case Halted(why):
                await _again(connection, queued, now + AFTER_HALT, why)

    async def _sent(self, connection: Connection, queued: Queued, ref: str, now: datetime) -> None:
        await outbox.mark_sent(connection, queued, ref, now)
        message = queued.message
        if message.choices and message.kind in (Kind.NOTICE, Kind.UPDATE):
            await conversations.offer(
                connection, message.to, message.choices, now, idle=dump(Idle()), passing=PASSING
            )

    def _back_off(self, queued: Queued) -> timedelta:
        """1, 2, 4 .. 300 seconds, each a little different so that not all come back at once."""
        seconds = min(2.0 ** min(queued.attempts, 10), LONGEST_BACKOFF)
        return timedelta(seconds=seconds * self.chance.uniform(0.5, 1.0))

    async def _moved(self, connection: Connection, queued: Queued, to: str, now: datetime) -> None:
        async with self.store.vault_begin() as safe:
            address = await vault.address(safe, queued.message.to)
            if address is not None:
                new = self.keys.room(Platform(address.platform), to)
                await people.room_moved(connection, RoomKey(queued.message.to), new)
                await vault.moved(safe, queued.message.to, new, to)
        await _again(connection, queued, now, "the room moved")

    async def _unreachable(self, connection: Connection, queued: Queued, why: str, now: datetime) -> None:
        await outbox.park_for(connection, queued.message.to, now)
        async with self.store.vault_begin() as safe:
            await vault.mark_unreachable(safe, queued.message.to, why, now)
        if queued.state is Delivery.DOUBT:
            # Parked it would be pushed when they come back; it may have arrived before they left.
            if now - queued.created_at < timedelta(days=outbox.WAITING_DAYS):
                await outbox.mark_doubt(connection, queued.id, now + LOOK_AGAIN, why)
            else:
                await outbox.mark_dead(connection, queued.id, why)

    async def _forget_one(self, now: datetime) -> bool:
        """`wissen`: once the goodbye is said the address goes, and whatever was said to it."""
        # The wijk's store first, then the vault: the same order as everywhere, so that nobody waits for ever.
        async with self.store.begin() as connection, self.store.vault_begin() as safe:
            await outbox.drop(connection, await vault.forget_due(safe, now))
        return False


async def _again(connection: Connection, queued: Queued, moment: datetime, why: str) -> None:
    """Later, the way it was tried now: what is in doubt stays in doubt, or it would be pushed once more."""
    mark = outbox.mark_doubt if queued.state is Delivery.DOUBT else outbox.mark_pending
    await mark(connection, queued.id, moment, why)


def _once(queued: Queued) -> int:
    """The id a server makes one message of: with the second of its making, so that a fresh store that counts
    from 1 again never repeats an id that a homeserver still remembers.
    """
    return (int(queued.created_at.timestamp()) << 32) + queued.id
