"""Licence plates: the Dutch forms with and without hyphens, and what follows the word for it."""

import re
from collections.abc import Iterator
from itertools import chain

from screening.spans import Kind, Span, matches
from screening.words import words

_SIDES = [
    "ll-dd-dd",
    "dd-dd-ll",
    "dd-ll-dd",
    "ll-dd-ll",
    "ll-ll-dd",
    "dd-ll-ll",
    "dd-lll-d",
    "d-lll-dd",
    "ll-ddd-l",
    "l-ddd-ll",
    "lll-dd-l",
    "l-dd-lll",
    "d-ll-ddd",
    "ddd-ll-d",
]
_MIXED = [side for side in _SIDES if side.replace("-", "")[0] == side[-1]]
"""Letters on both sides or digits on both: these can be told without hyphens."""


def _pattern(sides: list[str], between: str) -> str:
    signs = {"l": "[a-z]", "d": r"\d", "-": between}
    return "|".join("".join(signs[sign] for sign in side) for side in sides)


_HYPHENED = re.compile(rf"(?<![\w-])(?:{_pattern(_SIDES, ' ?- ?')})(?![\w-]|\.\d)")
_WHOLE = re.compile(rf"(?<![\w-])(?:{_pattern(_MIXED, '')})(?![\w-]|\.\d)")
_SPACED = re.compile(rf"(?<![\w-])(?:{_pattern(_SIDES, '[ -]')})(?![\w-]|[.:]\d)")
_WORD = re.compile(
    r"\b(?:kenteken(?:plaat)?|nummerbord|nummerplaat|plaatje|kentekennummer|plaka|plate|rejestracj\w+|номер\w*)\b"
    r"(?: (?:is|van|met|was))?[ :=]{0,3}"
    r"((?=[a-z\d -]{0,9}\d)(?:[a-z]{1,3}[ -]?[a-z]{0,2}[ -]?\d{1,5}(?:[ -]?[a-z]{1,3}\b)?|\d{1,3}[ -]?[a-z]{1,3}[ -]?\d{1,4}"
    r"|\d{2}[ -]?\d{2}[ -]?[a-z]{2}|\d{1,2}[ -]?[a-z]{2}[ -]?[a-z]{2}))(?!\w)"
)
_LETTERS = re.compile(r"[a-z]+")


def plates(small: str, plain: str) -> Iterator[Span]:
    """Every licence plate. With spaces only in capitals: `12 en 14` is none."""
    spaced = (
        span for span in matches(_SPACED, small, Kind.PLATE) if _in_capitals(plain[span.start : span.end])
    )
    found = chain(matches(_HYPHENED, small, Kind.PLATE), matches(_WHOLE, small, Kind.PLATE), spaced)
    telling = (span for span in found if not _is_word(small[span.start : span.end]))
    return chain(telling, matches(_WORD, small, Kind.PLATE, (1,)))


def _in_capitals(said: str) -> bool:
    return said == said.upper()


def _is_word(said: str) -> bool:
    """Letters that are a word between two numbers: `12-en-14`, `3 van 10`."""
    letters = _LETTERS.findall(said)
    return len(letters) == 1 and letters[0] in words("between_numbers.txt")
