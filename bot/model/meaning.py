"""Signals read by a model: beside the intake, after they were kept, only those not read yet."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.model.encoder import ModelAway, TextsRefused
from bot.model.reader import Reader
from bundling.vectors import Remembered
from domain.districts import District
from domain.rounds import RoundName
from domain.signals import SignalNumber
from storage import vectors
from storage.engine import Store
from storage.vectors import Unread

BATCH = 16
"""Texts at a time: whoever just wrote waits for no more than these."""
AT_ARRIVAL = 1.0
"""Seconds that an answer may wait for the model; after that it does without."""

OfRound = Callable[[District, RoundName], Awaitable[Remembered | None]]
"""`scheduler.bundled.model_of`, handed over by the composition root."""


@dataclass(slots=True)
class Meaning:
    """One per service. `trouble` says why it does not work now; it never raises for a model that does not."""

    store: Store
    reader: Reader
    of_round: OfRound
    trouble: str = ""
    _most: int = BATCH
    _unreadable: set[SignalNumber] = field(default_factory=set)

    async def keep_some(self) -> int:
        """Read a few signals that were not read yet; gives how many were kept."""
        found: tuple[Unread, ...] = ()
        try:
            maker = await self.reader.ready()
            async with self.store.read() as connection:
                found = await vectors.missing(connection, maker, self._most, self._unreadable)
            made = await self.reader.read([one.text for one in found]) if found else []
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
        if self.reader.maker is None or self.trouble or not texts:
            return "", {}
        try:
            made = await self.reader.read(texts, AT_ARRIVAL)
        except ModelAway as fault:
            self.trouble = str(fault)
            return "", {}
        return str(self.reader.maker), dict(zip(texts, made, strict=True))

    def _take_fewer(self, found: Sequence[Unread]) -> None:
        """One of these may be at fault: found by taking fewer, and left alone until the next start."""
        self._most = max(1, len(found) // 4)
        if len(found) == 1:
            self._unreadable.add(found[0].number)
