"""Sorting: the card of which the answer may change the top 5 most, and what lies on the desk after it.

A state is the desk, what was known when sorting began, and the answers since. Nothing is changed in place:
undo is the state without the last answer, and two people at once are two lists of answers put together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bundling.cards import NOTHING, SHOWN, Answer, Card, File, Kept, Merge, Odd, Shown, kept, seconds
from bundling.clusters import Pair
from bundling.desk import Desk, arrange, face, nearness, positions, tied
from bundling.items import Links
from bundling.similarity import Floats
from bundling.worth import DOUBTED, FILED, SLIPS, Chances, Stake, Table, belonging, oneness, stake
from domain.topics import SignalKey

_LIKELY = 60
"""Of each kind only so many cards are weighed in full: the rest can hardly be the best."""
_LEAST = 0.02


@dataclass(frozen=True, eq=False)
class State:
    """The desk and what people said about it."""

    desk: Desk
    start: Kept = NOTHING
    said: tuple[Kept, ...] = ()

    @cached_property
    def links(self) -> Links:
        """All that was said about pairs."""
        everything = (self.start, *self.said)
        same = tuple(pair for one in everything for pair in one.same)
        return Links(same, tuple(pair for one in everything for pair in one.apart))

    @cached_property
    def out(self) -> frozenset[SignalKey]:
        """Signals that stand in no topic: no signal, or held."""
        everything = (self.start, *self.said)
        return frozenset(key for one in everything for key in (*one.no_signal, *one.held))

    @cached_property
    def ties(self) -> Links:
        """The same for `Known.links`: also who was tied together by a signal that stands in no topic."""
        items = self.desk.items
        atoms = self.layout.atoms
        return Links(
            tuple((items[atom[0]].id, items[index].id) for atom in atoms for index in atom[1:]),
            self.links.apart,
        )

    @cached_property
    def layout(self) -> "Layout":
        """The topics as they lie, computed once for each state."""
        return Layout(self)

    @cached_property
    def topics(self) -> tuple[tuple[SignalKey, ...], ...]:
        """The topics, the heaviest first: as `bundle` makes them with these links."""
        items = self.desk.items
        return tuple(tuple(items[index].id for index in members) for members in self.layout.groups)


class Layout:
    """What cards are chosen from: groups, what people made of them, and the chances of being elsewhere."""

    def __init__(self, state: State) -> None:
        table = state.desk
        self.apart = positions(table, state.links.apart)
        self.sorted_apart = positions(table, [pair for one in state.said for pair in one.apart])
        out = frozenset(table.where[key] for key in state.out if key in table.where)
        self.atoms = tied(table, positions(table, state.links.same), out)
        self.groups = arrange(table, self.atoms, self.apart)
        self.weights = np.array([table.weight(members) for members in self.groups])
        self.light = np.array([table.weight(atom) for atom in self.atoms])
        self.of = np.full(len(table.items), -1)
        for number, members in enumerate(self.groups):
            self.of[members] = number
        self.home = self.of[[atom[0] for atom in self.atoms]]
        self.near = nearness(table.likeness, self.groups)
        self.faces = [face(table.likeness, members) for members in self.groups]
        self.atom_of = {index: number for number, atom in enumerate(self.atoms) for index in atom}

    @cached_property
    def barred(self) -> NDArray[np.bool_]:
        """Atom by group: people said that these two are apart."""
        table = np.zeros((len(self.atoms), len(self.groups)), bool)
        for one, other in self.apart:
            if self.of[one] >= 0 and self.of[other] >= 0:
                table[self.atom_of[one], self.of[other]] = table[self.atom_of[other], self.of[one]] = True
        return table

    @cached_property
    def chances(self) -> Chances:
        """Atom by group: how likely it belongs there; the last column is none of them."""
        near = np.array([self.near[atom].mean(axis=0) for atom in self.atoms], np.float32)
        sizes = np.array([len(members) for members in self.groups])
        sizes_of_atoms = np.array([len(atom) for atom in self.atoms])
        alone = sizes[self.home] == sizes_of_atoms
        chances = belonging(near, self.barred, self.home, alone)
        whole = np.flatnonzero(alone & (sizes_of_atoms > 1))
        # A topic that is tied together moves as a whole or not at all: that is `oneness`.
        chances[whole] = 0
        chances[whole, self.home[whole]] = 1
        return chances

    @cached_property
    def oneness(self) -> Table:
        """How likely each two topics are one."""
        between = np.array([self.near[members].mean(axis=0) for members in self.groups], np.float64)
        sizes = np.array([len(members) for members in self.groups], np.float64)
        chance = oneness((between + between.T) / 2, sizes)
        chance[self._groups_of(self.apart)] *= DOUBTED
        chance[self._groups_of(self.sorted_apart)] = 0
        return chance

    def _groups_of(self, pairs: Sequence[Pair]) -> NDArray[np.bool_]:
        """Group by group: whether one of the pairs stands between them."""
        table = np.zeros((len(self.groups), len(self.groups)), bool)
        for one, other in pairs:
            a, b = self.of[one], self.of[other]
            if min(a, b) >= 0:
                table[a, b] = table[b, a] = True
        return table

    @cached_property
    def stake(self) -> Stake:
        """What it is worth to the five when something moves."""
        return stake(self.weights)


def begin(table: Desk, links: Links = Links(), out: Sequence[SignalKey] = ()) -> State:
    """Sorting begins with what residents and colleagues said before."""
    return State(table, Kept(same=links.same, apart=links.apart, no_signal=tuple(out)))


def apply(state: State, card: Card, answer: Answer) -> State:
    """The state after an answer. What does not fit the card is an error, and nothing is kept of it."""
    return replace(state, said=(*state.said, kept(card, answer)))


def undo(state: State) -> State:
    """The state before the last answer; where sorting began nothing is undone."""
    return replace(state, said=state.said[:-1])


def next_card(state: State) -> Card | None:
    """The card that is worth most per second of a person's time; None when no card is worth one."""
    best = worth(state)
    return best[0][1] if best else None


