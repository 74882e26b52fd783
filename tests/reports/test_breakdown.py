"""Promise P8: a group of fewer than five people shows no number, and none can be computed."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.breakdown import Breakdown, masked
from domain.report import FEWEST, Counts

NAMES = ("Appelhof", "Kersentuin", "Perenpad", "Walnoot")


def _rounds(names: tuple[str, ...], most: int) -> Iterator[tuple[int, ...]]:
    return product(range(most + 1), repeat=len(names))


def _known(seen: dict[tuple[Breakdown, int], list[tuple[int, ...]]]) -> list[tuple[Breakdown, int]]:
    """Publications from which somebody who tries every round can compute a small group."""
    return [
        key
        for key, rounds in seen.items()
        for cell in zip(*rounds, strict=True)
        if len(set(cell)) == 1 and 0 < cell[0] < FEWEST
    ]


def test_no_small_group_follows_from_what_is_shown() -> None:
    """Somebody who knows the rule and tries 10,000 rounds finds two numbers or more for each small group."""
    seen = defaultdict(list)
    for people in _rounds(NAMES, 9):
        total = sum(people)
        seen[masked(tuple(zip(NAMES, people, strict=True)), total), total].append(people)
    assert sum(map(len, seen.values())) == 10_000
    assert _known(seen) == []


def test_nor_when_people_are_in_several_groups() -> None:
    """The same when one person can be in two groups, so that the groups add up to more than the total."""
    seen = defaultdict(list)
    names = NAMES[:3]
    for people in _rounds(names, 8):
        for total in range(max(people), sum(people) + 1):
            seen[masked(tuple(zip(names, people, strict=True)), total), total].append(people)
    assert _known(seen) == []


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 40), max_size=9), st.integers(0, 80))
def test_every_group_has_one_place(people: dict[str, int], more: int) -> None:
    """Each name is told once, numbers are right and never below five, and nobody is lost."""
    counts = tuple(people.items())
    safe = masked(counts, sum(people.values()) + more)
    told = [name for name, _ in safe.shown] + [*safe.small, *safe.unnumbered, *safe.nobody]
    assert safe.withheld or sorted(told) == sorted(people)
    assert all(people[name] == number >= FEWEST for name, number in safe.shown)
    assert all(0 < people[name] < FEWEST for name in safe.small)


@given(st.lists(st.integers(1, 30), min_size=2, max_size=7), st.data())
def test_the_order_of_counting_tells_nothing(people: list[int], data: st.DataObject) -> None:
    """The same groups counted in another order look the same."""
    counts = tuple(zip("abcdefg", people, strict=False))
    shuffled = tuple(data.draw(st.permutations(counts)))
    assert masked(counts, sum(people)) == masked(shuffled, sum(people))


@pytest.mark.parametrize(
    ("counts", "total", "expected"),
    [
        pytest.param((), 0, Breakdown(), id="nothing"),
        pytest.param((("a", 12), ("b", 5)), 17, Breakdown(shown=(("a", 12), ("b", 5))), id="all large"),
        pytest.param(
            (("a", 9), ("b", 3), ("c", 2)), 14, Breakdown(shown=(("a", 9),), small=("b", "c")), id="two small"
        ),
        pytest.param(
            (("a", 9), ("b", 6), ("c", 2)),
            17,
            Breakdown(shown=(("a", 9),), unnumbered=("b", "c")),
            id="one small",
        ),
        pytest.param(
            (("a", 6), ("b", 6), ("c", 1)), 13, Breakdown(unnumbered=("a", "b", "c")), id="equals go together"
        ),
        pytest.param(
            (("a", 9), ("b", 1), ("c", 1)), 11, Breakdown(unnumbered=("a", "b", "c")), id="all ones"
        ),
        pytest.param((("a", 4), ("b", 4)), 8, Breakdown(unnumbered=("a", "b")), id="all fours"),
        pytest.param((("a", 7), ("b", 1)), 8, Breakdown(unnumbered=("a", "b")), id="could be all fours"),
        pytest.param((("a", 2), ("b", 3)), 5, Breakdown(withheld=True), id="all small"),
        pytest.param(
            (("a", 3), ("b", 0)), 3, Breakdown(withheld=True), id="who is missing tells who is left"
        ),
        pytest.param((("a", 8), ("b", 0)), 8, Breakdown(shown=(("a", 8),), nobody=("b",)), id="nobody"),
        pytest.param((("a", 3),), 20, Breakdown(withheld=True), id="the rest said nothing of their buurt"),
    ],
)
def test_examples(counts: Counts, total: int, expected: Breakdown) -> None:
    """What is shown in the cases that matter."""
    assert masked(counts, total) == expected


def test_how_many_groups_is_told_when_it_can_be() -> None:
    """The number of buurten counts every buurt that was heard, and is 0 where it would say who."""
    assert masked((("a", 9), ("b", 3), ("c", 2), ("d", 0)), 14).groups == 3
    assert masked((("a", 1), ("b", 1)), 2).groups == 0
