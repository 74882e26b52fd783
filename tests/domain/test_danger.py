"""Danger is heard in the words that people use, and not in words that look like it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.texts import Words
from domain.danger import CALM, compiled
from domain.heard import Danger
from tests.project.tree import ROOT

LISTS = sorted((Path(__file__).parent / "danger").glob("*.txt"))
FALSE_ALARMS = 0.1
"""Of sentences chosen to look like danger."""
IN_A_MONTH = 2
"""Of 930 ordinary signals."""
RULES = Words().dangers


def sentences(file: Path) -> Iterator[tuple[str, str]]:
    """Who should be called ("-" for nobody) and the sentence."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, said = line.partition(": ")
            yield kind, said


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_danger_is_always_heard(file: Path) -> None:
    """Every dangerous sentence is heard, and the right number is named."""
    dangerous = {said: kind for kind, said in sentences(file) if kind != "-"}
    assert {said: found(said) for said in dangerous} == dangerous


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_alarm_is_rarely_false(file: Path) -> None:
    """At most one in ten of what only looks like danger is taken for it."""
    calm = [said for kind, said in sentences(file) if kind == "-"]
    assert len([said for said in calm if found(said)]) <= FALSE_ALARMS * len(calm)


def test_there_are_enough_sentences() -> None:
    """At least 150 of both in Dutch, 40 dangerous ones in each other language."""
    kinds = {file.stem: [kind for kind, _ in sentences(file)] for file in LISTS}
    dutch = [kind for stem, found in kinds.items() if stem.startswith("nl") for kind in found]
    assert min(dutch.count("-"), len(dutch) - dutch.count("-")) >= 150
    assert {"ar", "en", "pl", "tr", "uk"} < set(kinds)
    assert min(len([kind for kind in found if kind != "-"]) for found in kinds.values()) >= 40


def test_ordinary_signals_raise_no_alarm() -> None:
    """Of a whole set of signals the urgent ones are heard, and next to nothing else."""
    rows = [json.loads(line) for line in (ROOT / "bench/data/corpus_a.jsonl").read_text("utf-8").splitlines()]
    heard = {row["id"] for row in rows if found(row["text"])}
    urgent = {row["id"] for row in rows if "spoed" in row["flags"]}
    assert urgent <= heard
    assert len(heard - urgent) <= IN_A_MONTH


@pytest.mark.parametrize(
    "said", ["BRAND IN DE FLAT", "brand, in de flat!!", "  brand\n in de flat", "Brand in de flat 🔥"]
)
def test_signs_and_capitals_hide_nothing(said: str) -> None:
    """Capitals, signs and lines make no difference."""
    assert found(said) == Danger.NOW


def test_a_look_alike_hides_nothing() -> None:
    """Danger beside a look-alike is still heard."""
    assert found("de brandgang staat vol en er is brand in de kelder") == Danger.NOW


def test_most_particular_answer_comes_first() -> None:
    """Who wants to die is told of 113, also when there is a knife."""
    assert found("hij heeft een mes en wil niet meer leven") == Danger.SUICIDE


@pytest.mark.parametrize("line", ["118: brand", "brand", f"{CALM} brand"])
def test_a_wrong_line_is_named(line: str) -> None:
    """A list with a line that is no rule is refused, and the line is told."""
    with pytest.raises(ValueError, match="no danger rule"):
        compiled([line])


def test_words_in_between() -> None:
    """The two signs of the lists stand for up to four and up to nine words."""
    rules = compiled(["112: een … drie\n113: een …… vier\n# een\n\n"])
    assert rules.find("een 2 2 2 2 drie") is Danger.NOW
    assert rules.find("een 2 2 2 2 2 drie") is None
    assert rules.find("een 2 2 2 2 2 2 2 2 2 vier") is Danger.SUICIDE


def found(said: str) -> str | None:
    """Who is to be called."""
    danger = RULES.find(said)
    return danger.value if danger else None
