"""Runs examples: so many events on one platform and one store, in a loop of their own."""

import asyncio
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.generated import matrix_events, telegram_updates
from tests.generated.feeding import Tally
from tests.generated.feeding_matrix import matrix_feed
from tests.generated.feeding_telegram import telegram_feed
from tests.generated.hostile import JSON

AT_ONCE = 20
"""Events in one example."""
SEED = 6
Feeding = TypeVar("Feeding")
SELDOM = st.sampled_from([False] * 9 + [True])


def runs(count: int) -> settings:
    """So many events. The store lives on from example to example, so what broke is told, not looked up."""
    return settings(
        max_examples=max(1, count // AT_ONCE),
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
    )


def telegram(url: str, count: int, seed_: int = SEED) -> Tally:
    """So many updates of Telegram, each followed by a good one."""

    @seed(seed_)
    @runs(count)
    @given(updates=st.lists(telegram_updates.updates(), min_size=AT_ONCE, max_size=AT_ONCE), apart=SELDOM)
    def each(updates: list[tuple[str, JSON]], apart: bool) -> None:  # noqa: FBT001 - called by name
        runner.run(feed.feed_all(updates, apart=apart))

    with asyncio.Runner() as runner, _opened(runner, telegram_feed(url)) as feed:
        each()
        return feed.feed.tally


def matrix(url: str, folder: Path, count: int, seed_: int = SEED) -> Tally:
    """So many events of Matrix, each followed by a good one."""

    @seed(seed_)
    @runs(count)
    @given(
        happened=st.lists(matrix_events.happened(), min_size=AT_ONCE, max_size=AT_ONCE),
        more=matrix_events.around(),
        gap=SELDOM,
    )
    def each(happened: list[tuple[str, str, JSON]], more: dict[str, JSON], gap: bool) -> None:  # noqa: FBT001
        runner.run(feed.feed_all(happened, more, gap=gap))

    with asyncio.Runner() as runner, _opened(runner, matrix_feed(url, folder)) as feed:
        each()
        return feed.feed.tally


@contextmanager
def _opened(runner: asyncio.Runner, house: AbstractAsyncContextManager[Feeding]) -> Iterator[Feeding]:
    """Open between examples, each of which is a run of its own in the same loop."""
    feed = runner.run(_entered(house))
    try:
        yield feed
    finally:
        runner.run(_left(house))


async def _entered(house: AbstractAsyncContextManager[Feeding]) -> Feeding:
    return await house.__aenter__()


async def _left(house: AbstractAsyncContextManager[Feeding]) -> None:
    await house.__aexit__(None, None, None)
