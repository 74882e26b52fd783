"""A text as the rules see it: letters without accents, every digit a digit, invisible marks gone.

Each character that is left knows where it stood, so that what is found can be pointed out in the text itself.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MARK = "[…]"
"""Stands in the place of what was taken out: the same in every language."""
TAKEN = "\ue000"
"""How the rules see what was taken out, a mark or characters of another round of looking."""
_TURNED = {
    **dict.fromkeys("‐‑‒–—−﹣－", "-"),
    **dict.fromkeys("‘’ʼ`´", "'"),
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "ß": "s",
    "＠": "@",
    "．": ".",
    "／": "/",
}
_ONCE = (TAKEN, " ")
_GONE = ("Mn", "Me", "Cf", "Cs", "Cc")


@lru_cache(maxsize=4_096)
def _one(character: str) -> str:
    """The character that a rule sees, or nothing."""
    turned = _TURNED.get(character)
    if turned is not None:
        return turned
    if character in "\n\t":
        return "\n" if character == "\n" else " "
    if character == TAKEN:
        return TAKEN
    category = unicodedata.category(character)
    if category in _GONE:
        return ""
    if category == "Zs":
        return " "
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    return unicodedata.normalize("NFKD", character)[0] if category[0] == "L" else character


def fold(text: str) -> str:
    """Small letters without accents, as the rules compare them."""
    return "".join(map(_one, text)).lower()


@dataclass(frozen=True, slots=True)
class Seen:
    """`plain` is what the rules read; `at` says for each of its characters where it stands in the text."""

    plain: str
    at: tuple[int, ...]
    """One more than there are characters: the last one is the end of the text."""
    small: str
    """`plain` in small letters."""

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of `plain` stands in the text, with the marks above its last letter."""
        return self.at[start], self.at[end]


def _as_it_is(text: str) -> bool:
    """Most texts: nothing in it has to be turned, left out or taken together."""
    return text.isascii() and text.isprintable() and "`" not in text and "  " not in text


def look(text: str) -> Seen:
    """See a text. Spaces, marks and characters taken out are one sign, however many stand together."""
    if _as_it_is(text):
        return Seen(text, tuple(range(len(text) + 1)), text.lower())
    plain: list[str] = []
    at: list[int] = []
    position = 0
    while position < len(text):
        marked = text.startswith(MARK, position)
        sign = TAKEN if marked else _one(text[position])
        if sign and not (sign in _ONCE and plain and plain[-1] == sign):
            plain.append(sign)
            at.append(position)
        position += len(MARK) if marked else 1
    seen = "".join(plain)
    return Seen(seen, (*at, len(text)), "".join(one.lower()[:1] for one in seen))
