"""Intake: a batch of events becomes one transaction, and only then is it acknowledged (promises 1).

When one of them cannot be handled the batch is taken once more with a savepoint for each: that one is parked
with its raw form, the next one goes on. What the vault must know is written just before the commit: it is
harmless when the commit then fails, for the same events come again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.chat import Batch, Chat, Incoming, Left, Moved, Press, Returned, Unreadable, Words
from bot.keys import Keys
from bot.outline import parked
from bot.situation import Gatherer, Speaker
from bot.writing import give_back_unused, write
from domain.events import Event, LanguageSet, PersonWiped, UpdatesWanted
from domain.heard import Pressed, ShowedCode
from domain.messages import PersonKey, Recipient, RoomKey
from handlers.joining import unbound_room
from handlers.route import step
from handlers.turn import Turn
from storage import inbox, outbox, people, settling, strangers, vault
from storage.engine import Connection, Store
from storage.faults import STORE_DOWN, StoreUnusable, plain
from storage.points import Point, reached
from storage.privacy import hash_of

log = logging.getLogger(__name__)

FEW = 5
"""With more events than this waiting nobody is asked which topic it belongs to: answering goes first."""
GROUP = 50
"""Events that share one commit."""
PAUSE = 2.0
"""Seconds until a store that failed is tried again; the events stay with the platform."""

INTAKE = "intake"
"""Among the troubles of a store."""
STORE_FAULTS = (*STORE_DOWN, StoreUnusable)
"""Not of the event: it is taken again when the store is mended."""

Result = TypeVar("Result")
VaultWork = Callable[[Connection], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Taking:
    """One transaction, and who speaks in it. `few`: there is time to ask about topics."""

    connection: Connection
    speakers: Mapping[str, Speaker]
    now: datetime
    few: bool
    erased: dict[str, datetime] = field(default_factory=dict)
    """Hashes of who wiped themselves here."""


Handle = Callable[[Taking, Incoming], Awaitable[list[VaultWork]]]


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes in what the platforms bring; `committed` is called after every commit."""

    store: Store
    keys: Keys
    gatherer: Gatherer
    clock: Callable[[], datetime]
    committed: Callable[[], None]

    async def follow(self, chat: Chat) -> None:
        """Everything this platform brings, for ever; asking for the next batch acknowledges the last."""
        cursor = await self._once_it_works(lambda: self._cursor(chat.bot))
        async for batch in chat.listen(cursor):
            reached(Point.AFTER_FETCH)
            await self._once_it_works(partial(self.take, batch, chat.bot))
            reached(Point.BEFORE_ACK)

    async def _cursor(self, bot: str) -> str | None:
        async with self.store.read() as connection:
            return await inbox.cursor(connection, bot)

    async def _once_it_works(self, deed: Callable[[], Awaitable[Result]]) -> Result:
        while True:
            try:
                done = await deed()
            except STORE_DOWN as fault:
                self.store.troubles[INTAKE] = plain(fault)
                # Disk full, locked, server away: nothing is acknowledged, so nothing is lost.
                log.warning("the store does not take messages now: %s", plain(fault))
                await asyncio.sleep(PAUSE)
            else:
                self.store.troubles.pop(INTAKE, None)
                return done

    async def take(self, batch: Batch, bot: str) -> None:
        """Keep a batch, with its answers, in as few commits as needed; the cursor goes with the last one."""
        groups = [batch.events[at : at + GROUP] for at in range(0, len(batch.events), GROUP)] or [()]
        for group in groups[:-1]:
            await self._commit(group, bot, None)
        await self._commit(groups[-1], bot, batch.cursor)
        self.committed()

    async def _commit(self, events: tuple[Incoming, ...], bot: str, cursor: str | None) -> None:
        try:
            await self._commit_together(events, bot, cursor, self._handle)
        except STORE_FAULTS:
            raise
        except Exception:  # noqa: BLE001 - one of them is at fault: it is found by taking each in a savepoint
            await self._commit_together(events, bot, cursor, self._handle_apart)

    async def _commit_together(
        self, events: tuple[Incoming, ...], bot: str, cursor: str | None, handle: Handle
    ) -> None:
        now = self.clock()
        events = await self._unknown(events, bot)
        speakers = await self._speakers(events)
        work: list[VaultWork] = []
        if len(events) <= FEW:
            # No transaction waits for a model.
            await self.gatherer.read([one.content.text for one in events if isinstance(one.content, Words)])
        async with self.store.begin() as connection:
            new = await inbox.first_times(connection, bot, [one.event_id for one in events], now)
            reached(Point.IN_TX_AFTER_INBOX)
            taking = Taking(connection, speakers, now, few=len(events) <= FEW)
            for incoming in _each_once(events):
                if incoming.event_id in new:
                    work += await handle(taking, incoming)
            if cursor is not None:
                await inbox.advance(connection, bot, cursor)
            await self._outside(taking, work)
            reached(Point.BEFORE_COMMIT)
        reached(Point.AFTER_COMMIT)
        if taking.erased:
            reached(Point.ERASE_AFTER_DELETE)

    async def _outside(self, taking: Taking, work: Sequence[VaultWork]) -> None:
        """What this transaction changes outside the wijk's store: the erasure journal, and the vault."""
        if taking.erased:
            settling.keep_outside(self.store, taking.erased)
            reached(Point.ERASE_AFTER_JOURNAL)
        if work:
            async with self.store.vault_begin() as safe:
                for deed in work:
                    await deed(safe)

    async def _unknown(self, events: tuple[Incoming, ...], bot: str) -> tuple[Incoming, ...]:
        """Those that were not handled before: a repeat must not bring back the address of who left."""
        async with self.store.read() as connection:
            known = await inbox.known(connection, bot, [one.event_id for one in events])
        return tuple(one for one in events if one.event_id not in known)

    async def _speakers(self, events: Sequence[Incoming]) -> dict[str, Speaker]:
        """Who speaks, by event: the address is kept before anything is said about them."""
        speaking = [one for one in events if not isinstance(one.content, Unreadable | Left | Moved)]
        if not speaking:
            return {}
        seen = {one.event_id: self._seen(one) for one in speaking}
        async with self.store.vault_begin() as connection:
            kept = await vault.remember_all(connection, list(seen.values()))
        return {one.event_id: self._speaker(one, kept[seen[one.event_id].key]) for one in speaking}

    def _seen(self, incoming: Incoming) -> vault.Address:
        language = self._reported(incoming)
        return vault.Address(self._here(incoming), incoming.platform, incoming.bot, incoming.room, language)

    def _reported(self, incoming: Incoming) -> str | None:
        """The language that their app is set to, when it is on offer."""
        reported = incoming.language[:2].lower()
        return reported if reported in self.gatherer.offered and incoming.private else None

    def _speaker(self, incoming: Incoming, kept: vault.Address) -> Speaker:
        room = None if incoming.private else self.keys.room(incoming.platform, incoming.room)
        language = kept.language or self.gatherer.words.languages[0]
        gone = kept.unreachable_since is not None
        chose = kept.language not in {None, self._reported(incoming)}
        return Speaker(self.keys.person(incoming), room, language, chose, unreachable=gone)

    async def _handle_apart(self, taking: Taking, incoming: Incoming) -> list[VaultWork]:
        try:
            async with taking.connection.begin_nested():
                return await self._handle(taking, incoming)
        except STORE_FAULTS:
            raise
        except Exception as fault:
            # One event must not stop the next (P6).
            log.warning("an event of %s is parked: %s", incoming.platform, fault, exc_info=True)
            await self._park(taking, incoming, f"{type(fault).__name__} at handling")
            return []

    async def _handle(self, taking: Taking, incoming: Incoming) -> list[VaultWork]:
        match incoming.content:
            case Unreadable(_, why):
                await self._park(taking, incoming, why)
                return []
            case Left():
                return await self._left(taking, incoming)
            case Moved(to):
                return await self._moved(taking, incoming, to)
            case Returned():
                return await _welcomed(taking, taking.speakers[incoming.event_id])
            case _:
                return await self._answer(taking, incoming)

    async def _answer(self, taking: Taking, incoming: Incoming) -> list[VaultWork]:
        """Gather, decide, write: the one place where handlers and storage meet."""
        connection, speaker = taking.connection, taking.speakers[incoming.event_id]
        work = await _returned(taking, speaker.here) if speaker.unreachable else []
        if hash_of(speaker.key) in taking.erased:
            # They wiped everything earlier in this batch: the goodbye to their address is called off.
            work.append(lambda safe: vault.stay(safe, speaker.key))
        situation, heard = await self.gatherer.gather(connection, incoming, speaker, taking.now)
        with_code = isinstance(heard, ShowedCode)
        if situation.room and situation.district is None:
            await _let_in(taking, situation.room, situation.person.key, silently=with_code)
        if situation.room and situation.district is None and not with_code:
            # A group without a wijkverband: nothing said there is for us.
            turn = Turn(situation.state)
        else:
            situation = self.gatherer.topics(situation)
            near = self.gatherer.near(situation, heard) if taking.few else ()
            turn = step(replace(situation, near=near), heard)
        if isinstance(incoming.content, Press) and isinstance(heard, Pressed):
            await give_back_unused(connection, incoming.content, situation, turn)
        if any(isinstance(event, PersonWiped) for event in turn.events):
            taking.erased[hash_of(situation.person.key)] = taking.now
        await write(connection, situation, turn, taking.now)
        key = situation.person.key
        return work + [deed for event in turn.events for deed in _vault_work(event, key, taking.now)]

    async def _left(self, taking: Taking, incoming: Incoming) -> list[VaultWork]:
        here = self._here(incoming)
        await outbox.park_for(taking.connection, here, taking.now)
        if await strangers.gone(taking.connection, here):
            return [lambda safe: vault.forget(safe, here)]
        return [lambda safe: vault.mark_unreachable(safe, here, "left", taking.now)]

    async def _moved(self, taking: Taking, incoming: Incoming, to: str) -> list[VaultWork]:
        old, new = (self.keys.room(incoming.platform, room) for room in (incoming.room, to))
        await people.room_moved(taking.connection, old, new)
        return [lambda safe: vault.moved(safe, old, new, to)]

    async def _park(self, taking: Taking, incoming: Incoming, why: str) -> None:
        """Set aside, with the key of its sender, so that `wissen` reaches it; of nobody without any words."""
        person = self.keys.person(incoming) if incoming.sender else ""
        await inbox.park(taking.connection, parked(incoming, person, why), taking.now)

    def _here(self, incoming: Incoming) -> Recipient:
        return (
            self.keys.person(incoming)
            if incoming.private
            else self.keys.room(incoming.platform, incoming.room)
        )


