"""From a template and its data to a PDF/UA-1 that is the same, byte for byte, every time.

A template holds the lay-out and not one word; the words come in as data, so nothing that people typed is ever
read as markup.
"""

import json
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import typst

from reports.glyphs import FONTS

Data: TypeAlias = dict[str, object]


def printed(template: str, data: Data) -> bytes:
    """The paper of a template in this folder, as PDF/UA-1."""
    return typst.compile(
        files("reports").joinpath(template).read_bytes(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"sheet": json.dumps(data)},
        pdf_standards="ua-1",
    )


@cache
def _fonts() -> typst.Fonts:
    """Our own fonts only, so that every machine makes the same pages."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(FONTS))
