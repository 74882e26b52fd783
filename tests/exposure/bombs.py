"""Files that look like pictures and are something else: floods, bombs, polyglots, wrong beginnings."""

import io
import struct
import zipfile
import zlib

from PIL import Image

BEGIN = b"\x89PNG\r\n\x1a\n"


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    """A small good one."""
    kept = io.BytesIO()
    Image.new("RGB", size, "green").save(kept, kind)
    return kept.getvalue()


def part(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def flood(side: int) -> bytes:
    """A PNG of few bytes that really holds so many pixels."""
    row = zlib.compressobj(9)
    packed = b"".join(row.compress(bytes(1 + 3 * side)) for _ in range(side)) + row.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return BEGIN + part(b"IHDR", head) + part(b"IDAT", packed) + part(b"IEND", b"")


def text_bomb() -> bytes:
    """A PNG with a comment of 64 MB, squeezed to a few thousand bytes."""
    packed = zlib.compress(bytes(64 * 1024 * 1024), 9)
    head, end = BEGIN + picture("PNG")[8:33], picture("PNG")[33:]
    return head + part(b"zTXt", b"Comment\0\0" + packed) + end


def zip_bomb() -> bytes:
    """100 MB of nothing in a ZIP."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as folder:
        folder.writestr("foto.jpg", bytes(100 * 1024 * 1024))
    return kept.getvalue()


def animated(kind: str, frames: int = 200) -> bytes:
    """A picture that moves."""
    kept, pictures = io.BytesIO(), [Image.new("RGB", (64, 64), (n, 0, 0)) for n in range(frames)]
    pictures[0].save(kept, kind, save_all=True, append_images=pictures[1:])
    return kept.getvalue()


def with_large_exif() -> bytes:
    """A JPEG with as much metadata as its format takes, a name in it."""
    image, kept = Image.new("RGB", (60, 40), "green"), io.BytesIO()
    exif = image.getexif()
    exif[0x010E] = "Canary " * 9_000
    image.save(kept, "JPEG", exif=exif)
    return kept.getvalue()


def refused() -> dict[str, bytes]:
    """What is never kept."""
    good = picture()
    return {
        "zip bomb": zip_bomb(),
        "gif that moves": animated("GIF"),
        "html with the name of a jpeg": b"<html><script>alert(1)</script></html>",
        "zip behind a wrong beginning": b"\xff\xd8\xff\xe0" + zip_bomb()[:200],
        "pixel flood": flood(6_400),
        "comment bomb": text_bomb(),
        "half a picture": good[: len(good) // 2],
        "over 10 MB": good + bytes(10 * 1024 * 1024),
        "tiff": picture("TIFF"),
        "bmp": picture("BMP"),
        "icon": picture("ICO"),
    }


def kept() -> dict[str, bytes]:
    """What is a picture, whatever else it is: of it only the picture is left."""
    script = b"<script>alert(1)</script>"
    return {
        "polyglot of jpeg and zip": picture() + zip_bomb(),
        "polyglot of png and html": picture("PNG") + script,
        "large exif": with_large_exif(),
        "webp that moves": animated("WEBP", 30),
        "just under 40 megapixels": flood(6_300),
    }
