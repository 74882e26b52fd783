"""The letters that the report's fonts can print.

PDF/UA forbids a character without a picture, and typst then refuses the whole document. Titles hold
what people typed, so every string is cleaned before it comes near the page.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

# fontTools ships no types.
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_FOLDERS = tuple(files(package) / "files" for package in ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic"))

FONTS = tuple(map(str, _FOLDERS))
"""Folders with fonts: Latin, Greek and Cyrillic; Arabic."""

_OTHER_SCRIPT = "\ufffd"
_OTHER_SCRIPTS = re.compile(f"{_OTHER_SCRIPT}[{_OTHER_SCRIPT} ]*")


def printable(words: str) -> str:
    """The same words without what has no picture: emoji go, letters of another script become [...]."""
    printed = "".join(map(_printed, unicodedata.normalize("NFC", words)))
    return " ".join(_OTHER_SCRIPTS.sub(" [\N{HORIZONTAL ELLIPSIS}] ", printed).split())


def right_to_left(words: str) -> bool:
    """Whether the first letter with a direction is read from the right."""
    directions = (unicodedata.bidirectional(character) for character in words)
    return next((direction != "L" for direction in directions if direction in {"L", "R", "AL"}), False)


def _printed(character: str) -> str:
    if character.isspace():
        return " "
    kind = unicodedata.category(character)
    if kind in {"Cc", "Cf"}:
        # Marks of direction could turn a whole line around; the page sets its own.
        return ""
    if ord(character) in _pictures() and character != _OTHER_SCRIPT:
        return character
    return _OTHER_SCRIPT if kind[0] in "LN" else ""


@cache
def _pictures() -> frozenset[int]:
    return frozenset(code for folder in _FOLDERS for font in folder.iterdir() for code in _letters(str(font)))


def _letters(font: str) -> frozenset[int]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())
