"""Pictures of signals: fetched after the receipt, checked, and encoded again without their metadata."""

import asyncio
import io
import logging
from collections.abc import Mapping

from PIL import Image, ImageOps

from bot.chat import Chat, Platform
from storage import photos
from storage.engine import Store

log = logging.getLogger(__name__)

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2_000
FORMATS = ("JPEG", "PNG", "WEBP")


def reencoded(data: bytes) -> bytes:
    """The picture as JPEG, turned upright, without metadata. ValueError when it is none or too large."""
    if len(data) > MOST_BYTES:
        raise ValueError("more than 10 MB")
    try:
        small = _read(data)
    except ValueError:
        raise
    except Exception as fault:  # a broken file fails in as many ways as it can be broken
        raise ValueError("no picture that can be read") from fault
    kept = io.BytesIO()
    # A new image: nothing of the old file's metadata goes along.
    plain = Image.new("RGB", small.size)
    plain.paste(small)
    plain.save(kept, "JPEG", quality=85)
    return kept.getvalue()


def _read(data: bytes) -> Image.Image:
    """Upright and no larger than needed; a large JPEG is never whole in memory."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValueError("more than 40 megapixels")
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return ImageOps.exif_transpose(picture).convert("RGB")


async def fetch_one(store: Store, chats: Mapping[Platform, Chat], after: int = 0) -> int:
    """Fetch and keep the next picture; gives its id to go on after, 0 when there was none."""
    async with store.read() as connection:
        pending = await photos.pending_photo(connection, after)
    if pending is None:
        return 0
    try:
        data = await asyncio.to_thread(reencoded, await _fetch(chats, pending.file))
    except ValueError as fault:
        log.warning("a picture is refused: %s", fault)
        async with store.begin() as connection:
            await photos.refuse_photo(connection, pending.id)
    except OSError as fault:
        log.warning("a picture cannot be fetched now: %s", type(fault).__name__)
    else:
        async with store.begin() as connection:
            await photos.keep_photo(connection, pending.id, data)
    return pending.id


async def _fetch(chats: Mapping[Platform, Chat], file: str) -> bytes:
    """The intake noted which platform a picture came by: `telegram:FILE`."""
    platform, _, name = file.partition(":")
    if platform not in chats:
        raise ValueError(f"{platform} is not there any more")
    return await chats[Platform(platform)].fetch(name)
