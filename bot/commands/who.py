"""`who list`, `who agree` and `who show`: looking up who reported, with four eyes, once.

The address itself stands in the vault; only the start of the program may open that, so it is handed in.
"""

from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.inviting import OPERATOR
from bot.commands.options import ConfigFile, Result, Slug, awaited, district_of, opened, tools_of
from bot.commands.tools import Failed
from bot.config import load
from domain import policy
from domain.districts import District
from domain.events import Occasion, WhoAgreed
from domain.messages import Kind, Message, Text, Value
from domain.rounds import local_day
from domain.signals import SignalNumber
from domain.who_reported import SEEN_WITHIN, WhoQuestion, WhoState
from storage import account, outbox, people, who_reported
from storage.engine import Connection, Store

SignalOption = Annotated[
    str, typer.Option("--signal", metavar="NUMBER", help="Which signal, like 2026-0412.", show_default=False)
]


def listed(context: typer.Context, config: ConfigFile, wijk: Slug) -> None:
    """List the questions who reported a signal: what was asked, why, and how far it is. Never who.

    \b
    Example:
      wijksignaal who list --config config.toml --wijk boomgaard
    """
    district, now = district_of(load(config), wijk), tools_of(context).clock()

    async def found(store: Store) -> tuple[WhoQuestion, ...]:
        async with store.read() as connection:
            return await who_reported.all_of(connection, district.slug)

    lines = [_line(one, district, now) for one in _in_store(config, found)]
    typer.echo("\n".join(lines) or f"{district.name}: nobody asked who reported a signal.")


def agree(context: typer.Context, config: ConfigFile, wijk: Slug, signal: SignalOption) -> None:
    """Agree, as the second pair of eyes, that it is looked up who reported a signal.

    Only while a coordinator asks for it, and within 24 hours. Read the reason first: `who list`.

    \b
    Example:
      wijksignaal who agree --config config.toml --wijk boomgaard --signal 2026-0412
    """
    district, now = district_of(load(config), wijk), tools_of(context).clock()

    async def agreed(store: Store) -> bool:
        async with store.begin() as connection:
            return await _agree(connection, district, SignalNumber(signal), now)

    if not _in_store(config, agreed):
        raise Failed(f"--signal: nobody asks who reported {signal} now. Look at `who list`.")
    typer.echo(f"Agreed. See it once, within 24 hours: who show --wijk {district.slug} --signal {signal}")


async def _agree(connection: Connection, district: District, number: SignalNumber, now: datetime) -> bool:
    before = await who_reported.newest(connection, district.slug, number)
    if before is None or not before.waits(now):
        return False
    # Not `apply`: the operator is nobody who wrote.
    occasion = Occasion(now, OPERATOR, district.slug)
    if not await who_reported.keep(connection, occasion, WhoAgreed(number)):
        return False
    about = f"{district.slug} {number}"
    await account.note(connection, "agreed to look up who reported", policy.OPERATOR, about, now)
    end = now + SEEN_WITHIN
    args: dict[str, Value] = {
        "number": number,
        "agreed": "yes",
        "on": local_day(end, district.zone),
        "at": f"{end.astimezone(district.zone):%H.%M}",
    }
    told = [
        Message(to, Text("rights-who-decided", args), kind=Kind.NOTICE)
        for to in await people.coordinators(connection, district.slug)
    ]
    await outbox.queue(connection, told, now, district.slug)
    return True


def show(context: typer.Context, config: ConfigFile, wijk: Slug, signal: SignalOption) -> None:
    """Show, exactly once, from which chat a signal came. Two people have to have agreed to it.

    No name is known, only the address of the chat at its platform. Whoever wrote it is told: at once, or
    after 30 days where that was asked because telling is dangerous.

    \b
    Example:
      wijksignaal who show --config config.toml --wijk boomgaard --signal 2026-0412
    """
    tools = tools_of(context)
    district, now = district_of(load(config), wijk), tools.clock()

    async def seen(store: Store) -> str | None:
        async with store.begin() as connection:
            person = await who_reported.see(connection, district.slug, signal, now)
        # Spent before it is shown: whatever happens now, it is not shown twice.
        return None if person is None else await tools.address_of(store, person)

    address = _in_store(config, seen)
    if address is None:
        raise Failed(f"--signal: there is no agreement to see who reported {signal}, or it was seen already.")
    typer.echo(address)


def _in_store(config: Path, work: Callable[[Store], Coroutine[Any, Any, Result]]) -> Result:
    settings = load(config)

    async def done() -> Result:
        async with opened(settings) as store:
            return await work(store)

    return awaited(done())


def _line(one: WhoQuestion, district: District, now: datetime) -> str:
    asked = f"{one.number}, asked {one.asked_at.astimezone(district.zone):%Y-%m-%d %H:%M}"
    later = ", the writer is told after 30 days" if one.later else ""
    return f"{asked}: {one.why.value}{later}. {one.sentence} -> {_stand(one, district, now)}"


def _stand(one: WhoQuestion, district: District, now: datetime) -> str:
    until = f"{one.until.astimezone(district.zone):%Y-%m-%d %H:%M}"
    if one.waits(now):
        return f"waits for a second yes until {until}"
    if one.seeable(now):
        return f"agreed, can be seen once until {until}"
    return {WhoState.SEEN: "seen", WhoState.REFUSED: "refused"}.get(one.state, "lapsed")
