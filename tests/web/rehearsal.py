"""The demo page with a small bot behind it: real server, real phones, a director with a few moments."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.chat import Button, File, Incoming, Outgoing, Photo, Press, Removal, Start, Words
from bot.local import Groups, Local
from web.cast import CAST, GROUP
from web.demo import Site
from web.serving import serving
from web.stage import Moment, Phone, Progress, What

FIRST = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)
LANGUAGES = {phone.id: phone.language for phone in CAST}
GROUPS = Groups({GROUP: ("marit", "jamila", "zorg")}, LANGUAGES)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"


@dataclass
class Director:
    """Knows four moments; at the end of the round the group gets a report."""

    local: Local
    at: datetime = FIRST
    coming: list[Moment] = field(
        default_factory=lambda: [
            Moment(FIRST + timedelta(days=26), What.ROUND_ENDS),
            Moment(FIRST + timedelta(days=60), What.MEETING),
            Moment(FIRST + timedelta(days=74), What.FIRST_STEP, "Lampen bij flat De Linde"),
        ]
    )
    past: list[Moment] = field(default_factory=lambda: [Moment(FIRST, What.DEMO_STARTS)])
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    sent: int = 10_000

    def now(self) -> datetime:
        return self.at

    async def phones(self) -> Sequence[Phone]:
        return CAST

    async def timeline(self) -> Sequence[Moment]:
        return [*self.past, *self.coming]

    async def next_moment(self) -> Moment | None:
        if not self.coming:
            return None
        moment = self.coming.pop(0)
        self.past.append(moment)
        self.at = moment.at
        text = "Ronde oktober, De Boomgaard. 148 mensen, 4 buurten.\n1. Schimmel in flat De Linde. 16 mensen."
        report = File("verslag-oktober.pdf", "application/pdf", PDF, "Het verslag van oktober op een blad")
        self.sent += 1
        await self.local.send(
            Outgoing(self.sent, GROUP, text, (Button("Begin", f"begin-{self.sent}"),), report)
        )
        return moment

    async def fill_month(self) -> AsyncIterator[Progress]:
        for done in range(1, 4):
            self.local.say(f"r{done}", f"bericht {done}")
            yield Progress(done, 3)
        await self.gate.wait()


async def answer(local: Local) -> None:
    """A bot of a few lines: a receipt with buttons for a text, a word for everything else."""
    number = 0
    async for batch in local.listen(None):
        for event in batch.events:
            number += 1
            text, labels = reply(event)
            buttons = tuple(Button(label, f"{number}-{i}") for i, label in enumerate(labels))
            await local.send(Outgoing(number, event.room, text, buttons))


def reply(event: Incoming) -> tuple[str, tuple[str, ...]]:
    """What the bot answers, and the labels of its buttons."""
    match event.content:
        case Words(text=text) if re.search("[\u0600-\u06ff]", text):
            return "شكرا. تم حفظ رسالتك.", ("نعم", "لا")
        case Words():
            return "Bedankt. Uw signaal 2026-0412 is bewaard.\nZie https://example.org/wijk.", (
                "Klopt niet",
                "Trek in",
            )
        case Press(token=token):
            return f"U koos {token}.", ()
        case Start(payload=payload):
            return f"Hallo. Hier vertelt u wat er speelt in De Boomgaard. {payload}".strip(), ("Andere taal",)
        case Photo():
            return "Dank u voor de foto.", ()
        case Removal():
            return "Verwijderd.", ()
        case _:
            return "Gezien.", ()


@dataclass(frozen=True)
class Stage:
    address: str
    local: Local
    director: Director
    site: Site


@contextlib.asynccontextmanager
async def rehearsal(folder: Path, *, bot: bool = True) -> AsyncIterator[Stage]:
    """Everything up and running on a free port, and down again at the end."""
    local = Local(folder, lambda: director.at, GROUPS)
    director = Director(local)

    async def restart() -> None:
        local.clear()

    site = Site(local, director, restart=restart)
    async with serving(site.app, port=0, stop=site.close) as address, asyncio.TaskGroup() as tasks:
        answering = [tasks.create_task(answer(local))] if bot else []
        try:
            yield Stage(address, local, director, site)
        finally:
            for task in answering:
                task.cancel()
    local.close()
