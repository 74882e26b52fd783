"""Pictures lose everything but what is seen on them; what is no picture is refused."""

import contextlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select

from bot.chat import Photo, Platform
from bot.photos import fetch_one
from bot.pictures import LONGEST_SIDE, MOST_BYTES, reencoded
from domain.invitations import Grant
from domain.signals import SignalNumber
from storage import photos, schema
from storage.states import PhotoState
from tests.bot.scripted import Street, sqlite, street

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
CANARY = "Zorgeloos Canary 3000"


def picture(kind: str, size: tuple[int, int] = (60, 40), orientation: int = 1, mode: str = "RGB") -> bytes:
    """A picture with a camera's name and the place where it was taken in it."""
    image = Image.new(mode, size, "white")
    image.paste("red" if mode != "P" else 1, (0, 0, size[0] // 2, size[1]))
    exif = image.getexif()
    exif[MAKE], exif[ORIENTATION] = CANARY, orientation
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 33.0, 1.0)})
    kept = io.BytesIO()
    image.save(kept, kind, exif=exif)
    return kept.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_the_picture_is_left(kind: str) -> None:
    """Camera, place and comments go; what was to be seen stays."""
    data = picture(kind)
    assert CANARY.encode() in data
    kept = reencoded(data)
    assert CANARY.encode() not in kept
    with Image.open(io.BytesIO(kept)) as image:
        assert (image.format, image.size) == ("JPEG", (60, 40))
        assert dict(image.getexif()) == {}
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        red, white = image.getpixel((5, 20)), image.getpixel((55, 20))
    assert isinstance(red, tuple)
    assert isinstance(white, tuple)
    assert red[0] > 200
    assert max(red[1:]) < 60
    assert min(white) > 200


def test_a_picture_is_turned_upright() -> None:
    """How the phone was held stood in the metadata: the picture itself is turned before that goes."""
    with Image.open(io.BytesIO(reencoded(picture("JPEG", orientation=6)))) as image:
        assert image.size == (40, 60)


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1"])
def test_every_kind_of_colour_is_read(mode: str) -> None:
    """Transparent, indexed, grey and black-and-white pictures too."""
    kept = io.BytesIO()
    Image.new(mode, (30, 20)).save(kept, "PNG")
    assert reencoded(kept.getvalue()).startswith(b"\xff\xd8")


def test_a_large_picture_becomes_smaller() -> None:
    """What a phone makes is more than anybody needs."""
    with Image.open(io.BytesIO(reencoded(picture("JPEG", (4000, 3000))))) as image:
        assert image.size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


