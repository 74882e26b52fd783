"""Options that several commands have, and what they are about."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from bot.commands.tools import Failed, Tools, WrongUse
from bot.config import Settings
from domain.districts import District
from domain.rounds import RoundName, Span, local_day, span_named, span_of
from storage.engine import STORE_DOWN, Store, StoreUnusable, open_store
from storage.faults import plain
from storage.migrate import SchemaTooNew

Result = TypeVar("Result")

ConfigFile = Annotated[
    Path, typer.Option("--config", metavar="FILE", help="The config.toml of the service.", show_default=False)
]
Slug = Annotated[
    str,
    typer.Option(
        "--wijk", metavar="SLUG", help="Which wijk: its slug in the config.toml.", show_default=False
    ),
]
RoundOption = Annotated[
    str | None,
    typer.Option(
        "--round", metavar="YYYY-MM", help="Which round: the month of its last day.", show_default=False
    ),
]
ThisRound = Annotated[
    str, typer.Option("--round", metavar="YYYY-MM", help="Which round.", show_default=False)
]
Out = Annotated[
    Path,
    typer.Option("-o", "--out", metavar="OUT", help="Where it goes; - is the screen.", show_default=False),
]


def tools_of(context: typer.Context) -> Tools:
    """What the start of the program handed over."""
    tools: Tools = context.obj
    return tools


def district_of(settings: Settings, slug: str) -> District:
    """The wijk of that slug."""
    for district in settings.districts:
        if district.slug == slug:
            return district
    known = ", ".join(district.slug for district in settings.districts)
    raise WrongUse(f"--wijk: there is no wijk {slug!r} in the settings. There is: {known}.")


def round_name(written: str) -> RoundName:
    """A round as it was typed."""
    try:
        return RoundName(f"{datetime.strptime(written, '%Y-%m'):%Y-%m}")  # noqa: DTZ007 - a month has no zone
    except ValueError:
        raise WrongUse(f"--round: {written!r} is no month. Write it like 2026-10.") from None


def span_asked(district: District, written: str | None, now: datetime) -> Span:
    """The round of that name, or the one that is running."""
    if written is None:
        return span_of(district.rhythm, local_day(now, district.zone))
    name = round_name(written)
    try:
        return span_named(district.rhythm, name)
    except ValueError as fault:
        raise WrongUse(f"--round: {fault} in {district.name}.") from None


def awaited(work: Coroutine[Any, Any, Result]) -> Result:
    """Do it now and give what comes out."""
    return asyncio.run(work)


@asynccontextmanager
async def opened(settings: Settings, *, existing: bool = True) -> AsyncIterator[Store]:
    """The store of these settings; with `existing` none is made where there is none."""
    try:
        store = open_store(settings.keeping)
        if existing and store.missing:
            raise Failed(f"storage.url: there is no store at {store.path} yet. Start the service first.")
        async with store:
            yield store
    except (StoreUnusable, SchemaTooNew) as fault:
        raise Failed(f"storage.url: {fault}.") from fault
    except STORE_DOWN as fault:
        raise Failed(f"storage.url: the database cannot be used now: {plain(fault)}.") from fault


def write_out(out: Path, data: bytes) -> None:
    """The whole file, or nothing; `-` is stdout."""
    if str(out) == "-":
        typer.echo(data, nl=False)
        return
    beside = out.with_name(f".{out.name}.new")
    try:
        if out.exists() and not out.is_file():
            # A device or a pipe is written to; a file in its place would take it from everybody.
            out.write_bytes(data)
            return
        beside.write_bytes(data)
        beside.replace(out)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise Failed(f"{out}: cannot be written ({fault.strerror}).") from fault


def check_out(out: Path) -> None:
    """Before long work: can the result be written there?"""
    if str(out) == "-":
        return
    if out.is_dir():
        raise WrongUse(f"{out}: is a folder. Name a file in it.")
    if not out.absolute().parent.is_dir():
        raise WrongUse(f"{out}: there is no folder {out.absolute().parent}. Make it first.")
