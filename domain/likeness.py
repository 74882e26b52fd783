"""How much words are like what must be heard (danger, blame, hate): learned, where rules are written.

A text falls apart into pieces: words, pieces of three to five letters of them, two words beside one another.
Each piece weighs for 112, for 113, for Veilig Thuis, or against. The weights are learned by
`python -m bench.likeness`, which also tells which pieces of a sentence weigh what.
"""

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, sqrt

SLOTS = 1 << 17
"""Pieces are counted by where they fall; that two fall together is rare and hardly matters."""
SHORTEST, LONGEST = 3, 5
"""Letters of a piece of a word."""
MOST_LETTERS = 40
"""No word that people use is longer; of what is, the rest is not looked at."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The weights of all pieces, one list for each thing that words may be like."""

    weights: Mapping[str, Sequence[int]]
    bias: Mapping[str, float]
    scale: float
    taught: str
    """Of which sentences they were learned."""

    def of(self, words: Sequence[str], width: int) -> Mapping[str, float]:
        """How much words are like each rather than none: log odds, where so many are most like one.

        A long story is looked at so many words at a time, or one sentence would drown in it.
        """
        step = width // 2
        starts = range(0, max(len(words) - step, 1), step)
        return max((self._window(words[at : at + width]) for at in starts), key=any_of)

    def _window(self, words: Sequence[str]) -> Mapping[str, float]:
        slots = slots_of(words)
        share = self.scale / sqrt(len(slots) or 1)
        return {
            kind: self.bias[kind] + share * sum(map(weighs.__getitem__, slots))
            for kind, weighs in self.weights.items()
        }


def any_of(odds: Mapping[str, float]) -> float:
    """The log odds of any of them."""
    most = max(odds.values())
    return most + log(sum(exp(one - most) for one in odds.values()))


def slots_of(words: Sequence[str]) -> set[int]:
    """Where the pieces of a text are counted, the same on every machine."""
    written_out = "\n".join(pieces(words)).encode("utf-8", "surrogatepass").split(b"\n")
    return {zlib.crc32(piece) % SLOTS for piece in written_out}


def slot(piece: str) -> int:
    """Where one piece is counted."""
    return zlib.crc32(piece.encode("utf-8", "surrogatepass")) % SLOTS


def pieces(words: Sequence[str]) -> list[str]:
    """What a text falls apart into."""
    found = [f"{one} {other}" for one, other in pairwise(words)]
    found += [f"{one}_{other}" for one, other in zip(words, words[2:], strict=False)]
    for word in words:
        whole = f"^{word[:MOST_LETTERS]}$"
        found.append(whole)
        for length in range(SHORTEST, LONGEST + 1):
            found += [whole[at : at + length] for at in range(len(whole) - length + 1)]
    return found


def written(likeness: Likeness) -> bytes:
    """As it is kept in a file: a line that says what it is, and the weights."""
    about = {
        "bias": dict(likeness.bias),
        "scale": likeness.scale,
        "taught": likeness.taught,
    }
    weights = b"".join(array("b", likeness.weights[kind]).tobytes() for kind in likeness.bias)
    return json.dumps(about).encode() + b"\n" + zlib.compress(weights, 9)


def read(content: bytes) -> Likeness:
    """From a file."""
    about, _, packed = content.partition(b"\n")
    said, weights = json.loads(about), zlib.decompress(packed)
    return Likeness(
        {kind: array("b", weights[at * SLOTS : (at + 1) * SLOTS]) for at, kind in enumerate(said["bias"])},
        said["bias"],
        said["scale"],
        said["taught"],
    )
