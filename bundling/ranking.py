"""Which topic stands first: distinct people, then how widely, how long and how urgently it is felt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import sqrt

from bundling.items import Item
from bundling.text import fold
from bundling.themes import needle, padded
from bundling.words import words
from domain.topics import Evidence

_BUURT, _BUURTEN_COUNTED = 0.15, 2
_SOURCE, _SOURCES_COUNTED = 0.10, 2
_ROUND, _ROUNDS_COUNTED = 0.15, 3
_URGENT, _URGENT_PEOPLE, _URGENT_SHARE = 0.25, 2, 0.25
"""The full weight from a quarter of the people on; one person alone makes nothing urgent."""
_SHINGLE = 5
_ALIKE = 0.5
_WORDS_OF_A_COPY = 4
"""Shorter texts are often the same by chance ("hondenpoep in het park")."""


def evidence(items: Sequence[Item], rounds_before: int = 0) -> Evidence:
    """What can be counted about the signals of one topic."""
    families = _families(items)
    people = {item.voice for item in items}
    return Evidence(
        people=len(people),
        messages=len(items),
        voices=sum(sqrt(size) for size in families),
        sources=_people_by((item.source, item) for item in items),
        neighbourhoods=_people_by((item.neighbourhood, item) for item in items),
        languages=_people_by((item.language, item) for item in items),
        campaign=max((size for size in families if size > 1), default=0),
        rounds_before=rounds_before,
        urgent=len({item.voice for item in items if is_hazard(item.text)}),
    )


def score(found: Evidence) -> float:
    """Voices, and a quarter or so on top for each way in which more than the number speaks for it."""
    spread = _BUURT * _extra(len(found.neighbourhoods), _BUURTEN_COUNTED)
    spread += _SOURCE * _extra(len(found.sources), _SOURCES_COUNTED)
    lasting = _ROUND * min(found.rounds_before, _ROUNDS_COUNTED)
    return found.voices * (1 + spread + lasting + _urgency(found))


def is_hazard(text: str) -> bool:
    """Whether a hazard is named, in whole words."""
    words_of_text = padded(text)
    return any(hazard in words_of_text for hazard in _hazards())


def _extra(count: int, most: int) -> int:
    return min(max(count - 1, 0), most)


def _urgency(found: Evidence) -> float:
    if found.urgent < _URGENT_PEOPLE:
        return 0.0
    return _URGENT * min(1.0, found.urgent / found.people / _URGENT_SHARE)


@cache
def _hazards() -> tuple[str, ...]:
    return tuple(needle(fold(pattern)) for pattern in sorted(words("hazards.txt")))


def _people_by(named: Iterable[tuple[str, Item]]) -> Mapping[str, int]:
    """Name -> distinct people, the most first; who has no name is left out."""
    pairs = {(name, item.voice) for name, item in named if name}
    counts = Counter(name for name, _ in sorted(pairs))
    return dict(counts.most_common())


def _families(items: Sequence[Item]) -> list[int]:
    """Sizes of the groups of people with the same words; who has words of their own is a group of one."""
    first = _copies(list(dict.fromkeys(item.text for item in items)))
    senders: dict[str, set[str]] = {}
    for item in items:
        senders.setdefault(first.get(item.text, f"of {item.voice}"), set()).add(item.voice)
    own: dict[str, str] = {}
    for words_, voices in sorted(senders.items(), key=lambda entry: (len(entry[1]), entry[0])):
        for voice in voices:
            own.setdefault(voice, words_)
    return sorted(Counter(own.values()).values(), reverse=True)


def _copies(texts: Sequence[str]) -> dict[str, str]:
    """Text -> the first text of which it is a near copy, or itself. Short texts are left out."""
    pieces = {text: shingles for text in texts if (shingles := _shingles(text))}
    first: dict[str, str] = {}
    for text, shingles in pieces.items():
        first[text] = next((first[one] for one in first if _near_copy(pieces[one], shingles)), text)
    return first


def _shingles(text: str) -> frozenset[str]:
    """Five characters at a time; empty for a text too short to call a copy."""
    letters = padded(text).strip()
    if letters.count(" ") + 1 < _WORDS_OF_A_COPY:
        return frozenset()
    return frozenset(
        letters[start : start + _SHINGLE] for start in range(max(1, len(letters) - _SHINGLE + 1))
    )


def _near_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller, larger = sorted((len(one), len(other)))
    if smaller < _ALIKE * larger:
        return False
    shared = len(one & other)
    return shared >= _ALIKE * (smaller + larger - shared)
