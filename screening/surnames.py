"""What belongs to a given name: more of them, particles, a surname, or a letter for it."""

from collections.abc import Iterator, Sequence

from screening.known import is_given, is_plain, is_surname, particles
from screening.tokens import Token

MOST_GIVEN = 3
MOST_PARTICLES = 4
OF_PLACE = frozenset({"aan", "in", "op", "te"})
"""`Bas op lijn 7`: in small letters these say where somebody is."""


def surname(said: Sequence[Token], at: int) -> Iterator[int]:
    """What belongs to the name before: more given names, particles and a surname, or one letter for it."""
    start = at
    while at < len(said) and at - start < MOST_GIVEN and _joins(said[at]) and is_given(said[at].small):
        yield at
        at += 1
    first = at
    while at < min(len(said), first + MOST_PARTICLES) and said[at].small in particles() and _joins(said[at]):
        at += 1
    if at < len(said) and not said[at].capital and {one.small for one in said[first:at]} & OF_PLACE:
        return
    if at < len(said) and _joins(said[at]) and _is_surname_here(said, at, after_particle=at > first):
        yield from range(first, at + 1)
        nxt = at + 1
        joined = nxt < len(said) and said[nxt].capital
        if joined and (said[nxt].gap == "-" or said[at].small.rpartition("-")[2] in particles()):
            yield nxt


def full(said: Sequence[Token], behind: Sequence[int]) -> bool:
    """A surname stands behind it with a capital."""
    return bool(behind) and said[behind[-1]].capital


def _is_surname_here(said: Sequence[Token], at: int, *, after_particle: bool) -> bool:
    one = said[at]
    if one.place or (one.other and not one.capital):
        return False
    if len(one.small) == 1:
        # `Kevin R.`; a single letter by itself is a slip of the fingers.
        return at + 1 == len(said) or said[at + 1].gap.startswith(".") or one.capital
    if one.capital and not one.first:
        return not is_plain(one.small) or is_surname(one.small)
    return is_surname(one.small) and (after_particle or not is_plain(one.small))


def _joins(one: Token) -> bool:
    return one.gap in {" ", "-", ". ", ".", "  "} and not one.first
