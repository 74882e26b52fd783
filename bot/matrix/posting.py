"""Sending to a room. The outbox id is the transaction id: the server makes a repeat the same message."""

import logging
from datetime import timedelta
from hashlib import sha256
from urllib.parse import quote

import aiohttp

from bot.chat import Halted, Moved, NotSent, Outcome, Outgoing, Sent, Unreachable
from bot.matrix import sending
from bot.matrix.account import JSON, Account, Reply, SessionEnded, room_path
from bot.matrix.encryption import Encryption
from bot.matrix.media import upload
from bot.matrix.rooms import Rooms

log = logging.getLogger(__name__)

_MESSAGE = "m.room.message"
_UNTIL_KNOWN = timedelta(seconds=1)


class Unsent(Exception):
    """Sending ended before the message itself was given to the server."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(str(outcome))
        self.outcome = outcome


class Post:
    """Sends with one account."""

    def __init__(self, account: Account, encryption: Encryption, rooms: Rooms, *, reactions: bool) -> None:
        self._account = account
        self._encryption = encryption
        self._rooms = rooms
        self._reactions = reactions

    async def send(self, message: Outgoing) -> Outcome:
        """One message; with choices also the numbers to press, if the server lets us."""
        try:
            content = await self._content(message)
        except Unsent as early:
            return early.outcome
        outcome = await self._put(message, content, str(message.id))
        if isinstance(outcome, Sent) and self._reactions:
            await self._offer(message, outcome.message)
        return outcome

    async def edit(self, message: Outgoing, of: str) -> Outcome:
        """Put new words in the place of an earlier message; the same words again are the same edit."""
        content = sending.edit_content(message, of)
        mark = sha256(f"{of}\n{content['body']}".encode()).hexdigest()[:16]
        outcome = await self._put(message, content, f"{message.id}-edit-{mark}")
        return Sent("") if isinstance(outcome, Sent) else outcome

    async def _content(self, message: Outgoing) -> JSON:
        if message.file is None:
            return sending.text_content(message)
        if barred := self._barred(message):
            raise Unsent(barred)
        token = self._account.token
        encrypted = bool(self._account.client.rooms[message.room].encrypted)
        try:
            reply, where = await upload(self._account, message.file, encrypted=encrypted)
        except (aiohttp.ClientError, OSError, ValueError) as fault:
            raise Unsent(NotSent(f"the file was not taken: {type(fault).__name__}")) from fault
        if not reply.ok:
            dead = reply.dead
            raise Unsent(await self._renew(token) if dead else sending.sorted_upload(reply))
        return sending.file_content(message, message.file, where)

    def _barred(self, message: Outgoing) -> Outcome | None:
        """What is known without asking the server."""
        room = message.room
        if not self._rooms.known:
            return NotSent("the rooms are not known yet", _UNTIL_KNOWN)
        if successor := self._rooms.successor(room):
            return Moved(successor)
        others = len(self._rooms.others(room))
        if not others:
            return Unreachable("nobody is in the room with the bot")
        if message.alone and others > 1:
            return Unreachable("somebody else reads along in the room")
        return None

    async def _put(self, message: Outgoing, content: JSON, transaction: str) -> Outcome:
        if barred := self._barred(message):
            return barred
        room = message.room
        token = self._account.token
        try:
            kind, sealed = await self._encryption.seal(room, _MESSAGE, content)
        except SessionEnded:
            return await self._renew(token)
        except (aiohttp.ClientError, OSError) as fault:
            return NotSent(f"the key could not be shared: {fault}")
        try:
            reply = await self._ask(room, kind, sealed, transaction)
        except (aiohttp.ClientError, OSError) as fault:
            return sending.sorted_fault(fault)
        return await self._renew(token) if reply.dead else sending.sorted_reply(reply)

    async def _ask(self, room: str, kind: str, content: JSON, transaction: str) -> Reply:
        return await self._account.call(
            "PUT", f"{room_path(room, 'send', kind)}/{quote(transaction)}", content
        )

    async def _renew(self, stale: str) -> Outcome:
        """A dead token is renewed once before the sender is stopped for it; nothing was sent with it."""
        try:
            await self._encryption.renew(stale)
        except PermissionError as refused:
            return Halted(str(refused))
        except (aiohttp.ClientError, OSError) as fault:
            return NotSent(f"the session could not be renewed: {type(fault).__name__}")
        return NotSent("the session was renewed")

    async def _offer(self, message: Outgoing, sent: str) -> None:
        """Reactions to press instead of typing a number. A courtesy: the first that fails is the last."""
        if len(message.buttons) > sending.MOST_REACTIONS:
            return
        for n in range(1, len(message.buttons) + 1):
            try:
                content = sending.reaction_content(sent, n)
                reply = await self._ask(message.room, "m.reaction", content, f"{message.id}-{n}")
            except (aiohttp.ClientError, OSError) as fault:
                log.info("no reactions to press: %s", type(fault).__name__)
                return
            if not reply.ok:
                log.info("no reactions to press: %s", reply.errcode)
                return
