"""Concepts in a text: "fire" stands for brand, fik, vlammen and every word beginning so.

A list names its concepts and the words for each: `fire = brand, vlam*, *brand, staat … te branden`. A star
stands for any letters, … for up to four words. The words that a list names `nothing` ("brandgang", "slaat …
over") say nothing; words in between them still do. `familiar` are words that are no slip of another one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from domain.spelling import LONG, Word, a_slip_apart, folded, slips

NOTHING, FAMILIAR = "nothing", "familiar"
_GAP = "…"
_MOST_BETWEEN = 4


class Pattern(NamedTuple):
    """A word of a list: how it begins, how it ends, and whether letters may stand between."""

    begins: str
    ends: str
    open: bool

    def fits(self, word: str) -> bool:
        """Whether a word is meant."""
        if not self.open:
            return word == self.begins
        long_enough = len(word) >= len(self.begins) + len(self.ends)
        return long_enough and word.startswith(self.begins) and word.endswith(self.ends)

    def said_by(self, word: Word) -> bool:
        """Whether a word, or what it may be besides, is meant."""
        return any(self.fits(one) for one in word.readings)


class Entry(NamedTuple):
    """What an entry of a list stands for, and the words (None: a gap) behind its first."""

    concept: int
    behind: tuple[Pattern | None, ...] = ()


class Hit(NamedTuple):
    """A concept, and the words that say it."""

    concept: int
    places: tuple[int, ...]


@dataclass(slots=True)
class Lexicon:
    """The entries of a list by how their first word begins: a word is looked up, not searched."""

    exact: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    beginnings: dict[str, list[tuple[Pattern, Entry]]] = field(default_factory=lambda: defaultdict(list))
    endings: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    slipped: dict[str, list[tuple[str, Entry]]] = field(default_factory=lambda: defaultdict(list))
    familiar: set[str] = field(default_factory=set)

    def add(self, concept: int, written: str) -> None:
        """Take up an entry as a list writes it."""
        first, *behind = [None if one == _GAP else _pattern(one) for one in written.split()]
        if first is None:
            message = f"begins with a gap: {written!r}"
            raise ValueError(message)
        entry = Entry(concept, tuple(behind))
        if not first.open:
            self.exact[first.begins].append(entry)
        elif first.begins:
            self.beginnings[first.begins].append((first, entry))
        else:
            self.endings[first.ends].append(entry)
        if len(first.begins) >= LONG and not first.ends:
            for slip in {first.begins} | slips(first.begins):
                self.slipped[slip].append((first.begins, entry))

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """Every concept that is said, without what `nothing` takes out (concept 0)."""
        found = [
            Hit(entry.concept, (at, *behind))
            for at, word in enumerate(words)
            for entry in self._entries(word)
            if (behind := _behind(words, at + 1, entry.behind)) is not None
        ]
        out = {at for one in found if one.concept == 0 for at in one.places}
        return [one for one in found if one.concept and not out.issuperset(one.places)]

    def _entries(self, word: Word) -> list[Entry]:
        found = [entry for reading in word.readings for entry in self._known(reading)]
        slipped = not found and len(word.spelled) >= LONG and word.spelled not in self.familiar
        return self._with_a_slip(word.spelled) if slipped else found

    def _known(self, word: str) -> list[Entry]:
        found = [*self.exact.get(word, ())]
        beginnings, endings = self.beginnings, self.endings
        for length in range(1, len(word) + 1):
            begun = beginnings.get(word[:length])
            if begun:
                found += [entry for pattern, entry in begun if pattern.fits(word)]
            found += endings.get(word[-length:], ())
        return found

    def _with_a_slip(self, word: str) -> list[Entry]:
        tried = {word} | slips(word)
        near = {(whole, entry) for one in tried for whole, entry in self.slipped.get(one, ())}
        return [entry for whole, entry in near if a_slip_apart(word, whole)]


def lexicon(concepts: Sequence[tuple[str, Iterable[str]]]) -> Lexicon:
    """Of the entries of every concept; the first concept is what is taken out."""
    made = Lexicon()
    for number, (name, entries) in enumerate(concepts):
        if name == FAMILIAR:
            made.familiar.update(folded(entry) for entry in entries)
        else:
            for entry in entries:
                made.add(number, entry)
    return made


def _pattern(written: str) -> Pattern:
    begins, star, ends = folded(written).partition("*")
    return Pattern(begins, ends, bool(star))


def _behind(words: Sequence[Word], at: int, patterns: tuple[Pattern | None, ...]) -> tuple[int, ...] | None:
    """Where the words behind the first of an entry stand; None when they do not."""
    if not patterns:
        return ()
    first = patterns[0]
    if first is None:
        starts = range(at, min(at + _MOST_BETWEEN + 1, len(words)))
        found = (_behind(words, start, patterns[1:]) for start in starts)
        return next((places for places in found if places is not None), None)
    if at >= len(words) or not first.said_by(words[at]):
        return None
    rest = _behind(words, at + 1, patterns[1:])
    return None if rest is None else (at, *rest)