def bomb(side: int) -> bytes:
    """A small PNG file that says it is a very large picture."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", header)
        + part(b"IDAT", zlib.compress(b"\0"))
        + part(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen foto maar tekst",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(50),
        b"%PDF-1.7",
        picture("JPEG")[:300],
        picture("PNG")[:-30],
        bomb(7_000),
        bomb(60_000),
        b"\xff\xd8\xff" + bytes(MOST_BYTES),
    ],
    ids=[
        "empty",
        "text",
        "svg",
        "gif",
        "pdf",
        "half jpeg",
        "half png",
        "50 megapixels",
        "bomb",
        "over 10 MB",
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    """Said by one kind of fault, whatever is wrong with the file."""
    with pytest.raises(ValueError, match=r"picture|megapixels|10 MB"):
        reencoded(data)


@given(st.data())
def test_a_broken_picture_is_one_fault(data: st.DataObject) -> None:
    """Any byte of a picture may be wrong: it is read all the same, or refused."""
    whole = bytearray(picture(data.draw(st.sampled_from(["JPEG", "PNG", "WEBP"])), (20, 10)))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=5)):
        whole[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ValueError):
        assert reencoded(bytes(whole)).startswith(b"\xff\xd8")


async def sends(at: Street, *files: str) -> None:
    """Anja sends these pictures."""
    for file in files:
        await at.take(at.event("anja", Photo(file, f"foto {file} van de kapotte stoep")))
        at.clock.on(minutes=5)


async def fetched(at: Street) -> list[int]:
    """Everything that can be fetched is."""
    chats, after, found = {Platform.LOCAL: at.chat}, 0, []
    while after := await fetch_one(at.house.store, chats, at.clock(), after):
        found.append(after)
    return found


async def states(at: Street) -> list[PhotoState]:
    """How far each picture is."""
    async with at.house.store.read() as connection:
        rows = await connection.execute(select(schema.photos.c.state).order_by(schema.photos.c.id))
        return list(rows.scalars())


@pytest.mark.asyncio
async def test_pictures_are_fetched_one_by_one(folder: Path) -> None:
    """What is no picture is refused for good, what cannot be had now is tried again."""
    async with street(sqlite(folder)) as at:
        at.chat.files = {"a": picture("PNG"), "b": b"tekst", "c": OSError("away"), "d": picture("JPEG")}
        await sends(at, "a", "b", "c", "d")
        assert len(await fetched(at)) == 4
        kept, refused, pending = PhotoState.KEPT, PhotoState.REFUSED, PhotoState.PENDING
        assert await states(at) == [kept, refused, pending, kept]
        at.chat.files["c"] = picture("WEBP")
        assert len(await fetched(at)) == 1
        assert await states(at) == [kept, refused, kept, kept]
        async with at.house.store.read() as connection:
            (first, *_) = await numbers(at)
            (kept_one,) = (await photos.kept_with(connection, [first]))[first]
            data = await photos.picture(connection, kept_one)
        assert data.startswith(b"\xff\xd8")
        assert CANARY.encode() not in data


async def numbers(at: Street) -> list[SignalNumber]:
    """The numbers of all signals."""
    async with at.house.store.read() as connection:
        rows = await connection.execute(select(schema.signals.c.number).order_by(schema.signals.c.number))
        return list(rows.scalars())


@pytest.mark.asyncio
async def test_a_platform_that_is_gone_has_no_pictures(folder: Path) -> None:
    """A picture of an account that the settings no longer name is refused, not asked for ever."""
    async with street(sqlite(folder)) as at:
        await sends(at, "a")
        assert await fetch_one(at.house.store, {}, at.clock()) == 1
        assert await states(at) == [PhotoState.REFUSED]
        assert await fetch_one(at.house.store, {}, at.clock()) == 0


BROKEN = {
    "half": picture("JPEG")[:300],
    "flood": bomb(60_000),
    "zip bomb": b"PK\x03\x04" + zlib.compress(bytes(1_000_000)),
    "too large": ValueError("over 10 MB"),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
async def test_a_picture_that_is_not_kept_is_said(folder: Path, broken: bytes | Exception) -> None:
    """Once, in plain words: the words are kept, the picture is not."""
    async with street(sqlite(folder)) as at:
        at.chat.files = {"a": broken}
        await sends(at, "a")
        (receipt, *_) = await at.hears("anja")
        assert "2026-0001 is bewaard" in receipt
        await fetched(at)
        (told,) = await at.hears("anja")
        assert told == (
            "De foto bij signaal 2026-0001 kunnen wij niet openen. De foto is niet bewaard. "
            "Uw woorden zijn wel bewaard. Een andere foto sturen mag."
        )
        await fetched(at)
        assert await at.hears("anja") == []


@pytest.mark.asyncio
async def test_of_an_album_it_is_said_once(folder: Path) -> None:
    """Three broken pictures with one signal are one message; words that are missing are asked for."""
    async with street(sqlite(folder)) as at:
        at.chat.files = {"a": b"x", "b": picture("PNG"), "c": b"y"}
        await at.take(*(at.event("anja", Photo(file, "", "album")) for file in "abc"))
        await at.hears("anja")
        await fetched(at)
        (told,) = await at.hears("anja")
        assert told.endswith("Wat is er te zien? Typ het in een zin. Een andere foto sturen mag.")


@pytest.mark.asyncio
async def test_of_a_signal_taken_back_nothing_is_said(folder: Path) -> None:
    """Whoever withdrew it does not care for its picture any more."""
    async with street(sqlite(folder)) as at:
        at.chat.files = {"a": b"x"}
        await sends(at, "a")
        await at.hears("anja")
        await at.presses("anja", at.button("anja", "Trek in"))
        assert await at.hears("anja") == ["Signaal 2026-0001 is ingetrokken en gewist."]
        await fetched(at)
        assert await at.hears("anja") == []


@pytest.mark.asyncio
async def test_the_coordinator_sees_it_where_they_read_the_signal(folder: Path) -> None:
    """In the fast lane and with words that wait, in their own chat; nobody else is shown a picture."""
    async with street(sqlite(folder)) as at:
        for who, grant in (("karin", Grant.COORDINATOR), ("piet", Grant.PARTNER)):
            await at.becomes(who, grant, who)
        at.chat.files = {"a": picture("PNG"), "b": b"broken", "c": picture("JPEG")}
        await sends(at, "a", "b")
        blame = "mijn buurman Jan de Vries steelt fietsen en dumpt afval"
        await at.take(at.event("anja", Photo("c", blame)))
        await at.hears("anja")
        await fetched(at)
        await at.hears("anja")
        before = len(at.chat.sent)
        await at.says("karin", "vastgehouden")
        await at.says("karin", "snel 2026-0001")
        await at.says("piet", "snel 2026-0001")
        await at.says("karin", "snel 2026-0002")
        await at.house.send_all()
        seen = [(one.room, one.text) for one in at.chat.sent[before:] if one.file]
        assert seen == [
            ("karin", "De foto bij signaal 2026-0003."),
            ("karin", "De foto bij signaal 2026-0001."),
        ]
