"""Texts through a model, packed as they are kept: whose they are, and the shipped mean taken off."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from bot.model.encoder import Model, ModelAway
from bundling.similarity import Floats
from bundling.vectors import packed, unit
from storage.vectors import Maker

PATIENCE = 30.0
_SENTENCES = files("bot.model").joinpath("plain_sentences.txt").read_text(encoding="utf-8")
"""Short sentences of the kind that residents write, in six languages: their mean is the shipped one."""


@dataclass(slots=True)
class Reader:
    """A model, and its mean once it is `ready`."""

    model: Model
    maker: Maker | None = None
    _mean: Floats | None = None

    async def ready(self) -> Maker:
        """Whose vectors these are. Raises ModelAway."""
        about = await self.model.about()
        # The mean is part of what is kept: with other sentences the vectors are other ones.
        maker = Maker(about.name, f"{about.version}-{zlib.crc32(_SENTENCES.encode()):08x}")
        if maker != self.maker:
            rows = await self.model.encode(_SENTENCES.splitlines(), PATIENCE)
            self.maker, self._mean = maker, unit(rows).mean(axis=0).astype(np.float32)
        return maker

    async def read(self, texts: Sequence[str], patience: float = PATIENCE) -> list[bytes]:
        """One packed vector a text. Raises ModelAway."""
        if self._mean is None:
            raise ModelAway("the model is not ready")
        return packed(await self.model.encode(texts, patience), self._mean)
