"""The demo: one wijk, a cast of phones, and a director who moves the clock.

Everything a phone does goes through the real intake; what is invented here is only who the people are and
what day it is.
"""

import asyncio
import json
import tomllib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from bot.config import Settings
from bot.local import Groups, Local
from bot.service import House
from domain.districts import NETHERLANDS, District
from domain.events import Invited, Occasion
from domain.invitations import Grant, hash_of
from domain.messages import PersonKey
from domain.quiet import USUAL, quiet_until
from domain.rounds import RoundStatus, local_day, span_of
from scheduler.calendar import coming
from storage import actions, apply, promises, rounds, waiting
from web.cast import CAST, GROUP
from web.stage import Moment, Phone, Progress, What

STARTS = datetime(2026, 10, 1, 9, 0, tzinfo=NETHERLANDS)
"""The demo begins on the first morning of the round that the month of signals is about."""


def _sample(name: str) -> str:
    return resources.files("bot").joinpath("sample", name).read_text(encoding="utf-8")


DIRECTOR = PersonKey("p:director")


def sample_district() -> District:
    """De Boomgaard, as its settings describe it."""
    return Settings(**tomllib.loads(_sample("wijk.toml"))).districts[0]


ROLES: dict[str, tuple[tuple[Grant, str], ...]] = {
    "marit": ((Grant.COORDINATOR, "wijkcoordinator"),),
    "jamila": ((Grant.PARTNER, "Jamila - corporatie"),),
    "zorg": ((Grant.PARTNER, "Team Zorg"),),
    "sanne": ((Grant.PROFESSIONAL, "wijkverpleging"),),
    "bep": ((Grant.VOLUNTEER, ""),),
    "lies": ((Grant.EXPERT, ""),),
}

_WHAT = {
    "round-ends": What.ROUND_ENDS,
    "promise": What.PROMISE,
    "first-step": What.FIRST_STEP,
    "reminder": What.REMINDER,
    "check": What.CHECK,
}
_TICKING = timedelta(seconds=1)
_PATIENCE = 120.0


@dataclass(slots=True)
class DemoClock:
    """Real time, moved forward; what it was moved by is kept beside the phones."""

    real: Callable[[], datetime]
    file: Path
    ahead: timedelta = timedelta()

    def __post_init__(self) -> None:
        if self.file.exists():
            self.ahead = timedelta(seconds=float(self.file.read_text(encoding="utf-8")))
        else:
            self.jump(STARTS)

    def __call__(self) -> datetime:
        return self.real() + self.ahead

    def jump(self, to: datetime) -> None:
        """Be at this moment; the demo's time never runs back while it lives."""
        self.ahead = to - self.real()
        self.file.write_text(str(self.ahead.total_seconds()), encoding="utf-8")


def phones_of(folder: Path, clock: Callable[[], datetime]) -> Local:
    """The local platform with the cast of the demo."""
    group = next(phone for phone in CAST if phone.room == GROUP)
    members = {GROUP: tuple(speaker.id for speaker in group.speakers)}
    languages = {phone.id: phone.language for phone in CAST}
    return Local(folder, clock, Groups(members, languages))


