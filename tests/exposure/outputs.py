"""Everything that the house gives out, after a round in which many people with canaries spoke.

What there is to give out is read from the code: a command, a format, a file or a page that is new has to be
added to `test_canaries.py` before its tests pass.
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import httpx
from sqlalchemy import select, update

from bot.config import load, secret
from bot.health import reasons
from bot.keys import Keys
from bot.mail import Mail, Posting
from bot.mail_server import MailServer
from bot.service import House, built
from domain.heard import Command
from domain.invitations import Grant
from domain.messages import Attachment, Text
from storage import schema
from storage.quotes import approved
from storage.states import FeedbackState, PhotoState
from tests.bot.at_terminal import Operator
from tests.bot.on_telegram import account
from tests.bot.scripted import Clock, Street
from tests.exposure.everybody import person, speaks
from tests.exposure.on_telegram import Town
from tests.servers.telegram.groups import Group
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer
from web.app import service
from web.report import report_route
from web.wijk import WijkSite

PEOPLE = int(os.environ.get("WIJK_CANARIES", "28"))
"""In `make endure` a thousand."""
MOMENT = datetime(2026, 10, 12, 12, 30, tzinfo=UTC)
ROUND = "2026-10"
OURS = ("bot", "bundling", "domain", "handlers", "reports", "scheduler", "screening", "storage", "web")
"""Whose log is searched; what libraries tell is looked at in tests/ops/test_nothing_told.py."""
ROLES: dict[str, tuple[Grant, str]] = {
    "marit": (Grant.COORDINATOR, "wijkcoordinator"),
    "jamila": (Grant.PARTNER, "Woningcorporatie"),
    "sanne": (Grant.PROFESSIONAL, "wijkverpleging"),
    "bep": (Grant.VOLUNTEER, ""),
    "lies": (Grant.EXPERT, ""),
}
CONFIG = """
[service]
secret_file = "secret"

[storage]
url = "sqlite:///data/wijk.sqlite"

[telegram]
token_file = "token"
base_url = "{server.base_url}"
base_file_url = "{server.base_file_url}"

[web]
public_url = "https://wijk.example.org"

[[wijk]]
slug = "boomgaard"
name = "De Boomgaard"
buurten = ["Appelhof", "Perenpad", "Kersentuin"]
questions = ["Wat gaat goed in de buurt?", "Wat zou deze bewoner als eerste veranderen?"]
"""


@dataclass(slots=True)
class Outputs:
    """By name what came out, who of the readers may read words, and what the stores hold."""

    told: dict[str, bytes] = field(default_factory=dict)
    words_allowed: set[str] = field(default_factory=set)
    quoted: tuple[str, ...] = ()
    main_store: bytes = b""
    vault: bytes = b""
    names_of_files: bytes = b""
    kinds: set[str] = field(default_factory=set)

    def keep(self, name: str, data: bytes | str, kind: str = "") -> None:
        self.told[name] = data if isinstance(data, bytes) else data.encode()
        self.kinds.add(kind or name)


class _Log(logging.Handler):
    """Whatever is logged, at DEBUG, with what a traceback would show."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


async def made(folder: Path, attachments: set[str]) -> Outputs:
    """Play the round, and make everything."""
    out, log = Outputs(), _Log()
    loggers = [logging.getLogger(name) for name in OURS]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.addHandler(log)
        one.setLevel(logging.DEBUG)
    try:
        async with _town(folder) as here:
            cast = await _played(here)
            await _files(out, here, attachments)
            _phones(out, here, cast)
            out.quoted = await _quoted(here.house)
            await _pages(out, here.house, here.clock)
            await _mail(out, here.house, here.clock)
            await _commands(out, folder, here.clock())
    finally:
        for one, level in zip(loggers, levels, strict=True):
            one.removeHandler(log)
            one.setLevel(level)
    out.keep("log", "\n".join(log.lines))
    _stores(out, folder)
    return out


def _stores(out: Outputs, folder: Path) -> None:
    for path in sorted((folder / "data").rglob("*")):
        if path.is_file() and "vault" in path.name:
            out.vault += path.read_bytes()
        elif path.is_file():
            out.main_store += path.read_bytes()
    out.names_of_files = "\n".join(map(str, sorted(folder.rglob("*")))).encode()


