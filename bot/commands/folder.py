"""`folder`: everything of a wijk in one ZIP, what everybody may read apart from the rest."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.calendar_file import calendar_file
from bot.commands.links import ways
from bot.commands.options import (
    ConfigFile,
    Slug,
    awaited,
    check_out,
    district_of,
    opened,
    tools_of,
    write_out,
)
from bot.commands.tools import WrongUse, aside
from bot.config import Settings, load
from bot.texts import OF_ROLES, Words
from domain.districts import District
from domain.folder import Door, Folder
from reports.folder_zip import folder_zip
from storage.folder import folder_of


def folder(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    out: Annotated[
        Path,
        typer.Option(
            "-o", "--out", metavar="OUT.zip", help="Where it goes; - is the screen.", show_default=False
        ),
    ],
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="nl or en; else the first language of the wijk.")
    ] = None,
) -> None:
    """Write everything of a wijk in one ZIP, as it stands now.

    Agreements, actions, feedback, report and calendar. In it, openbaar/ holds only what was approved for
    everybody; wijkverband/ is for the partners, and README.txt says what each file is. The same data gives
    the same bytes. Works while the service runs.

    \b
    Example:
      wijksignaal folder --config config.toml --wijk boomgaard -o boomgaard.zip
    """
    check_out(out)
    settings, tools, words = load(config), tools_of(context), Words()
    district = district_of(settings, wijk)
    spoken = words.whole(language or district.languages[0])
    if language is not None and language not in OF_ROLES:
        raise WrongUse(f"--language: a folder is written in {' or '.join(OF_ROLES)}, not in {language!r}.")
    found, calendar = awaited(_found(settings, district, spoken, tools.clock()))
    links = awaited(ways(settings, tools, district.slug))
    doors = tuple(Door(one.name.lower(), one.link) for one in links if one.name)
    whole = replace(found, page=replace(found.page, doors=doors))
    with aside().status("Packing ..."):
        data = folder_zip(whole, partial(words.say, language=spoken), spoken, {"agenda.ics": calendar})
    write_out(out, data)


async def _found(
    settings: Settings, district: District, language: str, now: datetime
) -> tuple[Folder, bytes]:
    async with opened(settings) as store:
        async with store.read() as connection:
            found = await folder_of(connection, district, now)
        return found, await calendar_file(store, Words(), district, language, now)
