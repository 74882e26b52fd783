"""`calendar`: the next meetings of a wijk and the days of its open actions, as an .ics file."""

import typer

from bot.calendar_file import calendar_file
from bot.commands.options import (
    ConfigFile,
    Out,
    Slug,
    awaited,
    check_out,
    district_of,
    opened,
    tools_of,
    write_out,
)
from bot.config import Settings, load
from bot.texts import Words
from domain.districts import District


def calendar(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    out: Out,
) -> None:
    """Write the calendar of a wijkverband.

    It has the next six meetings, and the days of the open actions. Any calendar program reads it. Import it
    once more after a change: entries are replaced, never doubled. It names topics, and nobody.

    \b
    Example:
      wijksignaal calendar --config config.toml --wijk boomgaard -o boomgaard.ics
    """
    check_out(out)
    settings, now = load(config), tools_of(context).clock()
    district = district_of(settings, wijk)

    async def made(settings: Settings, district: District) -> bytes:
        async with opened(settings) as store:
            return await calendar_file(store, Words(), district, district.languages[0], now)

    write_out(out, awaited(made(settings, district)))
