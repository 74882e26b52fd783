"""`demo` and `run`: the two commands that go on until they are stopped."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.options import ConfigFile, tools_of
from bot.config import load


def demo(
    context: typer.Context,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="PORT", help="Port of the page; 0 takes a free one.")
    ] = 8000,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Keep the demo in this folder; without it everything goes when it stops."
        ),
    ] = None,
) -> None:
    """Show the whole service on one page, with made-up people.

    No account is needed. Open the address that it prints. Nothing leaves this machine. Stop it with Ctrl-C.

    \b
    Example:
      wijksignaal demo
      wijksignaal demo --port 8080 --data /tmp/try
    """
    raise typer.Exit(tools_of(context).demo(port, data))


def run(context: typer.Context, config: ConfigFile) -> None:
    """Run the service until it is stopped.

    Ctrl-C or SIGTERM (systemd) stop it. Ends with 75 when another instance already uses the same store.

    \b
    Example:
      wijksignaal run --config /srv/wijksignaal/config.toml
    """
    raise typer.Exit(tools_of(context).run(load(config), config))
