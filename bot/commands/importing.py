"""`import`: signals of before the service, or gathered elsewhere. All of a file, or nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from bot.commands.options import ConfigFile, Slug, awaited, district_of, opened, tools_of
from bot.commands.tools import WrongUse, aside, counted
from bot.config import Settings, load, secret
from bot.earlier_signals import BadFileError, Row, read_rows
from bot.keys import Keys
from bot.languages import language_of
from bot.texts import Words
from domain.cleaning import clean
from domain.districts import District
from domain.events import SignalGiven
from domain.policy import OPERATOR
from domain.rounds import local_day, span_of
from domain.signals import MAX_CHARACTERS, SignalNumber, Source, number_of
from screening.held import held
from storage import account, imports
from storage.engine import Connection
from storage.signals import next_sequence

SHOWN = 10
"""Of many mistakes these are shown; the others are counted."""
OLDEST = date(2000, 1, 1)
NOON = time(12)
_DATES = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")
_LONGEST = 200
"""Characters of a reporter or source."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A row that can be a signal."""

    text: str
    said_on: date
    buurt: str | None
    reporter: str
    """Empty when the file does not tell: then every row is somebody else."""
    language: str
    same: str
    """Tells this row from every other, the same each time the file is read."""


def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV, XLSX or JSONL file.")],
    config: ConfigFile,
    wijk: Slug,
) -> None:
    """Bring in earlier signals: all of the file, or nothing.

    Columns: text and date (2026-10-31 or 31-10-2026), and if you like buurt, reporter, source and language.
    Semicolons, commas and tabs all do. A row counts in the round of its date. Reporters are kept as a code
    that leads to nobody, and get no messages; without that column each row is somebody else. The same file
    again brings in nothing twice. Do not put names or addresses in text.

    \b
    Example:
      wijksignaal import meldingen.csv --config config.toml --wijk boomgaard
    """
    settings = load(config)
    district = district_of(settings, wijk)
    key = secret(settings.service.secret, settings.service.secret_file, "service.secret")
    now = tools_of(context).clock()
    rows = _rows(file)
    earlier = _checked(file, rows, district, local_day(now, district.zone))
    new, withheld, waiting = awaited(_kept(settings, district, Keys(key), earlier, now))
    typer.echo(f"{counted(new, 'signal', 'signals')} brought in, {len(rows) - new} there already.")
    if withheld:
        typer.echo(f"Words of danger in {withheld} of them: kept, and in no report.")
    if waiting:
        typer.echo(f"{waiting} of them are about a person or a group: the coordinator reads these first.")


def _rows(file: Path) -> list[Row]:
    try:
        return read_rows(file)
    except OSError as fault:
        raise WrongUse(f"{file}: cannot be read ({fault.strerror}).") from None
    except BadFileError as fault:
        raise WrongUse(f"{file}: {fault}. Nothing was imported.") from None


def _checked(file: Path, rows: Sequence[Row], district: District, today: date) -> list[Earlier]:
    """Every row as a signal; or all that is wrong."""
    found: list[Earlier] = []
    faults: list[str] = []
    seen: Counter[str] = Counter()
    for row in _shown(rows):
        wrong = list(_faults(row, district, today))
        faults += [f"{file}: line {row.line}: {fault}." for fault in wrong]
        if not wrong:
            found.append(_earlier(row, district, seen))
    if faults:
        more = [f"And {len(faults) - SHOWN} more."] if len(faults) > SHOWN else []
        raise WrongUse(*faults[:SHOWN], *more, "Nothing was imported.")
    return found


def _shown(rows: Sequence[Row]) -> Iterable[Row]:
    console = aside()
    return track(rows, "Reading", console=console, transient=True, disable=not console.is_terminal)


