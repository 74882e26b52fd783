"""A service with a model: signals come in whatever it does, and what it makes of them is used and kept."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from bot.health import remarks, signs
from bot.model.encoder import About, ModelAway, TextsRefused
from bot.service import built
from bundling.similarity import Floats
from domain.rounds import local_day, span_of
from storage import reports, vectors
from storage.vectors import Maker
from tests.bot.embeddings_server import letters
from tests.bot.scripted import BOOMGAARD, Clock, Scripted, Street, sqlite

pytestmark = pytest.mark.asyncio
LAMP = "de lantaarn achter de flat is al weken stuk"
DANGER = "mijn buurman slaat zijn vrouw ik hoor haar gillen"
VERSION = "1"


@dataclass(slots=True)
class Letters:
    """A model that counts letters, and breaks when told to."""

    version: str = VERSION
    fault: ModelAway | None = None
    hates: str = "\0"
    read: list[str] = field(default_factory=list)
    closed: bool = False

    async def about(self) -> About:
        """Which it is."""
        if self.fault:
            raise self.fault
        return About("letters", self.version, 27)

    async def encode(self, texts: Sequence[str], _patience: float) -> Floats:
        """Counts."""
        if self.fault:
            raise self.fault
        if any(self.hates in text for text in texts):
            raise TextsRefused("it broke")
        self.read += texts
        return np.array([letters(text) for text in texts], np.float32)

    async def close(self) -> None:
        """The end."""
        self.closed = True


@asynccontextmanager
async def street(folder: Path, model: Letters | None) -> AsyncIterator[Street]:
    """A service with this model, or none."""
    chat, clock = Scripted(), Clock()
    async with built(sqlite(folder), "a secret of tests", (BOOMGAARD,), (chat,), clock, model=model) as house:
        yield Street(house, chat, clock)


async def counts(at: Street) -> dict[str, int]:
    """How many signals each model read, by its version."""
    async with at.house.store.read() as connection:
        found = await vectors.counts(connection)
    return {
        maker.version.partition("-")[0] if isinstance(maker, Maker) else "": n for maker, n in found.items()
    }


async def test_signals_are_read_after_they_were_kept(folder: Path) -> None:
    """What came in is read beside the intake, once; words of danger never."""
    model = Letters()
    async with street(folder, model) as at:
        await at.says("anja", LAMP)
        await at.says("ben", DANGER)
        assert await counts(at) == {"": 1}
        await at.house.read_all()
        assert await counts(at) == {VERSION: 1}
        before = len(model.read)
        await at.house.read_all()
        assert len(model.read) == before
    assert not [text for text in model.read if "slaat" in text]
    assert model.closed


async def test_another_version_reads_everything_anew(folder: Path) -> None:
    """After a new model nothing of the old one is left."""
    async with street(folder, Letters()) as at:
        await at.says("anja", LAMP)
        await at.house.read_all()
    async with street(folder, Letters("2")) as at:
        await at.house.read_all()
        assert await counts(at) == {"2": 1}


@pytest.mark.parametrize("fault", [ModelAway("it is away"), TextsRefused("it broke")])
async def test_a_model_that_fails_costs_no_message(folder: Path, fault: ModelAway) -> None:
    """Signals are kept and answered as without it, health notes it, and when it is back all is read."""
    model = Letters(fault=fault)
    async with street(folder, model) as at:
        await at.house.read_all()
        await at.says("anja", LAMP)
        await at.house.read_all()
        await at.house.send_all()
        assert any("is bewaard" in one.text for one in at.chat.sent)
        await at.house.tick()
        found = await signs(at.house.store)
        assert remarks(found, at.clock()) == (f"suggestions are made without the model: {fault}",)
        assert await at.ails() == ()
        model.fault = None
        await at.house.read_all()
        assert await counts(at) == {VERSION: 1}


async def test_a_text_that_breaks_it_is_left_alone(folder: Path) -> None:
    """Of many signals the one at fault is found, and all others are read."""
    model = Letters(hates="vloek")
    async with street(folder, model) as at:
        for n in range(9):
            await at.says(f"p{n}", f"de lamp op nummer {n} is stuk")
        await at.says("eve", "een vloek over de lamp")
        for _ in range(12):
            await at.house.read_all()
        assert await counts(at) == {VERSION: 9, "": 1}


async def test_what_just_came_in_is_compared_by_the_model(folder: Path) -> None:
    """Before a new signal is bundled the model looked at it; vectors of another one are not mixed in."""
    model = Letters()
    async with street(folder, model) as at:
        await at.says("anja", LAMP)
        await at.house.read_all()
        await at.house.bundle_now()
        assert at.house.meaning is not None
        span = span_of(BOOMGAARD.rhythm, local_day(at.clock(), BOOMGAARD.zone))
        known = await at.house.meaning.of_round(BOOMGAARD, span.name)
        assert known is not None
        await at.says("ben", "stuk is de lantaarn al weken achter de flat")
        assert model.read[-1] == "stuk is de lantaarn al weken achter de flat"
        (near,) = at.house.nearby.likely(BOOMGAARD.slug, model.read[-1], "nl", speaker="ben")
        assert near.people == 1
        model.version = "2"
        await at.house.read_all()
        await at.house.bundle_now()
        (near,) = at.house.nearby.likely(BOOMGAARD.slug, model.read[-1], "nl", speaker="ben")
        assert near.people == 2


@pytest.mark.parametrize("read", [True, False])
async def test_the_report_says_whether_a_model_helped(folder: Path, *, read: bool) -> None:
    """It did with vectors of nearly all signals; without them words did it alone."""
    async with street(folder, Letters()) as at:
        for n in range(12):
            await at.says(f"p{n}", LAMP)
        if read:
            await at.house.read_all()
        span = span_of(BOOMGAARD.rhythm, local_day(at.clock(), BOOMGAARD.zone))
        await at.house.tick()
        at.clock.on(days=31)
        await at.house.tick()
        async with at.house.store.read() as connection:
            report = await reports.report_of(connection, BOOMGAARD, span.name)
    assert report is not None
    assert (report.people, report.model) == (12, read)


async def test_without_a_model_nothing_is_different(folder: Path) -> None:
    """The same words are said, and no vector is asked for or kept."""
    async with street(folder, None) as at:
        await at.says("anja", LAMP)
        await at.house.read_all()
        assert await counts(at) == {"": 1}
        assert at.house.meaning is None
