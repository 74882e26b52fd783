"""The interface to a model, and how it can fail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bundling.similarity import Floats

LONGEST = 400
"""Characters of a text that a model gets: what a signal is about stands at its beginning."""


class ModelAway(Exception):
    """There is no model now: not installed, not started, not answering. It never says words of people."""


class TextsRefused(ModelAway):
    """It broke on these very texts; on others it may work."""


@dataclass(frozen=True, slots=True)
class About:
    """Which model this is. Vectors of another name or version are not compared with its own."""

    name: str
    version: str
    dim: int


class Model(Protocol):
    """Turns texts into vectors. Slow, or broken, but never longer than `patience` seconds."""

    async def about(self) -> About:
        """Which model this is; starts it when it does not run. Raises ModelAway."""

    async def encode(self, texts: Sequence[str], patience: float) -> Floats:
        """One row a text, float32. Raises ModelAway or TextsRefused."""

    async def close(self) -> None:
        """Stop it."""


def cut(text: str) -> str:
    """What a model gets of a text: something, not too long, that every encoding can say."""
    plain = text[:LONGEST].encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return plain.strip() or "-"


def checked(rows: Floats, count: int, dim: int) -> Floats:
    """The rows, when they are what was asked for; nothing is a text it does not know. Raises TextsRefused."""
    if rows.shape != (count, dim):
        raise TextsRefused("the model gave other vectors than were asked for")
    if not np.isfinite(rows).all():
        raise TextsRefused("the model gave what are no vectors")
    return rows
