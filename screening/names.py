"""Names of people: known given names, and whatever stands where a name is said.

Residents write without capitals and without points. So a word is taken for a name by what it is (lists), by
how it is written (a capital inside a sentence) and by what stands around it (a title, a relation, a
farewell), each with the strength that it has.
"""

from collections.abc import Iterator, Sequence

from screening.introduced import MOST_INITIALS, after_trigger
from screening.known import (
    ARTICLES,
    SHORTEST,
    is_given,
    is_perhaps,
    is_plain,
    is_possessive,
    is_surname,
    particles,
)
from screening.spans import Kind, Span
from screening.surnames import full, surname
from screening.tokens import Token, tokens
from screening.words import words

_BETWEEN = frozenset({"van", "el", "al", "ben", "bin", "vd"})
_NO_INITIALS = frozenset("udkmnstxzaio")
_ARABIC = frozenset({"el", "al", "ben", "bou", "ait", "abu"})
_OF_SOMEBODY = frozenset({"hiernaast", "boven", "beneden", "groep", "klas", "haar", "zijn", "nummer", "nr"})
_TO = frozenset({"in", "naar", "uit", "te", "richting"})
_TOWARDS = frozenset({"aan", "door", "volgens", "namens", "met"})
_DOES = frozenset(
    [
        "is",
        "heeft",
        "zegt",
        "zei",
        "woont",
        "wil",
        "gaat",
        "mist",
        "doet",
        "geeft",
        "komt",
        "kwam",
        "had",
        "kan",
        "moet",
        "mag",
        "vroeg",
        "vraagt",
        "zit",
        "werkt",
        "helpt",
        "zoekt",
    ]
)
_OWNS = frozenset({"zijn", "d'r", "haar", "z'n", "heeft", "zegt", "woont", "organiseert"})
_MONTHS = frozenset({"jan", "juni", "mei", "mart", "augustus", "juli", "april"})
_AND = frozenset({"en", "and"})


def names(
    plain: str,
    small: str,
    places: Sequence[tuple[int, int]],
    others: Sequence[tuple[int, int]],
    *,
    dutch: bool,
) -> Iterator[Span]:
    """Every name; what was found once is found wherever it stands."""
    said = tokens(plain, small, places, others)
    found: set[int] = set()
    for at in range(len(said)):
        if at not in found:
            found |= (
                set(after_trigger(said, at, dutch=dutch))
                | set(_alone(said, at, dutch=dutch))
                | set(_initials(said, at))
            )
    found |= _beside(said, found)
    found |= _again(said, found)
    yield from _joined(said, sorted(found))


def _alone(said: Sequence[Token], at: int, *, dutch: bool) -> Iterator[int]:
    """A given name by what it is, or by its capital; with the surname behind it."""
    one = said[at]
    if one.place or one.other:
        return
    behind = list(surname(said, at + 1))
    after_article = at > 0 and said[at - 1].small in ARTICLES and one.gap == " "
    if is_given(one.small) or (one.capital and is_possessive(one.small)):
        taken = one.capital and (not one.first or bool(behind)) if not dutch else True
        taken = taken and not (after_article and not one.inside)
    elif is_perhaps(one.small) and one.capital and one.small not in words("function_words.txt"):
        gone_to = at > 0 and said[at - 1].small in _TO
        known = full(said, behind) or _of_somebody(said, at) or _does_something(said, at)
        taken = known if one.first else not gone_to and not after_article
    else:
        taken = _by_surname(said, at) or _in_two(said, at) or _unknown(said, at, behind, dutch=dutch)
    if taken and not (one.small in _MONTHS and one.gap.rstrip(" ")[-1:].isdigit()):
        if at and one.gap in {" ", "-"} and said[at - 1].small in _ARABIC and is_surname(one.small):
            yield at - 1
        yield from (at, *behind) if behind or not _in_two(said, at) else (at, at + 1)


def _does_something(said: Sequence[Token], at: int) -> bool:
    """`Ali heeft`, `Max zijn moeder`, `Roos van de bloemen`: a name that is a word too, at the beginning."""
    following = [one.small for one in said[at + 1 : at + 3]]
    if len(following) < 2 or said[at + 1].gap != " ":  # noqa: PLR2004 - a word and what it is about
        return False
    if following[0] == "van":
        return following[1] in ARTICLES
    return following[0] in (_OWNS if is_plain(said[at].small) else _OWNS | _DOES)


def _in_two(said: Sequence[Token], at: int) -> bool:
    """`Li Wei`, `Chen Xiaoming`: two words with capitals, of which one is a name somewhere."""
    one, following = said[at], said[at + 1] if at + 1 < len(said) else None
    if following is None or following.gap != " " or not (one.capital and following.inside):
        return False
    if following.place or following.other:
        return False
    if is_perhaps(one.small) and is_perhaps(following.small):
        return True
    if is_plain(one.small) or is_plain(following.small):
        return False
    return any(
        is_surname(word) or is_perhaps(word) or is_given(word) for word in (one.small, following.small)
    )


