"""How much is found in 500 Dutch sentences, and of 150 what waits; half of each was never tuned on."""

import re

import pytest

from screening.redact import redact
from screening.spans import Kind
from tests.screening.sentences import (
    PLACES,
    Sentence,
    held_score,
    kept_apart,
    lines,
    score,
    sentence,
    tuned,
    written_elsewhere,
)

HALVES = {"tuned on": tuned, "kept apart": kept_apart}


def share(found: tuple[int, int]) -> float:
    """The part of all of them."""
    return found[0] / found[1]


def test_there_are_five_hundred() -> None:
    """Every kind is among them, in both halves, and so are sentences with nothing to take out."""
    every = lines("nl.txt")
    assert len(every) == len(set(every)) == 500
    for choose in HALVES.values():
        half = [sentence(line) for line in choose(every)]
        assert {part.kind for one in half for part in one.parts} == set(Kind)
        assert sum(not one.parts for one in half) > 60


@pytest.mark.parametrize("half", HALVES)
def test_what_leads_to_a_person_is_found(half: str) -> None:
    """Numbers and addresses nearly always, names nine times in ten, and rarely something else."""
    got = score([sentence(line) for line in HALVES[half](lines("nl.txt"))])
    assert share(got.structured) >= 0.995
    assert share(got.names) >= 0.9
    assert share(got.right) >= 0.9


@pytest.mark.parametrize("half", HALVES)
def test_what_is_about_somebody_waits(half: str) -> None:
    """Nine in ten of blame, health and abuse; of what blames nobody hardly anything."""
    got = held_score(HALVES[half](lines("held.txt")))
    assert all(share(got[reason]) >= 0.9 for reason in ("beschuldiging", "gezondheid", "haat"))
    assert share(got["-"]) <= 0.05


def test_sentences_by_another_hand() -> None:
    """What somebody else wrote without knowing the rules is screened as well."""
    got, waits = written_elsewhere("other_hand")
    assert share(got.structured) >= 0.985
    assert share(got.names) >= 0.93
    assert share(got.right) >= 0.95
    assert all(share(waits[reason]) >= 0.9 for reason in ("beschuldiging", "gezondheid", "haat"))
    assert share(waits["-"]) <= 0.05


def test_sentences_of_a_third_hand() -> None:
    """Of people, children and offices as they are named in a town."""
    got, waits = written_elsewhere("third_hand")
    assert share(got.structured) >= 0.98
    assert share(got.names) >= 0.9
    assert share(got.right) >= 0.95
    assert all(share(waits[reason]) >= 0.95 for reason in ("beschuldiging", "gezondheid", "haat"))
    assert share(waits["-"]) <= 0.1


def test_sentences_that_nobody_looked_at() -> None:
    """What no rule and no likeness has seen."""
    got, waits = written_elsewhere("untouched")
    assert share(got.structured) >= 0.95
    assert share(got.names) >= 0.9
    assert share(got.right) >= 0.95
    assert all(share(waits[reason]) >= 0.75 for reason in ("beschuldiging", "gezondheid", "haat"))
    assert share(waits["-"]) <= 0.1


@pytest.mark.parametrize("shape", [str.upper, str.lower, lambda text: text.replace(" ", "  ")])
def test_numbers_are_found_however_they_are_typed(shape: "type[str]") -> None:
    """In capitals, in small letters, with two spaces for one."""
    given = [sentence(line) for line in lines("nl.txt")]
    alike = {Kind.BSN, Kind.IBAN, Kind.EMAIL, Kind.PHONE}
    parts = [(one, part) for one in given for part in one.parts if part.kind in alike]
    missed = [part for one, part in parts if _still_there(one, one.text[part.start : part.end], shape)]
    assert len(missed) <= 0.02 * len(parts)


def _still_there(one: Sentence, part: str, shape: "type[str]") -> bool:
    safe = redact(shape(one.text), "nl", PLACES).text
    return re.sub(r"\s+", "", shape(part)) in re.sub(r"\s+", "", safe)