def worth(state: State) -> list[tuple[float, Card]]:
    """Cards with what they are worth per second, the best first."""
    if not state.layout.groups:
        return []
    found = [*_moves(state), *_merges(state)]
    words = {item.id: len(item.text.split()) for item in state.desk.items}
    per_second = [(value / seconds(card, words), card) for value, card in found if value >= _LEAST]
    return sorted(per_second, key=lambda one: -one[0])


def _shown(state: State, group: int, without: frozenset[int] = frozenset()) -> Shown:
    table, layout = state.desk, state.layout
    members = [index for index in layout.groups[group] if index not in without]
    middle = layout.faces[group] if not without else face(table.likeness, members)
    return Shown(table.items[middle].id, tuple(table.items[index].id for index in members))


def _merges(state: State) -> list[tuple[float, Card]]:
    """Pairs of topics that may be one."""
    layout = state.layout
    value = np.maximum(layout.oneness - SLIPS, 0) * layout.stake.of_merging()
    value[np.tril_indices(len(value))] = 0
    order = np.argsort(-value, axis=None, kind="stable")[:_LIKELY]
    pairs = [divmod(int(index), len(value)) for index in order if value.flat[index] >= _LEAST]
    return [
        (float(value[one, other]), Merge(_shown(state, one), _shown(state, other))) for one, other in pairs
    ]


def _moves(state: State) -> list[tuple[float, Card]]:
    """Signals that may belong elsewhere: to file, or to be asked whether they belong where they lie."""
    layout = state.layout
    change = np.abs(layout.stake.of_moving(layout.home, layout.light)) * layout.chances
    filing = change.sum(axis=1)
    order = np.argsort(-filing, kind="stable")[:_LIKELY]
    cards: list[tuple[float, Card]] = []
    for number in order.tolist():
        cards += _of_atom(state, number, change[number])
    return cards


def _of_atom(state: State, number: int, change: Floats) -> list[tuple[float, Card]]:
    """The card about one atom. Filing tells where it belongs when that is shown, else only that it moves."""
    layout = state.layout
    atom = layout.atoms[number]
    home = int(layout.home[number])
    alone = len(layout.groups[home]) == len(atom)
    if len(atom) == 1:
        card = _file(state, atom[0], 0)
        shown = [int(layout.of[state.desk.where[one.face]]) for one in card.topics]
        return [(FILED * float(change[shown].sum() + change[-1]), card)] if card.topics else []
    if alone:
        return []
    rest = _shown(state, home, frozenset(atom))
    signal = state.desk.items[face(state.desk.likeness, atom)].id
    leaving = float(layout.chances[number].sum() - layout.chances[number, home])
    change_when_leaving = float(change[-1] / max(layout.chances[number, -1], 1e-9))
    return [((leaving - SLIPS) * change_when_leaving, Odd(signal, rest))]


def _file(state: State, index: int, page: int) -> File:
    layout = state.layout
    row = layout.chances[layout.atom_of[index], :-1]
    order = [int(group) for group in np.argsort(-row, kind="stable") if row[group] > 0]
    order = [group for group in order if layout.groups[group] != [index]]
    shown = order[page * SHOWN : (page + 1) * SHOWN]
    own = frozenset({index})
    topics = tuple(_shown(state, group, own if layout.of[index] == group else frozenset()) for group in shown)
    return File(state.desk.items[index].id, topics, page, more=len(order) > (page + 1) * SHOWN)


def more(state: State, card: File) -> File:
    """The same signal with the next likely topics."""
    return _file(state, state.desk.where[card.signal], card.page + 1)