def _by_surname(said: Sequence[Token], at: int) -> bool:
    """`pandit Ramdin`, `el hamdaoui`: a surname that is nothing else, with a capital or its particle."""
    one, before = said[at], said[at - 1].small if at else ""
    if not is_surname(one.small) or is_plain(one.small) or is_perhaps(one.small) or before in _TO | ARTICLES:
        return False
    if not said[at].capital:
        return before in _ARABIC | _TOWARDS and one.gap in {" ", "-"}
    following = said[at + 1].small if at + 1 < len(said) else ""
    return not one.gap.strip() and (one.inside or following in _AND | _DOES | _OWNS)


def _of_somebody(said: Sequence[Token], at: int) -> bool:
    """`Roos uit groep 6`, `Bas van hiernaast`, `Roos en haar moeder`."""
    following = [one.small for one in said[at + 1 : at + 3]]
    return len(following) > 1 and following[0] in {"uit", "van", "en"} and following[1] in _OF_SOMEBODY


def _unknown(said: Sequence[Token], at: int, behind: Sequence[int], *, dutch: bool) -> bool:
    """A given name that no list has, before a surname that one has; or the other way: `een Van der Veen`."""
    one = said[at]
    if not behind or not is_surname(said[behind[-1]].small):
        return bool(behind) and one.inside and one.small == "van" and len(behind) > 1 and full(said, behind)
    if one.small == "van":
        return said[behind[0]].small in {"der", "den"}
    if is_plain(one.small) or one.small in particles() or len(one.small) < SHORTEST:
        return False
    if one.capital and said[behind[-1]].capital:
        return True
    return dutch and len(behind) > 1 and said[behind[0]].small in _BETWEEN


def _initials(said: Sequence[Token], at: int) -> Iterator[int]:
    """`K. Brouwer`, `H.J. van Dam`, `mr. A.J. Wiersma`."""
    end = at
    most = min(len(said), at + MOST_INITIALS)
    while end < most and len(said[end].small) == 1 and (end == at or said[end].gap in {".", ". "}):
        end += 1
    if end == at or end >= len(said):
        return
    behind = list(surname(said, end))
    if not said[end].gap.startswith(".") and (not behind or said[at].small in _NO_INITIALS):
        return
    capital = said[at].capital and bool(behind) and said[behind[-1]].capital
    small = bool(behind) and is_surname(said[behind[-1]].small)
    if capital or (small and (len(behind) > 1 or not is_plain(said[behind[-1]].small))):
        yield from (*range(at, end), *behind)


def _beside(said: Sequence[Token], found: set[int]) -> set[int]:
    """`Fatma en Wudassie`: who is named together with somebody."""
    new: set[int] = set()
    for at, one in enumerate(said):
        if one.inside and not (one.place or one.other or is_plain(one.small)) and at not in found:
            before = at > 1 and said[at - 1].small in _AND and at - 2 in found
            behind = at + 2 < len(said) and said[at + 1].small in _AND and at + 2 in found
            if before or behind:
                new.add(at)
        elif one.capital and _begins_row(said, at, found):
            new.add(at)
    return new


def _begins_row(said: Sequence[Token], at: int, found: set[int]) -> bool:
    """`Youssra, Naoual en Ikram`: the first of a row of names."""
    row = at + 2 < len(said) and at + 1 in found and said[at + 1].gap == ", "
    return row and (at + 2 in found or said[at + 2].small in _AND) and not is_plain(said[at].small)


def _again(said: Sequence[Token], found: set[int]) -> set[int]:
    """Where a name that was found stands once more."""
    telling = {
        said[at].small
        for at in found
        if len(said[at].small) >= SHORTEST and said[at].small not in particles()
    }
    return {
        at
        for at, one in enumerate(said)
        if not one.place
        and one.small in telling
        and (one.inside or not (is_plain(one.small) or (at and said[at - 1].small in ARTICLES)))
    }


def _joined(said: Sequence[Token], found: Sequence[int]) -> Iterator[Span]:
    """Words of one name are one part, with the point of a last initial left out."""
    start = end = -1
    last = -2
    for at in found:
        if at == last + 1 and set(said[at].gap) <= set(" .-"):
            end = said[at].end
        else:
            if end > start >= 0:
                yield Span(start, end, Kind.NAME)
            start, end = said[at].start, said[at].end
        last = at
    if end > start >= 0:
        yield Span(start, end, Kind.NAME)
