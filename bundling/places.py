"""Places in a text: streets and buurten of the settings, and names that the texts themselves bring up."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bundling.text import clean, fold, stop_words, tokens
from bundling.themes import theme_hits
from bundling.words import words

_LETTER = r"[^\W\d_]"
_KINDS = "straat|laan|weg|plein|singel|kade|gracht|dreef|plantsoen|pad|park|hof|dijk|steeg|school|flat"
_STREET = re.compile(rf"(?<!{_LETTER}){_LETTER}{{3,}}(?:{_KINDS})(?!{_LETTER})")
_NAMED = re.compile(
    rf"\b(?:flat|park|school|basisschool|buurthuis|wijkcentrum|complex) (?:(?:de|het|'t) )?({_LETTER}{{4,}})"
)
_CAPITAL = re.compile(rf"(?<=[^\s.!?:] )(?:(?:De|Het|Den) )?([A-Z]{_LETTER}{{3,}}(?:-[A-Z]{_LETTER}+)*)")
_ARTICLE = re.compile(r"^(?:de|het|den|'t) ")
_TEXTS = 2
_SHORTEST = 3
_MOSTLY = 0.6
_SHORT_KINDS = ("singel", "kade", "gracht", "plein", "dreef", "dijk")
"""Kinds that people use alone ("op de singel") when the wijk has only one."""


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """What the settings of a wijk know by name. All of it may be empty."""

    streets: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by the way people spell them."""

    names: dict[str, str]
    """Folded form -> the name as it is written; several forms may be one place."""
    pattern: re.Pattern[str]

    def mentions(self, text: str) -> tuple[str, ...]:
        """The places in a text, each once, in the order of the text."""
        return tuple(dict.fromkeys(self.names[form] for form in self.pattern.findall(fold(text))))


def gazetteer(settings: PlaceNames, texts: Sequence[str]) -> Gazetteer:
    """Everything that counts as a place: the names of the settings, then what two texts or more bring up."""
    known = (*settings.streets, *settings.others, *settings.neighbourhoods)
    names = {_bare(name): clean(name) for name in reversed(known) if len(_bare(name)) >= _SHORTEST}
    for form, written in _found(texts).items():
        names.setdefault(form, written)
    names |= {short: name for short, name in _short_forms(names).items() if short not in names}
    ordered = sorted(names, key=lambda form: (-len(form), form))
    choice = "|".join(re.escape(form) for form in ordered) or r"(?!)"
    return Gazetteer(names, re.compile(rf"(?<!{_LETTER})({choice})(?:'?s)?(?!{_LETTER})"))


def _bare(name: str) -> str:
    return _ARTICLE.sub("", fold(name))


def _found(texts: Sequence[str]) -> dict[str, str]:
    """Names that stand in two texts or more, each with its most used spelling."""
    spellings: dict[str, Counter[str]] = {}
    for text in texts:
        for written in sorted(_candidates(clean(text))):
            spellings.setdefault(_bare(written), Counter())[written] += 1
    before = _words_before(texts)
    return {
        form: _article(form, before) + _best(counts)
        for form, counts in spellings.items()
        if counts.total() >= _TEXTS and not _is_common(form)
    }


def _best(counts: Counter[str]) -> str:
    """The spelling that is used most, with a capital."""
    written = max(counts, key=lambda word: (counts[word], word[0].isupper(), word))
    return written[:1].upper() + written[1:]


def _article(form: str, before: Mapping[str, Counter[str]]) -> str:
    """`De ` for a name that mostly comes with its article, as De Linde does and Molenweg does not."""
    said = Counter[str]() if _STREET.fullmatch(form) else before.get(form.split("-", 1)[0], Counter())
    return next(
        (f"{word.capitalize()} " for word in ("de", "het") if said[word] > _MOSTLY * said.total()), ""
    )


def _words_before(texts: Sequence[str]) -> Mapping[str, Counter[str]]:
    """Word -> the words that stand before it; nothing stands before the first word of a text."""
    before: dict[str, Counter[str]] = {}
    for text in texts:
        said = tokens(text)
        for previous, word in zip(["", *said], said, strict=False):
            before.setdefault(word, Counter())[previous] += 1
    return before


def _candidates(text: str) -> set[str]:
    lowered = text.lower()
    streets = (
        {text[m.start() : m.end()] for m in _STREET.finditer(lowered)} if len(lowered) == len(text) else set()
    )
    return streets | set(_CAPITAL.findall(text)) | set(_NAMED.findall(lowered))


def _is_common(form: str) -> bool:
    listed = form in words("common_places.txt") or form in words("not_places.txt") or form in stop_words()
    return listed or (_STREET.fullmatch(form) is None and bool(theme_hits([form]).max() >= 1))


def _short_forms(names: dict[str, str]) -> dict[str, str]:
    """`singel` is the Walnootsingel when no other singel is known."""
    short: dict[str, str] = {}
    for kind in _SHORT_KINDS:
        ending = sorted({name for form, name in names.items() if form.endswith(kind) and form != kind})
        if len(ending) == 1:
            short[kind] = ending[0]
    return short
