"""How alike signals are: several views of the same texts, added up with fixed weights.

Every view is a block of columns and a sign, so the likeness of two signals is one (signed) inner product
and the mean likeness of two groups is that of their mean rows: average linkage is exact through means.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bundling.items import Item
from bundling.places import Gazetteer
from bundling.text import Split, content, fold, splitter, stem, tokens
from bundling.themes import theme_hits

Floats = NDArray[np.float32]


class Encoder(Protocol):
    """A model that turns texts into vectors; optional, everything works without."""

    @property
    def name(self) -> str:
        """Name and version: vectors of different names are never compared."""

    @property
    def dim(self) -> int:
        """Columns of a vector."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text, centred (`vectors.py`), or nothing for a text that it does not know."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each view counts for. The first three (or four, with a model) add up to one for the same text."""

    words: float = 0.27
    letters: float = 0.41
    theme: float = 0.32
    model: float = 0.0
    theme_at_place: float = 0.08
    same_place: float = 0.06
    other_place: float = 0.10
    same_buurt: float = 0.03
    other_buurt: float = 0.03


PLAIN = Weights()
"""Without a model."""
WITH_MODEL = Weights(words=0.22, letters=0.28, theme=0.30, model=0.20)
"""The same with a model as one more view; chosen on hand-labelled wijken (docs/bundling.md)."""


@dataclass(frozen=True, slots=True)
class Space:
    """Rows of the signals and the sign of each column."""

    rows: Floats
    signs: Floats

    def likeness(self, one: Floats, other: Floats) -> Floats:
        """The likeness of each row of one with each row of the other."""
        signed: Floats = one * self.signs
        return np.asarray(signed @ other.T, np.float32)


def space(
    items: Sequence[Item], places: Gazetteer, weights: Weights, encoder: Encoder | None = None
) -> Space:
    """All views of the items next to each other, each scaled by its weight."""
    texts = [item.text for item in items]
    theme = _unit(_rare(theme_hits(texts)))
    named = _unit(_one_hot([places.mentions(text) for text in texts]))
    homes = _one_hot([(fold(item.neighbourhood),) if item.neighbourhood else () for item in items])
    blocks = [
        (_words(texts) * sqrt(weights.words), 1),
        (_tfidf([_grams(text) for text in texts], _LETTER_COLUMNS) * sqrt(weights.letters), 1),
        (theme * sqrt(weights.theme), 1),
        (_both(theme, named) * sqrt(weights.theme_at_place), 1),
        *_agreement(named, weights.same_place, weights.other_place),
        *_agreement(homes, weights.same_buurt, weights.other_buurt),
    ]
    if encoder is not None:
        blocks.append((_unit(encoder.encode(texts)) * sqrt(weights.model), 1))
    signs = np.concatenate([np.full(rows.shape[1], sign, np.float32) for rows, sign in blocks])
    return Space(np.hstack([rows for rows, _ in blocks]).astype(np.float32), signs)


_WORD_COLUMNS = 1_024
_LETTER_COLUMNS = 2_048
_THEME_COLUMNS = 1_024
_FEWER = 0.7
"""The second word of a theme adds less than the first."""


def _words(texts: Sequence[str]) -> Floats:
    split = splitter(token for text in texts for token in tokens(text))
    return _tfidf([_stems(text, split) for text in texts], _WORD_COLUMNS)


def _stems(text: str, split: Split) -> list[str]:
    return [stem(part) for word in content(text) for part in split(word)]


def _grams(text: str) -> list[str]:
    return [
        f" {word} "[start : start + size]
        for word in content(text)
        for size in (3, 4, 5)
        for start in range(max(1, len(word) + 3 - size))
    ]


def _tfidf(bags: Sequence[Sequence[str]], columns: int) -> Floats:
    """Rows of length one. A term that stands in one text only counts in its length, and needs no column."""
    counts = [Counter(bag) for bag in bags]
    seen = Counter(term for count in counts for term in count)
    column = _columns([term for term, texts in seen.items() if texts > 1], columns)
    rows = np.zeros((len(bags), max(1, min(columns, len(column)))), np.float32)
    for row, count in zip(rows, counts, strict=True):
        weight = {t: (1 + log(n)) * (log((1 + len(bags)) / (1 + seen[t])) + 1) for t, n in count.items()}
        length = sqrt(sum(value * value for value in weight.values())) or 1.0
        for term, value in weight.items():
            if term in column:
                where, sign = column[term]
                row[where] += sign * value / length
    return rows


def _columns(terms: Sequence[str], most: int) -> dict[str, tuple[int, int]]:
    """A column for each term; when there are more terms than columns they share by a hash with a sign."""
    if len(terms) <= most:
        return {term: (index, 1) for index, term in enumerate(sorted(terms))}
    hashes = {term: zlib.crc32(term.encode()) for term in terms}
    return {term: (value % most, 1 if value >> 20 & 1 else -1) for term, value in hashes.items()}


def _rare(hits: Floats) -> Floats:
    """A theme that everybody names says less."""
    heard = (hits > 0).sum(axis=0)
    rarity = np.log((len(hits) + 1) / (heard + 1)) + 0.3
    weighted: Floats = (hits**_FEWER * rarity).astype(np.float32)
    return weighted


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Floats = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled


def _both(theme: Floats, named: Floats) -> Floats:
    """A column for each theme at each place, for the places that are named most."""
    most = np.argsort(-named.sum(axis=0), kind="stable")[: max(1, _THEME_COLUMNS // max(1, theme.shape[1]))]
    pairs: Floats = (theme[:, :, None] * named[:, None, most]).reshape(len(theme), -1)
    return pairs


def _one_hot(named: Sequence[Iterable[str]]) -> Floats:
    names = sorted({name for row in named for name in row})
    where = {name: index for index, name in enumerate(names)}
    rows = np.zeros((len(named), max(1, len(names))), np.float32)
    for row, mentioned in zip(rows, named, strict=True):
        row[[where[name] for name in mentioned]] = 1
    return rows


def _agreement(rows: Floats, same: float, other: float) -> list[tuple[Floats, int]]:
    """Plus `same` for two that name the same, minus `other` for different names, nothing if one is silent."""
    known = (rows.sum(axis=1, keepdims=True) > 0).astype(np.float32)
    return [(rows * sqrt(same + other), 1), (known * sqrt(other), -1)]
