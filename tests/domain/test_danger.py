"""Danger is heard in the words that people use, and not in words that look like it."""

import json
import re
from pathlib import Path

import pytest

from bot.texts import Words
from domain.danger import NEAR, compiled
from domain.heard import Danger
from tests.domain.danger_sentences import HERE, sentences
from tests.project.tree import ROOT

LISTS = sorted(HERE.glob("*.txt"))
UNTOUCHED = sorted(HERE.glob("untouched/*.txt"))
OTHER_HAND = sorted({*HERE.glob("*/*.txt")} - {*UNTOUCHED})
HEARD, RIGHT = 0.95, 0.92
"""Of dangerous sentences by another hand: heard at all, and with the right number."""
HEARD_UNTOUCHED = 0.8
"""Of those that nothing was learned from."""
FALSE_ALARMS = 0.1
"""Of sentences chosen to look like danger."""
IN_A_MONTH = 3
"""Of 930 ordinary signals; in three of them something is set on fire or a child is hit."""
RULES = Words().dangers


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


@pytest.mark.parametrize("file", OTHER_HAND, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_other_words_are_heard(file: Path) -> None:
    """By another hand, or by the headings of dispatchers: heard nearly always, hardly ever without danger."""
    heard = [(kind, found(said)) for kind, said in sentences(file)]
    dangerous = [(kind, got) for kind, got in heard if kind != "-"]
    false = [got for kind, got in heard if kind == "-" and got]
    assert sum(got is not None for _, got in dangerous) >= HEARD * len(dangerous)
    assert sum(kind == got for kind, got in dangerous) >= RIGHT * len(dangerous)
    assert len(false) <= FALSE_ALARMS * (len(heard) - len(dangerous))


@pytest.mark.parametrize("file", UNTOUCHED, ids=lambda file: file.stem)
def test_words_that_nobody_looked_at_are_heard(file: Path) -> None:
    """What no list and no likeness has seen is heard too, nearly as well."""
    heard = [(kind, found(said)) for kind, said in sentences(file)]
    dangerous = [got for kind, got in heard if kind != "-"]
    assert sum(got is not None for got in dangerous) >= HEARD_UNTOUCHED * len(dangerous)
    assert sum(kind == "-" and got is not None for kind, got in heard) <= FALSE_ALARMS * len(dangerous)


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


@pytest.mark.parametrize("line", ["118: fire", "fire", "112: smoke", "112: fire + smoke", "Fire = brand"])
def test_a_wrong_line_is_named(line: str) -> None:
    """A list with a line that is neither words nor a rule of known words is refused, and the line is told."""
    with pytest.raises(ValueError, match=f"no danger rule: '{re.escape(line)}'"):
        compiled([f"fire = brand\n{line}"])


WORDS = "bad = gevaar*\nend = verloren … zaak\nthing = huis\nnot = kat\nago = vroeger\nnow = nu\n"


def test_concepts_stand_near() -> None:
    """A rule needs all of its concepts, not too far from one another, and none of the others among them."""
    rules = compiled([f"{WORDS}112: bad + thing - not"])
    between = " x" * (NEAR - 1)
    assert rules.find(f"huis{between} gevaarlijk") is Danger.NOW
    assert rules.find(f"huis{between} x gevaarlijk") is None
    assert rules.find("gevaar huis kat") is None
    assert rules.find("gevaar") is None


def test_a_cry_is_short() -> None:
    """`alone`: a word says enough when hardly anything else is said."""
    rules = compiled([f"{WORDS}112 alone: bad"])
    assert rules.find("gevaar!!!") is Danger.NOW
    assert rules.find("vroeger was er gevaar") is None


def test_order_counts_where_it_is_asked() -> None:
    """`>` in the place of `+`."""
    rules = compiled([f"{WORDS}113: bad > thing"])
    assert rules.find("gevaar huis") is Danger.SUICIDE
    assert rules.find("huis gevaar") is None


def test_words_in_between() -> None:
    """Up to four words may stand in the gap of an entry."""
    rules = compiled([f"{WORDS}112: end"])
    assert rules.find("verloren 2 2 2 2 zaak") is Danger.NOW
    assert rules.find("verloren 2 2 2 2 2 zaak") is None


def test_what_calms_and_what_does_not() -> None:
    """It calms its own sentence only, not when it is said to be now, and never a rule with a sign."""
    rules = compiled([f"{WORDS}112: bad\n113!: end\nstill: now\ncalm 112: ago\ncalm 113: ago"])
    assert rules.find("vroeger gevaar") is None
    assert rules.find("vroeger. gevaar") is Danger.NOW
    assert rules.find("vroeger en nu gevaar") is Danger.NOW
    assert rules.find("vroeger verloren zaak") is Danger.SUICIDE


@pytest.mark.parametrize(
    "said", ["bewusteloos", "bewustelos", "bewusteloss", "bewustleoos", "BEWUSTELOOS", "bewusteloooos"]
)
def test_a_slip_hides_nothing(said: str) -> None:
    """A letter too few, too many or changed with its neighbour; drawn out or shouted."""
    assert compiled(["out = bewusteloos\n112: out"]).find(f"hij is {said}") is Danger.NOW


def test_a_word_that_is_known_is_no_slip() -> None:
    """What is stolen was not stabbed."""
    lines = "out = gestoken\n112: out\n"
    assert compiled([lines]).find("gestolen") is Danger.NOW
    assert compiled([f"{lines}familiar = gestolen"]).find("gestolen") is None


@pytest.mark.parametrize("said", ["والحريق", "بالحريق", "للحريق", "حَرِيق"])
def test_little_arabic_words_hide_nothing(said: str) -> None:
    """And, with, to and the are written on to the word, marks above it."""
    assert compiled(["fire = حريق\n112: fire"]).find(said) is Danger.NOW


def found(said: str) -> str | None:
    """Who is to be called."""
    danger = RULES.find(said)
    return danger.value if danger else None
