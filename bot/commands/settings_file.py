"""config.example.toml with the answers of somebody filled in: every comment stays, every key is there."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

import bot

Answer: TypeAlias = "str | int | date | list[str] | dict[str, str]"
Key: TypeAlias = tuple[str, str]
"""Section and name."""

_SECTION = re.compile(r"\[+(\w+)\]+\s*$")
_KEY = re.compile(r"(\w+) = (.*)$")


def example() -> str:
    """The text of config.example.toml."""
    return (Path(bot.__file__).parents[1] / "config.example.toml").read_text(encoding="utf-8")


def filled(template: str, answers: Mapping[Key, Answer], without: Collection[str] = ()) -> str:
    """The template with these answers; the sections of `without` become comments, to be switched on later."""
    return "\n".join(_lines(template, answers, without)) + "\n"


def _lines(template: str, answers: Mapping[Key, Answer], without: Collection[str]) -> Iterator[str]:
    section, skipping = "", False
    for line in template.splitlines():
        if skipping:
            # The rest of an old value of more than one line.
            skipping = line != "]"
            continue
        if found := _SECTION.match(line):
            section = found[1]
        key = _KEY.match(line)
        if key and (section, key[1]) in answers:
            skipping = key[2] == "["
            line = f"{key[1]} = {written(answers[section, key[1]])}"  # noqa: PLW2901 - the line as it will be
        off = section in without and (key or found)
        yield f"# {line}" if off else line


def written(answer: Answer) -> str:
    """A value as TOML writes it. JSON writes strings and lists of strings the same way."""
    if isinstance(answer, int | date):
        return str(answer)
    # TOML knows no escape for these as JSON leaves them.
    text = json.dumps(answer, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")
