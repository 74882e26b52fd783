"""`feedback` and `poster`: what a round tells all residents, and the way in, on paper and as text."""

from enum import StrEnum
from typing import Annotated

import typer

from bot.commands.links import ways
from bot.commands.options import (
    ConfigFile,
    Out,
    Slug,
    ThisRound,
    awaited,
    check_out,
    district_of,
    opened,
    span_asked,
    tools_of,
    write_out,
)
from bot.commands.tools import Failed, WrongUse, aside
from bot.config import Settings, load
from bot.texts import Words
from domain.districts import District
from domain.messages import Text
from domain.rounds import RoundName, local_day
from domain.telling import RoundFeedback
from reports import feedback as feedback_text
from reports import feedback_paper, poster
from reports.feedback import Shape, Ways
from reports.poster import Paper, Poster, Way
from storage.telling import feedback_of, rounds_told


class Format(StrEnum):
    """How feedback is written."""

    TEXT = "text"
    PDF = "pdf"


def feedback(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    round_: ThisRound,
    out: Out,
    format_: Annotated[
        Format, typer.Option("--format", help="text, or pdf for one A4 to hand out.")
    ] = Format.TEXT,
    shape: Annotated[
        Shape, typer.Option("--for", help="Of a text: where it goes. A chat gets a short one.")
    ] = Shape.NEWSLETTER,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language; else the first of the wijk.")
    ] = None,
) -> None:
    """Write what a round tells all residents.

    What was heard, what is done, what is not and why, and when there is more. Only approved words stand in
    it, and no number below five. Words of the wijkverband stay in Dutch unless somebody typed them in that
    language.

    \b
    Example:
      wijksignaal feedback --config config.toml --wijk boomgaard --round 2026-10 --format pdf -o oktober.pdf
    """
    check_out(out)
    settings, tools = load(config), tools_of(context)
    district = district_of(settings, wijk)
    words, spoken = Words(), language or district.languages[0]
    if spoken not in words.languages:
        raise WrongUse(f"--language: {spoken!r} is not spoken here. There is: {', '.join(words.languages)}.")
    name = span_asked(district, round_, tools.clock()).name
    told = awaited(_told(settings, district, name))
    links = awaited(ways(settings, tools, district.slug))
    way_in = Ways(links[0].link if links else "", district.contact)

    def say(text: Text) -> str:
        return words.say(text, spoken)

    if format_ is Format.PDF:
        write_out(out, feedback_paper.paper(told, way_in, say, spoken))
    else:
        write_out(out, feedback_text.text(told, way_in, shape, say).encode())


def poster_(
    context: typer.Context,
    config: ConfigFile,
    wijk: Slug,
    out: Out,
    size: Annotated[Paper, typer.Option(help="a4 or a3.")] = Paper.A4,
    done: Annotated[
        bool, typer.Option("--done", help="With what was done in the last round that was told.")
    ] = False,
    link: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Lead to this link; else to the chats of the settings, or the page."
        ),
    ] = None,
) -> None:
    """Make a poster with a QR code.

    The code leads to the chat of the wijk. The poster is in Dutch with a line in each other language of the
    wijk, and reads in black and white as well.

    \b
    Example:
      wijksignaal poster --config config.toml --wijk boomgaard --size a3 -o poster.pdf
    """
    check_out(out)
    settings, tools = load(config), tools_of(context)
    district = district_of(settings, wijk)
    if link is not None and not link.startswith(("https://", "http://")):
        raise WrongUse(f"--link: {link!r} is no link. Write it whole, like https://t.me/wijksignaal_bot.")
    leads = (Way("", link),) if link else awaited(ways(settings, tools, district.slug))
    if not leads:
        raise Failed(_NO_LINK)
    told = awaited(_last_told(settings, district)) if done else None
    made = Poster(
        district=district.name,
        ways=leads[:2],
        made_on=local_day(tools.clock(), district.zone),
        languages=district.languages,
        contact=district.contact,
        told=told,
    )
    with aside().status("Writing ..."):
        write_out(out, poster.pdf(made, size, Words().say))


_NO_LINK = (
    "There is no link to put in the code. Set up [telegram] or [matrix], or web.public_url, "
    "in the config.toml; or name one with --link URL."
)


async def _told(settings: Settings, district: District, name: RoundName) -> RoundFeedback:
    async with opened(settings) as store, store.read() as connection:
        found = await feedback_of(connection, district, name)
    if found is None:
        raise Failed(f"{district.name}, round {name}: is not closed yet, so there is nothing to tell.")
    if found.waiting and not found.topics:
        raise Failed(f"{district.name}, round {name}: no words are approved yet; {found.waiting} texts wait.")
    return found


async def _last_told(settings: Settings, district: District) -> RoundFeedback:
    async with opened(settings) as store, store.read() as connection:
        for name in await rounds_told(connection, district.slug):
            found = await feedback_of(connection, district, name)
            if found is not None and poster.has_result(found):
                return found
    raise Failed(f"{district.name}: no round has an approved result yet. Leave --done out.")