@asynccontextmanager
async def _town(folder: Path) -> AsyncIterator[Town]:
    clock = Clock(MOMENT)
    (folder / "data").mkdir()
    (folder / "secret").write_text("a-secret-of-these-tests")
    async with TelegramServer() as server, account(server) as chat:
        (folder / "token").write_text(server.token)
        (folder / "config.toml").write_text(CONFIG.format(server=server))
        settings = load(folder / "config.toml")
        key = secret(settings.service.secret, settings.service.secret_file, "service.secret")
        batches = chat.listen(None)
        async with built(
            settings.keeping, key, settings.districts, (chat,), clock, address=settings.web.public_url
        ) as house:
            street = Street(house, chat, clock)  # type: ignore[arg-type] # only to count what waits
            yield Town(server, house, chat, clock, street, batches)
            await batches.aclose()


@dataclass(slots=True)
class _Cast:
    roles: dict[str, Person]
    group: Group
    residents: list[Person]


async def _played(here: Town) -> _Cast:
    """October: everybody speaks; November: the wijkverband reads, quotes, decides and tells."""
    await here.house.tick()
    roles = {name: here.server.person(f"Rol {name}") for name in ROLES}
    for name, (grant, label) in ROLES.items():
        roles[name].says(await here.code(name, grant, label))
    await here.takes()
    group = here.server.group("Wijkverband", *roles.values())
    roles["marit"].says(await here.code("group", Grant.ROOM), group)
    await here.takes()
    residents = [person(here.server, n) for n in range(PEOPLE)]
    for n, one in enumerate(residents):
        speaks(one, n)
        if n % 20 == 19:
            await here.takes()
            here.clock.on(minutes=3)
    await here.takes()
    residents[0].says("status")
    residents[1].says("gegevens")
    await here.takes()
    await _november(here, roles, group)
    return _Cast(roles, group, residents)


async def _november(here: Town, roles: dict[str, Person], group: Group) -> None:
    here.clock.now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    await here.house.tick()
    await here.takes()
    await here.settles()
    for line in ("citaten", "goed", "goed", "overslaan", "klaar"):
        roles["marit"].says(line)
        await here.takes()
    roles["marit"].says("begin 1", group)
    await here.takes()
    for line in (
        "oppakken",
        "lampen ophangen",
        "woningcorporatie",
        "geen",
        "bestellen",
        "over 6 weken",
        "goed",
    ):
        roles["jamila"].says(line, group)
        await here.takes()
    for _ in range(4):
        for line in ("nu niet", "Hier is nu geen geld voor.", "goed"):
            roles["jamila"].says(line, group)
            await here.takes()
    roles["jamila"].says("sluit de ronde", group)
    await here.takes()
    here.clock.on(minutes=1)
    await here.house.tick()
    for _ in range(6):
        for name in ("lies", "marit"):
            roles[name].says("goed")
            await here.takes()
    async with here.house.store.begin() as connection:
        # Whoever may check words found all of them good.
        await connection.execute(
            update(schema.feedback).values(state=FeedbackState.APPROVED, approved_at=here.clock())
        )
    await _every_word(here, roles, group)


async def _every_word(here: Town, roles: dict[str, Person], group: Group) -> None:
    """Each command that there is, by who decides, checks and runs things, and in the group."""
    for command in Command:
        if command is Command.WIPE:
            continue
        word = here.house.words.say(Text(f"command-{command.value}"), "nl").split(",")[0].strip()
        for said in (word, "annuleer"):
            for name in ("marit", "jamila", "lies"):
                roles[name].says(said)
            roles["sanne"].says(said, group)
        roles["marit"].says(f"{word} 1")
        await here.takes()
        here.clock.on(minutes=1)


async def _quoted(house: House) -> tuple[str, ...]:
    async with house.store.read() as connection:
        found = await approved(connection, "boomgaard", ROUND)  # type: ignore[arg-type] # a name of a round
    return tuple(quote.text for quotes in found.values() for quote in quotes)


def _phones(out: Outputs, here: Town, cast: _Cast) -> None:
    """What stands on the phones of everybody who is not the resident themselves."""
    for name, one in cast.roles.items():
        for chat, where in ((one.id, name), (cast.group.id, "group")):
            seen = [line for line in one.seen if line.chat == chat]
            lines = "\n".join(f"{line.text} {line.buttons}" for line in seen)
            out.keep(f"chat of {where}", lines, "chat")
            for at, line in enumerate(seen):
                if line.file:
                    out.keep(f"file {at} to {where}: {line.file.name}", line.file.data, "chat")
    out.words_allowed.add("chat of marit")
    # What residents read: of one another nothing, so each is searched for the canaries of all the others.
    others = "\n".join(line.text for one in cast.residents[2::7] for line in one.seen)
    out.keep("chats of residents", others, "chat")
    out.words_allowed.add("chats of residents")


