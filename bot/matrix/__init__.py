"""Matrix: the only package that knows nio. `Matrix` is the `Chat` that the rest of the house sees.

`account` logs in and asks, `identity` signs the device, `encryption` opens and seals, `following` syncs,
`invited` says which rooms it goes to, `rooms` and `reading` what happened, `posting`, `sending` and `media`
what goes out and how it ended.
"""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Self

import aiohttp

from bot.chat import Batch, Outcome, Outgoing, Platform
from bot.matrix.account import Account, room_path
from bot.matrix.encryption import Encryption
from bot.matrix.following import Follower
from bot.matrix.media import fetch
from bot.matrix.posting import Post
from bot.matrix.rooms import Rooms

log = logging.getLogger(__name__)

_LONGEST_PAUSE = 60.0
_USER_ID = re.compile(r"@[^:\s]+:\S+")


class Matrix:
    """One account on one homeserver. Open it as a context before anything else."""

    platform = Platform.MATRIX
    edits = False

    def __init__(
        self, homeserver: str, user_id: str, password: str, store: Path,
        *, clock: Callable[[], datetime], allowed_homeservers: tuple[str, ...] = (), reactions: bool = True,
        pause: float = 1.0,
    ) -> None:  # fmt: skip
        if not _USER_ID.fullmatch(user_id):
            raise ValueError(f"a Matrix account is written @name:server, not {user_id!r}")
        self.bot = user_id
        self._account = Account(homeserver, user_id, password, store)
        self._encryption = Encryption(self._account)
        rooms = Rooms(self._account, self._encryption)
        self._follower = Follower(self._account, self._encryption, rooms, clock, allowed_homeservers)
        self._post = Post(self._account, self._encryption, rooms, reactions=reactions)
        self._clock = clock
        self._pause = pause
        self.heard: datetime | None = None
        """When the homeserver last answered."""
        self._signing_in = asyncio.Lock()
        self._signed_in = False

    async def __aenter__(self) -> Self:
        await self._account.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._account.__aexit__()

    async def check(self) -> None:
        """Reach the homeserver and log in: `PermissionError` or another `OSError`, with one plain line."""
        try:
            await self._sign_in()
        except (aiohttp.ClientError, TimeoutError, ValueError) as fault:
            raise OSError(f"cannot reach the Matrix server {self._account.homeserver}: {fault}") from fault

    def link(self, payload: str) -> str:  # noqa: ARG002 - a Matrix link carries nothing; a code is typed
        """The address that opens a chat with the bot."""
        return f"https://matrix.to/#/{self.bot}"

    async def listen(self, cursor: str | None) -> AsyncIterator[Batch]:
        """See `Chat.listen`. Waits for a homeserver that is down: first `pause` seconds, then twice as long
        each time, up to a minute.
        """
        since, pauses = cursor, _pauses(self._pause)
        while True:
            try:
                await self._sign_in()
                done = await self._follower.round(since)
            except PermissionError:
                raise
            except (aiohttp.ClientError, OSError) as fault:
                log.warning("the Matrix server cannot be followed now: %s: %s", type(fault).__name__, fault)
                await asyncio.sleep(next(pauses))
                continue
            pauses, self.heard = _pauses(self._pause), self._clock()
            if done.batch.events or done.batch.cursor != since:
                yield done.batch
            self._follower.settle(done)
            since = done.batch.cursor

    async def send(self, message: Outgoing) -> Outcome:
        """See `Chat.send`. The same outbox id arrives once, however often it is sent within a day."""
        return await self._post.send(message)

    async def edit(self, message: Outgoing, of: str) -> Outcome:
        """See `Chat.edit`."""
        return await self._post.edit(message, of)

    async def fetch(self, file: str) -> bytes:
        """See `Chat.fetch`. An encrypted file comes out opened and checked."""
        return await fetch(self._account, file)

    async def leave(self, room: str) -> bool:
        """See `Chat.leave`."""
        try:
            reply = await self._account.call("POST", room_path(room, "leave"), {})
        except (aiohttp.ClientError, OSError) as fault:
            log.info("a room could not be left now: %s", type(fault).__name__)
            return False
        return reply.ok or reply.final

    async def _sign_in(self) -> None:
        async with self._signing_in:
            if not self._signed_in:
                await self._encryption.sign_in()
                self._signed_in = True


def _pauses(pause: float) -> Iterator[float]:
    while True:
        yield pause
        pause = min(pause * 2, _LONGEST_PAUSE)
