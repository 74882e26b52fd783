"""Promise P3 on Matrix: no name, account, room, device or id in the log, other chats or the main store."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine import VAULT_FILE
from tests.exposure import canaries
from tests.exposure.canaries import SAID, STEM, Mark
from tests.exposure.on_matrix import account, playing, room
from tests.exposure.outputs import OURS
from tests.generated.logs import Kept, listening

PEOPLE = 6
_NUMBERED = re.compile(rf"(?:{STEM}|{SAID})[a-z]*(\d+)", re.IGNORECASE)


@pytest.fixture
def told() -> Iterator[Kept]:
    """What any library told at DEBUG that names somebody or holds their words."""
    with listening((STEM, STEM.title(), SAID)) as log:
        yield log


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("wijk.sqlite*"))


@pytest.mark.asyncio
async def test_nobody_stands_where_they_should_not(folder: Path, told: Kept) -> None:
    """Everybody fills every field; then the log, the chats of others and the store are searched."""
    async with playing(folder, PEOPLE) as (homeserver, _):
        heard = {n: "\n".join(homeserver.heard.get(room(n), ())) for n in range(PEOPLE)}
    assert told.seen > PEOPLE
    assert [line for line in told.told if line.startswith(OURS)] == []
    assert all("is bewaard" in words for words in heard.values()), heard
    others = {n: {int(one) for one in _NUMBERED.findall(words)} - {n} for n, words in heard.items()}
    assert others == {n: set() for n in range(PEOPLE)}
    main = _bytes(folder)
    assert canaries.search(main, PEOPLE).who == ()
    assert all(Mark(n).said.encode() in main for n in range(PEOPLE))
    vault = (folder / VAULT_FILE).read_bytes()
    assert all(account(n).encode() in vault or room(n).encode() in vault for n in range(PEOPLE))
    with closing(sqlite3.connect(folder / "wijk.sqlite")) as store:
        aside = store.execute("SELECT raw FROM parked").fetchall()
    assert len(aside) >= 4 * PEOPLE
    assert not [raw for (raw,) in aside if _NUMBERED.search(raw)]