async def _files(out: Outputs, here: Town, kinds: set[str]) -> None:
    papers = here.house.sender.attachments
    about = {"report": f"boomgaard/{ROUND}", "report-picture": f"boomgaard/{ROUND}", "qr": "code"}
    about |= {"feedback": f"boomgaard/{ROUND}", "poster": f"boomgaard/{ROUND}"}
    about |= {"poster-done": f"boomgaard/{ROUND}", "photo": await _a_photo(here.house)}
    for kind in kinds:
        if kind == "data":
            out.kinds.add("attachment data")
            continue
        wanted = Attachment(kind, about.get(kind, "boomgaard"))
        file = await papers.file(wanted, here.chat, "nl", here.clock())
        out.keep(f"attachment {kind}", file.data + f"\n{file.name} {file.alt}".encode())


async def _a_photo(house: House) -> str:
    """The first that was kept."""
    kept = select(schema.photos.c.id).where(schema.photos.c.state == PhotoState.KEPT)
    async with house.store.read() as connection:
        return str((await connection.execute(kept.order_by(schema.photos.c.id).limit(1))).scalar_one())


async def _pages(out: Outputs, house: House, clock: Callable[[], datetime]) -> None:
    routes = [report_route(house.pages.report), *WijkSite(house.wijk).routes()]
    app = service(partial(reasons, house.store, clock), routes)
    token = house.pages.keys.page("boomgaard", ROUND)
    paths = {
        "/health": "/health",
        "/wijk": "/wijk",
        "/wijk/": "/wijk/",
        "/wijk/{slug}": "/wijk/boomgaard",
        "/wijk/{slug}/": "/wijk/boomgaard/?taal=en",
        "/report/{slug}/{round}/{token}": f"/report/boomgaard/{ROUND}/{token}",
    }
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://wijk.example.org") as client:
        for route, path in paths.items():
            answer = await client.get(path)
            out.keep(f"page {route}", answer.content + str(answer.headers).encode())


async def _mail(out: Outputs, house: House, clock: Callable[[], datetime]) -> None:
    server = MailServer("127.0.0.1", 1, "none", "Wijk <wijk@example.org>", timeout=1)
    posting = Posting(server, {"boomgaard": ("team@example.org",)})
    mail = Mail(house.store, house.words, Keys("s"), house.pages.find, house.pages.link, clock, posting)
    report = await house.pages.find("boomgaard", ROUND)
    out.keep("mail", mail.message(report, "team@example.org", clock()).as_bytes())


async def _commands(out: Outputs, folder: Path, now: datetime) -> None:
    """The commands of the operator that say something of a wijk, in every format that each has."""
    operator = Operator(folder, now)
    round_, to = ("--round", ROUND), folder / "made"
    to.mkdir()
    asked: dict[str, list[tuple[str, ...]]] = {
        "report": [
            *((*round_, "--format", one) for one in ("text", "pdf", "png", "html", "xlsx", "json")),
            *(
                (*round_, "--format", "csv", "--table", one)
                for one in ("topics", "reach", "actions", "round")
            ),
        ],
        "feedback": [
            (*round_, "--format", "pdf"),
            *((*round_, "--for", one) for one in ("newsletter", "website", "chat")),
        ],
        "poster": [("--size", "a4", "--done"), ("--size", "a3")],
        "folder": [()],
        "calendar": [()],
        "ledger": [("--format", "text"), ("--format", "json")],
        "round show": [()],
        "role list": [()],
        "who list": [()],
        "audit": [()],
        "health": [()],
        "check": [()],
        "retention": [("--dry-run",)],
    }
    for command, options in asked.items():
        for at, more in enumerate(options):
            words: list[str] = [*command.split(), *more, "--config", str(operator.config)]
            if command not in {"health", "check", "retention"}:
                words += ["--wijk", "boomgaard"]
            file = to / f"{command}-{at}.zip"
            words += (
                ["-o", str(file)] if command in {"report", "feedback", "poster", "folder", "calendar"} else []
            )
            result = await asyncio.to_thread(operator.types, *words)
            said = result.output.encode() + (file.read_bytes() if file.exists() else b"")
            name = " ".join((command, *more))
            out.keep(f"command {name}", said, f"command {command}")
            assert "Traceback" not in result.output, result.output
            assert result.exit_code in {0, 1}, f"{name}: {result.output}"
