"""Files that go with a message are made when it is sent."""

import json
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from bot.attachments import Attachments
from bot.chat import Photo
from domain.messages import Attachment
from tests.bot.scripted import Street, sqlite, street

pytestmark = pytest.mark.asyncio
LAMP = "de lantaarn achter de flat is al weken stuk"


def files(at: Street) -> Attachments:
    """The maker of files of this house."""
    return at.house.sender.attachments


async def test_what_is_kept_of_somebody_is_a_file_of_theirs_only(folder: Path) -> None:
    """`gegevens`: their own words and nothing of the neighbour."""
    async with street(sqlite(folder)) as at:
        await at.says("anja", LAMP)
        await at.says("kees", "een heel ander verhaal over de buurtbus")
        await at.take(at.event("anja", Photo("F1", "")))
        await at.says("anja", "gegevens")
        heard = await at.hears("anja")
        assert "Foto's: 1" in "\n".join(heard)
        assert any(f"2026-0001, 12 oktober: {LAMP} (met foto)" in text for text in heard)
        (sent,) = [one.file for one in at.chat.sent if one.file]
        assert (sent.name, sent.mime) == ("gegevens-2026-10-12.json", "application/json")
        kept = json.loads(sent.data)
        assert [one["text"] for one in kept["signals"]] == [LAMP]
        assert next(iter(kept)) == "signals"
        assert all(kept.values()), "no empty tables"
        assert "{\\" not in sent.data.decode(), "no JSON in quotes"
        assert b"buurtbus" not in sent.data
        assert at.key("kees").encode() not in sent.data


async def test_a_code_can_be_scanned(folder: Path, tmp_path: Path) -> None:
    """A camera reads the link of the platform out of it; it says to those who cannot see what it is."""
    async with street(sqlite(folder)) as at:
        made = await files(at).file(Attachment("qr", "c" * 22), at.chat, "nl", at.clock())
        assert made.alt
        (tmp_path / "code.png").write_bytes(made.data)
        with Image.open(tmp_path / "code.png") as picture:
            (found,) = zxingcpp.read_barcodes(picture)
        assert found.text == at.chat.link("c" * 22)


@pytest.mark.parametrize(
    "what",
    [
        Attachment("film", "x"),
        Attachment("report", "boomgaard/2026-10"),
        Attachment("report-picture", "boomgaard/2026-10"),
    ],
)
async def test_what_is_not_there_is_said(folder: Path, what: Attachment) -> None:
    """One kind of fault for whatever cannot be made."""
    async with street(sqlite(folder)) as at:
        with pytest.raises(LookupError):
            await files(at).file(what, at.chat, "nl", at.clock())
