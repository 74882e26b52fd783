"""A paper as a picture, made of the very template and data that the PDF is made of."""

import io

from PIL import Image

from reports.pen import Data
from reports.printing import pictured

SHARP = 100
"""Dots per inch: what a phone sees of a sheet at arm's length."""


def picture(template: str, data: Data) -> Image.Image:
    """The first page in black and white, as a bad printer makes it."""
    return Image.open(io.BytesIO(pictured(template, data, SHARP)[0])).convert("1")
