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

WITH_A_RULE, WITHOUT = -3.0, 1.5
"""Log odds from which danger is heard: found on sentences kept apart (docs/screening.md)."""
FEW, MANY = 16, 30
"""Words that are looked at together. A rule found something particular; without one, there must be more."""
FEWEST = 5
"""Words that say enough without a rule: "snel" and "dank u" are a little like anything."""
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
        said = self.rules.kinds(words)
        if len(words) < FEWEST and not said:
            return None
        odds = self.likeness.of([word.spelled for word in words], FEW if said else MANY)
        return _number(odds, said) if any_of(odds) > (WITH_A_RULE if said else WITHOUT) else None


def _number(odds: Mapping[str, float], said: Collection[Danger]) -> Danger:
    """Whose the words are most; of equals the most particular, which names 112 as well."""
    return max(ORDER, key=lambda kind: odds[kind] + (OF_A_RULE if kind in said else 0))
