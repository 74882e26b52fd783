"""What people do in a wijk, month after month: they tell, press, take back, wipe, decide, and hear."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from domain.districts import NETHERLANDS
from tests.whole_round.cast import GROUP, RESIDENTS
from tests.whole_round.stage import Stage
from tests.whole_round.story import not_now, people_come, taken_up

MORE = ("gijs", "hans", "ineke", "jan", "karin", "lea")
"""Further residents, where accounts cost nothing."""
BUURTEN = ("Appelhof", "Perenpad", "Kersentuin", "Kweepeer-Noord")
THEMES = (
    "de lantaarn bij flat De Linde is stuk, al {n} weken",
    "de lamp bij flat De Linde doet het niet, het is daar {n} dagen donker",
    "de huisarts neemt niemand meer aan, ik belde {n} keer",
    "auto's parkeren op de stoep bij de school, ik telde er {n}",
    "er ligt grofvuil naast de containers op het plein, {n} zakken",
    "het is gezellig in het buurthuis, wij waren met {n} mensen",
)
DIGITS, LENGTH = "56789", 6
"""Numbers keep apart what they say. Of these digits, for what is nearly 112 is a word of danger; and all as
long, so that none stands in another."""
FIRST_MONTH = (2026, 10)
FRIDAY = 4

Settle = Callable[[], Awaitable[None]]
Gone = Callable[[Sequence[str]], Awaitable[None]]


@dataclass
class Wijk:
    """One wijk and what was said in it. `settle` waits until nothing is left to send; `count` counts then."""

    stage: Stage
    settle: Settle
    count: Settle
    chance: Random
    part: Callable[[float], None] = lambda _: None
    """Told how much of the month will be over when the next part is."""
    residents: tuple[str, ...] = RESIDENTS
    gone: Gone | None = None
    """Waits until none of these texts is kept; without it nobody wipes everything."""
    said: dict[str, list[str]] = field(default_factory=dict)
    """Who -> every text that must stand in the store, once."""
    taken_back: list[str] = field(default_factory=list)
    """Texts that must not stand there any more."""
    wiped_at: dict[str, int] = field(default_factory=dict)
    """How many lines somebody had seen when they wiped everything."""
    months: int = 0
    _told: int = 0
    _gone: set[str] = field(default_factory=set)

    async def begins(self, code: str) -> None:
        """Everybody with a role, the group, and the residents by the link of their wijk."""
        self.part(0.1)
        await people_come(self.stage, code)
        await asyncio.gather(*(self._opens(who) for who in self.residents))

    async def month(self) -> None:
        """People tell, the round ends, the wijkverband decides, all hear, an owner says how it goes."""
        first = self._first()
        self.part(0.4)
        await asyncio.gather(*(self._tells(who) for who in self.residents))
        await self.settle()
        await asyncio.gather(*(self._answers(who) for who in self.residents))
        await self._regrets()
        await self.settle()
        self.months += 1
        self.part(0.65)
        await self.stage.until(self._first())
        await self._the_table(first)
        self.part(0.9)
        await self._the_check()
        await self.count()
        self.part(1.0)
        await self.stage.until(_working_day(self._first() + timedelta(days=12)))
        await self._the_owner()
        await self.count()

    def _first(self) -> datetime:
        """In the morning of the first day of this month."""
        year, month = FIRST_MONTH
        count = year * 12 + month - 1 + self.months
        return datetime(count // 12, count % 12 + 1, 1, 9, 5, tzinfo=NETHERLANDS)

    async def finishes(self) -> None:
        """The owner says that it worked; after the check those who said it hear that too."""
        await self.stage.says("jamila", "acties 1", "Uw actie bij")
        await self.stage.chooses("jamila", "Gelukt", "Wat is er klaar")
        await self.stage.says("jamila", "De lampen hangen er nu.", "Uw zin wordt eerst nagekeken")
        await self._the_check()
        await self.count()

    def turns_over(self, residents: Sequence[str], new: Sequence[str]) -> None:
        """From now on these live here; who is new comes by the link. What was said until now was counted."""
        self.residents = (*residents, *new)
        self._gone |= set(new)
        for kept in (self.said, self.taken_back, self.wiped_at):
            kept.clear()

    # --- residents -------------------------------------------------------------------------------

    async def _opens(self, who: str) -> None:
        await self.stage.opens(who, "wat er speelt in", payload="boomgaard")

    def _words(self, who: str) -> str:
        """Something that was never said before."""
        self._told += 1
        text = self.chance.choice(THEMES).format(n=_number(self._told))
        self.said.setdefault(who, []).append(text)
        return text

    async def _tells(self, who: str) -> None:
        """One thing, or three at once; whoever wiped everything comes back as somebody new."""
        if who in self._gone:
            await self._opens(who)
            self._gone.discard(who)
        burst = 3 if self.chance.random() < 0.2 else 1
        for text in [self._words(who) for _ in range(burst)]:
            await self.stage.phones.says(who, text, "")
        for _ in range(burst):
            await self.stage.hears(who, "is bewaard", "Toegevoegd aan")

    async def _answers(self, who: str) -> None:
        """The question that stands open, if one does."""
        line = (await self.stage.phones.look(who))[-1]
        if BUURTEN[0] in line.labels:
            line = await self.stage.chooses(who, self.chance.choice(BUURTEN), "Dank u", "hetzelfde?")
        if "hetzelfde?" in line.text:
            await self.stage.chooses(who, self.chance.choice(line.labels), "Dank u", "Dat zeggen nu")

    async def _regrets(self) -> None:
        """One takes back what they said last; two others wipe everything, one after the other."""
        one, *others = self.chance.sample(self.residents, 3)
        await asyncio.gather(self._withdraws(one), self._wipe(others))

    async def _wipe(self, others: Sequence[str]) -> None:
        if self.gone is None:
            return
        for who in others:
            # Each may be the end of the service at another point.
            await self._wipes(who, self.gone)

    async def _withdraws(self, who: str) -> None:
        await self.stage.chooses(who, "Trek in", "is ingetrokken en gewist")
        self.taken_back.append(self.said[who].pop())

    async def _wipes(self, who: str, gone: Gone) -> None:
        await self.stage.says(who, "wissen", "Wilt u echt alles wissen?")
        await self.stage.phones.chooses(who, "Ja, wis alles", "")
        # Not the goodbye: the clock runs fast here, and after thirty seconds there is no address for it.
        await gone(self.said[who])
        self.taken_back += self.said.pop(who)
        self.wiped_at[who] = len(await self.stage.phones.look(who))
        self._gone.add(who)

    # --- who decides, checks and does ------------------------------------------------------------

    async def _the_table(self, first: datetime) -> None:
        """The report of the round that began on this day; its first topic is taken up, the others not now."""
        await self.stage.hears(GROUP, f"Ronde {_month(first)}")
        await self.stage.chooses("jamila", "Begin", "Deel 1 van 3", room=GROUP)
        asked = await self.stage.chooses("marit", "Verder", "Onderwerp 1 van", room=GROUP)
        chosen = False
        while "Zo horen de melders het" not in asked.text:
            asked = await (not_now(self.stage) if chosen else taken_up(self.stage))
            chosen = True
        await self.stage.chooses("marit", "Sluit de ronde", "De ronde is gesloten", room=GROUP)

    async def _the_check(self) -> None:
        await self.stage.hears("lies", "Er wacht een tekst voor bewoners")
        shown = await self.stage.chooses("lies", "Controleer", "Is dit duidelijk?")
        while "Is dit duidelijk?" in shown.text:
            shown = await self.stage.chooses("lies", "Duidelijk", "Dank u. De")

    async def _the_owner(self) -> None:
        """Two days before the first step the owner is asked how it goes."""
        await self.stage.hears("jamila", "De eerste stap bij")
        await self.stage.chooses("jamila", "Gestart", "Goed om te horen")
        await self.stage.says("jamila", "De aanvraag is verstuurd.", "Uw zin wordt eerst nagekeken")
        await self._the_check()


def _number(nth: int) -> str:
    digits = [DIGITS[nth // len(DIGITS) ** place % len(DIGITS)] for place in range(LENGTH)]
    return "".join(reversed(digits))


def _working_day(day: datetime) -> datetime:
    """Owners are left alone in a weekend."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() > FRIDAY else 0)


def _month(first: datetime) -> str:
    names = "januari februari maart april mei juni juli augustus september oktober november december"
    return f"{names.split()[first.month - 1]} {first.year}"
