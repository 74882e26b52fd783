"""Sender: one message at a time from the outbox to a platform, with a mark before and after (promises 1).

An update whose delivery is in doubt is never pushed again: on a platform that edits (Telegram) the card of the
signal is edited to hold it, elsewhere the same id is sent again and the server makes it one.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

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
from storage import cards, outbox, people, vault
from storage.engine import Connection, Store
from storage.outbox import Queued
from storage.vault import Address

log = logging.getLogger(__name__)

LONGEST_BACKOFF = 300.0
SAME_ID_WORKS = timedelta(hours=20)
"""A homeserver forgets transaction ids; older doubt becomes an edit there too."""
NO_CARD_YET = timedelta(seconds=30)
"""An update in doubt waits so long for the card of its signal to arrive."""
AFTER_HALT = timedelta(minutes=1)


@dataclass(slots=True)
class Sender:
    """Empties the outbox. `send_one` is one unit; whoever loops over it waits for `committed` or a moment."""

    store: Store
    chats: Mapping[Platform, Chat]
    words: Words
    attachments: Attachments
    keys: Keys
    clock: Callable[[], datetime]
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
        async with self.store.begin() as connection:
            queued = await outbox.due_doubt(connection, now)
            doubtful = queued is not None
            if queued is None:
                queued = await outbox.claim(connection, now)
        if queued is None:
            return await self._forget_one(now)
        address = await self._address(queued.message.to)
        if address is None or Platform(address.platform) not in self.chats:
            await self._write(queued, Refused("there is no address"), now)
            return True
        try:
            await (self._settle(queued, address) if doubtful else self._push(queued, address))
        except (LookupError, ValueError) as fault:
            # Words or a file that cannot be made: this message is dead and shown, the next one goes on.
            log.warning("message %d cannot be made: %s", queued.id, type(fault).__name__)
            await self._write(queued, Refused(f"cannot be made: {type(fault).__name__}"), now)
        return True

    async def _address(self, key: Recipient) -> Address | None:
        async with self.store.vault_begin() as connection:
            return await vault.address(connection, key)

    async def _push(self, queued: Queued, address: Address) -> None:
        now, platform = self.clock(), Platform(address.platform)
        pace = self._paces.setdefault(platform, Pace(LIMITS[platform]))
        wait = pace.wait(address.room, now, group=queued.message.to.startswith("g:"))
        if wait > timedelta():
            await self._write(queued, NotSent("the platform's pace", wait), now)
            return
        pace.sent(address.room, now)
        outcome = await self.chats[platform].send(await self._outgoing(queued, address))
        if isinstance(outcome, NotSent) and outcome.limited:
            pace.limited(now, outcome.after or timedelta(seconds=10))
        await self._write(queued, outcome, self.clock())

    async def _settle(self, queued: Queued, address: Address) -> None:
        """Doubt: the same id again, or the card edited; what has no card may arrive twice rather than never."""
        chat, now = self.chats[Platform(address.platform)], self.clock()
        if not chat.edits and now - queued.created_at < SAME_ID_WORKS:
            await self._write(queued, await chat.send(await self._outgoing(queued, address)), now)
            return
        if queued.message.kind is not Kind.UPDATE:
            await self._write(queued, NotSent("in doubt, and no update"), now)
            return
        async with self.store.read() as connection:
            card = await cards.card(connection, queued.message.signal or "", queued.message.to)
        if card is None:
            await self._without_card(queued, now)
            return
        outgoing = await self._outgoing(queued, address, Text("resident-card-with-news", {"news": queued.message.text}))
        await self._write(queued, await chat.edit(outgoing, card.ref), self.clock())

    async def _without_card(self, queued: Queued, now: datetime) -> None:
        async with self.store.begin() as connection:
            if now - queued.created_at < NO_CARD_YET:
                await outbox.mark_doubt(connection, queued.id, now + NO_CARD_YET, "waits for its card")
            else:
                await outbox.mark_dead(connection, queued.id, "in doubt, and there is no card to edit")

    async def _outgoing(self, queued: Queued, address: Address, text: Text | None = None) -> Outgoing:
        message, language = queued.message, address.language or self.words.languages[0]
        labels = (self.words.say(choice.label, language) for choice in message.choices)
        file = None
        if message.attachment is not None:
            chat = self.chats[Platform(address.platform)]
            file = await self.attachments.file(message.attachment, chat, language, self.clock())
        return Outgoing(
            id=queued.id,
            room=address.room,
            text=self.words.say(text or message.text, language),
            buttons=tuple(Button(label, token) for label, token in zip(labels, queued.tokens, strict=True)),
            file=file,
        )

    async def _write(self, queued: Queued, outcome: Outcome, now: datetime) -> None:
        async with self.store.begin() as connection:
            await self._mark(connection, queued, outcome, now)

    async def _mark(self, connection: Connection, queued: Queued, outcome: Outcome, now: datetime) -> None:
        match outcome:
            case Sent(message):
                await outbox.mark_sent(connection, queued, message, now)
            case NotSent(why, after):
                await outbox.mark_pending(connection, queued.id, now + (after or self._back_off(queued)), why)
            case Doubt(why):
                await outbox.mark_doubt(connection, queued.id, now + self._back_off(queued), why)
            case Unreachable(why):
                await outbox.park_for(connection, queued.message.to, now)
                async with self.store.vault_begin() as safe:
                    await vault.mark_unreachable(safe, queued.message.to, why, now)
            case Refused(why):
                log.warning("message %d is refused: %s", queued.id, why)
                await outbox.mark_dead(connection, queued.id, why)
            case Moved(to):
                await self._moved(connection, queued, to, now)
            case Halted(why):
                await self._halt(connection, queued, why, now)

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
        await outbox.mark_pending(connection, queued.id, now, "the room moved")

    async def _halt(self, connection: Connection, queued: Queued, why: str, now: datetime) -> None:
        async with self.store.vault_begin() as safe:
            address = await vault.address(safe, queued.message.to)
        if address is not None:
            self.halted[Platform(address.platform)] = why
        await outbox.mark_pending(connection, queued.id, now + AFTER_HALT, why)

    async def _forget_one(self, now: datetime) -> bool:
        """`wissen`: once the goodbye is said the address goes, and whatever was said to it."""
        # The wijk's store first, then the vault: the same order as everywhere, so that nobody waits for ever.
        async with self.store.begin() as connection, self.store.vault_begin() as safe:
            await outbox.drop(connection, await vault.forget_due(safe, now))
        return False
