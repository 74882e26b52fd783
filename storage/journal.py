"""The erasure journal outside the stores: it survives a restore, and on another disk the loss of a disk.

A line an erasure, its moment and the hash of a key: `2026-11-22T05:30:00+00:00 <64 hex digits>`. Appended and
synced before anything is deleted. A line that a crash cut off was not promised to anybody, and is skipped.
"""

import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

JOURNAL_FILE = "erased.journal"
_LINE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+00:00) ([0-9a-f]{64})")


class Journal:
    """One such file; it is made when the first line is written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.failed = ""
        """Why the last lines could not be written; empty when they could."""

    def read(self) -> dict[str, datetime]:
        """The newest erasure of every key that was ever erased."""
        return parsed(self.path.read_text(encoding="ascii", errors="replace")) if self.path.exists() else {}

    def trouble(self) -> str:
        """Where and why nothing could be written now; empty when it could."""
        why = self.barred() or self.failed
        return f"{self.path} ({why})" if why else ""

    def barred(self) -> str:
        """Why the file cannot be opened or made now; empty when it can."""
        if not self.path.exists():
            place = next(one for one in self.path.absolute().parents if one.exists())
            free = place.is_dir() and os.access(place, os.W_OK | os.X_OK)
            return "" if free else "it may not be made there"
        try:
            os.close(os.open(self.path, os.O_RDWR | os.O_APPEND))
        except OSError as fault:
            return str(fault.strerror)
        return ""

    def append(self, erased: Mapping[str, datetime]) -> None:
        """Keep these before they are deleted. OSError when that is not possible."""
        if not erased:
            return
        try:
            self._append(erased)
        except OSError as fault:
            self.failed = str(fault.strerror)
            raise
        self.failed = ""

    def _append(self, erased: Mapping[str, datetime]) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            cut_off = _ends_in_a_line(handle)
            os.write(handle, (("\n" * cut_off) + written(erased)).encode())
            os.fsync(handle)
        finally:
            os.close(handle)

    def forget(self, before: datetime) -> None:
        """What no backup can bring back any more is taken out."""
        whole = self.read()
        kept = {one: at for one, at in whole.items() if at >= before}
        if len(kept) < len(whole):
            beside = self.path.with_name(f".{self.path.name}.new")
            beside.unlink(missing_ok=True)
            Journal(beside).append(kept)
            if kept:
                beside.replace(self.path)
            else:
                self.path.unlink()


def written(erased: Mapping[str, datetime]) -> str:
    """Lines, as they stand in the file."""
    return "".join(f"{at.astimezone(UTC).isoformat()} {one}\n" for one, at in sorted(erased.items()))


def parsed(text: str) -> dict[str, datetime]:
    """Of each key the newest moment; what is no whole line counts for nothing."""
    found: dict[str, datetime] = {}
    for line in text.splitlines():
        if whole := _LINE.fullmatch(line):
            at = datetime.fromisoformat(whole[1])
            found[whole[2]] = max(at, found.get(whole[2], at))
    return found


def _ends_in_a_line(handle: int) -> bool:
    """Whether a crash left half a line at the end."""
    size = os.fstat(handle).st_size
    return size > 0 and os.pread(handle, 1, size - 1) != b"\n"
