"""`bundle`: a file of signals becomes ranked topics, with the code of the round."""

import json
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.options import RoundOption, check_out, round_name, write_out
from bot.commands.tools import WrongUse, aside, counted
from bot.config import load
from bot.texts import FIRST, Words
from bundling.bundle import Known
from bundling.places import PlaceNames
from bundling.rows import BadRowError, Row, bundle_rows


def bundle(
    signals: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="The signals, one JSON object a line.")],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="OUT.json", help="Where the topics go; - is the screen.")
    ],
    round_: RoundOption = None,
    wijk_config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Streets and buurten: a config.toml, or a file with streets = [...] and buurten = [...].",
        ),
    ] = None,
) -> None:
    """Bundle a file of signals into ranked topics.

    It is the code that a round uses. Each line of the input has id, text, reporter and source, and may
    have buurt, lang, date, respondent and
    question. With --round only the signals of that round count. A mistake in a line names the line and the
    key, and then nothing is written.

    \b
    Example:
      wijksignaal bundle signals.jsonl -o topics.json --round 2026-10

    \b
    One line of signals.jsonl:
      {"id": 1, "text": "Lamp kapot", "reporter": "r1", "source": "bewoner", "date": "2026-10-03"}
    """
    check_out(out)
    known = Known(place=_places(wijk_config)) if wijk_config else Known()
    rows, numbers = _rows(signals)
    name = round_name(round_) if round_ else None
    words = Words()
    with aside().status(f"Bundling {len(rows)} signals ..."):
        try:
            result = bundle_rows(
                rows,
                lambda text: words.say(text, FIRST),
                known=known,
                round_=name,
                is_danger=lambda text: words.dangers.find(text) is not None,
            )
        except BadRowError as fault:
            raise WrongUse(f"{signals}: {_at_lines(str(fault), numbers)}.") from None
    write_out(out, _as_json(result))
    left_out = len(result["left_out"])
    topics = counted(len(result["topics"]), "topic", "topics")
    aside().print(f"{topics}, {counted(left_out, 'signal', 'signals')} left out of the topics.")


def _rows(path: Path) -> tuple[list[Row], list[int]]:
    """The objects of a file and the line of each; empty lines are passed over."""
    rows: list[Row] = []
    numbers: list[int] = []
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if line.strip():
            rows.append(_parsed(path, number, line))
            numbers.append(number)
    return rows, numbers


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise WrongUse(f"{path}: cannot be read ({fault.strerror}).") from None
    except UnicodeDecodeError as fault:
        line = path.read_bytes().count(b"\n", 0, fault.start) + 1
        raise WrongUse(f"{path}: line {line}: is not UTF-8. Save the file as UTF-8.") from None


def _parsed(path: Path, number: int, line: str) -> Any:  # noqa: ANN401 - `bundle_rows` checks what it is
    try:
        return json.loads(line)
    except json.JSONDecodeError as fault:
        raise WrongUse(
            f"{path}: line {number}: is no JSON ({fault.msg} at character {fault.colno})."
        ) from None
    except RecursionError:
        raise WrongUse(f"{path}: line {number}: is nested too deep.") from None


def _at_lines(complaint: str, numbers: list[int]) -> str:
    """Rows are counted without the empty lines; people count lines."""

    def there(found: re.Match[str]) -> str:
        return f"line {numbers[int(found[1]) - 1]}"

    return re.sub(r"(?:^|(?<=as on ))line (\d+)(?=:|$)", there, complaint)


def _places(path: Path) -> PlaceNames:
    """Streets and buurten of a whole config.toml, or of a small file with only these."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise WrongUse(f"{path}: cannot be read ({fault.strerror}).") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise WrongUse(f"{path}: is no valid TOML: {fault}.") from None
    if "wijk" in written:
        wijken = load(path).wijk
        return PlaceNames(
            tuple(street for wijk in wijken for street in wijk.streets),
            tuple(buurt for wijk in wijken for buurt in wijk.buurten),
        )
    unknown = sorted(set(written) - {"streets", "buurten"})
    if unknown:
        raise WrongUse(f"{path}: {unknown[0]}: no such key here. There are: streets, buurten.")
    return PlaceNames(_names(path, written, "streets"), _names(path, written, "buurten"))


def _names(path: Path, written: dict[str, Any], key: str) -> tuple[str, ...]:
    names = written.get(key, [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise WrongUse(f'{path}: {key}: must be a list of names, like ["Vlierweg", "Elzenplein"].')
    return tuple(names)


def _as_json(result: dict[str, Any]) -> bytes:
    try:
        written = json.dumps(result, ensure_ascii=False, indent=1).encode()
    except UnicodeEncodeError:
        # Half an emoji in somebody's words: JSON can say it, UTF-8 cannot.
        written = json.dumps(result, indent=1).encode()
    return written + b"\n"
