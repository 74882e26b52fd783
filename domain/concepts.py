"""Concepts in a text: "fire" stands for brand, fik, vlammen and every word beginning so.

A list names its concepts and the words for each: `fire = brand, vlam*, *brand, staat … te branden`. A star
stands for any letters, … for up to four words. The words that a list names `nothing` ("brandgang", "slaat …
over") say nothing; words in between them still do. `familiar` are words that are no slip of another one.
The lists of all languages stand in one lexicon: a word is looked up once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from domain.spelling import LONG, Word, a_slip_apart, folded

NOTHING, FAMILIAR = "nothing", "familiar"
_GAP = folded("…")
_UNTOUCHED = 3
"""Letters that a slip leaves alone at one of the two ends of a long word."""
_MOST_BETWEEN = 4
MOST_LETTERS = 40
"""No beginning or ending in a list is longer, nor any word of people; what is longer takes no longer."""


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
    of_list: int
    says: bool
    """False for what says nothing."""
    behind: tuple[Pattern | None, ...] = ()
    needs: str = ""
    """One of the words behind: without it in the text nobody need look further."""


class Hit(NamedTuple):
    """A concept, and the words that say it."""

    concept: int
    places: tuple[int, ...]


_Near = dict[tuple[str, int], list[tuple[str, Entry]]]


@dataclass(slots=True)
class Lexicon:
    """The entries of the lists by how their first word begins: a word is looked up, not searched."""

    exact: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    beginnings: dict[str, list[tuple[Pattern, Entry]]] = field(default_factory=lambda: defaultdict(list))
    endings: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    near: _Near = field(default_factory=lambda: defaultdict(list))
    """Long words by their length with their first letters, and with their last."""
    familiar: set[str] = field(default_factory=set)
    lists: int = 0

    def take(self, numbers: Mapping[str, int], concepts: Iterable[tuple[str, str]]) -> None:
        """Take up a list: the number of every concept, and entries of concepts as they are written."""
        for name, written in concepts:
            entries = [one.strip() for one in folded(written).split(",")]
            if name == FAMILIAR:
                self.familiar.update(entries)
                continue
            for entry in filter(None, entries):
                self._add(Entry(numbers[name], self.lists, name != NOTHING), entry)
        self.lists += 1

    def _add(self, entry: Entry, written: str) -> None:
        first, *behind = [None if one == _GAP else _pattern(one) for one in written.split()]
        if first is None:
            message = f"begins with a gap: {written!r}"
            raise ValueError(message)
        if behind:
            whole = (one.begins for one in behind if one and not one.open)
            entry = Entry(
                entry.concept, entry.of_list, entry.says, tuple(behind), max(whole, key=len, default="")
            )
        if not first.open:
            self.exact[first.begins].append(entry)
        elif first.begins:
            self.beginnings[first.begins].append((first, entry))
        else:
            self.endings[first.ends].append(entry)
        if len(first.begins) >= LONG and not first.ends:
            for key in _ends(first.begins, len(first.begins)):
                self.near[key].append((first.begins, entry))

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """Every concept that is said, without what `nothing` of the same list takes out."""
        found: list[tuple[Entry, tuple[int, ...]]] = []
        written = {reading for word in words for reading in word.readings} | {""}
        for at, word in enumerate(words):
            for entry in self._entries(word):
                may = entry.needs in written
                behind = _behind(words, at + 1, entry.behind) if may else None
                if behind is not None:
                    found.append((entry, (at, *behind)))
        out = {(entry.of_list, at) for entry, places in found if not entry.says for at in places}
        return [
            Hit(entry.concept, places)
            for entry, places in found
            if entry.says and not all((entry.of_list, at) in out for at in places)
        ]

    def _entries(self, word: Word) -> list[Entry]:
        found = [entry for reading in word.readings for entry in self._known(reading)]
        slipped = not found and len(word.spelled) >= LONG and word.spelled not in self.familiar
        return list(self._with_a_slip(word.spelled)) if slipped else found

    def _known(self, word: str) -> list[Entry]:
        found = [*self.exact.get(word, ())]
        beginnings, endings = self.beginnings, self.endings
        for length in range(1, min(len(word), MOST_LETTERS) + 1):
            begun = beginnings.get(word[:length])
            if begun:
                found += [entry for pattern, entry in begun if pattern.fits(word)]
            ended = endings.get(word[-length:])
            if ended:
                found += ended
        return found

    def _with_a_slip(self, word: str) -> set[Entry]:
        return {
            entry
            for length in range(len(word) - 1, len(word) + 2)
            for key in _ends(word, length)
            for whole, entry in self.near.get(key, ())
            if a_slip_apart(word, whole)
        }


def _ends(word: str, length: int) -> Iterator[tuple[str, int]]:
    """How a word is found that is a slip apart: one of its ends is the same."""
    yield word[:_UNTOUCHED], length
    yield word[-_UNTOUCHED:], -length


def _pattern(written: str) -> Pattern:
    begins, star, ends = written.partition("*")
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
