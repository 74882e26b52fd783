"""Parts of a text that rules point out, and what becomes of parts that touch."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

A_LINE = 80
"""Characters that may belong together; looking back without end would take longer the longer a text is."""


class Kind(StrEnum):
    """What was taken out."""

    BSN = "bsn"
    IBAN = "iban"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    HANDLE = "handle"
    PLATE = "plate"
    ADDRESS = "address"
    BIRTHDATE = "birthdate"
    ACCOUNT = "account"
    NAME = "name"


class Span(NamedTuple):
    """A part of a text, from `start` up to `end`, and what it is."""

    start: int
    end: int
    kind: Kind


def overlaps(one: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a part shares a character with one of the others."""
    return any(one[0] < end and start < one[1] for start, end in others)


def first_come(found: Iterable[Span]) -> list[Span]:
    """Of parts that overlap the one that was found first."""
    kept: list[Span] = []
    for span in found:
        at = bisect(kept, span)
        if span.start < span.end and not overlaps(
            span[:2], (one[:2] for one in kept[max(at - 1, 0) : at + 1])
        ):
            kept.insert(at, span)
    return kept


def just_before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """What stands right before a place, by a pattern that ends there; nobody looks further back than a line."""
    return pattern.search(text, max(0, end - A_LINE), end)


def matches(
    pattern: re.Pattern[str], text: str, kind: Kind, groups: Sequence[str | int] = (0,)
) -> Iterator[Span]:
    """Every match of a pattern: the whole of it, or the groups that are there."""
    for found in pattern.finditer(text):
        for group in groups:
            if found.start(group) >= 0:
                yield Span(*found.span(group), kind)
