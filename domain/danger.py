"""Who should be called before anything else happens: 112, 113 or Veilig Thuis.

No list holds every way to say "he does not breathe". So the lists in `locales/*/danger.txt` hold concepts
(not, breathing, child, water) and rules that say which concepts mean danger when they stand near one another.
What calms (last year, a course, a play) takes the danger out of its sentence, unless it is said to be now.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.concepts import FAMILIAR, NOTHING, Hit, Lexicon
from domain.heard import Danger
from domain.spelling import Word, words_of

NEAR = 10
"""Words between the first concept of a rule and each other, at most."""
FAR = 14
"""Words between danger and what calms it."""
CRY = 3
"""Words of a cry, at most."""
ORDER = (Danger.SUICIDE, Danger.HOME, Danger.NOW)
"""The most particular answer first; each of them names 112 as well."""
_NAME = re.compile(r"[a-z][a-z-]*")
_KINDS = {danger.value: danger for danger in Danger}
_STILL = "still"
_ALONE = " alone"


@dataclass(frozen=True, slots=True)
class Rule:
    """Concepts that mean danger together, each a choice of several; `without` must not stand among them."""

    danger: Danger
    together: tuple[frozenset[int], ...]
    without: frozenset[int]
    in_order: bool
    calmed: frozenset[int]
    """Empty for what stays danger whatever stands beside it."""
    still: frozenset[int]
    """What says that it is now, however much else calms."""
    alone: bool
    """Only in a cry of a word or three: "brand"."""


@dataclass(frozen=True, slots=True)
class Said:
    """Where each concept stands in a text."""

    words: Sequence[Word]
    places: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, words: Sequence[Word], hits: Iterable[Hit]) -> "Said":
        """From the hits of a text."""
        places: dict[int, set[int]] = defaultdict(set)
        for hit in hits:
            places[hit.concept].add(hit.places[0])
        return cls(words, {concept: sorted(found) for concept, found in places.items()})

    def means(self, rule: Rule) -> bool:
        """Whether the concepts of a rule stand together, and nothing near calms them."""
        said = self.places.keys()
        if rule.alone and len(self.words) > CRY:
            return False
        for choice in rule.together:
            if choice.isdisjoint(said):
                return False
        first, *others = rule.together
        for start in self._all(first):
            taken = self._together(start, others, in_order=rule.in_order)
            if taken and not self._spoiled(rule, taken) and not self._calm(rule, start):
                return True
        return False

    def _together(self, start: int, others: Sequence[frozenset[int]], *, in_order: bool) -> list[int]:
        taken = [start]
        for choice in others:
            low = taken[-1] + 1 if in_order else start - NEAR
            high = (taken[-1] if in_order else start) + NEAR
            free = [at for at in self._all(choice) if low <= at <= high and at not in taken]
            if not free:
                return []
            taken.append(min(free, key=lambda at: abs(at - start)))
        return taken

    def _spoiled(self, rule: Rule, taken: Sequence[int]) -> bool:
        return any(min(taken) - 2 <= at <= max(taken) + 2 for at in self._all(rule.without))

    def _calm(self, rule: Rule, start: int) -> bool:
        return self._beside(start, rule.calmed) and not self._beside(start, rule.still)

    def _beside(self, start: int, concepts: frozenset[int]) -> bool:
        sentence = self.words[start].sentence
        return any(
            abs(at - start) <= FAR and self.words[at].sentence == sentence for at in self._all(concepts)
        )

    def _all(self, choice: frozenset[int]) -> list[int]:
        return [at for concept in choice for at in self.places.get(concept, ())]


@dataclass(frozen=True, slots=True)
class DangerRules:
    """The lists of all languages together: people in danger do not choose a language first."""

    words: Lexicon
    rules: tuple[Rule, ...]
    begun: Mapping[int, frozenset[int]]
    """Which rules begin with a concept: the others need not be looked at."""

    def find(self, text: str) -> Danger | None:
        """Who to call by the rules alone, or None."""
        kinds = self.kinds(words_of(text))
        return next((kind for kind in ORDER if kind in kinds), None)

    def kinds(self, words: Sequence[Word]) -> frozenset[Danger]:
        """Every number that a rule tells to call."""
        hits = self.words.hits(words)
        if not hits:
            return frozenset()
        said = Said.of(words, hits)
        may = frozenset[int]().union(*(self.begun.get(concept, ()) for concept in said.places))
        found: set[Danger] = set()
        for rule in (self.rules[at] for at in may):
            if rule.danger not in found and said.means(rule):
                found.add(rule.danger)
        return frozenset(found)


def compiled(lists: Iterable[str]) -> DangerRules:
    """Rules from the text of the lists. ValueError names a line that is neither words nor a rule."""
    return _compiled(tuple(lists))


@lru_cache(maxsize=2)
def _compiled(lists: tuple[str, ...]) -> DangerRules:
    words, count, rules = Lexicon(), 0, list[Rule]()
    for text in lists:
        numbers, made = _language(text, words, count)
        count += len(numbers)
        rules += made
    begun: dict[int, set[int]] = defaultdict(set)
    for at, rule in enumerate(rules):
        for concept in rule.together[0]:
            begun[concept].add(at)
    return DangerRules(words, tuple(rules), {concept: frozenset(found) for concept, found in begun.items()})


def _language(text: str, words: Lexicon, first: int) -> tuple[Mapping[str, int], list[Rule]]:
    """The concepts of a list, numbered from the first number on, and its rules."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    concepts = [_concept(line) for line in lines if " = " in line]
    names = dict.fromkeys([NOTHING, *(name for name, _ in concepts if name != FAMILIAR)])
    numbers = {name: number for number, name in enumerate(names, first)}
    words.take(numbers, concepts)
    rules = [line for line in lines if " = " not in line]
    calm = {kind: _named(rules, f"calm {kind}", numbers) for kind in _KINDS}
    now = _named(rules, _STILL, numbers)
    made = [_rule(line, numbers, calm, now) for line in rules if not line.startswith(("calm ", _STILL))]
    return numbers, made


