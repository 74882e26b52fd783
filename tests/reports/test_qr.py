"""QR codes are read back with another library than the one that made them."""

import io

import pytest
import zxingcpp
from PIL import Image

from reports.qr import qr_png


@pytest.mark.parametrize(
    "url",
    [
        "https://t.me/wijkbot?start=boomgaard",
        "https://t.me/" + "a" * 32 + "?start=" + "Z9_-" * 16,
        "https://matrix.to/#/@wijk:voorbeeld.nl?via=voorbeeld.nl&tekst=één",
    ],
)
def test_a_phone_reads_it(url: str) -> None:
    """The code holds exactly the link, is square, and large enough to scan from a screen."""
    image = Image.open(io.BytesIO(qr_png(url)))
    (code,) = zxingcpp.read_barcodes(image.convert("L"))
    assert code.text == url
    assert image.width == image.height >= 300


def test_the_same_link_gives_the_same_code() -> None:
    """A poster that is printed again is the same poster."""
    assert qr_png("https://t.me/wijkbot") == qr_png("https://t.me/wijkbot")
