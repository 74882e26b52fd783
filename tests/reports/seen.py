"""A paper as a picture, made of the very template and data that the PDF is made of."""

import io
import json
from importlib.resources import files

import typst
from PIL import Image

from reports.glyphs import FONTS
from reports.printing import Data

SHARP = 100
"""Dots per inch: what a phone sees of a sheet at arm's length."""


def picture(template: str, data: Data) -> Image.Image:
    """The first page in black and white, as a bad printer makes it."""
    made = typst.compile(
        files("reports").joinpath(template).read_bytes(),
        format="png",
        ppi=SHARP,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=list(FONTS)
        ),
        sys_inputs={"sheet": json.dumps(data)},
    )
    return Image.open(io.BytesIO(made)).convert("1")
