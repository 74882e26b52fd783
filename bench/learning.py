"""Learn from sentences how much each piece of them weighs, and count how well what was learned does.

It is a regression on pieces of words (softmax, gradient descent with steps that shrink by piece), the same
every time on one machine.
"""

import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.likeness import SLOTS, Likeness, slots_of

CALM = "-"
ROUNDS, PACE, FADING = 14, 0.3, 1e-5
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, what it is like, and where it comes from."""

    kind: str
    said: str
    words: tuple[str, ...]
    language: str
    room: str
    counts: float = 1.0
    """How often it counts."""


def taught(learned: Iterable[Row]) -> str:
    """Which sentences, as a number that changes with any of them."""
    return f"{zlib.crc32(repr([(one.kind, one.said) for one in learned]).encode()):08x}"


def learn(learned: Sequence[Row], kinds: Sequence[str]) -> Likeness:
    """The weights that tell these sentences apart."""
    order = {CALM: 0} | {kind: at for at, kind in enumerate(kinds, 1)}
    where = [_slots(one.words) for one in learned]
    counts = [one.counts for one in learned]
    weights, bias = _descend(where, [order[one.kind] for one in learned], counts, len(order))
    apart, least = weights[:, 1:] - weights[:, :1], bias[1:] - bias[0]
    scale = float(np.abs(apart).max()) / 127
    whole = np.rint(apart / scale).astype(np.int8)
    return Likeness(
        {kind: array("b", whole[:, at].tobytes()) for at, kind in enumerate(kinds)},
        {kind: round(float(least[at]), 4) for at, kind in enumerate(kinds)},
        scale,
        taught(learned),
    )


def _slots(words: Sequence[str]) -> NDArray[np.int64]:
    return np.array(sorted(slots_of(words)))


def _descend(
    where: Sequence[NDArray[np.int64]], kinds: Sequence[int], counts: Sequence[float], many: int
) -> tuple[Numbers, Numbers]:
    weights, seen = np.zeros((SLOTS, many)), np.full((SLOTS, many), 1e-8)
    bias, seen_bias = np.zeros(many), np.full(many, 1e-8)
    order = np.random.default_rng(1)
    for _ in range(ROUNDS):
        for at in order.permutation(len(where)):
            here = where[at]
            share = 1 / np.sqrt(len(here))
            off = _odds(weights[here].sum(0) * share + bias)
            off[kinds[at]] -= 1
            off *= counts[at]
            step = off * share + FADING * weights[here]
            seen[here] += step**2
            weights[here] -= PACE * step / np.sqrt(seen[here])
            seen_bias += off**2
            bias -= 0.1 * off / np.sqrt(seen_bias)
    return weights, bias


def _odds(told: Numbers) -> Numbers:
    likely: Numbers = np.exp(told - told.max())
    whole: Numbers = likely / likely.sum()
    return whole


@dataclass(frozen=True, slots=True)
class Count:
    """How many were heard, for what they are, and without need."""

    danger: int
    heard: int
    right: int
    calm: int
    false: int

    def __str__(self) -> str:
        heard = f"heard {self.heard}/{self.danger}, right {self.right}"
        return f"{heard}, without need {self.false}/{self.calm}"


def count(find: Callable[[str], Iterable[str]], kept: Iterable[Row]) -> Count:
    """Of sentences, by what finds something in them."""
    got = [(one.kind, tuple(find(one.said))) for one in kept]
    loud = [(kind, found) for kind, found in got if kind != CALM]
    return Count(
        len(loud),
        sum(bool(found) for _, found in loud),
        sum(kind in found for kind, found in loud),
        len(got) - len(loud),
        sum(bool(found) for kind, found in got if kind == CALM),
    )
