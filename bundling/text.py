"""A text as tokens: folded, without stop words, stems, compounds split by the words of the corpus itself."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

import snowballstemmer

from bundling.words import words

Split = Callable[[str], tuple[str, ...]]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_TURNED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "’": "'", "ـ": "", "ة": "ه", "ى": "ي"}
)
_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 8
REMEMBERED = 8_192
"""Texts of which is kept what they were made into: a round is bundled again when something was said."""
_MUCH = 4_000
"""More than this many characters of one text say nothing new and cost time."""


def clean(text: str) -> str:
    """One line without control and format marks; lone surrogates are dropped."""
    kept = "".join(c if unicodedata.category(c) not in ("Cc", "Cs", "Cf") else " " for c in text[:_MUCH])
    return " ".join(unicodedata.normalize("NFC", kept).split())


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """Lower case without accents: `ş` and `s`, `أ` and `ا` are the same letter to people in a hurry."""
    parts = unicodedata.normalize("NFKD", clean(text).lower())
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_TURNED)


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about the subject, in the languages of the wijk."""
    return frozenset(fold(word) for word in words("stop_nl.txt") | words("stop_other.txt"))


def tokens(text: str) -> list[str]:
    """The words of a text in order, folded, with the stop words."""
    return _TOKEN.findall(fold(text))


def content(text: str) -> list[str]:
    """The words of a text that carry meaning."""
    stop = stop_words()
    return [token for token in tokens(text) if token not in stop and len(token) > 1]


@cache
def _stemmer() -> Callable[[str], str]:
    stem_word: Callable[[str], str] = snowballstemmer.stemmer("dutch").stemWord
    return stem_word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word: Dutch rules for Latin letters, a prefix for the rest (endings vary there too)."""
    if word.isascii():
        return _stemmer()(word)
    if word.startswith("ال") and len(word) > _SHORTEST_PART:
        word = word[2:]
    return word[:6]


def splitter(vocabulary: Iterable[str]) -> Split:
    """Split compounds into words that others in the same corpus use by themselves (`-s-` and `-n-` joint)."""
    known = {word for word in vocabulary if len(word) >= _SHORTEST_PART}
    known |= {stem(word) for word in known}

    def is_known(part: str) -> bool:
        return part in known or stem(part) in known

    def split(word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST_COMPOUND:
            return (word,)
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            head, tail = word[:cut], word[cut:]
            if is_known(tail) and (is_known(head) or (head[-1] in "sn" and is_known(head[:-1]))):
                return (word, head, tail)
        return (word,)

    return lru_cache(maxsize=REMEMBERED)(split)
