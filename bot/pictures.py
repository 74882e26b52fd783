"""A picture read and written again without its metadata, in a process with little memory and time of its own.

Run as a program by `bot/photos.py`: the file on stdin, the JPEG on stdout. What a stranger's file does to a
decoder happens here: the service itself only ever sees bytes. It imports nothing of ours.
"""

import io
import os
import resource
import sys
from pathlib import Path

from PIL import Image, ImageOps

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2_000
FORMATS = ("JPEG", "PNG", "WEBP")
MEMORY = 480 * 1024 * 1024
"""Of address space: enough for a JPEG or PNG of 40 megapixels, and a WebP of 20."""
SECONDS = 20
"""Of processor time."""


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
    """Upright and no larger than needed; most large JPEGs are never whole in memory."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValueError("more than 40 megapixels")
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=1.0)
        return ImageOps.exif_transpose(picture).convert("RGB")


def _confine() -> None:
    """So much memory and time, no files, no further processes; when memory is short this one goes first."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    worst = Path("/proc/self/oom_score_adj")
    if os.access(worst, os.W_OK):
        worst.write_text("1000")


def main() -> int:
    """0 and the JPEG on stdout, or 1 and why not on stderr."""
    Image.preinit()
    Image.init()
    _confine()
    try:
        made = reencoded(sys.stdin.buffer.read(MOST_BYTES + 1))
    except (ValueError, MemoryError) as fault:
        sys.stderr.write(str(fault) if isinstance(fault, ValueError) else "it needs too much memory")
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
