"""`round show` and `round close`: how far a round is, and its end."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Annotated

import typer

from bot.commands.inviting import OPERATOR
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
from bot.commands.tools import Failed, aside, counted
from bot.config import Settings, load, secret
from bot.keys import Keys
from bot.report_pages import report_link
from bot.texts import FIRST, Words
from domain.decisions import Outcome
from domain.districts import District
from domain.events import Occasion, RoundClosed
from domain.report import ReportTopic
from domain.rounds import RoundStatus, Span
from scheduler.rounds import Reporter, no_link
from storage import reports, rounds
from storage.apply import apply
from storage.closing import NotAllAnswered
from storage.engine import Connection, Store

_ANSWERS = {
    Outcome.TAKEN_UP: "taken up",
    Outcome.NOT_NOW: "not now",
    Outcome.LATER: "later",
    Outcome.REFERRED: "referred",
}


def show(context: typer.Context, config: ConfigFile, wijk: Slug, round_: RoundOption = None) -> None:
    """Show how far a round is: status, people, topics, answers.

    Without --round the one that is being chosen in, else the one that is running.

    \b
    Example:
      wijksignaal round show --config config.toml --wijk boomgaard
      wijksignaal round show --config config.toml --wijk boomgaard --round 2026-10
    """
    settings = load(config)
    district = district_of(settings, wijk)
    lines = awaited(_shown(settings, district, round_, tools_of(context).clock()))
    typer.echo("\n".join(lines))


async def _shown(settings: Settings, district: District, asked: str | None, now: datetime) -> list[str]:
    async with opened(settings) as store, store.read() as connection:
        span = await _span(connection, district, asked, now)
        status = await rounds.status(connection, district.slug, span.name)
        report = await reports.report_of(connection, district, span.name)
        head = f"{district.name}, round {span.name} ({span.first} to {span.last}): {status or 'not begun'}"
        if report is not None:
            return [head, _said(report.people, report.messages), *map(_line, report.topics)]
        said = await rounds.collected(connection, district.slug, span.name)
        return [
            head,
            _said(said.people, said.messages),
            _coming(status, span, over=not _runs(district, span, now)),
        ]


def _coming(status: RoundStatus | None, span: Span, *, over: bool) -> str:
    if not over:
        return f"Collects until the end of {span.last}; then the report comes by itself."
    if status is None:
        return "The service did not run then. Make its report with: wijksignaal round close"
    return "It is over: the service makes the report when it runs."


def _said(people: int, messages: int) -> str:
    return f"{counted(people, 'person', 'people')}, {counted(messages, 'signal', 'signals')}"


def _line(topic: ReportTopic) -> str:
    answer = _ANSWERS[topic.decision.outcome] if topic.decision else "no answer yet"
    return f"{topic.rank}. {topic.title} ({counted(topic.people, 'person', 'people')}): {answer}"


def close(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    round_: RoundOption = None,
    now_: Annotated[
        bool,
        typer.Option("--now", help="While it still collects: end collecting and make the report at once."),
    ] = False,
) -> None:
    """Close a round: everybody hears what was decided.

    It cannot close while one of the five topics has no answer: it then names them, and ends with 1. A round
    that still collects is left alone, but for --now: that ends collecting and makes the report at once, and
    the wijkverband can choose.

    \b
    Example:
      wijksignaal round close --config config.toml --wijk boomgaard --round 2026-10
    """
    settings = load(config)
    district = district_of(settings, wijk)
    with aside().status("Closing ..."):
        done = awaited(_closed(settings, district, round_, tools_of(context).clock(), at_once=now_))
    typer.echo(done)


async def _closed(
    settings: Settings, district: District, asked: str | None, now: datetime, *, at_once: bool
) -> str:
    async with opened(settings) as store:
        async with store.read() as connection:
            span = await _span(connection, district, asked, now)
            status = await rounds.status(connection, district.slug, span.name)
        about = f"{district.name}, round {span.name}"
        if status is RoundStatus.CLOSED:
            return f"{about}: was closed already."
        if status is RoundStatus.CHOOSING:
            await _close(store, district, span, now)
            return f"{about}: closed. Everybody who reported hears what was decided."
        if now.astimezone(district.zone).date() < span.first:
            raise Failed(f"{about}: begins on {span.first}. There is nothing to close yet.")
        if at_once or not _runs(district, span, now):
            await _report(store, settings, district, span, now)
            return f"{about}: the report is made. The wijkverband can choose now."
        raise Failed(f"{about}: collects until the end of {span.last}. End it now with --now.")


async def _close(store: Store, district: District, span: Span, now: datetime) -> None:
    async with store.read() as connection:
        report = await reports.report_of(connection, district, span.name)
    open_ = [topic for topic in report.topics if topic.decision is None] if report else []
    if open_:
        raise Failed(
            f"{district.name}, round {span.name}: cannot close. Without an answer:",
            *(f"{topic.rank}. {topic.title}" for topic in open_),
        )
    occasion = Occasion(now, OPERATOR, district.slug, asks_per_month=district.asks_per_month)
    try:
        async with store.begin() as connection:
            await apply(connection, occasion, [RoundClosed(span.name)])
    except NotAllAnswered as fault:
        raise Failed(f"{fault}.") from fault


async def _report(store: Store, settings: Settings, district: District, span: Span, now: datetime) -> None:
    words, by_model = Words(), settings.model is not None
    reporter = Reporter(store, lambda text: words.say(text, FIRST), by_model, _links(settings))
    if not await reporter.make(district, span, now):
        raise Failed(f"{district.name}, round {span.name}: another one made the report just now.")


def _links(settings: Settings) -> Callable[[str, str], str]:
    if not settings.web.public_url:
        return no_link
    key = secret(settings.service.secret, settings.service.secret_file, "service.secret")
    return partial(report_link, settings.web.public_url, Keys(key))


async def _span(connection: Connection, district: District, asked: str | None, now: datetime) -> Span:
    """The round asked for; else the oldest in which is chosen, else the one that runs."""
    if asked is None:
        known = await rounds.rounds_of(connection, district.slug)
        choosing = [one.span for one in known if one.status is RoundStatus.CHOOSING]
        if choosing:
            return choosing[-1]
    return span_asked(district, asked, now)


def _runs(district: District, span: Span, now: datetime) -> bool:
    return now < span.ends_at(district.zone)
