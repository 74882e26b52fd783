"""Signals read by a model: beside the intake, after they were kept, only those not read yet."""

import zlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

import numpy as np

from bot.model.encoder import Model, ModelAway, TextsRefused
from bundling.similarity import Floats
from bundling.vectors import Remembered, packed, unit
from domain.districts import District
from domain.rounds import RoundName
from domain.signals import SignalNumber
from storage import vectors
from storage.engine import Store
from storage.vectors import Maker, Unread

BATCH = 16
"""Texts at a time: whoever just wrote waits for no more than these."""
PATIENCE = 30.0
AT_ARRIVAL = 1.0
"""Seconds that an answer may wait for the model; after that it does without."""

OfRound = Callable[[District, RoundName], Awaitable[Remembered | None]]
"""`scheduler.bundled.model_of`, handed over by the composition root."""


@dataclass(slots=True)
class Meaning:
    """One per service. `trouble` says why it does not work now; it never raises for a model that does not."""

    store: Store
    model: Model
    of_round: OfRound
    trouble: str = ""
    _maker: Maker | None = None
    _mean: Floats | None = None
    _most: int = BATCH
    _unreadable: set[SignalNumber] = field(default_factory=set)

    async def keep_some(self) -> int:
        """Read a few signals that were not read yet; gives how many were kept."""
        found: tuple[Unread, ...] = ()
        try:
            maker = await self.ready()
            async with self.store.read() as connection:
                found = await vectors.missing(connection, maker, self._most, self._unreadable)
            made = await self._read([one.text for one in found], PATIENCE) if found else []
        except TextsRefused as fault:
            self._take_fewer(found)
            self.trouble = str(fault)
            return 0
        except ModelAway as fault:
            self.trouble = str(fault)
            return 0
        self.trouble, self._most = "", BATCH
        if not made:
            return 0
        async with self.store.begin() as connection:
            return await vectors.keep(connection, maker, list(zip(found, made, strict=True)))

    async def at_arrival(self, texts: Sequence[str]) -> tuple[str, Mapping[str, bytes]]:
        """Which model it is, and what it makes of texts that just came in; nothing when it cannot."""
        if self._maker is None or self.trouble or not texts:
            return "", {}
        try:
            made = await self._read(texts, AT_ARRIVAL)
        except ModelAway as fault:
            self.trouble = str(fault)
            return "", {}
        return str(self._maker), dict(zip(texts, made, strict=True))

    async def ready(self) -> Maker:
        """Whose vectors these are, with its mean at hand. Raises ModelAway."""
        about = await self.model.about()
        # The mean is part of what is kept: with other sentences the vectors are other ones.
        maker = Maker(about.name, f"{about.version}-{zlib.crc32(_SENTENCES.encode()):08x}")
        if maker != self._maker:
            sentences = _SENTENCES.splitlines()
            mean: Floats = unit(await self.model.encode(sentences, PATIENCE)).mean(axis=0)
            self._maker, self._mean = maker, mean.astype(np.float32)
        return maker

    async def _read(self, texts: Sequence[str], patience: float) -> list[bytes]:
        if self._mean is None:
            raise ModelAway("the model is not ready")
        return packed(await self.model.encode(texts, patience), self._mean)

    def _take_fewer(self, found: Sequence[Unread]) -> None:
        """One of these may be at fault: found by taking fewer, and left alone until the next start."""
        self._most = max(1, len(found) // 4)
        if len(found) == 1:
            self._unreadable.add(found[0].number)


_SENTENCES = files("bot.model").joinpath("plain_sentences.txt").read_text(encoding="utf-8")
"""Short sentences of the kind that residents write, in six languages: their mean is the shipped one."""