def _faults(row: Row, district: District, today: date) -> Iterator[str]:
    text = clean(row.cells.get("text", ""))
    if not text:
        yield "text: is empty"
    if len(text) > MAX_CHARACTERS:
        yield f"text: has {len(text)} characters; {MAX_CHARACTERS} at most"
    yield from _faults_of_day(row, today)
    if "buurt" in row.cells and _buurt(row, district) is None:
        yield f"buurt: {row.cells['buurt']!r} is none of {', '.join(district.neighbourhoods)}"
    if not re.fullmatch(r"([a-z]{2,3})?", row.cells.get("language", "").lower()):
        yield f"language: {row.cells['language']!r} is no code of a language, like nl"
    for name in ("reporter", "source"):
        if len(row.cells.get(name, "")) > _LONGEST:
            yield f"{name}: has more than {_LONGEST} characters"


def _faults_of_day(row: Row, today: date) -> Iterator[str]:
    written = row.cells.get("date", "")
    day = _day(written)
    if day is None:
        yield f"date: {written!r} is no date. Write it like 2026-10-31"
    elif not OLDEST <= day <= today:
        yield f"date: {day} is not between {OLDEST} and today"


def _day(written: str) -> date | None:
    for shape in _DATES:
        try:
            return datetime.strptime(written[:10], shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _buurt(row: Row, district: District) -> str | None:
    said = row.cells.get("buurt", "").casefold()
    return next((name for name in district.neighbourhoods if name.casefold() == said), None)


def _earlier(row: Row, district: District, seen: Counter[str]) -> Earlier:
    day = _day(row.cells["date"]) or OLDEST
    text = clean(row.cells["text"])
    parts = (day.isoformat(), text, *(row.cells.get(name, "") for name in ("buurt", "reporter", "source")))
    same = "\x1f".join(parts)
    # Two people can say the same on one day: the second of two equal rows is another signal.
    seen[same] += 1
    reporter = row.cells.get("reporter", "")
    return Earlier(
        text=text,
        said_on=day,
        buurt=_buurt(row, district),
        # Number 7 of one list is not number 7 of another.
        reporter=f"{row.cells.get('source', '')}\x1f{reporter}" if reporter else "",
        language=row.cells.get("language", "").lower() or language_of(text, district.languages[0]),
        same=f"{same}\x1f{seen[same]}",
    )


async def _kept(
    settings: Settings, district: District, keys: Keys, earlier: Sequence[Earlier], now: datetime
) -> tuple[int, int, int]:
    """How many are new, how many of these speak of danger, and how many wait for the coordinator."""
    dangers = Words().dangers
    async with opened(settings, existing=False) as store, store.begin() as connection:
        there = await imports.origins(connection, district.slug)
        fresh = [one for one in earlier if keys.row(district.slug, one.same) not in there]
        numbers = await _numbers(connection, fresh)
        given = [
            (
                keys.imported(district.slug, one.reporter or one.same),
                datetime.combine(one.said_on, NOON, district.zone),
                _given(
                    district,
                    one,
                    number,
                    keys.row(district.slug, one.same),
                    withheld=dangers.find(one.text) is not None,
                ),
            )
            for one, number in zip(fresh, numbers, strict=True)
        ]
        await imports.keep(connection, given, now)
        if given:
            await account.note(connection, "signals brought in", OPERATOR, district.slug, now)
    new = [signal for _, _, signal in given]
    waiting = sum(bool(signal.held) and not signal.withheld for signal in new)
    return len(new), sum(signal.withheld for signal in new), waiting


async def _numbers(connection: Connection, earlier: Sequence[Earlier]) -> list[SignalNumber]:
    """Free numbers, counted on in the year of each."""
    years = sorted({one.said_on.year for one in earlier})
    following = {year: await next_sequence(connection, year) for year in years}
    numbers: list[SignalNumber] = []
    for one in earlier:
        numbers.append(number_of(one.said_on.year, following[one.said_on.year]))
        following[one.said_on.year] += 1
    return numbers


def _given(
    district: District, one: Earlier, number: SignalNumber, origin: str, *, withheld: bool
) -> SignalGiven:
    return SignalGiven(
        number=number,
        district=district.slug,
        round=span_of(district.rhythm, one.said_on).name,
        text=one.text,
        promise_on=one.said_on,
        source=Source.IMPORTED,
        neighbourhood=one.buurt,
        language=one.language,
        origin=origin,
        withheld=withheld,
        held=held(one.text, one.language),
    )
