"""How fast something grows over a run, and how sure one can be: the middle of all slopes between blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import median

BLOCKS = 24
"""Samples that follow each other are alike; the middles of so many stretches hardly are."""
SURE = 1.96
"""Standard deviations of 95 %."""
LEAST = 4


@dataclass(frozen=True)
class Slope:
    """What comes on top in a second, by the best guess, and between what it lies in 95 of 100 runs."""

    middle: float
    low: float
    high: float


def slope(samples: Sequence[tuple[float, float]]) -> Slope:
    """Theil and Sen's line through (second, value): one odd value, or many, moves it little."""
    points = _blocks(samples)
    if len(points) < LEAST:
        raise ValueError(f"a slope needs {LEAST} samples at least")
    slopes = sorted(
        (later[1] - sooner[1]) / (later[0] - sooner[0]) for sooner, later in combinations(points, 2)
    )
    n = len(points)
    # By the spread of Kendall's count of pairs that rise, when nothing rises.
    off = SURE * sqrt(n * (n - 1) * (2 * n + 5) / 18) / 2
    middle = len(slopes) / 2
    first, last = max(0, int(middle - off)), min(len(slopes) - 1, int(middle + off))
    return Slope(median(slopes), slopes[first], slopes[last])


def _blocks(samples: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The middle of each stretch of samples."""
    count = min(BLOCKS, len(samples))
    bounds = [round(n * len(samples) / count) for n in range(count + 1)] if count else []
    parts = [samples[bounds[n] : bounds[n + 1]] for n in range(count)]
    return [(median(at for at, _ in part), median(value for _, value in part)) for part in parts]
