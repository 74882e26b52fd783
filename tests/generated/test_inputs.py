"""No message stops the service (P6): whatever a platform brings, the next good one is kept."""

from pathlib import Path

import pytest

from tests.bot.scripted import sqlite
from tests.generated import anything

pytestmark = pytest.mark.timeout(400)
HERE, ELSEWHERE = 2_300, 200
"""Events a platform, on SQLite and on PostgreSQL (which refuses more): 5,000 in all."""


def test_whatever_telegram_brings(folder: Path) -> None:
    """Every good update is a signal, what cannot be read is parked, the log names nobody."""
    tally = anything.telegram(sqlite(folder), HERE)
    assert (tally.events, tally.good) == (HERE, HERE)
    assert min(tally.troubles.values()) > HERE // 100
    assert tally.parked > HERE // 10


def test_whatever_matrix_brings(folder: Path) -> None:
    """The same for events of rooms, with gaps, keys and invitations around them."""
    tally = anything.matrix(sqlite(folder), folder, HERE)
    assert (tally.events, tally.good) == (HERE, HERE)
    assert min(tally.troubles.values()) > HERE // 100
    assert tally.parked > HERE // 10


def test_whatever_telegram_brings_to_postgresql(database: str) -> None:
    """PostgreSQL takes no NUL and no half of a pair, and small numbers only."""
    tally = anything.telegram(database, ELSEWHERE)
    assert tally.good == ELSEWHERE


def test_whatever_matrix_brings_to_postgresql(database: str, tmp_path: Path) -> None:
    """The same for events of rooms."""
    tally = anything.matrix(database, tmp_path, ELSEWHERE)
    assert tally.good == ELSEWHERE
