"""Quotes: words of a resident without what leads to a person, shown only as somebody approved them."""

import hashlib
import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from domain.signals import SignalNumber

MOST = 2
"""Quotes beside one topic."""
GAP = "[…]"
"""Stands where something was left out."""
_LEFT_OUT = re.compile(r"\[?(?:…|\.{3,})\]?")
_SIGNS = " ,;:-–"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|\[…\]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence that can be approved: `text` is exactly what will be shown."""

    topic: int
    rank: int
    title: str
    signal: SignalNumber
    text: str
    language: str

    def shortened(self, text: str) -> "Proposal":
        """The same with words left out."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class QuotingNow:
    """What can be approved in the round whose report is out, and what was."""

    proposals: tuple[Proposal, ...] = ()
    approved: tuple[Proposal, ...] = ()

    def open(self) -> tuple[Proposal, ...]:
        """Proposals of topics that have room for a quote, by rank."""
        return tuple(one for one in self.proposals if self.room(one.topic))

    def room(self, topic: int) -> bool:
        """Whether this topic may have one more."""
        return sum(one.topic == topic for one in self.approved) < MOST

    def with_approved(self, one: Proposal) -> "QuotingNow":
        """As it is after this approval."""
        return replace(self, approved=(*self.approved, one))

    def without(self, one: Proposal) -> "QuotingNow":
        """As it is after this quote was taken away."""
        return replace(self, approved=tuple(other for other in self.approved if other != one))


def hash_of(text: str) -> str:
    """Ties an approval to exactly these words."""
    return hashlib.sha256(text.encode()).hexdigest()


def left_out(shown: str, typed: str) -> str | None:
    """The shown words without those that were not typed again; None when something else was typed.

    Nothing can be added this way: what comes out is made of the shown words only.
    """
    words = list(_WORD.finditer(shown))
    wanted = [word.casefold() for word in _WORD.findall(_LEFT_OUT.sub(GAP, typed))]
    kept = _aligned([word[0].casefold() for word in words], wanted)
    if kept is None or not any(words[n][0] != GAP for n in kept):
        return None
    return _joined(shown, words, kept)


def _aligned(shown: list[str], wanted: list[str]) -> list[int] | None:
    """Which of the shown words were typed again, runs of them together; None when one was not shown there."""
    asked = [word for word in wanted if word != GAP]
    blocks = SequenceMatcher(None, shown, asked, autojunk=False).get_matching_blocks()
    kept = [block.a + n for block in blocks for n in range(block.size)]
    if len(kept) != len(asked):
        kept = _first(shown, asked)
    if len(kept) != len(asked):
        return None
    # A gap between two words that stay, stays.
    gaps = [n for n, word in enumerate(shown) if word == GAP and n and {n - 1, n + 1} <= set(kept)]
    return sorted([*kept, *gaps])


def _first(shown: list[str], asked: list[str]) -> list[int]:
    """The first place of each after the one before; fewer than asked when one is not there."""
    kept: list[int] = []
    at = 0
    for word in asked:
        if word not in shown[at:]:
            break
        kept.append(shown.index(word, at))
        at = kept[-1] + 1
    return kept


def _joined(shown: str, words: list[re.Match[str]], kept: list[int]) -> str:
    """The kept words with the signs behind them, and a gap wherever words between them went."""
    parts: list[str] = [] if kept[0] == 0 or words[kept[0]][0] == GAP else [f"{GAP} "]
    for here, following in zip(kept, [*kept[1:], None], strict=True):
        end = words[here + 1].start() if here + 1 < len(words) else len(shown)
        part = shown[words[here].start() : end]
        if following == here + 1 or (following is None and here + 1 == len(words)):
            parts.append(part)
        elif following is None:
            parts.append(part.rstrip(_SIGNS) + " ")
        else:
            parts.append(
                f"{part.rstrip(_SIGNS)} {'' if GAP in (words[here][0], words[following][0]) else GAP + ' '}"
            )
    if kept[-1] + 1 < len(words) and words[kept[-1]][0] != GAP:
        parts.append(GAP)
    return "".join(parts).strip()
