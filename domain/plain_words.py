"""Plain words: what makes a Dutch text hard to read, and a simpler word where there is one.

The words of the town hall are data (`locales/nl/plain-words.txt`). The figure is the Flesch-Douma reading
ease: W. H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960): 206.84 - 0.93 * words in a sentence
- 77 * syllables in a word. A remark is a hint to a person, never a reason to refuse a text.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LONG_SENTENCE = 20
"""Words; residents are written to in shorter ones."""
LONG_WORD, MANY_SYLLABLES = 15, 6
"""A word with more characters and at least so many syllables is hard to read, unless everybody knows it."""


class Remark(StrEnum):
    """What may be said of a text."""

    SENTENCE = "sentence"
    """A long sentence."""
    PASSIVE = "passive"
    """Nobody does it."""
    JARGON = "jargon"
    """A word of the town hall."""
    WORD = "word"
    """A long word."""


class Ease(StrEnum):
    """The figure in plain words."""

    EASY = "easy"
    FAIR = "fair"
    HARD = "hard"
    VERY_HARD = "very-hard"


_EASE = ((70, Ease.EASY), (55, Ease.FAIR), (35, Ease.HARD))
"""The lowest figure of each."""


@dataclass(frozen=True, slots=True)
class Found:
    """One remark: the words it is about, a number (words or syllables), and what could stand there."""

    remark: Remark
    words: str
    number: int = 0
    simpler: str = ""
    fits: bool = False
    """`simpler` can stand in the sentence as it is."""


_FEWEST_WORDS = 5
"""One long word in a text of four makes any figure low: it says nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text reads. `figure` runs from 0 (hard) to 100 (easy); a text of a few words has none."""

    figure: int | None
    longest: int
    """Words in the longest sentence."""
    found: tuple[Found, ...] = ()

    @property
    def ease(self) -> Ease:
        figure = 100 if self.figure is None else self.figure
        return next((ease for lowest, ease in _EASE if figure >= lowest), Ease.VERY_HARD)

    @property
    def replaceable(self) -> bool:
        """Whether a simpler word can be put in the place of one of these."""
        return any(one.fits for one in self.found)


@dataclass(frozen=True, slots=True)
class Simpler:
    """What to say in place of a word."""

    words: str
    fits: bool


@dataclass(frozen=True, slots=True)
class PlainWords:
    """The list, compiled. `stems` are the entries with a star."""

    jargon: re.Pattern[str]
    simpler: Mapping[str, Simpler]
    stems: Mapping[str, Simpler]
    easy: frozenset[str]
    no_verbs: frozenset[str]
    """Words that look like the third form of a verb."""

    def read(self, text: str, names: Collection[str] = ()) -> Reading:
        """What makes this text hard to read, the most telling first; `names` are never hard words."""
        sentences = _sentences(text)
        known = self.easy | {part.casefold() for name in names for part in name.split()}
        jargon = self._jargon(text)
        found = (
            *_long_sentences(sentences),
            *jargon,
            *(one for sentence in sentences for one in _passives(sentence, self.no_verbs)),
            *_hard_words(sentences, known, " ".join(one.words for one in jargon).casefold()),
        )
        return Reading(_figure(sentences), max(map(_count, sentences), default=0), found)

    def simplified(self, text: str) -> str:
        """The same text with every simpler word that fits as it is."""
        return self.jargon.sub(self._swapped, text)

    def _jargon(self, text: str) -> tuple[Found, ...]:
        found: dict[str, Found] = {}
        for match in self.jargon.finditer(text):
            instead = self._instead(match[0])
            one = Found(Remark.JARGON, match[0], simpler=instead.words, fits=instead.fits)
            found.setdefault(match[0].casefold(), one)
        return tuple(found.values())

    def _instead(self, words: str) -> Simpler:
        folded = " ".join(words.casefold().split())
        exact = self.simpler.get(folded)
        return exact or next(instead for stem, instead in self.stems.items() if folded.startswith(stem))

    def _swapped(self, match: re.Match[str]) -> str:
        instead = self._instead(match[0])
        if not instead.fits:
            return match[0]
        return instead.words[0].upper() + instead.words[1:] if match[0][0].isupper() else instead.words


# --- the list ----------------------------------------------------------------------------------


def compiled(text: str) -> PlainWords:
    """The list out of its text. ValueError names a line that cannot be read."""
    simpler: dict[str, Simpler] = {}
    known: dict[str, set[str]] = {"easy": set(), "no verb": set()}
    for line in (line.strip() for line in text.splitlines()):
        label, colon, words = line.partition(":")
        if colon and label in known:
            known[label] |= set(_parts(words))
        elif line and not line.startswith("#"):
            simpler |= _entries(line)
    exact = {words: instead for words, instead in simpler.items() if not words.endswith("*")}
    stems = {words[:-1]: instead for words, instead in simpler.items() if words.endswith("*")}
    # The longest first: "sociale cohesie" before "sociale".
    longest = sorted((_pattern(words) for words in simpler), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(longest) or '(?!)'})(?![\w-])", re.IGNORECASE)
    return PlainWords(pattern, exact, stems, frozenset(known["easy"]), frozenset(known["no verb"]))


NO_WORDS = compiled("")
"""Without a list: only the other remarks."""


def _entries(line: str) -> dict[str, Simpler]:
    entry = re.fullmatch(r"([^=~]+)\s([=~])\s(.+)", line)
    if entry is None:
        message = f"no entry of plain words: {line!r}"
        raise ValueError(message)
    forms = _parts(entry[1])
    if entry[2] == "~":
        return dict.fromkeys(forms, Simpler(entry[3].strip(), fits=False))
    others = _parts(entry[3])
    if len(others) not in {1, len(forms)}:
        message = f"no simpler word for each form: {line!r}"
        raise ValueError(message)
    others = others * len(forms) if len(others) == 1 else others
    return {form: Simpler(other, fits=True) for form, other in zip(forms, others, strict=True)}


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(",") if part.strip()]


def _pattern(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+").replace(r"\*", r"[\w-]*")


# --- sentences and words -----------------------------------------------------------------------

_END = re.compile(r"(?<=[.!?…])\s+(?=[A-Z0-9\"'‘“À-Þ])|\n+")
_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_SYLLABLE = re.compile(
    r"aai|ooi|oei|eeuw?|ieuw?|aa|ee|oo|uu|ie|oe|eu(?!m)|ui|ei|ij|au|ou|ai|oi|[aeiouáéíóúàèêâäëïöü]|(?<![aeo])y"
)


def syllables(word: str) -> int:
    """How many vowels are heard in a Dutch word, two letters that sound as one counted once; at least one."""
    return max(1, len(_SYLLABLE.findall(word.casefold())))


def _sentences(text: str) -> list[list[str]]:
    parts = (_WORD.findall(part) for part in _END.split(text))
    return [words for words in parts if words]


def _count(words: list[str]) -> int:
    return len(words)


def _figure(sentences: list[list[str]]) -> int | None:
    words = [word for sentence in sentences for word in sentence]
    if len(words) < _FEWEST_WORDS:
        return None
    heard = sum(map(syllables, words))
    figure = 206.84 - 0.93 * len(words) / len(sentences) - 77 * heard / len(words)
    return round(min(100.0, max(0.0, figure)))


def _long_sentences(sentences: list[list[str]]) -> Iterable[Found]:
    return (
        Found(Remark.SENTENCE, " ".join(words[:4]), len(words))
        for words in sentences
        if len(words) > LONG_SENTENCE
    )


def _hard_words(sentences: list[list[str]], known: Collection[str], jargon: str) -> Iterable[Found]:
    """Long words, each once; a capital inside a sentence is a name."""
    seen: set[str] = set()
    for sentence in sentences:
        for place, word in enumerate(sentence):
            folded = word.casefold()
            name = place > 0 and word[0].isupper()
            if name or folded in known or folded in seen or folded in jargon or not _hard(word):
                continue
            seen.add(folded)
            yield Found(Remark.WORD, word, syllables(word))


def _hard(word: str) -> bool:
    return len(word) > LONG_WORD and syllables(word) >= MANY_SYLLABLES and word.isalpha()


# --- passive -----------------------------------------------------------------------------------

_BECOME = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
_BE = frozenset({"is", "zijn", "was", "waren"})
_DONE = re.compile(
    r"(?:(?:aan|af|achter|bij|binnen|buiten|dicht|door|heen|in|klaar|langs|los|mee|na|neer|om|onder|op|open|over|rond"
    r"|samen|schoon|stil|tegen|terug|thuis|toe|tussen|uit|vast|ver|vol|voor|vrij|weer|weg|zwart)?ge[a-zëïéö]{2,}"
    r"|(?:be|ont|ver|her|er|over|onder|voor|vol|mis|door|om)[a-zëï]{3,})(?:d|t|en)"
)
"""The third form of a verb: gemaakt, weggesleept, vernietigd, verkocht."""


def _passives(sentence: list[str], no_verbs: Collection[str]) -> Iterable[Found]:
    """`wordt ... gemaakt`, and `is gemaakt door`; "is gestart" and "wordt groter" are no passive."""
    folded = [word.casefold() for word in sentence]
    done = [place for place, word in enumerate(folded) if _DONE.fullmatch(word) and word not in no_verbs]
    for place, word in enumerate(folded):
        by = "door" in folded[place:]
        passive = word in _BECOME or (word in _BE and by)
        other = next((at for at in done if at > place), None)
        before = place - 1 if place - 1 in done else None
        at = other if other is not None else before
        if passive and at is not None:
            first, last = sorted((place, at))
            dots = " " if last == first + 1 else " … "
            yield Found(Remark.PASSIVE, f"{sentence[first]}{dots}{sentence[last]}")
            return
