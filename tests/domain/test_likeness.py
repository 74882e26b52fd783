"""What is like danger is heard although no rule hears it; what is quite unlike it is not though one does."""

import time
from array import array
from collections.abc import Mapping

import pytest

from bench.learning import taught
from bench.likeness import HELD, danger_rows, held_rows
from bot.texts import Words
from domain.alarm import FEW, WITH_A_RULE, WITHOUT, Alarm
from domain.danger import ORDER as KINDS
from domain.danger import compiled
from domain.heard import Danger
from domain.likeness import MOST_LETTERS, SLOTS, Likeness, any_of, pieces, read, slot, written
from screening.held import held

RULES = compiled(["fire = brand\n112: fire"])


def likeness(weights: Mapping[str, Mapping[Danger, int]], bias: float = 0.0) -> Likeness:
    """One that knows these pieces only."""
    lists: dict[str, array[int]] = {kind: array("b", bytes(SLOTS)) for kind in KINDS}
    for piece, told in weights.items():
        for kind, weight in told.items():
            lists[kind][slot(piece)] = weight
    return Likeness(lists, dict.fromkeys(KINDS, bias), 1.0, "")


def test_it_is_kept_whole() -> None:
    """What is read from a file is what was written to it."""
    one = likeness({"^touw$": {Danger.SUICIDE: 90, Danger.NOW: -7}}, bias=-1.5)
    again = read(written(one))
    assert {kind: list(again.weights[kind]) for kind in KINDS} == {
        kind: list(one.weights[kind]) for kind in KINDS
    }
    assert (again.bias, again.scale, again.taught) == (one.bias, one.scale, one.taught)


def test_pieces_of_a_text() -> None:
    """Words with where they begin and end, pieces of three to five letters, and words beside one another."""
    assert set(pieces(["ik", "val", "om"])) == {
        *("^ik$", "^ik", "ik$", "^val$", "^va", "val", "al$", "^val", "val$", "^om$", "^om", "om$"),
        *("ik val", "val om", "ik_om"),
    }
    assert max(len(piece) for piece in pieces(["a" * 1000])) == MOST_LETTERS + 2


def test_one_sentence_in_a_long_story() -> None:
    """A word of danger weighs as much at the end of a long text as at the end of a short one."""
    one = likeness({"^touw$": {Danger.SUICIDE: 50}}, bias=-2.0)
    assert any_of(one.of(["x"] * 300 + ["touw"], FEW)) == any_of(one.of(["x"] * 6 + ["touw"], FEW))


@pytest.mark.parametrize(
    ("said", "weight", "expected"),
    [
        ("brand hier", 0, Danger.NOW),
        ("brand hier", -90, None),
        ("touw hier", 90, None),
        ("er ligt touw hier", 90, None),
        ("er ligt touw op straat", 25, Danger.SUICIDE),
        ("er ligt touw op straat", 0, None),
        ("", 90, None),
        ("!?", 90, None),
    ],
)
def test_both_ears(said: str, weight: int, expected: Danger | None) -> None:
    """A rule counts unless the words are quite unlike danger; without a rule they must be like it."""
    told = {"^brand$": dict.fromkeys(KINDS, weight), "^touw$": {Danger.SUICIDE: weight}}
    assert Alarm(RULES, likeness(told, bias=-2.0)).find(said) == expected


def test_less_is_asked_when_a_rule_hears_it() -> None:
    """The two bounds stand on either side of even."""
    assert WITH_A_RULE < 0 < WITHOUT


def test_which_number() -> None:
    """What a rule says, unless the words are much more like another danger; else the most particular."""
    even = Alarm(RULES, likeness({}, bias=5.0))
    assert even.find("x x x x x") is Danger.SUICIDE
    assert even.find("brand") is Danger.NOW
    much = likeness({"^brand$": {Danger.HOME: 20}}, bias=5.0)
    assert Alarm(RULES, much).find("brand") is Danger.HOME


@pytest.mark.parametrize("piece", ["a", "brand ", "de buurman slaat ", "07 ", "nummer 12 ", "van der ", "é"])
def test_no_text_takes_long(piece: str) -> None:
    """Twice as long takes twice as long: 40,000 characters of anything stay far from a minute of work."""
    text, words = piece * (40_000 // len(piece)), Words()
    begun = time.process_time()
    words.dangers.find(text)
    held(text)
    assert time.process_time() - begun < 15


def test_it_learned_from_the_sentences_that_stand_there() -> None:
    """After a sentence was added or changed: `python -m bench.likeness`."""
    assert Words().dangers.likeness.taught == taught(danger_rows())
    assert read(HELD.read_bytes()).taught == taught(held_rows())
