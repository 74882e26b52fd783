"""`wipe` and `retention`: what goes, by hand and by itself."""

from typing import Annotated

import typer

from bot.chat import Platform
from bot.commands.options import ConfigFile, awaited, opened, tools_of
from bot.commands.tools import Failed, Tools, WrongUse, counted
from bot.config import Settings, load, secret
from bot.keys import Keys
from bot.same_key import must_be_the_same
from domain.messages import PersonKey
from storage import account, keeping, privacy, retention, settling
from storage.engine import Connection
from storage.leavers import Leaver, by_number, wipe_respondent


def wipe(
    context: typer.Context,
    config: ConfigFile,
    signal: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="The number of one of their signals.")
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(metavar="PLATFORM:ID", help="telegram:NUMBER, or matrix:@NAME:SERVER."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove somebody who asks for it by letter or at the desk.

    The same as "wissen" in the chat: everything they said, their address, and their key everywhere. Make sure
    that it is them who asks. A signal that a professional logged for somebody removes what was logged for
    that person, and not the professional. Works while the service runs.

    \b
    Example:
      wijksignaal wipe --config config.toml --signal 2026-0412
      wijksignaal wipe --config config.toml --address telegram:123456789 --yes
    """
    if (signal is None) == (address is None):
        raise WrongUse("Name the person by --signal NUMBER or by --address PLATFORM:ID, one of the two.")
    settings, tools = load(config), tools_of(context)
    leaver = awaited(_found(settings, signal, address))
    typer.echo(f"{leaver.about}: {_counted(leaver)}")
    if not yes and not typer.confirm("Remove all of it for good?"):
        raise Failed("Nothing was removed.")
    for line in awaited(_wiped(settings, tools, leaver)):
        typer.echo(line)


def retention_(
    context: typer.Context,
    config: ConfigFile,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go; change nothing.")] = False,
) -> None:
    """Remove what was kept long enough, now.

    The service does it by itself, once a day. The periods stand in [retention] of the config.toml.

    \b
    Example:
      wijksignaal retention --config config.toml --dry-run
    """
    settings, tools = load(config), tools_of(context)
    lines = _would_go(settings, tools) if dry_run else _goes(settings, tools)
    for line in awaited(lines):
        typer.echo(line)


async def _found(settings: Settings, signal: str | None, address: str | None) -> Leaver:
    keys = _keys(settings) if address else None
    async with opened(settings) as store:
        if keys is not None:
            await must_be_the_same(store, keys)
        async with store.read() as connection:
            if keys is None:
                leaver = await by_number(connection, signal or "")
            else:
                leaver = await _by_address(connection, keys, address)
    if leaver is None:
        raise Failed(
            f"{signal or address}: nobody is known by that. Look at the number, or ask for another one."
        )
    return leaver


def _keys(settings: Settings) -> Keys:
    return Keys(secret(settings.service.secret, settings.service.secret_file, "service.secret"))


async def _by_address(connection: Connection, keys: Keys, address: str | None) -> Leaver | None:
    platform, _, user = (address or "").partition(":")
    if platform not in (Platform.TELEGRAM, Platform.MATRIX) or not user:
        raise WrongUse(f"--address: {address!r} is no address. Write telegram:NUMBER or matrix:@NAME:SERVER.")
    person = keys.of(Platform(platform), user)
    kept = {
        name: len(rows) for name, rows in (await privacy.everything_of(connection, person)).items() if rows
    }
    return Leaver(person, "This person", kept) if kept else None


async def _wiped(settings: Settings, tools: Tools, leaver: Leaver) -> list[str]:
    now = tools.clock()
    async with opened(settings) as store:
        if leaver.respondent is None:
            await settling.erase(store, PersonKey(leaver.person), now)
        else:
            for person in await wipe_respondent(store, leaver):
                await settling.erase(store, person, now)
        async with store.begin() as connection:
            await account.note(connection, "wiped on request", "operator", "", now)
            # The running service holds topics in memory: it makes them anew.
            await account.beat(connection, account.WIPED, now)
        emptied = await store.overwrite_what_was_deleted()
    later = "" if emptied else " The rest of the disk space is overwritten within a day."
    return [f"Gone: {_counted(leaver)}.{later}", "Backups made before now still hold it, for 7 days at most."]


async def _would_go(settings: Settings, tools: Tools) -> list[str]:
    async with opened(settings) as store, store.read() as connection:
        due = await retention.due(connection, tools.clock(), store.periods)
    lines = [f"{one.table:<24} {one.rows:>8}  since {one.oldest or '-'}" for one in due if one.rows]
    return [*(lines or ["Nothing is old enough."]), "Nothing was changed."]


async def _goes(settings: Settings, tools: Tools) -> list[str]:
    async with opened(settings) as store:
        gone = await keeping.forget_old(store, tools.clock(), store.periods)
        await store.overwrite_what_was_deleted()
    return [f"{counted(gone, 'row or person', 'rows and people')} removed or emptied"]


def _counted(leaver: Leaver) -> str:
    return ", ".join(f"{count} in {name}" for name, count in sorted(leaver.kept.items()))
