"""Messages that cannot be opened yet: kept on disk as they came (encrypted), tried again when keys come.

After a while the person is told once; after a week the message is given up.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.matrix.account import JSON, write_private

TELL_AFTER = timedelta(minutes=5)
GIVE_UP_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Sealed:
    """One message that waits for its key."""

    room: str
    event: JSON
    since: datetime
    told: bool = False

    @property
    def id(self) -> str:
        return str(self.event["event_id"])


class Waiting:
    """All of them, in a file that is replaced as a whole at each change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sealed = {item.id: item for item in _read(path)}

    def __iter__(self) -> Iterator[Sealed]:
        return iter(tuple(self._sealed.values()))

    def __len__(self) -> int:
        return len(self._sealed)

    def add(self, items: list[Sealed]) -> None:
        """Keep messages; one that is kept already stays as it is."""
        new = {item.id: item for item in items if item.id not in self._sealed}
        if new:
            self._sealed |= new
            self._write()

    def drop(self, ids: set[str]) -> None:
        """Forget messages that were opened and handled."""
        if ids & self._sealed.keys():
            self._sealed = {key: item for key, item in self._sealed.items() if key not in ids}
            self._write()

    def overdue(self, now: datetime) -> list[Sealed]:
        """Those whose sender should be told now that they cannot be read."""
        return [item for item in self if not item.told and now - item.since >= TELL_AFTER]

    def mark_told(self, ids: set[str]) -> None:
        """Their senders know."""
        if ids & self._sealed.keys():
            told = {key: replace(item, told=True) for key, item in self._sealed.items() if key in ids}
            self._sealed |= told
            self._write()

    def give_up(self, now: datetime) -> None:
        """Drop what waited for a week; its sender was told long before."""
        self.drop({item.id for item in self if item.told and now - item.since >= GIVE_UP_AFTER})

    def _write(self) -> None:
        lines = [
            json.dumps(
                {"room": item.room, "event": item.event, "since": item.since.isoformat(), "told": item.told}
            )
            for item in self
        ]
        write_private(self._path, "\n".join(lines))


def _read(path: Path) -> Iterator[Sealed]:
    for line in path.read_text().splitlines() if path.exists() else ():
        kept = json.loads(line)
        yield Sealed(kept["room"], kept["event"], datetime.fromisoformat(kept["since"]), kept["told"])
