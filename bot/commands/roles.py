"""`role list` and `role withdraw`: who may do what in a wijk, as far as the store knows, and how it ends."""

from datetime import datetime
from typing import Annotated

import typer

from bot.commands.options import ConfigFile, Slug, awaited, district_of, opened, tools_of
from bot.commands.tools import Failed, counted
from bot.config import load
from domain.districts import District
from domain.messages import Kind, Message, Text
from domain.policy import OPERATOR, Deed, holds
from storage import account, invitations, outbox, people
from storage.engine import Connection
from storage.people import Held


def listed(config: ConfigFile, wijk: Slug) -> None:
    """List the roles of a wijk: number, role, organisation and since when. No person is named.

    \b
    Example:
      wijksignaal role list --config config.toml --wijk boomgaard
    """
    settings = load(config)
    district = district_of(settings, wijk)

    async def found() -> tuple[Held, ...]:
        async with opened(settings) as store, store.read() as connection:
            return await people.roles_of(connection, district.slug)

    lines = [_line(one, district) for one in awaited(found())]
    typer.echo("\n".join(lines) or f"{district.name}: nobody has a role yet.")


def _line(one: Held, district: District) -> str:
    label = f", {one.label}" if one.label else ""
    return f"{one.id}: {one.role.value}{label}, since {one.given_at.astimezone(district.zone):%Y-%m-%d}"


def withdraw(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    number: Annotated[
        int, typer.Option(metavar="N", help="Which role: its number in `role list`.", show_default=False)
    ],
) -> None:
    """Withdraw a role, at once: old buttons and open questions of it do nothing any more.

    Codes that this person made and nobody used yet stop working. The person hears it.

    \b
    Example:
      wijksignaal role withdraw --config config.toml --wijk boomgaard --number 3
    """
    settings = load(config)
    district, now = district_of(settings, wijk), tools_of(context).clock()

    async def done() -> tuple[Held, int]:
        async with opened(settings) as store, store.begin() as connection:
            held = await _of_number(connection, district, number)
            return held, await _end(connection, district, held, now)

    held, burnt = awaited(done())
    codes = f" {counted(burnt, 'code', 'codes')} of this person stopped working." if burnt else ""
    typer.echo(f"Withdrawn: {_line(held, district)}.{codes}")


async def _of_number(connection: Connection, district: District, number: int) -> Held:
    known = await people.roles_of(connection, district.slug)
    held = next((one for one in known if one.id == number), None)
    if held is None:
        raise Failed(f"--number: there is no role {number} in {district.name}. Look at `role list`.")
    return held


async def _end(connection: Connection, district: District, held: Held, now: datetime) -> int:
    """In one transaction: the role, the codes made with it, the word to who had it, and the audit log."""
    await people.withdraw_role(connection, held.person, district.slug, held.role, now)
    burnt = 0
    if holds({held.role}, Deed.INVITE):
        burnt = await invitations.burn_those_of(connection, held.person, district.slug, now)
    role = Text("coordinator-grant", {"grant": held.role.value})
    text = Text("rights-withdrawn", {"district": district.name, "role": role})
    await outbox.queue(connection, [Message(held.person, text, kind=Kind.NOTICE)], now, district.slug)
    await account.note(connection, "role withdrawn", OPERATOR, f"{district.slug} {held.role.value}", now)
    return burnt
