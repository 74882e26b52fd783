"""What the log may say: an allow-list, no words of people, no secret, whoever wrote the record.

Every record of the program and of its libraries passes one formatter. Of our own records the message is
kept, with secrets taken out (`scrubber.py`); of a library only its template, for what a library fills in may
be anything. A fault is told by its types and by where it went, never by its message (`entries.py`).
"""

import json
import logging
import sys
from collections.abc import Iterable
from dataclasses import asdict
from types import TracebackType
from typing import Literal, TextIO, TypeAlias

from bot.log.entries import Entry, entry_of
from bot.log.scrubber import Scrubber

Kind: TypeAlias = Literal["text", "json"]
Level: TypeAlias = Literal["debug", "info", "warning"]
CHATTY = ("aiosqlite", "alembic", "apscheduler", "asyncio", "httpx", "nio")
"""Libraries that tell each step: heard from WARNING on, unless everything is asked for."""


class OneLine(logging.Formatter):
    """Makes one line of a record, as text or as JSON; never fails, for then the record would be told raw."""

    def __init__(self, kind: Kind = "text", secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._write = _json if kind == "json" else _text
        self._scrubber = Scrubber(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        try:
            return self._write(entry_of(record, self._scrubber))
        except Exception:  # noqa: BLE001 - whatever is wrong with a record must not be told with its values
            return f"{record.levelname} {__name__}: a record could not be told"


def install(
    kind: Kind = "text", level: Level = "info", secrets: Iterable[str] = (), stream: TextIO | None = None
) -> None:
    """From here on everything is logged this way, also what nobody catches. May be called again."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(OneLine(kind, secrets))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    # A handler that fails tells the whole record on stderr, arguments included.
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)
    for chatty in CHATTY:
        logging.getLogger(chatty).setLevel(logging.NOTSET if level == "debug" else logging.WARNING)
    sys.excepthook = _last_words


def _last_words(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """What ends the program: Python's own hook would tell the message of the fault."""
    if not issubclass(kind, KeyboardInterrupt):
        logging.getLogger("bot").critical("ended by a fault", exc_info=(kind, fault, trace))


def _json(entry: Entry) -> str:
    told = {key: value for key, value in asdict(entry).items() if value}
    return json.dumps(told, ensure_ascii=False)


def _text(entry: Entry) -> str:
    parts = [f"{entry.level} {entry.logger}: {entry.message or entry.source}"]
    parts += [f"[{' < '.join(entry.faults)}]"] if entry.faults else []
    parts += [f"at {' < '.join(entry.trace)}"] if entry.trace else []
    return " ".join(parts)
