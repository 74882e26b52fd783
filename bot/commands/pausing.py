"""`pause` and `resume`: nothing is sent for a while, and nothing that comes in is lost."""

from typing import Annotated

import typer

from bot.commands.options import ConfigFile, awaited, opened, tools_of
from bot.commands.tools import Failed
from bot.config import Settings, load
from storage import account, pauses, waiting
from storage.states import Delivery


def pause(
    context: typer.Context,
    config: ConfigFile,
    reason: Annotated[str, typer.Option(help="Why, for the audit log. Name nobody.")] = "by the operator",
) -> None:
    """Have nothing sent, for when something is wrong.

    What comes in is kept. Whoever writes hears once that answers come later; words of danger are answered as
    always, and "wissen" works. Rounds, reminders and reports wait. A restart changes nothing.

    \b
    Example:
      wijksignaal pause --config config.toml --reason "wrong words in a report"
    """
    waits = awaited(_paused(load(config), context, reason))
    typer.echo(f"Paused. {waits} messages wait. Go on with: wijksignaal resume --config {config}")


def resume(context: typer.Context, config: ConfigFile) -> None:
    """Go on after a pause, or after a restore.

    What waited goes out at the pace of the platforms, news in the hours of its readers. What fell due
    meanwhile is done now, each thing once.

    \b
    Example:
      wijksignaal resume --config config.toml
    """
    waits = awaited(_resumed(load(config), context))
    typer.echo(f"Going on. {waits} messages go out, at the pace of the platforms.")


async def _paused(settings: Settings, context: typer.Context, reason: str) -> int:
    now = tools_of(context).clock()
    async with opened(settings) as store, store.begin() as connection:
        if not await pauses.begin(connection, reason, pauses.OPERATOR, now):
            raise Failed("It was paused already.")
        await account.note(connection, "paused", "operator", reason, now)
        return (await waiting.counts(connection))[Delivery.PENDING]


async def _resumed(settings: Settings, context: typer.Context) -> int:
    now = tools_of(context).clock()
    async with opened(settings) as store, store.begin() as connection:
        if not await pauses.end(connection, now):
            raise Failed("Nothing was paused.")
        await account.note(connection, "resumed", "operator", "", now)
        return (await waiting.counts(connection))[Delivery.PENDING]
