"""`screen`: what is taken out of sentences, which wait for the coordinator, and who would be called."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.options import check_out, write_out
from bot.commands.tools import WrongUse, aside, counted
from bot.config import load
from bot.languages import language_of
from bot.texts import FIRST, Words
from domain.cleaning import clean
from screening.held import held
from screening.redact import redact

LONGEST = 100_000
"""Characters of one text: no signal comes near it."""


def screen(
    sentences: Annotated[
        Path, typer.Argument(metavar="IN.jsonl", help="The sentences, one JSON object a line.")
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="OUT.jsonl", help="Where it goes; - is the screen.")
    ],
    wijk_config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A config.toml: its streets and buurten stay in the sentences."),
    ] = None,
) -> None:
    """Try sentences: danger, what is taken out, what waits.

    It is the code that the service uses. Each line of the input has id and text, and may have lang (nl, en,
    tr, ar, pl, uk). Each line of the output has id, danger (null, "112", "113" or "veiligthuis"), redacted,
    spans (start, end and type, counted in characters of text) and held. A mistake in a line names the line,
    and then nothing is written.

    \b
    Example:
      wijksignaal screen zinnen.jsonl -o uit.jsonl

    \b
    One line of zinnen.jsonl:
      {"id": 1, "text": "bel mij op 06 12 34 56 78"}
    """
    check_out(out)
    if out.exists() and out.resolve() == sentences.resolve():
        raise WrongUse(f"{out}: holds the sentences, and would be replaced. Name another file.")
    places = _places(wijk_config) if wijk_config else ()
    rows = _rows(sentences)
    words = Words()
    screened = [_screened(row, words, places) for row in rows]
    write_out(out, "".join(f"{line}\n" for line in screened).encode())
    aside().print(f"{counted(len(rows), 'sentence', 'sentences')} screened.")


def _screened(row: dict[str, Any], words: Words, places: tuple[str, ...]) -> str:
    text = row["text"]
    cleaned = clean(text)
    language = row.get("lang") or language_of(cleaned, FIRST)
    danger = words.dangers.find(cleaned)
    safe = redact(text, language, places)
    answer = {
        "id": row["id"],
        "danger": danger.value if danger else None,
        "redacted": safe.text,
        "spans": [{"start": one.start, "end": one.end, "type": one.kind.value} for one in safe.spans],
        "held": [reason.value for reason in held(cleaned, language)],
    }
    try:
        written = json.dumps(answer, ensure_ascii=False)
        written.encode()
    except UnicodeEncodeError:
        # Half an emoji in somebody's words: JSON can say it, UTF-8 cannot.
        return json.dumps(answer)
    return written


def _rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file; empty lines are passed over."""
    lines = enumerate(_text(path).split("\n"), start=1)
    return [_row(f"{path}: line {number}", line) for number, line in lines if line.strip()]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise WrongUse(f"{path}: cannot be read ({fault.strerror}).") from None
    except UnicodeDecodeError as fault:
        line = path.read_bytes().count(b"\n", 0, fault.start) + 1
        raise WrongUse(f"{path}: line {line}: is not UTF-8. Save the file as UTF-8.") from None


def _row(where: str, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as fault:
        raise WrongUse(f"{where}: is no JSON ({fault.msg} at character {fault.colno}).") from None
    except (RecursionError, ValueError):
        raise WrongUse(f"{where}: cannot be read as JSON.") from None
    wrong = _mistake(row)
    if wrong:
        raise WrongUse(f"{where}: {wrong}")
    return dict(row)


def _mistake(row: object) -> str:
    """What is wrong with a line, in words; nothing when it is right."""
    if not isinstance(row, dict):
        return 'must be an object with keys, like {"id": 1, "text": "Lamp kapot"}.'
    missing = [key for key in ("id", "text") if key not in row]
    if missing:
        return f"there is no {missing[0]!r}."
    if not isinstance(row["text"], str):
        return "'text' must be a text between quotes."
    if len(row["text"]) > LONGEST:
        return f"'text' has more than {LONGEST} characters."
    if isinstance(row["id"], bool) or not isinstance(row["id"], str | int):
        return "'id' must be a text or a whole number."
    if not isinstance(row.get("lang") or "", str):
        return "'lang' must be a text of two letters, like \"nl\"."
    return ""


def _places(path: Path) -> tuple[str, ...]:
    return tuple(name for district in load(path).districts for name in district.places)
