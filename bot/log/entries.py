"""One record as the log may tell it: the allow-list of its keys, and what is taken from a record for each."""

import errno
import logging
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.log.scrubber import Scrubber

OURS = frozenset(
    {"bot", "bundling", "domain", "handlers", "reports", "scheduler", "screening", "storage", "web"}
)
"""Rooms whose own messages are told: they say what happened and name nobody (tests/ops/test_own_words.py)."""
LONGEST = 300
FRAMES = 8
FAULTS = 6
_NAME = re.compile(r"[\w.<>-]{1,80}")
_CODE = re.compile(r"[A-Z0-9_]{2,40}")


@dataclass(frozen=True, slots=True)
class Entry:
    """Every key that a line can have. Nothing else of a record is told: no extra, no thread, no value."""

    at: str
    level: str
    logger: str
    message: str = ""
    """What we say; of a library its template, before anything was filled in."""
    source: str = ""
    """Where a library said it."""
    faults: tuple[str, ...] = ()
    """Types of the fault and of what it came from, with the code of the system or the database."""
    trace: tuple[str, ...] = ()
    """Where it went: file, line and function, the last first."""


def entry_of(record: logging.LogRecord, scrubber: Scrubber) -> Entry:
    """What may be told of a record."""
    ours = record.name.partition(".")[0] in OURS
    fault = record.exc_info[1] if record.exc_info else None
    chain = list(_chain(fault))[:FAULTS]
    return Entry(
        datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        record.levelname,
        record.name if _NAME.fullmatch(record.name) else "?",
        scrubber.clean(_message(record) if ours else _template(record))[:LONGEST],
        "" if ours else f"{Path(record.pathname).name}:{record.lineno}",
        tuple(map(_told, chain)),
        tuple(_frames(chain[-1]))[:FRAMES] if chain else (),
    )


def _message(record: logging.LogRecord) -> str:
    """What we say, filled in. A fault says its type; whose words are ours is handed over as `str(fault)`."""
    given = record.args if isinstance(record.args, tuple) else (record.args,)
    return str(record.msg) % tuple(map(_plain, given)) if record.args else str(record.msg)


def _plain(value: object) -> object:
    match value:
        case BaseException():
            return _told(value)
        case str() | int() | float() | None:
            return value
        case list() | tuple():
            return [_plain(one) for one in value]
        case _:
            return type(value).__name__


def _template(record: logging.LogRecord) -> str:
    """What the library wrote in its code. Without arguments it may have filled it in itself."""
    return record.msg if record.args and isinstance(record.msg, str) else ""


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    """The fault, what is inside it, and what it came from; each once."""
    seen: set[int] = set()
    waiting = [fault]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        inside = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        waiting += [*inside, one.__cause__ or (None if one.__suppress_context__ else one.__context__)]


def _told(fault: BaseException) -> str:
    """Its type, and a code where there is one: its message may hold words, parameters or an address."""
    kind = type(fault)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    code = _code(fault)
    return f"{name}({code})" if code else name


def _code(fault: BaseException) -> str:
    number = fault.errno if isinstance(fault, OSError) else None
    found = (
        errno.errorcode.get(number or 0)
        or getattr(fault, "sqlite_errorname", None)
        or getattr(fault, "sqlstate", None)
    )
    return found if isinstance(found, str) and _CODE.fullmatch(found) else ""


def _frames(fault: BaseException) -> Iterator[str]:
    for frame, line in reversed([*traceback.walk_tb(fault.__traceback__)][-FRAMES:]):
        file = Path(frame.f_code.co_filename)
        yield f"{file.parent.name}/{file.name}:{line} {frame.f_code.co_name}"
