"""Points of members, together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.meeting import POINTS, SPREAD_FROM, Score, weigh
from domain.messages import PersonKey

POINT = st.sampled_from(POINTS)


def scores(topic: int, *points: tuple[int, int]) -> tuple[Score, ...]:
    """These members, each with how feasible and how much it helps."""
    return tuple(Score(topic, PersonKey(f"p:{n}"), *pair) for n, pair in enumerate(points))


def test_the_heaviest_comes_first() -> None:
    """By the two averages together; of equals the one that stood higher."""
    given_ = (*scores(11, (1, 1)), *scores(12, (3, 3)), *scores(13, (1, 1)))
    assert [weight.topic for weight in weigh(given_)] == [12, 11, 13]
    assert weigh(()) == ()


@pytest.mark.parametrize(("points", "tenths"), [((1, 2), 15), ((1, 1, 2), 13), ((2, 2, 1), 17), ((3,), 30)])
def test_averages_are_rounded_to_tenths(points: tuple[int, ...], tenths: int) -> None:
    """As somebody would round them by hand."""
    (weight,) = weigh(scores(11, *((point, 1) for point in points)))
    assert (weight.feasibility, weight.impact) == (tenths, 10)


@given(st.lists(st.tuples(POINT, POINT), min_size=1, max_size=12))
def test_few_scores_give_no_spread(points: list[tuple[int, int]]) -> None:
    """Below three nobody's points can be read from the lowest and the highest; from three on they fit."""
    (weight,) = weigh(scores(11, *points))
    assert 10 <= weight.feasibility <= 30
    if len(points) < SPREAD_FROM:
        assert (weight.lowest, weight.highest) == (None, None)
    else:
        assert weight.lowest is not None
        assert weight.highest is not None
        assert 2 <= weight.lowest <= weight.highest <= 6
        assert weight.lowest * 10 <= weight.together + 1
