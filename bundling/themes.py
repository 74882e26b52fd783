"""The theme of a text by a word list: a weak hint that helps where two people use different words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from bundling.text import REMEMBERED, fold, tokens
from bundling.words import lines

Floats = NDArray[np.float32]

_PAIR = 2
_HINT = 0.4
_HINT_BESIDE_SURE = 0.25
"""When a text has a sure word of any theme, hints of other themes are mostly chance."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its sure words, its hints, and pairs of words that are sure together."""

    key: str
    sure: tuple[str, ...]
    hints: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]

    def heard(self, padded: str) -> tuple[int, int]:
        """How many sure words (a pair counts double) and how many hints stand in a padded text."""
        together = any(one in padded and other in padded for one, other in self.pairs)
        return _count(self.sure, padded) + _PAIR * together, _count(self.hints, padded)


def _count(needles: Sequence[str], padded: str) -> int:
    return sum(needle in padded for needle in needles)


def needle(pattern: str) -> str:
    """What to look for in a text whose words stand between spaces: `x*` begins with, `_` is a space."""
    before = "" if pattern.startswith("*") else " "
    after = "" if pattern.endswith("*") else " "
    return before + pattern.strip("*").replace("_", " ") + after


def padded(text: str) -> str:
    """The folded words of a text between single spaces."""
    return f" {' '.join(tokens(text))} "


def _theme(line: str) -> Theme:
    key, sure, hints = (part.strip() for part in line.split("|"))
    patterns = fold(sure).split()
    pairs = [pattern.split("+") for pattern in patterns if "+" in pattern]
    return Theme(
        key,
        tuple(needle(pattern) for pattern in patterns if "+" not in pattern),
        tuple(needle(pattern) for pattern in fold(hints).split()),
        tuple((needle(one), needle(other)) for one, other in pairs),
    )


@cache
def themes() -> tuple[Theme, ...]:
    """The themes of the packaged list, in its order."""
    return tuple(_theme(line) for line in lines("themes.txt"))


@lru_cache(maxsize=REMEMBERED)
def _heard(text: str) -> bytes:
    """For each theme how many sure words and how many hints, a byte each: thousands of these are kept."""
    words = padded(text)
    return bytes(min(count, 255) for theme in themes() for count in theme.heard(words))


def theme_hits(texts: Sequence[str]) -> Floats:
    """For each text how strongly each theme is heard in it."""
    counts = np.frombuffer(b"".join(map(_heard, texts)), np.uint8)
    heard = counts.astype(np.float32).reshape(len(texts), len(themes()), 2)
    sure, hints = heard[:, :, 0], heard[:, :, 1]
    weight = np.where(sure.any(axis=1, keepdims=True), _HINT_BESIDE_SURE, _HINT)
    hits: Floats = (sure + weight * hints).astype(np.float32)
    return hits
