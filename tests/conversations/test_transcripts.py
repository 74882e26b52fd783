"""What people read is what stands in the transcripts, word for word."""

import asyncio
from pathlib import Path

import pytest

from tests.conversations.playing import played

HERE = Path(__file__).parent
TRANSCRIPTS = sorted(HERE.glob("*.txt"))


@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda file: file.stem)
def test_transcript(file: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Played again, the service answers exactly as it stands in the file."""
    script = file.read_text(encoding="utf-8")
    text = asyncio.run(played(script, tmp_path))
    if pytestconfig.getoption("update", default=False):
        file.write_text(text, encoding="utf-8")
    assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()
