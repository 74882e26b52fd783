"""What a story is played on: people who act, what they then hear, and the time."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeAlias

from tests.whole_round.clock import Clock

PATIENCE = 60.0
PAUSE = 0.01


@dataclass(frozen=True)
class Line:
    """Something that a phone showed: a new message of the bot, or an earlier one that changed."""

    text: str
    labels: tuple[str, ...] = ()
    file: str = ""
    pushed: bool = True
    """A new message, which makes a sound."""
    ref: object = field(default=None, repr=False)
    """What the platform's driver needs to get the file."""


class Logged(Protocol):
    """What runs behind the phones."""

    def log(self) -> str: ...


class Phones(Protocol):
    """The people's side of one platform."""

    rate: float
    """How fast the clock runs: the pace of messages that Telegram asks for should not make tests slow."""

    async def opens(self, who: str, payload: str) -> bool:
        """First contact; False when this platform's link did not carry the payload."""
        ...

    async def says(self, who: str, words: str, room: str) -> None: ...

    async def chooses(self, who: str, label: str, room: str) -> None:
        """Press it, or type its number or words where there are no buttons."""
        ...

    async def gathers(self) -> None:
        """The group of the wijkverband comes to be, with the bot in it."""
        ...

    async def look(self, chat: str) -> list[Line]:
        """All that the bot showed in this chat until now, in order."""
        ...

    async def file(self, line: Line) -> bytes: ...


async def nothing(step: int) -> None:
    """Nobody disturbs."""


Disturb: TypeAlias = Callable[[int], Awaitable[None]]


class Stage:
    """Plays acts one by one. `during` is called when an act was done, `after` when its answer was seen."""

    def __init__(
        self,
        phones: Phones,
        clock: Clock,
        lives: Logged,
        *,
        during: Disturb = nothing,
        after: Disturb = nothing,
        patience: float = PATIENCE,
    ) -> None:
        self.phones, self.clock, self.lives = phones, clock, lives
        self._patience = patience
        self._during, self._after = during, after
        self._read: dict[str, int] = {}
        self.steps = 0

    # --- acts ------------------------------------------------------------------------------------

    async def opens(self, who: str, *hears: str, payload: str = "") -> None:
        """First contact, by a link that carries this where the platform can; else it is typed."""
        if not await self.phones.opens(who, payload):
            await self.hears(who, "Bel 112")
            await self.phones.says(who, payload, "")
        await self._answered(who, *hears)

    async def says(self, who: str, words: str, *hears: str, room: str = "") -> Line:
        """Say this, in the room or in private; the answer holds one of these words."""
        await self.phones.says(who, words, room)
        return await self._answered(room or who, *hears)

    async def chooses(self, who: str, label: str, *hears: str, room: str = "") -> Line:
        """Make this choice of the newest question that offers it."""
        await self.phones.chooses(who, label, room)
        return await self._answered(room or who, *hears)

    async def until(self, moment: datetime) -> None:
        """The time jumps; what is due by then happens."""
        self.clock.jump(moment, self.phones.rate)
        await self._during(self.steps)
        await self._ended()

    async def gathers(self) -> None:
        """The group comes to be."""
        await self.phones.gathers()
        await self._during(self.steps)
        await self._ended()

    async def _answered(self, chat: str, *hears: str) -> Line:
        await self._during(self.steps)
        line = await self.hears(chat, *hears)
        await self._ended()
        return line

    async def _ended(self) -> None:
        await self._after(self.steps)
        self.steps += 1

    # --- what they hear --------------------------------------------------------------------------

    async def hears(self, chat: str, *words: str) -> Line:
        """The next line in this chat that holds one of these words; what stood before it counts as read."""
        try:
            async with asyncio.timeout(self._patience):
                while (found := await self._found(chat, words)) is None:  # noqa: ASYNC110 - a real server
                    await asyncio.sleep(PAUSE)
                return found
        except TimeoutError:
            shown = "\n--\n".join(str(one) for one in (await self.phones.look(chat))[-6:])
            raise AssertionError(
                f"step {self.steps}: {chat} never saw {words}, but last:\n{shown}\n{self.lives.log()}"
            ) from None

    async def _found(self, chat: str, words: tuple[str, ...]) -> Line | None:
        lines = await self.phones.look(chat)
        for at in range(self._read.get(chat, 0), len(lines)):
            if any(one in lines[at].text for one in words):
                self._read[chat] = at + 1
                return lines[at]
        return None
