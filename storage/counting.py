"""Which signals count now: what waits for the coordinator does not."""

from sqlalchemy import ColumnElement, select

from domain.held import Verdict
from storage.schema import held, signals


def not_waiting() -> ColumnElement[bool]:
    """Of signals: those that nobody has to read first."""
    return signals.c.number.not_in(select(held.c.signal).where(held.c.verdict == Verdict.WAITS))
