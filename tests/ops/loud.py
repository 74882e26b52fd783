"""The service as `wijksignaal run` starts it, every library telling everything, and a handler that breaks.

    python -m tests.ops.loud CONFIG PLAIN

Beside the log of the service, PLAIN gets each record as Python would write it: what the log has to keep back.
"""

import logging
import sys
from pathlib import Path

from bot import __main__ as program
from bot import intake, log
from bot.config import load
from domain.heard import Heard
from handlers.route import step
from handlers.turn import Situation, Turn

BREAKS = "KAPOT"
"""A message with this in it breaks the handler that takes it."""
_heard: list[Heard] = []


def _breaking(situation: Situation, heard: Heard) -> Turn:
    _heard.append(heard)
    if BREAKS in repr(heard):
        raise ValueError(f"cannot take {heard!r} of {situation!r}")
    return step(situation, heard)


async def _unwell(*_: object) -> list[str]:
    """A page that breaks with words of people in hand: nobody but the web server catches this."""
    raise ExceptionGroup(f"after {_heard!r}", [LookupError(*map(repr, _heard))])


def _all_said(plain: Path) -> None:
    """Nobody may make a library quiet, and every record is written raw as well."""
    logging.root.level = logging.DEBUG
    logging.Logger.setLevel = lambda *_: None  # type: ignore[method-assign]
    usual, raw = logging.getLogRecordFactory(), logging.Formatter("%(name)s %(message)s")
    file = plain.open("a")

    def made(*args: object, **kwargs: object) -> logging.LogRecord:
        record = usual(*args, **kwargs)
        file.write(f"{raw.format(record)}\n")
        file.flush()
        # What this very formatter keeps with the record would be a service to the other one.
        record.exc_text = None
        return record

    logging.setLogRecordFactory(made)


def main() -> None:
    """One life of the service."""
    config, plain = map(Path, sys.argv[1:3])
    log.install()
    _all_said(plain)
    for room, part, broken in ((intake, "step", _breaking), (program, "reasons", _unwell)):
        setattr(room, part, broken)
    sys.exit(program.run(load(config), config))


if __name__ == "__main__":
    main()
