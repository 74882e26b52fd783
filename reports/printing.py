"""From a template and its data to a PDF/UA-1 that is the same, byte for byte, every time, or to pictures.

A template holds the lay-out and not one word; the words come in as data, so nothing that people typed is ever
read as markup.
"""

import json
from functools import cache
from importlib.resources import files

import typst

from reports.glyphs import FONTS
from reports.pen import Data

SCREEN = 110
"""Dots per inch of a picture: sharp on a phone, about 200 kB."""


def printed(template: str, data: Data) -> bytes:
    """The paper of a template in this folder, as PDF/UA-1."""
    made = typst.compile(
        _source(template), format="pdf", font_paths=_fonts(), sys_inputs=_inputs(data), pdf_standards="ua-1"
    )
    return b"".join(_pages(made))


def pictured(template: str, data: Data, sharp: int = SCREEN) -> tuple[bytes, ...]:
    """The same as pictures (PNG), one a page; `sharp` is in dots per inch."""
    made = typst.compile(
        _source(template), format="png", ppi=sharp, font_paths=_fonts(), sys_inputs=_inputs(data)
    )
    return _pages(made)


def _source(template: str) -> bytes:
    return b"".join(files("reports").joinpath(name).read_bytes() for name in ("look.typ", template))


def _inputs(data: Data) -> dict[str, str]:
    return {"sheet": json.dumps(data)}


@cache
def _fonts() -> typst.Fonts:
    """Our own fonts only, so that every machine makes the same pages."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(FONTS))


def _pages(made: bytes | list[bytes]) -> tuple[bytes, ...]:
    """Typst gives one page as bytes and more as a list."""
    return (made,) if isinstance(made, bytes) else tuple(made)
