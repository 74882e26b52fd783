"""`health`: is the service well, and if not, why?"""

import typer

from bot import health as state
from bot.commands.options import ConfigFile, awaited, opened, tools_of
from bot.commands.tools import FAILED, Failed
from bot.config import Settings, load
from bot.health import Signs


def health(context: typer.Context, config: ConfigFile) -> None:
    """Say whether the service is well, and if not, why.

    Ends with 0 and "ok", or with 1 and the reasons, one line each. Looks at signs of life, messages
    that could not be sent or read, a platform that refuses the account, and
    the disk. Works while the service runs, and when it does not.

    \b
    Example:
      wijksignaal health --config config.toml || echo "look at it"
    """
    settings = load(config)
    try:
        found = awaited(_signs(settings))
    except Failed as fault:
        typer.echo(f"WRONG: {fault}")
        raise typer.Exit(FAILED) from fault
    now = tools_of(context).clock()
    for line in state.remarks(found, now):
        typer.echo(f"note: {line}")
    reasons = state.wrong(found, now)
    for line in reasons:
        typer.echo(f"WRONG: {line}")
    if reasons:
        raise typer.Exit(FAILED)
    typer.echo("ok")


async def _signs(settings: Settings) -> Signs:
    async with opened(settings) as store:
        return await state.signs(store)
