"""Which words the coordinator reads first: of somebody's guilt, of somebody's health, and abuse.

The rules are data (`words/held.txt`). A deed needs somebody whom neighbours can point out, an illness needs
somebody who has it: a dirty street, a full practice and a wet wall blame and tell of nobody. Nobody writes down
every way to blame, so what is like the sentences that blame or abuse waits too (`domain/likeness.py`).
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from domain.held import Reason
from domain.likeness import Likeness, read
from screening.redact import redact
from screening.seen import TAKEN, fold, look
from screening.spans import Kind
from screening.words import content, lines

_SIGNS = re.compile(rf"[^\w'{TAKEN}]+")
_FEW, _MANY = r"(?: \S+){0,4} ", r"(?: \S+){0,9} "
_TELLING = {Kind.NAME, Kind.PLATE}
"""What was taken out and says who it is about."""
LEARNED = "nl"
"""The language whose sentences the likeness was learned from."""
HEARD = (Reason.BLAME, Reason.HATE)
"""What the likeness adds to the rules; of health the rules miss hardly anything."""
ENOUGH = -0.5
"""Log odds, a little below even: what waits without need is read a day later, what should have waited is read by all."""
FEWEST = 5
"""Words that say enough: of fewer none but the rules are asked."""
TOGETHER = 30
"""Words that are looked at together."""


@dataclass(frozen=True, slots=True)
class Held:
    """The rules, and a likeness beside them (None: the rules alone)."""

    likeness: Likeness | None

    def why(self, text: str, lang: str = "nl") -> tuple[Reason, ...]:
        """Why these words wait, in the order of `Reason`; nothing when they need not."""
        said = _said(text, lang)
        by_rule = {
            Reason.BLAME: _blames(said),
            Reason.HEALTH: _tells_of_health(said),
            Reason.HATE: _abuses(said),
        }
        like = self._like(said) if lang == LEARNED else ()
        return tuple(reason for reason in Reason if by_rule[reason] or reason in like)

    def _like(self, said: str) -> Collection[Reason]:
        words = _words(said)
        if self.likeness is None or len(words) < FEWEST:
            return ()
        odds = self.likeness.of(words, TOGETHER)
        return {reason for reason in HEARD if odds[reason] > ENOUGH}


def held(text: str, lang: str = "nl") -> tuple[Reason, ...]:
    """Why these words wait, in the order of `Reason`; nothing when they need not."""
    return _held().why(text, lang)


@lru_cache(maxsize=1)
def _held() -> Held:
    return Held(read(content("held.likeness")))


def said_words(text: str) -> tuple[str, ...]:
    """The words of a Dutch text as the likeness sees them."""
    return _words(_said(text, LEARNED))


def _words(said: str) -> tuple[str, ...]:
    """Every name is one word, and so is every number: who it is makes no difference."""
    return tuple("@" if TAKEN in one else "0" if one.isdigit() else one for one in said.split())


def _said(text: str, lang: str) -> str:
    """The words in small letters, without signs, with one sign for every name and plate."""
    masked = list(text)
    for span in redact(text, lang).spans:
        if span.kind in _TELLING:
            masked[span.start : span.end] = TAKEN * (span.end - span.start)
    return " ".join(_SIGNS.sub(" ", look("".join(masked)).small.replace(TAKEN, f" {TAKEN} ")).split())


def _blames(said: str) -> bool:
    others = _rules("self").sub(" ", said)
    known = _has("known", others)
    if known and _has("slight", others):
        return True
    return (known or _has("near", others)) and _has("deed", _rules("victim").sub(" ", others))


def _tells_of_health(said: str) -> bool:
    about = _rules("crowd").sub(" ", said)
    return _has("aid", about) or (_has("ill", about) and _has("who", about))


def _abuses(said: str) -> bool:
    return _has("hate", said) or (_has("group", said) and _has("scorn", said))


def _has(group: str, said: str) -> bool:
    return _rules(group).search(said) is not None


@lru_cache(maxsize=32)
def _rules(group: str) -> re.Pattern[str]:
    """All patterns of a group as one."""
    patterns = [
        pattern.strip().replace(r"\ue000", TAKEN).replace(" …… ", _MANY).replace(" … ", _FEW)
        for name, _, pattern in (line.partition(":") for line in lines("held.txt"))
        if name == group
    ]
    either = "|".join(f"(?:{_folded(one)})" for one in patterns)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def _folded(pattern: str) -> str:
    """Letters as they are seen; what is ASCII may be part of the expression."""
    return "".join(fold(one) if one.isalpha() and not one.isascii() else one for one in pattern)
