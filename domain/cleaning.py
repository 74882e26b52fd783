"""Text as it may be stored and shown: composed, without marks that hide or reorder, without NUL."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Bidi controls, zero-width and empty marks; the joiners stay, since emoji and Persian need them."""
_JOINERS = re.compile(
    "[\u200c\u200d]{2,}|(?:^|(?<=[\x00-\u052f]))[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u052f]|$)"
)
"""A joiner beside a Latin, Greek or Cyrillic letter or a digit joins nothing: it only hides a word."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tab and newline, and surrogates without their other half."""
_MARKS = ("Mn", "Me")
MOST_MARKS = 2
"""On one letter, digit or sign."""


def clean(text: str) -> str:
    """Safe to store (PostgreSQL refuses NUL) and to show beside other people's words."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\r\n", "\n")
    seen = _INVISIBLE.sub("", _CONTROL.sub("", whole))
    if seen.isascii():
        return seen.strip()
    return _calmed(unicodedata.normalize("NFC", _JOINERS.sub("", seen))).strip()


def _calmed(text: str) -> str:
    """Every sign with two marks at most."""
    kept, marks = [], 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign) in _MARKS else 0
        if marks <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