async def _returned(taking: Taking, here: Recipient) -> list[VaultWork]:
    """Whoever writes can be reached: what waited for them goes out now."""
    await outbox.unpark(taking.connection, here, taking.now)
    return [lambda safe: vault.mark_reachable(safe, here)]


async def _welcomed(taking: Taking, speaker: Speaker) -> list[VaultWork]:
    if speaker.room and await people.district_of_room(taking.connection, speaker.room) is None:
        await _let_in(taking, speaker.room, speaker.key)
    return await _returned(taking, speaker.here)


async def _let_in(taking: Taking, room: RoomKey, by: PersonKey, *, silently: bool = False) -> None:
    """A group that nobody claimed hears once what is missing; without a code we leave (`bot.leaving`)."""
    if await strangers.came(taking.connection, room, by, taking.now) and not silently:
        await outbox.queue(taking.connection, (unbound_room(room),), taking.now)


def _vault_work(event: Event, key: Recipient, now: datetime) -> list[VaultWork]:
    match event:
        case LanguageSet(language):
            return [lambda safe: vault.set_language(safe, key, language)]
        case UpdatesWanted(wanted):
            return [lambda safe: vault.set_wants_updates(safe, key, wanted)]
        case PersonWiped():
            return [lambda safe: vault.forget_soon(safe, key, now)]
        case _:
            return []


def _each_once(events: Sequence[Incoming]) -> Iterable[Incoming]:
    """The events in the order in which they were said; of two with the same id the first."""
    firsts: dict[str, Incoming] = {}
    for one in events:
        firsts.setdefault(one.event_id, one)
    return firsts.values()