@dataclass(slots=True)
class Director:
    """Knows the cast and moves time (`web.stage.Demo`)."""

    house: House
    district: District
    local: Local
    clock: DemoClock

    def now(self) -> datetime:
        return self.clock().astimezone(NETHERLANDS)

    async def phones(self) -> Sequence[Phone]:
        return CAST

    async def prepare(self) -> None:
        """On the first day everybody gets the role they have in this wijk, and the group is bound."""
        async with self.house.store.begin() as connection:
            if await rounds.rounds_of(connection, self.district.slug):
                return
            span = span_of(self.district.rhythm, local_day(self.clock(), self.district.zone))
            await rounds.ensure(connection, self.district.slug, span)
        for person, grants in ROLES.items():
            for grant, label in grants:
                self.local.open(person, await self._invite(person, grant, label))
        self.local.say("marit", await self._invite("groep", Grant.ROOM, ""), GROUP)

    async def _invite(self, whom: str, grant: Grant, label: str) -> str:
        # A code that any clean demo can make again: it is worth nothing outside of it.
        code = f"demo{whom}{grant.value}".replace("-", "").ljust(22, "0")[:22]
        now = self.clock()
        event = Invited(hash_of(code), grant, self.district.slug, now + timedelta(days=1), label)
        async with self.house.store.begin() as connection:
            await apply.apply(connection, Occasion(now, DIRECTOR, self.district.slug), (event,))
        return code

    async def timeline(self) -> Sequence[Moment]:
        """What was and what is to come, oldest first."""
        async with self.house.store.read() as connection:
            known = await rounds.rounds_of(connection, self.district.slug)
            open_actions = await actions.open_actions(connection, self.district.slug)
            dates = await promises.dates(connection, self.district.slug)
            held = await waiting.held_until(connection, self.clock())
        collecting = [one.span for one in known if one.status is RoundStatus.COLLECTING]
        titles = {action.id: action.title for action in open_actions}
        past = [Moment(one.reported_at, What.ROUND_ENDS) for one in known if one.reported_at]
        ahead = [
            Moment(one.at, _WHAT[one.what], titles.get(one.about, ""))
            for one in coming(self.district.slug, self.district.zone, collecting, dates, open_actions)
        ]
        # News that came about at night goes out in the morning.
        ahead += [Moment(held.astimezone(self.district.zone), What.PROMISE)] if held else []
        start = [Moment(STARTS, What.DEMO_STARTS)]
        return sorted([*start, *past, *ahead], key=lambda moment: moment.at)

    async def next_moment(self) -> Moment | None:
        """Jump to the first moment to come, let it happen, and wait until everybody heard of it."""
        ahead = [moment for moment in await self.timeline() if moment.at > self.clock()]
        if not ahead:
            return None
        self.clock.jump(ahead[0].at + _TICKING)
        await self.settle()
        morning = quiet_until(USUAL, self.clock(), self.district.zone)
        if morning is not None:
            # A round ends at midnight; whoever plays the wijkverband goes on by day, when people can be told.
            self.clock.jump(morning + _TICKING)
            await self.settle()
        return ahead[0]

    async def settle(self) -> None:
        """Whatever was said is taken in, whatever is due happens, whatever waits is sent."""
        await self._taken()
        await self.house.tick()
        await self.house.bundle_now()
        await self.house.send_all()

    async def _taken(self) -> None:
        async with asyncio.timeout(_PATIENCE):
            while self.local.waiting:
                await self.local.changed()

    async def fill_month(self) -> AsyncIterator[Progress]:
        """The October round of the sample wijk, spread over what is left of the running round."""
        days = list(_by_day(_signals()))
        total = sum(len(rows) for _, rows in days)
        span = span_of(self.district.rhythm, local_day(self.clock(), self.district.zone))
        end = span.ends_at(self.district.zone) - timedelta(hours=1)
        step = (end - self.clock()) / (len(days) + 1)
        await self._hire({row["reporter"] for _, rows in days for row in rows})
        done = 0
        for _, rows in days:
            self.clock.jump(self.clock() + step)
            for row in rows:
                self._play(row)
                done += 1
            await self._taken()
            await self.house.send_all()
            self._tell_buurt(rows)
            yield Progress(done, total)
        await self.house.bundle_now()

    async def _hire(self, people: set[str]) -> None:
        """Professionals and volunteers of the sample get their role the way everybody does."""
        grants = {"p": Grant.PROFESSIONAL, "v": Grant.VOLUNTEER}
        for person in sorted(people):
            if person[0] in grants:
                self.local.open(person, await self._invite(person, grants[person[0]], ""))
        await self._taken()

    def _play(self, row: dict[str, Any]) -> None:
        """One row, said as its person would say it."""
        person = row["reporter"]
        match row["source"]:
            case "uitvraag":
                first = row["question"] == 1
                self.local.say(person, "uitvraag")
                self.local.say(person, row["text"] if first else "overslaan")
                self.local.say(person, "overslaan" if first else row["text"])
            case "gesprek":
                for line in ("gesprek", row["buurt"] or self.district.name, "1", row["text"], "klaar"):
                    self.local.say(person, line)
            case _:
                self.local.say(person, row["text"])

    def _tell_buurt(self, rows: Sequence[dict[str, Any]]) -> None:
        """Residents who were asked for their buurt press it; who does not know passes the question by."""
        for row in rows:
            last = self.local.sees(row["reporter"])[-1]
            wanted = (key.token for key in last.buttons if key.label == row["buurt"] and not key.pressed_by)
            for token in wanted:
                self.local.press(row["reporter"], token)


def _signals() -> Iterator[dict[str, Any]]:
    for line in _sample("month.jsonl").splitlines():
        yield json.loads(line)


def _by_day(rows: Iterator[dict[str, Any]]) -> Iterator[tuple[date, list[dict[str, Any]]]]:
    days: dict[date, list[dict[str, Any]]] = {}
    for row in rows:
        days.setdefault(date.fromisoformat(row["date"]), []).append(row)
    yield from sorted(days.items())
