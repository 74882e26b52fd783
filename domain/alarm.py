"""Whether somebody should be called, and who: the rules say it, the likeness says it, or both do a little.

Rules know why, and miss what nobody wrote a rule for. The likeness knows more ways to say it, and not why. So
what a rule hears counts unless the words are quite unlike danger ("the lamp burns"), and what no rule hears
counts when they are like it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.danger import ORDER, DangerRules
from domain.heard import Danger
from domain.likeness import Likeness, any_of
from domain.spelling import words_of

WITH_A_RULE, WITHOUT, IN_A_WORD = -3.0, 1.0, 4.0
"""Log odds from which danger is heard: found on sentences kept apart (docs/screening.md)."""
FEW, MANY = 16, 30
"""Words that are looked at together. A rule found something particular; without one, there must be more."""
FEWEST = 5
"""Words that say enough without a rule: "ja" and "dank u" are a little like anything."""
OF_A_RULE = 3.0
"""What a rule for a number weighs beside the likeness, when it is asked which number."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """The two ears."""

    rules: DangerRules
    likeness: Likeness

    def find(self, text: str) -> Danger | None:
        """Who to call, or None."""
        words = words_of(text)
        if not words:
            return None
        said = self.rules.kinds(words)
        odds = self.likeness.of([word.spelled for word in words], FEW if said else MANY)
        return _number(odds, said) if any_of(odds) > _bound(len(words), by_a_rule=bool(said)) else None


def _bound(words: int, *, by_a_rule: bool) -> float:
    if by_a_rule:
        return WITH_A_RULE
    return WITHOUT if words >= FEWEST else IN_A_WORD


def _number(odds: Mapping[str, float], said: Collection[Danger]) -> Danger:
    """Whose the words are most; of equals the most particular, which names 112 as well."""
    return max(ORDER, key=lambda kind: odds[kind] + (OF_A_RULE if kind in said else 0))
