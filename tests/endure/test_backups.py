"""A few backups under writing; `python -m tests.endure.backups` makes a hundred."""

from pathlib import Path

import pytest

from tests.endure import backups

FEW = 5


@pytest.mark.asyncio
async def test_backups_under_writing_come_back_whole(tmp_path: Path) -> None:
    """Both stores of the same moment, without a gap, while a hundred rows a second go in."""
    found = await backups.run(tmp_path, FEW)
    assert (found.backups, found.restored) == (FEW, FEW)
    assert found.rows > 0
