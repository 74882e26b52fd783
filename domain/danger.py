"""Words of danger: who should be called before anything else happens.

The rules are data, one list a language in `locales/*/danger.txt`: `112:`, `113:` and `veiligthuis:` name who
to call, `calm:` what looks like danger and is not ("brandgang"), which is taken out before the rules look.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.heard import Danger

CALM = "calm"
_SIGNS = re.compile(r"[^\w'+-]+")
"""Between words; an apostrophe belongs to a word."""
_FEW, _MANY = r"(?: \S+){0,4} ", r"(?: \S+){0,9} "
ORDER = (Danger.SUICIDE, Danger.HOME, Danger.NOW)
"""The most particular answer first; each of them names 112 as well."""


@dataclass(frozen=True, slots=True)
class DangerRules:
    """Compiled lists of all languages together: people in danger do not choose a language first."""

    calm: re.Pattern[str]
    rules: tuple[tuple[Danger, tuple[re.Pattern[str], ...]], ...]
    """One pattern a line: together they would take three times as long."""

    def find(self, text: str) -> Danger | None:
        """Who to call, or None. A look-alike is taken out first, so it hides nothing beside it."""
        said = " ".join(
            _SIGNS.sub(" ", text.casefold().replace("\u2019", "'").replace("i\u0307", "i")).split()
        )
        if self._first(said) is None:
            # Nearly always, and quick: what looks like danger need not be looked for where nothing does.
            return None
        return self._first(" ".join(self.calm.sub(" ", said).split()))

    def _first(self, said: str) -> Danger | None:
        return next((danger for danger, rules in self.rules if any(one.search(said) for one in rules)), None)


def compiled(lists: Iterable[str]) -> DangerRules:
    """Rules from the text of the lists. ValueError names a line that is not `kind: pattern`."""
    patterns: dict[str, list[str]] = {CALM: [r"(?!)"], **{danger.value: [r"(?!)"] for danger in Danger}}
    for line in (line.strip() for text in lists for line in text.splitlines()):
        if line and not line.startswith("#"):
            kind, colon, pattern = line.partition(":")
            if not colon or kind not in patterns:
                message = f"no danger rule: {line!r}"
                raise ValueError(message)
            patterns[kind].append(_gapped(pattern.strip()))
    return DangerRules(
        _any(patterns[CALM]),
        tuple((danger, tuple(_any([one]) for one in patterns[danger.value])) for danger in ORDER),
    )


def _gapped(pattern: str) -> str:
    """Words in between, as the lists write them: they would hide the rules otherwise."""
    return pattern.replace(" …… ", _MANY).replace(" … ", _FEW)


def _any(patterns: list[str]) -> re.Pattern[str]:
    # One boundary before all of them: inside a word nothing has to be tried.
    either = "|".join(f"(?:{one})" for one in patterns)
    return re.compile(rf"\b(?:{_folded(either)})\b")


def _folded(pattern: str) -> str:
    # Small letters in pattern and text: twice as quick as a search that ignores case. `\W` stays what it is.
    return re.sub(r"(\\.)|([^\\]+)", lambda found: found[1] or found[2].casefold(), pattern)
