"""Topics that come back: which topic of the round before is this one, and how long has it stood there?"""

from collections.abc import Sequence

from bundling.clusters import means
from bundling.items import Earlier, Item
from bundling.places import PlaceNames, gazetteer
from bundling.similarity import PLAIN, Floats, space

_SAME = 0.20
"""On average over all pairs of signals, as within a round."""


def rounds_before(
    groups: Sequence[Sequence[Item]], earlier: Sequence[Earlier], place: PlaceNames
) -> list[int]:
    """For each group how many rounds in a row its topic stood before; 0 when it is new."""
    before = [0] * len(groups)
    for group, past in _matches(groups, [one for one in earlier if one.texts], place):
        before[group] = past.rounds
    return before


def _matches(
    groups: Sequence[Sequence[Item]], earlier: Sequence[Earlier], place: PlaceNames
) -> list[tuple[int, Earlier]]:
    """Pairs that are alike, the most alike first; nobody stands in two."""
    if not groups or not earlier:
        return []
    table = _table(groups, earlier, place)
    found: list[tuple[int, Earlier]] = []
    while (best := int(table.argmax())) >= 0 and table.flat[best] >= _SAME:
        group, past = divmod(best, len(earlier))
        found.append((group, earlier[past]))
        table[group, :] = table[:, past] = -1
    return found


def _table(groups: Sequence[Sequence[Item]], earlier: Sequence[Earlier], place: PlaceNames) -> Floats:
    """The mean likeness of each group with each earlier topic."""
    old = [[Item(f"{number}", text, "") for text in past.texts] for number, past in enumerate(earlier)]
    everything = [list(group) for group in groups] + old
    flat = [item for group in everything for item in group]
    whole = space(flat, gazetteer(place, [item.text for item in flat]), PLAIN)
    ends: list[list[int]] = []
    for group in everything:
        start = ends[-1][-1] + 1 if ends else 0
        ends.append(list(range(start, start + len(group))))
    centres = means(whole.rows, ends)
    return whole.likeness(centres[: len(groups)], centres[len(groups) :])
