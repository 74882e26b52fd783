"""Loops that go on when the store is away, and wait for news without missing it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from storage.faults import STORE_DOWN, plain

log = logging.getLogger(__name__)

IDLE = 1.0
"""Seconds between looks when nobody rings: what waits for a moment is due then."""


async def outlast(part: Callable[[], Awaitable[None]]) -> None:
    """Begin this part again when the store was away: what was not committed is done then."""
    while True:
        try:
            await part()
        except STORE_DOWN as fault:
            log.error("the store does not answer now: %s", plain(fault))  # noqa: TRY400 - known, no trace
            await asyncio.sleep(IDLE)


async def either(bell: asyncio.Event, rest: float) -> None:
    """Until there is news, or it is time to look again; a platform that wants no more now wants no news."""
    if rest:
        await asyncio.sleep(min(rest, IDLE))
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(IDLE):
            await bell.wait()


def end_when_asked() -> None:
    """`wait_for` of Python 3.11, which the mail library uses, can swallow being cancelled."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
