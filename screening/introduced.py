"""Names after words that bring one: a title, a relation, `heet`, a farewell."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from screening.known import SHORTEST, is_given, is_perhaps, is_plain, is_surname, particles
from screening.surnames import surname
from screening.tokens import Token
from screening.words import groups, words

MOST_IN_FAREWELL = 6
MOST_PARTICLES = 3
MOST_INITIALS = 4
_STRONG = frozenset({"strong", "role"})
_ARABIC = frozenset({"el", "al", "ben", "bin", "ibn", "ait", "abu", "bou"})
_ARABIC_SURNAMES = ("ال", "بن")
_SOUNDS = "aiouy"
"""Dutch words hardly end in these; names do."""
_JOINING = frozenset({"en", "and", "fam", "familie", "mr", "mw", "dhr", "mevr", "mevrouw", "meneer"})
_NEVER_FIRST = frozenset({"aan", "in", "op", "te"})
_FROM = frozenset({"van", "from", "od"})


@lru_cache(maxsize=1)
def _triggers() -> dict[tuple[str, ...], str]:
    """Words -> the group they belong to; of a phrase each word."""
    found: dict[tuple[str, ...], str] = {}
    for group in ("strong", "role", "relation", "called", "self", "farewell", "thanks"):
        for phrase in groups("name_words.txt")[group]:
            found.setdefault(tuple(phrase.replace(".", " ").replace(":", " ").split()), group)
    return found


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _triggers() if phrase)


def _trigger(said: Sequence[Token], at: int) -> tuple[str, int]:
    """The group of the words that begin here, and where the next word stands; the longest phrase counts."""
    if said[at].small not in _first_words():
        return "", at
    for length in (4, 3, 2, 1):
        phrase = tuple(one.small for one in said[at : at + length])
        if len(phrase) == length and phrase in _triggers():
            return _triggers()[phrase], at + length
    return "", at


def after_trigger(said: Sequence[Token], at: int, *, dutch: bool) -> Iterator[int]:
    """The words of a name that the words standing here bring, if they bring one."""
    group, following = _trigger(said, at)
    if not group or following >= len(said):
        return
    if group in {"farewell", "thanks"}:
        yield from _farewell(said, following, sure=group == "farewell")
        return
    gap = said[following].gap
    if (
        not set(gap) <= set(" .:,=(")
        or ("," in gap and group != "self")
        or (gap.strip() == ":" and group != "strong")
    ):
        return
    yield from _name_from(said, following, group, dutch=dutch)


def _name_from(said: Sequence[Token], at: int, group: str, *, dutch: bool) -> Iterator[int]:
    """The name that begins here, as far as the words before it make it believable."""
    if _trigger(said, at)[0] in _STRONG and not said[at].inside:
        return
    first = at
    while (
        at < len(said)
        and len(said[at].small) == 1
        and said[at].small not in {"u", "n"}
        and at - first < MOST_INITIALS
    ):
        at += 1
    begun = at
    while _joins_title(said, at, group) and at - begun < MOST_PARTICLES:
        at += 1
    ends = at >= len(said) or (at > first and said[at].first and not said[at].gap.startswith("."))
    if not ends and (
        _may_be_small(said[at], dutch=dutch) and _believed(said, at, group, after_particle=at > begun)
    ):
        yield from (*range(first, at + 1), *surname(said, at + 1))
        if at + 1 < len(said) and said[at + 1].small.startswith(_ARABIC_SURNAMES):
            yield at + 1
    elif first < begun and group in _STRONG and said[first].capital:
        # `meneer J.`: who is meant is known to the neighbours.
        yield from range(first, begun)


def _joins_title(said: Sequence[Token], at: int, group: str) -> bool:
    """`meneer van der ...`"""
    if group not in _STRONG or at >= len(said) or said[at].small not in particles():
        return False
    # "Mevrouw op de hoek" is somewhere; "mevrouw Op den Akker" is called so.
    return said[at].capital or said[at].small not in _NEVER_FIRST


def _may_be_small(one: Token, *, dutch: bool) -> bool:
    """In Dutch names are typed in small letters too; Arabic has no other."""
    if one.capital or is_given(one.small) or one.small.upper() == one.small:
        return True
    return dutch and one.small.isascii()


def _believed(said: Sequence[Token], at: int, group: str, *, after_particle: bool) -> bool:
    one = said[at]
    common = one.small in words("function_words.txt") and not (one.inside and is_perhaps(one.small))
    if common or len(one.small) == 1 or (one.place and not after_particle):
        return False
    if one.place and after_particle and not (one.capital and group == "strong"):
        return False
    listed = is_given(one.small) or is_perhaps(one.small)
    if one.capital:
        return _believed_capital(one, group, listed=listed)
    if after_particle:
        arabic = said[at - 1].small in _ARABIC and not is_plain(one.small) and len(one.small) > SHORTEST
        return is_surname(one.small) or (group == "strong" and arabic)
    if group == "strong":
        return listed or is_surname(one.small) or (not is_plain(one.small) and len(one.small) > SHORTEST)
    if group == "role":
        return (listed or is_surname(one.small)) and not is_plain(one.small)
    if (
        group == "relation"
        and not is_plain(one.small)
        and len(one.small) > SHORTEST
        and one.small[-1] in _SOUNDS
    ):
        return True
    return listed and (group != "self" or is_given(one.small)) and not is_plain(one.small)


def _believed_capital(one: Token, group: str, *, listed: bool) -> bool:
    if one.other:
        return False
    if group == "self":
        return listed or (one.inside and not is_plain(one.small))
    return listed or is_surname(one.small) or not is_plain(one.small)


def _farewell(said: Sequence[Token], at: int, *, sure: bool) -> Iterator[int]:
    """Who says goodbye: the last words, when all of them may be a name."""
    if at < len(said) and said[at].small in _FROM:
        at += 1
    taken: list[int] = []
    for here in range(at, min(at + MOST_IN_FAREWELL, len(said))):
        one = said[here]
        joining = one.small in particles() or one.small in _JOINING
        # `Scholten-van Es`: what is joined by a hyphen and a particle goes on.
        goes_on = one.capital and taken and said[taken[-1]].small.rpartition("-")[2] in particles()
        if one.place or not (goes_on or joining or _signs(one, sure=sure)):
            break
        taken.append(here)
    while taken and (said[taken[-1]].small in particles() or said[taken[-1]].small == "en"):
        taken.pop()
    while taken and said[taken[0]].small in _NEVER_FIRST:
        taken.pop(0)
    if any(_signs(said[here], sure=sure) for here in taken):
        yield from (here for here in taken if said[here].small not in {"en", "and", "fam", "familie"})


def _signs(one: Token, *, sure: bool) -> bool:
    if one.small in words("function_words.txt") or one.other:
        return False
    listed = is_given(one.small) or (is_perhaps(one.small) and not is_plain(one.small)) or len(one.small) == 1
    if listed or (one.capital and not is_plain(one.small)):
        return True
    return sure and (is_surname(one.small) or not is_plain(one.small))
