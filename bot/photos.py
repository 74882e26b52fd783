"""Pictures of signals: fetched after the receipt, checked, and encoded again without their metadata."""

import asyncio
import logging
import sys
from asyncio.subprocess import PIPE
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bot.chat import Chat, Platform
from domain.messages import Message, Text
from storage import outbox, photos
from storage.engine import Store

log = logging.getLogger(__name__)

READER = Path(__file__).with_name("pictures.py")
PATIENCE = 60.0
"""Seconds for one picture; its own limit on processor time ends it long before."""


async def read_apart(data: bytes, reader: Path = READER) -> bytes:
    """The picture as a JPEG without metadata; ValueError when it is none. A process of its own reads it, so
    that whatever a stranger's file does to memory or decoder, it does not do it here.
    """
    # -I and no environment: nothing of the service is in there, no secrets either.
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", str(reader), stdin=PIPE, stdout=PIPE, stderr=PIPE, env={}
    )
    try:
        async with asyncio.timeout(PATIENCE):
            made, why = await process.communicate(data)
    except TimeoutError:
        raise ValueError("it takes too long to read") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        # A limit that was reached ends it without a word.
        raise ValueError(why.decode(errors="replace")[:100] or "no picture that can be read")
    return made


async def fetch_one(store: Store, chats: Mapping[Platform, Chat], now: datetime, after: int = 0) -> int:
    """Fetch and keep the next picture; gives its id to go on after, 0 when there was none."""
    async with store.read() as connection:
        pending = await photos.pending_photo(connection, after)
    if pending is None:
        return 0
    try:
        data = await read_apart(await _fetch(chats, pending.file))
    except ValueError as fault:
        log.warning("a picture is refused: %s", fault)
        await _refuse(store, pending, now)
    except OSError as fault:
        log.warning("a picture cannot be fetched now: %s", type(fault).__name__)
    else:
        async with store.begin() as connection:
            await photos.keep_photo(connection, pending.id, data)
    return pending.id


async def _refuse(store: Store, pending: photos.PendingPhoto, now: datetime) -> None:
    """They were thanked for it, so they hear that it is not there; of several with one signal once."""
    async with store.begin() as connection:
        lacking = await photos.refuse_photo(connection, pending.id)
        if lacking is not None:
            args = {"number": lacking.signal, "words": "yes" if lacking.words else "no"}
            said = Message(lacking.person, Text("resident-photo-refused", args))
            await outbox.queue(connection, [said], now)


async def _fetch(chats: Mapping[Platform, Chat], file: str) -> bytes:
    """The intake noted which platform a picture came by: `telegram:FILE`."""
    platform, _, name = file.partition(":")
    if platform not in chats:
        raise ValueError(f"{platform} is not there any more")
    return await chats[Platform(platform)].fetch(name)
