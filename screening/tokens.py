"""The words of a text with what the search for names needs to know of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"(?:(?<!\w)'(?=[tsTS](?!\w)))?[^\W\d_]+(?:['-][^\W\d_]+)*")
"""`'t` and `'s` are words of their own: Van 't Hof."""
_ENDS = '.!?\n:;•"”…\ue000'
_SHOUTED = 0.6


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `small` is folded, `first` says that a sentence begins with it, `place` that it stays."""

    start: int
    end: int
    small: str
    capital: bool
    first: bool
    place: bool
    other: bool
    """A shop, an organisation or a town."""
    gap: str
    """The signs between the word before and this one."""

    @property
    def inside(self) -> bool:
        """With a capital that no beginning of a sentence gave it."""
        return self.capital and not self.first


def tokens(
    plain: str, small: str, places: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> list[Token]:
    """The words of a text, in order. A text in capitals has none that say anything."""
    shouting = _shouting(plain)
    found: list[Token] = []
    of_place, of_other = _covered(plain, places), _covered(plain, others)
    end = 0
    for match in _WORD.finditer(plain):
        start, gap = match.start(), plain[end : match.start()]
        found.append(
            Token(
                start,
                match.end(),
                small[start : match.end()],
                capital=plain[start].isupper() and not shouting,
                first=not found or _ends(gap, found[-1]),
                place=bool(of_place[start]),
                other=bool(of_other[start]),
                gap=gap,
            )
        )
        end = match.end()
    return found


def _covered(text: str, parts: Sequence[tuple[int, int]]) -> bytearray:
    """Of each character whether it stands in one of the parts."""
    covered = bytearray(len(text))
    for start, end in parts:
        covered[start:end] = b"\1" * (end - start)
    return covered


def _ends(gap: str, before: Token) -> bool:
    # "K. Brouwer" and "mw. Bakker": the stop of a short word ends no sentence.
    if gap.strip() == "." and before.end - before.start <= 4:  # noqa: PLR2004 - mevr., fam., prof.
        return False
    return any(sign in _ENDS for sign in gap)


def _shouting(plain: str) -> bool:
    letters = [one for one in plain if one.isalpha()]
    return len(letters) > 12 and sum(one.isupper() for one in letters) > _SHOUTED * len(letters)  # noqa: PLR2004
