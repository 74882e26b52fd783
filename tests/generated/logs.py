"""Everything that is logged, of every library, at the most talkative level."""

import logging
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

PERSONAL = ("kanarie", "5100000", "5200000", "5300000", "goed.example", "Dorpsstraat", "Piet Jansen")


class Kept(logging.Handler):
    """Looks into each record when it comes, and keeps those that hold something personal."""

    def __init__(self, personal: Sequence[str]) -> None:
        super().__init__(logging.DEBUG)
        self.personal = tuple(personal)
        self.seen = 0
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One line of the log, with its traceback."""
        self.seen += 1
        said = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            said += "".join(traceback.format_exception(record.exc_info[1]))
        if any(one in said for one in self.personal):
            self.told.append(f"{record.name}: {said[:400]}")


@contextmanager
def listening(personal: Sequence[str] = PERSONAL) -> Iterator[Kept]:
    """Keep what is personal in any log line while this holds."""
    kept, root = Kept(personal), logging.getLogger()
    before = root.level
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    try:
        yield kept
    finally:
        root.removeHandler(kept)
        root.setLevel(before)
