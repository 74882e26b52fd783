"""When the five stand: what is unknown is played out many times with a fixed seed, and they must stay."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bundling.sorting import Layout, State, worth
from bundling.worth import FIVE, Table

Numbers = NDArray[np.int64]

PLAYED = 200
_SEED = 5
_SURE = 0.6
"""In so many of the plays the five must be the same. The plays are harsher than life: see the docs."""
_WORTH_ASKING = 0.04
"""Cards worth less than this per second hardly ever change the five."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Whether the five stand, in what share of the plays they did, and how many cards it takes about."""

    stands: bool
    sure: float
    cards_left: int


def settled(state: State) -> Settled:
    """Whether what is still unknown leaves the five as they are. The same state gives the same answer."""
    if not state.layout.groups:
        return Settled(stands=False, sure=0.0, cards_left=0)
    sure = _share_unchanged(state)
    stands = sure >= _SURE
    asking = sum(value >= _WORTH_ASKING for value, _ in worth(state))
    return Settled(stands, sure, 0 if stands else max(1, asking))


def _share_unchanged(state: State) -> float:
    layout = state.layout
    dice = np.random.default_rng(_SEED)
    bounds = layout.chances.cumsum(axis=1)
    five = set(range(min(FIVE, len(layout.groups))))
    same = 0
    for _ in range(PLAYED):
        to = (dice.random(len(bounds))[:, None] > bounds).sum(axis=1)
        weights = _moved(layout, np.minimum(to, len(layout.groups)))
        owner = _merged(layout.oneness, dice)
        whole = np.bincount(owner, weights, minlength=len(weights))
        same += set(np.argsort(-whole, kind="stable")[:FIVE].tolist()) == five
    return same / PLAYED


def _moved(layout: Layout, to: Numbers) -> Table:
    """The topics when each atom lies where chance put it; what belongs nowhere weighs nothing."""
    moved = np.append(layout.weights, 0.0)
    going = to != layout.home
    np.subtract.at(moved, layout.home[going], layout.light[going])
    np.add.at(moved, to[going], layout.light[going])
    weights: Table = np.maximum(moved[:-1], 0)
    return weights


def _merged(chance: Table, dice: np.random.Generator) -> Numbers:
    """For each topic the first topic that it turned out to be one with."""
    rows, columns = np.nonzero(np.triu(dice.random(chance.shape) < chance, 1))
    owner = np.arange(len(chance), dtype=np.int64)
    for one, other in zip(rows.tolist(), columns.tolist(), strict=True):
        if owner[other] == other:
            owner[other] = owner[one]
    return owner
