"""What is no topic to choose from: danger, what goes well, and texts that say nothing about the wijk."""

import re
from enum import StrEnum
from functools import cache

from bundling.items import Item
from bundling.text import content, fold, tokens
from bundling.themes import padded, theme_hits
from bundling.words import lines, words


class LeftOut(StrEnum):
    """Why a signal stands in no topic."""

    DANGER = "danger"
    GOES_WELL = "goes-well"
    EMPTY = "empty"
    GREETING = "greeting"
    QUESTION = "question"
    STRAY = "stray"
    ADVERTISEMENT = "advertisement"
    NOTHING_TO_SAY = "nothing-to-say"
    GIBBERISH = "gibberish"
    NO_SIGNAL = "no-signal"
    """A person who sorted said so."""
    HELD = "held"
    """A person who sorted did not know; it waits."""
    SETTLED = "settled"
    """The fast lane said yes."""


_FIRST_QUESTION = 1
_SHORT = 12
"""A text with more words than this says something, whatever phrase stands in it."""
_SURE = 1.0
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_REPEATED = re.compile(r"(\w)\1{4,}")
_ROWS = ("qwert", "asdf", "zxcv", "sdfg", "hjkl")
_LONG_WORD = 5


def left_out(item: Item) -> LeftOut | None:
    """Why this signal is no topic to choose from; None when it is one."""
    if item.danger:
        return LeftOut.DANGER
    if item.question == _FIRST_QUESTION:
        return LeftOut.GOES_WELL
    return noise(item.text) or (LeftOut.GOES_WELL if is_compliment(item.text) else None)


def noise(text: str) -> LeftOut | None:
    """Which kind of noise a text is, if any. In doubt it is a signal: a person can still set it apart."""
    said = tokens(_LINK.sub(" ", text))
    if not any(any(letter.isalpha() for letter in token) for token in said):
        return LeftOut.ADVERTISEMENT if _LINK.search(text) else LeftOut.EMPTY
    if all(token in _small_talk() or token.startswith("haha") for token in said):
        return LeftOut.GREETING
    if _is_gibberish(said):
        return LeftOut.GIBBERISH
    if _LINK.search(text) and not _names_theme(text):
        return LeftOut.ADVERTISEMENT
    return _by_phrase(text, said)


def _by_phrase(text: str, said: list[str]) -> LeftOut | None:
    words_of_text = padded(text)
    for reason, phrase, start in _phrases():
        if (words_of_text.startswith(phrase) if start else phrase in words_of_text) and _counts(
            reason, text, said
        ):
            return reason
    if not content(text) or (len(said) == 1 and said[0] in ("niks", "niets", "nvt")):
        return LeftOut.NOTHING_TO_SAY
    return None


def _counts(reason: LeftOut, text: str, said: list[str]) -> bool:
    """An advertisement may be long and name a theme; the rest is short and names none."""
    if reason is LeftOut.ADVERTISEMENT:
        return True
    return len(said) <= _SHORT and not _names_theme(text)


def _names_theme(text: str) -> bool:
    return bool(theme_hits([text]).max() >= _SURE)


def is_compliment(text: str) -> bool:
    """Praise, without a wish or a complaint beside it. Cheap and careful: in doubt it is no compliment."""
    said = set(tokens(text))
    if "?" in text or said & _folded("wishes.txt"):
        return False
    return bool(said & _folded("praise.txt")) or " petje af " in padded(text)


def _is_gibberish(said: list[str]) -> bool:
    return all(_REPEATED.search(word) or word.startswith(_ROWS) or _has_no_vowel(word) for word in said)


def _has_no_vowel(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) >= _LONG_WORD and not set(word) & set("aeiouy")


@cache
def _small_talk() -> frozenset[str]:
    return _folded("greetings.txt")


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words(name))


@cache
def _phrases() -> tuple[tuple[LeftOut, str, bool], ...]:
    parts = [[part.strip() for part in line.split("|")] for line in lines("noise_phrases.txt")]
    return tuple(
        (LeftOut(reason), padded(phrase).rstrip(), phrase.startswith("^")) for reason, phrase in parts
    )
