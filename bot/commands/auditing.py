"""`audit`: what was done with a right, by which role, about what, and when. Never by whom."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.commands.options import ConfigFile, awaited, district_of, opened
from bot.commands.tools import WrongUse
from bot.config import Settings, load
from domain.districts import NETHERLANDS
from storage import account
from storage.account import AuditLine


def audit(
    config: ConfigFile,
    wijk: Annotated[
        str | None, typer.Option("--wijk", metavar="SLUG", help="Only of this wijk.", show_default=False)
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="YYYY-MM-DD", help="Only from this day on.", show_default=False),
    ] = None,
) -> None:
    """Show the audit log: when, which role, what, about what.

    It holds no person and no words of people, and goes back 12 months. Works while the service runs.

    \b
    Example:
      wijksignaal audit --config config.toml
      wijksignaal audit --config config.toml --wijk boomgaard --since 2026-10-01
    """
    settings = load(config)
    slug = district_of(settings, wijk).slug if wijk is not None else None
    lines = awaited(_lines(settings, slug, _day(since)))
    typer.echo("\n".join(map(_shown, lines)) or "Nothing was noted.")


async def _lines(settings: Settings, slug: str | None, since: datetime) -> list[AuditLine]:
    async with opened(settings) as store, store.read() as connection:
        return await account.audit_of(connection, slug, since)


def _day(written: str | None) -> datetime:
    if written is None:
        return datetime(2000, 1, 1, tzinfo=UTC)
    try:
        return datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=NETHERLANDS)
    except ValueError:
        raise WrongUse(f"--since: {written!r} is no day. Write it like 2026-10-31.") from None


def _shown(line: AuditLine) -> str:
    about = f"  ({line.about})" if line.about else ""
    return f"{line.at.astimezone(NETHERLANDS):%Y-%m-%d %H:%M}  {line.role}: {line.what}{about}"
