"""Which topics a new text may belong to: what the bot asks about and a coordinator sorts by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bundling.items import Item
from bundling.places import PlaceNames, gazetteer
from bundling.similarity import PLAIN, Encoder, Floats, Weights, space

FLOOR = 0.06
"""Below this nothing is suggested: a wrong suggestion costs more than none."""
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Near:
    """A topic by the name the caller gave it, and how near it is (about 0 to 1)."""

    topic: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What to look with: the names of the wijk, how many to give, and a model if there is one."""

    place: PlaceNames = PlaceNames()
    most: int = 3
    floor: float = FLOOR
    weights: Weights = PLAIN
    encoder: Encoder | None = None


def near(item: Item, topics: Mapping[str, Sequence[Item]], looking: Looking = Looking()) -> tuple[Near, ...]:
    """The likely topics of a text: half its nearest member, half the mean of its three nearest."""
    members = [member for items in topics.values() for member in items]
    everything = [item, *members]
    places = gazetteer(looking.place, [one.text for one in everything])
    whole = space(everything, places, looking.weights, looking.encoder)
    likeness = whole.likeness(whole.rows[:1], whole.rows[1:])[0]
    found: list[Near] = []
    start = 0
    for topic, items in topics.items():
        if items:
            found.append(Near(topic, _score(likeness[start : start + len(items)])))
        start += len(items)
    ranked = sorted(found, key=lambda one: -one.score)
    return tuple(one for one in ranked if one.score >= looking.floor)[: looking.most]


def _score(likeness: Floats) -> float:
    nearest = np.sort(likeness)[::-1][:_NEAREST]
    return float(nearest[0] + nearest.mean()) / 2
