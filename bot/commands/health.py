"""`health`: is the service well, and if not, why?"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer

from bot import health as state
from bot.commands.options import ConfigFile, awaited, opened, tools_of
from bot.commands.tools import FAILED, Failed
from bot.config import Settings, load
from bot.health import Signs
from storage import account

LOOKED = "looked"
"""Sign of life of whoever looks after the service."""


def health(
    context: typer.Context,
    config: ConfigFile,
    as_json: Annotated[bool, typer.Option("--json", help="One object: ok, reasons and notes.")] = False,
) -> None:
    """Say whether the service is well, and if not, why.

    Ends with 0 and "ok", or with 1 and the reasons, one line each. Looks at signs of life, messages
    that could not be sent or read, a platform that is silent or refuses the account, a pause,
    the last backup, and the disk. Works while the service runs, and when it does not.

    \b
    Example:
      wijksignaal health --config config.toml || echo "look at it"
    """
    settings = load(config)
    now = tools_of(context).clock()
    try:
        found = awaited(_signs(settings, now))
        reasons, notes = list(state.wrong(found, now)), list(state.remarks(found, now))
    except Failed as fault:
        reasons, notes = [str(fault)], []
    if as_json:
        typer.echo(json.dumps({"ok": not reasons, "reasons": reasons, "notes": notes}, ensure_ascii=False))
    else:
        _tell(reasons, notes)
    if reasons:
        raise typer.Exit(FAILED)


def _tell(reasons: Sequence[str], notes: Sequence[str]) -> None:
    for line in notes:
        typer.echo(f"note: {line}")
    for line in reasons:
        typer.echo(f"WRONG: {line}")
    if not reasons:
        typer.echo("ok")


async def _signs(settings: Settings, now: datetime) -> Signs:
    async with opened(settings) as store:
        async with store.begin() as connection:
            # A full disk is seen by who writes only.
            await account.beat(connection, LOOKED, now)
        return await state.signs(store, settings.storage.backup_within)
