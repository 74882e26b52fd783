"""`invite`: a one-time code for a role in a wijk, or for the group of a wijkverband."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.links import chats
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
from bot.commands.tools import Tools, WrongUse
from bot.config import Settings, load
from bot.texts import Words
from domain import policy
from domain.cleaning import clean
from domain.districts import District
from domain.events import Invited, Occasion
from domain.events.occasion import OPERATOR_KEY
from domain.invitations import CODE_BYTES, VALID, Grant, hash_of
from domain.messages import Text
from reports.qr import qr_png
from storage import account, invitations

OPERATOR = OPERATOR_KEY
LONGEST_LABEL = 60

Invitable = StrEnum("Invitable", {one.name: one.value for one in Grant if one is not Grant.FOLLOW})  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code as it is shown, once: only its hash is kept."""

    code: str
    grant: Grant
    district: District
    until: datetime
    links: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What the operator reads."""
        until = self.until.astimezone(self.district.zone)
        return (
            f"Code:   {self.code}",
            *(f"Link:   {link}" for link in self.links),
            f"Gives:  {self.grant.value} of {self.district.name}, once",
            f"Until:  {until:%Y-%m-%d %H:%M} ({self.district.zone.key})",
            f"How:    {_HOW_ROOM if self.grant is Grant.ROOM else _HOW}",
        )


_HOW = "open the link, or send the code to the bot in a private chat; never in a group"
_HOW_ROOM = "add the bot to the group of the wijkverband and send the code there"


def invite(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    role: Annotated[Invitable, typer.Option(help="What the code gives; partnership binds a group.")],
    label: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Organisation or role of who is invited, shown as owner of actions; no name."
        ),
    ] = None,
    qr: Annotated[Path | None, typer.Option(metavar="OUT.png", help="Write a QR code of it as well.")] = None,
) -> None:
    """Make a one-time code that gives a role, or binds a group.

    It prints the code, a link where the platform has one, and until when it works. Works while the service
    runs.

    \b
    Example:
      wijksignaal invite --config config.toml --wijk boomgaard --role professional --label "Team Zorg"
      wijksignaal invite --config config.toml --wijk boomgaard --role partnership
    """
    settings = load(config)
    district = district_of(settings, wijk)
    grant = Grant(role.value)
    if qr is not None:
        check_out(qr)
    named = _label(label, grant, district)
    made = awaited(invited(settings, tools_of(context), district, grant, named))
    typer.echo("\n".join(made.lines))
    if qr is not None:
        write_out(qr, qr_png(made.links[0] if made.links else made.code))
        if str(qr) != "-":
            typer.echo(f"QR:     {qr}")


async def invited(
    settings: Settings, tools: Tools, district: District, grant: Grant, label: str
) -> Invitation:
    """Keep a new code and give it with its links."""
    code, now = secrets.token_urlsafe(CODE_BYTES), tools.clock()
    kept = Invited(hash_of(code), grant, district.slug, now + VALID, label)
    async with opened(settings, existing=False) as store, store.begin() as connection:
        await invitations.make(connection, Occasion(now, OPERATOR, district.slug), kept)
        await account.note(
            connection, "invitation made", policy.OPERATOR, f"{district.slug} {grant.value}", now
        )
    # A code for a group does nothing in a private chat, where a link leads.
    links = () if grant is Grant.ROOM else tuple([way.link async for way in chats(settings, tools, code)])
    return Invitation(code, grant, district, now + VALID, links)


def _label(given: str | None, grant: Grant, district: District) -> str:
    if grant is Grant.ROOM:
        return ""
    if given is None:
        # Who owns actions is offered by this name: better the word for the role than nothing.
        return Words().say(Text("coordinator-grant", {"grant": grant.value}), district.languages[0])
    label = " ".join(clean(given).split())
    if not label or len(label) > LONGEST_LABEL:
        raise WrongUse(f"--label: write 1 to {LONGEST_LABEL} characters: an organisation or a role.")
    return label
