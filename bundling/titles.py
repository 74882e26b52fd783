"""A title that people can read: theme and place when the signals agree on them, else words of several people.

A title is read by the whole wijkverband, so it never quotes one person: each word of it is a word of the
language list or was used by two people or more.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from bundling.items import Item
from bundling.places import Gazetteer
from bundling.text import clean, content, fold, stop_words, tokens
from bundling.themes import theme_hits, themes
from domain.messages import Text
from domain.topics import SignalKey

LONGEST = 60
_LONGEST_PLACE = 28
_AGREE_ON_THEME = 0.5
_AGREE_ON_PLACE = 0.25
_AGREE_ON_HOME = 0.85
"""Where people live says little about where it happens: nearly all must live there."""
_HEARD = 0.4
_FEW = 3
_KEYWORDS = 3
_CLAUSE_WORDS = range(3, 10)
_READ_LANGUAGES = ("", "nl")
_FEWEST_MEANT = 2
_ABBREVIATION = 3
_CLAUSES = re.compile(r"[.!?;:,()\n]+| (?:want|omdat|dus|maar|because|but) ")
_SHORTEST_KEYWORD = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """What the signals of a topic agree on; either may be empty."""

    theme: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Word -> how many people of the round use it: what two people say belongs to nobody."""

    people: Mapping[str, int]

    def shared(self, word: str) -> bool:
        return self.people.get(word, 0) > 1


def speakers(items: Sequence[Item]) -> Speakers:
    """Counts for each word the people who use it."""
    pairs = {(word, item.voice) for item in items for word in content(item.told)}
    return Speakers(Counter(word for word, _ in pairs))


def subject(items: Sequence[Item], places: Gazetteer) -> Subject:
    """The theme that half of the signals name, and the place that enough of them name or come from."""
    hits = theme_hits([item.text for item in items])
    agree = (hits >= _HEARD).mean(axis=0)
    strength = np.where(agree >= _AGREE_ON_THEME, np.minimum(hits, 1.5).sum(axis=0), 0)
    best = int(strength.argmax())
    return Subject(themes()[best].key if strength[best] > 0 else "", _place(items, places))


def _place(items: Sequence[Item], places: Gazetteer) -> str:
    named = Counter(place for item in items for place in places.mentions(item.told))
    homes = Counter(item.neighbourhood for item in items if item.neighbourhood)
    enough = max(min(2, len(items)), _AGREE_ON_PLACE * len(items))
    candidates = [place for place, count in _ordered(named) if count >= enough]
    if len(items) > _FEW:
        candidates += [home for home, count in _ordered(homes) if count >= _AGREE_ON_HOME * len(items)]
    return next((place for place in candidates if len(place) <= _LONGEST_PLACE), "")


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def given_title(items: Sequence[Item], titles: Mapping[SignalKey, str]) -> Text | None:
    """The title that people gave: that of most of the signals; of the first one when they differ."""
    given = Counter(titles[item.id] for item in items if item.id in titles)
    return Text("topic-title-words", {"words": clean(given.most_common(1)[0][0])}) if given else None


def automatic_titles(items: Sequence[Item], found: Subject, round_: Speakers) -> list[Text]:
    """Titles from the best to the last resort; a caller takes the first that no other topic has."""
    titles: list[Text] = []
    if found.theme and found.place:
        titles.append(Text("topic-title-theme-at-place", {"theme": found.theme, "place": found.place}))
    elif found.theme:
        titles.append(Text("topic-title-theme", {"theme": found.theme}))
    if said := _clause(items):
        titles.append(Text("topic-title-words", {"words": said}))
    if keywords := _keywords(items, found, round_):
        titles.append(Text("topic-title-words", {"words": keywords}))
    if found.place:
        titles.append(Text("topic-title-at-place", {"place": found.place}))
    return [*titles, Text("topic-title-other")]


def _clause(items: Sequence[Item]) -> str:
    """The part of a sentence that says most, if two people of the topic use each of its words."""
    inside = speakers(items)
    best, best_value = "", 0.0
    for item in items:
        for clause in _CLAUSES.split(item.told):
            value = _value(clause, inside) if item.language in _READ_LANGUAGES else 0.0
            if value > best_value:
                best, best_value = clause, value
    return _calm(best)


def _value(clause: str, inside: Speakers) -> float:
    said, meant = tokens(clause), set(content(clause))
    if len(said) not in _CLAUSE_WORDS or len(meant) < _FEWEST_MEANT or len(clean(clause)) > LONGEST:
        return 0.0
    if not all(inside.shared(word) and word.isalpha() for word in meant):
        return 0.0
    return sum(inside.people[word] for word in meant) / sqrt(len(said))


def _calm(words: str) -> str:
    """A capital at the beginning and no shouting."""
    spoken = " ".join(
        word.lower() if word.isupper() and len(word) > _ABBREVIATION else word for word in words.split()
    )
    return clean(spoken[:1].upper() + spoken[1:])


def _keywords(items: Sequence[Item], found: Subject, round_: Speakers) -> str:
    """The words that most people of the topic use and few others do."""
    dutch = [item for item in items if item.language in _READ_LANGUAGES]
    inside = speakers(dutch or items).people
    spoken = {
        word: count * count / max(1, round_.people.get(word, 0))
        for word, count in inside.items()
        if _is_keyword(word, found) and (count > 1 or round_.shared(word) or _is_theme_word(word))
    }
    best = sorted(spoken, key=lambda word: (-spoken[word], -len(word), word))[:_KEYWORDS]
    joined = ", ".join(best)
    return (joined[:1].upper() + joined[1:])[:LONGEST]


def _is_keyword(word: str, found: Subject) -> bool:
    ordinary = len(word) >= _SHORTEST_KEYWORD and word.isalpha() and word not in stop_words()
    return ordinary and word != fold(found.place)


def _is_theme_word(word: str) -> bool:
    return bool(theme_hits([word]).max() >= _HEARD)