def _concept(line: str) -> tuple[str, str]:
    """A name and its words; a name may have several lines."""
    name, _, entries = line.partition(" = ")
    if not _NAME.fullmatch(name):
        raise _wrong(line)
    return name, entries


def _named(lines: Iterable[str], before: str, numbers: Mapping[str, int]) -> frozenset[int]:
    """The concepts of the lines that begin so."""
    return frozenset(
        number
        for line in lines
        if line.startswith(f"{before}:")
        for number in _choice(line, line.partition(":")[2].replace(",", "|"), numbers)
    )


def _rule(
    line: str, numbers: Mapping[str, int], calm: Mapping[str, frozenset[int]], still: frozenset[int]
) -> Rule:
    """`112: fire + building - lamp`; `>` for `+` when the order counts; `112!` when nothing calms it,
    `112 alone` for a cry.
    """
    kind, colon, rest = line.partition(":")
    danger = _KINDS.get(kind.removesuffix("!").removesuffix(_ALONE))
    if danger is None or not colon:
        raise _wrong(line)
    together, *without = rest.split(" - ")
    sign = ">" if ">" in together else "+"
    return Rule(
        danger,
        tuple(_choice(line, one, numbers) for one in together.split(sign)),
        frozenset(number for one in without for number in _choice(line, one, numbers)),
        in_order=sign == ">",
        alone=kind.endswith(_ALONE),
        calmed=frozenset() if kind.endswith((_ALONE, "!")) else calm[danger.value],
        still=still,
    )


def _choice(line: str, written: str, numbers: Mapping[str, int]) -> frozenset[int]:
    names = [one.strip() for one in written.split("|")]
    if not all(name in numbers for name in names):
        raise _wrong(line)
    return frozenset(numbers[name] for name in names)


def _wrong(line: str) -> ValueError:
    return ValueError(f"no danger rule: {line!r}")
