"""Learn how much words are like danger, blame or hate; see how well that does; and why one was heard.

    python -m bench.likeness                        learn from all sentences and write both files
    python -m bench.likeness --folds 5              five times: learn from four fifths, count on the fifth
    python -m bench.likeness --without third_hand   learn from the others, count on these
    python -m bench.likeness --why "a sentence"     which of its pieces weigh most for danger

Sentences in a folder `untouched` are never learned from.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from bench.learning import CALM, Row, count, learn
from bot.texts import Words
from domain.alarm import Alarm
from domain.danger import ORDER
from domain.held import Reason
from domain.likeness import Likeness, pieces, slot, written
from domain.spelling import words_of
from screening.held import HEARD, Held, said_words
from tests.domain.danger_sentences import HERE, sentences
from tests.project.tree import ROOT
from tests.screening.sentences import lines, sentence

DANGER, HELD = ROOT / "locales/danger.likeness", ROOT / "screening/words/held.likeness"
REASONS = tuple(Reason)
OF_HELD = ("held", "other_hand_held", "third_hand_held", "other_styles_held", "more_held")
EVERYDAY = ("nl", "other_hand")
"""Signals about everything, written to try what is taken out."""
SHOWN = 15
MOST_WEIGHT = 3.0
"""A language with many dangerous sentences and few others counts its others so many times at most."""


def danger_rows() -> list[Row]:
    """All sentences about danger that may be learned from, and an example wijk as words of every day."""
    found = [
        (kind, said, file.stem[:2], file.parent.name)
        for file in sorted(HERE.rglob("*.txt"))
        if file.parent.name != "untouched"
        for kind, said in sentences(file)
    ]
    found += [(CALM, one["text"], one["lang"], "wijk") for one in _wijk() if "spoed" not in one["flags"]]
    found += [(CALM, said, "nl", room) for said, room in _about_people()]
    rows = [Row(kind, said, _spelled(said), language, room) for kind, said, language, room in found]
    return _even([one for one in rows if one.words])


def _about_people() -> Iterator[tuple[str, str]]:
    """Words about somebody who does wrong or is ill, which are no danger unless a rule hears one."""
    rules = Words().dangers.rules
    for name in (*OF_HELD, *EVERYDAY, "third_hand", "other_styles"):
        said = (
            _of_line(line)[1] if name.endswith("held") else sentence(line).text
            for line in lines(f"{name}.txt")
        )
        yield from ((one, "people") for one in said if rules.find(one) is None)


def held_rows() -> list[Row]:
    """All Dutch sentences about people that may be learned from, and signals that are about nobody."""
    found = [(*_of_line(line), name) for name in OF_HELD for line in lines(f"{name}.txt")]
    found += [(CALM, sentence(line).text, name) for name in EVERYDAY for line in lines(f"{name}.txt")]
    found += [(CALM, said, room) for said, room in _about_nobody()]
    for one in _wijk():
        if one["lang"] == "nl":
            found.append((next((why for why in REASONS if why in one["flags"]), CALM), one["text"], "wijk"))
    rows = [Row(kind, said, said_words(said), "nl", room) for kind, said, room in found]
    return [replace(one, counts=1.0 if one.kind == CALM else MOST_WEIGHT) for one in rows if one.words]


def _about_nobody() -> Iterator[tuple[str, str]]:
    """What people type to us, and what only looks like danger, unless a rule hears somebody in it."""
    for file in sorted(HERE.rglob("nl*.txt")):
        said = [one for kind, one in sentences(file) if kind == CALM and file.parent.name != "untouched"]
        yield from ((one, "nobody") for one in said if not Held(None).why(one))


def _wijk() -> list[dict[str, str]]:
    return [json.loads(line) for line in (ROOT / "bench/data/corpus_a.jsonl").read_text("utf-8").splitlines()]


def _of_line(line: str) -> tuple[str, str]:
    kind, _, said = line.partition(": ")
    return kind, said


def _spelled(said: str) -> tuple[str, ...]:
    return tuple(word.spelled for word in words_of(said))


def _even(rows: Sequence[Row]) -> list[Row]:
    """In a language with more danger than calm, what is calm counts more."""
    many = Counter((one.language, one.kind == CALM) for one in rows)
    return [
        replace(one, counts=min(MOST_WEIGHT, max(1.0, many[one.language, False] / many[one.language, True])))
        if one.kind == CALM
        else one
        for one in rows
    ]


def learned_danger(rows: Sequence[Row]) -> Likeness:
    """What tells dangerous sentences from others."""
    return learn(rows, ORDER)


def learned_held(rows: Sequence[Row]) -> Likeness:
    """What tells sentences about somebody from others."""
    return learn(rows, REASONS)


def apart(learned: Sequence[Row], kept: Sequence[Row], of_danger: Sequence[Row]) -> None:
    """Learn from some, and tell how the others are heard, with and without what was learned."""
    if of_danger:
        rules = Words().dangers.rules
        alarm = Alarm(rules, learned_danger(learned))
        finds = {"rules": _one(rules.find), "both ears": _one(alarm.find)}
    else:
        finds = {"rules": Held(None).why, "both ears": Held(learned_held(learned)).why}
    groups = {(one.language, one.kind if one.kind in HEARD else "") for one in kept}
    for language, kind in sorted(groups):
        of_it = [one for one in kept if one.language == language and one.kind in {kind or one.kind, CALM}]
        told = "; ".join(f"{name} {count(find, of_it)}" for name, find in finds.items())
        print(f"{language} {kind}: {told}")


def _one(find: Callable[[str], str | None]) -> Callable[[str], tuple[str, ...]]:
    return lambda said: tuple(filter(None, [find(said)]))


def why(likeness: Likeness, said: str) -> None:
    """The pieces that speak most for danger, and most against."""
    told = {
        one: max(likeness.weights[kind][slot(one)] for kind in likeness.weights)
        for one in pieces(_spelled(said))
    }
    order = sorted(told, key=lambda one: -told[one])
    print("for:", ", ".join(f"{one} {told[one]}" for one in order[:SHOWN]))
    print("against:", ", ".join(f"{one} {told[one]}" for one in order[::-1][:SHOWN]))


def _folds(rows: Sequence[Row], many: int, of_danger: Sequence[Row]) -> None:
    parts = np.random.default_rng(1).integers(0, many, len(rows))
    for fold in range(many):
        print(f"part {fold + 1} kept apart")
        kept = [one for one, part in zip(rows, parts, strict=True) if part == fold]
        apart([one for one, part in zip(rows, parts, strict=True) if part != fold], kept, of_danger)


def main() -> None:
    """What was asked on the command line."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--folds", type=int)
    asked.add_argument("--without", metavar="ROOM")
    asked.add_argument("--why", metavar="SENTENCE")
    want = asked.parse_args()
    danger, held = danger_rows(), held_rows()
    if want.why:
        why(Words().dangers.likeness, want.why)
    elif want.folds:
        _folds(danger, want.folds, danger)
        _folds(held, want.folds, [])
    elif want.without:
        for rows, of_danger in ((danger, danger), (held, [])):
            kept = [one for one in rows if one.room == want.without]
            if kept:
                apart([one for one in rows if one.room != want.without], kept, of_danger)
    else:
        DANGER.write_bytes(written(learned_danger(danger)))
        HELD.write_bytes(written(learned_held(held)))


if __name__ == "__main__":
    main()
