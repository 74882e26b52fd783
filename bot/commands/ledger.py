"""`ledger`: who was owed an answer, who got it, who got it late, and why somebody did not."""

import json
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from bot.commands.options import (
    ConfigFile,
    RoundOption,
    Slug,
    awaited,
    district_of,
    opened,
    span_asked,
    tools_of,
)
from bot.commands.tools import FAILED, counted
from bot.config import Settings, load
from domain.districts import District
from domain.ledger import Ledger, Why
from domain.rounds import RoundName
from storage import ledger as kept


class Format(StrEnum):
    """How the ledger is written."""

    TEXT = "text"
    JSON = "json"


_WHY = {
    Why.FORGOTTEN: "FORGOTTEN: nothing explains it",
    Why.UNDECIDED: "the wijkverband has not decided yet",
    Why.WORDS: "the words wait for a check",
    Why.SENDING: "the message is being sent",
    Why.UNREACHABLE: "blocked the service or left; hears it when they come back",
    Why.COLLECTING: "the round is not over",
    Why.REFUSED: "the platform refused the message for good",
    Why.GIVEN_UP: "could not be reached for 90 days",
    Why.STOPPED: "said stop",
    Why.WIPED: "wiped everything before the answer",
    Why.WITHHELD: "words of danger: the wijkverband never saw them",
    Why.IMPORTED: "came from a file: nobody to write to",
    Why.WITHDRAWN: "withdrew what they said",
}


def ledger(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    round_: RoundOption = None,
    format_: Annotated[Format, typer.Option("--format", help="text, or json for programs.")] = Format.TEXT,
) -> None:
    """Say how promises were kept: owed, told, late, and why not.

    Counts are people, and it never says who. Without --round every round, the newest first. Ends with 1 when
    somebody was forgotten: owed an answer, not told, and nothing explains why.

    \b
    Example:
      wijksignaal ledger --config config.toml --wijk boomgaard
      wijksignaal ledger --config config.toml --wijk boomgaard --round 2026-10 --format json
    """
    settings = load(config)
    district = district_of(settings, wijk)
    now = tools_of(context).clock()
    asked = None if round_ is None else span_asked(district, round_, now).name
    found = awaited(_found(context, settings, district, asked))
    if format_ is Format.JSON:
        typer.echo(json.dumps([_as_json(name, one) for name, one in found.items()], indent=1))
    else:
        lines = [line for name, one in found.items() for line in _lines(district, name, one)]
        typer.echo("\n".join(lines) or f"{district.name}: nobody said anything yet.")
    if any(one.forgotten or one.difference for one in found.values()):
        raise typer.Exit(FAILED)


async def _found(
    context: typer.Context, settings: Settings, district: District, asked: RoundName | None
) -> dict[RoundName, Ledger]:
    now = tools_of(context).clock()
    async with opened(settings) as store, store.read() as connection:
        names = await kept.rounds_with_people(connection, district.slug)
        return {
            name: await kept.of_round(connection, district.slug, name, district.zone, now)
            for name in names
            if asked in {None, name}
        }


def _as_json(name: RoundName, one: Ledger) -> dict[str, object]:
    counts = asdict(one) | {"reasons": {why.value: count for why, count in one.reasons.items()}}
    return {
        "round": name,
        **counts,
        "reporters": one.reporters,
        "late": one.late,
        "waiting": one.waiting,
        "difference": one.difference,
    }


def _size(one: Ledger) -> str:
    return f"{counted(one.signals, 'signal', 'signals')}, {counted(one.owed, 'person', 'people')} owed"


def _lines(district: District, name: RoundName, one: Ledger) -> list[str]:
    days = "" if one.median_days is None else f", median {counted(one.median_days, 'day', 'days')}"
    lines = [
        f"{district.name}, round {name}: {_size(one)}",
        f"  answered: {one.answered} ({one.in_time} in time, {one.late} late{days})",
        f"  told something: {one.told}",
        f"  still waiting: {one.waiting}" + (f", {one.overdue} longer than promised" * (one.overdue > 0)),
    ]
    lines += [f"  no answer: {count}, {_WHY[why]}" for why, count in one.reasons.items() if count]
    if one.missed_often:
        lines.append(
            f"  RED: {counted(one.missed_often, 'person', 'people')} told three times or more: no news yet"
        )
    return lines
