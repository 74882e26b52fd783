"""Vectors of a model as one more view on texts: packed to be kept, centred to be compared.

Models put all short texts of one kind close together. What tells them apart is the difference from their
mean, and a mean of few texts is chance, so it leans on shipped ones: `(n * own + 30 * shipped) / (n + 30)`.
What is kept has the shipped mean taken off already (`packed`): then only `own * n / (n + 30)` is left to do,
and a reader of the store needs no model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bundling.similarity import Floats

WEIGHT = 30
ENOUGH = 0.9
"""With vectors of fewer of the texts of a round than this a model does not take part in it."""
_KEPT = np.dtype("<f2")


def packed(rows: Floats, shipped: Floats) -> list[bytes]:
    """Vectors of a model as they are kept: half precision is more than enough. Nothing stays nothing."""
    known = rows.any(axis=-1, keepdims=True)
    off: Floats = (unit(rows) - shipped) * known
    return [row.tobytes() for row in off.astype(_KEPT)]


def unpacked(data: bytes) -> Floats:
    """One kept vector."""
    return np.frombuffer(data, _KEPT).astype(np.float32)


def unit(rows: Floats) -> Floats:
    """Rows of length one; nothing stays nothing."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    scaled: Floats = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled


@dataclass(frozen=True, slots=True)
class Remembered:
    """An `Encoder` over texts that were read before; of other texts it knows nothing."""

    name: str
    dim: int
    rows: Mapping[str, Floats] = field(repr=False)
    centre: Floats = field(repr=False)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text, centred and of length one; nothing for a text that was not read."""
        nothing = np.zeros(self.dim, np.float32)
        found = [self.rows[text] - self.centre if text in self.rows else nothing for text in texts]
        return unit(np.array(found, np.float32).reshape(len(texts), self.dim))

    def knowing(self, more: Mapping[str, bytes]) -> "Remembered":
        """The same with some texts more, packed; the centre stays that of the round."""
        new = {text: row for text, data in more.items() if (row := unpacked(data)).any()}
        return replace(self, rows={**self.rows, **new})


def remembered(name: str, read: Mapping[str, bytes], texts: Sequence[str]) -> Remembered | None:
    """What a model read of these texts, packed, by text; None when that is too little to compare by."""
    rows = {text: row for text, data in read.items() if (row := unpacked(data)).any()}
    if not rows or sum(text in rows for text in texts) < ENOUGH * len(texts):
        return None
    whole = np.array(list(rows.values()), np.float32)
    return Remembered(name, whole.shape[1], rows, whole.sum(axis=0) / (len(rows) + WEIGHT))
