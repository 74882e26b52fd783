"""Loops that go on when the store is away, wait for news without missing it, and end with their work done."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress

from storage.faults import STORE_DOWN, plain

log = logging.getLogger(__name__)

IDLE = 1.0
"""Seconds between looks when nobody rings: what waits for a moment is due then."""
TO_FINISH = 5.0
"""Seconds that a message on its way gets to arrive when the service is asked to stop."""


async def outlast(part: Callable[[], Awaitable[None]]) -> None:
    """Begin this part again when the store was away: what was not committed is done then."""
    await kept(lambda _: part())


async def kept(write: Callable[[bool], Awaitable[None]]) -> None:
    """Write what is known here alone (what a platform answered) as soon as the store takes it; given up, it
    would be in doubt. `write` is told whether it was tried before.
    """
    tried = False
    while True:
        try:
            return await write(tried)
        except STORE_DOWN as fault:
            log.error("the store does not answer now: %s", plain(fault))  # noqa: TRY400 - known, no trace
            tried = True
            await asyncio.sleep(IDLE)


async def either(bell: asyncio.Event, rest: float, longest: float = 0) -> None:
    """Until there is news, or it is time to look again; a platform that wants no more now wants no news."""
    if rest:
        await asyncio.sleep(min(rest, IDLE))
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(longest or IDLE):
            await bell.wait()


async def finished(senders: Collection[asyncio.Task[None]], others: Collection[asyncio.Task[None]]) -> None:
    """All others end now. Who sends takes nothing new (they were told), and sees the end of what they began:
    cut off, nobody would know whether it arrived. A platform that hangs keeps us no longer than this.
    """
    for one in others:
        one.cancel()
    if senders:
        await asyncio.wait(senders, timeout=TO_FINISH)


def end_when_asked() -> None:
    """`wait_for` of Python 3.11, which the mail library uses, can swallow being cancelled."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
