"""What an answer is worth: the chance that it changes something, times what that means to the five."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Chances = Table

FIVE = 5
_SHARP, _NONE = 16.0, 0.25
"""How fast the chance falls with likeness, and how alike a topic must be to be likelier than none."""
_ONE, _ONE_BASE = 14.4, -4.55
_SMALLER, _LARGER = -0.45, -0.28
"""Log-odds that two groups are one: by likeness, less so the larger they are. Fitted on labelled wijken."""
_BLUR = 0.18
DOUBTED = 0.7
"""One resident who erred keeps two grown topics apart: a sorter may still be asked whether they are one."""
FILED = 2.0
"""A filed signal counts double: it draws others like it, and the group it stood in is seen to be another."""
SLIPS = 0.03
"""So often people tap wrong. What is less likely than that is not worth asking: a slip would do more harm."""


@dataclass(frozen=True, slots=True)
class Stake:
    """The topics by weight, and where the border of the five lies."""

    weights: Table
    border: float
    blur: float

    def counts(self, weight: Table) -> Table:
        """How much of a topic of this weight stands in the five."""
        away = np.clip((weight - self.border) / self.blur, -30, 30)
        counted: Table = np.maximum(weight, 0) / (1 + np.exp(-away))
        return counted

    def of_merging(self) -> Table:
        """What changes when two topics are one."""
        inside = self.counts(self.weights)
        apart = inside[:, None] + inside[None, :]
        return np.abs(self.counts(self.weights[:, None] + self.weights[None, :]) - apart)

    def of_moving(self, home: NDArray[np.int64], light: Table) -> Table:
        """What changes when something of this weight moves from its home to each topic; the last is none."""
        own = self.weights[home]
        leaving = self.counts(own) - self.counts(np.maximum(own - light, 0))
        arriving = self.counts(self.weights[None, :] + light[:, None]) - self.counts(self.weights)[None, :]
        alone = self.counts(light)[:, None]
        change = np.hstack([arriving, alone]) + leaving[:, None]
        change[np.arange(len(home)), home] = 0
        return change


def stake(weights: Table) -> Stake:
    """The border lies between the fifth and the sixth."""
    ordered = -np.sort(-np.append(weights, np.zeros(FIVE + 1)))
    border = float(ordered[FIVE - 1] + ordered[FIVE]) / 2
    return Stake(weights, border, max(1.0, _BLUR * border))


def belonging(
    near: NDArray[np.float32], barred: NDArray[np.bool_], home: NDArray[np.int64], alone: NDArray[np.bool_]
) -> Chances:
    """Atom by topic: the chance that it belongs there; the last column is none of them.

    Who is alone in its topic belongs to none of the others when it stays.
    """
    logits = _SHARP * near.astype(np.float64)
    logits[barred] = -np.inf
    logits[alone, home[alone]] = _SHARP * _NONE
    none = np.where(alone, -np.inf, _SHARP * _NONE)[:, None]
    logits = np.hstack([logits, none])
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    chance: Chances = odds / odds.sum(axis=1, keepdims=True)
    return chance


def oneness(alike: NDArray[np.float64], sizes: Table) -> Table:
    """The chance that two topics are one."""
    logs = np.log(sizes)
    smaller, larger = np.minimum.outer(logs, logs), np.maximum.outer(logs, logs)
    odds = _ONE_BASE + _ONE * alike + _SMALLER * smaller + _LARGER * larger
    chance: Table = 1 / (1 + np.exp(-odds))
    return chance
