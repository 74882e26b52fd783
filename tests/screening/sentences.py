"""The sentences of this room, and how well they are screened.

`python -m tests.screening.sentences` prints it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from screening.held import held
from screening.redact import redact
from screening.spans import Kind, Span

HERE = Path(__file__).parent
PLACES = (
    "Walnootsingel",
    "Pruimenlaan",
    "Elzenplein",
    "Vruchtenplein",
    "Vlierweg",
    "De Bongerd",
    "De Linde",
    "Appelhof",
    "Perenpad",
    "Kersentuin",
    "Kweepeer-Noord",
)
_MARKED = re.compile(r"\{(\w+):([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text, and the parts of it that may not be quoted."""

    text: str
    parts: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How much was found of what had to be, and how much of what was found had to be."""

    structured: tuple[int, int]
    names: tuple[int, int]
    right: tuple[int, int]


def lines(name: str) -> list[str]:
    """The sentences of a file, in order."""
    written = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


def sentence(line: str) -> Sentence:
    """A line as it was typed, with what stands between braces."""
    text, parts, end = "", [], 0
    for found in _MARKED.finditer(line):
        text += line[end : found.start()]
        parts.append(Span(len(text), len(text) + len(found[2]), Kind(found[1])))
        text += found[2]
        end = found.end()
    return Sentence(text + line[end:], tuple(parts))


def tuned(all_of_them: Sequence[str]) -> list[str]:
    """The first, the third...: rules may be changed for these."""
    return list(all_of_them[::2])


def kept_apart(all_of_them: Sequence[str]) -> list[str]:
    """The second, the fourth...: nobody looked at these while the rules were made."""
    return list(all_of_them[1::2])


def score(sentences: Sequence[Sentence], places: Sequence[str] = PLACES) -> Score:
    """A part counts as found when every letter and digit of it is taken out."""
    found = {Kind.NAME: [0, 0], None: [0, 0]}
    right = [0, 0]
    for one in sentences:
        spans = redact(one.text, "nl", places).spans
        gone = {at for span in spans for at in range(span.start, span.end)}
        for part in one.parts:
            counts = found[Kind.NAME if part.kind is Kind.NAME else None]
            counts[0] += all(at in gone for at in range(part.start, part.end) if one.text[at].isalnum())
            counts[1] += 1
        right[0] += sum(any(s.start < p.end and p.start < s.end for p in one.parts) for s in spans)
        right[1] += len(spans)
    return Score(
        (found[None][0], found[None][1]), (found[Kind.NAME][0], found[Kind.NAME][1]), (right[0], right[1])
    )


def held_score(all_of_them: Sequence[str]) -> dict[str, tuple[int, int]]:
    """By reason how many wait that have to; below `-` how many wait that need not."""
    counts: dict[str, list[int]] = {}
    for line in all_of_them:
        reason, _, text = line.partition(": ")
        count = counts.setdefault(reason, [0, 0])
        why = held(text)
        count[0] += bool(why) if reason == "-" else reason in why
        count[1] += 1
    return {reason: (count[0], count[1]) for reason, count in sorted(counts.items())}


def written_elsewhere(name: str) -> tuple[Score, dict[str, tuple[int, int]]]:
    """The same of sentences that somebody else wrote, in a wijk without streets."""
    got = score([sentence(line) for line in lines(f"{name}.txt")], ())
    return got, held_score(lines(f"{name}_held.txt"))


def _half(which: str, choose: Callable[[Sequence[str]], list[str]]) -> str:
    got = score([sentence(line) for line in choose(lines("nl.txt"))])
    return _report(which, got, held_score(choose(lines("held.txt"))))


def _report(which: str, got: Score, waiting: dict[str, tuple[int, int]]) -> str:
    waits = ", ".join(f"{why} {n}/{of}" for why, (n, of) in waiting.items())
    return (
        f"{which}: structured {got.structured[0]}/{got.structured[1]}, names {got.names[0]}/{got.names[1]}, "
        f"right {got.right[0]}/{got.right[1]}; held: {waits}"
    )


if __name__ == "__main__":
    print(_half("tuned on", tuned))  # noqa: T201 - what it is for
    print(_half("kept apart", kept_apart))  # noqa: T201
    print(_report("other hand", *written_elsewhere("other_hand")))  # noqa: T201
    print(_report("third hand", *written_elsewhere("third_hand")))  # noqa: T201
    print(_report("other styles", *written_elsewhere("other_styles")))  # noqa: T201
    print(_report("untouched", *written_elsewhere("untouched")))  # noqa: T201
