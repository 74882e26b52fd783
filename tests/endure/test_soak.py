"""What a soak finds: growth where there is growth, none where there is none; and a month of it."""

from pathlib import Path
from random import Random

import pytest

from tests.endure.slope import slope
from tests.endure.soak import Asked, Sample, Soaked, lived_in
from tests.whole_round.lives import Nursery

EVERY, LOOKS = 10.0, 1440
"""Four hours."""


def test_growth_is_seen() -> None:
    """A line that rises is told as steep as it is, however much a look is off."""
    chance = Random(1)
    found = slope([(n * EVERY, 100 + 0.002 * n * EVERY + chance.gauss(0, 2)) for n in range(LOOKS)])
    assert found.low < 0.002 < found.high
    assert found.high - found.low < 0.0005


def test_peaks_are_no_growth() -> None:
    """A report now and then takes memory and gives it back."""
    found = slope([(n * EVERY, 140.0 if n % 50 < 5 else 100.0) for n in range(LOOKS)])
    assert found.low <= 0 <= found.high
    assert abs(found.middle) < 1e-9


def test_little_says_little() -> None:
    """The same restless memory, looked at for a shorter time, leaves more open."""
    chance = Random(2)
    noise = [(n * EVERY, 100 + chance.gauss(0, 1)) for n in range(LOOKS)]
    whole, start = slope(noise), slope(noise[: LOOKS // 12])
    assert start.high - start.low > 5 * (whole.high - whole.low)


def test_nothing_says_nothing() -> None:
    """Without enough looks there is no slope at all."""
    with pytest.raises(ValueError, match="4 samples"):
        slope([(0.0, 1.0), (1.0, 2.0)])


def _held(memory: float, handles: int = 20, resting: float = 0.0) -> Soaked:
    """A run of eight months in which memory and open files end so much higher than they began, evenly."""
    went = Soaked(code=0, months=8, rested=LOOKS * 3 // 4)
    went.found.said = went.found.news = 1
    for n in range(LOOKS):
        grown = 100 + memory * min(n / went.rested, 1) + resting * max(0, n / went.rested - 1)
        went.samples.append(Sample(n * EVERY, grown, grown, 20 + (handles - 20) * n // LOOKS, 5))
    return went


def test_what_fails() -> None:
    """Growth with every month, at rest, or of open files; a promise broken; an end that was not asked for."""
    assert _held(8.0).kept
    assert not _held(8 * 31.0).kept
    assert not _held(8.0, resting=1.0).kept
    assert not _held(8.0, handles=40).kept
    broken, fallen = _held(8.0), _held(8.0)
    broken.found.lost, fallen.code = 1, 1
    assert not broken.kept
    assert not fallen.kept


@pytest.mark.asyncio
@pytest.mark.timeout(1800)
async def test_a_month(nursery: Nursery, tmp_path: Path) -> None:
    """People come, tell, hear and leave while things go wrong; all is counted, and it ends as asked."""
    went = await lived_in(tmp_path, nursery, Asked(hours=0, every=1.0, calm=8.0))
    assert (went.months, went.code, went.found.broken) == (1, 0, 0), went.table()
    assert went.found.said > 0
    assert went.found.news > 0
    assert all(one.memory > 0 and one.handles > 0 for one in went.samples)
