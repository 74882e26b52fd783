"""Places in a text: they stay, and what looks like a name inside them is none."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from screening.addresses import HARD_KINDS, STREET, STREET_KINDS
from screening.seen import fold
from screening.spans import just_before
from screening.words import groups, lines, words

Part = tuple[int, int]

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}+(?:['-]{_LETTER}+)*"
_HALL_BY_NAME = re.compile(
    rf"(?<!{_LETTER})[A-Z]{_LETTER}{{2,}}(?:school|kerk|flat|toren|college|lyceum|moskee|kwartier|buurt)(?!{_LETTER})"
)
_LED = re.compile(rf"({_WORD}|\d{{1,2}}e)\.? $")
"""The word before a street: `Jan van Galen`kade."""
_OF = re.compile(
    rf"\b(?i:laan|hof|weg|plein|kade|park|straat|singel|burg|tuin)(?: (?:van|der|den|de|het|'t|ten|ter))+ {_WORD}(?: [A-Z]{_LETTER}+)*"
    r"|\b(?:[Pp]lein|[Hh]of) (?:19|20)?\d\d\b"
)
_HALL = re.compile(
    rf"\b(?i:flat|flatgebouw|park|school|basisschool|brede school|buurthuis|wijkcentrum|buurtcentrum|complex|cafe|restaurant|zaal|stichting|"
    rf"gebouw|gymzaal|sporthal|voetbalclub|vereniging|moskee|kerk|kinderopvang|peuterspeelzaal|zorgcentrum|verzorgingshuis|bibliotheek|"
    rf"buurt|wijk|speeltuin|halte|station|winkelcentrum|snackbar|praktijk|apotheek|residence|villa|sint|st\.|santa|san|prins|prinses|koning|"
    rf"koningin|heilige)(?: (?i:de|het|'t|den))? ([A-Z]{_LETTER}+(?:[ -][A-Z]{_LETTER}+)*)"
)
_WITH_ARTICLE = re.compile(
    rf"(?<![.!?] )(?<!^)(?:\b(?:De|Het|Den)|(?<!van )'t) [A-Z]{_LETTER}+(?:-[A-Z]{_LETTER}+)*"
)
_HARD = re.compile(rf"(?:{HARD_KINDS})$")
_AT = re.compile(r"\b(?:de|het|op|in|langs|'t) $")
_FROM = re.compile(r"(?:van|aan|op) (?:de|het) ")
"""`jan van de hoofdstraat` is Jan, who lives there."""
_GONE_TO = re.compile(rf"\b(?:in|naar|uit|te|richting) ([A-Z]{_LETTER}+)")


def known(plain: str, small: str, names: Sequence[str]) -> tuple[list[Part], list[Part]]:
    """Where a number may be that of a house, and what is no name: streets and the places of the wijk.

    What ends like a street and like a surname is a street when words of place stand before it.
    """
    by_name = (found.span() for found in _named(tuple(names)).finditer(small))
    streets = [
        _whole(plain, small, *found.span())
        for found in STREET.finditer(small)
        if found[0] not in words("not_streets.txt")
    ]
    named = (_whole(plain, small, *found.span()) for found in _HALL_BY_NAME.finditer(plain))
    halls = ((found.start(1), found.end(1)) for found in _HALL.finditer(plain))
    articled = (found.span() for found in _WITH_ARTICLE.finditer(plain))
    phrases = (found.span() for found in _OF.finditer(plain))
    named_after = [one for one in named if just_before(_AT, small, one[0])]
    sure = [*by_name, *phrases, *named_after, *halls, *articled]
    return [*sure, *streets], [*sure, *(one for one in streets if _is_street(small, one))]


def own(small: str, names: Sequence[str]) -> list[Part]:
    """Where the places of the wijk stand: of an address there only the number is taken out."""
    return [found.span() for found in _named(tuple(names)).finditer(small)]


def _is_street(small: str, part: Part) -> bool:
    """It ends as no surname does, or somebody is `op de` or `in` it."""
    return _HARD.search(small, *part) is not None or just_before(_AT, small, part[0]) is not None


def others(plain: str, small: str) -> Iterator[Part]:
    """What is no street and no person either: shops and organisations, and a town that somebody goes to."""
    return chain(
        (found.span() for found in _organisations().finditer(small)),
        (found.span(1) for found in _GONE_TO.finditer(plain) if found[1].lower() not in words("given.txt")),
    )


@lru_cache(maxsize=64)
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    forms = {re.sub(r"^(?:de|het|den|'t) ", "", fold(name)) for name in names}
    either = "|".join(
        re.escape(form) for form in sorted(forms, key=lambda one: (-len(one), one)) if len(form) > len("de")
    )
    return re.compile(rf"(?<!{_LETTER})(?:{either or '(?!)'})(?!{_LETTER})")


@lru_cache(maxsize=1)
def _organisations() -> re.Pattern[str]:
    either = "|".join(re.escape(fold(line)) for line in lines("organisations.txt"))
    return re.compile(rf"\b(?:{either})(?!{_LETTER})")


@lru_cache(maxsize=1)
def _around() -> tuple[frozenset[str], frozenset[str]]:
    """Particles, and the given names and titles that begin the name of a street."""
    listed = groups("name_words.txt")
    titles = frozenset(listed["of streets"])
    return frozenset(listed["particles"]), titles | words("given.txt") | words("given_capital.txt")


def _whole(plain: str, small: str, start: int, end: int) -> Part:
    """A street with the words before that belong to its name."""
    particles, joining = _around()
    before = start
    bare = small[start:end] in _KINDS
    while True:
        found = just_before(_LED, small, before)
        if found is None:
            return start, end
        word, capital = found[1], plain[found.start(1)].isupper()
        if not (word in joining or word in particles or (capital and plain[before].isupper())):
            return start, end
        if _FROM.match(small, found.start(1), start) and not bare:
            return start, end
        before = found.start(1)
        if word not in particles:
            start = before


_KINDS = frozenset(STREET_KINDS.split("|"))
