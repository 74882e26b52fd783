"""What a transcript may say: the lines of a file, and the answers written under them.

A file is Dutch that anybody can read. What people do stands at the margin, one thing a line; what they read
stands under it, four spaces in. Only the margin is played; the rest is written by the service.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.districts import NETHERLANDS

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
UNITS = {"seconden": "seconds", "minuten": "minutes", "uur": "hours", "dagen": "days", "weken": "weeks"}
ANSWER = "    "

_MOMENT = re.compile(r"=== (?:\w+ )?(\d+) (\w+) (\d{4}), (\d\d)\.(\d\d) uur")
_LATER = re.compile(r"=== (\d+) (seconden|minuten|uur|dagen|weken) later")
CODE = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{22}(?![\w-])")


@dataclass(frozen=True, slots=True)
class Read:
    """One message as somebody reads it; `where` is a person, or the group."""

    where: str
    text: str
    labels: tuple[str, ...] = ()
    file: str = ""


def lines_played(text: str) -> list[str]:
    """What stands at the margin; answers and empty lines are written anew."""
    return [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith(ANSWER)]


def moment(line: str, now: datetime) -> datetime | None:
    """The moment that a line with `===` names; None for other lines. ValueError when it cannot be read."""
    if not line.startswith("==="):
        return None
    if later := _LATER.fullmatch(line):
        return now + timedelta(**{UNITS[later[2]]: int(later[1])})
    if named := _MOMENT.fullmatch(line):
        day, month, year, hour, minute = named.groups()
        numbers = int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute)
        return datetime(*numbers, tzinfo=NETHERLANDS)
    raise ValueError(line)


def titled(line: str, at: datetime) -> str:
    """The line of a moment with the right day of the week in it."""
    if _LATER.fullmatch(line):
        return line
    local = at.astimezone(NETHERLANDS)
    return f"=== {DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} {local:%Y, %H.%M} uur"


def written(messages: list[Read], here: str) -> list[str]:
    """The answers as they stand in the file; those for somebody else say for whom."""
    lines: list[str] = []
    for message in messages:
        inner = ANSWER
        if message.where != here:
            lines.append(f"{ANSWER}aan {message.where}:")
            inner = ANSWER * 2
        lines += [f"{inner}{line}".rstrip() for line in CODE.sub("(code)", message.text).splitlines()]
        if message.file:
            lines.append(f"{inner}({CODE.sub('code', message.file)})")
        if message.labels:
            lines.append(inner + " ".join(f"[{label}]" for label in message.labels))
        lines.append("")
    return lines


def tidied(rows: list[str]) -> str:
    """The file, with one empty line where there were more."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows).strip("\n")) + "\n"
