"""The whole round on each platform, and what must be true when it is over."""

from pathlib import Path

import pytest

from tests.whole_round import performing
from tests.whole_round.lives import Nursery
from tests.whole_round.outcome import holds, settled
from tests.whole_round.performing import Performance
from tests.whole_round.stage import Disturb, Stage, nothing
from tests.whole_round.story import whole_round

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(180)]


async def test_on_telegram(nursery: Nursery, tmp_path: Path) -> None:
    """With links and buttons, from the first message to the answer after "done"."""
    async with performing.telegram(nursery, tmp_path) as played:
        await perform(played)


async def test_on_local(nursery: Nursery, tmp_path: Path) -> None:
    """The same on the phones of the demo."""
    async with performing.local(nursery, tmp_path) as played:
        await perform(played)


async def perform(played: Performance, during: Disturb = nothing, after: Disturb = nothing) -> Stage:
    """The story, the peaceful end of the process, and the outcome."""
    stage = Stage(played.phones, played.clock, played.lives, during=during, after=after)
    meeting = await whole_round(stage, played.code)
    await settled(played)
    assert await played.lives.ends() == 0, played.lives.log()
    await holds(played, meeting)
    return stage
