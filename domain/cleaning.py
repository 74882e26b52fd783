"""Text as it may be stored and shown: composed, without marks that hide or reorder, without NUL."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
"""Bidi controls and zero-width marks; the joiners stay, since emoji and Persian need them."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tab and newline, and surrogates without their other half."""
_ZALGO = re.compile(
    r"([^\W\d_])([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2})[\u0300-\u036f\u1ab0-\u20ff]+"
)
"""A letter with more than two combining marks keeps two."""


def clean(text: str) -> str:
    """Safe to store (PostgreSQL refuses NUL) and to show beside other people's words."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\r\n", "\n")
    composed = unicodedata.normalize("NFC", _CONTROL.sub("", _INVISIBLE.sub("", whole)))
    return _ZALGO.sub(r"\1\2", composed).strip()
