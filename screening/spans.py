"""Parts of a text that rules point out, and what becomes of parts that touch."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple


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
        if span.start < span.end and not overlaps(span[:2], (one[:2] for one in kept)):
            kept.append(span)
    return sorted(kept)


def matches(
    pattern: re.Pattern[str], text: str, kind: Kind, groups: Sequence[str | int] = (0,)
) -> Iterator[Span]:
    """Every match of a pattern: the whole of it, or the groups that are there."""
    for found in pattern.finditer(text):
        for group in groups:
            if found.start(group) >= 0:
                yield Span(*found.span(group), kind)
