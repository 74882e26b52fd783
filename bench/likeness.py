"""Learn how much words are like danger, see how well that does on sentences kept apart, and why it hears one.

    python -m bench.likeness                    learn from all sentences and write locales/danger.likeness
    python -m bench.likeness --folds 5          five times: learn from four fifths, count on the fifth
    python -m bench.likeness --without third_hand   learn from the others, count on these
    python -m bench.likeness --why "a sentence"     which of its pieces weigh most

It is a regression on pieces of words (softmax, gradient descent with steps that shrink by piece), the same
every time on one machine. Sentences in a folder `untouched` are never learned from.
"""

import argparse
import json
import zlib
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.texts import Words
from domain.alarm import Alarm
from domain.danger import DangerRules
from domain.heard import Danger
from domain.likeness import KINDS, SLOTS, Likeness, pieces, slot, written
from domain.spelling import words_of
from tests.domain.danger_sentences import HERE, sentences
from tests.project.tree import ROOT

OUT = ROOT / "locales/danger.likeness"
CALM = "-"
ROUNDS, PACE, FADING = 14, 0.3, 1e-5
SHOWN = 15
MOST_WEIGHT = 3.0
"""A language with many dangerous sentences and few others counts its others so many times at most."""
Numbers = NDArray[np.float64]
_KINDS = {CALM: 0} | {kind.value: at for at, kind in enumerate(KINDS, 1)}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, who should be called, and where it comes from."""

    kind: str
    said: str
    language: str
    room: str


def rows() -> list[Row]:
    """All sentences that may be learned from, and an example wijk as words of every day."""
    found = [
        Row(kind, said, file.stem[:2], file.parent.name)
        for file in sorted(HERE.rglob("*.txt"))
        if file.parent.name != "untouched"
        for kind, said in sentences(file)
    ]
    wijk = [json.loads(line) for line in (ROOT / "bench/data/corpus_a.jsonl").read_text("utf-8").splitlines()]
    found += [Row(CALM, one["text"], one["lang"], "wijk") for one in wijk if "spoed" not in one["flags"]]
    return [one for one in found if words_of(one.said)]


def taught(learned: Sequence[Row]) -> str:
    """Which sentences, as a number that changes with any of them."""
    return f"{zlib.crc32(repr([(one.kind, one.said) for one in learned]).encode()):08x}"


def learn(learned: Sequence[Row]) -> Likeness:
    """The weights that tell these sentences apart."""
    where = [_slots(one.said) for one in learned]
    weights, bias = _descend(where, [_KINDS[one.kind] for one in learned], _counts(learned))
    apart, least = weights[:, 1:] - weights[:, :1], bias[1:] - bias[0]
    scale = float(np.abs(apart).max()) / 127
    whole = np.rint(apart / scale).astype(np.int8)
    return Likeness(
        {kind: array("b", whole[:, at].tobytes()) for at, kind in enumerate(KINDS)},
        {kind: round(float(least[at]), 4) for at, kind in enumerate(KINDS)},
        scale,
        taught(learned),
    )


def _slots(said: str) -> NDArray[np.int64]:
    return np.array(sorted({slot(one) for one in pieces([word.spelled for word in words_of(said)])}))


def _counts(learned: Sequence[Row]) -> list[float]:
    """How often each sentence counts: in a language as much without danger as with it."""
    more: dict[str, float] = {}
    for language in {one.language for one in learned}:
        calm = sum(one.language == language and one.kind == CALM for one in learned)
        danger = sum(one.language == language and one.kind != CALM for one in learned)
        more[language] = min(MOST_WEIGHT, max(1.0, danger / max(calm, 1)))
    return [more[one.language] if one.kind == CALM else 1.0 for one in learned]


def _descend(
    where: Sequence[NDArray[np.int64]], kinds: Sequence[int], counts: Sequence[float]
) -> tuple[Numbers, Numbers]:
    weights, seen = np.zeros((SLOTS, 4)), np.full((SLOTS, 4), 1e-8)
    bias, seen_bias = np.zeros(4), np.full(4, 1e-8)
    order = np.random.default_rng(1)
    for _ in range(ROUNDS):
        for at in order.permutation(len(where)):
            here = where[at]
            share = 1 / np.sqrt(len(here))
            off = _odds(weights[here].sum(0) * share + bias)
            off[kinds[at]] -= 1
            off *= counts[at]
            step = off * share + FADING * weights[here]
            seen[here] += step**2
            weights[here] -= PACE * step / np.sqrt(seen[here])
            seen_bias += off**2
            bias -= 0.1 * off / np.sqrt(seen_bias)
    return weights, bias


def _odds(told: Numbers) -> Numbers:
    likely: Numbers = np.exp(told - told.max())
    return likely / likely.sum()


@dataclass(frozen=True, slots=True)
class Count:
    """How many were heard, with the right number, and without need."""

    danger: int
    heard: int
    right: int
    calm: int
    false: int

    def __str__(self) -> str:
        heard = f"heard {self.heard}/{self.danger}, right number {self.right}"
        return f"{heard}, false alarms {self.false}/{self.calm}"


def count(find: Callable[[str], Danger | None], kept: Sequence[Row]) -> Count:
    """Of sentences, by what finds danger."""
    got = [(one.kind, find(one.said)) for one in kept]
    danger = [(kind, found) for kind, found in got if kind != CALM]
    return Count(
        len(danger),
        sum(found is not None for _, found in danger),
        sum(found == kind for kind, found in danger),
        len(got) - len(danger),
        sum(found is not None for kind, found in got if kind == CALM),
    )


def apart(rules: DangerRules, learned: Sequence[Row], kept: Sequence[Row]) -> None:
    """Learn from some, and tell how the others are heard."""
    both = Alarm(rules, learn(learned))
    for language in sorted({one.language for one in kept}):
        of_it = [one for one in kept if one.language == language]
        print(f"{language}: rules {count(rules.find, of_it)}; both ears {count(both.find, of_it)}")


def why(likeness: Likeness, said: str) -> None:
    """The pieces that speak most for danger, and most against."""
    told = {
        one: max(likeness.weights[kind][slot(one)] for kind in KINDS)
        for one in pieces([word.spelled for word in words_of(said)])
    }
    order = sorted(told, key=lambda one: -told[one])
    print("for:", ", ".join(f"{one} {told[one]}" for one in order[:SHOWN]))
    print("against:", ", ".join(f"{one} {told[one]}" for one in order[::-1][:SHOWN]))


def main() -> None:
    """What was asked on the command line."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--folds", type=int)
    asked.add_argument("--without", metavar="ROOM")
    asked.add_argument("--why", metavar="SENTENCE")
    want = asked.parse_args()
    every, alarm = rows(), Words().dangers
    if want.why:
        why(alarm.likeness, want.why)
    elif want.folds:
        folds = np.random.default_rng(1).integers(0, want.folds, len(every))
        for fold in range(want.folds):
            print(f"part {fold + 1} kept apart")
            kept = [one for one, part in zip(every, folds, strict=True) if part == fold]
            apart(alarm.rules, [one for one, part in zip(every, folds, strict=True) if part != fold], kept)
    elif want.without:
        kept = [one for one in every if one.room == want.without]
        apart(alarm.rules, [one for one in every if one.room != want.without], kept)
    else:
        OUT.write_bytes(written(learn(every)))


if __name__ == "__main__":
    main()
